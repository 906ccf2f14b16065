"""From the links of a watched page to the documents that it announces: ranked, and with reasons.

The words that speak for and against a link are lines of ``words.csv``. Knows links and
words; fetches nothing.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal
from urllib.parse import unquote, urlsplit

from extractors.blocks import Link
from pipeline.records import Source
from pipeline.sources import KnownDocument
from pipeline.web.links import PageRead

WORDS = Path(__file__).with_name("words.csv")
SURE = 7  # points: own subject and kind; or a file named "strategy" on a page about the subject
DOUBTFUL = 5  # points: a file of nameless kind on such a page
FILE_POINTS = 2
YEAR_POINTS = 1
INHERITED_SUBJECT = 2  # the page is about it and the link says nothing of its own
INHERITED_KIND = 1
FILE_RE = re.compile(r"\.(?:pdf|docx?|docm|odt|rtf)$", re.IGNORECASE)
HANDED_OUT_RE = re.compile(
    r"mgConvert2PDF|Document\.ashx|/documents/[sdbgq]\d+|/downloads?/(?:file|id|download)?/?\d+",
    re.IGNORECASE,
)
"""Addresses of files without an ending: ModernGov, CMIS, Jadu and others."""
YEAR_RE = re.compile(r"\b20[0-4]\d\b")
PERIOD_RE = re.compile(r"\b20[0-4]\d(?:\s*(?:-|–|/|to)\s*(?:20)?\d\d)?\b")
SEPARATORS_RE = re.compile(
    r"[\W_]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[^\W\d])(?=\d{4})"
)
"""Between words, and between those of a file's name run together: VAWGStrategy2025."""

Verdict = Literal["document", "page", "doubtful", "draft", "withdrawn", "ignored"]


@dataclass(frozen=True, slots=True)
class Found:
    """A link that may lead to a document.

    Attributes:
        address: Where it leads.
        title: What the link says, or the page where the link says nothing of its own.
        verdict: "document" is fetched; "page" is looked at for links, and may turn out to be a
            document; "doubtful" waits for a person; "draft" is no plan yet;
            "withdrawn" and "ignored" are what the registry says of it.
        points: What speaks for it less what speaks against it.
        reasons: ``("subject: vawg", "kind: strategy", "file")``.
        document_id: The known work that it is; None where it is a new one.
    """

    address: str
    title: str
    verdict: Verdict
    points: int
    reasons: tuple[str, ...]
    document_id: str | None = None


@dataclass(frozen=True, slots=True)
class _Signs:
    """What the words of one text say: sign to phrase and points, the strongest phrase of each."""

    best: Mapping[str, tuple[str, int]]
    against: tuple[tuple[str, int], ...]
    is_generic: bool

    def points(self, sign: str) -> int:
        return self.best[sign][1] if sign in self.best else 0


def discover(page: PageRead, source: Source, known: Sequence[KnownDocument]) -> list[Found]:
    """Find the links of a page that lead, or may lead, to documents.

    Args:
        page: As read.
        source: What is watched; links that its pattern matches are taken whatever their words.
        known: The works expected of it, told by their addresses and patterns.

    Returns:
        The strongest first; links that nothing speaks for are left out.
    """
    about = _signs_of(page.title)
    found = [
        told
        for link in page.links
        if link.address != source.address and (told := _judge(link, page, about, source, known))
    ]
    return sorted(found, key=lambda link: (-link.points, link.address))


def is_file(address: str) -> bool:
    """An address that by its form gives a file and no page."""
    parts = urlsplit(address)
    named = FILE_RE.search(parts.path) or FILE_RE.search(parts.query)
    return bool(named or HANDED_OUT_RE.search(address))


def words_of(text: str, address: str = "") -> str:
    """Words of a link's text and of the last part of its address, in small letters.

    The folders above say where a page lies, not what it is.
    """
    name = unquote(urlsplit(address).path).rstrip("/").rpartition("/")[2] if address else ""
    plain = f"{text} {name}".replace("&", " and ")
    return " ".join(SEPARATORS_RE.sub(" ", plain).lower().split())


