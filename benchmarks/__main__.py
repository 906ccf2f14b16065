"""``make bench``: the PDF reader beside other tools, on PDFs that this program makes itself.

Every tool reads the same files in a process of its own, in turn, several times; a tool's figure is
the median of its runs. Speed is CPU time of the whole process for the long file less that for one
page, so that start-up counts for none. F1 compares the cells found with those that were printed.
"""

import json
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle
from rich.console import Console
from rich.table import Table as Printed

from benchmarks.engines import ENGINES, installed

RUNS = 5
LONG_ROWS, SHORT_ROWS = 420, 6  # about 50 pages, and one
TIMEOUT = 300  # seconds for one run of one tool
TEXT = ParagraphStyle("text", fontName="Helvetica", fontSize=9, leading=11)
HEADS = ("Ref", "Action", "How will we know", "Lead agency", "Deadline")
WIDTHS = (45, 250, 220, 140, 80)
STYLES = {
    "ruled": [("GRID", (0, 0), (-1, -1), 0.5, colors.black)],
    "hairlines": [("LINEBELOW", (0, 0), (-1, -1), 0.25, colors.grey)],
}


@dataclass(frozen=True, slots=True)
class Run:
    """One run of one tool over a set: CPU seconds, megabytes at the peak, cells of each file."""

    pages: int
    cpu: float
    peak_mb: float
    fallbacks: int
    cells: list[list[str]]


@dataclass(frozen=True, slots=True)
class Set:
    """Generated files of one layout: one page and many, and the cells printed in the long one."""

    name: str
    short: Path
    long: Path
    cells: list[str]


def main() -> int:
    """Make the files, run every tool that is installed, show one table."""
    names = list(installed())
    with tempfile.TemporaryDirectory() as folder:
        sets = [_made(Path(folder), name) for name in STYLES]
        for made in sets:
            runs: dict[str, list[tuple[Run, Run]]] = {name: [] for name in names}
            for _ in range(RUNS):
                for name in names:  # interleaved: a busy moment falls on every tool
                    runs[name].append((_run(name, made.short), _run(name, made.long)))
            Console().print(_table(made, runs))
    return 0


def _made(folder: Path, name: str) -> Set:
    short, long = folder / f"{name}_short.pdf", folder / f"{name}_long.pdf"
    _make(short, SHORT_ROWS, name)
    return Set(name, short, long, _make(long, LONG_ROWS, name))


def _make(path: Path, count: int, style: str) -> list[str]:
    """Write a plan of so many actions; gives the texts of its cells, the heads once."""
    rows = [list(HEADS), *(_row(number) for number in range(1, count + 1))]
    cells = [[Paragraph(text, TEXT) for text in row] for row in rows]
    top = ("VALIGN", (0, 0), (-1, -1), "TOP")
    table = Table(
        cells, colWidths=WIDTHS, repeatRows=0, splitInRow=0, style=TableStyle([top, *STYLES[style]])
    )
    SimpleDocTemplate(str(path), pagesize=landscape(A4), invariant=1).build([table])
    return [text for row in rows for text in row]


def _row(number: int) -> list[str]:
    places = ("the market", "Elm Road school", "the bus station", "both libraries", "the park")
    place = places[number % len(places)]
    return [
        f"{number // 20 + 1}.{number % 20 + 1}",
        f"Train the staff of {place} to notice signs of harm and to say where help is, then ask "
        f"them after {number % 9 + 2} months what they have used and what they would change",
        f"At least {number % 60 + 20} people trained in the year; nine in ten say that they know "
        "what to do and whom to ask",
        ("Quarrow Council / Public Health", "Quarrow Police", "Library Service")[number % 3],
        f"Q{number % 4 + 1} 2026/27",
    ]


def _run(name: str, file: Path) -> Run:
    command = [sys.executable, "-m", "benchmarks.engines", name, str(file)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=TIMEOUT)
    return Run(**json.loads(done.stdout.splitlines()[-1]))


def _table(made: Set, runs: dict[str, list[tuple[Run, Run]]]) -> Printed:
    pages = next(iter(runs.values()))[0][1].pages
    shown = Printed(title=f"{made.name}: {pages} pages, {len(made.cells)} cells, {RUNS} runs")
    for head in (
        "tool",
        "CPU ms a page",
        "pages/s",
        "times pdfplumber",
        "peak MB",
        "F1",
        "fallback",
    ):
        shown.add_column(head, justify="left" if head == "tool" else "right")
    costs = {name: _cost(pairs) for name, pairs in runs.items()}
    for name, pairs in runs.items():
        last = pairs[-1][1]
        score = f"{_f1(made.cells, last.cells[0]):.3f}" if ENGINES[name].tables else "-"
        peak = statistics.median(long.peak_mb for _, long in pairs)
        shown.add_row(
            name,
            f"{costs[name] * 1000:.2f}",
            f"{1 / costs[name]:.0f}",
            f"{costs['pdfplumber'] / costs[name]:.1f}",
            f"{peak:.0f}",
            score,
            str(last.fallbacks),
        )
    return shown


def _cost(pairs: Sequence[tuple[Run, Run]]) -> float:
    """CPU seconds a page, start-up left out."""
    short = statistics.median(one.cpu for one, _ in pairs)
    long = statistics.median(other.cpu for _, other in pairs)
    pages = pairs[0][1].pages - pairs[0][0].pages
    return max(long - short, 1e-6) / max(pages, 1)


def _f1(printed: Sequence[str], found: Sequence[str]) -> float:
    """Of the cells with text; white space and hyphens at line ends aside."""
    gold, got = Counter(map(_plain, printed)), Counter(map(_plain, found))
    gold.pop("", None)
    got.pop("", None)
    right = sum((gold & got).values())
    return 2 * right / (sum(gold.values()) + sum(got.values()) or 1)


def _plain(text: str) -> str:
    return "".join(text.split()).replace("-", "")


if __name__ == "__main__":
    sys.exit(main())
