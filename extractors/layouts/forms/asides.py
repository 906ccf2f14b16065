"""What stands in bold above the text of an action and names no part of it: who, when or how far.

"Public Health", "By May 2027" or "High priority" above "Recruit a nurse for each school.". Knows
cards and the words of such lines; knows nothing of formats.
"""

import re
from collections.abc import Sequence

from extractors.blocks import Cell
from extractors.columns.bodies import is_body
from extractors.columns.contents import (
    DATE_WORD_RE,
    is_date,
    is_level,
    is_status,
    opens_promise,
)
from extractors.grid import filled_paragraphs, text_of
from extractors.layouts.labels.cards import Card, Line
from extractors.layouts.labels.prose_labels import field_of, fields_of, known_label
from extractors.months import EACH
from extractors.rows import COMPANIONS, STATES, WHEN, WHO, Field

LABELS: dict[Field, str] = {
    "lead": "Lead",
    "due": "By when",
    "status": "Status",
    "rating": "Urgency",
}
ALIKE: dict[Field, frozenset[Field]] = {"lead": WHO, "due": WHEN, "status": STATES}
MIN_BODIES = 2  # above cards: "Youth Council" above one may name what is set up
MIN_SAID = 2  # fields of a card below a date of its own: a walk has a day and a leader as well
BESIDE = "Alignment"  # a label of no field: what stands behind it is kept beside the action
TITLE = "Title"
DATE_RE = re.compile(rf"(?:{DATE_WORD_RE.pattern})(?:ly)?", re.IGNORECASE)
BESIDE_DATE_RE = re.compile(
    r"\b(?:by|from|until|before|in|the|end|start|early|mid|late|of|to|and|term"
    rf"|{EACH}|\d{{1,2}}(?:st|nd|rd|th)?)\b",
    re.IGNORECASE,
)


def says_aside(text: str, *, leads: bool = False) -> Field | None:
    """What a line above an action's text says of it; None where it may name the action.

    "due" of "By May 2027", but None of "Ready for winter"; "lead" of "Public Health", and of any
    name where others like it are known to be of who ``leads``.
    """
    if is_day(text):
        return "due"
    if is_status(text):
        return "status"
    if is_level(text):
        return "rating"
    return "lead" if leads or (is_body(text) and not opens_promise(text)) else None


def is_day(text: str) -> bool:
    """Whether a text says when and nothing else: "By May 2027", but not "May Brown"."""
    rest = BESIDE_DATE_RE.sub("", DATE_RE.sub("", text))
    return DATE_RE.search(text) is not None and re.search(r"\w", rest) is None


def take_aside(name: Sequence[Cell], card: Card, *, leads: bool = False) -> list[Cell]:
    """The name of a card, or [] where it says who, when or how far, which becomes one of its lines.

    Where the card says who itself the name of a body may name its action: "Youth council"; and
    where it has no date, or labels of no plan, what is told of: "Chess club", "Leader: Jo Smith".
    """
    said = fields_of(card.lines)
    about = says_aside(" ".join(map(text_of, name)), leads=leads) if name else None
    one = about == "lead" and not leads  # several alike tell that names are of who leads
    if about is None or one or (about == "lead" and (said & WHO or not _is_planned(card))):
        return list(name)
    own = said.isdisjoint(ALIKE.get(about, frozenset({about})))
    own = own and (about != "due" or len(said & COMPANIONS) >= MIN_SAID)
    label, asks = (LABELS[about], LABELS[about]) if own else (TITLE, BESIDE)
    value = tuple(filled_paragraphs(name))
    card.lines = [*card.lines, Line(label, known_label(asks), value, tuple(name))]
    return []


def _is_planned(card: Card) -> bool:
    """Whether all labels of a card are known, and one of them says by a date when."""
    dated = any(is_date(line.text) for line in card.lines if field_of(line) in WHEN)
    return dated and all(line.meaning is not None for line in card.lines)


def are_leads(names: Sequence[str]) -> bool:
    """Whether most names above cards are of bodies, which lead: "Public Health", "Age UK"."""
    bodies = sum(says_aside(name) == "lead" for name in names)
    return bodies >= MIN_BODIES and bodies > len(names) / 2


def take_asides(cards: Sequence[Card]) -> None:
    """Take from the titles of cards what names none of them; their texts follow in each."""
    named = [card for card in cards if len(card.title) > 1]
    told = any(fields_of(card.lines) & WHO for card in cards)
    leads = not told and are_leads([text_of(card.title[0]) for card in named])
    for card in named:
        card.title = [*take_aside(card.title[:1], card, leads=leads), *card.title[1:]]
