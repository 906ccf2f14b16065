"""PDF to blocks.

``read`` reads a document at once; ``page_count``, ``read_pages`` and ``assemble`` are its parts, so
that a caller may spread the pages of a long document over several processes.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from importlib import import_module
from importlib.util import find_spec

from extractors.blocks import Document, Problem
from extractors.errors import UnreadableDocument
from extractors.limits import DEFAULT_LIMITS, Limits
from extractors.readers.pdf.collector import collector_paused
from extractors.readers.pdf.engines.opening import Pages, open_pdf
from extractors.readers.pdf.page.blocks import PageBlocks, page_blocks
from extractors.readers.pdf.page.printed.garbled import mended
from extractors.readers.pdf.record import PageRecord
from extractors.readers.pdf.unruled.carry import PageEnd
from extractors.readers.pdf.whole.document import assemble

__all__ = ["PageBlocks", "assemble", "page_count", "pictures_among", "read", "read_pages"]

LAYER = ("text layer under a picture",)  # all that is known of a scan that was not recognised
SCAN_READER = "extractors.readers.scan"


@collector_paused()
def read(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read a PDF.

    Args:
        data: The bytes of the file.
        limits: What reading may cost.

    Raises:
        UnreadableDocument: ``encrypted``, ``damaged`` or ``page_limit``.
    """
    with open_pdf(data) as pages:
        _check_count(pages.count, limits)
        numbers = range(1, pages.count + 1)
        blocks = tuple(_read_all(pages, data, numbers, limits))
    return assemble(blocks)


def page_count(data: bytes, limits: Limits = DEFAULT_LIMITS) -> int:
    """The number of pages, after checking that they are no more than ``limits`` allow.

    Raises:
        UnreadableDocument: ``encrypted``, ``damaged`` or ``page_limit``.
    """
    with open_pdf(data) as pages:
        return _check_count(pages.count, limits)


@collector_paused()
def read_pages(
    data: bytes,
    numbers: Sequence[int],
    limits: Limits = DEFAULT_LIMITS,
    recognise: bool = True,
) -> tuple[PageBlocks, ...]:
    """Read some pages of a PDF; what is given can be sent to another process.

    Args:
        data: The bytes of the file.
        numbers: From 1: ``range(1, 26)``.
        limits: What reading may cost.
        recognise: Recognise the letters of pages that are pictures, which takes seconds a page;
            without, ``pictures_among`` names those pages.

    Raises:
        UnreadableDocument: ``encrypted`` or ``damaged``.
    """
    with open_pdf(data) as pages:
        return tuple(_read_all(pages, data, numbers, limits, recognise))


def pictures_among(pages: Sequence[PageBlocks]) -> list[int]:
    """The numbers of the pages whose letters are still to be recognised."""
    return [page.number for page in pages if page.scanned or page.garbled]


def _check_count(count: int, limits: Limits) -> int:
    if count == 0:
        raise UnreadableDocument("damaged", "The PDF has no pages. Fetch or save it again.")
    if count > limits.pages:
        raise UnreadableDocument(
            "page_limit", f"The PDF has {count} pages, the limit is {limits.pages}."
        )
    return count


def _read_all(
    pages: Pages, data: bytes, numbers: Sequence[int], limits: Limits, recognise: bool = True
) -> Iterator[PageBlocks]:
    """Read pages one after the other, each with a look at those before and after it."""
    about = pages.about
    before: list[PageRecord] = []
    end = PageEnd() if 1 in numbers[:1] else None
    waiting = [pages.read(number, limits) for number in numbers[:1]]
    for number in [*numbers[1:], None]:
        after = [] if number is None else [pages.read(number, limits)]
        for record in waiting:
            read = partial(page_blocks, about=about, beside=(*before, *after), before=end)
            blocks = read(record)
            blocks = _recognised(record, blocks, data, read) if recognise else blocks
            yield blocks
            known = recognise or not pictures_among([blocks])
            end = blocks.end if known and number == record.number + 1 else None
        before, waiting = waiting, after


def _recognised(
    record: PageRecord, blocks: PageBlocks, data: bytes, read: Callable[..., PageBlocks]
) -> PageBlocks:
    """The page; where it is a picture or its fonts name no letters, as it is recognised."""
    if not blocks.scanned and not blocks.garbled:
        return blocks
    seen = _recognise(data, record)
    if blocks.garbled and not blocks.scanned:
        if seen is None or not seen.words:
            problems = seen.problems if seen is not None else ()
            return replace(blocks, problems=(*blocks.problems, *problems))
        seen = mended(record, seen)
    if seen is not None and blocks.blocks and not seen.words:
        doubted = read(replace(record, doubts=LAYER))
        return replace(doubted, problems=(*blocks.problems, *seen.problems))
    if seen is not None:
        again = read(seen, beside=())
        return replace(again, scanned=blocks.scanned, garbled=False, links=blocks.links)
    message = f"page {record.number}: a picture without text; it was not recognised"
    problem = Problem("read", "scanned", "warning", message, record.number)
    return replace(blocks, problems=(*blocks.problems, problem))


def _recognise(data: bytes, page: PageRecord) -> PageRecord | None:
    """The page as the scan reader sees it; None where that is not installed or sees nothing.

    ``scan.read_page`` gives the same record as the PDF engines do: words with their boxes, and the
    rules found in the picture. It judges the text under the picture by what it recognises.
    """
    if find_spec(SCAN_READER) is None:
        return None
    reader = import_module(SCAN_READER)
    record: PageRecord | None = reader.read_page(data, page.number, page.unseen)
    return record
