"""Releases that lie elsewhere: at a web address, in an S3 store, wherever fsspec can open a file.

As with a release on disk, a file is read once and compared with its published checksum before
anything is made of its bytes.
"""

import hashlib
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from pipeline.errors import JobFailed, UsageError, one_line
from pipeline.releases import LATEST, conform, parse_table
from pipeline.releases.checksums import CHECKSUMS, PACKAGE, described, parse_checksums
from pipeline.schema import TABLES

if TYPE_CHECKING:
    import pyarrow as pa

EXTRAS = {"s3": "planbook[s3]", "s3a": "planbook[s3]"}  # what brings fsspec's part for a scheme
S3_ADVICE = (
    "Say who you are with AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; "
    "for a public bucket set FSSPEC_S3='{\"anon\": true}'; for a store that is not Amazon's "
    "set AWS_ENDPOINT_URL."
)
ADVICE = {"s3": S3_ADVICE, "s3a": S3_ADVICE}  # what to do where a scheme's store refuses


@dataclass(frozen=True, slots=True)
class RemoteRelease:
    """One release at an address: ``RemoteRelease("0007-2026-11-21", "https://...", files)``."""

    name: str
    address: str
    files: Any  # an fsspec file system; fsspec has no types

    def read_table(self, table: str) -> "pa.Table":
        """Read one table after comparing its bytes with their checksum.

        Raises:
            UsageError: There is no table of that name.
            JobFailed: It is damaged, missing or cannot be fetched.
        """
        if table not in TABLES:
            raise UsageError(f"There is no table {table!r}. Tables: {', '.join(TABLES)}.")
        file_name = f"{table}.parquet"
        if not self._is_published(file_name):
            raise UsageError(f"{self.address} was published without the table {table!r}.")
        data = self.read_file(file_name)
        return conform(parse_table(data, f"{self.address}/{file_name}"), table)

    def read_file(self, file_name: str) -> bytes:
        """Read one file after comparing its bytes with their checksum.

        Raises:
            JobFailed: It is damaged, missing or cannot be fetched.
        """
        expected = self._checksums()
        data = _fetch(self.files, f"{self.address}/{file_name}")
        if hashlib.sha256(data).hexdigest() != expected.get(file_name):
            raise JobFailed(
                f"{self.address}/{file_name} does not match its checksum. Try again: a new release "
                "may just have appeared; otherwise tell whoever publishes it."
            )
        return data

    def _is_published(self, file_name: str) -> bool:
        """False for a table that is younger than the release; one lost from the list is damage."""
        if file_name in self._checksums():
            return True
        try:
            lost = file_name in described(self.read_file(PACKAGE))
        except ValueError as cause:
            message = f"{self.address}/{PACKAGE} describes no release. Tell whoever publishes it."
            raise JobFailed(message) from cause
        if lost:
            told = f"{self.address}/{file_name} is not named in {CHECKSUMS}."
            raise JobFailed(f"{told} Tell whoever publishes it.")
        return False

    def _checksums(self) -> dict[str, str]:
        listed = f"{self.address}/{CHECKSUMS}"
        try:
            return parse_checksums(_fetch(self.files, listed))
        except ValueError as cause:
            message = f"{listed} is no list of checksums. Tell whoever publishes it."
            raise JobFailed(message) from cause


def find_remote(address: str, name: str = LATEST) -> RemoteRelease:
    """Find a release at an address.

    Args:
        address: A data folder (with ``curated/`` in it) or the folder of one release:
            ``"https://example.org/planbook"``, ``"s3://bucket/planbook"``.
        name: A release, or "latest". Stores that know no links have no ``curated/latest``; the
            release with the highest number stands for it where the store lists its folders.

    Raises:
        UsageError: The address is of a kind that fsspec cannot open here.
        JobFailed: There is no such release, or the address does not answer.
    """
    address = address.rstrip("/")
    files = _files(address)
    for folder in (f"{address}/curated/{name}", *([address] if name == LATEST else [])):
        if _is_there(files, f"{folder}/{CHECKSUMS}"):
            return _named(folder, files)
    if name == LATEST and (newest := _newest(files, f"{address}/curated")):
        return _named(f"{address}/curated/{newest}", files)
    raise JobFailed(
        f"{address} holds no release {name!r}: there is no curated/{name}/{CHECKSUMS}. "
        "Check the name of the site or bucket, and give the address of the folder above curated/ "
        "or of the release itself."
    )


def _named(folder: str, files: Any) -> RemoteRelease:
    """A release under its own name; its package tells it where the folder is called "latest"."""
    found = RemoteRelease(folder.rpartition("/")[2], folder, files)
    if found.name.partition("-")[0].isdigit():
        return found
    package = json.loads(found.read_file(PACKAGE))
    return replace(found, name=str(package.get("version") or found.name))


def _files(address: str) -> Any:
    import fsspec

    scheme = address.partition("://")[0]
    try:
        return fsspec.filesystem(scheme)
    except ImportError as cause:
        needs = EXTRAS.get(scheme, f"fsspec's part for {scheme}")
        raise UsageError(f"{address} needs more: pip install '{needs}'.") from cause
    except ValueError as cause:
        raise UsageError(f"{address}: {scheme}:// is no kind of address that is known.") from cause


def _is_there(files: Any, address: str) -> bool:
    try:  # fsspec's own exists() also says no where nothing answers
        files.cat_file(address)
    except FileNotFoundError:
        return False
    except Exception as cause:  # every store has errors of its own
        raise _unreachable(address, cause) from cause
    return True


def _fetch(files: Any, address: str) -> bytes:
    try:
        return bytes(files.cat_file(address))
    except Exception as cause:  # every store has errors of its own
        raise _unreachable(address, cause) from cause


def _newest(files: Any, curated: str) -> str | None:
    """The release with the highest number; None where the store cannot be listed."""
    try:
        found = [str(path).rstrip("/").rpartition("/")[2] for path in files.ls(curated, False)]
    except Exception:  # a web server without lists, or nothing there: the caller says what to do
        return None
    numbered = [name for name in found if name.partition("-")[0].isdigit()]
    return max(numbered, key=lambda name: int(name.partition("-")[0]), default=None)


def _unreachable(address: str, cause: Exception) -> JobFailed:
    advice = ADVICE.get(address.partition("://")[0], "Check the address and that you may read it.")
    return JobFailed(
        f"{address} could not be fetched ({type(cause).__name__}: {one_line(str(cause))[:200]}). "
        f"{advice}"
    )
