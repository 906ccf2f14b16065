"""What speaks against a row: its table, the rows around it, and its own text.

Knows action rows and what was doubtful in reading and naming their table; knows no format.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.blocks import Table
from extractors.columns.contents import date_goes_on, is_ref, is_unfinished
from extractors.columns.named import Columns
from extractors.judging.scoring import score
from extractors.months import PART_OF_YEAR
from extractors.rows import AIMS, WHEN, ActionRow, Field

USUAL = 0.8  # share of rows (cards) that hold a field before one without is odd
EXPECTED: dict[Field, str] = {"lead": "lead", "due": "date"}
GLUED_RE = re.compile(
    r"[a-z]{3}[A-Z][a-z]{2}|\d{4}(?:[A-Z][a-z]|\d\d[/\-])"
    r"|\b(?i:ongoing|immediate(?:ly)?|tbc|tbd|completed?|delayed|progress|track|started"
    r"|annual(?:ly)?|quarterly|monthly)Q?\d"
)
"""Where two cells were read as one: "OngoingMarch", "Immediate30", "2026Complete", "TBC2026".

Of 2,900 rows of made PDFs eleven looked so, and all were wrong; "Sept2024", "Phase1" are no sign.
"""
PIECES = 0.3  # share of a table's rows that say who or when before a bare text is odd: all 30 bare
# rows of 538 made plans were wrong, in tables where about half of the rows said nothing else
UNKNOWN = "unknown heading"
UNRULED = "no ruled grid"  # where rules close a row, its dates may stand one a bullet
GLUED = "words run together"
BARE = "nothing beside the activity"
PARTED_DATE = "date parted over rows"
MERGED_REFS = "several references in one row"
MERGED_DATES = "several dates in one cell"
DAY_RE = re.compile(
    r"(?:(?:by |end of )?(?:early |mid |late |\d{1,2}(?:st|nd|rd|th)? )?"
    rf"{PART_OF_YEAR}[ \-]*(?:20)?\d\d(?:/\d\d)?"
    r"|(?:by |end of ){0,2}20\d\d(?:/\d\d)?|year \d|\d{1,2}[./]\d{1,2}[./](?:20)?\d\d"
    r"|within \w+ (?:weeks|months|years)|annually|ongoing|quarterly|monthly|tbc|in place)",
    re.IGNORECASE,
)
TWO_DAYS_RE = re.compile(
    rf"{DAY_RE.pattern}(?:(?: and ongoing)? {DAY_RE.pattern})+(?: and ongoing)?", re.IGNORECASE
)
NEXT_REF_RE = re.compile(r"(?:^|\s)(\d{1,2})\.(\d{1,2})\s+(?=[A-Z])")
SHORT_FIELDS: tuple[Field, ...] = ("start", "due", "status", "rating")


def table_doubts(table: Table, columns: Columns) -> list[str]:
    """What makes every row of a table doubtful: ``["table: cut words", "no ruled grid"]``."""
    doubts = [f"table: {words}" for words in table.uncertain]
    if not table.ruled:
        doubts.append(UNRULED)
    return [*doubts, UNKNOWN] if columns.unknown else doubts


def doubts_of(rows: Sequence[ActionRow], table: Sequence[str]) -> list[ActionRow]:
    """Add to each row what speaks against it, and its score.

    Args:
        rows: The actions of one table with the reasons found while they were read.
        table: What makes every row of the table doubtful.
    """
    usual = [name for name in EXPECTED if len(rows) > 1 and is_usual(rows, name)]
    pieces = _pieces(rows)
    return [_judge(row, usual, [*table, *pieces.get(place, ())]) for place, row in enumerate(rows)]


def _pieces(rows: Sequence[ActionRow]) -> dict[int, list[str]]:
    """Rows that look like parts of one, by their place, with the reasons."""
    found: dict[int, list[str]] = {}
    said = [bool(row.cells.get("lead") or row.cells.get("due")) for row in rows]
    if any(said) and sum(said) >= PIECES * len(rows):
        bare = [place for place, row in enumerate(rows) if not any(_beside_text(row))]
        found = {place: [BARE] for place in bare}
    for place, (one, other) in enumerate(pairwise(rows)):
        if date_goes_on(one.cells.get("due") or "", other.cells.get("due") or ""):
            for part in (place, place + 1):
                found.setdefault(part, []).append(PARTED_DATE)
    return found


def _beside_text(row: ActionRow) -> Iterator[str]:
    return (said for name, said in row.cells.items() if name not in AIMS)


def text_of_row(row: ActionRow) -> str:
    """What a row says: its activity, its objective where it has none, or nothing."""
    return row.cells.get("activity") or row.cells.get("objective") or ""


def is_usual(rows: Sequence[ActionRow], name: Field) -> bool:
    """Whether most rows hold a field, so that one without it is odd."""
    return sum(bool(row.cells.get(name)) for row in rows) >= USUAL * len(rows)


def _judge(row: ActionRow, usual: Sequence[Field], table: Sequence[str]) -> ActionRow:
    reasons = [*row.reasons, *table, *_beside_others(row, usual), *_in_itself(row)]
    if row.joined:
        reasons.append("row joined over pages")
        if "no closing rule" not in row.joined:
            reasons.append("row joined without a closing rule to show it")
    if UNRULED in table and any(_names_two_days(row.cells.get(name) or "") for name in WHEN):
        reasons.append(MERGED_DATES)
    named = tuple(dict.fromkeys(reasons))
    return replace(row, reasons=named, score=score(named))


def _beside_others(row: ActionRow, usual: Sequence[Field]) -> Iterator[str]:
    """What is odd beside the table's other rows."""
    return (missing(EXPECTED[name]) for name in usual if not row.cells.get(name))


def missing(said: str) -> str:
    """The reason that a row lacks what others have: "no date where other rows have one"."""
    return f"no {said} where other rows have one"


def _in_itself(row: ActionRow) -> Iterator[str]:
    """What is odd in the row's own texts."""
    if any(GLUED_RE.search(row.cells.get(name) or "") for name in SHORT_FIELDS):
        yield GLUED
    if _counts_twice(row):
        yield MERGED_REFS
    if row.cells.get("activity") == "":
        yield "no activity"
    if is_unfinished(text_of_row(row)):
        yield "unfinished sentence"


def _names_two_days(text: str) -> bool:
    """Whether a cell prints two days with nothing between them: "Spring 2027 September 2025"."""
    if not TWO_DAYS_RE.fullmatch(text):
        return False
    return sum(any(map(str.isdigit, day.group())) for day in DAY_RE.finditer(text)) > 1


def _counts_twice(row: ActionRow) -> bool:
    """Whether a row has two references, "2a 2b", or counts two in its text: "1.3 ... 1.4 ..."."""
    refs = (row.cells.get("ref") or "").split()
    if len(refs) > 1 and len({_shape(ref) for ref in refs}) == 1:
        return all(is_ref(ref) and any(map(str.isdigit, ref)) for ref in refs)
    numbers = [(int(a), int(b)) for a, b in NEXT_REF_RE.findall(text_of_row(row))]
    return any(a == c and d == b + 1 for (a, b), (c, d) in pairwise(numbers))


def _shape(ref: str) -> str:
    """What two references of one plan share: "CA3" and "CA14" are "a1"; "P1." is not "1"."""
    return re.sub(r"\d+", "1", re.sub(r"[a-z]+", "a", ref.casefold()))