def _judge(
    link: Link, page: PageRead, about: _Signs, source: Source, known: Sequence[KnownDocument]
) -> Found | None:
    file = is_file(link.address)
    own = _signs_of(words_of(link.text, link.address))
    generic = _signs_of(link.text).is_generic and "subject" not in own.best
    title = _title(link, page.title) if generic else link.text or link.address
    work = _known_work(link, page.title if generic else "", known, bool(own.against))
    points, reasons = _weigh(own, about if generic else None, link, file)
    draft = _is_draft(own, about)
    found = Found(link.address, title, "document" if file else "page", points, reasons)
    if work is not None:
        verdict: Verdict = found.verdict if work.standing == "plan" else work.standing
        if draft and verdict == found.verdict and work.address != link.address:
            verdict = "draft"  # the pattern of a plan matches the draft of it as well
        reasons = (f"known: {work.document_id}", *reasons)
        return replace(found, verdict=verdict, document_id=work.document_id, reasons=reasons)
    if source.link_pattern and re.search(source.link_pattern, _whole(link), re.IGNORECASE):
        return replace(found, reasons=("pattern of the registry", *reasons))
    if points < DOUBTFUL:
        return None
    if draft:
        return replace(found, verdict="draft")
    return found if points >= SURE else _doubt(found, file)


def _title(link: Link, page_title: str) -> str:
    """The page's title for a link that says nothing, with the years that the link does say."""
    years = PERIOD_RE.search(link.text)
    if not page_title:
        return link.text or link.address
    if years is None or years.group() in page_title:
        return page_title
    return f"{page_title} {years.group()}"


def _doubt(found: Found, file: bool) -> Found | None:
    """A file of doubtful words waits for a person; a page of such words is one of many."""
    return replace(found, verdict="doubtful") if file else None


def _weigh(
    own: _Signs, about: _Signs | None, link: Link, file: bool
) -> tuple[int, tuple[str, ...]]:
    """Points and reasons; none where neither link nor page names both subject and kind."""
    points = 0
    reasons: list[str] = []
    for sign, inherited in (("subject", INHERITED_SUBJECT), ("kind", INHERITED_KIND)):
        if sign in own.best:
            points += own.points(sign)
            reasons.append(f"{sign}: {own.best[sign][0]}")
        elif about is not None and sign in about.best:
            points += inherited
            reasons.append(f"{sign} of the page: {about.best[sign][0]}")
        else:
            return 0, ()
    if YEAR_RE.search(words_of(link.text, link.address)):
        points += YEAR_POINTS
        reasons.append("year")
    if file:
        points += FILE_POINTS
        reasons.append("file")
    for phrase, less in own.against:
        points -= less
        reasons.append(f"against: {phrase}")
    return points, tuple(reasons)


def _is_draft(own: _Signs, about: _Signs) -> bool:
    """The link or the page says so, and neither says that the text was adopted.

    What a page for consultation links is the draft that it asks about, whatever the link says.
    """
    signs = set(own.best) | set(about.best)
    return "draft" in signs and "final" not in signs


def _known_work(
    link: Link, page_title: str, known: Sequence[KnownDocument], speaks_against: bool
) -> KnownDocument | None:
    """The known work that a link is: by address, else by the first pattern that matches.

    A pattern is no match for what only accompanies the work, as its impact assessment does.
    """
    for work in known:
        if work.address == link.address:
            return work
    if speaks_against:
        return None
    whole = f"{page_title} {_whole(link)}"
    for work in known:
        if work.link_pattern and re.search(work.link_pattern, whole, re.IGNORECASE):
            return work
    return None


def _whole(link: Link) -> str:
    return f"{link.text} {words_of('', link.address)} {link.address}"


def _signs_of(text: str) -> _Signs:
    words = f" {words_of(text)} "
    best: dict[str, tuple[str, int]] = {}
    against = []
    rest = words
    for sign, phrases in _phrases().items():
        for phrase, points in phrases:
            if f" {phrase} " not in words:
                continue
            if sign == "against":
                against.append((phrase, points))
            elif sign not in best or points > best[sign][1]:
                best[sign] = (phrase, points)
            if sign in ("generic", "kind"):
                rest = rest.replace(f" {phrase} ", " ").replace(f" {phrase} ", " ")
    return _Signs(best, tuple(against), not re.search(r"[a-z]{2}", rest))


@cache
def _phrases() -> Mapping[str, list[tuple[str, int]]]:
    """Sign to phrases and points, longer phrases first."""
    phrases: dict[str, list[tuple[str, int]]] = defaultdict(list)
    with WORDS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            phrases[row["sign"]].append((row["phrase"], int(row["points"])))
    return {sign: sorted(held, key=lambda line: -len(line[0])) for sign, held in phrases.items()}
