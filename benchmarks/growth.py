"""``make bench``, second part: what grows with a document, against the bounds that were set.

A row of a table of 10,000 rows against one of 100 rows, the memory of a long PDF, a Word plan of
many tables, and two workers against one. CPU time of the process, the shortest of several runs;
wall time for the workers, which need two processors that nothing else uses.
"""

import hashlib
import html
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from docx import Document as NewWord
from rich.console import Console
from rich.table import Table

from benchmarks.made_plans import HEADS, make_plan, plan_row
from extractors.extract import extract
from extractors.limits import Limits
from extractors.readers import read, sniff
from pipeline.extract import Work, extract_editions
from pipeline.records import Edition
from pipeline.workers import JobLimits, WorkerPool

FEW, MANY = 100, 10_000  # rows
LONG_ROWS = 2_150  # about 200 pages
WORD_TABLES, WORD_ROWS = 60, 5
COPIES = 8  # documents that the workers read
RUNS = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement: ``bound`` is the most it may be, or the least where ``least`` is True."""

    name: str
    value: float
    unit: str
    bound: float
    least: bool = False

    @property
    def kept(self) -> bool:
        """Whether it keeps its bound."""
        return self.value >= self.bound if self.least else self.value <= self.bound


def main() -> int:
    """Measure everything, show one table; 1 where a bound is missed."""
    with tempfile.TemporaryDirectory() as name:
        figures = _figures(Path(name))
    shown = Table(title="what grows with a document")
    for head in ("what", "figure", "bound", ""):
        shown.add_column(head, justify="left" if head == "what" else "right")
    for one in figures:
        bound = f"{'at least' if one.least else 'at most'} {one.bound:g} {one.unit}"
        shown.add_row(one.name, f"{one.value:.2f} {one.unit}", bound, "" if one.kept else "missed")
    Console().print(shown)
    return int(not all(one.kept for one in figures))


def _figures(folder: Path) -> list[Figure]:
    long = folder / "long.pdf"
    make_plan(long, LONG_ROWS, "ruled")
    word = folder / "tables.docx"
    _make_word(word)
    name = f"a row of {MANY:,} against one of {FEW}"
    return [
        Figure(f"PDF: {name}", _row_cost(folder, "pdf"), "times", 1.5),
        Figure(f"web page: {name}", _row_cost(folder, "html"), "times", 1.5),
        Figure("PDF of 200 pages: memory at the peak", _peak_mb(long), "MB", 150.0),
        Figure(f"Word plan of {WORD_TABLES} tables", _seconds(word), "s", 1.0),
        Figure("two workers against one", _workers(folder), "times", 1.7, least=True),
    ]


def _row_cost(folder: Path, ending: str) -> float:
    """CPU seconds a row of a long table over those of a short one."""
    costs = []
    for count in (FEW, MANY):
        file = folder / f"rows{count}.{ending}"
        if ending == "pdf":
            make_plan(file, count, "ruled")
        else:
            file.write_text(_page(count), encoding="utf-8")
        costs.append(_seconds(file, RUNS if count == FEW else 1) / count)
    return costs[1] / costs[0]


def _page(count: int) -> str:
    rows = [HEADS, *(plan_row(number) for number in range(1, count + 1))]
    cells = ("".join(f"<td>{html.escape(text)}</td>" for text in row) for row in rows)
    return f"<h1>Plan</h1><table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def _make_word(path: Path) -> None:
    document = NewWord()
    for number in range(WORD_TABLES):
        document.add_heading(f"Priority {number + 1}: Safer places", 2)
        table = document.add_table(rows=WORD_ROWS + 1, cols=len(HEADS))
        rows = [HEADS, *(plan_row(number * WORD_ROWS + row) for row in range(1, WORD_ROWS + 1))]
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    document.save(str(path))


def _seconds(file: Path, runs: int = RUNS) -> float:
    """The CPU time of reading a file to its actions, the shortest of some runs."""
    data = file.read_bytes()
    return min(
        _timed(lambda: extract(read(data, file.name)), time.process_time) for _ in range(runs)
    )


def _timed(work: Callable[[], object], clock: Callable[[], float]) -> float:
    start = clock()
    work()
    return clock() - start


def _peak_mb(file: Path) -> float:
    """Megabytes of a process that does nothing but read a file."""
    command = [sys.executable, "-m", "benchmarks.engines", "planbook", str(file)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(json.loads(done.stdout.splitlines()[-1])["peak_mb"])


def _workers(folder: Path) -> float:
    """Wall time of one worker over that of two, for several documents."""
    file = folder / "plan.pdf"
    make_plan(file, LONG_ROWS // COPIES, "ruled")
    seconds = {1: float("inf"), 2: float("inf")}
    for _ in range(RUNS):
        for count in seconds:  # in turn: a busy moment falls on both
            seconds[count] = min(seconds[count], _pooled(file, count))
    return seconds[1] / seconds[2]


def _pooled(file: Path, workers: int) -> float:
    data = file.read_bytes()
    day = datetime(2026, 1, 1, tzinfo=UTC)
    digest = hashlib.sha256(data).hexdigest()
    edition = Edition(digest, "plan", file.name, sniff(data), len(data), day, file.name)
    works = [Work(edition, file)] * COPIES
    with WorkerPool(workers, JobLimits()) as pool:
        extract_editions(works[:workers], pool, Limits())  # every worker has loaded its readers
        return _timed(lambda: extract_editions(works, pool, Limits()), time.perf_counter)


if __name__ == "__main__":
    sys.exit(main())
