"""Reads editions to rows in worker processes; a document that fails is data, not an exception.

Long PDFs are spread over the workers by pages. A worker runs ``pipeline/reading.py``.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractors.blocks import Problem
from extractors.limits import Limits
from pipeline.reading import LongDocument, assemble_edition, read_edition, read_part
from pipeline.records import Edition, ReadEdition
from pipeline.workers import Done, Failed, Outcome, WorkerPool

PAGES_A_PART = 25  # pages; smaller parts cost more in start-up than two workers win


@dataclass(frozen=True, slots=True)
class Work:
    """An edition and where its bytes are."""

    edition: Edition
    path: Path


@dataclass(slots=True)
class _Spread:
    """A long document whose parts are being read by several workers."""

    work: Work
    parts: list[Any]
    missing: int
    failed: list[Problem] = field(default_factory=list)


@dataclass(slots=True)
class _Desk:
    """Jobs under way: what each job number is for."""

    pool: WorkerPool
    limits: Limits
    whole: dict[int, Work] = field(default_factory=dict)
    parts: dict[int, tuple[_Spread, int]] = field(default_factory=dict)


def extract_editions(
    works: Sequence[Work],
    pool: WorkerPool,
    limits: Limits,
    on_read: Callable[[ReadEdition], None] = lambda read: None,
) -> list[ReadEdition]:
    """Read many editions over the workers of a pool.

    Args:
        works: Editions and the paths of their bytes.
        pool: Worker processes with limits of time and memory.
        limits: Limits of pages, objects and unpacked bytes that the readers keep themselves.
        on_read: Called as each edition is done, in the order in which they end.

    Returns:
        One record an edition, in the order of ``works``. Where a worker had to be ended, its
        record has no facts and one problem that says why.
    """
    desk = _Desk(pool, limits)
    for work in works:
        desk.whole[pool.submit(read_edition, work.path, work.edition, limits)] = work
    done = {}
    for read in _completed(desk):
        done[read.edition_id] = read
        on_read(read)
    return [done[work.edition.edition_id] for work in works]


def _completed(desk: _Desk) -> Iterator[ReadEdition]:
    for number, outcome in desk.pool.completed():
        if number in desk.parts:
            spread, place = desk.parts.pop(number)
            _take_part(desk, spread, place, outcome)
            continue
        work = desk.whole.pop(number)
        match outcome:
            case Failed(code, message):
                yield _unread(work.edition, code, message)
            case Done(LongDocument(pages)):
                _spread(desk, work, pages)
            case Done(read):
                yield read


def _spread(desk: _Desk, work: Work, pages: int) -> None:
    starts = range(1, pages + 1, PAGES_A_PART)
    spread = _Spread(work, [None] * len(starts), len(starts))
    for place, start in enumerate(starts):
        numbers = range(start, min(start + PAGES_A_PART, pages + 1))
        job = desk.pool.submit(read_part, work.path, numbers, desk.limits)
        desk.parts[job] = (spread, place)


def _take_part(desk: _Desk, spread: _Spread, place: int, outcome: Outcome) -> None:
    """Keep a part; when it is the last one, have the document put together."""
    match outcome:
        case Done(part):
            spread.parts[place] = part
        case Failed(code, message):
            first = place * PAGES_A_PART + 1
            last = first + PAGES_A_PART - 1
            told = (
                f"{spread.work.edition.file_name}: pages {first} to {last} are missing: {message}"
            )
            spread.failed.append(Problem("read", code, "error", told, first))
    spread.missing -= 1
    if not spread.missing:
        parts = [part for part in spread.parts if part is not None]
        edition, failed = spread.work.edition, tuple(spread.failed)
        job = desk.pool.submit(assemble_edition, edition, parts, failed)
        desk.whole[job] = spread.work


def _unread(edition: Edition, code: str, message: str) -> ReadEdition:
    told = f"{edition.file_name}: {message}"
    return ReadEdition(edition.edition_id, problems=(Problem("read", code, "error", told),))
