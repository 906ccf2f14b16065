"""What speaks against a row beside all other rows of its document, whatever table they stand in.

Knows action rows; knows neither tables nor formats. What speaks against a row among those of its
own table is told in ``doubts``.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.columns.contents import is_promise
from extractors.judging.doubts import (
    BARE,
    GLUED,
    PARTED_DATE,
    UNRULED,
    is_usual,
    missing,
    text_of_row,
)
from extractors.judging.scoring import score
from extractors.judging.values import (
    DATE_CUT,
    DATE_IN_LEAD,
    HEADINGS_ABOVE,
    LABEL_INSIDE,
    LEAD_CUT,
    TEXT_IN_REF,
    odd_values,
)
from extractors.rows import WHO, ActionRow, Field

MIN_ROWS = 3  # rows (cards); two show no habit
CARD = "card"
MID_SENTENCE = "starts in mid-sentence"
PARTED_NAME = "name parted by a space"
NO_PROMISE = "no promise where other rows make one"  # told of tables without rules alone: there 36
# of 37 such texts were a part of another row; where rules part the rows one in seven was wrong.
# It asks for a verb of verbs.csv, so that it says less of a plan than of the parts of its rows.
MOST = 0.5  # share of a document's texts that begin with a capital (promise something) before one
# that does not is odd: all 45 of 8,104 rows that began in small letters so were wrong
CARD_FIELDS: dict[Field, str] = {
    "lead": "lead",
    "due": "date",
    "ref": "reference",
    "status": "status",
}
TABLE_FIELDS: dict[Field, str] = {"ref": "reference", "objective": "objective"}
OF_VALUES = (LABEL_INSIDE, DATE_CUT, DATE_IN_LEAD, LEAD_CUT, TEXT_IN_REF, HEADINGS_ABOVE)
MISREAD = frozenset((*OF_VALUES, MID_SENTENCE, PARTED_NAME, BARE, GLUED, PARTED_DATE))
"""The reasons that say that a row was read at the wrong borders."""
NAMES_RE = re.compile(r"[,;/&]|\band\b")
WORD_RE = re.compile(r"\w+")


def doubt_among(rows: Sequence[ActionRow]) -> tuple[ActionRow, ...]:
    """Add to each row what speaks against it beside the others, and in its values; and its score.

    Cards are told from rows of tables by their reason, so that each is compared with its like.
    """
    cards = [row for row in rows if _is_card(row)]
    of_cards = _usual(cards, CARD_FIELDS)
    of_tables = _usual(rows, TABLE_FIELDS)
    habits = _Habits(
        of_cards, of_tables, _spacings(rows), _share(rows, _is_whole), _share(rows, _promises)
    )
    return tuple(_judged(row, habits) for row in rows)


@dataclass(frozen=True, slots=True)
class _Habits:
    """What the rows of a document have in common.

    Attributes:
        cards: The fields that its cards say, with their words in reasons.
        tables: The same of rows of tables that have a column for them.
        spaced: For each name, its words run together, the fewest words in which it is printed.
        whole: Share of its texts that begin with a capital letter or a figure.
        promising: Share of its texts that promise something.
    """

    cards: Mapping[Field, str]
    tables: Mapping[Field, str]
    spaced: Mapping[str, int]
    whole: float
    promising: float


def _is_card(row: ActionRow) -> bool:
    return CARD in row.reasons


def _judged(row: ActionRow, habits: _Habits) -> ActionRow:
    usual = habits.cards if _is_card(row) else habits.tables
    lacking = (missing(said) for name, said in usual.items() if _lacks(row, name))
    more = [*odd_values(row), *lacking]
    if any(_is_parted(name, habits.spaced) for name in _names(row)):
        more.append(PARTED_NAME)
    if habits.whole >= MOST and not _is_whole(row):
        more.append(MID_SENTENCE)
    if UNRULED in row.reasons and habits.promising >= MOST and not _promises(row):
        more.append(NO_PROMISE)
    named = tuple(dict.fromkeys((*row.reasons, *more)))
    return replace(row, reasons=named, score=score(named)) if more else row


def _is_whole(row: ActionRow) -> bool:
    return not text_of_row(row)[:1].islower()


def _promises(row: ActionRow) -> bool:
    text = row.cells.get("activity") or ""
    return not text or is_promise(text)


def _share(rows: Sequence[ActionRow], test: Callable[[ActionRow], bool]) -> float:
    return sum(map(test, rows)) / max(len(rows), 1)


def _lacks(row: ActionRow, name: Field) -> bool:
    """Whether a card does not say a field, or a row of a table with its column has none."""
    return not row.cells.get(name) and (_is_card(row) or name in row.cells)


def _usual(rows: Sequence[ActionRow], fields: Mapping[Field, str]) -> dict[Field, str]:
    """Those of the fields that most rows hold; none of fewer rows than show a habit."""
    enough = len(rows) >= MIN_ROWS
    return {name: said for name, said in fields.items() if enough and is_usual(rows, name)}


def _names(row: ActionRow) -> Iterator[str]:
    for field in WHO:
        for name in NAMES_RE.split(row.cells.get(field) or ""):
            if name.strip():
                yield name.strip()


def _spacings(rows: Sequence[ActionRow]) -> dict[str, int]:
    """For each name, its words run together, the fewest words in which the document prints it."""
    fewest: dict[str, int] = {}
    for row in rows:
        for name in _names(row):
            words = WORD_RE.findall(name.casefold())
            key = "".join(words)
            fewest[key] = min(fewest.get(key, len(words)), len(words))
    return fewest


def _is_parted(name: str, spaced: Mapping[str, int]) -> bool:
    """Whether a name has a space more than elsewhere: "Co untryside Rangers"."""
    words = WORD_RE.findall(name.casefold())
    return len(words) > spaced["".join(words)]
