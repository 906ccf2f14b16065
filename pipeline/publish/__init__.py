"""Writes a release beside the others, whole or not at all.

Knows tables and files, never documents. A process that is killed at any moment leaves ``latest``
on a whole release; what it left half-written is removed by the next run.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.errors import JobFailed
from pipeline.publish.describe import data_dictionary
from pipeline.publish.feed import changes_feed
from pipeline.records import RunReport
from pipeline.releases import BUILDING, Release, sync_folder
from pipeline.releases.checksums import CHECKSUMS, MANIFEST, PACKAGE
from pipeline.releases.package import PARQUET, data_package
from pipeline.releases.report import report_json, report_text


def write_release(
    curated: Path,
    tables: Mapping[str, pa.Table],
    manifest: Mapping[str, Any],
    report: RunReport,
) -> Release:
    """Write a whole release under its name; ``latest`` still points where it did.

    Args:
        curated: ``DIR/curated``.
        tables: Every table of ``TABLES``, already checked.
        manifest: Fingerprints of what it was made of.
        report: What the run did; it names the release.

    Raises:
        JobFailed: The folder cannot be written, or the disk is full.
    """
    name = report.release
    building = curated / f"{BUILDING}{name}"
    try:
        sweep(curated)
        building.mkdir(parents=True)
        for table, rows in tables.items():
            _write_table(building / f"{table}.parquet", rows)
        _write_texts(building, tables, manifest, report)
        _write_checksums(building)
        sync_folder(building)
        building.rename(curated / name)
        sync_folder(curated)
    except OSError as cause:
        shutil.rmtree(building, ignore_errors=True)
        raise JobFailed(
            f"{curated}: the release could not be written ({cause.strerror or cause}). "
            "Nothing was published and the last release stands. "
            "Make room or give write permission, then run again."
        ) from cause
    return Release(name, curated / name)


def sweep(curated: Path) -> None:
    """Remove what a run that was killed left half-written."""
    for leftover in curated.glob(f"{BUILDING}*"):
        if leftover.is_symlink():
            leftover.unlink()
        else:
            shutil.rmtree(leftover)


def _write_table(path: Path, rows: pa.Table) -> None:
    pq.write_table(rows, path, compression="zstd", write_page_checksum=True)
    _sync_file(path)


def _write_texts(
    folder: Path,
    tables: Mapping[str, pa.Table],
    manifest: Mapping[str, Any],
    report: RunReport,
) -> None:
    files = {path.stem: path for path in folder.glob("*.parquet")}
    package = data_package(report.release, PARQUET, files, tables)
    texts = {
        MANIFEST: json.dumps(manifest, indent=1, sort_keys=True),
        PACKAGE: json.dumps(package, indent=1),
        "dictionary.md": data_dictionary(),
        "report.md": report_text(report),
        "report.json": report_json(report),
        "changes.atom": changes_feed(tables),
    }
    for file_name, text in texts.items():
        path = folder / file_name
        path.write_text(text.rstrip() + "\n", "utf-8")
        _sync_file(path)


def _write_checksums(folder: Path) -> None:
    names = sorted(path.name for path in folder.iterdir())
    sums = [f"{hashlib.sha256((folder / n).read_bytes()).hexdigest()}  {n}\n" for n in names]
    path = folder / CHECKSUMS
    path.write_text("".join(sums), "ascii")
    _sync_file(path)


def _sync_file(path: Path) -> None:
    with path.open("rb") as handle:
        os.fsync(handle.fileno())
