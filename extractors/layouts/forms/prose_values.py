"""Which paragraphs go on with what stands above them in a card: a value, a list, a title.

Knows paragraphs and labelled lines; knows nothing of the cards around them.
"""

import re
from collections.abc import Sequence

from extractors.blocks import Paragraph
from extractors.columns.claims import SINGLE
from extractors.columns.contents import MAX_LEAD_WORDS, opens_promise
from extractors.columns.refs import number_in
from extractors.layouts.labels.cards import Card, Line, is_vague
from extractors.layouts.labels.form_refs import bare_ref
from extractors.layouts.labels.prose_labels import field_of
from extractors.rows import WHO

FEW_WORDS = 5  # words; a lead or date that ends with a full stop has no more
MIN_ITEMS = 2  # of a value before the next bullet is one: one may be the title of the next card
FILE_RE = re.compile(r"\b(?:pdf|docx?|xlsx?|odt|ods|download)\b", re.IGNORECASE)
MUCH_LARGER = 1.5  # times the size of a value; figures of fact panels beside cards are 2.7 times it
PAGE_RE = re.compile(  # a line about the page, not the action: "Next review due: 1 May 2027"
    r"(?:(?:this\s+)?page\s+(?:last\s+)?(?:was\s+)?|last\s+|next\s+)"
    r"(?:updated|modified|published|reviewed|review\s+due)\b",
    re.IGNORECASE,
)
VOICE_RE = re.compile(  # the words of a person, and who it is: "It changed my life." Parent, Vale
    r"[\u201c\"][^\u201c\u201d\"]+[\u201d\"](?:\s*[\u2010-\u2015-]?\s*(?P<who>[A-Z][^.:;]{2,60}))?"
)
VOICE_WORDS = 6  # words at least; fewer in quotation marks are the name of something
SPEAKER_WORDS = 6  # words at most of a line below that says whose they are: "Volunteer, Ellerdale"
SAID_SHORTLY = frozenset({"ref", "lead", "support", "start", "due", "status", "rating", "rag"})


def is_aside(paragraphs: Sequence[Paragraph], place: int) -> bool:
    """Whether a line is about the page, or what a person says of the plan in a box among cards.

    A line below says who it was: "Parent, Vale".
    """
    paragraph = paragraphs[place]
    if PAGE_RE.match(paragraph.text) or is_voice(paragraph):
        return True
    words = paragraph.text.split()
    below = place > 0 and is_voice(paragraphs[place - 1]) and "," in paragraph.text
    plain = not (paragraph.marker or paragraph.bold or ":" in paragraph.text)
    return below and plain and len(words) <= SPEAKER_WORDS and not opens_promise(paragraph.text)


def is_voice(paragraph: Paragraph) -> bool:
    """Whether a paragraph is nothing but the words of a person, in quotation marks.

    An item of a list is a measure ("I feel safe at home"), and "We will answer" promises.
    """
    whole = VOICE_RE.fullmatch(paragraph.text)
    said = whole is not None and len(paragraph.text.split()) >= VOICE_WORDS
    return said and paragraph.marker is None and not opens_promise(paragraph.text[1:])


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
