"""Documents that a person saved by hand, since their site refuses programs: who, when, from where.

A note lies beside each: ``strategy.pdf`` and ``strategy.pdf.note.json``. A document without one
is taken as any local file is.
"""

import json
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from extractors.readers import ENDINGS, sniff
from pipeline.errors import UsageError
from pipeline.schema import ProblemRow
from pipeline.sources import Registry
from pipeline.store.naming import slug
from pipeline.store.raw_records import Fetch, problem
from pipeline.web.state import AddressState

NOTE_ENDING = ".note.json"


class Note(BaseModel):
    """What is known of a document saved by hand; the ids are None where nobody knows them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    origin: str = Field(pattern=r"^https?://")
    saved_by: str = Field(min_length=1)
    saved_at: AwareDatetime
    document_id: str | None = None
    source_id: str | None = None
    part: int | None = None


def save(file: Path, note: Note, inbox: Path) -> Path:
    """Copy a document into the inbox with its note; gives the path of the copy.

    Raises:
        UsageError: It is no document, or another one of that name is there.
    """
    try:
        data = file.read_bytes()
    except OSError as fault:
        raise UsageError(f"{file} cannot be read: {fault.strerror}.") from fault
    if sniff(data) is None:
        raise UsageError(f"{file} is none of the formats that are read.")
    ending = file.suffix.lower() if file.suffix.lower() in ENDINGS else ""
    kept = inbox / f"{slug(file.stem)}{ending}"
    if kept.exists() and kept.read_bytes() != data:
        raise UsageError(f"{kept} is there already and holds something else. Rename {file.name}.")
    inbox.mkdir(parents=True, exist_ok=True)
    text = json.dumps(note.model_dump(mode="json", exclude_none=True), indent=2)
    _note_path(kept).write_text(f"{text}\n", "utf-8")
    if not kept.exists():
        shutil.copyfile(file, kept)
    return kept


def note_for(
    url: str,
    saved_by: str,
    registry: Registry,
    addresses: Mapping[str, AddressState],
    document_id: str | None = None,
) -> Note:
    """Make the note of a document from its address; registry and state tell which work it is.

    Raises:
        UsageError: The address is none of the web.
    """
    known = next((line for line in registry.documents if line.address == url), None)
    held = addresses.get(url)
    host = urlsplit(url).netloc
    near = [s.source_id for s in registry.sources if urlsplit(s.address).netloc == host]
    named = registry.document_of.get(document_id or "")
    work = named or known or held
    try:
        return Note(
            origin=url,
            saved_by=saved_by,
            saved_at=datetime.now(UTC).replace(microsecond=0),
            document_id=document_id or (work.document_id if work else None),
            source_id=work.source_id if work else next(iter(near), None),
            part=held.part if held else None,
        )
    except ValidationError as fault:
        first = fault.errors()[0]
        raise UsageError(f"--from and --by: {first['loc'][0]}: {first['msg']}.") from fault


def is_note(path: Path) -> bool:
    """A note, and no document itself."""
    return path.name.endswith(NOTE_ENDING)


def with_note(fetch: Fetch, path: Path) -> tuple[Fetch, ProblemRow | None]:
    """A fetch with what the note beside the file says; a problem where it cannot be read."""
    place = _note_path(path)
    try:
        data = place.read_bytes()
    except OSError:
        return fetch, None
    try:
        note = Note.model_validate_json(data)
    except ValidationError:
        message = f"{place.name}: the note cannot be read; {path.name} is taken without it."
        return fetch, problem(message, "inbox_note", "warning", url=fetch.origin)
    said = {
        "document_id": note.document_id or fetch.document_id,
        "origin": note.origin,
        "fetched_at": note.saved_at,
        "source_id": note.source_id,
        "part": note.part,
        "saved_by": note.saved_by,
        "folder": None,
    }
    return fetch.model_copy(update=said), None


def _note_path(path: Path) -> Path:
    return path.with_name(path.name + NOTE_ENDING)
