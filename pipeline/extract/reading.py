"""What a worker does with one document: bytes to rows. Imports readers and extractors alone."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from extractors.blocks import Block, Document, Paragraph, Problem, Table, tables_of
from extractors.columns.headings import decide_headings
from extractors.errors import UnreadableDocument
from extractors.extract import extract
from extractors.limits import Limits
from extractors.readers import PDF, note_wrong_name, pdf, read
from extractors.readers.pdf import PageBlocks
from extractors.rows import ActionRow, OtherCell
from pipeline.records import DocumentFacts, Edition, ReadEdition

LONG_PAGES = 60  # pages; a shorter document is read whole by one worker
RAW_DAMAGED = "The stored bytes are not those that were fetched. Fetch or save it again."
MILLION = 1_000_000
MOST_LETTERS = 20 * MILLION  # of the actions of a document; nine published plans have 0.2 together
OPENING_CHARACTERS = 3_000  # title, foreword and contents name the area and the years


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A PDF that is better read by several jobs.

    ``count`` is the number of its pages; ``pages`` those that have been read: all of them where
    only pictures are still to be recognised, none where the document is long.
    """

    count: int
    pages: tuple[PageBlocks, ...] = ()


def knowing(headings: Mapping[str, str], job: Callable[..., Any], *given: Any) -> Any:
    """Do a job of this file with what people decided of printed headings."""
    decide_headings(headings)
    return job(*given)


def read_edition(path: Path, edition: Edition, limits: Limits) -> ReadEdition | Unfinished:
    """Read one edition whole, or as far as one job should.

    Nothing is raised for a fault of the document: it becomes a problem of the record.
    """
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != edition.edition_id:
        return _unreadable(edition, UnreadableDocument("raw_damaged", RAW_DAMAGED))
    try:
        if edition.media_type == PDF:
            return _read_pdf(data, edition, limits)
        return read_rows(read(data, edition.file_name, limits), edition)
    except UnreadableDocument as fault:
        return _unreadable(edition, fault)


def _read_pdf(data: bytes, edition: Edition, limits: Limits) -> ReadEdition | Unfinished:
    count = pdf.page_count(data, limits)
    if count > LONG_PAGES:
        return Unfinished(count)
    pages = pdf.read_pages(data, range(1, count + 1), limits, recognise=False)
    if pdf.pictures_among(pages):
        return Unfinished(count, pages)
    return assemble_edition(edition, pages, ())


def read_part(path: Path, numbers: Sequence[int], limits: Limits) -> tuple[PageBlocks, ...]:
    """Read some pages of a long PDF: ``range(26, 51)`` for pages 26 to 50."""
    return pdf.read_pages(path.read_bytes(), numbers, limits, recognise=False)


def recognise_part(path: Path, numbers: Sequence[int], limits: Limits) -> tuple[PageBlocks, ...]:
    """Read some pages that are pictures, letters recognised."""
    return pdf.read_pages(path.read_bytes(), numbers, limits)


def assemble_edition(
    edition: Edition, pages: Sequence[PageBlocks], failed: Sequence[Problem]
) -> ReadEdition:
    """Put the pages of a PDF together and read its rows; ``failed`` says which are missing."""
    try:
        document = pdf.assemble(tuple(pages))
    except UnreadableDocument as fault:
        return _unreadable(edition, fault)
    document = replace(document, problems=(*document.problems, *failed))
    return read_rows(note_wrong_name(document, edition.file_name), edition)


def read_rows(document: Document, edition: Edition) -> ReadEdition:
    """Recover the rows of a document as read, and keep what it says of itself.

    One that prints a text beside thousands of rows may hold more than any table can: it is given
    up, since each row would be written with all of it.
    """
    extraction = extract(document)
    letters = _letters(extraction.actions)
    if letters > MOST_LETTERS:
        held, most = letters // MILLION, MOST_LETTERS // MILLION
        told = f"its rows hold {held} million letters, the limit is {most} million"
        return _unreadable(edition, UnreadableDocument("result_limit", told))
    return ReadEdition(
        edition_id=edition.edition_id,
        facts=_facts(document),
        actions=extraction.actions,
        priorities=extraction.priorities,
        glossary=extraction.glossary,
        problems=(*document.problems, *extraction.problems),
    )


def _letters(held: object) -> int:
    """Letters of all texts of some rows; one that stands in many rows counts in each."""
    if isinstance(held, str):
        return len(held)
    if isinstance(held, Mapping):
        return sum(map(_letters, held.values()))
    if isinstance(held, tuple):
        return sum(map(_letters, held))
    if isinstance(held, ActionRow | OtherCell):
        return sum(_letters(getattr(held, part.name)) for part in fields(held))
    return 0


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
