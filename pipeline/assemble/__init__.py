"""Puts the rows of all editions together into the tables of one release."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

import pyarrow as pa

from normalisers.reference_records import CrosswalkLine, Theme
from normalisers.vocabulary import vocabulary
from pipeline import schema
from pipeline.arrow import to_arrow
from pipeline.assemble.changes import find_changes
from pipeline.assemble.coverage import coverage
from pipeline.records import CuratedEdition, Edition, Source
from pipeline.releases.lineage import Standing, predecessors, stand
from pipeline.review.overrides import ANY, NO_OVERRIDES, Overrides
from pipeline.web.facts import NO_FACTS, AreaFacts, WebFacts

Reference = TypeVar("Reference", schema.AgencyRow, schema.AreaRow, schema.CrosswalkRow)


@dataclass(frozen=True, slots=True)
class Ingredients:
    """What a release is made of: ``editions`` and ``curated`` in the same order."""

    editions: Sequence[Edition]
    curated: Sequence[CuratedEdition]
    fetch_problems: Sequence[schema.ProblemRow]
    sources: Sequence[Source]
    overrides: Overrides = NO_OVERRIDES
    web: WebFacts = NO_FACTS


def assemble(ingredients: Ingredients) -> dict[str, pa.Table]:
    """Build every table of a release in a fixed order of rows.

    Rows of superseded editions are left out, their line in ``documents`` stays: earlier releases
    hold their rows, ``changes`` says what became of them.
    """
    facts = vocabulary()
    counts = {c.document.edition_id: c.document.actions or 0 for c in ingredients.curated}
    standings = stand(ingredients.editions, counts, ingredients.web)
    documents = sorted(
        (_document(c.document, standings, ingredients.web) for c in ingredients.curated),
        key=_reading_order,
    )
    areas = {source.area_code: AreaFacts() for source in ingredients.sources}
    live = [c for c in ingredients.curated if not standings[c.document.edition_id].superseded]
    live.sort(key=lambda c: _reading_order(c.document))
    rows: Mapping[str, Iterable[schema.Row]] = {
        "documents": documents,
        "priorities": [row for c in live for row in c.priorities],
        "actions": [row for c in live for row in c.actions],
        "leads": [row for c in live for row in c.leads],
        "glossary": [row for c in live for row in c.glossary],
        "agencies": [_reference(schema.AgencyRow, row) for row in facts.agencies],
        "areas": [_reference(schema.AreaRow, row) for row in facts.areas],
        "themes": [_theme(row, facts.crosswalk) for row in facts.themes],
        "crosswalk": [_reference(schema.CrosswalkRow, row) for row in facts.crosswalk],
        "changes": find_changes(
            ingredients.curated, predecessors(ingredients.editions, standings, counts)
        ),
        "coverage": coverage(documents, areas | dict(ingredients.web.areas)),
        "problems": _problems(ingredients, live),
    }
    return {name: to_arrow(name, rows[name]) for name in schema.TABLES}


def _problems(ingredients: Ingredients, live: Sequence[CuratedEdition]) -> list[schema.ProblemRow]:
    read = [row for c in live for row in c.problems]
    return [*ingredients.fetch_problems, *read, *_stale(ingredients.overrides, live)]


def _reading_order(row: schema.DocumentRow) -> tuple[str, int, str]:
    return row.document_id, row.part or 0, row.edition_id


def _document(
    row: schema.DocumentRow, standings: Mapping[str, Standing], web: WebFacts
) -> schema.DocumentRow:
    standing = standings[row.edition_id]
    superseded = standing.superseded or row.document_id in web.superseded
    return replace(
        row,
        current=standing.current,
        supersedes=standing.supersedes,
        url=web.moves.get(row.url or "", row.url),
        kind=web.kinds.get(row.document_id, row.kind),
        publisher=web.publishers.get(row.source_id or "", row.publisher),
        state="superseded" if superseded else web.states.get(row.edition_id, row.state),
    )


def _stale(overrides: Overrides, live: Sequence[CuratedEdition]) -> Iterable[schema.ProblemRow]:
    """A row for each decision whose text is nowhere printed, though its document is held."""
    applied = {name for c in live for name in c.applied}
    held = {c.document.document_id: c.document for c in live}
    for line in overrides.values:
        document = held.get(line.seen_in if line.document_id == ANY else line.document_id)
        if document is not None and line.decision_id not in applied:
            yield schema.ProblemRow(
                document_id=document.document_id,
                edition_id=document.edition_id,
                url=document.url,
                stage="normalise",
                code="stale_override",
                severity="warning",
                message=f'{line.field} was decided to be {line.value!r} where "{line.printed}" is '
                "printed, which is no longer so. Decide again with 'planbook review', or take it "
                f"back with 'planbook review undo {line.decision_id}'.",
                page=None,
                subject=line.decision_id,
            )


def _theme(theme: Theme, crosswalk: Iterable[CrosswalkLine]) -> schema.ThemeRow:
    """A theme with the titles of those frameworks that have a column of their own."""
    titles = {
        line.framework_id: line.title for line in crosswalk if line.theme_id == theme.theme_id
    }
    columns = [line.name for line in fields(schema.ThemeRow)]
    values: dict[str, Any] = {name: getattr(theme, name, titles.get(name)) for name in columns}
    return schema.ThemeRow(**values)


def _reference(kind: type[Reference], record: object) -> Reference:
    """A reference record as a row: the normalisers name its values as the table does."""
    return kind(**{line.name: getattr(record, line.name) for line in fields(kind)})
