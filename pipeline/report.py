"""The run report: what was read, what is in the release, what could not be read and why."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow as pa

from pipeline.records import RunReport
from pipeline.schema import ProblemRow, columns_of

SEVERITY_ORDER = ("error", "warning", "notice")


def report_of(release: str, tables: Mapping[str, pa.Table], warnings: Sequence[str]) -> RunReport:
    """Report on a release that is about to be written."""
    problems = tables["problems"].to_pylist()
    names = [line.name for line in columns_of("problems")]
    return RunReport(
        release=release,
        published=True,
        counts={name: table.num_rows for name, table in tables.items()},
        problems=tuple(ProblemRow(**{name: row[name] for name in names}) for row in problems),
        warnings=tuple(warnings),
    )


def report_text(report: RunReport) -> str:
    """The report as Markdown, as it lies in the release."""
    parts = [f"# Release {report.release}", _counts(report), *_warned(report), *_problems(report)]
    return "\n\n".join(parts) + "\n"


def problem_counts(problems: Sequence[ProblemRow]) -> list[tuple[str, str, int]]:
    """Severity, code and number of the problems, worst first: ``[("error", "encrypted", 1)]``."""
    counts = Counter((problem.severity, problem.code) for problem in problems)
    ranked = sorted(counts.items(), key=lambda item: (SEVERITY_ORDER.index(item[0][0]), -item[1]))
    return [(severity, code, number) for (severity, code), number in ranked]


def _counts(report: RunReport) -> str:
    lines = [f"| {name} | {number} |" for name, number in report.counts.items()]
    return "\n".join(["| table | rows |", "| --- | --- |", *lines])


def _warned(report: RunReport) -> list[str]:
    return ["## Warnings", *(f"- {line}" for line in report.warnings)] if report.warnings else []


def _problems(report: RunReport) -> list[str]:
    if not report.problems:
        return []
    counts = [f"| {row[0]} | {row[1]} | {row[2]} |" for row in problem_counts(report.problems)]
    table = "\n".join(["| severity | code | number |", "| --- | --- | --- |", *counts])
    lost = [p for p in report.problems if p.severity == "error"]
    told = [f"- {Path(p.url or '').name}: {_escape(p.message)} ({p.code})" for p in lost]
    return ["## Problems", table, *(["## What could not be read", "\n".join(told)] if told else [])]


def _escape(text: str) -> str:
    """Words of a document stay words: no markup of theirs takes effect in the report."""
    return "".join(f"\\{char}" if char in "\\`*_[]<>|#" else char for char in text)
