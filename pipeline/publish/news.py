"""What a release brought since the one before, counted from the tables of both."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlsplit

import pyarrow as pa

from pipeline.records import News, RunReport, SourceFailures
from pipeline.releases.baseline import Baseline, actions_by_document
from pipeline.schema import ProblemRow, columns_of

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
