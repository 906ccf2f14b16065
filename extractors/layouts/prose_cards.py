"""Actions printed without a table: a title and, under it, lines such as "Lead: Public Health".

The labels may begin the lines, stand behind the title in one line with it, or stand alone above
their values. Knows paragraphs and headings; nothing of formats. A run of prose is no action unless
its lines say who or when under labels that ``headings.csv`` knows.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from extractors.blocks import Cell, Paragraph
from extractors.claims import NOT_FIELDS
from extractors.contents import MAX_LEAD_WORDS, is_promise
from extractors.grid import text_of
from extractors.judging.classify import COMPANIONS, PROMISE, WHEN, WHO
from extractors.layouts.cards import MAX_LABEL_WORDS, Card, Line
from extractors.layouts.forms import bare_ref
from extractors.layouts.prose_labels import (
    BARS,
    Labelled,
    bare_line,
    cell_of,
    field_of,
    fields_of,
    known_label,
    lone_label,
    read_labels,
)
from extractors.refs import split_title

FEW_WORDS = 5  # words; a lead or date that ends with a full stop has no more
MIN_LABELS = 2  # labelled lines under one title; a single "Lead: ..." stands in much prose
MIN_ITEMS = 2  # of a value before the next bullet is one: one may be the title of the next card
FILE_RE = re.compile(r"\b(?:pdf|docx?|xlsx?|odt|ods|download)\b", re.IGNORECASE)
SAID_SHORTLY = frozenset({"ref", "lead", "support", "start", "due", "status", "rating", "rag"})


def cards_in(
    paragraphs: Sequence[Paragraph], labels: Collection[int] = (), *, titled: bool = False
) -> list[Card]:
    """The cards among the paragraphs that stand between two headings or tables.

    Args:
        paragraphs: In reading order.
        labels: Places among them of the headings that are labels: "By when" above "May 2026".
        titled: The heading above them counts an action: "Action 2.1".
    """
    run = _Run(paragraphs, frozenset((*labels, *_plain_labels(paragraphs))))
    for place, paragraph in enumerate(paragraphs):
        run.read(place, paragraph)
    for card in filter(_opens_section, run.cards):
        card.title = []
    likely = [card for card in run.cards if _is_card(card)]
    behind = set(map(id, run.behind))
    sure = titled or len(likely) > 1
    return [card for card in likely if sure or id(card) in behind or _is_named(card)]


def _plain_labels(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Places of lines that are a known label and nothing else, though nothing marks them.

    None where they do not name both who and when; one that follows another is its value, as
    "Complete" below "Status".
    """
    known = {
        place: meaning.line.field
        for place, paragraph in enumerate(paragraphs)
        if paragraph.marker is None
        and len(paragraph.text.split()) <= MAX_LABEL_WORDS
        and bare_ref(paragraph.text) is None  # "Action 1.2" counts the line below it
        and (meaning := known_label(paragraph.text)) is not None
    }
    labels: list[int] = []
    for place in known:
        if not labels or labels[-1] != place - 1:
            labels.append(place)
    fields = {known[place] for place in labels}
    return labels if fields & WHO and fields & WHEN else []


def says_who_and_when(card: Card) -> bool:
    """Whether a card says both, as little else does: who leads it, and by when."""
    fields = fields_of([line for line in card.lines if line.value])
    return bool(fields & WHO and fields & WHEN) and "against" not in fields


def title_promises(card: Card) -> bool:
    """A title that promises something or carries a reference; other prose is no action."""
    number = split_title(card.title)
    return number.ref is not None or is_promise(number.text)


