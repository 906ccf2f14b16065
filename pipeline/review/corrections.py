"""Puts what people decided into the curated rows of one document, where the print is the same.

Knows decisions and rows; not where decisions are kept or how they are made.
"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from normalisers.decided import NOTHING_DECIDED, Decided, Name
from normalisers.leads import Lead
from normalisers.names import name_key
from normalisers.vocabulary import vocabulary
from pipeline import schema
from pipeline.review.override_values import (
    DOCUMENT_FIELDS,
    NONE,
    NamedLead,
    date_columns,
    read_named_leads,
)
from pipeline.review.overrides import ANY, DOCUMENT, Alias, Override, Overrides, text_hash
from pipeline.review.people import Names, hidden

DECIDED_SCORE = 100
READ_COLUMNS = ("ref", "objective", "activity", "measure_raw", "lead_raw", "due_raw", "status_raw")
"""The cells whose reading a person vouches for with the score of a row."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """What was decided for one document; ``applied`` gathers the ids of what found its text.

    ``names`` are those of people in it: a decision may have been made where they were hidden.
    """

    document_id: str
    lines: Mapping[tuple[str, str, str, str], Override]
    aliases: tuple[Alias, ...] = ()
    names: Names = None
    applied: set[str] = field(default_factory=set)

    def value(
        self,
        row: str,
        name: str,
        text: str | None,
        usable: Container[str] | None = None,
        *,
        wide: bool = True,
    ) -> str | None:
        """The value decided for a field of a row that prints this text; None where none was.

        A decision for the row goes before one for the document, and that before one for all.

        Args:
            row: action_id, priority_id or ``"document"``.
            name: The field.
            text: What is printed.
            usable: The values that mean something in this document; None for all.
            wide: Whether decisions for other rows than this one count.
        """
        if not self.lines:
            return None
        hashes = {text_hash(text), text_hash(hidden(text or "", self.names))}
        own, wider = (self.document_id, row), ((self.document_id, ANY), (ANY, ANY))
        for where in (own, *wider) if wide else (own,):
            lines = (self.lines.get((*where, name, hashed)) for hashed in hashes)
            line = next(filter(None, lines), None)
            if line is not None and (usable is None or line.value in usable):
                self.applied.add(line.decision_id)
                return line.value
        return None

    def names_in(self, area_code: str | None) -> Decided:
        """What names mean in an area; a decision for the area goes before one for everywhere."""
        scopes = (area_code or "", self.document_id, "")
        here = [line for line in self.aliases if line.area_code in scopes]
        if not here:
            return NOTHING_DECIDED
        here.sort(key=lambda line: (not line.area_code, line.slot))
        names: dict[str, Name] = {}
        for line in here:
            if not line.is_not:
                key = name_key(line.alias)
                names.setdefault(key, Name(key, line.agency_id or None, line.unit or None))
        denied = {(name_key(line.alias), line.agency_id) for line in here if line.is_not}
        return Decided(tuple(names.values()), frozenset(denied))


def decisions_for(document_id: str, overrides: Overrides, names: Names = None) -> Decisions:
    """Gather what can touch one document."""
    lines = {
        (line.document_id, line.row, line.field, line.text_hash): line
        for line in overrides.values
        if line.document_id in (document_id, ANY)
    }
    return Decisions(document_id, lines, overrides.aliases, names)


def printed_text(action: schema.ActionRow, name: str) -> str:
    """The print that a field of an action is read from; a decision holds for this text alone."""
    if name == "score":
        return " | ".join(str(getattr(action, column) or "") for column in READ_COLUMNS)
    column = PRINTED[name]
    if name == "status" and not action.status_raw:
        column = "update"
    return getattr(action, column) or ""


PRINTED: Mapping[str, str] = {
    "due": "due_raw",
    "start": "start_raw",
    "status": "status_raw",
    "urgency": "rating_raw",
    "rag": "rag_raw",
    "leads": "lead_raw",
    "support": "support_raw",
    "theme": "section",
    "priority": "section",
}
"""Field of an action to the column that holds its print."""


def correct_priority(row: schema.PriorityRow, decisions: Decisions) -> schema.PriorityRow:
    """Give a priority the theme that was decided for its title."""
    theme = decisions.value(row.priority_id, "theme", row.title)
    if theme is None:
        return row
    return replace(
        row,
        theme_id=None if theme == NONE else theme,
        theme_score=DECIDED_SCORE,
        theme_method="override",
        theme_words=(),
    )


def correct_action(
    action: schema.ActionRow, priorities: Sequence[schema.PriorityRow], decisions: Decisions
) -> schema.ActionRow:
    """Give an action the values that were decided, and name their columns in ``override``."""
    if not decisions.lines:
        return action
    changed: dict[str, Any] = {}
    for name in ("due", "start"):
        if (value := _decided(action, name, decisions)) is not None:
            changed |= date_columns(name, value)
    for name in ("status", "urgency", "rag"):
        if (value := _decided(action, name, decisions)) is not None:
            changed[name] = None if value == NONE else value
    if _decided(action, "score", decisions) is not None:
        changed["score"] = DECIDED_SCORE
    changed |= _aim(action, priorities, decisions)
    cells = [name for name in ("leads", "support") if _decided(action, name, decisions) is not None]
    return replace(action, **changed, override=(*changed, *cells)) if changed or cells else action


def _decided(action: schema.ActionRow, name: str, decisions: Decisions) -> str | None:
    return decisions.value(action.action_id, name, printed_text(action, name))


def _aim(
    action: schema.ActionRow, priorities: Sequence[schema.PriorityRow], decisions: Decisions
) -> dict[str, Any]:
    """The priority and theme of an action: decided for itself, or through its priority.

    A heading decided for all rows below it gives the theme where no priority does.
    """
    changed: dict[str, Any] = {}
    aims = {priority.priority_id: priority for priority in priorities}
    chosen = decisions.value(action.action_id, "priority", action.section, {*aims, NONE})
    if chosen is not None:
        aim = aims.get(chosen)
        changed["priority_id"] = aim.priority_id if aim else None
        changed["theme_id"] = aim.theme_id if aim else None
    aim = aims.get(action.priority_id or "") if chosen is None else aims.get(chosen)
    if aim is not None and aim.theme_method == "override":
        changed["theme_id"] = aim.theme_id
    wide = aim is None
    theme = decisions.value(action.action_id, "theme", action.section, wide=wide)
    if theme is not None:
        changed["theme_id"] = None if theme == NONE else theme
    return changed


def decided_leads(
    action: schema.ActionRow, name: str, decisions: Decisions
) -> tuple[Lead, ...] | None:
    """The bodies decided for the lead cell (``"leads"``) or the support cell (``"support"``).

    None where nothing was decided for its text. Without a role, one body of a lead cell leads and
    several lead jointly.
    """
    value = _decided(action, name, decisions) if decisions.lines else None
    if value is None:
        return None
    named = read_named_leads(value)
    usual = "support" if name == "support" else "lead" if len(named) == 1 else "joint"
    return tuple(_lead(lead, lead.role or usual) for lead in named)


def _lead(named: NamedLead, role: str) -> Lead:
    agency = vocabulary().agency_of.get(named.agency_id or "")
    return Lead(
        agency_id=named.agency_id,
        agency_name=named.name,
        agency_type=agency.agency_type if agency else None,
        unit=named.unit,
        role=role,
        raw=named.name,
        score=DECIDED_SCORE,
        method="override",
        runner_up=None,
    )


def decided_for_document(title: str | None, decisions: Decisions) -> dict[str, str]:
    """What people said of the document with this title: ``{"area": "E09000032"}``."""
    decided = {name: decisions.value(DOCUMENT, name, title) for name in DOCUMENT_FIELDS}
    return {name: value for name, value in decided.items() if value is not None}


def correct_document(row: schema.DocumentRow, decided: Mapping[str, str]) -> schema.DocumentRow:
    """Put in what was decided of a document; its area and years are in the row already."""
    if not decided:
        return row
    columns = [column for name in decided for column in DOCUMENT_COLUMNS[name]]
    kind = decided.get("kind", row.kind)
    return replace(
        row,
        title=decided.get("title", row.title),
        kind=None if kind == NONE else kind,
        override=tuple(columns),
    )


DOCUMENT_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "area": ("area_code", "area_name"),
    "period": ("period_start", "period_end"),
    "kind": ("kind",),
    "title": ("title",),
}
"""Field of a document to the columns that it decides."""
