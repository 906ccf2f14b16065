"""Runs the flows: once on Prefect's embedded server, or every night; found by entry point."""

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from flows.server import QUIET_AND_LOCAL, prefect_settings, running
from pipeline import run as line
from pipeline.errors import PlanbookError, one_line
from pipeline.records import RunReport
from pipeline.runs.lock import written_to
from pipeline.runs.notify import check_alerts
from pipeline.settings import Settings, load_alert_settings

EMBEDDED = {
    "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "true",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",  # a first start took 16 to 30 s
    # Prefect keeps its log of a run that fails; people get one line, and that is ours.
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
}
OURS = frozenset({"pipeline", "extractors", "normalisers"})


def run(
    paths: Sequence[Path],
    settings: Settings,
    progress: line.Progress = line.ignore_progress,
    accept_losses: bool = False,
    failures: bool = False,
) -> RunReport:
    """Run the main job as a Prefect flow; the same stages run plainly where Prefect cannot start.

    Settings of Prefect's own in the environment go before ours: with ``PREFECT_API_URL`` the flow
    runs on that server.
    """
    _settle(settings.data_dir.resolve() / "state" / "prefect")
    from flows.ingest import ingest, told, why_unavailable  # Prefect reads its settings now

    def plainly(reason: str) -> RunReport:
        _say(f"{reason}; going on without it.")
        return line.ingest(paths, settings, None, progress, accept_losses, failures)

    reason = why_unavailable()
    if reason is not None:
        return plainly(f"Prefect's server did not start ({reason})")
    told.set(progress)
    try:
        report = ingest(paths, settings, accept_losses, failures)
    except (PlanbookError, MemoryError):
        raise
    except Exception as fault:
        if not _is_prefects(fault):
            raise
        return plainly(f"Prefect failed ({type(fault).__name__}: {one_line(str(fault))})")
    assert isinstance(report, RunReport), "a state that is returned as failed is raised"
    return report


def _settle(home: Path) -> None:
    """Keep what Prefect writes in a folder, without putting aside what people have set."""
    home.mkdir(parents=True, exist_ok=True)
    for name, value in {**QUIET_AND_LOCAL, **EMBEDDED, "PREFECT_HOME": str(home)}.items():
        os.environ.setdefault(name, value)


def serve(settings: Settings, cron: str) -> None:
    """Serve the nightly deployment until this process is told to end.

    With ``PREFECT_API_URL`` on that server, else on one of our own, which runs as a child on
    loopback and keeps its database in ``DIR/state/nightly``.

    Raises:
        UsageError: The cron line or a setting is of no use.
        JobFailed: The server did not start, or ended.
    """
    home = settings.data_dir.resolve() / "state" / "nightly"
    with written_to(home):
        url = prefect_settings(home)
    check_alerts(load_alert_settings())
    from flows.nightly import check_cron, serve_deployment  # Prefect reads its settings now

    check_cron(cron)
    if url is None:
        serve_deployment(settings.data_dir, cron)
        return
    with running(url, home):
        _say(f"serving the nightly run ({cron}, Europe/London). Prefect: {url}")
        serve_deployment(settings.data_dir, cron)


def _is_prefects(fault: Exception) -> bool:
    """It came up in Prefect: its database is locked, its server is gone.

    Prefect calls our stages and they never call it: whichever was at work last had the fault.
    """
    frames = (frame for frame, _ in traceback.walk_tb(fault.__traceback__))
    packages = [frame.f_globals.get("__name__", "").partition(".")[0] for frame in frames]
    return [name for name in packages if name == "prefect" or name in OURS][-1:] == ["prefect"]


def _say(message: str) -> None:
    sys.stderr.write(f"planbook: {message}\n")
