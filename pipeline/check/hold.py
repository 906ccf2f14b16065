"""Keeps the last good rows of a document whose new reading lost too much.

One document that was read badly, or was replaced by an empty page, neither stops the night nor
empties the tables: its rows of the last release stay, and a row of ``problems`` says so.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.arrow import arrow_schema, to_arrow
from pipeline.errors import one_line
from pipeline.releases.baseline import Baseline, actions_by_document
from pipeline.releases.lineage import lost_too_much
from pipeline.schema import ProblemRow

BY_DOCUMENT = ("priorities", "actions", "glossary", "changes")


@dataclass(frozen=True, slots=True)
class Loss:
    """A document whose new reading is not published.

    Attributes:
        document_id: The work.
        before: Actions in the last release.
        now: Actions read now.
        readable: False where its new bytes could not be read at all.
    """

    document_id: str
    before: int
    now: int
    readable: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """The tables to publish, and the documents that keep their last good rows in them."""

    tables: dict[str, pa.Table]
    losses: tuple[Loss, ...] = ()


def hold_losses(tables: Mapping[str, pa.Table], last: Baseline, minimum: Mapping[str, int]) -> Kept:
    """Put the last good rows in the place of those of documents that lost too much.

    Args:
        tables: Every table as it was assembled.
        last: The release before.
        minimum: Actions that the registry expects at least, by document_id.

    Returns:
        The same tables where nothing was lost. The line of the new edition stays in ``documents``,
        as one that is not in use.
    """
    losses = tuple(_losses(tables, last.tables, minimum)) if last.tables else ()
    if not losses:
        return Kept(dict(tables))
    ids = pa.array([loss.document_id for loss in losses], pa.string())
    kept = dict(tables)
    for name in BY_DOCUMENT:
        kept[name] = _with_old_rows(tables[name], last.tables[name], "document_id", ids)
    editions = [_editions_of(held["documents"], ids) for held in (tables, last.tables)]
    new, old = tables["leads"], last.tables["leads"]
    kept["leads"] = pa.concat_tables(
        [_without(new, "edition_id", editions[0]), _only(old, "edition_id", editions[1])]
    )
    kept["documents"] = _documents(tables["documents"], last.tables["documents"], ids)
    told = to_arrow("problems", [_problem(loss, kept["documents"], last) for loss in losses])
    kept["problems"] = pa.concat_tables([tables["problems"], told])
    return Kept(kept, losses)


def _losses(
    tables: Mapping[str, pa.Table], last: Mapping[str, pa.Table], minimum: Mapping[str, int]
) -> Iterable[Loss]:
    had, has = actions_by_document(last), actions_by_document(tables)
    was_readable, is_readable = _readable(last["documents"]), _readable(tables["documents"])
    for name in sorted(set(had) & set(has)):
        before, now, readable = had[name], has[name], name in is_readable
        least = minimum.get(name, 0)
        lost = (
            lost_too_much(before, now)
            or (before >= least > now)
            or (name in was_readable and not readable)
        )
        if lost:
            yield Loss(name, before, now, readable)


def _readable(documents: pa.Table) -> set[str]:
    read = pc.and_(documents["current"], pc.is_valid(documents["actions"]))
    return set(documents.filter(read)["document_id"].to_pylist())


def _with_old_rows(new: pa.Table, old: pa.Table, key: str, held: pa.Array) -> pa.Table:
    return pa.concat_tables([_without(new, key, held), _only(old, key, held)])


def _without(table: pa.Table, key: str, values: pa.Array) -> pa.Table:
    return table.filter(pc.invert(pc.is_in(table[key], value_set=values)))


def _only(table: pa.Table, key: str, values: pa.Array) -> pa.Table:
    return table.filter(pc.is_in(table[key], value_set=values))


def _editions_of(documents: pa.Table, held: pa.Array) -> pa.Array:
    return _only(documents, "document_id", held)["edition_id"].combine_chunks()


def _documents(new: pa.Table, old: pa.Table, held: pa.Array) -> pa.Table:
    """Lines of held documents as they stood, but for what their addresses say since."""
    stood = {row["edition_id"]: row for row in _only(old, "document_id", held).to_pylist()}
    rows = _only(new, "document_id", held).to_pylist()
    lines = [_line(row, stood.get(row["edition_id"])) for row in rows]
    table = pa.Table.from_pylist(lines, schema=arrow_schema("documents"))
    return pa.concat_tables([_without(new, "document_id", held), table])


def _line(row: dict[str, Any], stood: dict[str, Any] | None) -> dict[str, Any]:
    if stood is None:
        return row | {"current": False}
    state = stood["state"] if row["state"] == "superseded" else row["state"]
    return stood | {"state": state}


def _problem(loss: Loss, documents: pa.Table, last: Baseline) -> ProblemRow:
    lines = documents.filter(pc.equal(documents["document_id"], loss.document_id)).to_pylist()
    newest = max(lines, key=lambda row: row["fetched_at"])
    found = f"{loss.now} actions were read" if loss.readable else "it could not be read"
    message = (
        f"{loss.document_id}: {found}, release {last.name} has {loss.before}; its rows of that "
        "release stay published. Open the document; if the loss is right, run again with "
        "--accept-losses."
    )
    return ProblemRow(
        document_id=loss.document_id,
        edition_id=newest["edition_id"],
        url=newest["url"] or newest["file_name"],
        stage="check",
        code="held",
        severity="error",
        message=one_line(message),
        page=None,
    )
