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
from pipeline.check.bounds import Expected
from pipeline.errors import JobFailed
from pipeline.releases.baseline import Baseline, actions_by_document
from pipeline.schema import TABLES, columns_of

MAX_LOST_SHARE = 0.30  # of a release's actions; a larger loss is a fault of ours or of a site
MIN_COUNTED_ACTIONS = 10  # below this a share says nothing
MAX_UNRESOLVED_SHARE = 0.40  # of lead bodies; more means that reference data are missing
MAX_UNRESOLVED_RISE = 0.30  # of lead bodies against the last release; more is a fault of ours
FILLED = ("ref", "lead_raw", "due_raw")  # columns that most plans print
MAX_FILL_FALL = 0.30  # of the actions of documents in both releases: a column was no longer found
WARN_FILL_FALL = 0.10  # the same; a new edition may well print less
ACCEPT = "Look at problems for the reason, then run again with --accept-losses if the loss is right"
REPORT = "That is a fault of planbook itself, or of a reference table; please report it"
YEARS = (2000, 2075)  # of dates in force; the plans seen name 2008 to 2050, others are misprints
PLAIN_WORDS = {
    "multiple_fields_uniqueness": "several rows have the same key",
    "field_uniqueness": "several rows have the same key",
    "not_nullable": "a value is missing",
}
MAX_SHOWN = 3  # faults of one kind that a message names


def check_release(
    tables: Mapping[str, pyarrow.Table],
    last: Baseline | None = None,
    accept_losses: bool = False,
    expected: Expected | None = None,
) -> tuple[str, ...]:
    """Check all tables of a release, each by itself, against one another and against the last.

    Args:
        tables: Every table of ``TABLES``.
        last: The release before; None for the first, which can lose nothing.
        accept_losses: A person has looked at what is lost and wants it published.
        expected: What the registry says of its documents.

    Returns:
        What people should know of the release, one line each.

    Raises:
        JobFailed: A check failed; the message names the first findings and what stands instead.
    """
    last, expected = last or Baseline(), expected or Expected()
    frames = {name: table.to_pandas() for name, table in tables.items()}
    before = {name: table.to_pandas() for name, table in last.tables.items()}
    faults = [fault for name, frame in frames.items() for fault in _faults_in(name, frame)]
    faults += [fault for name in frames for fault in _broken_links(name, frames)]
    faults += _dates_out_of_order(frames["actions"])
    advice = [REPORT] if faults else []
    counts = actions_by_document(tables)
    if not accept_losses:
        faults += _too_few(counts, expected.minimum)
        faults += _losses(frames, before, last.name) if before else []
    if faults:
        stands = f"Release {last.name} stands." if last.name else "There is no release before it."
        told = ". ".join(["; ".join(faults[:MAX_SHOWN]), *advice])
        raise JobFailed(f"{told}. Nothing was published. {stands}")
    return tuple(_warnings(frames, before) + _too_many(counts, expected.maximum))


def _faults_in(name: str, frame: pd.DataFrame) -> list[str]:
    try:
        _frame_schema(name).validate(frame, lazy=True)
    except pa.errors.SchemaErrors as found:
        cases = found.failure_cases
        counts = Counter(zip(cases["column"].fillna("key"), cases["check"], strict=True))
        return [_fault(name, *what, cases, count) for what, count in counts.items()]
    return []


def _fault(table: str, column: str, check: str, cases: pd.DataFrame, count: int) -> str:
    examples = [str(case) for case in cases[cases["check"] == check]["failure_case"].unique()]
    told = PLAIN_WORDS.get(check, f"{check} fails")
    return f"{table}.{column}: {told} for {count} values, such as {', '.join(examples[:MAX_SHOWN])}"


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


