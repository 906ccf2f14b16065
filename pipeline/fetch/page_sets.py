"""The files of a folder that are the pages of one document, published under one contents list.

Reads pages in worker processes, and only where some are new; knows no plan.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from extractors.readers import BY_TYPE, HTML
from pipeline.discover.local_files import Content, File, read_file
from pipeline.discover.saved import folder_of, read_saved, sets_among
from pipeline.discover.saved_pages import SavedPage
from pipeline.discover.sets import MIN_PAGES
from pipeline.settings import Settings
from pipeline.store import RawStore
from pipeline.store.naming import shown_name, stem_of
from pipeline.workers import Done, WorkerPool

BATCH = 25  # pages a job: one costs milliseconds, and a process as much
PRELOAD = ("lxml.etree", "extractors.readers.web", "pipeline.discover.saved")


@dataclass(frozen=True, slots=True)
class Place:
    """A file among the pages of a set: ``Place("harbour-plan", 5, "/home/ann/harbour-plan")``.

    Attributes:
        name: What the document is called: its folder, or its first page where other documents lie
            there too.
        part: Place in the contents list, from 1.
        folder: Where its first page lies.
        document_id: That of its pages which were fetched before; None where all are new.
        missing: At the first page alone: what the set calls its pages that were not saved.
    """

    name: str
    part: int
    folder: str
    document_id: str | None = None
    missing: tuple[str, ...] = ()


def find_sets(files: Sequence[File], store: RawStore, settings: Settings) -> dict[Path, Place]:
    """Find the pages of sets among the files at a path.

    Args:
        files: All files there, in the order of their names.
        store: Where what was fetched before lies: pages keep their parts, and where no bytes are
            new none is read.
        settings: What reading may cost; a page that cannot be read is of no set.
    """
    pages = [file for file in files if file.ending in BY_TYPE[HTML].endings and not file.is_hidden]
    if len(pages) < MIN_PAGES or not any(_is_new(file, store, settings) for file in pages):
        return {}
    file_of = {file.origin: file for file in pages}
    found: dict[Path, Place] = {}
    for one in sets_among(_read(pages, settings)):
        listed = {file_of[origin]: place for origin, place in one.places.items()}
        name = _name(folder_of(one.places), listed, files)
        found |= _numbered(listed, name, store)
        first = _first(listed).path
        found[first] = replace(found[first], missing=one.missing)
    return found


def _read(pages: Sequence[File], settings: Settings) -> list[SavedPage]:
    """Read the pages in worker processes; a batch that ends one is read by none."""
    files = [(file.path, file.origin) for file in pages]
    jobs = [(files[n : n + BATCH], settings.limits) for n in range(0, len(files), BATCH)]
    with WorkerPool(min(settings.workers, len(jobs)), settings.job_limits, PRELOAD) as pool:
        outcomes = pool.run(read_saved, jobs)
    return [page for one in outcomes if isinstance(one, Done) for page in one.value]


def _is_new(file: File, store: RawStore, settings: Settings) -> bool:
    content = read_file(file, settings.max_bytes)
    if not isinstance(content, Content):
        return False
    return store.record(hashlib.sha256(content.data).hexdigest()) is None


def _numbered(listed: Mapping[File, int], name: str, store: RawStore) -> dict[Path, Place]:
    """The parts of a set; a page that was fetched before keeps its own for good."""
    fetched = {(f.folder, f.file_name): f for one in store.records() for f in one.record.fetches}
    before = {file: fetched[key] for file in listed if (key := _key(file)) in fetched}
    parts = {file: one.part for file, one in before.items() if one.part is not None}
    work = next((before[file].document_id for file in parts), None)
    taken = set(parts.values())
    for file, place in sorted(listed.items(), key=lambda one: one[1]):
        if file not in parts:
            parts[file] = place if place not in taken else max(taken) + 1
    folder, _ = _key(_first(listed))
    return {file.path: Place(name, part, folder, work) for file, part in parts.items()}


def _key(file: File) -> tuple[str, str]:
    """Folder and name of a file, as the store keeps them of each fetch."""
    return shown_name(str(file.path.absolute().parent)), shown_name(file.path.name)


def _name(folder: str, listed: Mapping[File, int], files: Sequence[File]) -> str:
    """The name of a set: that of its folder, or of its first page where other files lie there."""
    inside = [one for one in files if PurePosixPath(folder) in PurePosixPath(one.origin).parents]
    if any(one not in listed and one.is_expected for one in inside):
        return stem_of(_first(listed).origin)
    return folder or files[0].root


def _first(listed: Mapping[File, int]) -> File:
    return min(listed, key=lambda file: (listed[file], file.origin))
