"""What a worker does with one document: bytes to rows. Imports readers and extractors alone."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from extractors.blocks import Block, Document, Paragraph, Problem, Table, tables_of
from extractors.errors import UnreadableDocument
from extractors.extract import extract
from extractors.limits import Limits
from extractors.readers import PDF, read
from pipeline.records import DocumentFacts, Edition, ReadEdition

LONG_PAGES = 60  # pages; a shorter document is read whole by one worker
RAW_DAMAGED = "The stored bytes are not those that were fetched. Fetch or save it again."
OPENING_CHARACTERS = 3_000  # title, foreword and contents name the area and the years


@dataclass(frozen=True, slots=True)
class LongDocument:
    """Says that a document is better read in parts: ``LongDocument(pages=210)``."""

    pages: int


def read_edition(path: Path, edition: Edition, limits: Limits) -> ReadEdition | LongDocument:
    """Read one edition whole, or say that it is long.

    Nothing is raised for a fault of the document: it becomes a problem of the record.
    """
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != edition.edition_id:
        return _unreadable(edition, UnreadableDocument("raw_damaged", RAW_DAMAGED))
    try:
        if edition.media_type == PDF:
            from extractors.readers import pdf

            pages = pdf.page_count(data, limits)
            if pages > LONG_PAGES:
                return LongDocument(pages)
        return read_rows(read(data, edition.file_name, limits), edition.edition_id)
    except UnreadableDocument as fault:
        return _unreadable(edition, fault)


def read_part(path: Path, numbers: range, limits: Limits) -> Any:
    """Read some pages of a long PDF: ``range(26, 51)`` for pages 26 to 50."""
    from extractors.readers import pdf

    return pdf.read_pages(path.read_bytes(), numbers, limits)


def assemble_edition(
    edition: Edition, parts: Sequence[Any], failed: tuple[Problem, ...]
) -> ReadEdition:
    """Put the parts of a long PDF together and read its rows; ``failed`` parts are named in it."""
    from extractors.readers import pdf

    pages = [page for part in parts for page in part]
    try:
        document = pdf.assemble(tuple(pages))
    except UnreadableDocument as fault:
        return _unreadable(edition, fault)
    document = replace(document, problems=(*document.problems, *failed))
    return read_rows(document, edition.edition_id)


def read_rows(document: Document, edition_id: str) -> ReadEdition:
    """Recover the rows of a document as read, and keep what it says of itself."""
    extraction = extract(document)
    return ReadEdition(
        edition_id=edition_id,
        facts=_facts(document),
        actions=extraction.actions,
        priorities=extraction.priorities,
        glossary=extraction.glossary,
        problems=(*document.problems, *extraction.problems),
    )


def _facts(document: Document) -> DocumentFacts:
    return DocumentFacts(
        media_type=document.media_type,
        title=document.title,
        author=document.author,
        published_on=document.published_on,
        address=document.address,
        furniture=document.furniture,
        opening=_opening(document.blocks),
        pages=document.pages,
        tables=len(tables_of(document.blocks)),
        scanned=document.scanned,
    )


def _opening(blocks: Sequence[Block]) -> str:
    text = ""
    for block in blocks:
        if len(text) >= OPENING_CHARACTERS:
            break
        text += _text_of(block) + "\n"
    return text[:OPENING_CHARACTERS]


def _text_of(block: Block) -> str:
    if isinstance(block, Table):
        return " ".join(cell.text for cell in block.cells)
    return block.printed if isinstance(block, Paragraph) else block.text


def _unreadable(edition: Edition, fault: UnreadableDocument) -> ReadEdition:
    message = (
        fault.message
        if edition.file_name in fault.message
        else f"{edition.file_name}: {fault.message}"
    )
    return ReadEdition(
        edition.edition_id, problems=(Problem("read", fault.code, "error", message),)
    )
