"""The accounts of a release: every edition and every row that was read went somewhere.

known editions = published + superseded + unreadable + held, and the rows read from an edition are
the rows of ``actions`` that name it. A release whose accounts do not balance is not published.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pyarrow as pa

from pipeline.records import CuratedEdition


@dataclass(frozen=True, slots=True)
class Accounts:
    """Counts by what became of each edition, and what does not balance: one line a fault."""

    counts: dict[str, int] = field(default_factory=dict)
    faults: tuple[str, ...] = ()


def account_for(
    fetched: Iterable[str],
    curated: Iterable[CuratedEdition],
    tables: Mapping[str, pa.Table],
    held: Iterable[str],
) -> Accounts:
    """Balance what was found against what is about to be published.

    Args:
        fetched: edition_id of everything that this run's fetch brought.
        curated: Every known edition as it was curated.
        tables: The tables to publish.
        held: Documents that keep the rows of the last release.
    """
    known = {rows.document.edition_id: rows for rows in curated}
    lines = {row["edition_id"]: row for row in tables["documents"].to_pylist()}
    faults = [
        f"{edition}: was fetched and is not in documents" for edition in {*fetched} - set(lines)
    ]
    faults += [f"{edition}: is known and not in documents" for edition in set(known) - set(lines)]
    written = Counter(tables["actions"]["edition_id"].to_pylist())
    told = set(tables["problems"]["edition_id"].to_pylist())
    kept = set(held)
    counts: Counter[str] = Counter({"known": len(known)})
    for edition, rows in known.items():
        line = lines.get(edition, {})
        fate = _fate(line, rows, kept)
        counts[fate] += 1
        faults += _faults(edition, fate, rows, written, told)
    counts["rows_read"] = sum(len(rows.actions) for rows in known.values())
    counts["rows_published"] = written.total()
    return Accounts(dict(counts), tuple(sorted(faults)))


def _fate(line: Mapping[str, object], rows: CuratedEdition, held: set[str]) -> str:
    if rows.document.document_id in held:
        return "held"
    if line.get("state") == "superseded":
        return "superseded"
    return "unreadable" if rows.document.actions is None else "published"


def _faults(
    edition: str, fate: str, rows: CuratedEdition, written: Counter[str], told: set[str]
) -> list[str]:
    if fate == "unreadable" and edition not in told:
        return [f"{edition}: could not be read and no problem says so"]
    if fate == "published" and not written[edition] == len(rows.actions) == rows.document.actions:
        read = rows.document.actions
        return [f"{edition}: {read} actions were read, {written[edition]} are in actions"]
    return []
