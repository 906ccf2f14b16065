"""Reads editions to rows in worker processes; a document that fails is data, not an exception.

Long PDFs are spread over the workers by pages. A worker runs ``pipeline/extract/reading.py``.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extractors.blocks import Problem
from extractors.limits import Limits
from extractors.readers.pdf import PageBlocks, pictures_among
from pipeline.extract.reading import (
    Unfinished,
    assemble_edition,
    knowing,
    read_edition,
    read_part,
    recognise_part,
)
from pipeline.records import Edition, ReadEdition
from pipeline.workers import Done, Failed, Outcome, WorkerPool

PAGES_A_PART = 25  # pages; smaller parts cost more in start-up than two workers win
PICTURES_A_PART = 1  # pages; one that takes too long is lost alone
NO_HEADINGS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Work:
    """An edition and where its bytes are."""

    edition: Edition
    path: Path


@dataclass(slots=True)
class _Spread:
    """A PDF whose pages are being read by several jobs, ``missing`` of which are under way."""

    work: Work
    pages: dict[int, PageBlocks] = field(default_factory=dict)
    missing: int = 0
    recognised: bool = False
    failed: list[Problem] = field(default_factory=list)


@dataclass(slots=True)
class _Desk:
    """Jobs under way: what each job number is for."""

    pool: WorkerPool
    limits: Limits
    headings: Mapping[str, str]
    whole: dict[int, Work] = field(default_factory=dict)
    parts: dict[int, tuple[_Spread, Sequence[int]]] = field(default_factory=dict)


def extract_editions(
    works: Sequence[Work],
    pool: WorkerPool,
    limits: Limits,
    on_read: Callable[[ReadEdition], None] = lambda read: None,
    headings: Mapping[str, str] = NO_HEADINGS,
) -> list[ReadEdition]:
    """Read many editions over the workers of a pool.

    Args:
        works: Editions and the paths of their bytes.
        pool: Worker processes with limits of time and memory.
        limits: Limits of pages, objects and unpacked bytes that the readers keep themselves.
        on_read: Called as each edition is done, in the order in which they end.
        headings: What people decided of printed headings: ``{"Owner of the task": "lead"}``.

    Returns:
        One record an edition, in the order of ``works``. Where a worker had to be ended, its
        record has no facts and one problem that says why.
    """
    desk = _Desk(pool, limits, headings)
    for work in works:
        job = pool.submit(knowing, headings, read_edition, work.path, work.edition, limits)
        desk.whole[job] = work
    done = {}
    for read in _completed(desk):
        done[read.edition_id] = read
        on_read(read)
    return [done[work.edition.edition_id] for work in works]


def _completed(desk: _Desk) -> Iterator[ReadEdition]:
    for number, outcome in desk.pool.completed():
        if number in desk.parts:
            _take_part(desk, *desk.parts.pop(number), outcome)
            continue
        work = desk.whole.pop(number)
        match outcome:
            case Failed(code, message):
                yield _unread(work.edition, code, message)
            case Done(Unfinished(count, pages)):
                spread = _Spread(work, {page.number: page for page in pages})
                unread = range(1, count + 1) if not pages else ()
                _ask(desk, spread, unread, PAGES_A_PART)
                _go_on(desk, spread)
            case Done(read):
                yield read


def _ask(desk: _Desk, spread: _Spread, numbers: Sequence[int], at_once: int) -> None:
    """Have pages read, or recognised, some at once."""
    step = recognise_part if spread.recognised else read_part
    for start in range(0, len(numbers), at_once):
        part = numbers[start : start + at_once]
        job = desk.pool.submit(step, spread.work.path, part, desk.limits)
        desk.parts[job] = (spread, part)
        spread.missing += 1


def _take_part(desk: _Desk, spread: _Spread, numbers: Sequence[int], outcome: Outcome) -> None:
    match outcome:
        case Done(pages):
            spread.pages |= {page.number: page for page in pages}
        case Failed(code, message):
            name = spread.work.edition.file_name
            told = f"{name}: pages {numbers[0]} to {numbers[-1]} are missing: {message}"
            spread.failed.append(Problem("read", code, "error", told, numbers[0]))
    spread.missing -= 1
    _go_on(desk, spread)


def _go_on(desk: _Desk, spread: _Spread) -> None:
    """When no page is under way: have the pictures recognised, once, then all put together."""
    if spread.missing:
        return
    pages = [spread.pages[number] for number in sorted(spread.pages)]
    pictures = [] if spread.recognised else pictures_among(pages)
    spread.recognised = True
    if pictures:
        _ask(desk, spread, pictures, PICTURES_A_PART)
        return
    edition, failed = spread.work.edition, tuple(spread.failed)
    job = desk.pool.submit(knowing, desk.headings, assemble_edition, edition, pages, failed)
    desk.whole[job] = spread.work


def _unread(edition: Edition, code: str, message: str) -> ReadEdition:
    told = f"{edition.file_name}: {message}"
    return ReadEdition(edition.edition_id, problems=(Problem("read", code, "error", told),))