def _odd_years(actions: pd.DataFrame) -> list[str]:
    """Dates that no plan can mean: what is printed is wrong, or was read so."""
    odd = []
    for when in ("start", "due"):
        days = actions[["action_id", f"{when}_earliest", f"{when}_latest"]].dropna()
        years = days[[f"{when}_earliest", f"{when}_latest"]].map(lambda day: day.year)
        outside = days[((years < YEARS[0]) | (years > YEARS[1])).any(axis=1)]
        if len(outside):
            shown = ", ".join(outside["action_id"].head(MAX_SHOWN))
            odd.append(
                f"actions.{when}: {len(outside)} dates lie outside {YEARS[0]} to {YEARS[1]}, such "
                f"as in {shown}; look at the print, and correct it by 'planbook review'"
            )
    return odd


def _too_few(counts: Mapping[str, int], minimum: Mapping[str, int]) -> list[str]:
    return [
        f"actions: {counts[name]} rows from {name}, the registry expects at least {least}. {ACCEPT}"
        for name, least in sorted(minimum.items())
        if name in counts and counts[name] < least
    ]


def _too_many(counts: Mapping[str, int], maximum: Mapping[str, int]) -> list[str]:
    return [
        f"actions: {counts[name]} rows from {name}, the registry expects at most {most}"
        for name, most in sorted(maximum.items())
        if counts.get(name, 0) > most
    ]


def _losses(
    now: Mapping[str, pd.DataFrame], before: Mapping[str, pd.DataFrame], name: str | None
) -> list[str]:
    lost = set(before["documents"]["document_id"]) - set(now["documents"]["document_id"])
    faults = [
        f"documents: {work} was in release {name} and is missing (bound: none may be). {ACCEPT}"
        for work in sorted(lost)
    ]
    had, has = len(before["actions"]), len(now["actions"])
    if had >= MIN_COUNTED_ACTIONS and has < had * (1 - MAX_LOST_SHARE):
        faults.append(
            f"actions: {has} rows, the last release had {had} "
            f"(bound: {MAX_LOST_SHARE:.0%} fewer). {ACCEPT}"
        )
    faults += [f"{told}. {ACCEPT}" for told in _falls(now, before, MAX_FILL_FALL)]
    was, is_now = _unresolved(before["leads"]), _unresolved(now["leads"])
    if is_now - was > MAX_UNRESOLVED_RISE and len(before["leads"]) >= MIN_COUNTED_ACTIONS:
        faults.append(
            f"leads: {is_now:.0%} of the bodies named are unresolved, {was:.0%} were in the last "
            f"release (bound: {MAX_UNRESOLVED_RISE:.0%} more). {ACCEPT}"
        )
    return faults


def _falls(
    now: Mapping[str, pd.DataFrame], before: Mapping[str, pd.DataFrame], bound: float
) -> list[str]:
    """Columns that are filled less by more than the bound, in the documents of both releases."""
    old, new = before["actions"], now["actions"]
    had = old[old["document_id"].isin(new["document_id"])]
    has = new[new["document_id"].isin(old["document_id"])]
    if min(len(had), len(has)) < MIN_COUNTED_ACTIONS:
        return []
    shares = [(column, _filled(had[column]), _filled(has[column])) for column in FILLED]
    return [
        f"actions.{column}: filled in {is_now:.0%} of the rows, {was:.0%} in the last release "
        f"(bound: {bound:.0%} less)"
        for column, was, is_now in shares
        if was - is_now > bound
    ]


def _filled(column: pd.Series) -> float:
    return float((column.fillna("") != "").mean())


def _unresolved(leads: pd.DataFrame) -> float:
    return float((leads["method"] == "unresolved").mean()) if len(leads) else 0.0


def _warnings(frames: Mapping[str, pd.DataFrame], before: Mapping[str, pd.DataFrame]) -> list[str]:
    warnings = []
    unresolved = _unresolved(frames["leads"])
    if unresolved > MAX_UNRESOLVED_SHARE:
        warnings.append(
            f"leads: {unresolved:.0%} of the bodies named are unresolved "
            f"(bound: {MAX_UNRESOLVED_SHARE:.0%}); 'planbook review' lists them"
        )
    warnings += _odd_years(frames["actions"])
    if not len(frames["actions"]):
        warnings.append("actions: no document held an action table that was recognised")
    return warnings + (_falls(frames, before, WARN_FILL_FALL) if before else [])
