"""Brings documents from local files and folders into the raw store.

A file that cannot be read is a row of ``problems`` and the others are fetched. Knows names and
bytes, not what a document says.
"""

import hashlib
import os
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from extractors.readers import ENDINGS, HTML, sniff
from pipeline.errors import UsageError
from pipeline.records import Edition, Fetched
from pipeline.schema import ProblemRow
from pipeline.settings import Settings
from pipeline.store import RawStore
from pipeline.store.inbox import is_note, with_note
from pipeline.store.naming import Owner, claim_id, shown_name, stem_of
from pipeline.store.raw_records import Fetch, problem

SNIFFED = 4_096  # bytes at the start of a file that tell whether it is worth reading whole
WEAK_HTML = frozenset(
    {".md", ".txt", ".csv", ".tsv", ".json", ".xml", ".svg", ".css", ".js", ".py", ".yaml", ".yml"}
)  # text that may begin with a tag without being a page
HIDDEN = (".", "~$", "Thumbs.db", "desktop.ini", "__MACOSX")  # how names begin of no document
CONTAINERS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # what is in them is told by their whole bytes
OWN_FOLDERS = ("raw", "curated", "state")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _File:
    """A file to try.

    Attributes:
        path: Where it is.
        origin: Its path below the given folder, or its name where it was given itself:
            ``"sub/Action Plan 2024.pdf"``. The same on every machine.
        root: Name of the given folder, or of the folder of the given file.
        asked: It was named in the call.
    """

    path: Path
    origin: str
    root: str
    asked: bool

    @property
    def ending(self) -> str:
        """In small letters: ``".pdf"``; "" where it has none."""
        return self.path.suffix.lower()

    @property
    def is_expected(self) -> bool:
        """It was asked for, or its name says that it is a document."""
        return self.asked or self.ending in ENDINGS


@dataclass(frozen=True, slots=True)
class _Content:
    """The bytes of a file and when it was saved."""

    data: bytes
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class _Fault:
    """Why a file gave no bytes: a code of ``problems`` and a sentence without its subject."""

    code: str
    message: str


_NO_DOCUMENT = _Fault("skipped_files", "is of no format that is read.")


@dataclass(slots=True)
class _Haul:
    """What has been fetched so far.

    ``first`` tells in which file the bytes of an edition were found; ``owners`` which files have
    a document_id; ``found`` is True once there was a document to try.
    """

    store: RawStore
    max_bytes: int
    editions: list[Edition] = field(default_factory=list)
    problems: list[ProblemRow] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    first: dict[str, _File] = field(default_factory=dict)
    owners: dict[str, set[Owner]] = field(default_factory=dict)
    found: bool = False


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
    for path in paths:
        if not os.path.lexists(path):
            raise UsageError(f"{path} does not exist. Name a document or a folder of documents.")
    haul = _bring(paths, store, settings)
    if not haul.found:
        shown = ", ".join(str(path) for path in paths)
        raise UsageError(f"{shown}: no document is there. Formats: {', '.join(sorted(ENDINGS))}.")
    return _fetched(haul)


def fetch_inbox(store: RawStore, settings: Settings) -> Fetched:
    """Bring what people saved by hand into the store; an inbox that is empty brings nothing.

    Raises:
        JobFailed: The store cannot be written.
    """
    return _fetched(_bring([store.inbox] if store.inbox.is_dir() else [], store, settings))


def _bring(paths: Sequence[Path], store: RawStore, settings: Settings) -> _Haul:
    haul = _start(store, settings.max_bytes)
    for path in paths:
        for file in _files(path, haul):
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


def _files(path: Path, haul: _Haul) -> Iterator[_File]:
    """The files at a path, in the order of their names."""
    if not path.is_dir():
        yield _File(
            path, shown_name(path.name), shown_name(path.absolute().parent.name), asked=True
        )
        return
    root = shown_name(path.absolute().name)
    for below in sorted(_walk(path, haul), key=os.fsencode):
        yield _File(path / below, shown_name(below.as_posix()), root, asked=False)


