"""What one document may cost a reader; time and memory are limited from outside, by the worker."""

from dataclasses import dataclass

PATIENCE = 5.0  # times its processor time that a program may take by the clock: among neighbours
# that compute it waits; one that only waits has to end


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that a reader keeps while it reads one document.

    Attributes:
        pages: Pages of a document; more is ``page_limit``. The longest plan seen has 210.
        objects: Characters, or lines and rectangles, of one page; more is ``page_objects``. The
            fullest page of the corpus has 4,100 characters and 1,900 lines.
        unpacked_bytes: Bytes of all parts of a zip container together (Word, spreadsheets).
        part_bytes: Bytes of one XML part.
        columns: Columns of a table's grid; a wider span is cut to it.
    """

    pages: int = 2_000
    objects: int = 50_000
    unpacked_bytes: int = 500_000_000
    part_bytes: int = 50_000_000
    columns: int = 256


DEFAULT_LIMITS = Limits()
