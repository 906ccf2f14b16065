"""The nightly deployment: the ingest flow on a schedule, with people told when it fails."""

import asyncio
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from prefect import flow, runtime
from prefect.client.schemas import State
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
from prefect.client.schemas.schedules import CronSchedule
from prefect.deployments.runner import RunnerDeployment
from prefect.runner import Runner
from prefect.schedules import Cron
from prefect.states import Cancelled, Completed
from prefect.types.entrypoint import EntrypointType

from flows.ingest import ingest
from pipeline.errors import UsageError, one_line
from pipeline.records import RunReport
from pipeline.runs.journal import is_done_since
from pipeline.runs.notify import Alert, tell
from pipeline.settings import load_alert_settings, load_settings

CRON = "0 2 * * *"
TIME_ZONE = "Europe/London"
MAX_RUN_S = 10 * 3_600  # seconds; a run that hangs would have every later one cancelled
ONE_AT_A_TIME = ConcurrencyLimitConfig(
    limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW
)


def tell_people(flow: Any, flow_run: Any, state: Any) -> None:
    """Tell people of a run that failed or crashed; a hook of Prefect's."""
    kind = "crashed" if state.is_crashed() else "failed"
    text = f"{state.message or state.name} (flow run {flow_run.name})"
    _tell(Alert(kind, f"planbook: the nightly run {kind}", text))


@flow(
    name="nightly",
    on_failure=[tell_people],
    on_crashed=[tell_people],
    persist_result=False,
    timeout_seconds=MAX_RUN_S,
)
def nightly(data_dir: str | None = None) -> Any:
    """Run the main job over the registry, unless a later run has done so already.

    Runs that were planned while the machine was off come late and all at once; the first of them
    does the work of all.
    """
    settings = load_settings(data_dir=Path(data_dir) if data_dir else None)
    planned = runtime.flow_run.get_scheduled_start_time()
    if is_done_since(settings.data_dir, planned):
        return Cancelled(message="A later run has ended well; this one came late.")
    report = ingest.fn([], settings)
    if isinstance(report, State):
        return report  # failed: the hook tells people why
    _tell_of_held(report)
    what = "was published" if report.published else "stands: nothing has changed"
    message = f"Release {report.release} {what}."
    sys.stderr.write(f"planbook: {message}\n")
    return Completed(message=message)


def check_cron(cron: str) -> None:
    """Refuse a cron line that is none.

    Raises:
        UsageError: It is none; the message says why.
    """
    try:
        CronSchedule(cron=cron, timezone=TIME_ZONE)
    except ValueError as fault:
        reason = one_line(str(fault)).partition("Value error, ")[2].partition(" [type=")[0]
        message = f"--cron {cron!r} is no line of five fields, such as '{CRON}'. {reason}"
        raise UsageError(message) from None


def serve_deployment(data_dir: Path, cron: str) -> None:
    """Serve the deployment from this process until it is told to end."""
    deployment = nightly.to_deployment(
        name="nightly",
        schedule=Cron(cron, timezone=TIME_ZONE),
        concurrency_limit=ONE_AT_A_TIME,
        parameters={"data_dir": str(data_dir.resolve())},
        entrypoint_type=EntrypointType.MODULE_PATH,
        paused=False,
    )
    assert isinstance(deployment, RunnerDeployment)  # a coroutine where a loop runs: none does
    runner = _Runner()
    runner.add_deployment(deployment)
    with suppress(KeyboardInterrupt):
        asyncio.run(_until_told_to_end(runner))


class _Runner(Runner):
    """Ends in good order when it is told to; Prefect's own leaves its loop with a traceback."""

    told_to_end: Callable[[], object]

    def handle_sigterm(self, *_: Any, **__: Any) -> None:
        """End what runs in the loop, and the loop with it."""
        self.told_to_end()


async def _until_told_to_end(runner: _Runner) -> None:
    """Serve; the signal that ends it need not be SIGINT, which shells may have switched off."""
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    assert task is not None
    runner.told_to_end = partial(loop.call_soon_threadsafe, task.cancel)
    with suppress(asyncio.CancelledError):
        await runner.start()


def _tell_of_held(report: RunReport) -> None:
    held = [line.document_id for line in report.news if line.what == "held"]
    if held:
        text = (
            f"Far fewer actions than before: {', '.join(held)}. Their last good rows stay in "
            f"release {report.release}; its report says what to do."
        )
        _tell(Alert("held", "planbook: documents are held back", text))


def _tell(alert: Alert) -> None:
    """On stderr as well, which cron mails and systemd keeps, whoever else is told."""
    sys.stderr.write(f"{alert.title}: {one_line(alert.text)}\n")
    for fault in tell(alert, load_alert_settings()):
        sys.stderr.write(f"planbook: nobody was told by {fault}\n")
