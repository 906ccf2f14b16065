"""The line from end to end: the only module that composes the stages. Never Prefect.

``ingest`` runs them one after another; a flow gives it the same stages wrapped in tasks.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from pipeline.extract import Work, extract_editions
from pipeline.fetch import fetch_inbox, fetch_local
from pipeline.records import Edition, Fetched, ReadEdition, RunReport
from pipeline.releases import list_releases, newest_whole, next_number, point_to
from pipeline.releases.manifest import fetch_problems_of, manifest_of
from pipeline.runs.journal import Entry, journalled
from pipeline.runs.kept import (
    curated_cache,
    curated_editions,
    curated_key,
    overrides_of,
    read_cache,
    rough_editions,
    sources_of,
)
from pipeline.runs.lock import Clock, alone, written_to
from pipeline.runs.unchanged import unchanged_release
from pipeline.settings import Settings
from pipeline.sources import load_registry
from pipeline.store import RawStore
from pipeline.web.facts import web_facts
from pipeline.workers import WorkerPool

STRUCK = frozenset({"time_limit", "memory_limit", "crashed", "result_limit", "unexpected"})
"""Codes of readings that may end well a second time: the machine was busy, or has more memory."""
BATCH = 100  # editions a task: a task costs milliseconds, an interrupted run loses at most a batch

Told = Callable[[], None]
Progress = Callable[[str, int, int], None]
"""Told of each step: the stage's name, how many are done, how many there are."""


