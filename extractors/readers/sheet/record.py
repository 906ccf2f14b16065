"""What one sheet of a spreadsheet shows, whatever file it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from extractors.readers.web.blocks.inline import Run


@dataclass(frozen=True, slots=True)
class Square:
    """One filled cell of a sheet: its text as shown, and its look.

    ``runs`` are its pieces where only some of its letters are bold or struck; () elsewhere.
    """

    text: str
    fill: str | None = None
    bold: bool = False
    struck: bool = False
    number: bool = False
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one sheet shows: filled squares by row and column from 0, and merged ranges.

    ``merged`` maps the top left square of a range to its rows and columns.
    """

    name: str
    squares: Mapping[tuple[int, int], Square]
    merged: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
