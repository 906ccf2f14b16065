"""``make bench``, second part: what people do with a large release, beside plain pandas.

A figure is the shortest of several runs in one process, wall time; the ratio is to plain pandas
doing the same over the same files. The bounds are those that the project has set itself.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from rich.console import Console
from rich.table import Table

import pipeline
from benchmarks.made_release import made_release
from pipeline.export.compare_page import Comparison, comparison_page
from pipeline.export.workbook import write_workbook
from pipeline.releases import Release, queries, read_tables

LARGE, SMALL = 100_000, 20_000  # actions
RUNS = 5


@dataclass(frozen=True, slots=True)
class Task:
    """What is timed: at most ``bound`` seconds; ``plain`` is the same by pandas alone, if any."""

    name: str
    bound: float
    ours: Callable[[], object]
    plain: Callable[[], object] | None = None
    runs: int = RUNS


def main() -> int:
    """Make the releases, time every task, show one table; 1 where a bound is missed."""
    with tempfile.TemporaryDirectory() as folder:
        large = made_release(Path(folder) / "large", LARGE)
        small = made_release(Path(folder) / "small", SMALL)
        results = [(task, *_timed(task)) for task in _tasks(large, small, Path(folder))]
    Console().print(_table(results))
    return any(seconds > task.bound for task, seconds, _ in results)


def _tasks(large: Release, small: Release, folder: Path) -> list[Task]:
    actions = large.path / "actions.parquet"
    return [
        Task(
            f'load("actions"), {LARGE:,} actions',
            1.0,
            lambda: pipeline.load("actions", data_dir=large.path),
            lambda: pd.read_parquet(actions),
        ),
        Task(
            f'load("actions", join=["leads"]), {2 * LARGE:,} rows',
            5.0,
            lambda: pipeline.load("actions", data_dir=large.path, join=["leads"]),
            lambda: _merged(large.path),
        ),
        Task(f"compare two areas of {LARGE:,} actions", 2.0, lambda: _compared(large)),
        Task("the same as a page with charts", 10.0, lambda: comparison_page(_compared(large))),
        Task(
            f"workbook of {SMALL:,} actions",
            30.0,
            lambda: write_workbook(read_tables(small), folder / "ours.xlsx"),
            lambda: _to_excel(small.path, folder / "plain.xlsx"),
            runs=1,
        ),
    ]


def _compared(release: Release) -> Comparison:
    """What ``planbook compare`` asks of a release for its page."""
    with queries.connect(release) as connection:
        areas = queries.find_areas(connection, ["Hartlepool", "Middlesbrough"])
        groups = {way: queries.compare(connection, list(areas), way) for way in queries.BYS}
        facts = queries.facts_of(connection, areas)
        documents = queries.documents_of(connection, list(areas))
    return Comparison(release.name, facts, groups, documents)


def _merged(folder: Path) -> pd.DataFrame:
    keys = ["edition_id", "action_id"]
    leads = pd.read_parquet(folder / "leads.parquet")
    return pd.read_parquet(folder / "actions.parquet").merge(leads, on=keys, how="left")


def _to_excel(folder: Path, path: Path) -> None:
    with pd.ExcelWriter(path, engine="xlsxwriter") as book:
        for file in sorted(folder.glob("*.parquet")):
            frame = pd.read_parquet(file)
            for name, column in frame.items():
                if isinstance(column.dtype, pd.DatetimeTZDtype):
                    frame[name] = column.dt.tz_localize(None)
            frame.to_excel(book, sheet_name=file.stem, index=False)


def _timed(task: Task) -> tuple[float, float | None]:
    """Seconds of ours and of pandas, in turn, so that a busy moment falls on both."""
    pairs = [(_once(task.ours), _once(task.plain)) for _ in range(task.runs)]
    plain = [second for _, second in pairs if second is not None]
    return min(first for first, _ in pairs if first is not None), min(plain, default=None)


def _once(work: Callable[[], object] | None) -> float | None:
    if work is None:
        return None
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _table(results: list[tuple[Task, float, float | None]]) -> Table:
    shown = Table("what", title="A large release", title_justify="left")
    for head in ("seconds", "at most", "pandas", "times pandas"):
        shown.add_column(head, justify="right")
    for task, seconds, plain in results:
        ratio = ("", "") if plain is None else (f"{plain:.2f}", f"{seconds / plain:.2f}")
        shown.add_row(task.name, f"{seconds:.2f}", f"{task.bound:.0f}", *ratio)
    return shown


if __name__ == "__main__":
    sys.exit(main())
