"""One action for the terminal: what is printed, what was made of it, how, and where."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.text import Text

from pipeline.show import out, table_of

if TYPE_CHECKING:
    from pipeline.releases.one_action import OneAction

PRINTED = (
    "section",
    "ref",
    "objective",
    "activity",
    "measures",
    "measure_raw",
    "lead_raw",
    "support_raw",
    "start_raw",
    "due_raw",
    "status_raw",
    "rating_raw",
    "rag_raw",
    "update",
    "other_cells",
)
"""Columns that hold what the document prints; every other column is made by us."""
WHERE = (
    ("title", "document"),
    ("publisher", "publisher"),
    ("area_name", "area"),
    ("url", "address"),
    ("file_name", "file"),
)
LEAD_HEADS = ("agency_name", "unit", "role", "raw", "method", "score", "runner_up", "agency_id")


def as_json(held: "OneAction") -> str:
    """All of it as one JSON object."""
    return json.dumps(asdict(held), indent=1, ensure_ascii=False, default=str) + "\n"


def show_action(held: "OneAction") -> None:
    """Print one action, part by part; every column of ``actions`` is there."""
    made = [name for name in held.action if name not in PRINTED and name != "boxes"]
    _show_pairs("Printed", ((name, held.action[name]) for name in PRINTED))
    read = {name: held.action[name] for name in made} | {"theme": held.theme}
    _show_pairs("Read as", read.items())
    _show_rows("Leads", LEAD_HEADS, held.leads)
    _show_pairs("Where", [*((label, held.document[name]) for name, label in WHERE), _boxes(held)])
    _show_pairs("History", [("printed in", held.editions)])
    if held.changes:
        _show_rows("Changes", tuple(held.changes[0]), held.changes)
    for message in held.problems:
        out.print(Text(f"Problem on this page: {message}"))


def _boxes(held: "OneAction") -> tuple[str, object]:
    boxes = held.action["boxes"] or []
    sides = ("x0", "top", "x1", "bottom")
    shown = [f"page {b['page']}: " + " ".join(f"{b[s]:.0f}" for s in sides) for b in boxes]
    return "boxes", shown


def _show_pairs(title: str, pairs: Iterable[tuple[str, object]]) -> None:
    table = table_of("field", "value", title=title)
    table.show_header = False
    for name, value in pairs:
        table.add_row(name, Text(_shown(value)))
    out.print(table)


def _show_rows(title: str, heads: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> None:
    if not rows:
        out.print(f"No {title.lower()}.")
        return
    table = table_of(*heads, title=title)
    for row in rows:
        table.add_row(*(Text(_shown(row.get(name))) for name in heads))
    out.print(table)


def _shown(value: object) -> str:
    """Null as a dash, a list a line an item; printed text cannot move the terminal's cursor."""
    if value is None:
        return "-"
    if isinstance(value, dict):
        return ": ".join(_safe(str(part)) for part in value.values() if part)
    if isinstance(value, list):
        return "\n".join(map(_shown, value)) or "-"
    return _safe(str(value))


def _safe(text: str) -> str:
    """The whole text, with control characters written as escapes."""
    spaced = " ".join(text.split())
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in spaced)
