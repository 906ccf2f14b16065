"""What ``document.json`` holds of an edition, checked when it is read."""

import json
from datetime import UTC, datetime
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from extractors.readers import sniff
from pipeline.errors import one_line
from pipeline.records import Edition
from pipeline.schema import ProblemRow

UNKNOWN_TIME = datetime(1970, 1, 1, tzinfo=UTC)


class Fetch(BaseModel):
    """One fetch of an edition: where it came from and under which name."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    document_id: str
    origin: str
    file_name: str
    fetched_at: AwareDatetime
    folder: str | None = None  # where a local file lay; kept here, in no table
    source_id: str | None = None
    part: int | None = None
    etag: str | None = None
    last_modified: str | None = None
    saved_by: str | None = None


class Record(BaseModel):
    """What ``document.json`` holds: the bytes, and every fetch of them, oldest first.

    ``fetches`` is empty where the file was lost and had to be made again from the bytes.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    edition_id: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    media_type: str | None
    size: Annotated[int, Field(ge=0)]
    fetches: tuple[Fetch, ...] = ()

    def edition(self) -> Edition:
        """The edition as its first fetch brought it, so that a later one renames nothing."""
        first = self.fetches[0] if self.fetches else _nameless(self.edition_id)
        return Edition(
            edition_id=self.edition_id,
            document_id=first.document_id,
            file_name=first.file_name,
            media_type=self.media_type,
            size=self.size,
            fetched_at=first.fetched_at,
            origin=first.origin,
            source_id=first.source_id,
            part=first.part,
        )


def record_of(edition_id: str, data: bytes, fetches: tuple[Fetch, ...]) -> Record:
    """Make the record of new bytes."""
    return Record(edition_id=edition_id, media_type=sniff(data), size=len(data), fetches=fetches)


def to_json(record: Record) -> bytes:
    """The record as it stands in ``document.json``."""
    text = json.dumps(record.model_dump(mode="json"), indent=2, ensure_ascii=False)
    return f"{text}\n".encode()


def _nameless(edition_id: str) -> Fetch:
    """Stands for the fetches of an edition that are no longer known."""
    name = f"edition-{edition_id[:12]}"
    return Fetch(document_id=name, origin=name, file_name=name, fetched_at=UNKNOWN_TIME)


def problem(
    message: str,
    code: str,
    severity: str = "error",
    *,
    document_id: str | None = None,
    edition_id: str | None = None,
    url: str | None = None,
) -> ProblemRow:
    """Make a row of ``problems`` of the fetch stage; ``code`` is a key of ``errors.CODES``."""
    return ProblemRow(
        document_id=document_id,
        edition_id=edition_id,
        url=url,
        stage="fetch",
        code=code,
        severity=severity,
        message=one_line(message),
        page=None,
    )