def ignore_progress(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


def fetch(paths: Sequence[Path], settings: Settings, now: datetime | None = None) -> Fetched:
    """Bring documents into the raw store: those at the paths, or without paths those of the inbox
    and of every source of the registry.

    ``now`` is the time of the fetch; None for the present.
    """
    store = RawStore(settings.data_dir)
    if paths:
        return fetch_local(paths, store, settings)
    from pipeline.web.night import fetch_web  # only a run over the registry needs HTTP

    saved = fetch_inbox(store, settings)
    registry = load_registry(settings.registry)
    problems = fetch_web(registry, settings, now or datetime.now(UTC))
    return replace(saved, problems=(*saved.problems, *problems))


def extract_batch(editions: Sequence[Edition], settings: Settings, told: Told) -> None:
    """Read a batch of editions over the worker processes and keep what was read."""
    store = RawStore(settings.data_dir)
    kept = read_cache(settings)
    works = [Work(edition, store.path_of(edition.edition_id)) for edition in editions]

    def keep(read: ReadEdition) -> None:
        kept.put(read.edition_id, read)
        told()

    with WorkerPool(min(settings.workers, len(works)), settings.job_limits) as pool:
        headings = {line.heading: line.field for line in overrides_of(settings).headings}
        extract_editions(works, pool, settings.limits, keep, headings)


def normalise_batch(editions: Sequence[Edition], settings: Settings, told: Told) -> None:
    """Normalise a batch of editions that have been read, and keep their rows."""
    from pipeline.normalise import check_facts, normalise_edition  # spaCy: only where work is

    check_facts()
    read, kept = read_cache(settings), curated_cache(settings)
    sources, overrides = sources_of(settings), overrides_of(settings)
    for edition in editions:
        printed = read.get(edition.edition_id)
        assert printed is not None, f"{edition.edition_id} was read before"
        source = sources.get(edition.source_id or "")
        curated = normalise_edition(edition, printed, source, overrides)
        kept.put(curated_key(edition, overrides, source), curated)
        told()


@dataclass(frozen=True, slots=True)
class SoFar:
    """What a run did before it publishes.

    Attributes:
        entry: The run in the journal.
        accept_losses: Publish although much was lost against the last release.
        read: Editions read in this run.
        reused: Editions taken over as they were.
        seconds: Duration of the stages before.
    """

    entry: Entry
    accept_losses: bool = False
    read: int = 0
    reused: int = 0
    seconds: Mapping[str, float] = field(default_factory=dict)

    def added_to(self, report: RunReport) -> RunReport:
        """The report of a release with what the run did before it."""
        return replace(
            report,
            run=self.entry.run,
            started_at=self.entry.started_at,
            read=self.read,
            reused=self.reused,
            seconds=dict(self.seconds),
        )


def publish(fetched: Fetched, settings: Settings, so_far: SoFar) -> RunReport:
    """Assemble, check and write a release of all known editions, then point ``latest`` to it.

    Raises:
        JobFailed: A check failed or the release could not be written; the last one stands.
    """
    from pipeline.assemble import Ingredients, assemble
    from pipeline.check import check_release
    from pipeline.check.bounds import balanced_accounts, expected_of
    from pipeline.check.hold import Kept, hold_losses
    from pipeline.publish import write_release
    from pipeline.publish.news import report_of
    from pipeline.releases.baseline import find_baseline

    editions = RawStore(settings.data_dir).editions()
    overrides = overrides_of(settings)
    whole = curated_editions(editions, overrides, settings)
    registry = load_registry(settings.registry)
    web = web_facts(settings.data_dir, registry)
    last = find_baseline(settings.data_dir)
    ingredients = Ingredients(editions, whole, fetched.problems, registry.sources, overrides, web)
    tables, expected = assemble(ingredients), expected_of(registry)
    accept = so_far.accept_losses
    kept = Kept(tables) if accept else hold_losses(tables, last, expected.minimum)
    held = [loss.document_id for loss in kept.losses]
    accounts = balanced_accounts(fetched, whole, kept)
    checked = check_release(kept.tables, last, accept, expected)
    warnings = (*last.passed_over, *checked)
    told = report_of(_next_name(settings), kept.tables, warnings, last, accounts)
    report = so_far.added_to(told)
    manifest = manifest_of(editions, fetched.problems, overrides, web) | {"held": held}
    release = write_release(settings.data_dir / "curated", kept.tables, manifest, report)
    point_to(release)
    return report


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages of the line as callables; a flow replaces them by tasks that call the same."""

    fetch: Callable[[Sequence[Path], Settings], Fetched] = fetch
    extract: Callable[[Sequence[Edition], Settings, Told], None] = extract_batch
    normalise: Callable[[Sequence[Edition], Settings, Told], None] = normalise_batch
    publish: Callable[[Fetched, Settings, SoFar], RunReport] = publish


def ingest(
    paths: Sequence[Path],
    settings: Settings,
    stages: Stages | None = None,
    progress: Progress = ignore_progress,
    accept_losses: bool = False,
    failures: bool = False,
) -> RunReport:
    """Run the main job: documents in, a checked release of curated tables out.

    Args:
        paths: Documents or folders of documents; none for the registry and the inbox.
        settings: Where the data are and what a document may cost.
        stages: The stages to run; the plain ones by default.
        progress: Told of every document that is done.
        accept_losses: Publish although much was lost against the last release.
        failures: Fetch nothing, and read again the editions alone whose last reading was ended
            by a limit or a crash.

    Returns:
        What was done. A run that finds nothing new writes nothing.

    Raises:
        UsageError: A path does not exist.
        JobFailed: Nothing was published; the last release stands.
    """
    line = stages or Stages()
    data_dir = settings.data_dir
    with alone(data_dir), journalled(data_dir) as entry, written_to(data_dir):
        so_far = SoFar(entry, accept_losses)
        if failures:
            entry.report = _again(line, settings, progress, so_far)
        else:
            entry.report = _whole_line(paths, line, settings, progress, so_far)
    return entry.report


def _whole_line(
    paths: Sequence[Path], line: "Stages", settings: Settings, progress: Progress, so_far: SoFar
) -> RunReport:
    clock = Clock()
    with clock.stage("fetch"):
        fetched = line.fetch(paths, settings)
    editions = RawStore(settings.data_dir).editions()
    accept = so_far.accept_losses
    current = unchanged_release(editions, fetched, settings, accept_losses=accept)
    if current is not None:
        return RunReport(current.name, False, reused=len(editions), seconds=clock.seconds)
    unread = [e for e in editions if read_cache(settings).get(e.edition_id) is None]
    with clock.stage("extract"):
        _by_batches("extract", line.extract, unread, settings, progress)
    return _finish(fetched, unread, line, settings, progress, so_far, clock)


def _again(line: "Stages", settings: Settings, progress: Progress, so_far: SoFar) -> RunReport:
    """Read again what a limit or a crash ended, with the last fetch as it was."""
    clock, store, kept = Clock(), RawStore(settings.data_dir), read_cache(settings)
    last = newest_whole(settings.data_dir)
    fetched = Fetched(problems=fetch_problems_of(last) if last else ())
    editions = store.editions()
    before = {e.edition_id: kept.get(e.edition_id) for e in editions}
    struck = [e for e in editions if _was_struck(before[e.edition_id])]
    if not struck and not list_releases(settings.data_dir):
        return RunReport("", False, reused=len(editions))
    for edition in struck:  # first its rows go: a run that is killed here makes them again
        curated_cache(settings).drop(edition.edition_id)
    with clock.stage("extract"):
        _by_batches("extract", line.extract, struck, settings, progress)
    accept = so_far.accept_losses
    current = unchanged_release(editions, fetched, settings, accept_losses=accept)
    if current is not None and all(kept.get(name) == was for name, was in before.items()):
        reused = len(editions) - len(struck)
        return RunReport(
            current.name, False, read=len(struck), reused=reused, seconds=clock.seconds
        )
    return _finish(fetched, struck, line, settings, progress, so_far, clock)


def _was_struck(read: ReadEdition | None) -> bool:
    """Also where nothing is kept of it: it has not been read under the present code."""
    return read is None or any(problem.code in STRUCK for problem in read.problems)


def _finish(
    fetched: Fetched,
    read: Sequence[Edition],
    line: "Stages",
    settings: Settings,
    progress: Progress,
    so_far: SoFar,
    clock: Clock,
) -> RunReport:
    editions = RawStore(settings.data_dir).editions()
    with clock.stage("normalise"):
        _by_batches(
            "normalise", line.normalise, rough_editions(editions, settings), settings, progress
        )
    reused = len(editions) - len(read)
    so_far = replace(so_far, read=len(read), reused=reused, seconds=clock.seconds)
    with clock.stage("publish"):
        report = line.publish(fetched, settings, so_far)
    return replace(report, seconds=clock.seconds)


def _by_batches(
    name: str,
    stage: Callable[[Sequence[Edition], Settings, Told], None],
    editions: Sequence[Edition],
    settings: Settings,
    progress: Progress,
) -> None:
    done = 0

    def told() -> None:
        nonlocal done
        done += 1
        progress(name, done, len(editions))

    for start in range(0, len(editions), BATCH):
        stage(editions[start : start + BATCH], settings, told)


def _next_name(settings: Settings) -> str:
    """``"0008-2026-11-21"``: releases are ordered by the number; the day is for people."""
    return f"{next_number(settings.data_dir):04d}-{datetime.now(UTC):%Y-%m-%d}"
