"""The raw store: every edition's bytes under their checksum, never changed or deleted.

    DIR/raw/3f/3fa1…/content.pdf      the bytes, the ending as sniffed from them
    DIR/raw/3f/3fa1…/document.json    every fetch of them

An edition appears whole, by one rename; a process that is killed leaves a ``.partial-`` folder,
which the next one to write removes. Names of files are data here and never become paths.
"""

import fcntl
import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from extractors.readers import BY_TYPE, sniff
from pipeline.errors import JobFailed
from pipeline.records import Edition
from pipeline.schema import ProblemRow
from pipeline.store.raw_records import Fetch, Record, problem, record_of, to_json

RECORD = "document.json"
CONTENT = "content"
PARTIAL = ".partial-"
EDITION_RE = re.compile(r"[0-9a-f]{64}\Z")
SHELF_RE = re.compile(r"[0-9a-f]{2}\Z")
CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Stored:
    """An edition in the store, and what had to be mended or could not be."""

    record: Record
    problems: tuple[ProblemRow, ...] = ()


class RawStore:
    """The editions under ``data_dir/raw``: ``RawStore(Path("data"))``.

    A folder that cannot be written gives one ``JobFailed`` line that says what to do.
    """

    def __init__(self, data_dir: Path) -> None:
        self.root = data_dir / "raw"
        self.inbox = self.root / "inbox"

    def add(self, data: bytes, fetch: Fetch) -> Stored:
        """Keep the bytes and note the fetch; the same fetch twice is noted once."""
        folder = self._folder(hashlib.sha256(data).hexdigest())
        known = self.record(folder.name)
        if known is not None and fetch in known.fetches and _holds(_content_of(folder), data):
            return Stored(known)  # nothing to write: a store on a read-only disk will do
        with self._writing():
            if folder.is_dir():
                return self._note(folder, data, fetch)
            record = record_of(folder.name, data, (fetch,))
            self._create(folder, data, record)
            return Stored(record)

    def record(self, edition_id: str) -> Record | None:
        """What is known of an edition; None where it is not in the store, or its record is lost."""
        return _read_record(self._folder(edition_id))

    def path_of(self, edition_id: str) -> Path:
        """Where the bytes of an edition are.

        Raises:
            KeyError: There is no such edition, or its bytes are missing.
        """
        found = _content_of(self._folder(edition_id))
        if found is None:
            raise KeyError(edition_id)
        return found

    def read(self, edition_id: str) -> bytes:
        """The bytes of an edition, as they were published.

        Raises:
            KeyError: There is no such edition, or its bytes are missing.
            JobFailed: Its bytes no longer match their checksum.
        """
        path = self.path_of(edition_id)
        data = path.read_bytes()
        if hashlib.sha256(data).hexdigest() != edition_id:
            raise JobFailed(_damage(path))
        return data

    def editions(self) -> list[Edition]:
        """Every edition whose bytes are there, by checksum; records that are lost are rebuilt."""
        return [stored.record.edition() for stored in self.records()]

    def records(self) -> Iterator[Stored]:
        """Every edition whose bytes are there; the bytes are not read, ``verify`` does that."""
        for folder in self._folders():
            content = _content_of(folder)
            if content is None:
                continue
            record = _read_record(folder)
            yield self._rebuild(folder, content) if record is None else Stored(record)

    def verify(self) -> list[ProblemRow]:
        """Read all bytes and report each edition whose bytes are missing or have changed."""
        problems = []
        for folder in self._folders():
            path = _content_of(folder)
            if path is None or _checksum(path) != folder.name:
                message = _damage(path or folder / CONTENT)
                problems.append(problem(message, "raw_damaged", "error", edition_id=folder.name))
        return problems

    def _folder(self, edition_id: str) -> Path:
        if not EDITION_RE.match(edition_id):
            raise KeyError(edition_id)
        return self.root / edition_id[:2] / edition_id

    def _folders(self) -> Iterator[Path]:
        for name in _names(self.root):
            if SHELF_RE.match(name):
                shelf = self.root / name
                yield from (shelf / name for name in _names(shelf) if EDITION_RE.match(name))

    def _create(self, folder: Path, data: bytes, record: Record) -> None:
        with self._beside() as partial:
            partial.chmod(0o755)
            _write(partial / _content_name(record.media_type), data)
            _write(partial / RECORD, to_json(record))
            _sync_folder(partial)
            folder.parent.mkdir(exist_ok=True)
            partial.rename(folder)
            _sync_folder(folder.parent)

    def _replace(self, path: Path, data: bytes) -> None:
        """Replace a file in one step, so that a reader finds the old one or the new one whole."""
        with self._beside() as partial:
            _write(partial / path.name, data)
            (partial / path.name).replace(path)
            _sync_folder(path.parent)

    @contextmanager
    def _beside(self) -> Iterator[Path]:
        """A folder for what is being written; where a writer is killed the next one removes it."""
        partial = Path(tempfile.mkdtemp(prefix=PARTIAL, dir=self.root))
        try:
            yield partial
        finally:
            shutil.rmtree(partial, ignore_errors=True)

    def _note(self, folder: Path, data: bytes, fetch: Fetch) -> Stored:
        """Add a fetch to an edition that is there; put back what its folder has lost."""
        problems = []
        path = _content_of(folder)
        if not _holds(path, data):
            message = f"{folder.name}: its stored bytes were damaged; they were fetched again."
            problems.append(problem(message, "raw_damaged", "warning", edition_id=folder.name))
            self._replace(path or folder / _content_name(sniff(data)), data)
        record = _read_record(folder)
        if record is None:
            problems.append(_lost(folder))
            record = record_of(folder.name, data, ())
        fetches = record.fetches if fetch in record.fetches else (*record.fetches, fetch)
        record = record.model_copy(update={"fetches": fetches})
        self._replace(folder / RECORD, to_json(record))
        return Stored(record, tuple(problems))

    def _rebuild(self, folder: Path, content: Path) -> Stored:
        """Make ``document.json`` again from the bytes alone."""
        data = content.read_bytes()
        problems = [_lost(folder)]
        if hashlib.sha256(data).hexdigest() != folder.name:
            problems.append(
                problem(_damage(content), "raw_damaged", "error", edition_id=folder.name)
            )
        record = record_of(folder.name, data, ())
        with self._writing():
            self._replace(folder / RECORD, to_json(record))
        return Stored(record, tuple(problems))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Hold the store's lock; what writers that were killed have left is removed."""
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            with (self.root / ".lock").open("wb") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)
                for left in self.root.glob(f"{PARTIAL}*"):
                    shutil.rmtree(left, ignore_errors=True)
                yield
        except OSError as error:
            raise JobFailed(
                f"The raw store {self.root} cannot be written: {error.strerror or error}. "
                "Free space or permit writing there, or choose another folder with --data-dir."
            ) from error


