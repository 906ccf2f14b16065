"""The columns of a table by the field that each holds, and the texts in them.

Knows tables and fields; settles nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from extractors.columns.claims import NOT_FIELDS
from extractors.columns.headings import read_heading
from extractors.grid import Grid, printed_in

SAMPLE_ROWS = 200  # rows; what a column holds shows in them, a plan has 20 to 60
INFERRED = "column inferred from content"


@dataclass(frozen=True, slots=True)
class Columns:
    """The fields of a table's columns.

    Attributes:
        fields: For each column its field, "section", "ignore" or "against"; None where unknown.
        headings: For each column what is printed above it, "" for nothing.
        seconds: Column to the second field that it holds as well: ``{3: "due"}``.
        reasons: What made naming doubtful.
        unknown: Columns with a heading that ``headings.csv`` does not know, whatever was made of
            them by what they hold.
    """

    fields: tuple[str | None, ...]
    headings: tuple[str, ...]
    seconds: Mapping[int, str] = field(default_factory=dict)
    reasons: tuple[str, ...] = ()
    unknown: tuple[int, ...] = ()

    def of(self, name: str) -> list[int]:
        """The columns of a field, left to right."""
        return [column for column, known in enumerate(self.fields) if known == name]

    @property
    def names(self) -> frozenset[str]:
        """Every field that some column holds, seconds included."""
        known = {name for name in self.fields if name not in NOT_FIELDS and name is not None}
        return frozenset(known | set(self.seconds.values()))


def column_texts(grid: Grid, rows: Iterable[int], column: int) -> list[str]:
    """What the cells of a column print, row by row; "" where one from further left stands."""
    cells = (grid.at(row, column) for row in rows)
    return [printed_in(cell) if cell is None or cell.column == column else "" for cell in cells]


def heads(heading: str, name: str) -> bool:
    """Whether a heading names a field but for a better claim: "Description" the activity."""
    meaning = read_heading(heading)
    return meaning is not None and meaning.line.field == name
