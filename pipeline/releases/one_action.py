"""Everything that a release holds of one action: its fields, bodies, document and history."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import duckdb

from pipeline.errors import UsageError
from pipeline.schema import columns_of

SHORTEST = 4  # characters of an action_id; fewer fit too many actions to be meant
MAX_NAMED = 5  # ids in a message


@dataclass(frozen=True, slots=True)
class OneAction:
    """One action as its newest edition prints it.

    Attributes:
        action: The row of ``actions``: ``{"action_id": ..., "activity": ..., "score": 90}``.
        document: The row of ``documents`` of its edition.
        theme: Label of its theme; None where it has none.
        leads: Its rows of ``leads``, in the order of the cell.
        editions: File names of every edition that prints it, the current ones first.
        changes: Its rows of ``changes``: what later editions did to it.
        problems: Messages about the page that it is printed on.
    """

    action: Mapping[str, Any]
    document: Mapping[str, Any]
    theme: str | None
    leads: list[Mapping[str, Any]]
    editions: list[str]
    changes: list[Mapping[str, Any]]
    problems: list[str]


def find_action(connection: duckdb.DuckDBPyConnection, asked: str) -> OneAction:
    """Find an action by its id, or by the beginning of it that no other has.

    Args:
        connection: From ``queries.connect``.
        asked: ``"3fa1b2c4d5e6f708"``, or ``"3fa1b2"``.

    Raises:
        UsageError: No action begins so, or several do.
    """
    found = [] if len(asked) < SHORTEST else _ids(connection, asked.lower())
    if len(found) != 1:
        raise UsageError(_unclear(asked, found))
    rows = _rows(
        connection,
        """SELECT actions.*, file_name FROM actions JOIN documents USING (edition_id)
           WHERE action_id = ? ORDER BY current DESC, fetched_at DESC, edition_id""",
        found[0],
    )
    action = {column.name: rows[0].get(column.name) for column in columns_of("actions")}
    edition = action["edition_id"]
    documents = _rows(connection, "SELECT * FROM documents WHERE edition_id = ?", edition)
    themes = _rows(
        connection, "SELECT label FROM themes WHERE theme_id = ?", action["theme_id"] or ""
    )
    leads = "SELECT * FROM leads WHERE edition_id = ? AND action_id = ? ORDER BY ordinal"
    changes = """SELECT change, "column", before, after, edition_before, edition_after
                 FROM changes WHERE action_id = ?"""
    problems = "SELECT message FROM problems WHERE edition_id = ? AND page = ?"
    return OneAction(
        action,
        documents[0],
        themes[0]["label"] if themes else None,
        _rows(connection, leads, edition, action["action_id"]),
        [f"{row['file_name']} ({row['edition_id'][:12]})" for row in rows],
        _rows(connection, changes, action["action_id"]),
        [str(row["message"]) for row in _rows(connection, problems, edition, action["page"])],
    )


def _ids(connection: duckdb.DuckDBPyConnection, start: str) -> list[str]:
    query = "SELECT DISTINCT action_id FROM actions WHERE starts_with(action_id, ?) ORDER BY 1"
    return [row[0] for row in connection.execute(query, [start]).fetchall()]


def _unclear(asked: str, found: list[str]) -> str:
    if found:
        named = ", ".join(found[:MAX_NAMED])
        return f"{len(found)} actions begin with {asked!r}: {named} ... Give more characters."
    return (
        f"This release has no action {asked!r}. 'planbook export --format csv' lists all with "
        f"their action_id; the first {SHORTEST} characters will do where no other begins so."
    )


def _rows(
    connection: duckdb.DuckDBPyConnection, query: str, *values: object
) -> list[Mapping[str, Any]]:
    cursor = connection.execute(query, list(values))
    names = [line[0] for line in cursor.description or []]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
