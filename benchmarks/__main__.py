"""``make bench``: the PDF reader beside other tools, on PDFs that this program makes itself.

    make bench FILES="plan.pdf strategy.pdf"    the same over PDFs of your own, without F1

Every tool reads the same file in a process of its own, in turn, several times, after one page that
loads what it needs. A figure is the median of these runs, of CPU time; the ratios are medians of
those of runs next to one another. F1 compares the cells found with those that were printed.
"pdfium texts" is how many times pdfium could have read the bare text meanwhile. camelot and
pymupdf are shown where they are installed.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from benchmarks.engines import ENGINES, installed
from benchmarks.made_plans import STYLES, make_plan

RUNS = 5
LONG_ROWS, SHORT_ROWS = 420, 6  # about 50 pages, and one
TIMEOUT = 300  # seconds for one run of one tool
HEADINGS = (
    "tool",
    "CPU ms\na page",
    "pages a\nsecond",
    "times\npdfplumber",
    "pdfium\ntexts",
    "peak\nMB",
    "F1",
    "fell\nback",
)


@dataclass(frozen=True, slots=True)
class Run:
    """One run of one tool over a file: CPU seconds, megabytes at the peak, cells found."""

    pages: int
    cpu: float
    peak_mb: float
    fallbacks: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Set:
    """Files of one layout: a short one and a long one, and the cells printed in the long one.

    Of a PDF that was given the cells are not known: None. Its short file is a made one.
    """

    name: str
    short: Path
    long: Path
    cells: list[str] | None


def main() -> int:
    """Read the PDFs that are named, or make some, with every tool; show one table for each."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE.pdf")
    files = parser.parse_args().files
    missing = [str(file) for file in files if not file.is_file()]
    if missing:
        parser.error(f"no such file: {', '.join(missing)}")
    with tempfile.TemporaryDirectory() as folder:
        sets = [_given(Path(folder), file) for file in files]
        for one in sets or [_made(Path(folder), name) for name in STYLES]:
            Console().print(_table(one, _timed(one)))
    return 0


def _timed(one: Set) -> dict[str, list[Run]]:
    """The runs of every tool; none of one that fails on these files."""
    runs: dict[str, list[Run]] = {name: [] for name in installed()}
    failed: set[str] = set()
    for _ in range(RUNS):
        for name in runs.keys() - failed:  # interleaved: a busy moment falls on every tool
            try:
                runs[name].append(_run(name, one))
            except subprocess.SubprocessError:
                failed.add(name)
    return {name: [] if name in failed else found for name, found in runs.items()}


def _given(folder: Path, file: Path) -> Set:
    short = folder / "short.pdf"
    make_plan(short, SHORT_ROWS, "ruled")
    return Set(file.name, short, file, None)


def _made(folder: Path, name: str) -> Set:
    short, long = folder / f"{name}_short.pdf", folder / f"{name}_long.pdf"
    make_plan(short, SHORT_ROWS, name)
    return Set(name, short, long, make_plan(long, LONG_ROWS, name))


def _run(name: str, one: Set) -> Run:
    command = [sys.executable, "-m", "benchmarks.engines", name, str(one.short), str(one.long)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=TIMEOUT)
    return Run(**json.loads(done.stdout.splitlines()[-1]))


def _table(one: Set, runs: dict[str, list[Run]]) -> Table:
    pages = next((found[0].pages for found in runs.values() if found), 0)
    cells = f", {len(one.cells)} cells" if one.cells is not None else ""
    shown = Table(
        title=f"{one.name}: {pages} pages{cells}, {RUNS} runs", box=SIMPLE_HEAD, pad_edge=False
    )
    shown.add_column(HEADINGS[0], no_wrap=True)
    for head in HEADINGS[1:]:
        shown.add_column(head, justify="right")
    for name, found in runs.items():
        shown.add_row(name, *(_figures(one, name, runs) if found else ["failed"]))
    return shown


def _figures(one: Set, name: str, runs: dict[str, list[Run]]) -> list[str]:
    found = runs[name]
    last = found[-1]
    cost = statistics.median(run.cpu for run in found) / max(last.pages, 1)
    score = "-"
    if ENGINES[name].tables and one.cells is not None:
        score = f"{_f1(one.cells, last.cells):.3f}"
    return [
        f"{cost * 1000:.2f}",
        f"{1 / cost:.0f}",
        _ratio(runs.get("pdfplumber", ()), found),
        _ratio(found, runs.get("pypdfium2 text", ())),
        f"{statistics.median(run.peak_mb for run in found):.0f}",
        score,
        str(last.fallbacks),
    ]


def _ratio(runs: Sequence[Run], others: Sequence[Run]) -> str:
    """How many times the CPU time of others some runs took, each beside the one next to it."""
    ratios = [run.cpu / other.cpu for run, other in zip(runs, others, strict=False)]
    return f"{statistics.median(ratios):.1f}" if ratios else "-"


def _f1(printed: Sequence[str], found: Sequence[str]) -> float:
    """Of the cells with text; white space and hyphens at line ends aside."""
    gold, got = Counter(map(_plain, printed)), Counter(map(_plain, found))
    gold.pop("", None)
    got.pop("", None)
    right = sum((gold & got).values())
    return 2 * right / (sum(gold.values()) + sum(got.values()) or 1)


def _plain(text: str) -> str:
    return "".join(text.split()).replace("-", "").replace("\u00ad", "")


if __name__ == "__main__":
    sys.exit(main())
