"""Whether the values of one row are of their fields' kinds: a due says when, a lead is no date.

Knows one action row and how values look; knows neither tables nor formats. What of other cells
stands inside a value is told in ``values``.

How often rows with each reason were wrong is told in ``scoring``.
"""

import re
from collections.abc import Iterator

from extractors.columns.contents import (
    DATE_WORD_RE,
    ends_as_sentence,
    is_colour,
    is_number,
    is_status,
    is_tick,
)
from extractors.columns.folding import LOOKALIKES
from extractors.judging.doubts import DAY_RE, UNKNOWN, text_of_row
from extractors.phrases import finder_of, one_of
from extractors.rows import WHO, WHO_AND_WHEN, ActionRow

NO_NAME = "lead is no name"
NO_DATE = "due is no date"
FIGURE = "figure at the end of a name"
STATES = "several status words in one cell"
NEITHER = "neither who nor when"
REF_IN_TEXT = "reference in the text"
VERY_SHORT = "very short activity"
UNNAMED = "value in a column of no field"
SHORT_WORDS = 2  # words; "WCC governance." is the shortest action text of two plans

NOT_SAID_RE = re.compile(
    r"[-\u2013\u2014]|n\.?/?a\.?|none|nil|not applicable|no (?:date|deadline)|t\.?b\.?[acd]\.?"
    r"|to be (?:agreed|advised|announced|confirmed|decided|determined)",
    re.IGNORECASE,
)
"""What a cell prints where nobody, or no date, is named yet."""
TIME_RE = re.compile(
    rf"\b{one_of('time')}\b"
    r"|^(?:short|near|mid|medium|long(?:er)?|[sml])(?:\W+(?:short|medium|long|[sml]))*$",
    re.IGNORECASE,
)
"""When, in words that no column is known by, since names of bodies hold them:
"Within 28 days", "Yearly", "Once funding is agreed", "Medium", "Underway"."""
FIGURE_RE = re.compile(r"[a-z]\d{1,2}(?=\s*(?:[,;/&\n]|$))")
"""The mark of a footnote that was read as a part of a name: "Director of Place1"."""
CHOICE_RE = finder_of("choice of status")
MAX_CHOICES = 2  # words for how far it is: "Complete (was delayed)"; "Not started Limited
# Substantial Complete X" are the choices of a form with the mark of one
MAX_STATE_WORDS = 8  # words; longer status cells tell how it went
LEADING_RE = re.compile(
    r"\(?(?:\d+(?:\.\d+)+[.):]?|\d{1,2}[.)]|[A-Z]{1,4}[ .-]?\d{1,2}(?:\.\d+)*[.:)])\s+(?=[A-Z])"
    r"|(?:[A-Z][a-z]+ )?(?!(?:Phase|Year|Quarter|Month|Week|Stage|Tier|Level)\b)[A-Z][a-z]+"
    r" \d{1,2}(?:\.\d+)*:\s"
)
"""A reference before a text: "1.2.1 Open", "3. Open", "Mitigation Action 4: Open"."""


def unlike_their_fields(row: ActionRow) -> Iterator[str]:
    """The reasons that the kinds of a row's values give against it, each once.

    ``{"due": "First report"}`` gives "due is no date".
    """
    cells = row.cells
    if cells.get("activity") != "" and len(text_of_row(row).split()) <= SHORT_WORDS:
        yield VERY_SHORT
    if _is_no_name(cells.get("lead") or ""):
        yield NO_NAME
    if _is_no_date(cells.get("due") or ""):
        yield NO_DATE
    if any(FIGURE_RE.search(cells.get(name) or "") for name in WHO):
        yield FIGURE
    if _says_several(cells.get("status") or ""):
        yield STATES
    if not any(cells.get(name) for name in WHO_AND_WHEN):
        yield NEITHER
    if _leaves_out(row):
        yield UNNAMED
    if not cells.get("ref") and LEADING_RE.match(cells.get("activity") or ""):
        yield REF_IN_TEXT


def _leaves_out(row: ActionRow) -> bool:
    """Whether a day or state stands in no column of them, and the row has none; or any text in one
    without a heading, unless "unknown heading" tells so.

    "Ongoing" below "Landing" was the date of a row without one; "£120,000 over two years" is none,
    nor is "Yes" below "Funded?".
    """
    others = [cell.text for cell in row.other_cells]
    stated = not row.cells.get("status") and any(map(_is_state, others))
    lines = (line.strip() for text in others for line in text.split("\n"))
    dated = not row.cells.get("due") and any(map(DAY_RE.fullmatch, lines))
    untold = UNKNOWN not in row.reasons and any(not cell.heading for cell in row.other_cells)
    return stated or dated or untold


def _is_no_name(text: str) -> bool:
    """Whether a lead is a figure, a date or a state, "2027", "Complete", or ends in a sentence.

    None of 40,966 names of made and real plans does: "Vale The old bridge is shut."
    """
    said = text.strip()
    if not said or NOT_SAID_RE.fullmatch(said):
        return False
    no_name = ends_as_sentence(said) or is_number(said) or is_status(said)
    return no_name or DAY_RE.fullmatch(said) is not None


def _is_no_date(text: str) -> bool:
    """Whether a due cell says nothing of time: "First report", "Head of Nursing"."""
    said = text.translate(LOOKALIKES).strip()
    if not said or NOT_SAID_RE.fullmatch(said):
        return False
    return DATE_WORD_RE.search(said) is None and TIME_RE.search(said) is None


def _says_several(text: str) -> bool:
    """Whether a status is two, one after the other, or all that a form lets one choose from."""
    words = text.split()
    if is_status(text) or len(words) > MAX_STATE_WORDS:
        return False
    parts = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    two = any(_is_state(one) and _is_state(other) for one, other in parts)
    return two or len({word.casefold() for word in CHOICE_RE.findall(text)}) > MAX_CHOICES


def _is_state(text: str) -> bool:
    """Whether a text says how far it is in words, neither by a colour nor by yes or no.

    "Green On track" says one state in two ways; "N/A" says none.
    """
    return is_status(text) and not (is_colour(text) or is_tick(text) or NOT_SAID_RE.fullmatch(text))
