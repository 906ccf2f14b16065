"""The run report: what was new, changed or failed and why, how long it took and how much it was.

Markdown for people and JSON for programs, in each release and, for failed runs too, in
``DIR/state/reports``.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from urllib.parse import urlsplit

import pyarrow as pa

from pipeline.checking.baseline import Baseline, actions_by_document
from pipeline.records import News, RunReport, SourceFailures
from pipeline.schema import ProblemRow, columns_of

SEVERITY_ORDER = ("error", "warning", "notice")
GOOD_STATES = ("live", "changed", "superseded")
LOCAL = "local files"  # source of documents that were given as files


def report_of(
    release: str,
    tables: Mapping[str, pa.Table],
    warnings: Sequence[str],
    last: Baseline | None = None,
    accounts: Mapping[str, int] | None = None,
) -> RunReport:
    """Report on a release that is about to be written."""
    rows = tables["problems"].to_pylist()
    names = [line.name for line in columns_of("problems")]
    problems = tuple(ProblemRow(**{name: row[name] for name in names}) for row in rows)
    return RunReport(
        release=release,
        published=True,
        counts={name: table.num_rows for name, table in tables.items()},
        problems=problems,
        warnings=tuple(warnings),
        previous=last.name if last else None,
        news=tuple(_news(tables, last or Baseline())),
        failures=failures_by_source(problems, tables),
        accounts=dict(accounts or {}),
    )


def failures_by_source(
    problems: Iterable[ProblemRow], tables: Mapping[str, pa.Table]
) -> tuple[SourceFailures, ...]:
    """Count the errors of each source, most first: a line of the registry, or a host."""
    documents = tables["documents"].select(["edition_id", "source_id", "url"]).to_pylist()
    known = {row["edition_id"]: row["source_id"] or _host(row["url"]) for row in documents}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for problem in problems:
        if problem.severity == "error":
            source = known.get(problem.edition_id or "") or _host(problem.url)
            counts[source][problem.code] += 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1].total(), item[0]))
    return tuple(SourceFailures(source, dict(codes)) for source, codes in ranked)


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


def _news(tables: Mapping[str, pa.Table], last: Baseline) -> Iterable[News]:
    """What became of each document since the release before, by document_id."""
    if not last.tables:
        return
    has, had = _works(tables), _works(last.tables)
    now, before = actions_by_document(tables), actions_by_document(last.tables)
    problems = tables["problems"].to_pylist()
    held = {row["document_id"] for row in problems if row["code"] == "held"}
    for name, work in sorted(has.items()):
        what = "held" if name in held else _what(work, had.get(name))
        if what is None and now.get(name) != before.get(name):
            what = "reread"
        if what is not None:
            yield News(name, what, work.title, before.get(name), now.get(name))


class _Work:
    """The lines of one document: editions in use, states at their addresses, title."""

    def __init__(self) -> None:
        self.editions: set[str] = set()
        self.states: set[str] = set()
        self.title: str | None = None


def _works(tables: Mapping[str, pa.Table]) -> dict[str, _Work]:
    works: dict[str, _Work] = defaultdict(_Work)
    for row in tables["documents"].to_pylist():
        work = works[row["document_id"]]
        work.states.add(row["state"])
        if row["state"] != "superseded":
            work.editions.add(row["edition_id"])
        if row["current"]:
            work.title = row["title"]
    return works


def _what(work: _Work, before: _Work | None) -> str | None:
    if before is None:
        return "new"
    if work.editions != before.editions:
        return "changed"
    bad = sorted(work.states - before.states - set(GOOD_STATES))
    return bad[0] if bad else None


def _host(address: str | None) -> str:
    try:
        return urlsplit(address or "").hostname or LOCAL
    except ValueError:  # an address that is none
        return LOCAL


def _opening(report: RunReport) -> list[str]:
    if report.failure is not None:
        stands = f"Release {report.release} stands." if report.release else "There is no release."
        return ["# The run failed", f"{_escape(report.failure)}\n\n{stands}", *_when(report)]
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
