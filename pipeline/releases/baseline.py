"""The release before, as far as it is whole: what the checks and the run report compare with."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.arrow import arrow_schema
from pipeline.releases import Release, damage_of, latest_release, list_releases, read_table
from pipeline.releases.checksums import checksums_in
from pipeline.schema import TABLES


@dataclass(frozen=True, slots=True)
class Baseline:
    """The last release.

    Attributes:
        name: Its name; None before the first one.
        tables: Its tables under the present schema; none where no release is whole, since a
            damaged one is no measure.
        passed_over: Why each release after it is no measure, newest first: one line each.
    """

    name: str | None = None
    tables: Mapping[str, pa.Table] = field(default_factory=dict)
    passed_over: tuple[str, ...] = ()


def find_baseline(data_dir: Path) -> Baseline:
    """Read the last release that is whole: ``latest``, or the newest where that is damaged."""
    latest = latest_release(data_dir)
    newest_first = list(reversed(list_releases(data_dir)))
    damaged: list[str] = []
    first = {latest.name: latest} if latest else {}
    candidates = first | {release.name: release for release in newest_first}
    for release in candidates.values():
        damage = damage_of(release)
        if not damage:
            return replace(baseline_of(release), passed_over=tuple(damaged))
        damaged.append(damage[0])
    return Baseline(next(iter(candidates), None), passed_over=tuple(damaged))


def baseline_of(last: Release) -> Baseline:
    """Read a release that is whole."""
    published = checksums_in(last.path)
    held = [name for name in TABLES if f"{name}.parquet" in published]
    return Baseline(last.name, {name: fitted(read_table(last, name), name) for name in held})


def fitted(table: pa.Table, name: str) -> pa.Table:
    """A table of an older release under the present schema: columns since added are unknown."""
    schema = arrow_schema(name)
    columns = [_column(table, schema.field(column)) for column in schema.names]
    return pa.table(columns, schema=schema)


def _column(table: pa.Table, wanted: pa.Field) -> pa.ChunkedArray | pa.Array:
    if wanted.name in table.column_names:
        return table[wanted.name].cast(wanted.type)
    blank: list[str] | None = [] if pa.types.is_list(wanted.type) else None
    return pa.array([blank] * table.num_rows, wanted.type)


def actions_by_document(tables: Mapping[str, pa.Table]) -> dict[str, int]:
    """Actions of the editions to use, by document; 0 for a document without any.

    None of the formats in which a plan is published besides is counted again.
    """
    documents = tables["documents"]
    current = documents.filter(documents["current"])
    counts = dict.fromkeys(current["document_id"].to_pylist(), 0)
    actions = tables["actions"]
    used = actions.filter(pc.is_in(actions["edition_id"], value_set=current["edition_id"]))
    for counted in used["document_id"].value_counts().to_pylist():
        counts[counted["values"]] = counted["counts"]
    return counts
