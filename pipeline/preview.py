"""Reads one document for a look at it: nothing is stored, normalised or published."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

from extractors.readers import sniff
from pipeline.errors import JobFailed, UsageError
from pipeline.records import Edition, ReadEdition
from pipeline.settings import Settings
from pipeline.workers import WorkerPool


def preview(file: Path, settings: Settings) -> ReadEdition:
    """Read a document in a worker, as a run would.

    Raises:
        UsageError: There is no such file.
        JobFailed: Nothing can be read of it; the message says why.
    """
    if not file.is_file():
        raise UsageError(f"{file} is not a file. Give the path of a document.")
    try:
        data = file.read_bytes()
    except OSError as cause:
        raise JobFailed(f"{file} cannot be read: {cause.strerror}.") from cause
    edition = Edition(
        edition_id=hashlib.sha256(data).hexdigest(),
        document_id=file.stem,
        file_name=file.name,
        media_type=sniff(data),
        size=len(data),
        fetched_at=datetime.now(UTC),
        origin=str(file),
    )
    with WorkerPool(settings.workers, settings.job_limits) as pool:
        from pipeline.extract import Work, extract_editions  # loaded while the workers start

        (read,) = extract_editions([Work(edition, file.resolve())], pool, settings.limits)
    if read.facts is None:
        raise JobFailed(read.problems[0].message)
    return read
