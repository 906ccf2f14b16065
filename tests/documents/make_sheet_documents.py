"""Makes the spreadsheets of the golden tests with openpyxl, which the project does not need itself.

Run ``python -m tests.documents.make_sheet_documents`` in the project's folder where openpyxl is
installed; without it nothing is written. The area, the bodies and the actions are invented.
"""

import io
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from tests.documents.plan_content import INTRODUCTION, PLAN, TITLE, Act, Part, gold_of, write

SHORT = 31  # letters; a sheet's name has no more
FORBIDDEN_RE = re.compile(r"[\[\]:*?/\\]")
DAY_RE = re.compile(r"(\d\d)/(\d\d)/(\d{4})")


def main() -> None:
    """Write every workbook; nothing where openpyxl is not installed."""
    if find_spec("openpyxl") is None:
        return
    for name, (make, gold) in DOCUMENTS.items():
        write(f"{name}.xlsx", make(), gold)


def _sheet(book: Any, name: str) -> Any:
    return book.create_sheet(FORBIDDEN_RE.sub("", name)[:SHORT].strip())


def _saved(book: Any) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _new_book() -> Any:
    book = import_module("openpyxl").Workbook()
    book.remove(book.active)
    return book


def _write(sheet: Any, row: int, values: Sequence[Any], *, bold: bool = False) -> None:
    styles = import_module("openpyxl.styles")
    for column, value in enumerate(values, start=1):
        cell = sheet.cell(row, column, value)
        cell.font = styles.Font(bold=bold)
        if isinstance(value, date):
            cell.number_format = "DD/MM/YYYY"


def _day(text: str) -> Any:
    """A printed day as a date that the sheet shows in the same way."""
    found = DAY_RE.fullmatch(text)
    return date(int(found[3]), int(found[2]), int(found[1])) if found else text


def _values(act: Act) -> list[Any]:
    lines = ("\n".join(act.activity), "\n".join(act.measures), "\n".join(act.lead))
    return [act.ref, lines[0], lines[1], lines[2], _day(act.due), act.status]


HEADS = ("Ref", "Agreed action", "Success measures", "Lead", "Due date", "Status")


def a_sheet_a_priority() -> bytes:
    """A sheet a priority whose name is cut, beside a dashboard, look-ups, hidden rows and sheet."""
    book = _new_book()
    _dashboard(_sheet(book, "Dashboard"))
    for part in KEPT:
        sheet = _sheet(book, part.heading)
        _write(sheet, 1, [TITLE], bold=True)
        _write(sheet, 2, [part.heading], bold=True)
        _write(sheet, 3, [part.summary])
        _write(sheet, 5, HEADS, bold=True)
        for row, act in enumerate(part.acts, start=6):
            _write(sheet, row, _values(act))
        hidden = sheet.max_row + 1
        _write(sheet, hidden, ["0.0", "What the plan before said", "", "Nobody", "2019", ""])
        sheet.row_dimensions[hidden].hidden = True
    lists = _sheet(book, "Lists")
    for row, values in enumerate((("Status", "Lead"), ("Complete", "Police"), ("Delayed", "ICB"))):
        _write(lists, row + 1, values, bold=row == 0)
    old = _sheet(book, "Old plan")
    _write(old, 1, HEADS, bold=True)
    _write(old, 2, ["9", "An action of the plan before", "", "Nobody", "2019", ""])
    old.sheet_state = "hidden"
    return _saved(book)


def _dashboard(sheet: Any) -> None:
    rows = (("", "Not started", "In progress", "Complete"), ("Priority 1", 0, 2, 0))
    for row, values in enumerate((*rows, ("Priority 2", 1, 0, 0), ("Total", 1, 2, 0)), start=3):
        _write(sheet, row, values, bold=row == 3)
    _write(sheet, 1, ["Progress at a glance"], bold=True)


def one_sheet_with_merged_themes() -> bytes:
    """One sheet: title rows, a merged column of themes, risks and figures below the plan."""
    book = _new_book()
    sheet = _sheet(book, "Plan")
    _write(sheet, 1, [TITLE], bold=True)
    _write(sheet, 2, [INTRODUCTION])
    _write(sheet, 4, ("Theme", *HEADS), bold=True)
    row = 5
    for part in KEPT:
        first = row
        for act in part.acts:
            _write(sheet, row, ["", *_values(act)])
            row += 1
        sheet.merge_cells(start_row=first, start_column=1, end_row=row - 1, end_column=1)
        sheet.cell(first, 1, part.heading)
    _write(sheet, row + 1, ["Risk register"], bold=True)
    _write(sheet, row + 2, ("Risk", "Likelihood", "Impact", "Mitigation", "Owner"), bold=True)
    _write(sheet, row + 3, ["Funding ends", 3, 5, "Bid to the national fund", "Housing Options"])
    _write(sheet, row + 4, ["Staff leave", 2, 4, "Train two people for each post", "ICB"])
    return _saved(book)


def figures_only() -> bytes:
    """Budgets and indicators by year: nothing is promised."""
    book = _new_book()
    sheet = _sheet(book, "Budget")
    lines = (("Service", "2025/26", "2026/27", "Funder"), ("Refuge", 210000, 214000, "Council"))
    for row, values in enumerate((*lines, ("Adviser", 48000, 52000, "ICB")), start=1):
        _write(sheet, row, values, bold=row == 1)
    other = _sheet(book, "Indicators")
    rows = (("Indicator", "Baseline", "Target", "Actual"), ("Calls answered", 0.71, 0.9, 0.78))
    for row, values in enumerate(rows, start=1):
        _write(other, row, values, bold=row == 1)
    return _saved(book)


def _long(part: Part) -> Part:
    """A title that is longer than the name of a sheet can be."""
    return replace(part, title=f"{part.title} in every part of the borough")


KEPT = tuple(_long(replace(p, acts=tuple(a for a in p.acts if not a.dropped))) for p in PLAN)
FIELDS = ("ref", "activity", "measures", "lead", "due", "status")
DOCUMENTS: dict[str, tuple[Callable[[], bytes], dict[str, Any]]] = {
    "sheet_a_priority_each": (
        a_sheet_a_priority,
        gold_of(KEPT, FIELDS, problems=["hidden_text", "other_tables"]),
    ),
    "sheet_merged_themes": (
        one_sheet_with_merged_themes,
        gold_of(KEPT, FIELDS, summaries=False, problems=["other_tables"]),
    ),
    "sheet_figures_only": (figures_only, gold_of((), (), problems=["other_tables"])),
}

if __name__ == "__main__":
    main()
