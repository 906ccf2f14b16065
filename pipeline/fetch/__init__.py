"""Brings documents from local files and folders into the raw store.

A file that cannot be read is a row of ``problems`` and the others are fetched. Knows names and
bytes, not what a document says.
"""

import hashlib
import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.discover.local_files import Content, File, check_paths, files_at, read_file
from pipeline.fetch.page_sets import Place, find_sets
from pipeline.records import Edition, Fetched
from pipeline.schema import ProblemRow
from pipeline.settings import Settings
from pipeline.store import RawStore
from pipeline.store.inbox import with_note
from pipeline.store.naming import Owner, claim_id, shown_name, stem_of
from pipeline.store.raw_records import Fetch, problem


@dataclass(slots=True)
class _Haul:
    """What has been fetched so far.

    ``first`` tells in which file the bytes of an edition were found; ``owners`` which files have
    a document_id; ``places`` which files are pages of a set.
    """

    store: RawStore
    max_bytes: int
    editions: list[Edition] = field(default_factory=list)
    problems: list[ProblemRow] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    first: dict[str, File] = field(default_factory=dict)
    owners: dict[str, set[Owner]] = field(default_factory=dict)
    places: dict[Path, Place] = field(default_factory=dict)


def fetch_local(paths: Sequence[Path], store: RawStore, settings: Settings) -> Fetched:
    """Bring the documents at the paths into the store.

    Args:
        paths: Files, or folders that are searched with their subfolders. In a folder, files that
            neither by name nor by content are of a known format are counted and left.
        store: Where the bytes go.
        settings: ``max_bytes`` bounds a file.

    Returns:
        An edition for each distinct set of bytes, by path.

    Raises:
        UsageError: A path does not exist, or there is no document at any of them.
        JobFailed: The store cannot be written.
    """
    check_paths(paths, store.root.parent, settings.max_bytes)
    return _fetched(_bring(paths, store, settings))


def fetch_inbox(store: RawStore, settings: Settings) -> Fetched:
    """Bring what people saved by hand into the store; an inbox that is empty brings nothing.

    Raises:
        JobFailed: The store cannot be written.
    """
    return _fetched(_bring([store.inbox] if store.inbox.is_dir() else [], store, settings))


def _bring(paths: Sequence[Path], store: RawStore, settings: Settings) -> _Haul:
    haul = _start(store, settings.max_bytes)

    def lost(root: Path, error: OSError) -> None:
        origin = shown_name(os.path.relpath(error.filename, root))
        message = f"{origin}: the folder could not be listed: {error.strerror}."
        haul.problems.append(problem(message, "file_unreadable", url=origin))

    for path in paths:
        files = list(files_at(path, store.root.parent, lost))
        haul.places.update(find_sets(files, store, settings))
        for file in files:
            _take(haul, file)
    return haul


def _fetched(haul: _Haul) -> Fetched:
    if haul.skipped:
        haul.problems.append(_skipped(haul.skipped))
    return Fetched(tuple(haul.editions), tuple(haul.problems), haul.skipped.total())


def _start(store: RawStore, max_bytes: int) -> _Haul:
    """Learn from the store which ids are taken, and what had to be mended in it."""
    haul = _Haul(store, max_bytes)
    for stored in store.records():
        haul.problems.extend(stored.problems)
        for fetch in stored.record.fetches:
            haul.owners.setdefault(fetch.document_id, set()).add(_owner_of(fetch))
    return haul


def _take(haul: _Haul, file: File) -> None:
    """Fetch one file if it is a document; whatever is wrong with it becomes a problem."""
    if file.is_hidden:
        haul.skipped[f"hidden {file.ending}".rstrip()] += 1
        return
    found = read_file(file, haul.max_bytes)
    if isinstance(found, Content):
        _keep(haul, file, found)
    elif file.is_expected:
        message = f"{file.origin} {found.message}"
        haul.problems.append(problem(message, found.code, url=file.origin))
    else:
        haul.skipped[file.ending] += 1


def _keep(haul: _Haul, file: File, content: Content) -> None:
    """Put a file's bytes into the store and count its edition once."""
    folder = shown_name(str(file.path.absolute().parent))
    place = haul.places.get(file.path)
    named = place.name if place is not None else file.origin
    owner = (place.folder if place is not None else folder, stem_of(named.split("/")[-1]))
    known = place.document_id if place is not None else None
    fetch = Fetch(
        document_id=known or _id_of(haul, replace(file, origin=named), content, owner),
        origin=file.origin,
        file_name=shown_name(file.path.name),
        fetched_at=content.saved_at,
        folder=folder,
        part=place.part if place is not None else None,
    )
    fetch, fault = with_note(fetch, file.path)
    stored = haul.store.add(content.data, fetch)
    haul.problems.extend([*stored.problems, *([] if fault is None else [fault])])
    if place is not None and place.missing:
        haul.problems.append(_missing(fetch, place.missing))
    edition = stored.record.edition()
    first = haul.first.setdefault(edition.edition_id, file)
    if first is file:
        haul.editions.append(edition)
    else:
        haul.problems.append(_duplicate(file, first, edition))


def _missing(fetch: Fetch, titles: Sequence[str]) -> ProblemRow:
    some = ", ".join(f'"{title}"' for title in titles)
    message = f"Pages that its contents list or its pagers name are not held: {some}. Save them."
    return problem(
        message, "missing_part", "warning", document_id=fetch.document_id, url=fetch.origin
    )


def _id_of(haul: _Haul, file: File, content: Content, owner: Owner) -> str:
    """The id that the bytes have had before, under whatever name; else a new one."""
    known = haul.store.record(hashlib.sha256(content.data).hexdigest())
    if known is None or not known.fetches:
        return claim_id(haul.owners, file.root, file.origin, owner)
    document_id = known.edition().document_id
    haul.owners.setdefault(document_id, set()).add(owner)
    return document_id


def _duplicate(file: File, first: File, edition: Edition) -> ProblemRow:
    return problem(
        f"{file.origin} holds the same bytes as {first.origin}; they are read once.",
        "duplicate_bytes",
        "notice",
        document_id=edition.document_id,
        edition_id=edition.edition_id,
        url=file.origin,
    )


def _owner_of(fetch: Fetch) -> Owner:
    return fetch.folder or fetch.origin, stem_of(fetch.file_name)


def _skipped(skipped: Counter[str]) -> ProblemRow:
    kinds = ", ".join(f"{ending or 'no ending'} {n}" for ending, n in sorted(skipped.items()))
    what = "files that are hidden or of formats that are not read were left aside"
    message = f"{skipped.total()} {what}: {kinds}."
    return problem(message, "skipped_files", "notice")
