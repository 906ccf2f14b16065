"""Headings with what is said under each until the next, of which cards are told.

Knows blocks and labels; what makes a heading a label or a title is judged in ``headed_cards``.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractors.blocks import Block, Heading, Paragraph, Table
from extractors.columns.claims import NOT_FIELDS
from extractors.columns.contents import is_date, opens_promise
from extractors.columns.folding import fold_heading
from extractors.grid import filled_paragraphs
from extractors.layouts.forms.titles import says_action
from extractors.layouts.labels.cards import are_of_no_plan, is_sure, label_of
from extractors.layouts.labels.form_refs import bare_ref, own_ref
from extractors.layouts.labels.prose_labels import (
    Labels,
    field_of,
    known_label,
    names_who_and_when,
    read_labels,
)
from extractors.outline import is_box
from extractors.rows import COMPANIONS, WHO_AND_WHEN

PAGE_RE = re.compile(r"[^:]*[^:\s]\s+\d{1,3}")  # "Resources 8", a line of a contents page
CURRENCIES = ("£", "€", "$")  # begin no label
MIN_CARDS = 2  # cards under headings of one level; a single one may be a page about a project
PROMISED = 0.7  # share of the titles of cards of one label that promise; aims do by chance
AGAIN = 2  # times that a heading is printed beside labels before it is a label as well


@dataclass(slots=True)
class Headed:
    """A heading that is no label, with what is said under it.

    ``labels`` are the places of the label headings below it, ``level`` is that of the first of
    them, ``names`` what all labels name in order, ``unknown`` that the document alone
    tells one of them, ``holds`` that a list or a promise stands among them which is of none,
    ``said`` how often labels of who and when are printed, ``text`` the first
    paragraph where it stands above all labels, ``closed`` that a bold line has begun the next card
    below the labels of its own, which stand right below it, ``behind`` the first paragraph behind
    the value of its last label, ``awaits`` that this is still to come, and ``alike`` that most
    others with the same labels are of a plan.
    """

    place: int
    heading: Heading | None
    labels: list[int] = field(default_factory=list)
    level: int | None = None
    names: list[str] = field(default_factory=list)
    unknown: bool = False
    holds: bool = False
    tables: bool = False
    said: Counter[str] = field(default_factory=Counter)
    text: str = ""
    closed: bool = False
    behind: str = ""
    awaits: bool = False
    alike: bool = False

    def take(self, label: Heading, place: int) -> None:
        """Take a heading that is a label."""
        self.labels.append(place)
        self.level = label.level if self.level is None else self.level
        meaning = known_label(label.text)
        self.behind, self.awaits = "", True
        self.tell(label.text, meaning.line.field if meaning is not None else "")

    def take_table(self, table: Table) -> None:
        """Take a table, whose cells may begin with labels."""
        self.tables = self.tables or bool(self.labels)
        for label, name in table_labels(table):
            self.tell(label, name)

    def take_text(self, paragraph: Paragraph, learned: Labels) -> None:
        """Take a paragraph, which may hold labels, begin the card or close it."""
        said = labels_in(paragraph, learned)
        alone = not (said or self.fields or self.labels or self.text)
        self.text = paragraph.text if alone else self.text
        loose = not (said or self.labels or "measures" in self.names)
        self.holds |= loose and (bool(paragraph.marker) or opens_promise(paragraph.text))
        self.closed |= bool(self.fields) and not (said or self.text) and paragraph.bold
        self._look_behind(paragraph, said)
        for label, name in said:
            self.tell(label, name)
            self.unknown = self.unknown or not name

    def _look_behind(self, paragraph: Paragraph, said: Sequence[tuple[str, str]]) -> None:
        """Keep the first text behind the value of the last label, of which it is no item."""
        if said:
            self.behind, self.awaits = "", said[-1][0] == paragraph.text
        elif self.awaits or not (self.fields or self.labels):
            self.awaits = False
        elif not self.behind and paragraph.marker is None:
            self.behind = paragraph.text

    def tell(self, label: str, name: str) -> None:
        """Take a label and the field that it names; "" for one that the document alone tells."""
        if self.closed:
            return
        self.names.extend([name] if name else [])
        self.said.update([label.casefold()] if name in WHO_AND_WHEN else [])

    def ends_at(self, label: Heading, *, again: bool) -> bool:
        """Whether a heading with the words of a label stands too high to be one of this card.

        "Contents" above the labels of cards begins a chapter, and so does "Next steps" set as the
        title is, if it is not printed ``again``. A number in small letters, "Project 1.1", may
        stand over labels that are larger than it.
        """
        counts = again and self.heading is not None and bare_ref(self.heading.text) is not None
        level = self.heading.level if self.heading is not None and not counts else 0
        above_title = label.level < level or (label.level == level and not again)
        titled = self.heading is not None and label.level > level  # of a column beside the labels
        return above_title or (self.level is not None and label.level < self.level and not titled)

    @property
    def fields(self) -> frozenset[str]:
        """What its labels name."""
        return frozenset(self.names)

    @property
    def is_of_no_plan(self) -> bool:
        """Its labels are of a risk or the like, and more than a heading that says an action has."""
        said = self.heading is not None and (self.alike or says_action(self.heading))
        counted = self.heading is not None and own_ref(self.heading.text) is not None
        return are_of_no_plan(self.names, said=said, counted=counted)

    @property
    def is_over_several(self) -> bool:
        """A label of who or when comes again below it: it stands over several cards."""
        return any(times > 1 for times in self.said.values())

    @property
    def says_one(self) -> bool:
        """It says who or when of one action, or both, and what the action is nowhere."""
        told = self.is_over_several or self.is_of_no_plan or "activity" in self.fields
        return bool(self.said) and not told

    @property
    def is_card(self) -> bool:
        """It says who and when of one action, and nothing that no plan says."""
        if self.is_over_several or self.is_of_no_plan:
            return False
        return names_who_and_when(self.fields, unknown=self.unknown)

    @property
    def may_be_card(self) -> bool:
        """It says one action and who or when of it; it is a card where others like it are.

        A label says the action, or the first text does, whose labels say one thing more: "Recruit
        a nurse for each school." above "Lead: Vale" and "Outputs: two nurses".
        """
        if self.is_over_several or self.is_of_no_plan or not self.fields & WHO_AND_WHEN:
            return False
        promises = opens_promise(self.text) and len(self.fields & COMPANIONS) > 1
        return "activity" in self.fields or promises


def say_again(runs: Sequence[Headed]) -> list[Headed]:
    """The runs that are cards because several say the same fields of one action each.

    Where most of these promise, the others begin with verbs that are not known: "Print a leaflet".
    """
    alike = Counter(run.fields for run in runs if run.may_be_card)
    said = Counter(run.fields for run in runs if run.may_be_card or run.says_one)
    most = {one for one, times in alike.items() if times >= PROMISED * said[one]}
    return [
        run
        for run in runs
        if alike[run.fields] > MIN_CARDS
        and (run.may_be_card or (run.says_one and run.text and run.fields in most))
    ]


def tell_alike(runs: Sequence[Headed]) -> None:
    """Tell each run of no plan where most with its labels are of one.

    "Place a worker in court" over "Lead", "Timescale" and "Risk" begins with no known verb.
    """
    times = Counter(tuple(run.names) for run in runs if run.said)
    plans = Counter(tuple(run.names) for run in runs if run.said and not run.is_of_no_plan)
    for run in runs:
        run.alike = plans[tuple(run.names)] >= max(MIN_CARDS, PROMISED * times[tuple(run.names)])


def headed_runs(
    blocks: Sequence[Block], labels: frozenset[int], learned: Labels
) -> Iterator[Headed]:
    """The headings that are no labels, each with what is said until the next."""
    run = Headed(-1, None)
    held = [one for place in labels if isinstance(one := blocks[place], Heading)]
    times = Counter(fold_heading(one.text) for one in held)
    boxed = False
    for place, block in enumerate(blocks):
        again = isinstance(block, Heading) and times[fold_heading(block.text)] >= AGAIN
        boxed = _is_boxed(block, boxed=boxed)
        if boxed:
            continue  # "Get in touch" and an address are no card, and end none
        if isinstance(block, Heading) and (place not in labels or run.ends_at(block, again=again)):
            yield run
            run = Headed(place, block)
            if place in labels and again:
                run = Headed(-1, None)  # the first label of each card, set larger than its section
                run.take(block, place)
        elif isinstance(block, Heading):
            run.take(block, place)
        elif isinstance(block, Table):
            run.take_table(block)
        else:
            run.take_text(block, learned)
    yield run


def _is_boxed(block: Block, *, boxed: bool) -> bool:
    """Whether a block is of a box among cards: its title, or a line that says nothing of a plan."""
    if isinstance(block, Heading):
        return is_box(block)
    if not boxed or isinstance(block, Table):
        return False
    return all(name in NOT_FIELDS for _, name in labels_in(block, frozenset()))


def labels_in(paragraph: Paragraph, learned: Labels) -> list[tuple[str, str]]:
    """The labels by which a paragraph tells of the card that the heading titles, with fields.

    The field is "" of a label that the document alone tells.

    An item that says its own action ("Review the rota (Lead: Housing; By when: May 2026)") is a
    card itself.
    """
    sum_of = paragraph.text.startswith(CURRENCIES)  # "£55,000 revenue" below "Budget"
    value = paragraph.marker is not None or sum_of or is_date(paragraph.text)  # "Annually"
    alone = None if value else known_label(paragraph.text)
    if alone is not None:
        return [(paragraph.text, alone.line.field)]
    said = read_labels(paragraph, learned)
    own = paragraph.marker is not None and said.title
    return [] if own else [(line.label, field_of(line)) for line in said.lines]


def table_labels(table: Table) -> list[tuple[str, str]]:
    """What the cells in the first row and column of a table begin with, with fields.

    Cells of one row may hold all of a card, "Lead" above "Vale" above "By when".
    """
    cells = [cell for cell in table.cells if cell.row == 0 or cell.column == 0]
    most = 1 if table.row_count > 1 else None
    firsts = (filled_paragraphs([cell])[:most] for cell in cells)
    texts = [one.printed for first in firsts for one in first]
    meanings = [(text, label_of(text)) for text in texts]
    return [(text, one.line.field) for text, one in meanings if one is not None and one.sure]


def heads_actions(table: Table) -> bool:
    """Whether most of a table's heads are known, what and who or when among them, over rows."""
    heads = [label_of(cell.text) for cell in table.cells if cell.row == 0 and cell.text]
    names = {one.line.field for one in heads if one is not None and one.sure}
    known = sum(one is not None for one in heads)
    plan = "activity" in names and bool(names & WHO_AND_WHEN)
    return plan and known > len(heads) / 2 and table.row_count > AGAIN


def left_empty(blocks: Sequence[Block], known: frozenset[int]) -> set[int]:
    """Those of the headings that are known labels which begin lines elsewhere: they say nothing.

    "Partners:" alone, set bold, is a heading to a reader; "Partners: Police" elsewhere is none, and
    "Resources 8" in the contents names a chapter. "Our services" above a table of actions heads it.
    """
    led = (b for b in blocks if isinstance(b, Paragraph) and b.lead_in)
    begun = {fold_heading(b.lead_in or "") for b in led if not PAGE_RE.fullmatch(b.text)}
    above = {
        at for at, one in enumerate(blocks[1:]) if isinstance(one, Table) and heads_actions(one)
    }
    headings = [(at, one) for at in known - above if isinstance(one := blocks[at], Heading)]
    return {at for at, one in headings if is_sure(one.text) and fold_heading(one.text) in begun}
