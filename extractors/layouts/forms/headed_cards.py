"""Cards that headings make: "1.2 Train staff" over "Who will lead" and "By when".

Two things are told of the headings of a document: which are labels, whose values stand below them,
and which title a card. Knows blocks and headings; knows nothing of formats.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extractors.blocks import Block, Cell, Heading, Paragraph, Table
from extractors.columns.contents import is_date, opens_promise
from extractors.columns.headings import fold_heading
from extractors.columns.refs import split_title
from extractors.grid import filled_paragraphs
from extractors.layouts.forms.prose_cards import MIN_LABELS
from extractors.layouts.forms.titles import says_action
from extractors.layouts.labels.cards import MAX_LABEL_WORDS, label_of
from extractors.layouts.labels.form_refs import bare_ref, own_ref
from extractors.layouts.labels.prose_labels import (
    NONE,
    Labels,
    field_of,
    known_label,
    names_who_and_when,
    read_labels,
)
from extractors.outline import section_from
from extractors.rows import COMPANIONS, WHO_AND_WHEN

MIN_CARDS = 2  # cards under headings of one level; a single one may be a page about a project
EXPLAINED = 0.5  # share of the texts below titles that begin no promise; actions' texts do
SAID = 0.7  # share of the titles of cards below which a text promises; verbs that are nouns do not
OTHERS = 0.3  # share of the titles that may seem to promise: "Support while waiting"
AGAIN = 2  # times that a heading is printed beside labels before it is a label as well


@dataclass(frozen=True, slots=True)
class HeadedCards:
    """Places among a document's blocks of headings that are part of cards.

    Attributes:
        labels: Headings that are labels, known or not: "By when", "Why this matters".
        titles: Headings that title a card which says who and when.
        over: Headings over one such card, set like others that stand over several.
        lines: Bold lines right above tables with the same labels, of which most promise something.
        promise: Most titles promise something.
        say_actions: All do, and the texts below them, which explain these, mostly do not.
        below_say: The other way round: "Volunteers" over "Recruit twenty more of them.".
    """

    labels: frozenset[int] = frozenset()
    titles: frozenset[int] = frozenset()
    over: frozenset[int] = frozenset()
    lines: frozenset[int] = frozenset()
    promise: bool = False
    say_actions: bool = False
    below_say: bool = False


@dataclass(slots=True)
class _Headed:
    """A heading that is no label, with what is said under it.

    ``labels`` are the places of the label headings below it, ``level`` is that of the first of
    them, ``fields`` what all labels name, ``unknown`` that the document alone
    tells one of them, ``said`` how often labels of who and when are printed, ``text`` the first
    paragraph where it stands above all labels, ``closed`` that a bold line has begun the next card
    below the labels of its own, which stand right below it.
    """

    place: int
    heading: Heading | None
    labels: list[int] = field(default_factory=list)
    level: int | None = None
    fields: set[str] = field(default_factory=set)
    unknown: bool = False
    tables: bool = False
    said: Counter[str] = field(default_factory=Counter)
    text: str = ""
    closed: bool = False

    def take(self, label: Heading, place: int) -> None:
        """Take a heading that is a label."""
        self.labels.append(place)
        self.level = label.level if self.level is None else self.level
        meaning = known_label(label.text)
        self.tell(label.text, meaning.line.field if meaning is not None else "")

    def tell(self, label: str, name: str) -> None:
        """Take a label and the field that it names; "" for one that the document alone tells."""
        if self.closed:
            return
        self.fields.update([name] if name else [])
        self.said.update([label.casefold()] if name in WHO_AND_WHEN else [])

    def ends_at(self, label: Heading, *, again: bool) -> bool:
        """Whether a heading with the words of a label stands too high to be one of this card.

        "Contents" above the labels of cards begins a chapter, and so does "Next steps" set as the
        title is, below labels in lines of their own, if it is not printed ``again``.
        """
        level = self.heading.level if self.heading is not None else 0
        told = not self.labels and bool(self.fields & WHO_AND_WHEN)
        above_title = label.level < level or (label.level == level and told and not again)
        titled = self.heading is not None and label.level > level  # of a column beside the labels
        return above_title or (self.level is not None and label.level < self.level and not titled)

    @property
    def is_over_several(self) -> bool:
        """A label of who or when comes again below it: it stands over several cards."""
        return any(times > 1 for times in self.said.values())

    @property
    def is_card(self) -> bool:
        """It says who and when of one action, and nothing that no plan says."""
        if self.is_over_several:
            return False
        return names_who_and_when(frozenset(self.fields), unknown=self.unknown)


def headed_cards(blocks: Sequence[Block], learned: Labels = NONE) -> HeadedCards:
    """Tell which headings of a document are labels of cards, and which are their titles.

    ``learned`` are labels that the document tells, folded.
    """
    panels = _panel_headings(blocks, learned)
    runs = list(_runs(blocks, _label_headings(blocks) | panels, learned))
    labels = {
        place
        for run in runs
        if not run.tables and len(run.fields & COMPANIONS) >= MIN_LABELS
        for place in run.labels
        if "against" not in run.fields and run.fields & WHO_AND_WHEN
    }
    labels |= {place for run in runs if run.is_card for place in run.labels if place in panels}
    cards = [run for run in runs if run.is_card and _may_title(run.heading)]
    several = {run.heading.level for run in runs if run.heading and run.is_over_several}
    over = [r for r in cards if r.heading and r.heading.level in several and not _is_own(r.heading)]
    levels = Counter(run.heading.level for run in cards if run.heading)
    titled = [
        run
        for run in cards
        if run.heading and levels[run.heading.level] >= MIN_CARDS and run not in over
    ]
    titles, sections = (frozenset(run.place for run in one) for one in (titled, over))
    heads = [_text(run.heading) for run in titled if run.heading]
    promising = sum(map(opens_promise, heads))
    whole = promising == len(heads) and _are_explained(titled)
    below = not whole and _say_below(titled)
    lines, most = _title_lines(blocks), promising > len(heads) / 2
    return HeadedCards(frozenset(labels), titles, sections, lines, most, whole, below)


def _title_lines(blocks: Sequence[Block]) -> frozenset[int]:
    """Places of the bold lines right above tables whose labels name the same fields."""
    groups: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, (line, table) in enumerate(pairwise(blocks)):
        if isinstance(line, Paragraph) and line.bold and isinstance(table, Table):
            fields = frozenset(name for _, name in _table_labels(table))
            if "against" not in fields and (said_of := fields & WHO_AND_WHEN):
                groups[said_of, line.size].append(place)
    said = {place: opens_promise(_text(blocks[place])) for one in groups.values() for place in one}
    told = [one for one in groups.values() if len(one) > MIN_CARDS]
    most = (one for one in told if sum(said[place] for place in one) > len(one) / 2)
    return frozenset(place for one in most for place in one)


def _is_own(heading: Heading) -> bool:
    """Whether a heading is of one card whatever its equals are: it counts or says an action."""
    return says_action(heading) or bare_ref(heading.text) is not None


def _are_explained(cards: Sequence[_Headed]) -> bool:
    """Whether the texts below the titles of cards mostly begin as no action does.

    "The old one dates from 2019." below "Review the rota"; below it "We will meet the crews." the
    action may be either.
    """
    texts = [run.text for run in cards if run.text]
    explained = sum(not opens_promise(text) for text in texts)
    return bool(texts) and explained >= EXPLAINED * len(texts)


def _say_below(cards: Sequence[_Headed]) -> bool:
    """Whether the first texts below titles say the actions: these promise, and few titles do."""
    heads = [_text(run.heading) for run in cards if run.heading and run.text]
    said = sum(opens_promise(run.text) for run in cards if run.heading)
    few = sum(map(opens_promise, heads)) < OTHERS * len(heads)
    return few and said >= SAID * len(cards)


def _text(line: Block) -> str:
    """What a heading or a line says behind its reference."""
    if isinstance(line, Table):
        return ""
    return split_title([Cell(0, 0, (Paragraph(line.text, line.marker),))]).text


def _label_headings(blocks: Sequence[Block]) -> frozenset[int]:
    """Headings whose words are a known label, and those printed again and again beside them."""
    headings = {place: block for place, block in enumerate(blocks) if isinstance(block, Heading)}
    sure = {place for place, heading in headings.items() if _is_label(heading)}
    levels = {headings[place].level for place in sure}
    times = Counter(fold_heading(heading.text) for heading in headings.values())
    unknown = {
        place
        for place, heading in headings.items()
        if heading.level in levels
        and times[fold_heading(heading.text)] >= AGAIN
        and _may_title(heading)  # an aim is printed in an overview and again over its chapter
    }
    return frozenset(sure | unknown)


def _panel_headings(blocks: Sequence[Block], learned: Labels) -> frozenset[int]:
    """Headings right above the labels of each card that all say the same: "Key facts"."""
    over = {
        place: fold_heading(block.text)
        for place, (block, below) in enumerate(pairwise(blocks))
        if isinstance(block, Heading) and _may_title(block) and _heads_labels(below, learned)
    }
    return frozenset(over) if len(over) >= AGAIN and len(set(over.values())) == 1 else frozenset()


def _heads_labels(below: Block, learned: Labels) -> bool:
    """Whether a block begins with labels of which one says who or when."""
    if isinstance(below, Heading):
        return False
    if isinstance(below, Table):
        return any(name in WHO_AND_WHEN for _, name in _table_labels(below))
    return any(name in WHO_AND_WHEN for _, name in _said(below, learned))


def _is_label(heading: Heading) -> bool:
    if bare_ref(heading.text) is not None:
        return False  # "Action 4" titles a card
    meaning = known_label(heading.text) if len(heading.text.split()) <= MAX_LABEL_WORDS else None
    return meaning is not None and meaning.line.field != "section"


def _runs(blocks: Sequence[Block], labels: frozenset[int], learned: Labels) -> Iterator[_Headed]:
    """The headings that are no labels, each with what is said until the next."""
    run = _Headed(-1, None)
    held = [one for place in labels if isinstance(one := blocks[place], Heading)]
    times = Counter(fold_heading(one.text) for one in held)
    for place, block in enumerate(blocks):
        again = isinstance(block, Heading) and times[fold_heading(block.text)] >= AGAIN
        if isinstance(block, Heading) and (place not in labels or run.ends_at(block, again=again)):
            yield run
            run = _Headed(place, block)
            if place in labels and again:
                run = _Headed(-1, None)  # the first label of each card, set larger than its section
                run.take(block, place)
        elif isinstance(block, Heading):
            run.take(block, place)
        elif isinstance(block, Table):
            run.tables = run.tables or bool(run.labels)
            for label, name in _table_labels(block):
                run.tell(label, name)
        else:
            said = _said(block, learned)
            alone = not (said or run.fields or run.labels or run.text)
            run.text = block.text if alone else run.text
            run.closed |= bool(run.fields) and not (said or run.text) and block.bold
            for label, name in said:
                run.tell(label, name)
                run.unknown = run.unknown or not name
    yield run


def _said(paragraph: Paragraph, learned: Labels) -> list[tuple[str, str]]:
    """The labels by which a paragraph tells of the card that the heading titles, with fields.

    The field is "" of a label that the document alone tells.

    An item that says its own action ("Review the rota (Lead: Housing; By when: May 2026)") is a
    card itself.
    """
    value = paragraph.marker is not None or is_date(paragraph.text)  # "Annually"
    alone = None if value else known_label(paragraph.text)
    if alone is not None:
        return [(paragraph.text, alone.line.field)]
    said = read_labels(paragraph, learned)
    own = paragraph.marker is not None and said.title
    return [] if own else [(line.label, field_of(line)) for line in said.lines]


def _table_labels(table: Table) -> list[tuple[str, str]]:
    """What the cells in the first row and column of a table begin with, with fields."""
    cells = [cell for cell in table.cells if cell.row == 0 or cell.column == 0]
    firsts = (filled_paragraphs([cell])[:1] for cell in cells)
    texts = [one.printed for first in firsts for one in first]
    meanings = [(text, label_of(text)) for text in texts]
    return [(text, one.line.field) for text, one in meanings if one is not None and one.sure]


def _may_title(heading: Heading | None) -> bool:
    if heading is None:
        return False
    counts = bare_ref(heading.text) is not None or own_ref(heading.text) is not None
    return counts or section_from(heading.text).kind == "group"
