"""Runs the ingest flow on Prefect's embedded server; the command line finds it by entry point."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from pipeline import run as line
from pipeline.records import RunReport
from pipeline.settings import Settings

QUIET_AND_LOCAL = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",  # no telemetry of the server
    "DO_NOT_TRACK": "1",  # nor of the client
    "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "true",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "40",  # a first start took 16 s
    "PREFECT_LOGGING_LEVEL": "WARNING",  # progress and report are ours
    "PREFECT_RESULTS_PERSIST_BY_DEFAULT": "false",  # what to redo, our own manifest decides
}


def run(
    paths: Sequence[Path],
    settings: Settings,
    progress: line.Progress = line.ignore_progress,
    accept_losses: bool = False,
) -> RunReport:
    """Run the main job as a Prefect flow; the same stages run plainly where Prefect cannot start.

    Settings of Prefect's own in the environment go before ours: with ``PREFECT_API_URL`` the flow
    runs on that server.
    """
    home = settings.data_dir.resolve() / "state" / "prefect"
    home.mkdir(parents=True, exist_ok=True)
    for name, value in {**QUIET_AND_LOCAL, "PREFECT_HOME": str(home)}.items():
        os.environ.setdefault(name, value)
    from flows.ingest import ingest, told, why_unavailable  # Prefect reads its settings now

    reason = why_unavailable()
    if reason is not None:
        message = f"planbook: Prefect's server did not start ({reason}); going on without it.\n"
        sys.stderr.write(message)
        return line.ingest(paths, settings, None, progress, accept_losses)
    told.set(progress)
    return ingest(paths, settings, accept_losses)
