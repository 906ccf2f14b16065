"""Tables of a release as pandas frames, for notebooks: ``pipeline.load("actions")``.

Knows the types that people want in a frame and how tables hang together. The release may lie in a
folder or at any address that fsspec opens; either way nothing is read that does not match its
checksum. Columns that an older release does not have yet are there, and null.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.errors import UsageError
from pipeline.releases import LATEST, Release, find_release, read_table

if TYPE_CHECKING:
    from pipeline.releases.remote import RemoteRelease

CATEGORIES = ("current", "kind", "status", "urgency", "rag", "due_kind", "role", "method", "state")


@dataclass(frozen=True, slots=True)
class Join:
    """How a table is joined to a frame.

    Attributes:
        keys: Columns of the joined table.
        prefix: Its columns get it: ``area`` makes ``name`` of ``areas`` into ``area_name``.
    """

    keys: tuple[str, ...]
    prefix: str


JOINS = {
    "documents": Join(("edition_id",), "document"),
    "priorities": Join(("edition_id", "priority_id"), "priority"),
    "actions": Join(("edition_id", "action_id"), "action"),
    "leads": Join(("edition_id", "action_id"), "lead"),
    "agencies": Join(("agency_id",), "agency"),
    "areas": Join(("area_code",), "area"),
    "themes": Join(("theme_id",), "theme"),
    "crosswalk": Join(("theme_id",), "framework"),
}
JOINED_KEYS = {"agency_id": "lead_agency_id"}  # where actions were joined to their leads before
RENAMED = {("leads", "raw"): "lead_mention"}  # ``lead_raw`` is the whole cell, in actions


def load(
    table: str,
    release: str = LATEST,
    data_dir: str | PathLike[str] | None = None,
    superseded: bool = False,
    join: Sequence[str] = (),
) -> pd.DataFrame:
    """Load a table of a release into a pandas frame with the right types.

    Args:
        table: ``"actions"``, ``"leads"``, ``"priorities"``, ...
        release: Name of a release, to pin it; the latest one by default.
        data_dir: Folder with ``curated/`` in it, or the folder of one release, or the address of
            either: ``"https://example.org/planbook"``, ``"s3://bucket/planbook"``.
            ``PLANBOOK_DATA_DIR`` or ``data/`` by default.
        superseded: Give the rows of every edition, not only those of the current edition of each
            document. A plan published as PDF and as Word is two editions of one document.
        join: Tables to join, in turn: ``["documents", "areas"]``. Their columns get the table's
            name in front: ``document_title``, ``area_name``, ``theme_label``,
            ``lead_agency_name``. Every row stays; an action that several bodies lead has a row
            for each after ``join=["leads"]``, and ``lead_mention`` holds the words that name one.

    Returns:
        One row a record: days as ``datetime64``, codes as categories, lists as lists, numbers that
        may be absent as ``Int32``; absent values are ``pd.NA``, ``None`` or ``NaT``. Meanings of
        the columns are in ``frame.attrs["meanings"]``, the release in ``frame.attrs["release"]``.

    Raises:
        JobFailed: There is no release, or a file does not match its checksum.
        UsageError: No such table or release, or tables that cannot be joined.

    Example:
        >>> import pipeline
        >>> actions = pipeline.load("actions", join=["leads", "areas"])
        >>> actions.groupby(["area_name", "lead_agency_name"]).size()
    """
    found = _find(data_dir, release)
    frame = to_frame(_rows(found, table, superseded))
    for other in join:
        frame = _joined(frame, table, other, found)
    frame.attrs["release"] = found.name
    return frame


def _find(data_dir: str | PathLike[str] | None, release: str) -> "Release | RemoteRelease":
    if data_dir is None:
        from pipeline.settings import load_settings

        return find_release(load_settings().data_dir, release)
    if "://" not in str(data_dir):
        return find_release(Path(data_dir), release)
    from pipeline.releases.remote import find_remote

    return find_remote(str(data_dir), release)


def _read(release: "Release | RemoteRelease", table: str) -> pa.Table:
    if isinstance(release, Release):
        return read_table(release, table)
    return release.read_table(table)


def _rows(release: "Release | RemoteRelease", table: str, superseded: bool) -> pa.Table:
    """The rows of a table; of the current editions alone, unless asked otherwise."""
    held = _read(release, table)
    if superseded or "edition_id" not in held.column_names or table == "problems":
        return held
    documents = held if table == "documents" else _read(release, "documents")
    current = documents.filter(documents["current"])["edition_id"]
    if len(current) == len(documents):
        return held  # to filter lists costs a third of the time
    return held.filter(pc.is_in(held["edition_id"], value_set=current.combine_chunks()))


def _joined(
    frame: pd.DataFrame, table: str, other: str, release: "Release | RemoteRelease"
) -> pd.DataFrame:
    how = JOINS.get(other)
    if how is None:
        raise UsageError(f"{other!r} cannot be joined. Tables to join: {', '.join(JOINS)}.")
    left = [key if key in frame else JOINED_KEYS.get(key, key) for key in how.keys]
    missing = [key for key in left if key not in frame]
    if missing or other == table:
        needs = f"it has no {', '.join(missing)}" if missing else "it is the table itself"
        raise UsageError(f"{other} cannot be joined to {table}: {needs}.")
    right = to_frame(_read(release, other))
    names = {
        name: name if name in how.keys else _name(other, name, how.prefix) for name in right.columns
    }
    names |= dict(zip(how.keys, left, strict=True))
    meanings = {names[name]: text for name, text in right.attrs["meanings"].items()}
    right = right.rename(columns=names)
    right = right.drop(columns=[c for c in right.columns if c in frame and c not in left])
    joined = frame.merge(right, on=left, how="left")
    joined.attrs = {"meanings": meanings | frame.attrs["meanings"]}
    return joined


def _name(table: str, column: str, prefix: str) -> str:
    if (table, column) in RENAMED:
        return RENAMED[table, column]
    return column if column.startswith(f"{prefix}_") else f"{prefix}_{column}"


def to_frame(table: pa.Table) -> pd.DataFrame:
    """An Arrow table as a pandas frame: nullable integers, days as ``datetime64``, categories."""
    frame: pd.DataFrame = table.to_pandas(types_mapper=_frame_type, date_as_object=False)
    for name in frame.columns.intersection(list(CATEGORIES)):
        if pd.api.types.is_string_dtype(frame[name]):
            frame[name] = frame[name].astype("category")
    frame.attrs["meanings"] = {
        line.name: line.metadata[b"meaning"].decode() for line in table.schema if line.metadata
    }
    return frame


def _frame_type(kind: pa.DataType) -> object | None:
    """The type of a column in a frame; None where pandas has one of its own for it."""
    if pa.types.is_list(kind):  # made into Python lists when they are looked at: half the time
        return pd.ArrowDtype(kind)
    return {pa.int32(): pd.Int32Dtype(), pa.bool_(): pd.BooleanDtype()}.get(kind)
