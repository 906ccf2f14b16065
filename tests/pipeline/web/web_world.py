"""A registry over a local site, and nights that go over it."""

import csv
import hashlib
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from extractors.errors import UnreadableDocument
from pipeline.records import Source
from pipeline.schema import ProblemRow
from pipeline.settings import Settings
from pipeline.sources import DOCUMENTS, SOURCES, KnownDocument, load_registry
from pipeline.store import RawStore
from pipeline.web.faults import FetchFault
from pipeline.web.links import PageRead, read_page
from pipeline.web.night import fetch_web
from pipeline.web.reply import Reply
from pipeline.web.state import AddressState, load_state
from tests.pipeline.web.web_server import Site

FIRST = datetime(2026, 3, 1, 2, 0, tzinfo=UTC)
AREA = "E06000001"


def pdf(text: str) -> bytes:
    return b"%PDF-1.7\n" + text.encode() + b"\n%%EOF\n"


class OwnReader:
    """Reads pages in this process; one test has them read in workers, as a run does."""

    def __init__(self, settings: Settings) -> None:
        self.limits = settings.limits

    def __enter__(self) -> "OwnReader":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def read(self, pages: dict[str, Reply]) -> dict[str, PageRead | FetchFault]:
        return {address: self.read_one(reply) for address, reply in pages.items()}

    def read_one(self, reply: Reply) -> PageRead | FetchFault:
        try:
            return read_page(reply.data or b"", reply.address, self.limits)
        except UnreadableDocument as fault:
            return FetchFault("wrong_content", f"The page could not be read: {fault}.")


@dataclass
class World:
    """``night(1)`` is the first one; each gives its problems, code and address."""

    site: Site
    folder: Path
    sources: list[dict[str, str]] = field(default_factory=list)
    documents: list[dict[str, str]] = field(default_factory=list)
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def settings(self) -> Settings:
        given = {
            "data_dir": self.folder / "data",
            "registry": self.folder / "registry",
            "workers": 1,
            "pace_seconds": 0.0,
            "seconds_per_fetch": 2.0,
            "allow_hosts": "127.0.0.1,127.0.0.2",
        }
        return Settings(**given | self.more)

    def source(self, path: str, kind: str = "page", **values: str) -> None:
        name = values.pop("source_id", f"mereshire-{len(self.sources) + 1}")
        given = {"source_id": name, "publisher": "Mereshire Council", "area_code": AREA}
        address = path if "://" in path else f"{self.site.root}{path}"
        self.sources.append(given | {"address": address, "kind": kind} | values)

    def known(self, document_id: str, path: str = "", **values: str) -> None:
        address = f"{self.site.root}{path}" if path else ""
        given = {"document_id": document_id, "source_id": "mereshire-1", "address": address}
        self.documents.append(given | values)

    def save(self) -> None:
        folder = self.folder / "registry"
        folder.mkdir(exist_ok=True)
        for name, kind, rows in (
            (SOURCES, Source, self.sources),
            (DOCUMENTS, KnownDocument, self.documents),
        ):
            with (folder / name).open("w", newline="", encoding="utf-8") as file:
                writer = csv.DictWriter(file, [line.name for line in fields(kind)])
                writer.writeheader()
                writer.writerows(rows)

    def night(self, number: int) -> list[ProblemRow]:
        self.save()
        self.site.asked.clear()
        when = FIRST + timedelta(days=number - 1)
        return fetch_web(load_registry(self.settings.registry), self.settings, when)

    def at(self, path: str) -> AddressState:
        state = load_state(self.settings.data_dir)
        assert state is not None
        return state.addresses[f"{self.site.root}{path}"]

    def paths(self) -> set[str]:
        """Paths of the documents and pages that are known."""
        state = load_state(self.settings.data_dir)
        assert state is not None
        return {address.removeprefix(self.site.root) for address in state.addresses}

    def holds(self, data: bytes) -> bool:
        store = RawStore(self.settings.data_dir)
        return any(e.edition_id == hashlib.sha256(data).hexdigest() for e in store.editions())

    def held(self) -> int:
        return len(RawStore(self.settings.data_dir).editions())


def codes(problems: list[ProblemRow]) -> list[str]:
    return [problem.code for problem in problems]
