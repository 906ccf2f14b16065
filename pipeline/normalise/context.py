"""What a document says once and all its rows need: area, years, day of publication, short forms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from extractors.rows import GlossaryRow
from normalisers.areas import AreaMatch, area_code, find_area
from normalisers.periods import Kind, Period, normalise_kind, normalise_period
from normalisers.published import find_publication_day
from pipeline.records import DocumentFacts, Edition, Source

NOTHING: Mapping[str, str] = {}


COVER_LINES = 8  # a title, a subtitle, a publisher, a date, a logo's words
COVER_LINE = 120  # characters; a longer one is prose


@dataclass(frozen=True, slots=True)
class Context:
    """The document around a row; each part is None where the document does not tell it.

    ``glossary`` maps the document's own short forms to what they stand for:
    ``{"IDVA": "Independent Domestic Violence Adviser"}``.
    """

    area: AreaMatch | None
    kind: Kind | None
    period: Period | None
    published_on: date | None
    glossary: Mapping[str, str]

    @property
    def area_code(self) -> str | None:
        """ONS code of the area; None where the document does not tell it."""
        return self.area.code if self.area else None

    @property
    def years(self) -> tuple[str, str] | None:
        """First and last year, as the date grammar takes them: ``("2022", "2025")``."""
        if self.period is None:
            return None
        return self.period.start, self.period.end or self.period.start


def context_of(
    edition: Edition,
    facts: DocumentFacts,
    glossary: Sequence[GlossaryRow],
    source: Source | None = None,
    decided: Mapping[str, str] = NOTHING,
) -> Context:
    """Gather what the rows of an edition need; what the registry says goes before the text.

    ``decided`` is what people said of the document, which goes before both:
    ``{"area": "E09000032", "period": "2022-2025"}``.
    """
    area = find_area(
        title=facts.title,
        text=facts.opening,
        furniture="\n".join((*facts.furniture, facts.author or "", *_named_on_cover(facts))),
        address=facts.address or edition.url,
        hint=decided.get("area") or (source.area_code if source else None),
    )
    period = normalise_period(decided.get("period") or "") or _period_of(facts)
    stated = facts.published_on
    published = date.fromisoformat(stated) if stated else find_publication_day(facts.opening)
    short_forms = {row.acronym: row.term for row in glossary if row.acronym}
    return Context(area, _kind_of(facts), period, published, short_forms)


def _kind_of(facts: DocumentFacts) -> Kind | None:
    """What the title says, else the first line of the cover that says anything of the kind."""
    kinds = (normalise_kind(line, facts.media_type) for line in (facts.title or "", *_cover(facts)))
    return next(filter(None, kinds), None)


def _period_of(facts: DocumentFacts) -> Period | None:
    """The years of the title; else a span of years on the cover, in the prose or in a footer.

    A single year elsewhere than in the title is as likely that of publication.
    """
    titled = normalise_period(facts.title or "")
    if titled is not None:
        return titled
    elsewhere = map(normalise_period, (*_cover(facts), facts.opening, *facts.furniture))
    return next((period for period in elsewhere if period and period.end), None)


def _named_on_cover(facts: DocumentFacts) -> list[str]:
    """The lines of the cover that are nothing but the name of one area or of its authority.

    Several name partners, of which none need be the publisher.
    """
    named = {line: code for line in _cover(facts) if (code := area_code(line))}
    return list(named) if len(set(named.values())) == 1 else []


def _cover(facts: DocumentFacts) -> list[str]:
    """The short lines with which the document begins: its cover, or the lines below its title."""
    first = facts.opening.splitlines()[:COVER_LINES]
    return list(takewhile(lambda line: len(line) <= COVER_LINE, first))
