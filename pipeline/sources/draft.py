"""Drafts lines of the registry from a page that a person has found."""

import csv
import io
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Literal
from urllib.parse import parse_qs, urlsplit

from normalisers.areas import AreaMatch, find_area
from normalisers.periods import normalise_kind
from pipeline.discover import Found, discover
from pipeline.discover.sets import pages_of_set
from pipeline.errors import UsageError
from pipeline.records import Source
from pipeline.sources import DOCUMENTS, SOURCES, KnownDocument, Registry
from pipeline.store.naming import slug
from pipeline.web.links import PageRead
from pipeline.web.names import new_id

UNKNOWN_AREA = "?"
SURE_AREA = 50  # score of find_area; below it a person should look
SET_PAGES = 3  # pages below one page that all belong to one plan
MODERNGOV = ("ieissuedetails", "iedecisiondetails", "mgissuehistory", "ielistdocuments", "mgai")
CMIS = ("viewselecteddocument", "document.ashx", "cmis", "/decisiondetails/")
FEEDS = (".rss", ".atom", "/rss", "/feed")


@dataclass(frozen=True, slots=True)
class Draft:
    """What a page suggests for the registry.

    Attributes:
        source: The line for ``sources.csv``; ``area_code`` is "?" where the page does not tell it.
        documents: Lines for ``known_documents.csv``.
        found: Every link that may be a document, for a person to look at.
        doubts: What a person has to settle before the lines are of use, one line each.
    """

    source: Source
    documents: tuple[KnownDocument, ...]
    found: tuple[Found, ...]
    doubts: tuple[str, ...] = ()


def draft_entry(page: PageRead, address: str, registry: Registry, area: str | None = None) -> Draft:
    """Draft the entry of a page from its title, area and links.

    Args:
        page: As read.
        address: Where it was asked for.
        registry: What is watched already.
        area: Code or name, which settles the area; None where the page is to tell it.

    Raises:
        UsageError: The page is watched already.
    """
    for source in registry.sources:
        if source.address == address:
            raise UsageError(f"{address} is in the registry already, as {source.source_id}.")
    place = find_area(page.title, page.opening, page.opening, address, hint=area)
    source = _source(page, address, place, registry)
    found = tuple(discover(page, source, ()))
    doubts = list(_doubts(page, place, found))
    known = () if place is None else tuple(_documents(page, source, found))
    taken = [line for line in known if line.document_id in registry.document_of]
    doubts += [f"document_id {line.document_id} is taken; choose another." for line in taken]
    return Draft(source, known, found, tuple(doubts))


def as_lines(lines: Iterable[Source | KnownDocument]) -> str:
    """The records as lines of their CSV, without its head."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for line in lines:
        values: Mapping[str, Any] = asdict(line)
        writer.writerow([_cell(values[column.name]) for column in fields(line)])
    return text.getvalue()


def append(draft: Draft, folder: Path) -> None:
    """Write the draft into the registry; lines stay sorted by their ids.

    Raises:
        UsageError: Something is still in doubt, or the files cannot be written.
    """
    if draft.source.area_code == UNKNOWN_AREA:
        raise UsageError("The area is not known, so nothing was written. Give it with --area.")
    taken = next((doubt for doubt in draft.doubts if "is taken" in doubt), None)
    if taken is not None:
        raise UsageError(f"{taken} Nothing was written.")
    _insert(folder / SOURCES, as_lines([draft.source]))
    _insert(folder / DOCUMENTS, as_lines(draft.documents))


def kind_of(address: str, page: PageRead) -> str:
    """What sort of page an address is: ``"moderngov"``, ``"feed"``, ``"page_set"``, ``"page"``."""
    low = address.lower()
    if any(mark in low for mark in MODERNGOV):
        return "moderngov"
    if any(mark in low for mark in CMIS):
        return "cmis"
    if "sitemap" in low.rpartition("/")[2] and low.endswith(".xml"):
        return "sitemap"
    if low.endswith(FEEDS):
        return "feed"
    if "/news" in low or "/article/" in low:
        return "news"
    below = [part for part in pages_of_set(page, address, {}) if part.address.startswith(address)]
    return "page_set" if len(below) >= SET_PAGES else "page"


def _source(page: PageRead, address: str, area: AreaMatch | None, registry: Registry) -> Source:
    name = area.name if area else urlsplit(address).netloc.removeprefix("www.")
    kind = kind_of(address, page)
    query = parse_qs(urlsplit(address).query)
    number = next(iter(query.get("IId") or query.get("AIId") or []), "")
    stem = slug(" ".join((name, kind.replace("_", " "), number)))
    choices = (stem, *(f"{stem}-{count}" for count in range(2, 100)))
    return Source(
        source_id=next(choice for choice in choices if choice not in registry.source_of),
        publisher=area.publisher if area else "",
        area_code=area.code if area else UNKNOWN_AREA,
        address=address,
        kind=kind,  # type: ignore[arg-type]  # one of the kinds, by kind_of
        licence="not checked",
        note=page.title,
    )


def _documents(page: PageRead, source: Source, found: Iterable[Found]) -> Iterable[KnownDocument]:
    """A line for the set of pages, or for each file that is surely a plan, and for each draft."""
    if source.kind == "page_set":
        name = new_id(source.address, page.title, source, (), ())
        yield KnownDocument(name, source.source_id, source.address)
        return
    names: set[str] = set()
    for link in found:
        if link.verdict not in ("document", "draft"):
            continue
        name = new_id(link.address, link.title, source, (), ())
        if name in names:
            continue
        names.add(name)
        told = normalise_kind(link.title, "application/pdf")
        kind: Literal["strategy", "delivery_plan"] = (
            "delivery_plan" if told == "delivery_plan" else "strategy"
        )
        yield KnownDocument(
            name,
            source.source_id,
            link.address,
            kind=kind,
            standing="draft" if link.verdict == "draft" else "plan",
        )


def _doubts(page: PageRead, area: AreaMatch | None, found: Iterable[Found]) -> Iterable[str]:
    if page.sign:
        yield "The page only says that it is not there, or not for programs."
    if area is None:
        yield "The page does not tell its area; give it with --area."
    elif area.score < SURE_AREA:
        yield f"The area {area.name} is a guess from the page's {area.method}."
    if not any(link.verdict in ("document", "page") for link in found):
        yield "No link of it surely leads to a plan; it may be one itself."


def _cell(value: object) -> str:
    return "" if value in (None, 0) else str(value)


def _insert(path: Path, lines: str) -> None:
    try:
        head, *held = path.read_text("utf-8").splitlines(keepends=True)
        beside = path.with_suffix(f".{os.getpid()}.tmp")
        beside.write_text(
            head + "".join(sorted([*held, *lines.splitlines(keepends=True)])), "utf-8"
        )
        beside.replace(path)
    except OSError as fault:
        raise UsageError(f"{path} cannot be written: {fault.strerror}.") from fault