def _walk(root: Path, haul: _Haul) -> Iterator[Path]:
    """Paths below a folder; links are followed, but no folder is entered twice.

    Nor are those that we write ourselves, where the data folder lies among the documents.
    """
    data_dir = haul.store.root.parent
    ours = [data_dir / name for name in OWN_FOLDERS]
    seen = {(about.st_dev, about.st_ino) for about in map(Path.stat, filter(Path.is_dir, ours))}

    def lost(error: OSError) -> None:
        origin = shown_name(os.path.relpath(error.filename, root))
        message = f"{origin}: the folder could not be listed: {error.strerror}."
        haul.problems.append(problem(message, "file_unreadable", url=origin))
        haul.found = True

    for folder, subfolders, names in os.walk(root, followlinks=True, onerror=lost):
        here = Path(folder)
        about = here.stat() if here.exists() else None
        if about is None or (about.st_dev, about.st_ino) in seen:
            subfolders.clear()
            continue
        seen.add((about.st_dev, about.st_ino))
        subfolders[:] = sorted(name for name in subfolders if not name.startswith(HIDDEN))
        below = here.relative_to(root)
        yield from (below / name for name in names if not name.startswith(HIDDEN))


def _take(haul: _Haul, file: _File) -> None:
    """Fetch one file if it is a document; whatever is wrong with it becomes a problem."""
    if is_note(file.path):
        return
    try:
        with _open(file.path) as opened:
            found = _read(opened, file, haul.max_bytes)
    except FileNotFoundError:
        found = _Fault("file_gone", "is gone, or is a link to what is gone.")
    except OSError as error:
        found = _Fault("file_unreadable", f"could not be read: {error.strerror or error}.")
    if isinstance(found, _Fault) and not file.is_expected:
        haul.skipped[file.ending] += 1
        return
    haul.found = True
    if isinstance(found, _Fault):
        message = f"{file.origin} {found.message}"
        haul.problems.append(problem(message, found.code, url=file.origin))
    else:
        _keep(haul, file, found)


def _open(path: Path) -> BinaryIO:
    """Open for reading without waiting for whoever may write to a pipe of that name."""
    return os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb")


def _read(opened: BinaryIO, file: _File, max_bytes: int) -> _Content | _Fault:
    about = os.fstat(opened.fileno())
    if not stat.S_ISREG(about.st_mode):
        return _Fault("file_unreadable", "is no regular file.")
    if not (file.is_expected or _promises(opened.read(SNIFFED), file.ending)):
        return _NO_DOCUMENT
    opened.seek(0)
    data = opened.read(max_bytes + 1)
    if len(data) > max_bytes:
        most, has = max_bytes / 1e6, about.st_size / 1e6
        advice = "Raise PLANBOOK_MAX_BYTES to take it."
        return _Fault("too_large", f"has {has:.1f} MB, the limit is {most:.1f} MB. {advice}")
    if not data:
        return _Fault("empty", "has no content. Save it again.")
    if not file.is_expected and sniff(data) is None:
        return _NO_DOCUMENT
    return _Content(data, _whole_second(about.st_mtime))


def _promises(start: bytes, ending: str) -> bool:
    """A file of unknown ending may be a document, to judge by its first bytes."""
    if start.startswith(CONTAINERS):
        return True
    kind = sniff(start)
    return kind is not None and not (kind == HTML and ending in WEAK_HTML)


def _whole_second(moment: float) -> datetime:
    """A time of the file system in UTC, without its fraction, which not every disk keeps."""
    try:
        return datetime.fromtimestamp(int(moment), UTC)
    except (ValueError, OverflowError, OSError):
        return EPOCH


def _keep(haul: _Haul, file: _File, content: _Content) -> None:
    """Put a file's bytes into the store and count its edition once."""
    folder = shown_name(str(file.path.absolute().parent))
    fetch = Fetch(
        document_id=_id_of(haul, file, content, (folder, stem_of(file.origin.split("/")[-1]))),
        origin=file.origin,
        file_name=shown_name(file.path.name),
        fetched_at=content.saved_at,
        folder=folder,
    )
    fetch, fault = with_note(fetch, file.path)
    stored = haul.store.add(content.data, fetch)
    haul.problems.extend([*stored.problems, *([] if fault is None else [fault])])
    edition = stored.record.edition()
    first = haul.first.setdefault(edition.edition_id, file)
    if first is file:
        haul.editions.append(edition)
    else:
        haul.problems.append(_duplicate(file, first, edition))


def _id_of(haul: _Haul, file: _File, content: _Content, owner: Owner) -> str:
    """The id that the bytes have had before, under whatever name; else a new one."""
    known = haul.store.record(hashlib.sha256(content.data).hexdigest())
    if known is None or not known.fetches:
        return claim_id(haul.owners, file.root, file.origin, owner)
    document_id = known.edition().document_id
    haul.owners.setdefault(document_id, set()).add(owner)
    return document_id


def _duplicate(file: _File, first: _File, edition: Edition) -> ProblemRow:
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
    message = f"{skipped.total()} files of formats that are not read were left aside: {kinds}."
    return problem(message, "skipped_files", "notice")
