"""Curated action rows: each printed cell beside the value that the normalisers read from it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from extractors.blocks import Problem
from extractors.rows import ActionRow, Field
from normalisers.dates import DateValue, normalise_date
from normalisers.decided import Decided
from normalisers.leads import Lead, is_unread, normalise_leads, without_names
from normalisers.rag import normalise_rag, rag_says_done
from normalisers.status import normalise_status
from normalisers.themes import normalise_theme
from normalisers.urgency import normalise_urgency
from pipeline import schema
from pipeline.normalise.context import Context
from pipeline.normalise.identity import action_ids
from pipeline.records import Edition
from pipeline.review.corrections import Decisions, correct_action, decided_leads

# The fields of which a column "..._raw" keeps the cell just as printed.
RAW: tuple[Field, ...] = ("lead", "support", "start", "due", "status")


@dataclass(frozen=True, slots=True)
class CuratedActions:
    """The actions of one edition, the bodies that lead them, and what was not understood."""

    actions: tuple[schema.ActionRow, ...]
    leads: tuple[schema.LeadRow, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Dates:
    """The printed start and due dates of an action, as read."""

    start: DateValue
    due: DateValue


@dataclass(frozen=True, slots=True)
class _Place:
    """An action's place among the others: its id, its number and the priority it serves."""

    action_id: str
    ordinal: int
    priority: schema.PriorityRow | None


def curate_actions(
    edition: Edition,
    printed: Sequence[ActionRow],
    priorities: Sequence[schema.PriorityRow],
    context: Context,
    decisions: Decisions,
) -> CuratedActions:
    """Normalise the action rows of one edition, in their order.

    Args:
        edition: The bytes they were read from.
        printed: Rows as printed; ``priority`` is a place in ``priorities``.
        priorities: The document's curated priorities.
        context: Area, years and short forms of the document.
        decisions: What people decided for it.
    """
    names = decisions.names_in(context.area_code)
    ids = action_ids(edition.document_id, [_identifying_text(row) for row in printed])
    actions: list[schema.ActionRow] = []
    leads: list[schema.LeadRow] = []
    problems: list[Problem] = []
    for ordinal, (row, action_id) in enumerate(zip(printed, ids, strict=True), start=1):
        priority = priorities[row.priority] if row.priority is not None else None
        dates = _Dates(_date(row, "start", context), _date(row, "due", context))
        action = _action(edition, row, _Place(action_id, ordinal, priority), dates, context)
        action = correct_action(action, priorities, decisions)
        reader = _LeadReader(context, names, decisions)
        named = _leads(edition, action, reader)
        actions.append(action)
        leads.extend(named)
        problems.extend(_not_understood(action, named, dates))
        problems.extend(_left_out(action))
    return CuratedActions(tuple(actions), tuple(leads), tuple(problems))


def _identifying_text(row: ActionRow) -> tuple[str | None, str | None]:
    return row.cells.get("ref"), row.cells.get("activity") or row.cells.get("objective")


def _action(
    edition: Edition, row: ActionRow, place: _Place, dates: _Dates, context: Context
) -> schema.ActionRow:
    start, due = dates.start, dates.due
    return schema.ActionRow(
        action_id=place.action_id,
        document_id=edition.document_id,
        edition_id=edition.edition_id,
        area_code=context.area_code,
        priority_id=place.priority.priority_id if place.priority else None,
        ordinal=place.ordinal,
        start_edtf=start.edtf or None,
        start_earliest=start.earliest,
        start_latest=start.latest,
        due_edtf=due.edtf or None,
        due_earliest=due.earliest,
        due_latest=due.latest,
        due_kind=due.kind,
        review_edtf=due.review_edtf,
        status=_status(row),
        urgency=normalise_urgency(row.cells.get("rating") or ""),
        rag=_rag(row),
        theme_id=_theme(row, place.priority),
        override=(),
        **_as_printed(row),
    )


def _as_printed(row: ActionRow) -> dict[str, Any]:
    """The columns that keep what is printed, where, and how surely it was read."""
    cells = row.cells
    return {
        **{f"{name}_raw": cells.get(name) for name in RAW},
        "rating_raw": row.rating,
        "rag_raw": cells.get("rag") or row.colours.get("rag") or cells.get("rag"),
        "other_cells": row.other_cells,
        "ref": cells.get("ref") or None,
        "ref_derived": row.ref_derived,
        "objective": cells.get("objective") or None,
        "activity": cells.get("activity") or None,
        "measures": row.measures,
        "measure_raw": cells.get("measures"),
        "update": cells.get("update"),
        "section": row.section,
        "page": row.place.page,
        "page_end": row.place.page_end,
        "boxes": row.place.boxes,
        "joined": row.joined,
        "score": row.score,
        "reasons": row.reasons,
    }


