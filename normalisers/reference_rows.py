"""Reads one reference CSV and says, with file and line, what is wrong with it.

Knows the form of the files: a header, one fact a line. It does not know what the facts mean.
"""

import csv
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from normalisers.errors import ReferenceDataError


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a reference CSV, with its place: ``Fact("aliases.csv", 12, {"alias": ...})``."""

    file: str
    line: int
    fields: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """Give the text of one column, "" where the cell is empty."""
        return self.fields[column]

    def get(self, column: str) -> str | None:
        """Give the text of one column, None where the cell is empty."""
        return self.fields[column] or None

    def day(self, column: str) -> date | None:
        """Give an ISO date, None where the cell is empty."""
        text = self.fields[column]
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            raise self.fault(f"{column} is {text!r}", "Write it as 2023-04-01.") from None

    def codes(self, column: str) -> tuple[str, ...]:
        """Give the codes of a cell that joins several with ``|``."""
        return tuple(filter(None, self.fields[column].split("|")))

    def known(self, column: str, codes: Container[str], table: str) -> str:
        """Give a code of another table; "" where the cell is empty.

        Raises:
            ReferenceDataError: The other table has no such code.
        """
        code = self.fields[column]
        if code and code not in codes:
            raise self.fault(
                f"{column} {code!r} is not in {table}", "Add it there or mend it here."
            )
        return code

    def fault(self, found: str, advice: str) -> ReferenceDataError:
        """Make the error that names this line."""
        return ReferenceDataError(f"{self.file} line {self.line}: {found}. {advice}")


def read_facts(path: Path, columns: Sequence[str]) -> Iterator[Fact]:
    """Read the facts of one file.

    Args:
        path: The CSV.
        columns: The columns that must be there: ``["alias", "agency_id", "area_code"]``.

    Raises:
        ReferenceDataError: The file is missing, its header lacks a column, or a line has another
            number of fields than the header.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ReferenceDataError(f"{path.name}: cannot be read ({error})") from error
    rows = csv.reader(text.splitlines(keepends=True))
    header = next(rows, [])
    if missing := [column for column in columns if column not in header]:
        raise ReferenceDataError(f"{path.name} line 1: no column {', '.join(missing)}")
    for row in rows:
        fact = Fact(path.name, rows.line_num, dict(zip(header, row, strict=False)))
        if len(row) != len(header):
            raise fault_of_length(fact, len(row), len(header))
        yield fact


def fault_of_length(fact: Fact, found: int, expected: int) -> ReferenceDataError:
    """Make the error for a line with too few or too many fields."""
    return fact.fault(f"{found} fields, the header has {expected}", "Quote cells that hold commas.")


def check_new(fact: Fact, column: str, seen: Container[str]) -> str:
    """Give the id of a line.

    Raises:
        ReferenceDataError: It is empty, or an earlier line has it.
    """
    code = fact[column]
    if not code or code in seen:
        what = f"{column} {code!r} stands twice" if code else f"{column} is empty"
        raise fact.fault(what, "An id is given once and never reused.")
    return code
