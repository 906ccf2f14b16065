"""Says for each area what of it is published, and when it was last looked for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from normalisers.vocabulary import vocabulary
from pipeline.discover import words_of
from pipeline.schema import CoverageRow, DocumentRow
from pipeline.web.facts import AreaFacts

PLANS = ("strategy", "delivery_plan")
OVER = ("superseded", "withdrawn")


def coverage(documents: Iterable[DocumentRow], areas: Mapping[str, AreaFacts]) -> list[CoverageRow]:
    """Make a row for each area of the registry and of the documents.

    Args:
        documents: All editions, with their states.
        areas: What the nights over the registry tell of an area.
    """
    held: dict[str, list[DocumentRow]] = defaultdict(list)
    for document in documents:
        if document.current and document.area_code and document.kind != "news":
            held[document.area_code].append(document)
    codes = sorted({*areas, *held})
    return [_row(code, held[code], areas.get(code, AreaFacts())) for code in codes]


def is_draft(document: DocumentRow) -> bool:
    """The title says that it is a draft or under consultation."""
    words = words_of(document.title or "").split()
    return "draft" in words or "consultation" in words


def _row(code: str, held: Sequence[DocumentRow], facts: AreaFacts) -> CoverageRow:
    plans = [d for d in held if not is_draft(d)]
    standing = [d for d in plans if d.state not in OVER]
    found: DocumentRow | None = None
    state = "not_found"
    if standing:
        state, found = "published", max(standing, key=_weight)
    elif plans:
        found = max(plans, key=_weight)
        state = "superseded" if any(d.state == "superseded" for d in plans) else "withdrawn"
    elif facts.has_draft or held:
        state, found = "draft", held[0] if held else None
    elif facts.is_blocked:
        state = "blocked"
    return CoverageRow(
        area_code=code,
        expected=vocabulary().expected,
        state=state,
        document_id=found.document_id if found else None,
        last_checked=facts.checked_on,
    )


def _weight(document: DocumentRow) -> tuple[Any, ...]:
    """A plan goes before a page about it, then one with more actions; the id settles ties."""
    return document.kind in PLANS, document.actions or 0, document.document_id