def _content_name(media_type: str | None) -> str:
    return CONTENT if media_type not in BY_TYPE else CONTENT + BY_TYPE[media_type].endings[0]


def _content_of(folder: Path) -> Path | None:
    """The file that holds the bytes, whatever ending they were given when they came."""
    name = next((name for name in _names(folder) if name.startswith(CONTENT)), None)
    return None if name is None else folder / name


def _names(folder: Path) -> list[str]:
    """Names in a folder, sorted; none where it cannot be listed."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in entries)
    except OSError:
        return []


def _holds(path: Path | None, data: bytes) -> bool:
    """The file holds these bytes; with both at hand that is quicker than a checksum."""
    try:
        return path is not None and path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _read_record(folder: Path) -> Record | None:
    """What ``document.json`` holds; None where it is missing, damaged or of other bytes."""
    try:
        record = Record.model_validate_json((folder / RECORD).read_bytes())
    except (OSError, ValidationError):
        return None
    return record if record.edition_id == folder.name else None


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _checksum(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(CHUNK):
            digest.update(piece)
    return digest.hexdigest()


def _damage(path: Path) -> str:
    return f"{path}: the bytes no longer match their checksum. Restore the file or fetch it again."


def _lost(folder: Path) -> ProblemRow:
    message = f"{folder.name}: {RECORD} was lost, and with it the names of earlier fetches."
    return problem(message, "record_rebuilt", "warning", edition_id=folder.name)
