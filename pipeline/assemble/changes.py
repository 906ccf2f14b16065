"""What changed between an edition and the one that it superseded, action by action."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz import fuzz, process

from pipeline.records import CuratedEdition
from pipeline.schema import ActionRow, ChangeRow

SAME_TEXT = 75  # percent alike; in two plans with successive editions the same action kept 90 or
# more of its letters, and no two different actions of them shared over 54
MOVED = ("ref", "section")
EDITED = (
    "objective",
    "activity",
    "measure_raw",
    "update",
    "lead_raw",
    "support_raw",
    "start_raw",
    "due_raw",
    "status_raw",
    "rating_raw",
    "rag_raw",
)
"""Printed columns that are compared; a new reference or section moves an action."""


def find_changes(
    editions: Iterable[CuratedEdition], supersedes: Mapping[str, str]
) -> list[ChangeRow]:
    """Compare every edition with the one that it superseded.

    Args:
        editions: All known editions.
        supersedes: edition_id to the one that it is compared with, as ``lineage`` tells.

    Returns:
        Rows by document and edition; none for a document with one edition. An action is the same
        when its id is, else when its text is; a moved reference makes no new action.
    """
    held = {edition.document.edition_id: edition for edition in editions}
    pairs = sorted((held[new].document.document_id, new, old) for new, old in supersedes.items())
    return [row for _, new, old in pairs for row in _between(held[old], held[new])]


def _between(before: CuratedEdition, after: CuratedEdition) -> Iterator[ChangeRow]:
    ids = (before.document.edition_id, after.document.edition_id)
    paired = _pair(before.actions, after.actions)
    for row in after.actions:
        if row.action_id not in paired:
            yield _change(row, ids, "added", None, None, _text(row))
    known = {row.action_id: row for row in before.actions}
    for row in after.actions:
        if row.action_id in paired:
            yield from _edits(known[paired[row.action_id]], row, ids)
    for row in before.actions:
        if row.action_id not in paired.values():
            yield _change(row, ids, "dropped", None, _text(row), None)


def _pair(before: Sequence[ActionRow], after: Sequence[ActionRow]) -> dict[str, str]:
    """Ids of the actions now to their ids before: the same id first, then the most alike text."""
    old = {row.action_id: row for row in before}
    pairs = {row.action_id: row.action_id for row in after if row.action_id in old}
    left = {name: _text(row) for name, row in old.items() if name not in pairs}
    for row in after:
        if row.action_id in pairs or not left:
            continue
        best = process.extractOne(_text(row), left, scorer=fuzz.ratio, score_cutoff=SAME_TEXT)
        if best is not None:
            pairs[row.action_id] = best[2]
            del left[best[2]]
    return pairs


def _edits(old: ActionRow, new: ActionRow, ids: tuple[str, str]) -> Iterator[ChangeRow]:
    for kind, columns in (("moved", MOVED), ("edited", EDITED)):
        for column in columns:
            before, after = getattr(old, column), getattr(new, column)
            if (before or "").split() != (after or "").split():
                yield _change(new, ids, kind, column, before, after)


def _change(
    row: ActionRow,
    ids: tuple[str, str],
    change: str,
    column: str | None,
    before: str | None,
    after: str | None,
) -> ChangeRow:
    return ChangeRow(
        document_id=row.document_id,
        action_id=row.action_id,
        change=change,
        column=column,
        before=before,
        after=after,
        edition_before=ids[0],
        edition_after=ids[1],
    )


def _text(row: ActionRow) -> str:
    return row.activity or row.objective or ""
