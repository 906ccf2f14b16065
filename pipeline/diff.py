"""The rows that differ between two releases, table by table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pyarrow as pa

from pipeline.releases import Release, read_tables
from pipeline.schema import TABLES

EDITION = "edition_id"
UNCOMPARED = frozenset({EDITION, "ordinal", "boxes"})
"""Columns that differ for every row behind a new one, or in a new print of the same text."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between two releases.

    Attributes:
        table: ``"actions"``.
        key: What makes the row unique: ``"mereshire-plan 9c0b..."``.
        kind: "added", "removed" or "changed".
        column: The column that changed; None for a whole row.
        before: Its value in the first release, as text; None where null or added.
        after: Its value in the second release.
    """

    table: str
    key: str
    kind: str
    column: str | None = None
    before: str | None = None
    after: str | None = None


def find_differences(before: Release, after: Release) -> Iterator[Difference]:
    """Compare the tables that have a key, in the order in which people read them.

    Rows of editions are compared document by document, those of the current edition of each: an
    action of a new edition is the same row with other values. A column that one of the releases
    lacks counts as null there, and a table as empty.
    """
    old, new = read_tables(before), read_tables(after)
    for table, spec in TABLES.items():
        if spec.key:
            yield from _in_table(table, _rows(old, table, spec.key), _rows(new, table, spec.key))


def _rows(
    tables: Mapping[str, pa.Table], table: str, key: tuple[str, ...]
) -> dict[str, dict[str, object]]:
    """The rows of a table by their key as text."""
    rows = tables[table].to_pylist()
    if EDITION not in key or table == "documents":
        return {" ".join(str(row[name]) for name in key): row for row in rows}
    documents = tables["documents"].select([EDITION, "document_id", "part", "current"]).to_pylist()
    works = {row[EDITION]: _work(row) for row in documents if row["current"]}
    rest = [name for name in key if name != EDITION]
    return {
        " ".join([works[row[EDITION]], *(str(row[name]) for name in rest)]): {
            name: value for name, value in row.items() if name not in UNCOMPARED
        }
        for row in rows
        if row[EDITION] in works
    }


def _work(document: Mapping[str, object]) -> str:
    """A document by its name, and its part where it is one of several."""
    part = "" if document["part"] is None else f"#{document['part']}"
    return f"{document['document_id']}{part}"


def _in_table(
    table: str, old: dict[str, dict[str, object]], new: dict[str, dict[str, object]]
) -> Iterator[Difference]:
    for key, row in new.items():
        if key not in old:
            yield Difference(table, key, "added")
            continue
        for column in dict.fromkeys((*old[key], *row)):
            before, after = old[key].get(column), row.get(column)
            if before != after:
                yield Difference(table, key, "changed", column, _shown(before), _shown(after))
    for key in old:
        if key not in new:
            yield Difference(table, key, "removed")


def _shown(value: object) -> str | None:
    return None if value is None else str(value)
