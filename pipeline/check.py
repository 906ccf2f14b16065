"""Checks a release before it is published: a minimum that is missed fails, a maximum warns.

Knows the tables and the release before; never documents or files. What each column allows is
declared in ``schema.py``.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pandas as pd
import pandera.pandas as pa
import pyarrow

from pipeline.arrow import arrow_schema
from pipeline.errors import JobFailed
from pipeline.releases import Release, faults_of, read_table
from pipeline.schema import TABLES, columns_of

MAX_LOST_SHARE = 0.30  # of a release's actions; a larger loss is a fault of ours or of a site
MIN_COUNTED_ACTIONS = 10  # below this a share says nothing
MAX_UNRESOLVED_SHARE = 0.40  # of lead bodies; more means that reference data are missing
PLAIN_WORDS = {
    "multiple_fields_uniqueness": "several rows have the same key",
    "field_uniqueness": "several rows have the same key",
    "not_nullable": "a value is missing",
}
MAX_SHOWN = 3  # faults of one kind that a message names


def check_release(
    tables: Mapping[str, pyarrow.Table],
    last: Release | None = None,
    accept_losses: bool = False,
) -> tuple[str, ...]:
    """Check all tables of a release, each by itself, against one another and against the last.

    Args:
        tables: Every table of ``TABLES``.
        last: The release before; None for the first, which can lose nothing.
        accept_losses: A person has looked at what is lost and wants it published.

    Returns:
        What people should know of the release, one line each.

    Raises:
        JobFailed: A check failed; the message names the first findings and what stands instead.
    """
    frames = {name: table.to_pandas() for name, table in tables.items()}
    faults = [fault for name, frame in frames.items() for fault in _faults_in(name, frame)]
    faults += [fault for name in frames for fault in _broken_links(name, frames)]
    faults += _dates_out_of_order(frames["actions"])
    if last is not None and not accept_losses:
        faults += _losses(frames, last)
    if faults:
        stands = f"Release {last.name} stands." if last else "There is no release before it."
        raise JobFailed(f"{'; '.join(faults[:MAX_SHOWN])}. Nothing was published. {stands}")
    return tuple(_warnings(frames))


def _faults_in(name: str, frame: pd.DataFrame) -> list[str]:
    try:
        _frame_schema(name).validate(frame, lazy=True)
    except pa.errors.SchemaErrors as found:
        cases = found.failure_cases
        counts = Counter(zip(cases["column"].fillna("key"), cases["check"], strict=True))
        return [_fault(name, *what, cases, count) for what, count in counts.items()]
    return []


def _fault(table: str, column: str, check: str, cases: pd.DataFrame, count: int) -> str:
    examples = cases[(cases["check"] == check)]["failure_case"].astype(str).unique()[:MAX_SHOWN]
    told = PLAIN_WORDS.get(check, f"{check} fails")
    return f"{table}.{column}: {told} for {count} values, such as {', '.join(examples)}"


def _frame_schema(name: str) -> pa.DataFrameSchema:
    arrow = arrow_schema(name)
    columns = {
        line.name: pa.Column(
            checks=_column_checks(line.metadata), nullable=arrow.field(line.name).nullable
        )
        for line in columns_of(name)
    }
    return pa.DataFrameSchema(columns, unique=list(TABLES[name].key) or None)


def _column_checks(about: Mapping[str, Any]) -> list[pa.Check]:
    checks = []
    if about["values"]:
        checks.append(pa.Check.isin(about["values"]))
    if about["bounds"]:
        checks.append(pa.Check.between(*about["bounds"]))
    return checks


def _broken_links(name: str, frames: Mapping[str, pd.DataFrame]) -> list[str]:
    faults = []
    for line in columns_of(name):
        if line.metadata["links"] is None:
            continue
        table, target = line.metadata["links"].split(".")
        held = frames[name][line.name].dropna()
        lost = held[~held.isin(frames[table][target])].unique()
        if len(lost):
            shown = ", ".join(map(str, lost[:MAX_SHOWN]))
            faults.append(f"{name}.{line.name}: {len(lost)} values are not in {table}: {shown}")
    return faults


def _dates_out_of_order(actions: pd.DataFrame) -> list[str]:
    faults = []
    for when in ("start", "due"):
        both = actions[[f"{when}_earliest", f"{when}_latest", "action_id"]].dropna()
        wrong = both[both[f"{when}_earliest"] > both[f"{when}_latest"]]
        if len(wrong):
            shown = ", ".join(wrong["action_id"].head(MAX_SHOWN))
            faults.append(f"actions.{when}_earliest is after {when}_latest in {shown}")
    return faults


def _losses(now: Mapping[str, pd.DataFrame], last: Release) -> list[str]:
    if faults_of(last):  # a damaged release is no measure; 'planbook releases verify' tells of it
        return []
    before = {name: read_table(last, name).to_pandas() for name in ("documents", "actions")}
    lost = set(before["documents"]["document_id"]) - set(now["documents"]["document_id"])
    faults = [f"documents: {name} was in the last release and is missing" for name in sorted(lost)]
    had, has = len(before["actions"]), len(now["actions"])
    if had >= MIN_COUNTED_ACTIONS and has < had * (1 - MAX_LOST_SHARE):
        faults.append(
            f"actions: {has} rows, the last release had {had}; look at problems for the reason, "
            "then run again with --accept-losses if the loss is right"
        )
    return faults


def _warnings(frames: Mapping[str, pd.DataFrame]) -> list[str]:
    warnings = []
    leads = frames["leads"]
    unresolved = (leads["method"] == "unresolved").mean() if len(leads) else 0.0
    if unresolved > MAX_UNRESOLVED_SHARE:
        warnings.append(f"leads: {unresolved:.0%} of the bodies named are unresolved")
    if not len(frames["actions"]):
        warnings.append("actions: no document held an action table that was recognised")
    return warnings
