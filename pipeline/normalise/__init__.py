"""Turns the printed rows of one edition into curated rows; printed text stays beside each value.

Knows records and normalisers; never files, formats or other editions.
"""

from collections.abc import Iterable

from extractors import rows
from extractors.blocks import Problem
from normalisers.errors import ReferenceDataError
from normalisers.reference_check import check_reference
from normalisers.themes import normalise_theme
from pipeline import schema
from pipeline.errors import JobFailed
from pipeline.normalise.action_rows import curate_actions
from pipeline.normalise.context import Context, context_of
from pipeline.normalise.identity import priority_id
from pipeline.records import CuratedEdition, DocumentFacts, Edition, ReadEdition, Source
from pipeline.review.corrections import (
    correct_document,
    correct_priority,
    decided_for_document,
    decisions_for,
)
from pipeline.review.overrides import NO_OVERRIDES, Overrides
from pipeline.review.people import Names, hide_names, names_in

LEAD_CELLS: tuple[rows.Field, ...] = ("lead", "support")


def check_facts() -> None:
    """Check every line of the reference tables before any row is made with them.

    Raises:
        JobFailed: A line is faulty; the message names its file and number.
    """
    try:
        check_reference()
    except ReferenceDataError as fault:
        raise JobFailed(f"{fault} Mend that line; nothing was published.") from fault


def normalise_edition(
    edition: Edition,
    read: ReadEdition,
    source: Source | None = None,
    overrides: Overrides = NO_OVERRIDES,
) -> CuratedEdition:
    """Normalise all rows of one edition.

    Args:
        edition: The bytes and where they came from.
        read: What was read from them.
        source: The registry's line for it; its area and publisher go before what the text says.
        overrides: What people decided; it goes before both where the print is the same.

    Returns:
        Curated rows with ids; what was not understood is null and, where a person can mend it, a
        row of ``problems``.
    """
    facts = read.facts or DocumentFacts(edition.media_type or "application/octet-stream")
    names = _names(read) if overrides.values or overrides.hide_names else None
    decisions = decisions_for(edition.document_id, overrides, names)
    decided = decided_for_document(facts.title, decisions)
    context = context_of(edition, facts, read.glossary, source, decided)
    priorities = [
        correct_priority(row, decisions) for row in _priorities(edition, read.priorities, context)
    ]
    curated = curate_actions(edition, read.actions, priorities, context, decisions)
    document = correct_document(_document(edition, read, facts, context), decided)
    made = CuratedEdition(
        document=document,
        priorities=tuple(priorities),
        actions=curated.actions,
        leads=curated.leads,
        glossary=tuple(_glossary(edition, row) for row in read.glossary),
        problems=tuple(_problem(edition, found) for found in (*read.problems, *curated.problems)),
        applied=tuple(sorted(decisions.applied)),
    )
    return hide_names(made, names) if overrides.hide_names else made


def _names(read: ReadEdition) -> Names:
    return names_in(row.cells.get(cell) for row in read.actions for cell in LEAD_CELLS)


def _document(
    edition: Edition, read: ReadEdition, facts: DocumentFacts, context: Context
) -> schema.DocumentRow:
    return schema.DocumentRow(
        document_id=edition.document_id,
        edition_id=edition.edition_id,
        current=True,
        part=edition.part,
        file_name=edition.file_name,
        source_id=edition.source_id,
        url=edition.url,
        title=facts.title,
        publisher=context.area.publisher if context.area else None,
        area_code=context.area_code,
        area_name=context.area.name if context.area else None,
        kind=context.kind,
        media_type=facts.media_type,
        published_on=context.published_on,
        period_start=context.period.start if context.period else None,
        period_end=context.period.end if context.period else None,
        supersedes=None,
        pages=facts.pages,
        tables=facts.tables if read.facts else None,
        actions=len(read.actions) if read.facts else None,
        scanned=bool(facts.scanned) if read.facts else None,
        fetched_at=edition.fetched_at,
        state="live",
    )


def _priorities(
    edition: Edition, printed: Iterable[rows.PriorityRow], context: Context
) -> list[schema.PriorityRow]:
    return [
        _priority(edition, row, ordinal, context) for ordinal, row in enumerate(printed, start=1)
    ]


def _priority(
    edition: Edition, row: rows.PriorityRow, ordinal: int, context: Context
) -> schema.PriorityRow:
    theme = normalise_theme(row.title, row.summary)
    return schema.PriorityRow(
        priority_id=priority_id(edition.document_id, row.title),
        document_id=edition.document_id,
        edition_id=edition.edition_id,
        area_code=context.area_code,
        ordinal=ordinal,
        label=row.label,
        title=row.title,
        summary=row.summary,
        page=row.place.page,
        theme_id=theme.theme_id if theme else None,
        theme_score=theme.score if theme else None,
        theme_method=theme.method if theme else None,
        theme_words=theme.words if theme else (),
    )


def _glossary(edition: Edition, row: rows.GlossaryRow) -> schema.GlossaryRow:
    return schema.GlossaryRow(
        document_id=edition.document_id,
        edition_id=edition.edition_id,
        term=row.term,
        acronym=row.acronym,
        definition=row.definition,
        page=row.place.page,
    )


def _problem(edition: Edition, found: Problem) -> schema.ProblemRow:
    return schema.ProblemRow(
        document_id=edition.document_id,
        edition_id=edition.edition_id,
        url=edition.origin,
        stage=found.stage,
        code=found.code,
        severity=found.severity,
        message=found.message,
        page=found.page,
        subject=found.subject,
    )
