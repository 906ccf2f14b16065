"""A run of paragraphs while it is read as cards: which begins one, and which goes on with a value.

Knows paragraphs and the labels in them; what makes a card an action is judged elsewhere.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extractors.blocks import Paragraph
from extractors.columns.contents import is_colour, is_promise, is_ref, is_status
from extractors.layouts.forms.prose_titles import counted, explains, names, title_of
from extractors.layouts.forms.prose_values import (
    FEW_WORDS,
    counts_card,
    counts_on,
    is_aside,
    is_next_item,
    is_said,
    may_follow,
    tells,
)
from extractors.layouts.labels.cards import MAX_LABEL_WORDS, Card, Line
from extractors.layouts.labels.form_refs import split_badge
from extractors.layouts.labels.prose_labels import (
    Labelled,
    Labels,
    bare_line,
    cell_of,
    field_of,
    fields_of,
    known_label,
    lone_label,
    read_labels,
)
from extractors.rows import WHEN

MAX_REST = 3  # paragraphs of a value behind its first; more are prose
STATUS = "Status"  # the label that a word alone lacks
BADGE_LETTERS = 4  # letters at least: "Done", but not "R", "Y" or "No"
ONGOING_RE = re.compile(r"on-?\s?going", re.IGNORECASE)  # below "Annually" it says when


@dataclass(slots=True)
class Run:
    """Paragraphs while they are read as cards.

    ``before`` is the last paragraph without a label, the title of a card if a label follows;
    ``name`` is the bold line right above it that names what it promises;
    ``behind`` are the cards whose labels stand behind their title in one line; ``alone`` says that
    the last label stands above its value, not before it. ``badge`` is a word alone that says how
    far the action is whose labels are still to come; ``badges_lead`` says that one has stood there,
    and ``badges`` are those of the cards, by id. ``followed`` says that another card comes next.
    """

    paragraphs: Sequence[Paragraph]
    labels: frozenset[int]
    learned: Labels
    followed: bool = False
    cards: list[Card] = field(default_factory=list)
    before: Paragraph | None = None
    name: Paragraph | None = None
    behind: list[Card] = field(default_factory=list)
    alone: bool = False
    badge: Paragraph | None = None
    badges_lead: bool = False
    badges: dict[int, list[Line]] = field(default_factory=dict)

    def read(self, place: int, paragraph: Paragraph) -> None:
        """Take the next paragraph; one about the page, or a person's words, is of no card."""
        if is_aside(self.paragraphs, place) and not self._awaits_value:
            return
        headed = split_badge(paragraph.text)
        if headed is not None:
            ref, badge = (replace(paragraph, text=text) for text in headed)
            self.before, self.badge = ref, badge
            return
        said = self._said(place)
        if len(said.lines) == 1 and counts_card(*said.lines):
            self._count(paragraph)
        elif said.lines:
            self._add(paragraph, said)
            self.alone = not said.lines[-1].value
        elif self._is_badge(paragraph):
            self._take_badge(paragraph)
        elif self._heads_all(place):
            self._count(paragraph)
        elif self._goes_on(place, paragraph):
            self._extend(paragraph)
        elif not explains(paragraph, self.before):
            self.name = self.before if names(self.before, paragraph) else None
            self.before = paragraph if self.name else counted(paragraph, self.before)

    def _count(self, title: Paragraph) -> None:
        """Take the counted title of the next card; "Our actions" right above it heads them all."""
        if self.cards and self._awaits_value and len(self.cards[-1].lines) == 1:
            self.cards.pop()
        self.before, self.name, self.alone = replace(title, bold=True), None, False

    def _heads_all(self, place: int) -> bool:
        """Whether the label above an item of a list, "We will:", is of all such items.

        Each is the action of a card of its own: the same label, ``"Lead: Vale Police"``, follows
        another with its bullet, before the label above them comes again.
        """
        item = self.paragraphs[place]
        opens = item.marker is not None and self._awaits_value and len(self.cards[-1].lines) == 1
        below = self._said_at(place + 1) if opens else None
        if below is None:
            return False
        for at in range(place + 1, len(self.paragraphs)):
            line, other = self._said_at(at), self.paragraphs[at]
            if line is not None and is_said(self.cards[-1], line):
                return False
            beside = (other.marker, other.level) == (item.marker, item.level)
            after = self._said_at(at + 1) if beside else None
            if after is not None and is_said(Card(lines=[below]), after):
                return True
        return False

    def _said_at(self, place: int) -> Line | None:
        """The first line that a paragraph says; None where it says none, or is behind the last."""
        lines = self._said(place).lines if place < len(self.paragraphs) else ()
        return next(iter(lines), None)

    def _said(self, place: int) -> Labelled:
        paragraph = self.paragraphs[place]
        if place in self.labels:
            return Labelled("", (bare_line(paragraph, known_label(paragraph.text)),))
        lone = lone_label(self._unlisted(place), self.learned) or self._unknown_label(place)
        lone = lone or self._over_list(place)
        if lone is not None:
            return Labelled("", (lone,))
        said = {":", "?"}.intersection(paragraph.text) or paragraph.lead_in is not None
        if self._awaits_value and not said:
            return Labelled(paragraph.text, ())  # below "Owner": "Strategic Lead – Early Help"
        return read_labels(paragraph, self.learned)

    def _over_list(self, place: int) -> Line | None:
        """A known label that nothing marks, above a list below the labels of a card."""
        paragraph, after = self.paragraphs[place], self.paragraphs[place + 1 : place + 2]
        lists = any(one.marker is not None for one in after) and paragraph.marker is None
        value = ":" in paragraph.text or any(map(str.isdigit, paragraph.text))
        if value or not (lists and self.cards and self.before is None):
            return None
        meaning = known_label(paragraph.text)
        return bare_line(paragraph, meaning) if meaning is not None else None

    def _unlisted(self, place: int) -> Paragraph:
        """A paragraph without its bullet where what is below it may be the value of a label."""
        paragraph, after = self.paragraphs[place], self.paragraphs[place + 1 : place + 2]
        plain = paragraph.bold and any(not one.bold and one.marker is None for one in after)
        deeper = plain or any(one.level > paragraph.level for one in after)
        return replace(paragraph, marker=None) if deeper else paragraph

    @property
    def _awaits_value(self) -> bool:
        """Whether the paragraph before was a label that stands above its value."""
        return self.alone and self.before is None and not self.cards[-1].lines[-1].value

    def _unknown_label(self, place: int) -> Line | None:
        """A bold line among labels that stand alone is one of them, though it is not known."""
        paragraph = self.paragraphs[place]
        short = len(paragraph.text.split()) <= MAX_LABEL_WORDS and paragraph.marker is None
        titles = self.before is not None or is_ref(paragraph.text)  # "1.2" above the next title
        if not (self.alone and paragraph.bold and short) or titles or self._begins_next(place):
            return None
        return bare_line(paragraph, None)

    def _add(self, paragraph: Paragraph, said: Labelled) -> None:
        if said.title:
            self._begin(replace(paragraph, text=said.title), self.before)
            self.behind.append(self.cards[-1])
        elif (
            not self.cards
            or counts_card(said.lines[0])
            or is_said(self.cards[-1], said.lines[0])
            or (self.before is not None and not self.alone)  # no title between labels that are
        ):
            self._begin(self.before, self.name)
        self.cards[-1].lines.extend(said.lines)
        self.before = None

    def _begin(self, title: Paragraph | None, name: Paragraph | None) -> None:
        """Begin the next card, below its name; the badge above its labels is its own."""
        named = title is not None and names(name, title)
        self.cards.append(Card([*title_of(name if named else None), *title_of(title)]))
        self.name = None
        if self.badge is not None:
            self.badges[id(self.cards[-1])] = [_status_line(self.badge)]
            self.badge, self.badges_lead = None, True

    def _is_badge(self, paragraph: Paragraph) -> bool:
        """Whether a line is one word for how far an action is, and no value of the label above."""
        if paragraph.marker is not None or len(paragraph.text) < BADGE_LETTERS:
            return False
        if not is_status(paragraph.text) or is_colour(paragraph.text) or self._awaits_value:
            return False
        last = self.cards[-1].lines[-1] if self.cards and self.before is None else None
        return (
            last is None or field_of(last) not in WHEN or not ONGOING_RE.fullmatch(paragraph.text)
        )

    def _take_badge(self, paragraph: Paragraph) -> None:
        """Give a badge to the card that it follows, or keep it for the one that it precedes.

        Where one has stood before the labels of its card, all do.
        """
        if not self.cards or self.before is not None or self.badges_lead:
            self.badge = paragraph
        else:
            self.badges[id(self.cards[-1])] = [_status_line(paragraph)]

    def _goes_on(self, place: int, paragraph: Paragraph) -> bool:
        """Whether a paragraph without a label belongs to the label above it."""
        if not self.cards or self.before is not None:
            return False
        value = self.cards[-1].lines[-1].value
        if paragraph.bold and value and not any(one.bold for one in value):
            return False  # a title stands out, and may be counted as items are
        if self.alone:
            last = self.cards[-1].lines[-1]
            listed = is_next_item(last, paragraph) or not last.value
            return may_follow(last, paragraph) and (listed or not self._begins_next(place))
        noted = paragraph.marker in ("*", "†") and place + 1 == len(self.paragraphs)
        listed = paragraph.marker is not None and not noted and not self._begins_next(place)
        return listed or self._is_rest(place, paragraph) or self._is_measure(place, paragraph)

    def _is_measure(self, place: int, paragraph: Paragraph) -> bool:
        """Whether a line is one more of the measures above it, which stand in a line each.

        None of them is a sentence, and no label of the next card follows. Below the last card may
        stand anything, "For more information contact the team": none has as many, or one as long.
        """
        after = range(place + 1, len(self.paragraphs))
        last = self.cards[-1].lines[-1]
        lines = (*last.value, paragraph) if field_of(last) == "measures" and last.value else ()
        plain = all(not (one.marker or one.bold or one.text.endswith((".", ":"))) for one in lines)
        if not (lines and plain) or self._begins_next(place):
            return False
        cards = [line for card in self.cards[:-1] for line in card.lines]
        said = [line.value for line in cards if field_of(line) == "measures"]
        words = max((len(one.text.split()) for value in said for one in value), default=0)
        short = len(paragraph.text.split()) <= max(words, FEW_WORDS)
        as_others = short and len(lines) <= max(map(len, said), default=0)
        return self.followed or as_others or any(self._said(at).lines for at in after)

    def _is_rest(self, place: int, paragraph: Paragraph) -> bool:
        """Whether a paragraph ends the value above, as a label not yet said follows.

        It is a few words, or no title of a card is set as it is.
        """
        card = self.cards[-1]
        few = len(paragraph.text.split()) <= FEW_WORDS and not is_promise(paragraph.text)
        unlike = all(cell.bold for cell in card.title) or self._says_itself(card)
        after = self.paragraphs[place : place + MAX_REST + 1] if few or unlike else ()
        for at, below in enumerate(after, place):
            said = self._said(at)
            if said.lines:
                return not said.title and not any(is_said(card, line) for line in said.lines)
            if below.bold or below.marker is not None:
                return False
        return False

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
        is_value = paragraph.marker is not None or not tells(paragraph)
        if is_value and self._says_itself(card) and not counts_on(card, paragraph):
            return False
        following = self._said(place + 1)
        return bool(following.lines) and is_said(card, following.lines[0])

    def _says_itself(self, card: Card) -> bool:
        """Whether a label of the cards says the action, and no title begins them."""
        titles = [paragraph for cell in self.cards[0].title for paragraph in cell.paragraphs]
        return all(map(tells, titles)) and "activity" in fields_of(card.lines)

    def _extend(self, paragraph: Paragraph) -> None:
        last = self.cards[-1].lines[-1]
        cells = (*last.cells, cell_of(paragraph))
        line = Line(last.label, last.meaning, (*last.value, paragraph), cells)
        self.cards[-1].lines[-1] = line


def _status_line(badge: Paragraph) -> Line:
    """A word that says how far an action is, as the value of the label that it lacks."""
    return Line(STATUS, known_label(STATUS), (badge,), (cell_of(badge),))
