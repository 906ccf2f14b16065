"""What people see in the terminal: progress, the run report, tables of rows."""

from collections.abc import Iterable, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from pipeline.records import RunReport, Source
from pipeline.releases import Release
from pipeline.releases.report import problem_counts
from pipeline.schema import ProblemRow

if TYPE_CHECKING:
    # These load Arrow, which a look at a document does not need.
    from pipeline.releases.diff import Difference
    from pipeline.releases.evaluate import Score

SHOWN_PROBLEMS = 10

out = Console()
err = Console(stderr=True)


def table_of(*heads: str, title: str | None = None) -> Table:
    """A table that shows its cells whole, ids and addresses too, in as many lines as it takes."""
    table = Table(title=title, title_justify="left")
    for head in heads:
        table.add_column(head, overflow="fold")
    return table


class StageBars:
    """Progress bars on stderr, one a stage, which appear when a stage has something to do.

    For people at a terminal alone: a log or a mail of cron gets the lines that say something.
    """

    def __init__(self) -> None:
        columns = (TextColumn("{task.description:10}"), BarColumn(), MofNCompleteColumn())
        self._bars = Progress(
            *columns, TimeElapsedColumn(), console=err, disable=not err.is_terminal
        )
        self._tasks: dict[str, Any] = {}

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bars.stop()

    def step(self, stage: str, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` documents have passed a stage."""
        if stage not in self._tasks:
            self._tasks[stage] = self._bars.add_task(stage, total=total)
        self._bars.update(self._tasks[stage], completed=done)


def show_report(report: RunReport) -> None:
    """Say on stderr what a run did, and what it could not read."""
    seconds = sum(report.seconds.values())
    if not report.published:
        told = _documents(report.reused, "is as it was", "are as they were")
        err.print(
            f"Nothing has changed: {told}. Release {report.release} stands. ({seconds:.1f} s)"
        )
        return
    err.print(
        f"Read {_documents(report.read)}, took over {report.reused} that have not changed. "
        f"({seconds:.1f} s)"
    )
    counts = ", ".join(f"{report.counts[name]} {name}" for name in _COUNTED)
    err.print(f"The release holds {counts}.")
    for warning in report.warnings:
        err.print(Text(f"Warning: {warning}", style="yellow"))
    _show_problems(report.problems)


def _documents(number: int, one: str = "", several: str = "") -> str:
    """``"1 document is as it was"``, ``"3 documents are as they were"``."""
    return (f"1 document {one}" if number == 1 else f"{number} documents {several}").rstrip()


_COUNTED = ("documents", "priorities", "actions", "leads", "glossary", "problems")


def _show_problems(problems: Sequence[ProblemRow]) -> None:
    told = [problem for problem in problems if problem.severity == "error"]
    for problem in told[:SHOWN_PROBLEMS]:
        err.print(Text(f"Not read: {problem.message} [{problem.code}]", style="red"))
    if len(told) > SHOWN_PROBLEMS:
        err.print(f"... and {len(told) - SHOWN_PROBLEMS} more, in the table problems.")
    lesser = [row for row in problem_counts(problems) if row[0] != "error"]
    if lesser:
        counts = ", ".join(f"{number} {code}" for _, code, number in lesser)
        err.print(f"Also noted in the table problems: {counts}.")


def show_release(release: Release, first: Sequence[tuple[str, ...]]) -> None:
    """Say where a release is and print its first actions, given as ``queries`` gives them."""
    if first:
        table = table_of("document", "ref", "activity", "lead", "due", title="First actions")
        for row in first:
            table.add_row(*(Text(short(cell)) for cell in row))
        out.print(table)
    out.print(f"Release: {release.path}", soft_wrap=True)


def show_differences(differences: Iterable["Difference"]) -> None:
    """Print what differs between two releases, a line each; nothing where nothing does."""
    found = list(differences)
    for one in found:
        line = Text(f"{one.table} {one.key} {one.kind}")
        if one.column is not None:
            before, after = short(one.before or "-"), short(one.after or "-")
            line.append(f" {one.column}: {before} -> {after}")
        out.print(line, soft_wrap=True)
    err.print(f"{len(found)} differences.")


def show_scores(scores: Sequence["Score"]) -> None:
    """Print a line a document, then the accuracy of each field over all of them."""
    table = table_of("document", "gold", "found", "matched", "precision", "recall")
    for score in scores:
        counts = (str(score.gold), str(score.found), str(score.matched))
        table.add_row(score.name, *counts, _share(score.precision), _share(score.recall))
    out.print(table)
    for name in scores[-1].fields:
        out.print(f"{name:12} {_share(scores[-1].accuracy(name))}")


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def show_sources(sources: Iterable[Source]) -> None:
    """Print the registry, a line a source."""
    table = table_of("source", "publisher", "area", "kind", "address")
    for source in sources:
        table.add_row(
            source.source_id, source.publisher, source.area_code, source.kind, source.address
        )
    out.print(table)


def short(text: str, limit: int = 70) -> str:
    """A text of at most ``limit`` characters: ``"Open a refuge wi…"``."""
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
