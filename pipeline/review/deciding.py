"""Turns what a person answers to an item of the review into lines of the override files.

Knows items, keys and values; not how the queue is found or shown.
"""

import csv
import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import get_args

from extractors.rows import Field
from normalisers.text import clean
from pipeline import schema
from pipeline.errors import UsageError
from pipeline.export.cells import inert
from pipeline.releases.held import Held
from pipeline.review import Item, queue
from pipeline.review.cases import blank_override
from pipeline.review.corrections import PRINTED, printed_text
from pipeline.review.override_values import (
    AS_PRINTED,
    DOCUMENT_FIELDS,
    NONE,
    find_agency,
    find_area,
    near,
    read_value,
)
from pipeline.review.overrides import (
    ANY,
    DOCUMENT,
    MAX_SHOWN,
    Alias,
    Decision,
    Heading,
    Override,
    Overrides,
    load_overrides,
    write_decisions,
)
from pipeline.review.people import without_names

HEADING_FIELDS = (*get_args(Field), "section", "ignore", "against")
DENYING = "not "  # before a body, in a sheet of answers
KEY_FORM = (
    "Give an item that 'planbook review' lists, DOCUMENT/ROW/FIELD (ROW is an action_id, a ref, "
    f"a priority_id or '{DOCUMENT}'), alias/NAME/AREA or heading/TEXT."
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person says: ``Answer("refuge", who="Ann Lee", why="their site says so")``.

    ``denied`` is true where the value is what the name does *not* mean.
    """

    value: str
    who: str
    why: str = ""
    denied: bool = False


def decide(answers: Sequence[tuple[str, Answer]], held: Held, folder: Path) -> list[Decision]:
    """Keep answers in the override files: all of them, or none where one is not understood.

    Args:
        answers: Each with an item of the queue, or a key of the form that ``KEY_FORM`` tells.
        held: The release that was reviewed.
        folder: Where decisions are kept.

    Returns:
        The lines that were written, one a row where an item is about rows.

    Raises:
        UsageError: A key or a value is not known; near ones are named.
        JobFailed: The folder cannot be written.
    """
    overrides = load_overrides(folder)
    items = {item.item_id: item for item in queue(held, overrides)}
    lines = [
        _filled(blank, answer, held)
        for key, answer in answers
        for blank in _blanks(key, items, held, overrides)
    ]
    write_decisions(folder, lines)
    return lines


def read_answers(path: Path, who: str) -> list[tuple[str, Answer]]:
    """Read a sheet of items that a person has filled in, as ``--format csv`` writes it.

    Lines whose ``value`` is empty are left for another day; ``not refuge`` denies a body.

    Raises:
        UsageError: The file cannot be read or lacks a column.
    """
    try:
        rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines(keepends=True)))
    except (OSError, UnicodeDecodeError, csv.Error) as cause:
        reason = getattr(cause, "strerror", None) or cause
        raise UsageError(f"{path} cannot be read: {reason}.") from cause
    if not rows or not {"item_id", "value"} <= set(rows[0]):
        raise UsageError(f"{path} has no columns item_id and value, or no lines.")
    return [
        (row["item_id"], _answer(row["value"].strip(), row.get("reason") or "", who))
        for row in rows
        if (row["value"] or "").strip()
    ]


def _answer(value: str, why: str, who: str) -> Answer:
    denied = value.startswith(DENYING)
    return Answer(value.removeprefix(DENYING).strip(), who, why, denied)


def undo(keys: Sequence[str], folder: Path) -> list[Decision]:
    """Take decisions back.

    Raises:
        UsageError: No decision has such an id; near ones are named.
    """
    known = {line.decision_id: line for line in load_overrides(folder).all}
    for key in keys:
        if key not in known:
            raise UsageError(
                f"No decision is called {key!r}. {_near_ids(key, list(known))} "
                "'planbook review decisions' lists them."
            )
    gone = [known[key] for key in keys]
    write_decisions(folder, [], gone)
    return gone


def _blanks(
    key: str, items: Mapping[str, Item], held: Held, overrides: Overrides
) -> tuple[Decision, ...]:
    if key in items:
        return _of_item(items[key])
    kept = {line.decision_id: line for line in overrides.all}
    if key in kept:
        return (kept[key],)
    kind, _, rest = key.partition("/")
    if kind == "heading" and rest:
        return (Heading(rest, "", "", "", ""),)
    if kind == "alias" and "/" in rest:
        name, _, area = rest.rpartition("/")
        return (Alias(name, "", _scope(area, held), "", "", "", "", ""),)
    if key.count("/") == 2:
        document_id, row, field = key.split("/")
        return (_of_cell(document_id, row, field, held),)
    raise UsageError(f"Nothing is called {key!r}. {_near_ids(key, list(items))} {KEY_FORM}")


def _scope(area: str, held: Held) -> str:
    """Where a name holds: an area's code, a document of the release, "" for everywhere."""
    if area in ("", ANY):
        return ""
    documents = {row.document_id for row in held.documents.values()}
    return area if area in documents else find_area(area)


def _of_item(item: Item) -> tuple[Decision, ...]:
    if not item.blanks:
        raise UsageError(
            f"{item.item_id}: what was decided on is gone. "
            f"Take it back with 'planbook review undo {item.item_id}'."
        )
    return item.blanks


def _near_ids(key: str, known: Sequence[str]) -> str:
    close = difflib.get_close_matches(key, known, n=1)
    return f"Did you mean {close[0]}?" if close else ""


def _of_cell(document_id: str, row: str, field: str, held: Held) -> Override:
    """The blank for one cell of one document, with the text that is printed there now."""
    documents = {d.document_id: d for d in held.documents.values()}
    if document_id not in documents:
        raise UsageError(f"No document is called {document_id!r}. {near(document_id, documents)}")
    if row == DOCUMENT:
        _check_field(field, DOCUMENT_FIELDS)
        text = documents[document_id].title or ""
        return blank_override(document_id, row, field, text, document_id)
    for priority in held.priorities:
        if priority.document_id == document_id and row in (priority.priority_id, priority.label):
            _check_field(field, ("theme",))
            return blank_override(
                document_id, priority.priority_id, field, priority.title, document_id
            )
    action = _action(document_id, row, held)
    _check_field(field, (*PRINTED, "score"))
    text = printed_text(action, field)
    return blank_override(document_id, action.action_id, field, text, document_id)


def _action(document_id: str, row: str, held: Held) -> schema.ActionRow:
    own = [action for action in held.actions if action.document_id == document_id]
    found = [action for action in own if row in (action.action_id, action.ref)]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(action.action_id for action in found)
        raise UsageError(f"{document_id} prints {row} {len(found)} times. Give one of {ids}.")
    refs = {action.ref or action.action_id: action.activity or "" for action in own}
    raise UsageError(f"{document_id} has no row {row!r}. {near(row, refs)}")


def _check_field(field: str, known: Sequence[str]) -> None:
    if field not in known:
        raise UsageError(f"{field!r} cannot be decided there. Known are: {', '.join(known)}.")


def _filled(blank: Decision, answer: Answer, held: Held) -> Decision:
    signed = {"decided_by": answer.who, "decided_on": date.today().isoformat(), "why": answer.why}
    if isinstance(blank, Alias):
        return _alias(blank, answer, signed)
    if answer.denied:
        raise UsageError("--not is for names: say which body a name does not mean.")
    if isinstance(blank, Heading):
        if answer.value not in HEADING_FIELDS:
            fields = ", ".join(HEADING_FIELDS)
            raise UsageError(f"{answer.value!r} is no field. Known are: {fields}.")
        return replace(blank, field=answer.value, **signed)
    value = answer.value
    if blank.field == "priority" and value != NONE:
        value = _priority(blank.document_id, value, held)
    printed = _shown(blank.printed)
    return replace(blank, value=read_value(blank.field, value), printed=printed, **signed)


def _alias(blank: Alias, answer: Answer, signed: dict[str, str]) -> Alias:
    name, _, unit = (part.strip() for part in answer.value.partition("/"))
    if name == AS_PRINTED and not answer.denied:
        return replace(blank, agency_id="", unit=unit, is_not="", **signed)
    agency = find_agency(name)
    is_not = "yes" if answer.denied else ""
    return replace(blank, agency_id=agency.agency_id, unit=unit, is_not=is_not, **signed)


def _priority(document_id: str, text: str, held: Held) -> str:
    """The priority of a document by id, label, title or number."""
    own = [row for row in held.priorities if row.document_id == document_id]
    for row in own:
        if text in (row.priority_id, row.label, row.title, str(row.ordinal)):
            return row.priority_id
    known = "; ".join(f"{row.ordinal} {row.title}" for row in own)
    raise UsageError(f"{document_id} has no priority {text!r}. It has: {known or 'none'}.")


def _shown(text: str) -> str:
    """The beginning of a printed text for the readers of the file, without names of people."""
    return inert(without_names(clean(text))[:MAX_SHOWN])
