"""The files at the paths of a call: which there are, which may be documents, and their bytes.

Knows names and bytes; neither the store nor what a document says.
"""

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO

from extractors.readers import ENDINGS, HTML, sniff
from pipeline.errors import UsageError
from pipeline.store.inbox import is_note
from pipeline.store.naming import shown_name

SNIFFED = 4_096  # bytes at the start of a file that tell whether it is worth reading whole
WEAK_HTML = frozenset(
    {".md", ".txt", ".csv", ".tsv", ".json", ".xml", ".svg", ".css", ".js", ".py", ".yaml", ".yml"}
)  # text that may begin with a tag without being a page
HIDDEN = "."  # how a name begins that its owner does not see
SYSTEM = ("~$", ".~", "._", ".DS_Store", "Thumbs.db", "desktop.ini", "__MACOSX")
"""How names begin of what programs write for themselves: locks, previews, half a Macintosh file."""

CONTAINERS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # what is in them is told by their whole bytes
OWN_FOLDERS = ("raw", "curated", "state")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Lost = Callable[[Path, OSError], None]
"""Told of a folder below the given one, the first word, that could not be listed."""


@dataclass(frozen=True, slots=True)
class File:
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
    def is_hidden(self) -> bool:
        """Its owner does not see it among the others; it is counted and not read unless asked."""
        return not self.asked and self.path.name.startswith(HIDDEN)

    @property
    def is_expected(self) -> bool:
        """It was asked for, or its name says that it is a document."""
        return self.asked or self.ending in ENDINGS


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of a file and when it was saved."""

    data: bytes
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a file gave no bytes: a code of ``problems`` and a sentence without its subject."""

    code: str
    message: str


_NO_DOCUMENT = Fault("skipped_files", "is of no format that is read.")


def check_paths(paths: Sequence[Path], data_dir: Path, max_bytes: int) -> None:
    """Refuse paths that lead to no document, before anything that takes time is begun.

    Args:
        paths: Files, or folders that are searched with their subfolders.
        data_dir: Its own folders are not searched.
        max_bytes: Bounds a file whose name does not tell what it is.

    Raises:
        UsageError: A path does not exist, or there is no document at any of them.
    """
    for path in paths:
        if not os.path.lexists(path):
            raise UsageError(f"{path} does not exist. Name a document or a folder of documents.")
    unlisted: list[Path] = []

    def lost(root: Path, _: OSError) -> None:
        unlisted.append(root)

    files = (file for path in paths for file in files_at(path, data_dir, lost))
    if not any(_may_be_document(file, max_bytes) for file in files) and not unlisted:
        shown = ", ".join(str(path) for path in paths)
        raise UsageError(f"{shown}: no document is there. Formats: {', '.join(sorted(ENDINGS))}.")


def files_at(path: Path, data_dir: Path, lost: Lost) -> Iterator[File]:
    """The files at a path, in the order of their names; notes beside documents are none."""
    if not path.is_dir():
        if is_note(path):
            return
        yield File(path, shown_name(path.name), shown_name(path.absolute().parent.name), asked=True)
        return
    root = shown_name(path.absolute().name)
    for below in sorted(_walk(path, data_dir, lost), key=os.fsencode):
        if not is_note(path / below):
            yield File(path / below, shown_name(below.as_posix()), root, asked=False)


def _walk(root: Path, data_dir: Path, lost: Lost) -> Iterator[Path]:
    """Paths below a folder; links are followed, but no folder is entered twice.

    Nor are those that we write ourselves, where the data folder lies among the documents.
    """
    ours = [data_dir / name for name in OWN_FOLDERS]
    seen = {(about.st_dev, about.st_ino) for about in map(Path.stat, filter(Path.is_dir, ours))}
    for folder, subfolders, names in os.walk(root, followlinks=True, onerror=partial(lost, root)):
        here = Path(folder)
        about = here.stat() if here.exists() else None
        if about is None or (about.st_dev, about.st_ino) in seen:
            subfolders.clear()
            continue
        seen.add((about.st_dev, about.st_ino))
        subfolders[:] = sorted(
            name for name in subfolders if not name.startswith((HIDDEN, *SYSTEM))
        )
        below = here.relative_to(root)
        yield from (below / name for name in names if not name.startswith(SYSTEM))


def read_file(file: File, max_bytes: int) -> Content | Fault:
    """The bytes of a file that may be a document; whatever is wrong with it is told."""
    try:
        with _open(file.path) as opened:
            return _read(opened, file, max_bytes)
    except FileNotFoundError:
        return Fault("file_gone", "is gone, or is a link to what is gone.")
    except OSError as error:
        return Fault("file_unreadable", f"could not be read: {error.strerror or error}.")


def _may_be_document(file: File, max_bytes: int) -> bool:
    if file.is_hidden:
        return False
    return file.is_expected or isinstance(read_file(file, max_bytes), Content)


def _open(path: Path) -> BinaryIO:
    """Open for reading without waiting for whoever may write to a pipe of that name."""
    return os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb")


def _read(opened: BinaryIO, file: File, max_bytes: int) -> Content | Fault:
    about = os.fstat(opened.fileno())
    if not stat.S_ISREG(about.st_mode):
        return Fault("file_unreadable", "is no regular file.")
    if not (file.is_expected or _promises(opened.read(SNIFFED), file.ending)):
        return _NO_DOCUMENT
    opened.seek(0)
    data = opened.read(max_bytes + 1)
    if len(data) > max_bytes:
        most, has = max_bytes / 1e6, about.st_size / 1e6
        advice = "Raise PLANBOOK_MAX_BYTES to take it."
        return Fault("too_large", f"has {has:.1f} MB, the limit is {most:.1f} MB. {advice}")
    if not data:
        return Fault("empty", "has no content. Save it again.")
    if not file.is_expected and sniff(data) is None:
        return _NO_DOCUMENT
    return Content(data, _whole_second(about.st_mtime))


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
