"""The journal of a data folder: a heartbeat, and a report of every run, of failed ones too.

    DIR/state/heartbeat.json           what the last run did and when one last ended well
    DIR/state/reports/<run>.json, .md  what each run did; the newest ``KEPT_REPORTS`` are kept

A scheduler that is dead tells nobody; the age of the heartbeat does.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from pipeline.errors import one_line
from pipeline.records import RunReport
from pipeline.releases import latest_release
from pipeline.releases.report import report_json, report_text
from pipeline.writing import write_whole

HEARTBEAT = "heartbeat.json"
REPORTS = "reports"
KEPT_REPORTS = 400  # runs; a year of nights and some by hand


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """What is known of the last runs.

    Attributes:
        last_start: When the last run began, UTC.
        last_end: When it ended, however it ended; None while it is under way, or was killed.
        outcome: "published", "unchanged" or "failed"; None as above.
        message: Why it failed.
        good_start: When the last run began that ended well; None where none has.
        good_end: When that run ended.
        release: What ``latest`` pointed to then.
        counts: Rows a table of the last release that was published.
    """

    last_start: datetime
    last_end: datetime | None = None
    outcome: str | None = None
    message: str | None = None
    good_start: datetime | None = None
    good_end: datetime | None = None
    release: str | None = None
    counts: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Entry:
    """The run that is being written down; who runs it leaves its report here."""

    run: str
    started_at: datetime
    report: RunReport | None = None


_HEARTBEATS = TypeAdapter(Heartbeat)


@contextmanager
def journalled(data_dir: Path) -> Iterator[Entry]:
    """Write down a run: its start at once, its end and its report however it ends.

    A journal that cannot be written ends no run: the disk may be full, and the age of the
    heartbeat then tells.
    """
    started = datetime.now(UTC)
    entry = Entry(f"{started:%Y%m%dT%H%M%S.%fZ}", started)
    before = read_heartbeat(data_dir) or Heartbeat(started)
    begun = replace(before, last_start=started, last_end=None, outcome=None, message=None)
    _beat(data_dir, begun)
    try:
        yield entry
    except BaseException as fault:
        latest = latest_release(data_dir)
        told = one_line(str(fault)) or type(fault).__name__
        failed = RunReport(latest.name if latest else "", published=False, failure=told)
        _close(data_dir, begun, entry, failed)
        raise
    assert entry.report is not None, "a run that ends well has a report"
    _close(data_dir, begun, entry, entry.report)


def read_heartbeat(data_dir: Path) -> Heartbeat | None:
    """The heartbeat of a data folder; None where no run has begun, or the file is damaged."""
    try:
        return _HEARTBEATS.validate_json((data_dir / "state" / HEARTBEAT).read_bytes())
    except (OSError, ValidationError):
        return None


def is_done_since(data_dir: Path, moment: datetime) -> bool:
    """True where a run that began at the moment or later has ended well.

    One that lies ahead was noted before the clock was set back, and says nothing.
    """
    beat = read_heartbeat(data_dir)
    if beat is None or beat.good_start is None:
        return False
    return moment <= beat.good_start <= datetime.now(UTC)


def what_is_wrong(data_dir: Path, max_age: timedelta, now: datetime | None = None) -> str | None:
    """Say in one line why the nightly run needs a look; None where all is well.

    A heartbeat may lie ahead, since clocks are set back, but no further than it may lie behind: one
    of a clock that was years ahead would hide a dead scheduler as long.
    """
    beat = read_heartbeat(data_dir)
    if beat is None:
        return f"{data_dir}: no run has been written down there. Is the schedule running?"
    if beat.good_end is None:
        return f"{data_dir}: no run has ended well yet. {_last_words(beat)}"
    age = (now or datetime.now(UTC)) - beat.good_end
    if -age > max_age:
        return (
            f"{data_dir}: the last good run is noted for {beat.good_end:%Y-%m-%d %H:%M} UTC, which "
            "lies ahead: this machine's clock was wrong then, or is now. The next run mends it."
        )
    if age > max_age:
        hours, most = age / timedelta(hours=1), max_age / timedelta(hours=1)
        return (
            f"{data_dir}: the last good run ended {hours:.1f} hours ago, at "
            f"{beat.good_end:%Y-%m-%d %H:%M} UTC; at most {most:g} are allowed. {_last_words(beat)}"
        )
    return None


def _last_words(beat: Heartbeat) -> str:
    begun = f"The last run began {beat.last_start:%Y-%m-%d %H:%M} UTC"
    if beat.outcome is None:
        return f"{begun} and has not ended: it is under way, or was killed."
    return f"{begun} and ended as {beat.outcome}{f': {beat.message}' if beat.message else '.'}"


def _close(data_dir: Path, begun: Heartbeat, entry: Entry, report: RunReport) -> None:
    ended = datetime.now(UTC)
    done = replace(report, run=entry.run, started_at=entry.started_at)
    entry.report = done
    if report.failure is not None:
        beat = replace(begun, last_end=ended, outcome="failed", message=report.failure)
    else:
        beat = replace(
            begun,
            last_end=ended,
            outcome="published" if report.published else "unchanged",
            good_start=entry.started_at,
            good_end=ended,
            release=report.release,
            counts=report.counts or begun.counts,
        )
    _beat(data_dir, beat)
    with suppress(OSError):
        _keep_report(data_dir / "state" / REPORTS, done)


def _beat(data_dir: Path, beat: Heartbeat) -> None:
    with suppress(OSError):
        write_whole(data_dir / "state" / HEARTBEAT, _HEARTBEATS.dump_json(beat, indent=1))


def _keep_report(folder: Path, report: RunReport) -> None:
    write_whole(folder / f"{report.run}.json", report_json(report).encode())
    write_whole(folder / f"{report.run}.md", report_text(report).encode())
    for old in sorted(folder.glob("*.json"))[:-KEPT_REPORTS]:
        old.unlink()
        old.with_suffix(".md").unlink(missing_ok=True)
