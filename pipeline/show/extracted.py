"""What was read from one document: tables for the terminal, JSON and CSV for programs.

JSON and CSV name fields as the tables of a release do, so that what is written for one takes the
other; nothing in them is normalised.
"""

import csv
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any, Literal

from rich.text import Text

from extractors.rows import ActionRow, Field, GlossaryRow, PriorityRow
from pipeline.export.cells import as_text, inert
from pipeline.records import ReadEdition
from pipeline.show import err, out, short, table_of

TABLES = ("actions", "priorities", "glossary")
CELLS: Mapping[str, Field] = {
    "ref": "ref",
    "objective": "objective",
    "activity": "activity",
    "measure_raw": "measures",
    "update": "update",
    "lead_raw": "lead",
    "support_raw": "support",
    "start_raw": "start",
    "due_raw": "due",
    "status_raw": "status",
    "rating_raw": "rating",
    "rag_raw": "rag",
}
"""Columns of ``actions`` that hold a cell as printed, and the field that it is of."""

COLUMNS = (
    *("table", "ordinal", "page", "section", *CELLS, "other_cells", "measures", "score"),
    *("label", "title", "summary", "term", "acronym", "definition"),
)
"""Of the CSV, whatever a document holds: all tables in one, the first column says which."""

SHOWN = 160  # characters of a cell in the terminal


def show_read(read: ReadEdition, output: Literal["table", "json", "csv"]) -> None:
    """Print what was read from one document; JSON holds the problems, else they go to stderr."""
    if output == "json":
        sys.stdout.write(json.dumps(_as_object(read), indent=1, ensure_ascii=False) + "\n")
        return
    if output == "csv":
        _print_csv(read)
    else:
        _show_tables(read)
    for problem in read.problems:
        err.print(Text(f"{problem.severity}: {problem.message} [{problem.code}]"))


def _as_object(read: ReadEdition) -> dict[str, Any]:
    return {
        "edition_id": read.edition_id,
        "facts": None if read.facts is None else asdict(read.facts),
        "actions": _numbered(map(_action, read.actions)),
        "priorities": _numbered(map(_priority, read.priorities)),
        "glossary": [_term(row) for row in read.glossary],
        "problems": [asdict(problem) for problem in read.problems],
    }


def _numbered(rows: Iterator[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"ordinal": ordinal} | row for ordinal, row in enumerate(rows, start=1)]


def _action(row: ActionRow) -> dict[str, Any]:
    """An action; ``priority`` is the ordinal of the one that it serves, None without one."""
    return {
        **_cells(row),
        "other_cells": [asdict(cell) for cell in row.other_cells],
        "ref_derived": row.ref_derived,
        "measures": row.measures,
        "section": row.section,
        "priority": None if row.priority is None else row.priority + 1,
        "dropped": row.dropped,
        "page": row.place.page,
        "page_end": row.place.page_end,
        "boxes": [asdict(box) for box in row.place.boxes],
        "joined": row.joined,
        "score": row.score,
        "reasons": row.reasons,
    }


def _cells(row: ActionRow) -> dict[str, str | None]:
    """Cells as a release has them: RAG words where no other rating is, a colour without a word."""
    cells = {column: row.cells.get(field) for column, field in CELLS.items()}
    texts = {name: cells[name] or None for name in ("ref", "objective", "activity")}
    coloured = cells["rag_raw"] or row.colours.get("rag", cells["rag_raw"])
    return cells | texts | {"rating_raw": row.rating, "rag_raw": coloured}


def _priority(row: PriorityRow) -> dict[str, Any]:
    return {
        "label": row.label,
        "title": row.title,
        "summary": row.summary,
        "page": row.place.page,
    }


def _term(row: GlossaryRow) -> dict[str, Any]:
    return {
        "term": row.term,
        "acronym": row.acronym,
        "definition": row.definition,
        "page": row.place.page,
    }


def _print_csv(read: ReadEdition) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    held = _as_object(read)
    for table in TABLES:
        for row in held[table]:
            cells = {"table": table} | row
            writer.writerow([_cell(cells.get(column)) for column in COLUMNS])


def _cell(value: object) -> str:
    return inert(as_text(list(value) if isinstance(value, tuple) else value))


def _show_tables(read: ReadEdition) -> None:
    assert read.facts is not None
    out.print(Text(read.facts.title or "Without a title", style="bold"))
    cells = [{**row.cells, **_others(row)} for row in read.actions]
    heads = list(dict.fromkeys(name for held in cells for name in held))
    actions = [
        [row.place.page, *map(held.get, heads), row.score]
        for row, held in zip(read.actions, cells, strict=True)
    ]
    _show_table("actions", ["page", *heads, "score"], actions)
    priorities = [[aim.label, aim.title, aim.summary] for aim in read.priorities]
    _show_table("priorities", ["label", "title", "summary"], priorities)
    terms = [[row.term, row.acronym, row.definition] for row in read.glossary]
    _show_table("glossary terms", ["term", "acronym", "definition"], terms)


def _others(row: ActionRow) -> dict[str, str]:
    """The cells of no field in one: ``{"other cells": "Funding: Home Office; Risks: Cuts"}``."""
    texts = (": ".join(filter(None, (cell.heading, cell.text))) for cell in row.other_cells)
    return {"other cells": "; ".join(texts)} if row.other_cells else {}


def _show_table(name: str, heads: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    if not rows:
        out.print(f"No {name}.")
        return
    table = table_of(*heads, title=f"{len(rows)} {name}")
    for row in rows:
        table.add_row(*(Text(short("" if cell is None else str(cell), SHOWN)) for cell in row))
    out.print(table)
