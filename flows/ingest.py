"""The ingest flow: the stages of ``pipeline.run`` as Prefect tasks, a batch a task."""

import sys
from collections.abc import Sequence
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from prefect import flow, get_client, task
from prefect.artifacts import create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas import State
from prefect.states import Failed

from pipeline import run as line
from pipeline.errors import PlanbookError, one_line
from pipeline.records import RunReport
from pipeline.settings import Settings

RETRIES = 1  # a batch whose task fails was struck from outside; what it had read is kept
RETRY_DELAY_S = 2


def _is_worth_a_retry(_task: Any, _run: Any, state: Any) -> bool:
    """A fault that a person must mend is the same a second time."""
    try:
        state.result()
    except PlanbookError:
        return False
    except Exception:  # whatever struck the task from outside
        return True
    return False


def _as_task(name: str, stage: Any) -> Any:
    return task(
        stage,
        name=name,
        retries=RETRIES,
        retry_delay_seconds=RETRY_DELAY_S,
        retry_condition_fn=_is_worth_a_retry,
        cache_policy=NO_CACHE,
        persist_result=False,
    )


STAGES = line.Stages(
    fetch=_as_task("fetch", line.fetch),
    extract=_as_task("extract", line.extract_batch),
    normalise=_as_task("normalise", line.normalise_batch),
    publish=_as_task("publish", line.publish),
)


told: ContextVar[line.Progress] = ContextVar("told", default=line.ignore_progress)
"""Whom the stages tell of each document: no parameter of the flow, since it cannot be stored."""


@flow(name="ingest", persist_result=False, validate_parameters=False)
def ingest(
    paths: Sequence[Path],
    settings: Settings,
    accept_losses: bool = False,
    failures: bool = False,
) -> "RunReport | State[Any]":
    """Fetch, read and publish; a document that fails is a row of the report, not an exception.

    What a person must mend is no traceback of Prefect's either, but the run's state: failed, with
    the line for the person as its message. Called as a flow, it raises that fault.
    """
    try:
        report = line.ingest(paths, settings, STAGES, told.get(), accept_losses, failures)
    except PlanbookError as fault:
        return Failed(message=str(fault), data=fault)
    _show_in_prefect(report)
    return report


def _show_in_prefect(report: RunReport) -> None:
    """Keep the failures as tables of Prefect's; they are in the release's report as well."""
    problems = [
        {"document": p.document_id, "stage": p.stage, "code": p.code, "message": p.message}
        for p in report.problems
        if p.severity == "error"
    ]
    sources = [{"source": f.source, **f.codes} for f in report.failures]
    try:
        create_table_artifact(problems, "problems", f"What could not be read: {report.release}")
        create_table_artifact(sources, "failures-by-source", f"Errors by source: {report.release}")
    except Exception as fault:  # the release is out; a server that is gone takes nothing back
        sys.stderr.write(f"planbook: Prefect kept no table ({one_line(str(fault))}).\n")


def why_unavailable() -> str | None:
    """Why no Prefect server answers, the embedded one included; None where one does."""
    try:
        with get_client(sync_client=True) as client:
            fault = client.api_healthcheck()
    except Exception as cause:  # Prefect raises whatever its server's start raised
        fault = cause
    return None if fault is None else one_line(str(fault))
