"""What speaks against a row beside all other rows of its document, whatever table they stand in.

Knows action rows; knows neither tables nor formats. What speaks against a row among those of its
own table is told in ``doubts``.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.blocks import Problem
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
from extractors.judging.filed import misfiled
from extractors.judging.kinds import unlike_their_fields
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
from extractors.rows import WHO, WHO_AND_WHEN, ActionRow, Field

MIN_ROWS = 3  # rows (cards); two show no habit
CARD = "card"
MID_SENTENCE = "starts in mid-sentence"
PARTED_NAME = "name parted by a space"
NO_PROMISE = "text that promises nothing"  # told of cards, and of tables without rules where most
# texts do: 348 of 753 such rows were wrong; where rules part the rows one in seven was. It asks for
# a verb of verbs.csv, so that it says less of a plan than of the parts of its rows.
NAME_RE = re.compile(
    r"[^.!?]{1,80}?(?<=[\w'\u2019)])[.:]?\s+(?=[A-Z])"
)  # of few words, before its text
OTHER_COLUMNS = "lacks a column that most rows have"
TWICE = "activity printed in several rows"
ODD_REF = "reference unlike the others"
NEAR_MISREAD = "beside a row read at the wrong borders"
NEAR_UNREAD = "beside a table that was not read"
IN_LINES = "lead of several lines"  # in a card
FEW = "hardly another action was read"
MAX_FEW = 2  # rows
MOST = 0.5  # share of a document's texts that begin with a capital (promise something) before one
# that does not is odd: all 45 of 8,104 rows that began in small letters so were wrong. The same of
# its rows that fill a field, before a table without the column is odd (423 of 433 such rows were
# wrong, and 406 of 432 of other plans: the second table is no plan, or its heading was misread);
# and of its references that have one form (69 of 95 of another form were wrong)
CARD_FIELDS: dict[Field, str] = {
    "lead": "lead",
    "due": "date",
    "ref": "reference",
    "status": "status",
}
TABLE_FIELDS: dict[Field, str] = {"ref": "reference", "objective": "objective"}
ASKED: frozenset[Field] = WHO_AND_WHEN | {"measures", "status"}  # shared by a plan's tables
OF_VALUES = (LABEL_INSIDE, DATE_CUT, DATE_IN_LEAD, LEAD_CUT, TEXT_IN_REF, HEADINGS_ABOVE)
MISREAD = frozenset((*OF_VALUES, MID_SENTENCE, PARTED_NAME, BARE, GLUED, PARTED_DATE))
"""The reasons that say that a row was read at the wrong borders."""
RUNS_RE = re.compile(r"(\d+)|([A-Z]+)|([a-z]+)")
NAMES_RE = re.compile(r"[,;/&]|\band\b")
WORD_RE = re.compile(r"\w+")


def doubt_among(
    rows: Sequence[ActionRow], problems: Iterable[Problem] = (), aims: Sequence[str] = ()
) -> tuple[ActionRow, ...]:
    """Add to each row what speaks against it beside the others, and in its values; and its score.

    Cards are told from rows of tables by their reason, so that each is compared with its like.

    Args:
        rows: All actions of a document.
        problems: What was told of its tables.
        aims: The titles of its priorities.
    """
    cards = [row for row in rows if _is_card(row)]
    of_cards = _usual(cards, CARD_FIELDS)
    of_tables = _usual(rows, TABLE_FIELDS)
    habits = _Habits(
        cards=of_cards,
        tables=of_tables,
        columns=_columns(rows),
        form=_usual_form(rows),
        texts=Counter(row.cells.get("activity") or "" for row in rows),
        spaced=_spacings(rows),
        whole=_share(rows, _is_whole),
        promising=_share(rows, _promises),
        few=len(rows) <= MAX_FEW,
        unread=frozenset(one.page for one in problems if one.page and one.code == "unread_table"),
    )
    pairs = zip(rows, misfiled(rows, aims), strict=True)
    return _beside_misread([_judged(row, habits, filed) for row, filed in pairs])


@dataclass(frozen=True, slots=True)
class _Habits:
    """What the rows of a document have in common.

    Attributes:
        cards: The fields that its cards say, with their words in reasons.
        tables: The same of rows of tables that have a column for them.
        columns: The fields that most of its rows fill.
        form: The form that most of its references have, "9.9"; None where none has most.
        texts: How often each activity is printed.
        spaced: For each name, its words run together, the fewest words in which it is printed.
        whole: Share of its texts that begin with a capital letter or a figure.
        promising: Share of its texts that promise something.
        few: It has hardly any.
        unread: The pages on which a table was not read.
    """

    cards: Mapping[Field, str]
    tables: Mapping[Field, str]
    columns: frozenset[Field]
    form: str | None
    texts: Mapping[str, int]
    spaced: Mapping[str, int]
    whole: float
    promising: float
    few: bool
    unread: frozenset[int]


def _is_card(row: ActionRow) -> bool:
    return CARD in row.reasons


def _judged(row: ActionRow, habits: _Habits, filed: Sequence[str]) -> ActionRow:
    more = [*odd_values(row), *unlike_their_fields(row), *_unlike_others(row, habits), *filed]
    named = tuple(dict.fromkeys((*row.reasons, *more)))
    return replace(row, reasons=named, score=score(named)) if more else row


def _unlike_others(row: ActionRow, habits: _Habits) -> Iterator[str]:
    """What is odd beside the other rows of the document."""
    usual = habits.cards if _is_card(row) else habits.tables
    yield from (missing(said) for name, said in usual.items() if _lacks(row, name))
    if habits.columns - row.cells.keys():
        yield OTHER_COLUMNS
    if habits.form is not None and row.cells.get("ref") and _form(row) != habits.form:
        yield ODD_REF
    if row.cells.get("activity") and habits.texts[row.cells["activity"]] > 1:
        yield TWICE
    if any(_is_parted(name, habits.spaced) for name in _names(row)):
        yield PARTED_NAME
    if habits.whole >= MOST and not _is_whole(row):
        yield MID_SENTENCE
    if habits.few:
        yield FEW
    if row.place.page in habits.unread:
        yield NEAR_UNREAD
    unruled = UNRULED in row.reasons and habits.promising >= MOST
    if (unruled or _is_card(row)) and not _promises(row):
        yield NO_PROMISE
    if _is_card(row) and "\n" in (row.cells.get("lead") or ""):
        yield IN_LINES


def _beside_misread(rows: Sequence[ActionRow]) -> tuple[ActionRow, ...]:
    """The rows, those told that share a page with one that was read at the wrong borders."""
    misread = [bool(MISREAD & set(row.reasons)) for row in rows]
    pages = {row.place.page for row, wrong in zip(rows, misread, strict=True) if wrong}
    return tuple(
        _with(row, NEAR_MISREAD) if row.place.page in pages and not wrong else row
        for row, wrong in zip(rows, misread, strict=True)
    )


def _with(row: ActionRow, reason: str) -> ActionRow:
    reasons = (*row.reasons, reason)
    return replace(row, reasons=reasons, score=score(reasons))


def _columns(rows: Sequence[ActionRow]) -> frozenset[Field]:
    """The fields that more than half of the rows fill; none of fewer rows than show a habit."""
    if len(rows) < MIN_ROWS:
        return frozenset()
    filled = Counter(name for row in rows for name in ASKED if row.cells.get(name))
    return frozenset(name for name, count in filled.items() if count > MOST * len(rows))


def _usual_form(rows: Sequence[ActionRow]) -> str | None:
    forms = Counter(_form(row) for row in rows if row.cells.get("ref"))
    (form, count), *_ = forms.most_common(1) or [("", 0)]
    return form if count > MOST * forms.total() else None


def _form(row: ActionRow) -> str:
    """How a reference is made: "CS-12" is "A-9"."""
    return RUNS_RE.sub(lambda run: "9Aa"[(run.lastindex or 1) - 1], row.cells.get("ref") or "")


def _is_whole(row: ActionRow) -> bool:
    return not text_of_row(row)[:1].islower()


def _promises(row: ActionRow) -> bool:
    """Whether a text promises, or what stands behind its name: "Flood wardens Recruit helpers"."""
    text = row.cells.get("activity") or ""
    named = NAME_RE.match(text)
    return not text or is_promise(text) or (named is not None and is_promise(text[named.end() :]))


def _share(rows: Sequence[ActionRow], test: Callable[[ActionRow], bool]) -> float:
    return sum(map(test, rows)) / max(len(rows), 1)


def _lacks(row: ActionRow, name: Field) -> bool:
    """Whether a card does not say a field, or a row of a table with its column has none."""
    return not row.cells.get(name) and (_is_card(row) or name in row.cells)


def _usual(rows: Sequence[ActionRow], fields: Mapping[Field, str]) -> dict[Field, str]:
    """Those of the fields that most rows hold, a reference any; none of fewer than show a habit."""
    enough = len(rows) >= MIN_ROWS
    counted = {"ref"} if any(row.cells.get("ref") for row in rows) else set()
    asked = (name for name in fields if enough and (name in counted or is_usual(rows, name)))
    return {name: fields[name] for name in asked}


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
