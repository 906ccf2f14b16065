"""The records that go from stage to stage; the rows of a release are in ``schema.py``."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from extractors.blocks import Problem
from extractors.rows import ActionRow, GlossaryRow, PriorityRow
from pipeline import schema


@dataclass(frozen=True, slots=True)
class Source:
    """A line of the source registry: an address to watch.

    Attributes:
        source_id: ``"wandsworth-news-2024"``.
        publisher: ``"Wandsworth Council"``.
        area_code: An ONS code or an ``X-`` code of a joint area.
        address: The page, listing, sitemap or feed.
        kind: How it leads to documents; "page_set" is one document in several pages, "document"
            the document itself.
        link_pattern: Links that are taken whatever their words: ``"/media/.*vawg"``; "" for none.
        cadence_days: It is looked at when so many days have passed.
        min_documents: Fewer found are a fault of ours or a page that was built anew.
        licence: What the site says of re-use; "" where nobody has looked.
        ca_bundle: File of certificates to trust beside the usual ones; "" for none.
        note: For people.
    """

    source_id: str
    publisher: str
    area_code: str
    address: str
    kind: Literal["page", "page_set", "moderngov", "cmis", "sitemap", "feed", "news", "document"]
    link_pattern: str = ""
    cadence_days: int = 1
    min_documents: int = 0
    licence: str = ""
    ca_bundle: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """One fetched set of bytes of a document.

    Attributes:
        edition_id: SHA-256 of the bytes, in hex.
        document_id: Slug of the work: ``"wandsworth-vawg-strategy-2022-2025"``.
        file_name: As published or saved: ``"strategy.pdf"``; data only, never a path.
        media_type: As sniffed; None where no reader takes it.
        size: Bytes.
        fetched_at: UTC; the saving time of a local file.
        origin: Address or path that it came from.
        source_id: Line of the registry; None for a local file.
        part: Place in the contents list of a set of pages, from 1; None for a whole work.
    """

    edition_id: str
    document_id: str
    file_name: str
    media_type: str | None
    size: int
    fetched_at: datetime
    origin: str
    source_id: str | None = None
    part: int | None = None

    @property
    def url(self) -> str | None:
        """The web address it came from; None for a local file."""
        return self.origin if self.origin.startswith(("http://", "https://")) else None


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What a document says of itself, kept for the normalisers after its blocks are let go.

    ``opening`` is its first 3,000 characters or so; ``furniture`` its running headers and footers.
    """

    media_type: str
    title: str | None = None
    author: str | None = None
    published_on: str | None = None
    address: str | None = None
    furniture: tuple[str, ...] = ()
    opening: str = ""
    pages: int | None = None
    tables: int = 0
    scanned: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadEdition:
    """What the readers and extractors made of one edition.

    ``facts`` is None where the document could not be read at all; ``problems`` then says why.
    """

    edition_id: str
    facts: DocumentFacts | None = None
    actions: tuple[ActionRow, ...] = ()
    priorities: tuple[PriorityRow, ...] = ()
    glossary: tuple[GlossaryRow, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class CuratedEdition:
    """The rows of one edition, normalised; ``document`` knows nothing yet of other editions.

    ``applied`` names the decisions of people that found their text in it.
    """

    document: schema.DocumentRow
    priorities: tuple[schema.PriorityRow, ...] = ()
    actions: tuple[schema.ActionRow, ...] = ()
    leads: tuple[schema.LeadRow, ...] = ()
    glossary: tuple[schema.GlossaryRow, ...] = ()
    problems: tuple[schema.ProblemRow, ...] = ()
    applied: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fetched:
    """What one fetch brought: editions in a fixed order, and what could not be fetched."""

    editions: tuple[Edition, ...] = ()
    problems: tuple[schema.ProblemRow, ...] = ()
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class News:
    """What became of one document since the release before.

    Attributes:
        document_id: The work.
        what: "new"; "changed": other bytes; "reread": the same bytes, other rows; "held": its last
            good rows stay published; "gone", "withdrawn" and the like: what its address says now.
        title: As printed; None where it has none.
        before: Actions in the release before; None where it was not there.
        now: Actions that were read now.
    """

    document_id: str
    what: str
    title: str | None = None
    before: int | None = None
    now: int | None = None


@dataclass(frozen=True, slots=True)
class SourceFailures:
    """What went wrong at one source: ``SourceFailures("www.bexley.gov.uk", {"timeout": 2})``."""

    source: str
    codes: dict[str, int]


@dataclass(frozen=True, slots=True)
class RunReport:
    """What one run did, for the terminal, the release and the nightly message.

    Attributes:
        release: Name of the release that ``latest`` points to after the run; "" before the first.
        published: False where nothing had changed, so that no release was written, or on failure.
        counts: Rows a table: ``{"actions": 49}``.
        read: Editions read in this run.
        reused: Editions taken over from an earlier run, since nothing about them had changed.
        problems: The rows of the ``problems`` table.
        seconds: Duration of each stage: ``{"extract": 2.4}``.
        warnings: What the checks warned of.
        run: Name of the run: ``"20261121T020004.118201Z"``.
        started_at: UTC.
        failure: Why nothing was published, in one line; None where the run did its work.
        previous: The release before, that ``news`` compares with.
        news: Documents that are new, changed, held, gone; none where all is as it was.
        failures: Errors by source, most first.
        accounts: Where every edition went: ``{"known": 9, "published": 8, "unreadable": 1}``.
    """

    release: str
    published: bool
    counts: dict[str, int] = field(default_factory=dict)
    read: int = 0
    reused: int = 0
    problems: tuple[schema.ProblemRow, ...] = ()
    seconds: dict[str, float] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    run: str = ""
    started_at: datetime | None = None
    failure: str | None = None
    previous: str | None = None
    news: tuple[News, ...] = ()
    failures: tuple[SourceFailures, ...] = ()
    accounts: dict[str, int] = field(default_factory=dict)
