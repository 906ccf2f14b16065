"""Which paragraphs go on with what stands above them in a card: a value, a list, a title.

Knows paragraphs and labelled lines; knows nothing of the cards around them.
"""

import re

from extractors.blocks import Paragraph
from extractors.columns.claims import SINGLE
from extractors.columns.contents import MAX_LEAD_WORDS, opens_promise
from extractors.layouts.labels.cards import Card, Line, is_vague, number_in
from extractors.layouts.labels.form_refs import bare_ref
from extractors.layouts.labels.prose_labels import field_of
from extractors.rows import WHO

FEW_WORDS = 5  # words; a lead or date that ends with a full stop has no more
MIN_ITEMS = 2  # of a value before the next bullet is one: one may be the title of the next card
FILE_RE = re.compile(r"\b(?:pdf|docx?|xlsx?|odt|ods|download)\b", re.IGNORECASE)
MUCH_LARGER = 1.5  # times the size of a value; figures of fact panels beside cards are 2.7 times it
SAID_SHORTLY = frozenset({"ref", "lead", "support", "start", "due", "status", "rating", "rag"})


def may_follow(line: Line, paragraph: Paragraph) -> bool:
    """Whether a paragraph may be the value of a label alone, or go on with one that has begun.

    It is no text behind a list, nor the name of a file: "Action plan (PDF, 1.2 MB)", but "Publish
    the map as a PDF" is; "£412", set much larger than the value, is of a panel. Who and when are
    said in few words; a sentence behind them is about the plan.
    """
    if FILE_RE.search(paragraph.text) and not opens_promise(paragraph.text):
        return False
    if not line.value:
        return True
    if bare_ref(paragraph.text) is not None:
        return False  # "Action 1.2" counts the next card
    last = line.value[-1]
    if paragraph.marker is None and last.marker is not None:
        return False
    if last.size is not None and (paragraph.size or 0.0) >= MUCH_LARGER * last.size:
        return False
    return field_of(line) not in SAID_SHORTLY or not tells(paragraph)


def tells(paragraph: Paragraph) -> bool:
    """Whether a paragraph says more than a few words do."""
    words = len(paragraph.text.split())
    return words > MAX_LEAD_WORDS or (words > FEW_WORDS and paragraph.text.endswith("."))


def is_next_item(line: Line, paragraph: Paragraph) -> bool:
    """Whether a paragraph is the next item of the list that a value is: it has the same bullet."""
    mark = paragraph.marker
    if mark is None or len(line.value) < MIN_ITEMS or any(map(str.isalnum, mark)):
        return False
    return all((one.marker, one.level) == (mark, paragraph.level) for one in line.value)


def counts_on(card: Card, paragraph: Paragraph) -> bool:
    """Whether a paragraph is numbered next after the text of the action: "2." after "1.".

    Below a heading "What we will do", which is the label of the first action alone.
    """
    titles = [one for cell in card.title for one in cell.paragraphs]
    said = [line.value[0] for line in card.lines if line.value and field_of(line) == "activity"]
    return any(_number(one) == (_number(paragraph) or 0) - 1 for one in (*titles, *said))


def _number(paragraph: Paragraph) -> int | None:
    digits = (paragraph.marker or "").strip("().")
    return int(digits) if digits.isdecimal() else None


def is_said(card: Card, line: Line) -> bool:
    """Whether the card has said this label already, so that the next card begins."""
    return any(_key(known) == _key(line) for known in card.lines)


def _key(line: Line) -> str:
    """What tells labels apart: a field that is said once, else the label itself.

    "Outcome" and "Performance measures" of one card may both be measures, and "Lead officer" and
    "Accountable director" both lead.
    """
    name = field_of(line)
    once = name in SINGLE - WHO and not (name == "activity" and is_vague(line))
    return name if once else line.label.casefold()


def counts_card(line: Line) -> bool:
    """Whether a label counts the card whose action it says: "Commitment 3. Open a refuge"."""
    return field_of(line) == "activity" and bool(line.value) and number_in(line.label) is not None