@dataclass(slots=True)
class _Run:
    """Paragraphs while they are read as cards.

    ``before`` is the last paragraph without a label, the title of a card if a label follows;
    ``behind`` are the cards whose labels stand behind their title in one line; ``alone`` says that
    the last label stands above its value, not before it.
    """

    paragraphs: Sequence[Paragraph]
    labels: frozenset[int]
    cards: list[Card] = field(default_factory=list)
    before: Paragraph | None = None
    behind: list[Card] = field(default_factory=list)
    alone: bool = False

    def read(self, place: int, paragraph: Paragraph) -> None:
        """Take the next paragraph."""
        said = self._said(place)
        if said.lines:
            self._add(paragraph, said)
            self.alone = not said.lines[-1].value
        elif self._goes_on(place, paragraph):
            self._extend(paragraph)
        else:
            self.before = _counted(paragraph, self.before)

    def _said(self, place: int) -> Labelled:
        paragraph = self.paragraphs[place]
        if place in self.labels:
            return Labelled("", (bare_line(paragraph, known_label(paragraph.text)),))
        lone = lone_label(self._unlisted(place)) or self._unknown_label(place)
        if lone is not None:
            return Labelled("", (lone,))
        if self._awaits_value and ":" not in paragraph.text:
            return Labelled(paragraph.text, ())  # below "Owner": "Strategic Lead – Early Help"
        return read_labels(paragraph)

    def _unlisted(self, place: int) -> Paragraph:
        """A paragraph without its bullet where the list below it may be the value of a label."""
        paragraph, after = self.paragraphs[place], self.paragraphs[place + 1 : place + 2]
        deeper = any(one.level > paragraph.level for one in after)
        return replace(paragraph, marker=None) if deeper else paragraph

    @property
    def _awaits_value(self) -> bool:
        """Whether the paragraph before was a label that stands above its value."""
        return self.alone and self.before is None and not self.cards[-1].lines[-1].value

    def _unknown_label(self, place: int) -> Line | None:
        """A bold line among labels that stand alone is one of them, though it is not known."""
        paragraph = self.paragraphs[place]
        short = len(paragraph.text.split()) <= MAX_LABEL_WORDS and paragraph.marker is None
        if not (self.alone and paragraph.bold and short) or self._begins_next(place):
            return None
        return bare_line(paragraph, None)

    def _add(self, paragraph: Paragraph, said: Labelled) -> None:
        if said.title:
            self.cards.append(Card(_title(replace(paragraph, text=said.title))))
            self.behind.append(self.cards[-1])
        elif self.before and self.alone and not _is_said(self.cards[-1], said.lines[0]):
            if _may_follow(self.cards[-1].lines[-1], self.before):
                self._extend(self.before)  # a second paragraph between two labels that stand alone
        elif not self.cards or self.before is not None or _is_said(self.cards[-1], said.lines[0]):
            self.cards.append(Card(_title(self.before)))
        self.cards[-1].lines.extend(said.lines)
        self.before = None

    def _goes_on(self, place: int, paragraph: Paragraph) -> bool:
        """Whether a paragraph without a label belongs to the label above it."""
        if not self.cards or self.before is not None:
            return False
        if self.alone:
            last = self.cards[-1].lines[-1]
            goes_on = _may_follow(last, paragraph)
            listed = _is_next_item(last, paragraph)
            return goes_on and (listed or not (last.value and self._begins_next(place)))
        listed = paragraph.marker is not None and not self._begins_next(place)
        return listed or self._is_rest(place, paragraph)

    def _is_rest(self, place: int, paragraph: Paragraph) -> bool:
        """Whether a few words are the end of the value above, as a label not yet said follows."""
        few = len(paragraph.text.split()) <= FEW_WORDS and not is_promise(paragraph.text)
        if not few or paragraph.bold or paragraph.marker is not None:
            return False
        after = self._said(place + 1) if place + 1 < len(self.paragraphs) else Labelled("", ())
        begun = [line for line in after.lines if _is_said(self.cards[-1], line)]
        return bool(after.lines) and not after.title and not begun

    def _begins_next(self, place: int) -> bool:
        """Whether a paragraph is the title of the next card and no value of the line above it.

        It stands above the labelled lines in the list, or a label that is said already follows it.
        """
        card, paragraph = self.cards[-1], self.paragraphs[place]
        above = card.lines[-1].cells[0].paragraphs[0]
        if above.marker is not None and paragraph.level < above.level:
            return True
        if place + 1 == len(self.paragraphs):
            return False
        if paragraph.marker is not None and self.paragraphs[place + 1].level < paragraph.level:
            return False  # the last item of a list below the line above
        following = self._said(place + 1)
        return bool(following.lines) and _is_said(card, following.lines[0])

    def _extend(self, paragraph: Paragraph) -> None:
        last = self.cards[-1].lines[-1]
        cells = (*last.cells, cell_of(paragraph))
        line = Line(last.label, last.meaning, (*last.value, paragraph), cells)
        self.cards[-1].lines[-1] = line


