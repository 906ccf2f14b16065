"""The rows that differ between two releases, table by table."""

from collections.abc import Iterator, Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class _Keyed:
    """A table with the position of the row of each key: ``{"mereshire-plan 9c0b...": 4}``."""

    rows: pa.Table
    positions: dict[str, int]


def find_differences(before: Release, after: Release) -> Iterator[Difference]:
    """Compare the tables that have a key, in the order in which people read them.

    Rows of editions are compared document by document, those of the current edition of each: an
    action of a new edition is the same row with other values. A column that one of the releases
    lacks counts as null there, and a table as empty.
    """
    old, new = read_tables(before), read_tables(after)
    for table, spec in TABLES.items():
        if spec.key:
            yield from _in_table(table, _keyed(old, table, spec.key), _keyed(new, table, spec.key))


def _keyed(tables: Mapping[str, pa.Table], table: str, key: tuple[str, ...]) -> _Keyed:
    rows = tables[table]
    names = rows.select(list(key)).to_pylist()
    if EDITION not in key or table == "documents":
        return _Keyed(rows, {_joined(row, key): place for place, row in enumerate(names)})
    documents = tables["documents"].select([EDITION, "document_id", "part", "current"]).to_pylist()
    works = {row[EDITION]: _work(row) for row in documents if row["current"]}
    rest = [name for name in key if name != EDITION]
    return _Keyed(
        rows.drop_columns([name for name in rows.column_names if name in UNCOMPARED]),
        {
            " ".join([works[row[EDITION]], _joined(row, rest)]): place
            for place, row in enumerate(names)
            if row[EDITION] in works
        },
    )


def _joined(row: Mapping[str, object], names: Sequence[str]) -> str:
    return " ".join(str(row[name]) for name in names)


def _work(document: Mapping[str, object]) -> str:
    """A document by its name, and its part where it is one of several."""
    part = "" if document["part"] is None else f"#{document['part']}"
    return f"{document['document_id']}{part}"


def _in_table(table: str, old: _Keyed, new: _Keyed) -> Iterator[Difference]:
    changed = _changed(table, old, new)
    for key in new.positions:
        if key not in old.positions:
            yield Difference(table, key, "added")
        yield from changed.get(key, ())
    for key in old.positions:
        if key not in new.positions:
            yield Difference(table, key, "removed")


def _changed(table: str, old: _Keyed, new: _Keyed) -> dict[str, list[Difference]]:
    """The values that changed, by key; only columns that differ are made Python objects."""
    keys = [key for key in new.positions if key in old.positions]
    before, after = (
        side.rows.take(pa.array([side.positions[key] for key in keys], pa.int64()))
        for side in (old, new)
    )
    changed: dict[str, list[Difference]] = {}
    for column in dict.fromkeys((*before.column_names, *after.column_names)):
        for key, was, now in zip(keys, *_unlike(before, after, column), strict=False):
            if was != now:
                changed.setdefault(key, []).append(
                    Difference(table, key, "changed", column, _shown(was), _shown(now))
                )
    return changed


def _unlike(before: pa.Table, after: pa.Table, column: str) -> tuple[list[object], list[object]]:
    """The values of a column in both releases; two empty lists where all are alike."""
    was, now = (
        table[column] if column in table.column_names else pa.chunked_array([pa.nulls(len(table))])
        for table in (before, after)
    )
    return ([], []) if was.equals(now) else (was.to_pylist(), now.to_pylist())


def _shown(value: object) -> str | None:
    return None if value is None else str(value)
