"""Finds the rows of a release that need a person, and what a decision about each would be.

Knows what is weak and which decision mends it; not how questions are put together or shown.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from extractors.columns.folding import fold_heading
from normalisers.dates import normalise_date
from normalisers.names import name_key
from normalisers.vocabulary import vocabulary
from pipeline import schema
from pipeline.releases.held import Held
from pipeline.review.corrections import printed_text
from pipeline.review.overrides import ANY, DOCUMENT, Alias, Heading, Override, text_hash

WEAK_LEAD = 70  # 0 to 100; a name of our own making ("Burton Refuge") has 65
WEAK_THEME = 60  # 0 to 100; below it the second best theme has half the evidence of the best
WEAK_ROW = 60  # 0 to 100; the table ``actions`` tells its readers to open the document below it
NEAR_ENOUGH = 75.0  # 0 to 100, token_sort_ratio; "National" and "Equation", a wrong offer, have 63
ROW_FIELDS = ("due", "start", "status", "urgency", "rag")


@dataclass(frozen=True, slots=True)
class Case:
    """One row that an item is about."""

    kind: str
    key: tuple[str, ...]
    text: str
    why: str
    document_id: str
    page: int | None
    ref: str | None
    suggestion: str | None
    blank: Override | Alias | Heading


def cases_of(held: Held) -> Iterator[Case]:
    """Every row that needs a person, once for each thing to decide."""
    for find in (_leads, _themes, _sections, _cells, _headings, _weak_rows, _documents):
        yield from find(held)


def _leads(held: Held) -> Iterator[Case]:
    """Names that are not known, or only by likeness."""
    actions = {(row.edition_id, row.action_id): row for row in held.actions}
    for lead in held.leads:
        sure = lead.score >= WEAK_LEAD and lead.method not in ("fuzzy", "unresolved")
        if sure or lead.method == "override":
            continue
        action = actions[lead.edition_id, lead.action_id]
        area = action.area_code or action.document_id
        why = f"{lead.method}; next best: {lead.runner_up}" if lead.runner_up else lead.method
        blank = Alias(lead.raw, "", area, "", "", "", "", "")
        yield Case(
            "lead",
            (name_key(lead.raw), area),
            lead.raw,
            why,
            action.document_id,
            action.page,
            action.ref,
            lead.agency_id or _agency_named(lead.runner_up, lead.raw),
            blank,
        )


def _agency_named(name: str | None, printed: str) -> str | None:
    """The code of the next best body, where it is like enough to be offered for pasting."""
    plain, _, unit = (name or "").partition(" / ")
    if fuzz.token_sort_ratio(plain.casefold(), printed.casefold()) < NEAR_ENOUGH:
        return None
    found = [a.agency_id for a in vocabulary().agencies if a.name == plain and a.valid_to is None]
    return (f'"{found[0]}/{unit}"' if unit else found[0]) if len(found) == 1 else None


def _themes(held: Held) -> Iterator[Case]:
    """Priorities without a theme, or with one that another comes close to."""
    served = Counter(row.priority_id for row in held.actions)
    for row in held.priorities:
        if row.theme_method == "override" or (row.theme_score or 0) >= WEAK_THEME:
            continue
        why = "no theme" if row.theme_id is None else f"score {row.theme_score}"
        case = _theme_case(row.document_id, row.title, why, row.page, row.label, row.theme_id)
        yield from [case] * max(1, served[row.priority_id])


def _sections(held: Held) -> Iterator[Case]:
    """Headings over actions that serve no priority and say nothing of a theme."""
    for row in held.actions:
        decided = "theme_id" in row.override
        if row.section and row.priority_id is None and row.theme_id is None and not decided:
            yield _theme_case(row.document_id, row.section, "no theme", row.page, row.ref, None)


def _theme_case(
    document_id: str, text: str, why: str, page: int | None, ref: str | None, near: str | None
) -> Case:
    blank = blank_override(ANY, ANY, "theme", text, document_id)
    return Case("theme", (text_hash(text),), text, why, document_id, page, ref, near, blank)


def _cells(held: Held) -> Iterator[Case]:
    """Cells that hold words which no rule reads; a date is read within its document."""
    for row in held.actions:
        for name in ROW_FIELDS:
            text = printed_text(row, name)
            if name in _unread(row) and not _says_nothing(text):
                scope = row.document_id if name in ("due", "start") else ANY
                blank = blank_override(scope, ANY, name, text, row.document_id)
                yield Case(
                    name,
                    (scope, text_hash(text)),
                    text,
                    "not read",
                    row.document_id,
                    row.page,
                    row.ref,
                    None,
                    blank,
                )


def _unread(row: schema.ActionRow) -> set[str]:
    """The fields of an action whose cell is not empty and whose value is."""
    printed = {
        "due": row.due_raw and row.due_edtf is None and not row.review_edtf,
        "start": row.start_raw and row.start_edtf is None,
        "status": row.status_raw and row.status is None,
        "urgency": row.rating_raw != row.rag_raw and row.rating_raw and row.urgency is None,
        "rag": row.rag_raw and row.rag is None,
    }
    decided = {name.partition("_")[0] for name in row.override}
    return {name for name, unread in printed.items() if unread} - decided


def _says_nothing(text: str) -> bool:
    """Whether a cell is a dash, "TBC", "n/a": what no person could read more from."""
    read = normalise_date(text)
    return read.kind == "tbc" or (read.kind == "none" and read.score > 0)


def _headings(held: Held) -> Iterator[Case]:
    """Printed headings that ``headings.csv`` does not know."""
    touched = Counter(
        row.edition_id
        for row in held.actions
        if any(reason.startswith("unknown heading") for reason in row.reasons)
    )
    for problem in held.problems:
        if problem.code == "unknown_heading" and problem.subject and problem.document_id:
            blank = Heading(problem.subject, "", "", "", "")
            case = Case(
                "heading",
                (fold_heading(problem.subject),),
                problem.subject,
                problem.message,
                problem.document_id,
                problem.page,
                None,
                None,
                blank,
            )
            yield from [case] * max(1, touched[problem.edition_id or ""])


def _weak_rows(held: Held) -> Iterator[Case]:
    """Rows whose reading is doubtful; those of one document with the same doubts go together."""
    for row in held.actions:
        if row.score >= WEAK_ROW or "score" in row.override:
            continue
        blank = blank_override(
            row.document_id, row.action_id, "score", printed_text(row, "score"), row.document_id
        )
        why = f"score {row.score}: {', '.join(row.reasons)}"
        text = row.activity or row.objective or ""
        key = (row.document_id, *sorted(row.reasons))
        yield Case("row", key, text, why, row.document_id, row.page, row.ref, None, blank)


def _documents(held: Held) -> Iterator[Case]:
    """Documents with actions whose area or kind could not be told."""
    for row in held.documents.values():
        for name, value in (("area", row.area_code), ("kind", row.kind)):
            column = "area_code" if name == "area" else "kind"
            if value is None and row.actions and column not in (row.override or ()):
                blank = blank_override(
                    row.document_id, DOCUMENT, name, row.title or "", row.document_id
                )
                text = row.title or row.file_name
                case = Case(
                    name,
                    (row.document_id,),
                    text,
                    f"no {name} could be told",
                    row.document_id,
                    None,
                    None,
                    None,
                    blank,
                )
                yield from [case] * (row.actions if name == "area" else 1)


def blank_override(document_id: str, row: str, name: str, text: str, seen_in: str) -> Override:
    """A decision about a printed text that waits for its value, person and day."""
    return Override(document_id, row, name, text_hash(text), "", text, seen_in, "", "", "")
