"""Published releases: finding, verifying and loading them.

Readers of a release trust nothing but ``SHA256SUMS``: a file whose bytes differ is not read.
"""

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.errors import JobFailed, UsageError
from pipeline.schema import TABLES

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

LATEST = "latest"
BUILDING = ".building-"  # begins the name of what is not yet published
CHECKSUMS = "SHA256SUMS"
MANIFEST = "manifest.json"
REBUILD = "restore it from a copy, or run 'planbook ingest' to build a new release"
CATEGORIES = ("current", "kind", "status", "urgency", "rag", "due_kind", "role", "method", "state")


@dataclass(frozen=True, slots=True)
class Release:
    """One published release: ``Release("0007-2026-11-21", Path("data/curated/..."))``."""

    name: str
    path: Path

    @property
    def sequence(self) -> int:
        """Its number: releases are ordered by it, never by the clock."""
        return int(self.name.partition("-")[0])

    def manifest(self) -> dict[str, Any]:
        """What the release was made of: fingerprints of editions, code and reference data."""
        loaded: dict[str, Any] = json.loads((self.path / MANIFEST).read_text("utf-8"))
        return loaded


def list_releases(data_dir: Path) -> list[Release]:
    """All whole releases, oldest first; folders that are still being written are not among them."""
    curated = data_dir / "curated"
    folders = [path for path in curated.glob("*-*") if (path / CHECKSUMS).is_file()]
    releases = [
        Release(path.name, path) for path in folders if path.name.partition("-")[0].isdigit()
    ]
    return sorted(releases, key=lambda release: release.sequence)


def latest_release(data_dir: Path) -> Release | None:
    """The release that ``latest`` points to; None before the first one."""
    pointer = data_dir / "curated" / LATEST
    if not pointer.is_dir():
        return None
    target = pointer.resolve()
    return Release(target.name, target)


def find_release(data_dir: Path, name: str = LATEST) -> Release:
    """Find a release by its name.

    Raises:
        JobFailed: There is no release yet.
        UsageError: There are releases, but none of that name.
    """
    known = {release.name: release for release in list_releases(data_dir)}
    latest = latest_release(data_dir)
    if latest is not None:
        known[LATEST] = latest
    if name in known:
        return known[name]
    if not known:
        raise JobFailed(f"{data_dir}/curated holds no release yet. Run 'planbook ingest' first.")
    raise UsageError(f"There is no release {name!r}. Known: {', '.join(sorted(known))}.")


def point_to(release: Release) -> None:
    """Point ``latest`` to a release in one atomic step.

    Raises:
        JobFailed: The link cannot be written.
    """
    curated = release.path.parent
    beside = curated / f"{BUILDING}{LATEST}"
    try:
        beside.unlink(missing_ok=True)
        beside.symlink_to(release.name)
        beside.replace(curated / LATEST)
        sync_folder(curated)
    except OSError as cause:
        raise JobFailed(
            f"{curated}/{LATEST}: could not be moved to {release.name} ({cause.strerror}). "
            "The last release stands; give write permission, then run again."
        ) from cause


def sync_folder(path: Path) -> None:
    """Make the names in a folder last through a power cut."""
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def faults_of(release: Release) -> list[str]:
    """Compare every file of a release with its checksum; one line a fault, none when whole."""
    try:
        sums = checksums_of(release)
    except JobFailed as fault:
        return [str(fault)]
    faults = (_fault_of(release.path / name, expected) for name, expected in sums.items())
    return [fault for fault in faults if fault]


def checksums_of(release: Release) -> dict[str, str]:
    """File name to SHA-256 in hex, as published.

    Raises:
        JobFailed: The list of checksums is missing or damaged.
    """
    try:
        lines = (release.path / CHECKSUMS).read_text("ascii").splitlines()
        return {name: expected for expected, name in (line.split("  ", 1) for line in lines)}
    except (OSError, ValueError) as cause:
        message = f"{release.name}: {CHECKSUMS} is missing or damaged; {REBUILD}"
        raise JobFailed(message) from cause


def _fault_of(file: Path, expected: str | None) -> str | None:
    if not file.is_file():
        return f"{file.parent.name}: {file.name} is missing; {REBUILD}"
    if hashlib.sha256(file.read_bytes()).hexdigest() != expected:
        return f"{file.parent.name}: {file.name} does not match its checksum; {REBUILD}"
    return None


def read_table(release: Release, table: str) -> "pa.Table":
    """Read one table after comparing its file with its checksum.

    Raises:
        UsageError: The release has no table of that name.
        JobFailed: The file is damaged or missing; it says how to mend it.
    """
    import pyarrow.parquet as pq

    if table not in TABLES:
        raise UsageError(f"There is no table {table!r}. Tables: {', '.join(TABLES)}.")
    path = release.path / f"{table}.parquet"
    fault = _fault_of(path, checksums_of(release).get(path.name))
    if fault is not None:
        raise JobFailed(fault)
    return pq.read_table(path, page_checksum_verification=True)


def load(
    table: str,
    release: str = LATEST,
    data_dir: str | Path | None = None,
    superseded: bool = False,
) -> "pd.DataFrame":
    """Load a table of a release into a pandas frame with the right types.

    Args:
        table: ``"actions"``, ``"leads"``, ``"priorities"``, ...
        release: Name of a release; the latest one by default.
        data_dir: Folder with ``curated/`` in it; ``PLANBOOK_DATA_DIR`` or ``data/`` by default.
        superseded: Give the rows of every edition, not only those of the current edition of each
            document. A plan published as PDF and as Word is two editions of one document.

    Returns:
        One row a record: days as ``datetime64``, codes as categories, lists as lists, numbers that
        may be absent as ``Int32``; absent values are ``pd.NA``, ``None`` or ``NaT``. Meanings of
        the columns are in ``frame.attrs["meanings"]``.

    Raises:
        JobFailed: There is no release, or the file does not match its checksum.
        UsageError: No such table or release.

    Example:
        >>> import pipeline
        >>> actions = pipeline.load("actions")
        >>> actions.groupby("theme_id").size()
    """
    from pipeline.settings import load_settings

    folder = Path(data_dir) if data_dir is not None else load_settings().data_dir
    found = find_release(folder, release)
    held = read_table(found, table)
    frame = to_frame(held)
    if superseded or "edition_id" not in frame or table == "problems":
        return frame
    documents = read_table(found, "documents").to_pandas()
    current = documents.loc[documents["current"], "edition_id"]
    kept: pd.DataFrame = frame[frame["edition_id"].isin(current)].reset_index(drop=True)
    kept.attrs = frame.attrs
    return kept


def to_frame(table: "pa.Table") -> "pd.DataFrame":
    """An Arrow table as a pandas frame: nullable integers, days as ``datetime64``, categories."""
    import pandas as pd
    import pyarrow as pa

    whole = {pa.int32(): pd.Int32Dtype(), pa.bool_(): pd.BooleanDtype()}
    frame: pd.DataFrame = table.to_pandas(types_mapper=whole.get, date_as_object=False)
    for name in frame.columns.intersection(list(CATEGORIES)):
        if frame[name].dtype == object or pd.api.types.is_string_dtype(frame[name]):
            frame[name] = frame[name].astype("category")
    frame.attrs["meanings"] = {
        line.name: line.metadata[b"meaning"].decode() for line in table.schema if line.metadata
    }
    return frame
