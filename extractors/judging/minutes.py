"""Whether a document is the minutes of a meeting, whose log of actions is no plan.

"Circulate the slides | MC | 28 January" promises what members are to do until they meet again.
Told by what minutes print (``minutes.csv``): who was present, apologies, matters arising. Knows
blocks and action rows; knows nothing of formats.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from extractors.blocks import Document, Problem, Table
from extractors.judging.reports import short
from extractors.rows import ActionRow, Field
from extractors.sections import Section

MIN_SIGNS = 3  # different ones; a plan's chapter on its board prints "Attendance" at most
MAX_WORDS = 8_000  # of a document; papers of a meeting with a plan among them are longer
TOP_LINES = 6  # of a document that may call it minutes
TITLE_RE = re.compile(  # not "30 minutes a day"
    r"(?<!\d )\bminutes\b|\bnotes? of (?:the|a)\b|\bmeeting notes?\b", re.IGNORECASE
)
SIGN_RE = re.compile(
    r"(?:\d{1,3}(?:[./]\d{1,3})*[.)]?\s+)?(?P<phrase>[a-z ]{3,40}?)\s*(?:$|[:(\u2013-])"
)
OF_A_LOG: frozenset[Field] = frozenset(
    {"ref", "activity", "lead", "due", "status", "update", "rag"}
)


def log_of_minutes(
    document: Document, rows: Sequence[ActionRow], sections: Mapping[Section, None]
) -> Problem | None:
    """A notice that the rows are the action log of minutes; None where they are a plan's.

    Rows that serve a priority, or say how success is told, are a plan's, wherever they stand.
    """
    said = {field for row in rows for field, text in row.cells.items() if text}
    if not rows or not said <= OF_A_LOG or any(one.kind != "group" for one in sections):
        return None
    if not _is_minutes(document):
        return None
    quoted = short(rows[0].cells.get("activity") or "")
    message = (
        f"It reads as the minutes of a meeting; {len(rows)} rows of who is to do what were taken "
        f'for its log and left out, the first "{quoted}".'
    )
    return Problem("extract", "minutes", "notice", message, rows[0].place.page)


def _is_minutes(document: Document) -> bool:
    lines = list(_lines(document))
    if sum(len(line.split()) for line in lines) > MAX_WORDS:
        return False
    signs = {sign for line in lines if (sign := _sign_of(line)) is not None}
    named = any(TITLE_RE.search(line) for line in (document.title or "", *lines[:TOP_LINES]))
    return len(signs) + named >= MIN_SIGNS


def _sign_of(line: str) -> str | None:
    found = SIGN_RE.match(line.strip().casefold())
    return _signs().get(found["phrase"]) if found is not None else None


def _lines(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Table):
            yield from (one.text for cell in block.cells for one in cell.paragraphs)
        else:
            yield block.text


@cache
def _signs() -> Mapping[str, str]:
    text = (files("extractors.judging") / "minutes.csv").read_text(encoding="utf-8")
    return {row["phrase"]: row["sign"] for row in csv.DictReader(text.splitlines())}
