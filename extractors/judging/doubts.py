"""What speaks against a row: compared with the rows around it, and in its own text.

Knows action rows; knows neither tables nor formats.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.blocks import Box
from extractors.judging.scoring import score
from extractors.rows import ActionRow, Field

USUAL = 0.8  # share of a table's rows that have a lead (a date) before a row without is odd
UNFINISHED_RE = re.compile(
    r"(?:[,\-–(/&]|\b(?:and|or|the|of|to|for|with|in|a|an|by|on|that|from|their|its|our))$",
    re.IGNORECASE,
)
UNSURE = "words recognised with doubt"
SHORT_WORDS = 2  # words; "WCC governance." is the shortest action text of two plans
GLUED_RE = re.compile(
    r"[a-z]{3}[A-Z][a-z]{2}|\d{4}(?:[A-Z][a-z]|\d{2,}[/\-])"
    r"|\b(?i:ongoing|immediate(?:ly)?|tbc|tbd|completed?|delayed|progress|track|started"
    r"|annual(?:ly)?|quarterly|monthly)Q?\d"
)
"""Where two cells were read as one: "OngoingMarch", "Immediate30", "2026Complete", "TBC2026".

Of 2,900 rows of made PDFs eleven looked so, and all were wrong; "Sept2024", "Phase1" are no sign.
"""
SHORT_FIELDS: tuple[Field, ...] = ("start", "due", "status", "rating")


def doubts_of(rows: Sequence[ActionRow], table: Sequence[str]) -> list[ActionRow]:
    """Add to each row what speaks against it, and its score.

    Args:
        rows: The actions of one table with the reasons found while they were read.
        table: What makes every row of the table doubtful.
    """
    usual = [name for name in ("lead", "due") if _is_usual(rows, name)]
    capitals = sum(not _starts_small(row) for row in rows) >= USUAL * len(rows)
    return [_judge(row, usual, capitals, table) for row in rows]


def doubt_unsure(rows: Sequence[ActionRow], unsure: Sequence[Box]) -> tuple[ActionRow, ...]:
    """Add to each row that holds words recognised with doubt that it does; ``unsure`` are theirs.

    ``("recognised from a picture",)`` becomes
    ``("recognised from a picture", "words recognised with doubt")``.
    """
    return tuple(
        _doubted(row) if any(_lies_in(row, box) for box in unsure) else row for row in rows
    )


def _doubted(row: ActionRow) -> ActionRow:
    reasons = (*row.reasons, UNSURE)
    return replace(row, reasons=reasons, score=score(reasons))


def _lies_in(row: ActionRow, box: Box) -> bool:
    """Whether the middle of a word stands in one of the row's boxes."""
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    return any(
        own.page == box.page and own.x0 <= x <= own.x1 and own.top <= y <= own.bottom
        for own in row.place.boxes
    )


def _starts_small(row: ActionRow) -> bool:
    return _text_of(row)[:1].islower()


def _text_of(row: ActionRow) -> str:
    return row.cells.get("activity") or row.cells.get("objective") or ""


def _is_usual(rows: Sequence[ActionRow], name: str) -> bool:
    filled = sum(bool(row.cells.get(_field(name))) for row in rows)
    return len(rows) > 1 and filled >= USUAL * len(rows)


def _field(name: str) -> Field:
    return "lead" if name == "lead" else "due"


def _judge(row: ActionRow, usual: Sequence[str], capitals: bool, table: Sequence[str]) -> ActionRow:
    reasons = [*row.reasons, *table, *_beside_others(row, usual, capitals), *_in_itself(row)]
    if row.joined:
        reasons.append("row joined over pages")
        if "no closing rule" not in row.joined:
            reasons.append("row joined without a closing rule to show it")
    named = tuple(dict.fromkeys(reasons))
    return replace(row, reasons=named, score=score(named))


def _beside_others(row: ActionRow, usual: Sequence[str], capitals: bool) -> Iterator[str]:
    """What is odd beside the table's other rows, most of which begin with a capital letter."""
    for name, words in (("lead", "lead"), ("due", "date")):
        if name in usual and not row.cells.get(_field(name)):
            yield f"no {words} where other rows have one"
    if capitals and _starts_small(row):
        yield "starts in mid-sentence"


def _in_itself(row: ActionRow) -> Iterator[str]:
    """What is odd in the row's own texts."""
    if any(GLUED_RE.search(row.cells.get(name) or "") for name in SHORT_FIELDS):
        yield "words run together"
    text = _text_of(row)
    if "activity" in row.cells and not row.cells["activity"]:
        yield "no activity"
    elif len(text.split()) <= SHORT_WORDS:
        yield "very short activity"
    if UNFINISHED_RE.search(text.rstrip()):
        yield "unfinished sentence"