def _date(row: ActionRow, field: Field, context: Context) -> DateValue:
    published = context.published_on.isoformat() if context.published_on else None
    return normalise_date(row.cells.get(field), context.years, published)


def _status(row: ActionRow) -> str | None:
    """The status cell decides; without one, a row struck through, a blue mark, or the update."""
    if row.cells.get("status"):
        return normalise_status(row.cells["status"])
    if row.dropped:
        return "dropped"
    if rag_says_done(row.cells.get("rag") or ""):
        return "complete"
    return normalise_status(row.cells.get("update") or "")


def _rag(row: ActionRow) -> str | None:
    colour = row.colours.get("rag") or row.colours.get("status")
    return normalise_rag(row.cells.get("rag") or "", colour)


def _theme(row: ActionRow, priority: schema.PriorityRow | None) -> str | None:
    """The theme of the priority that it serves, else of the section that it stands under."""
    if priority is not None:
        return priority.theme_id
    theme = normalise_theme(row.section) if row.section else None
    return theme.theme_id if theme else None


@dataclass(frozen=True, slots=True)
class _LeadReader:
    """What the cells of leads are read with: the document around them and people's decisions."""

    context: Context
    names: Decided
    decisions: Decisions

    def read(self, action: schema.ActionRow, name: Literal["leads", "support"]) -> tuple[Lead, ...]:
        """The bodies of one cell of an action."""
        decided = decided_leads(action, name, self.decisions)
        if decided is not None:
            return decided
        raw = action.lead_raw if name == "leads" else action.support_raw
        around = self.context
        return normalise_leads(
            raw, around.area_code, around.glossary, around.published_on, self.names
        )


def _leads(edition: Edition, action: schema.ActionRow, reader: _LeadReader) -> list[schema.LeadRow]:
    """The bodies of the lead cell, then those of the support cell, numbered through."""
    named = [(lead, lead.role) for lead in reader.read(action, "leads")]
    named += [(lead, "support") for lead in reader.read(action, "support")]
    return [
        schema.LeadRow(
            action_id=action.action_id,
            edition_id=edition.edition_id,
            ordinal=ordinal,
            agency_id=lead.agency_id,
            agency_name=lead.agency_name,
            agency_type=lead.agency_type,
            unit=lead.unit,
            role=role,
            raw=lead.raw,
            score=lead.score,
            method=lead.method,
            runner_up=lead.runner_up,
        )
        for ordinal, (lead, role) in enumerate(named, start=1)
    ]


def _left_out(action: schema.ActionRow) -> Iterator[Problem]:
    """Lead cells of which words are left out, for a person to say whether they name a body."""
    for name, raw in (("leads", action.lead_raw), ("support", action.support_raw)):
        if name not in action.override and is_unread(raw, action.area_code):
            shown = without_names(raw, action.area_code)
            where = f"action {action.ref or action.ordinal}, page {action.page}"
            told = f"{where}: a lead cell holds words that may name a person or a body not known"
            yield Problem("normalise", "unread_lead", "notice", told, action.page, shown)


def _not_understood(
    action: schema.ActionRow, leads: Iterable[schema.LeadRow], dates: _Dates
) -> Iterator[Problem]:
    """What the row prints and no rule reads, for a person to look at."""
    where = f"action {action.ref or action.ordinal}"
    for lead in leads:
        if lead.method == "unresolved":
            told = f"{where}: no body is known as {lead.raw!r}; add an alias, or leave it as text"
            yield Problem("normalise", "unresolved_lead", "notice", told, action.page, lead.raw)
    for name, raw, value in (
        ("start", action.start_raw, dates.start),
        ("due", action.due_raw, dates.due),
    ):
        decided = f"{name}_edtf" in action.override
        if raw and value.score == 0 and value.reasons and not decided:
            told = f"{where}: the {name} date {raw!r} is not read: {', '.join(value.reasons)}"
            yield Problem("normalise", "unread_date", "notice", told, action.page, raw)
    if action.status_raw and action.status is None and "status" not in action.override:
        told = f"{where}: the status {action.status_raw!r} is of no form that is read"
        yield Problem("normalise", "unread_status", "notice", told, action.page, action.status_raw)
