"""The line from end to end: the only module that composes the stages. Never Prefect.

``ingest`` runs them one after another; a flow gives it the same stages wrapped in tasks.
"""

import hashlib
import json
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import filelock

from pipeline.cache import StageCache
from pipeline.errors import JobFailed
from pipeline.extract import Work, extract_editions
from pipeline.fetch import fetch_local
from pipeline.fingerprints import curating_fingerprint, reading_fingerprint
from pipeline.manifest import manifest_of, same_inputs
from pipeline.overrides import Overrides, load_overrides
from pipeline.records import CuratedEdition, Edition, Fetched, ReadEdition, RunReport
from pipeline.releases import Release, faults_of, latest_release, list_releases, point_to
from pipeline.settings import Settings
from pipeline.sources import load_sources
from pipeline.store import RawStore
from pipeline.workers import WorkerPool

BATCH = 100  # editions a task: a task costs milliseconds, an interrupted run loses at most a batch

Told = Callable[[], None]
Progress = Callable[[str, int, int], None]
"""Told of each step: the stage's name, how many are done, how many there are."""


def ignore_progress(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


def fetch(paths: Sequence[Path], settings: Settings) -> Fetched:
    """Bring the documents at the paths into the raw store; without paths, those of the inbox."""
    store = RawStore(settings.data_dir)
    return fetch_local(paths or [store.inbox], store, settings)


def extract_batch(editions: Sequence[Edition], settings: Settings, told: Told) -> None:
    """Read a batch of editions over the worker processes and keep what was read."""
    store = RawStore(settings.data_dir)
    kept = _read_cache(settings)
    works = [Work(edition, store.path_of(edition.edition_id)) for edition in editions]

    def keep(read: ReadEdition) -> None:
        kept.put(read.edition_id, read)
        told()

    with WorkerPool(min(settings.workers, len(works)), settings.job_limits) as pool:
        extract_editions(works, pool, settings.limits, keep)


def normalise_batch(editions: Sequence[Edition], settings: Settings, told: Told) -> None:
    """Normalise a batch of editions that have been read, and keep their rows."""
    from pipeline.normalise import normalise_edition  # loads spaCy: only where there is work

    read, kept = _read_cache(settings), _curated_cache(settings)
    sources = {source.source_id: source for source in load_sources()}
    overrides = _overrides(settings)
    for edition in editions:
        printed = read.get(edition.edition_id)
        assert printed is not None, f"{edition.edition_id} was read before"
        source = sources.get(edition.source_id or "")
        curated = normalise_edition(edition, printed, source, overrides)
        kept.put(_curated_key(edition, overrides), curated)
        told()


def publish(fetched: Fetched, settings: Settings, accept_losses: bool = False) -> RunReport:
    """Assemble, check and write a release of all known editions, then point ``latest`` to it.

    Raises:
        JobFailed: A check failed or the release could not be written; the last one stands.
    """
    from pipeline.assemble import Ingredients, assemble
    from pipeline.check import check_release
    from pipeline.publish import write_release
    from pipeline.report import report_of

    editions = RawStore(settings.data_dir).editions()
    overrides = _overrides(settings)
    whole = _curated(editions, overrides, settings)
    last = latest_release(settings.data_dir)
    tables = assemble(Ingredients(editions, whole, fetched.problems, load_sources(), overrides))
    warnings = check_release(tables, last, accept_losses)
    report = report_of(_next_name(settings), tables, warnings)
    manifest = manifest_of(editions, fetched.problems, overrides)
    release = write_release(settings.data_dir / "curated", tables, manifest, report)
    point_to(release)
    return report


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages of the line as callables; a flow replaces them by tasks that call the same."""

    fetch: Callable[[Sequence[Path], Settings], Fetched] = fetch
    extract: Callable[[Sequence[Edition], Settings, Told], None] = extract_batch
    normalise: Callable[[Sequence[Edition], Settings, Told], None] = normalise_batch
    publish: Callable[[Fetched, Settings, bool], RunReport] = publish


def ingest(
    paths: Sequence[Path],
    settings: Settings,
    stages: Stages | None = None,
    progress: Progress = ignore_progress,
    accept_losses: bool = False,
) -> RunReport:
    """Run the main job: documents in, a checked release of curated tables out.

    Args:
        paths: Documents or folders of documents; none for the inbox.
        settings: Where the data are and what a document may cost.
        stages: The stages to run; the plain ones by default.
        progress: Told of every document that is done.
        accept_losses: Publish although much was lost against the last release.

    Returns:
        What was done. A run that finds nothing new writes nothing.

    Raises:
        UsageError: A path does not exist.
        JobFailed: Nothing was published; the last release stands.
    """
    line = stages or Stages()
    clock = _Clock()
    with _alone(settings.data_dir):
        with clock.stage("fetch"):
            fetched = line.fetch(paths, settings)
        editions = RawStore(settings.data_dir).editions()
        current = _unchanged_release(editions, fetched, settings)
        if current is not None:
            return RunReport(current.name, False, reused=len(editions), seconds=clock.seconds)
        unread = [e for e in editions if _read_cache(settings).get(e.edition_id) is None]
        with clock.stage("extract"):
            _by_batches("extract", line.extract, unread, settings, progress)
        rough = _rough(editions, settings)
        with clock.stage("normalise"):
            _by_batches("normalise", line.normalise, rough, settings, progress)
        with clock.stage("publish"):
            report = line.publish(fetched, settings, accept_losses)
    reused = len(editions) - len(unread)
    return replace(report, read=len(unread), reused=reused, seconds=clock.seconds)


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


def _unchanged_release(
    editions: Sequence[Edition], fetched: Fetched, settings: Settings
) -> Release | None:
    """The newest release, when it is whole and was made of just this; ``latest`` points to it.

    This also ends what a run began that was killed between writing a release and pointing to it.
    """
    releases = list_releases(settings.data_dir)
    if not releases:
        return None
    newest = releases[-1]
    if faults_of(newest) or not same_inputs(
        newest.manifest(),
        manifest_of(editions, fetched.problems, _overrides(settings)),
    ):
        return None
    if latest_release(settings.data_dir) != newest:
        point_to(newest)
    return newest


def _next_name(settings: Settings) -> str:
    """``"0008-2026-11-21"``: releases are ordered by the number; the day is for people."""
    releases = list_releases(settings.data_dir)
    number = releases[-1].sequence + 1 if releases else 1
    return f"{number:04d}-{datetime.now(UTC):%Y-%m-%d}"


def _read_cache(settings: Settings) -> StageCache[ReadEdition]:
    return StageCache(settings.data_dir / "state" / "read", ReadEdition, reading_fingerprint())


def _curated_cache(settings: Settings) -> StageCache[CuratedEdition]:
    folder = settings.data_dir / "state" / "curated"
    return StageCache(folder, CuratedEdition, curating_fingerprint())


def _rough(editions: Sequence[Edition], settings: Settings) -> list[Edition]:
    """The editions whose rows are to be made, or made again."""
    kept, overrides = _curated_cache(settings), _overrides(settings)
    return [e for e in editions if kept.get(_curated_key(e, overrides)) is None]


def _curated(
    editions: Sequence[Edition], overrides: Overrides, settings: Settings
) -> list[CuratedEdition]:
    kept = _curated_cache(settings)
    curated = [kept.get(_curated_key(edition, overrides)) for edition in editions]
    whole = [rows for rows in curated if rows is not None]
    if len(whole) < len(editions):
        raise JobFailed(
            f"{settings.overrides} changed while the run was at work. Nothing was published; "
            "run again."
        )
    return whole


def _overrides(settings: Settings) -> Overrides:
    return replace(load_overrides(settings.overrides), hide_names=settings.hide_names)


def _curated_key(edition: Edition, overrides: Overrides) -> str:
    """The bytes, and what is known and was decided of them: with other facts go other rows."""
    facts = asdict(edition) | {"decided": overrides.digest_of(edition.document_id)}
    known = json.dumps(facts, default=str, sort_keys=True)
    return f"{edition.edition_id}-{hashlib.sha256(known.encode()).hexdigest()[:16]}"


@contextmanager
def _alone(data_dir: Path) -> Iterator[None]:
    """Hold the folder's lock; the system frees it when the process ends, however it ends."""
    lock = filelock.FileLock(data_dir / "state" / "lock", timeout=0)
    try:
        (data_dir / "state").mkdir(parents=True, exist_ok=True)
        with lock:
            yield
    except filelock.Timeout as cause:
        raise JobFailed(
            f"{data_dir}: another run is at work there. Wait until it has ended, then run again."
        ) from cause
    except PermissionError as cause:
        raise JobFailed(
            f"{cause.filename}: no permission to write. Give it, or choose another --data-dir."
        ) from cause


@dataclass(slots=True)
class _Clock:
    """Seconds spent in each stage."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self.seconds[name] = round(time.perf_counter() - start, 3)
