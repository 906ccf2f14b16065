"""What speaks against a row: compared with the rows around it, and in its own text.

Knows action rows; knows neither tables nor formats.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.judging.scoring import score
from extractors.rows import ActionRow, Field

USUAL = 0.8  # share of a table's rows that have a lead (a date) before a row without is odd
UNFINISHED_RE = re.compile(
    r"(?:[,\-–(/&]|\b(?:and|or|the|of|to|for|with|in|a|an|by|on|that|from|their|its|our))$",
    re.IGNORECASE,
)
SHORT_WORDS = 2  # words; "WCC governance." is the shortest action text of two plans


def doubts_of(rows: Sequence[ActionRow], table: Sequence[str]) -> list[ActionRow]:
    """Add to each row what speaks against it, and its score.

    Args:
        rows: The actions of one table with the reasons found while they were read.
        table: What makes every row of the table doubtful.
    """
    usual = [name for name in ("lead", "due") if _is_usual(rows, name)]
    return [_judge(row, usual, table) for row in rows]


def _is_usual(rows: Sequence[ActionRow], name: str) -> bool:
    filled = sum(bool(row.cells.get(_field(name))) for row in rows)
    return len(rows) > 1 and filled >= USUAL * len(rows)


def _field(name: str) -> Field:
    return "lead" if name == "lead" else "due"


def _judge(row: ActionRow, usual: Sequence[str], table: Sequence[str]) -> ActionRow:
    reasons = [*row.reasons, *table]
    for name, words in (("lead", "lead"), ("due", "date")):
        if name in usual and not row.cells.get(_field(name)):
            reasons.append(f"no {words} where other rows have one")
    text = row.cells.get("activity") or row.cells.get("objective") or ""
    if "activity" in row.cells and not row.cells["activity"]:
        reasons.append("no activity")
    elif len(text.split()) <= SHORT_WORDS:
        reasons.append("very short activity")
    if UNFINISHED_RE.search(text.rstrip()):
        reasons.append("unfinished sentence")
    if row.joined:
        reasons.append("row joined over pages")
        if "no closing rule" not in row.joined:
            reasons.append("row joined without a closing rule to show it")
    named = tuple(dict.fromkeys(reasons))
    return replace(row, reasons=named, score=score(named))
