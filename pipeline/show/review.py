"""How the review is shown in the terminal, and as JSON."""

import csv
import sys
from collections.abc import Sequence
from typing import Any

from rich.text import Text

from pipeline.export.cells import inert
from pipeline.review import Item
from pipeline.review.overrides import Alias, Decision, Heading
from pipeline.show import err, out, table_of

SHOWN_ITEMS = 20  # items a screen; the rest is a matter of --limit
MAX_TEXT = 200  # characters of a print in the terminal; the place says where the rest stands


def show_items(items: Sequence[Item], limit: int) -> None:
    """Print the items, each with its example, its place and the line to paste."""
    if not items:
        err.print("Nothing waits for a person.")
        return
    for item in items[:limit]:
        where = f"{len(item.documents)} documents, first " if len(item.documents) > 1 else ""
        rows = "1 row" if item.rows == 1 else f"{item.rows} rows"
        out.print(Text(f"{item.kind} · {rows} · {where}{item.place}", style="bold"))
        out.print(Text(f"  {_short(item.text)}"), soft_wrap=True)
        out.print(Text(f"  {_short(item.why)}", style="dim"), soft_wrap=True)
        out.print(Text(f"  {item.command}", style="green"), soft_wrap=True)
    mended = sum(item.rows for item in items)
    err.print(f"{len(items)} decisions mend {mended} rows; {min(limit, len(items))} are shown.")


def show_decisions(decisions: Sequence[Decision]) -> None:
    """Print what was decided, a line a decision."""
    table = table_of("id", "decided", "by", "on", "why")
    for line in decisions:
        signed = (line.decided_by, line.decided_on, line.why)
        table.add_row(*(Text(cell) for cell in (line.decision_id, _told(line), *signed)))
    out.print(table)


def print_sheet(items: Sequence[Item]) -> None:
    """Print the items as a sheet whose columns ``value`` and ``reason`` a person fills in."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["item_id", "value", "reason", "kind", "rows", "text", "place", "near", "why"])
    for item in items:
        told = (item.kind, item.rows, item.text, item.place, item.suggestion or "", item.why)
        writer.writerow([item.item_id, "", "", *(inert(str(cell)) for cell in told)])


def item_as_json(item: Item) -> dict[str, Any]:
    """One item as programs take it."""
    return {
        "item_id": item.item_id,
        "kind": item.kind,
        "text": item.text,
        "rows": item.rows,
        "documents": list(item.documents),
        "place": item.place,
        "page": item.page,
        "suggestion": item.suggestion,
        "why": item.why,
        "command": item.command,
    }


def _told(line: Decision) -> str:
    if isinstance(line, Heading):
        return f'heading "{line.heading}" is {line.field}'
    if isinstance(line, Alias):
        means = "is not" if line.is_not else "is"
        where = f" in {line.area_code}" if line.area_code else ""
        return f'"{line.alias}"{where} {means} {line.agency_id or "as printed"}'
    return f'{line.document_id}/{line.row}/{line.field} is {line.value} for "{line.printed}"'


def _short(text: str) -> str:
    return text if len(text) <= MAX_TEXT else f"{text[: MAX_TEXT - 1]}…"
