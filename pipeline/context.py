"""What a document says once and all its rows need: area, years, day of publication, short forms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from extractors.rows import GlossaryRow
from normalisers.areas import AreaMatch, find_area
from normalisers.periods import Period, normalise_period
from normalisers.published import find_publication_day
from pipeline.records import DocumentFacts, Edition, Source

NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Context:
    """The document around a row; each part is None where the document does not tell it.

    ``glossary`` maps the document's own short forms to what they stand for:
    ``{"IDVA": "Independent Domestic Violence Adviser"}``.
    """

    area: AreaMatch | None
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
        furniture="\n".join((*facts.furniture, facts.author or "")),
        address=facts.address or edition.url,
        hint=decided.get("area") or (source.area_code if source else None),
    )
    told = (decided.get("period"), facts.title, facts.opening)
    period = next(filter(None, (normalise_period(text or "") for text in told)), None)
    stated = facts.published_on
    published = date.fromisoformat(stated) if stated else find_publication_day(facts.opening)
    short_forms = {row.acronym: row.term for row in glossary if row.acronym}
    return Context(area, period, published, short_forms)
