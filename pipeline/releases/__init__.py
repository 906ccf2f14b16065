"""Published releases: finding, verifying and loading them.

Readers of a release trust nothing but ``SHA256SUMS``: a file whose bytes differ is not read.
"""

import json
import os
import re
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.errors import JobFailed, UsageError
from pipeline.releases.checksums import (
    CHECKSUMS,
    MANIFEST,
    REBUILD,
    checked_bytes,
    damage_in,
    is_published,
    strangers_in,
)
from pipeline.schema import TABLES

if TYPE_CHECKING:
    import pyarrow as pa

LATEST = "latest"
NAME_RE = re.compile(r"([0-9]{4,})-[0-9]{4}-[0-9]{2}-[0-9]{2}")  # a number, a day
BUILDING = ".building-"  # begins the name of what is not yet published


class LatestLost(UserWarning):
    """``latest`` is missing or leads nowhere; the newest whole release was read instead."""


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
    """All releases, oldest first, damaged ones too.

    A folder gets its name when it is whole: what is still being written is not among them.
    """
    curated = data_dir / "curated"
    named = [path for path in curated.glob("*-*") if NAME_RE.fullmatch(path.name)]
    releases = [Release(path.name, path) for path in named if path.is_dir()]
    return sorted(releases, key=lambda release: release.sequence)


def next_number(data_dir: Path) -> int:
    """The number of the next release: no number that a folder or ``latest`` has is used again."""
    curated = data_dir / "curated"
    names = [path.name for path in curated.glob("*-*")]
    if (curated / LATEST).is_symlink():
        names.append((curated / LATEST).readlink().name)
    return (
        max((int(found[1]) for name in names if (found := NAME_RE.fullmatch(name))), default=0) + 1
    )


def newest_whole(data_dir: Path) -> Release | None:
    """The newest release that is as it was published; None where none is."""
    newest_first = reversed(list_releases(data_dir))
    return next((release for release in newest_first if not damage_of(release)), None)


def latest_release(data_dir: Path) -> Release | None:
    """The release that ``latest`` points to; None before the first one."""
    pointer = data_dir / "curated" / LATEST
    if not pointer.is_dir():
        return None
    target = pointer.resolve()
    return Release(target.name, target)


def find_release(data_dir: Path, name: str = LATEST) -> Release:
    """Find a release by its name.

    Args:
        data_dir: The folder with ``curated/`` in it, or the folder of one release.
        name: ``"0007-2026-11-21"``, or "latest". Where that link is lost, as in a copy that keeps
            no links, the newest whole release stands for it, with a warning.

    Raises:
        JobFailed: There is no release yet, or "latest" is lost and none is whole.
        UsageError: There are releases, but none of that name.
    """
    if name == LATEST and (data_dir / CHECKSUMS).is_file():
        return Release(data_dir.resolve().name, data_dir)
    known = {release.name: release for release in list_releases(data_dir)}
    latest = latest_release(data_dir)
    if latest is not None:
        known[LATEST] = latest
    if name in known:
        return known[name]
    if not known:
        raise JobFailed(f"{data_dir}/curated holds no release yet. Run 'planbook ingest' first.")
    if name == LATEST:
        return _instead_of_latest(data_dir)
    raise UsageError(f"There is no release {name!r}. Known: {', '.join(sorted(known))}.")


def _instead_of_latest(data_dir: Path) -> Release:
    lost = f"{data_dir}/curated/{LATEST} leads to no release"
    newest = newest_whole(data_dir)
    if newest is None:
        raise JobFailed(f"{lost}, and none there is whole; {REBUILD}.")
    told = f"{lost}: {newest.name}, the newest whole one, is read. 'planbook ingest' sets it anew."
    warnings.warn(told, LatestLost, stacklevel=3)
    return newest


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


def damage_of(release: Release) -> list[str]:
    """What keeps a release from being read as it was published; one line a fault."""
    return damage_in(release.path)


def faults_of(release: Release) -> list[str]:
    """Compare a release with its checksums; one line a fault, none when it is as published.

    Files that were never published with it are faults too, though they damage nothing.
    """
    return damage_of(release) or strangers_in(release.path)


def read_table(release: Release, table: str) -> "pa.Table":
    """Read one table after comparing its file with its checksum.

    Raises:
        UsageError: The release has no table of that name.
        JobFailed: The file is damaged or missing; it says how to mend it.
    """
    if table not in TABLES:
        raise UsageError(f"There is no table {table!r}. Tables: {', '.join(TABLES)}.")
    name = f"{table}.parquet"
    if not is_published(release.path, name):
        raise UsageError(f"{release.name} was published without the table {table!r}.")
    data = checked_bytes(release.path, name)
    return conform(parse_table(data, f"{release.name}: {name}"), table)


def read_tables(release: Release) -> "dict[str, pa.Table]":
    """Read every table; one that is younger than the release is there, and has no rows.

    Raises:
        JobFailed: A file is damaged, missing or not named in the list of checksums.
    """
    from pipeline.arrow import arrow_schema

    return {
        table: read_table(release, table)
        if is_published(release.path, f"{table}.parquet")
        else arrow_schema(table).empty_table()
        for table in TABLES
    }


def parse_table(data: bytes, where: str) -> "pa.Table":
    """Read the bytes of a Parquet file; they are those whose checksum was compared.

    Raises:
        JobFailed: They are no Parquet, though they are what was published; it names ``where``.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        # In one thread: Arrow's are still there when a short command exits, and on a busy machine
        # 4 of 190 ended with SIGABRT (apache/arrow#34314, seen with 26.0), 0 of 200 so.
        file = pq.ParquetFile(pa.BufferReader(data), page_checksum_verification=True)
        return file.read(use_threads=False)
    except (pa.ArrowException, OSError) as cause:
        raise JobFailed(f"{where} is no Parquet that can be read ({cause}); {REBUILD}") from cause


def conform(table: "pa.Table", name: str) -> "pa.Table":
    """Add the columns that an older release lacks, as nulls; columns that are there stay."""
    import pyarrow as pa

    from pipeline.arrow import arrow_schema

    for line in arrow_schema(name):
        if line.name not in table.column_names:
            table = table.append_column(
                line.with_nullable(True), pa.nulls(table.num_rows, line.type)
            )
    return table
