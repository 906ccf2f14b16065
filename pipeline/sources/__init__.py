"""The source registry: where to look, and which documents are known there.

``sources.csv`` has a line an address to watch, ``known_documents.csv`` a line a work that a person
has named. Both are facts under version control; one schema each, checked whole on loading.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal, TypeVar
from urllib.parse import urlsplit

from pydantic import Field, TypeAdapter, ValidationError

from normalisers.vocabulary import vocabulary
from pipeline.errors import UsageError
from pipeline.records import Source

REGISTRY = Path(__file__).parent
SOURCES = "sources.csv"
DOCUMENTS = "known_documents.csv"
MAX_CADENCE_DAYS = 365  # a source that is looked at less often is not watched
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Line = TypeVar("Line", "Source", "KnownDocument")


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A line of ``known_documents.csv``: a work that is expected of a source.

    Attributes:
        document_id: Slug that a person chose once; it never changes.
        source_id: The source that publishes it.
        address: Where it is, or the root of its set of pages; "" where a link must lead to it.
        link_pattern: Tells its link by text and address: ``"strategy.*2024"``; "" where the
            address is known. Case does not matter.
        kind: As in the ``documents`` table.
        standing: "draft" for a text under consultation, which is no plan and is not read;
            "withdrawn" where its publisher has said so; "ignored" for a link that is no plan.
        supersedes: document_id of the work that it takes the place of; "" where none.
        min_actions: Fewer are a fault; 0 where nobody knows.
        max_actions: More are a warning; None where nobody knows.
    """

    document_id: Annotated[str, Field(pattern=SLUG, max_length=80)]
    source_id: str
    address: str = ""
    link_pattern: str = ""
    kind: Literal["strategy", "delivery_plan", "progress_report", "web_page", "news"] = "strategy"
    standing: Literal["plan", "draft", "withdrawn", "ignored"] = "plan"
    supersedes: str = ""
    min_actions: Annotated[int, Field(ge=0)] = 0
    max_actions: Annotated[int, Field(ge=1)] | None = None
    note: str = ""


@dataclass(frozen=True)
class Registry:
    """Both files; ``sources`` and ``documents`` are sorted by their ids."""

    sources: tuple[Source, ...] = ()
    documents: tuple[KnownDocument, ...] = ()

    @cached_property
    def source_of(self) -> Mapping[str, Source]:
        """Sources by id."""
        return {source.source_id: source for source in self.sources}

    @cached_property
    def document_of(self) -> Mapping[str, KnownDocument]:
        """Known documents by id."""
        return {document.document_id: document for document in self.documents}

    def documents_of(self, source_id: str) -> list[KnownDocument]:
        """The known documents of one source."""
        return [known for known in self.documents if known.source_id == source_id]


def load_registry(folder: Path | None = None) -> Registry:
    """Read and check the registry.

    Args:
        folder: Holds the two files; None for the project's own.

    Raises:
        UsageError: A line lacks a value, has an unknown column or word, repeats an id or names
            something that is not there; the message names file and line.
    """
    folder = folder or REGISTRY
    sources = {line.source_id: line for line in _read(folder / SOURCES, Source, "source_id")}
    known = _read(folder / DOCUMENTS, KnownDocument, "document_id")
    documents = {line.document_id: line for line in known}
    for source in sources.values():
        _refuse(f"{SOURCES}: {source.source_id}", _faults_of_source(source))
    for document in documents.values():
        faults = _faults_of_document(document, sources, documents)
        _refuse(f"{DOCUMENTS}: {document.document_id}", faults)
    return Registry(
        tuple(sources[name] for name in sorted(sources)),
        tuple(documents[name] for name in sorted(documents)),
    )


def load_sources(folder: Path | None = None) -> tuple[Source, ...]:
    """The sources of the registry alone, sorted by ``source_id``."""
    return load_registry(folder).sources


def _read(path: Path, kind: type[Line], key: str) -> list[Line]:
    adapter: TypeAdapter[Line] = TypeAdapter(kind)
    lines: dict[str, Line] = {}
    for number, row in _rows(path, {line.name for line in fields(kind)}):
        where = f"{path.name} line {number}"
        given = {name: value for name, value in row.items() if value}
        try:
            line = adapter.validate_python(given, strict=False)
        except ValidationError as fault:
            first = fault.errors()[0]
            place = ".".join(str(part) for part in first["loc"])
            raise UsageError(f"{where}: {place}: {first['msg']}.") from fault
        name = getattr(line, key)
        if name in lines:
            raise UsageError(f"{where}: {key} {name!r} is there already.")
        lines[name] = line
    return list(lines.values())


def _rows(path: Path, columns: set[str]) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        opened = path.open(encoding="utf-8", newline="")
    except OSError as fault:
        raise UsageError(f"{path}: the registry cannot be read: {fault.strerror}.") from fault
    with opened as text:
        reader = csv.DictReader(text, strict=True)
        if unknown := set(reader.fieldnames or ()) - columns:
            raise UsageError(f"{path.name}: unknown columns {', '.join(sorted(unknown))}.")
        try:
            for row in reader:
                if None in row or None in row.values():
                    raise UsageError(f"{path.name} line {reader.line_num}: too many or few values.")
                yield reader.line_num, row
        except (csv.Error, UnicodeDecodeError) as fault:
            raise UsageError(f"{path.name} line {reader.line_num}: {fault}.") from fault


def _faults_of_source(source: Source) -> Iterator[str]:
    if source.area_code not in vocabulary().area_of:
        yield f"area_code {source.area_code} is not in areas.csv"
    yield from _faults_of_address(source.address)
    yield from _faults_of_pattern(source.link_pattern)
    if not 1 <= source.cadence_days <= MAX_CADENCE_DAYS:
        yield f"cadence_days {source.cadence_days} is not from 1 to {MAX_CADENCE_DAYS}"
    if source.min_documents < 0:
        yield f"min_documents {source.min_documents} is below 0"
    if source.ca_bundle and not Path(source.ca_bundle).is_file():
        yield f"ca_bundle {source.ca_bundle} is not there"


def _faults_of_document(
    line: KnownDocument, sources: Mapping[str, Source], documents: Mapping[str, KnownDocument]
) -> Iterator[str]:
    if line.source_id not in sources:
        yield f"source_id {line.source_id} is not in {SOURCES}"
    if line.address:
        yield from _faults_of_address(line.address)
    elif not line.link_pattern:
        yield "it has neither address nor link_pattern, so it can never be found"
    yield from _faults_of_pattern(line.link_pattern)
    if line.supersedes and line.supersedes not in documents:
        yield f"supersedes {line.supersedes}, which is not in {DOCUMENTS}"
    if line.max_actions is not None and line.max_actions < line.min_actions:
        yield f"max_actions {line.max_actions} is below min_actions {line.min_actions}"


def _faults_of_address(address: str) -> Iterator[str]:
    try:
        parts = urlsplit(address)
    except ValueError:
        yield f"address {address} is malformed"
        return
    if parts.scheme not in ("http", "https") or not parts.hostname:
        yield f"address {address} is no http or https address"


def _faults_of_pattern(pattern: str) -> Iterator[str]:
    try:
        re.compile(pattern)
    except re.error as fault:
        yield f"link_pattern {pattern} is no regular expression: {fault}"


def _refuse(where: str, faults: Iterable[str]) -> None:
    for fault in faults:
        raise UsageError(f"{where}: {fault}.")
