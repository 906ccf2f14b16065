"""The run report: what was new, changed or failed and why, how long it took and how much it was.

Markdown for people and JSON for programs, in each release and, for failed runs too, in
``DIR/state/reports``. Knows words, not tables: ``news.py`` makes the report that is told here.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from pipeline.records import News, RunReport, SourceFailures
from pipeline.schema import ProblemRow

SEVERITY_ORDER = ("error", "warning", "notice")


def report_json(report: RunReport) -> str:
    """The report for programs."""
    return json.dumps(asdict(report), indent=1, default=str)


def report_text(report: RunReport) -> str:
    """The report as Markdown."""
    parts = [
        *_opening(report),
        *_counts("table | rows", report.counts.items()),
        *_news_lines(report.news),
        *_listed("Warnings", report.warnings),
        *_failures(report.failures),
        *_problems(report),
        *_counts("stage | seconds", report.seconds.items()),
        *_counts("editions and rows | number", report.accounts.items()),
    ]
    return "\n\n".join(parts) + "\n"


def problem_counts(problems: Sequence[ProblemRow]) -> list[tuple[str, str, int]]:
    """Severity, code and number of the problems, worst first: ``[("error", "encrypted", 1)]``."""
    counts = Counter((problem.severity, problem.code) for problem in problems)
    ranked = sorted(counts.items(), key=lambda item: (SEVERITY_ORDER.index(item[0][0]), -item[1]))
    return [(severity, code, number) for (severity, code), number in ranked]


def _opening(report: RunReport) -> list[str]:
    if report.failure is not None:
        stands = f"Release {report.release} stands." if report.release else "There is no release."
        return ["# The run failed", f"{_escape(report.failure)}\n\n{stands}", *_when(report)]
    if not report.release:
        return ["# Nothing failed and nothing was published", *_when(report)]
    if not report.published:
        return [f"# Nothing has changed: release {report.release} stands", *_when(report)]
    return [f"# Release {report.release}", *_when(report)]


def _when(report: RunReport) -> list[str]:
    if report.started_at is None:
        return []
    after = f" Compared with release {report.previous}." if report.previous else ""
    read = f"{report.read} documents were read, {report.reused} taken over as they were."
    return [f"Run {report.run}, begun {report.started_at:%Y-%m-%d %H:%M:%S} UTC. {read}{after}"]


def _counts(heads: str, rows: Iterable[tuple[str, object]]) -> list[str]:
    lines = [f"| {name} | {number} |" for name, number in rows]
    return ["\n".join([f"| {heads} |", "| --- | --- |", *lines])] if lines else []


def _news_lines(news: Sequence[News]) -> list[str]:
    if not news:
        return []
    heads = ["| document | what | actions before | actions now |", "| --- | --- | --- | --- |"]
    rows = [
        f"| {_escape(line.title or line.document_id)} | {line.what} "
        f"| {_shown(line.before)} | {_shown(line.now)} |"
        for line in news
    ]
    return ["## What is new", "\n".join([*heads, *rows])]


def _shown(number: int | None) -> str:
    return "" if number is None else str(number)


def _listed(heading: str, lines: Sequence[str]) -> list[str]:
    told = "\n".join(f"- {_escape(line)}" for line in lines)
    return [f"## {heading}", told] if lines else []


def _failures(failures: Sequence[SourceFailures]) -> list[str]:
    if not failures:
        return []
    rows = [
        f"| {_escape(line.source)} | {sum(line.codes.values())} "
        f"| {', '.join(f'{code} {number}' for code, number in line.codes.items())} |"
        for line in failures
    ]
    heads = ["| source | errors | which |", "| --- | --- | --- |"]
    return ["## Failures by source", "\n".join([*heads, *rows])]


def _problems(report: RunReport) -> list[str]:
    if not report.problems:
        return []
    counts = [f"| {row[0]} | {row[1]} | {row[2]} |" for row in problem_counts(report.problems)]
    table = "\n".join(["| severity | code | number |", "| --- | --- | --- |", *counts])
    lost = [p for p in report.problems if p.severity == "error"]
    told = [
        f"- {_escape(Path(p.url or '').name)}: {_escape(p.message)} ({_escape(p.code)})"
        for p in lost
    ]
    return ["## Problems", table, *(["## What could not be read", "\n".join(told)] if told else [])]


def _escape(text: str) -> str:
    """Words of a document stay words: no markup of theirs takes effect in the report."""
    line = " ".join(text.split())
    return "".join(f"\\{char}" if char in "\\`*_[]<>|#" else char for char in line)