def _counted(paragraph: Paragraph, before: Paragraph | None) -> Paragraph:
    """A paragraph with the reference that the line above it is: "1.2" above "Train staff"."""
    ref = bare_ref(before.text) if before is not None and paragraph.marker is None else None
    return paragraph if ref is None else replace(paragraph, marker=ref)


def _may_follow(line: Line, paragraph: Paragraph) -> bool:
    """Whether a paragraph may be the value of a label alone, or go on with one that has begun.

    It is no text behind a list, nor the name of a file ("Action plan (PDF, 1.2 MB)"). Who and when
    are said in few words; a sentence behind them is about the plan.
    """
    if FILE_RE.search(paragraph.text) is not None:
        return False
    if not line.value:
        return True
    if bare_ref(paragraph.text) is not None:
        return False  # "Action 1.2" counts the next card
    if paragraph.marker is None and line.value[-1].marker is not None:
        return False
    words = len(paragraph.text.split())
    sentence = words > MAX_LEAD_WORDS or (words > FEW_WORDS and paragraph.text.endswith("."))
    return field_of(line) not in SAID_SHORTLY or not sentence


def _is_next_item(line: Line, paragraph: Paragraph) -> bool:
    """Whether a paragraph is the next item of the list that a value is: it has the same bullet."""
    mark = paragraph.marker
    if mark is None or len(line.value) < MIN_ITEMS or any(map(str.isalnum, mark)):
        return False
    return all((one.marker, one.level) == (mark, paragraph.level) for one in line.value)


def _is_said(card: Card, line: Line) -> bool:
    """Whether the card has said this label already, so that the next card begins."""
    return any(_key(known) == _key(line) for known in card.lines)


def _key(line: Line) -> str:
    """What tells labels apart: their field, or the label itself where it names none."""
    name = field_of(line)
    return line.label.casefold() if name in NOT_FIELDS else name


def _title(before: Paragraph | None) -> list[Cell]:
    """The paragraph above a card's first line, without its bullet, as the card's title."""
    if before is None:
        return []
    marker = before.marker or ""
    bullet = marker == "o" or not any(map(str.isalnum, marker))
    text = before.text.rstrip(BARS)
    return [cell_of(replace(before, text=text, marker=None if bullet else before.marker))]


def _opens_section(card: Card) -> bool:
    """Whether a sentence above a card that says its action itself opens the section, and no card.

    ``"Too many homes are cold."`` above ``"Ref: 1.1"`` and ``"Action: Insulate lofts"``.
    """
    sentence = any(text_of(cell).endswith(".") for cell in card.title)
    return sentence and "activity" in fields_of(card.lines)


def _is_card(card: Card) -> bool:
    fields = fields_of([line for line in card.lines if line.value])
    if len(fields & COMPANIONS) < MIN_LABELS or not fields & PROMISE or "against" in fields:
        return False
    return _is_named(card) or says_who_and_when(card)


def _is_named(card: Card) -> bool:
    """Whether a card says its action, in a line with its labels or in a title that promises it.

    Any other line may be its title only beside other cards.
    """
    return not card.title or "activity" in fields_of(card.lines) or title_promises(card)
