"""The rows of a release that are in use, as records: what the review looks at."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from pipeline import schema
from pipeline.releases import Release, read_table
from pipeline.schema import columns_of


@dataclass(frozen=True, slots=True)
class Held:
    """The rows of a release that are in use, as records."""

    documents: Mapping[str, schema.DocumentRow]
    priorities: Sequence[schema.PriorityRow]
    actions: Sequence[schema.ActionRow]
    leads: Sequence[schema.LeadRow]
    problems: Sequence[schema.ProblemRow]

    def action(self, action_id: str) -> schema.ActionRow | None:
        """The action of an id in the edition in use."""
        return next((row for row in self.actions if row.action_id == action_id), None)


def hold(release: Release) -> Held:
    """Read the rows of a release that are in use.

    Raises:
        JobFailed: A file of the release is damaged.
    """
    documents = {
        row.edition_id: row
        for row in _rows(release, "documents", schema.DocumentRow)
        if row.current
    }

    def used(table: str, kind: type[Any]) -> list[Any]:
        return [row for row in _rows(release, table, kind) if row.edition_id in documents]

    return Held(
        documents,
        used("priorities", schema.PriorityRow),
        used("actions", schema.ActionRow),
        used("leads", schema.LeadRow),
        used("problems", schema.ProblemRow),
    )


def _rows(release: Release, table: str, kind: type[Any]) -> Iterator[Any]:
    """Records of a table; a column that an older release lacks is None, a list there empty."""
    held = read_table(release, table)
    names = [line.name for line in columns_of(table)]
    lists = {line.name for line in held.schema if pa.types.is_list(line.type)}
    for row in held.to_pylist():
        known = {name: [] if row[name] is None and name in lists else row[name] for name in names}
        yield kind(**known)
