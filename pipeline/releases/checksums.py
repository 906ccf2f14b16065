"""The list of checksums of a release, and what is wrong with the files that it names.

A release is whole when its list names every file that was published with it, and each file is the
one that was listed. The list and the data package are checked against one another, since a line
that was lost from the list would leave a file that nobody compares. Knows folders and bytes.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from pipeline.errors import JobFailed

CHECKSUMS = "SHA256SUMS"
MANIFEST = "manifest.json"
PACKAGE = "datapackage.json"
REBUILD = "restore it from a copy, or run 'planbook ingest' to build a new release"
LINE_RE = re.compile(r"(?P<sum>[0-9a-f]{64})  (?P<name>[^/\\\s][^/\\]*)")  # as sha256sum writes it


def parse_checksums(data: bytes) -> dict[str, str]:
    """Read the bytes of ``SHA256SUMS``: file name to SHA-256 in hex.

    Raises:
        ValueError: They are no such list, name a file twice, or name none.
    """
    sums: dict[str, str] = {}
    for line in data.decode("ascii").splitlines():
        found = LINE_RE.fullmatch(line)
        if found is None or found["name"] in sums:
            raise ValueError(f"no line of a list of checksums: {line!r}")
        sums[found["name"]] = found["sum"]
    if not sums:
        raise ValueError("the list names no file")
    return sums


def checksums_in(folder: Path) -> dict[str, str]:
    """File name to SHA-256 in hex, as published.

    Raises:
        JobFailed: The list of checksums is missing or damaged.
    """
    try:
        return parse_checksums((folder / CHECKSUMS).read_bytes())
    except (OSError, ValueError) as cause:
        message = f"{folder.name}: {CHECKSUMS} is missing or damaged; {REBUILD}"
        raise JobFailed(message) from cause


def checked_bytes(folder: Path, name: str) -> bytes:
    """Read one file after comparing it with its checksum.

    Raises:
        JobFailed: It is damaged, missing or not listed; it says how to mend it.
    """
    expected = checksums_in(folder).get(name)
    try:
        data = (folder / name).read_bytes()
    except OSError as cause:
        raise JobFailed(_told(folder, name, "is missing")) from cause
    if expected is None:
        raise JobFailed(_unlisted(folder, name))
    if hashlib.sha256(data).hexdigest() != expected:
        raise JobFailed(_told(folder, name, "does not match its checksum"))
    return data


def described(package: bytes) -> dict[str, str]:
    """The tables that a data package names: file name to SHA-256 in hex.

    Raises:
        ValueError: It is no data package of a release.
    """
    try:
        resources = json.loads(package)["resources"]
        return {one["path"]: one["hash"].removeprefix("sha256:") for one in resources}
    except (KeyError, TypeError, AttributeError) as cause:
        raise ValueError("no data package of a release") from cause


def is_published(folder: Path, name: str) -> bool:
    """Whether a release has a table: False for one that is younger than the release.

    Args:
        folder: The folder of the release.
        name: The table's file: ``"coverage.parquet"``.

    Raises:
        JobFailed: Its file is there or the data package names it, but the list does not.
    """
    if name in checksums_in(folder):
        return True
    package = checked_bytes(folder, PACKAGE)
    if (folder / name).exists() or name in _described(folder, package):
        raise JobFailed(_unlisted(folder, name))
    return False


def damage_in(folder: Path) -> list[str]:
    """What keeps a release from being read as it was published; one line a fault."""
    try:
        sums = checksums_in(folder)
        faults = [fault for name in sums for fault in _damage_of(folder, name)]
        return faults or list(_unlike_package(folder, sums))
    except JobFailed as fault:
        return [str(fault)]


def strangers_in(folder: Path) -> list[str]:
    """What lies in the folder of a release and was not published with it; one line each.

    Nothing reads it, so it takes nothing from the release.
    """
    known = {CHECKSUMS, *checksums_in(folder)}
    names = sorted(path.name for path in folder.iterdir() if path.name not in known)
    return [
        f"{folder.name}: {name} was not published with it ({CHECKSUMS} does not name it); "
        "move it elsewhere"
        for name in names
    ]


def _damage_of(folder: Path, name: str) -> Iterator[str]:
    try:
        checked_bytes(folder, name)
    except JobFailed as fault:
        yield str(fault)


def _unlike_package(folder: Path, sums: Mapping[str, str]) -> Iterator[str]:
    """Files that every release has and the list lacks; tables that the package says are others."""
    lost = [name for name in (MANIFEST, PACKAGE) if name not in sums]
    yield from (_unlisted(folder, name) for name in lost)
    if PACKAGE in lost:
        return
    for name, expected in _described(folder, checked_bytes(folder, PACKAGE)).items():
        if name not in sums:
            yield _unlisted(folder, name)
        elif sums[name] != expected:
            yield _told(folder, name, f"is not the one that {PACKAGE} describes")


def _described(folder: Path, package: bytes) -> dict[str, str]:
    try:
        return described(package)
    except ValueError as cause:
        raise JobFailed(_told(folder, PACKAGE, "describes no release")) from cause


def _unlisted(folder: Path, name: str) -> str:
    return _told(folder, name, f"is not named in {CHECKSUMS}")


def _told(folder: Path, name: str, what: str) -> str:
    return f"{folder.name}: {name} {what}; {REBUILD}"
