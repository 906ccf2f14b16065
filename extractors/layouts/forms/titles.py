"""What stands above a card and may say its action: a heading, and the text between the two.

Knows headings and paragraphs; knows nothing of formats.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.blocks import Cell, Heading, Paragraph, Table
from extractors.columns.contents import is_promise, opens_promise
from extractors.columns.refs import COUNTS_RE, Numbered, split_count, split_heading, split_title
from extractors.generic import is_part
from extractors.grid import grid_of, text_of
from extractors.layouts.forms.prose_cards import title_promises
from extractors.layouts.labels.cards import Card, Line
from extractors.layouts.labels.form_refs import PART_RE, bare_ref, own_ref
from extractors.layouts.labels.prose_labels import as_line, cell_of, read_labels
from extractors.layouts.labels.row_labels import row_label
from extractors.sections import section_from

FORM_COLUMNS = 2  # of a table that is a form: a label and its value
FORM_ROWS = 2  # of a table that is a form: labels above their values
LOWEST_LEVEL = 6  # of headings; a title that is a paragraph stands below them all
NEXT_RE = re.compile(r"[.!?]\s+[A-Z]")
MIN_PROMISED = 2  # titles of cards in one run that promise; a single one may open the section
MAX_BETWEEN = 3  # paragraphs between "Action 4" and its form; a longer text introduces a section


@dataclass(frozen=True, slots=True)
class Title:
    """A heading with what follows it so far.

    Attributes:
        heading: The heading, with the reference that a line of its own prints above it.
        block: Its place in ``Document.blocks``.
        among: It titles one of several cards, and need not promise anything itself.
        names: These say their actions, and the heading above them all is their section.
        between: The paragraphs below it, of which no card was made.
        explained: All titles of cards say their actions, so that what stands below explains it.
    """

    heading: Heading
    block: int
    among: bool = False
    names: bool = False
    between: tuple[Paragraph, ...] = ()
    explained: bool = False

    @property
    def ref(self) -> str | None:
        """The reference of the text below it where it says nothing itself: "4" of "Action 4"."""
        return bare_ref(self.heading.text)

    @property
    def numbered(self) -> Numbered:
        """Its text apart from its reference."""
        return split_heading(self.heading)

    @property
    def counts(self) -> bool:
        """It is the reference of the text below it."""
        return self.ref is not None

    @property
    def says_one(self) -> bool:
        """It gives an action's text, counted or as all titles do; what follows explains it."""
        return self.explained or (says_action(self.heading) and _counts_text(self.heading))

    @property
    def heads_one(self) -> bool:
        """It stands over one card alone, and is no section."""
        return self.among or self.counts

    def is_own(self, says_itself: bool) -> bool:
        """Whether it is the name or number of one card alone, which may say its action itself."""
        return self.says_one or self.counts or (self.heads_one and not says_itself)

    @property
    def says_what(self) -> bool:
        """It gives the action, or the reference of one, of the card below it."""
        promises = says_action(self.heading) and not self.between
        return self.heads_one or self.says_one or promises or self.names_one

    @property
    def names_one(self) -> bool:
        """It counts a form and promises what the form is about: "Commitment 4: Open the data"."""
        named = own_ref(self.heading.text) is not None
        return named and is_promise(split_heading(self.heading).text)

    def over_table(self) -> Heading | None:
        """The heading as the title of a table; None where prose parts them and it may be another's.

        A heading directly above a form of labels is its title whatever it says.
        """
        return self.heading if self.says_what or not self.between else None

    def over_prose(self) -> Heading | None:
        """The heading as the title of labelled lines, text above them or not; else None."""
        says_what = self.heads_one or says_action(self.heading)
        return self.heading if says_what else None

    def name(self) -> list[Cell]:
        """The heading as the name of the action whose text stands below it, which is part of it."""
        named = self.numbered.text and not self.counts and not is_part(self.heading.text)
        return [cell_of(as_line(self.heading))] if named else []

    def part_labels(self) -> "tuple[Title, list[Line]]":
        """Itself without the labelled lines that stand between it and its form, and those lines.

        "Evidence of success: 40 homes" may stand above what is done, and who and when below it.
        """
        read = [read_labels(one) for one in self.between]
        labelled = [bool(one.lines) and not one.title for one in read]
        if not (any(labelled) and (self.heads_one or self.says_one)):
            return self, []
        pairs = list(zip(self.between, labelled, strict=True))
        lines = [line for one, own in zip(read, labelled, strict=True) if own for line in one.lines]
        return replace(self, between=tuple(one for one, own in pairs if not own)), lines

    def text_between(self, *, below_say: bool = False) -> list[Cell]:
        """The action's text between the heading and its form: what promises, or is counted.

        None of it is where the heading gives the text, "Action 4: Lighting", unless that names the
        action alone above what opens as one: "Introduce a night bus". The name begins it. Where
        most texts between headings and forms promise, ``below_say``, all of them do.
        """
        cells = [cell_of(paragraph) for paragraph in self.between]
        text = split_title(cells).text
        if self.says_one:
            names = not self.explained and not is_promise(self.numbered.text)
            said = names and opens_promise(text)
        else:
            said = self.counts or (self.among and (below_say or is_promise(text)))
        texts = sum(one.marker is None for one in self.between)  # a list is part of the one above
        return [*self.name(), *cells] if said and texts <= MAX_BETWEEN else []


def says_action(heading: Heading) -> bool:
    """Whether a heading says an action: "Action 4: Lighting", "Review lighting".

    One that names a priority or an objective ("Priority 1: Build trust") says none, but for a part
    of one that promises something ("Commitment 1.2: Review lighting"). A counted line that is no
    heading ("1a Insulate the lofts") is counted as an action is. A word alone ("Prevent") names an
    aim.
    """
    part = PART_RE.match(heading.text) is not None
    if section_from(heading.text).kind != "group" and not part:
        return False
    text = split_heading(heading).text
    return _counts_text(heading) or (is_promise(text) and " " in text)


def heads_aim(title: Title | None) -> bool:
    """Whether a title names a counted aim and no action: "Priority 2: Safer streets"."""
    section = section_from(title.heading.text) if title is not None else None
    if section is None or section.kind == "group" or section.label is None:
        return False
    return title is not None and not title.says_what


def _counts_text(heading: Heading) -> bool:
    """Whether a heading counts the text that it gives: "Action 4: Lighting"."""
    counted = heading.level > LOWEST_LEVEL or COUNTS_RE.match(heading.text) is not None
    return counted and split_heading(heading).ref is not None


def counted_name(heading: Heading) -> Heading:
    """A name apart from the number before it, which no stop parts from it: "2 Warm homes"."""
    number = split_count([cell_of(as_line(heading))])
    return replace(heading, text=number.text, marker=number.ref)


@dataclass(frozen=True, slots=True)
class Titles:
    """What the titles of all cards of one run say, told once: a run may have a thousand.

    Attributes:
        promise: Most of several promise something.
        counted: One that is counted promises something.
        alike: All have one, in one look; what explains a heading stands above bold ones.
    """

    promise: bool
    counted: bool
    alike: bool

    @classmethod
    def of(cls, cards: Sequence[Card]) -> "Titles":
        """Those of cards in reading order."""
        said = [split_title(card.title) for card in cards]
        promised = sum(map(title_promises, cards))
        bold = {card.title[0].bold for card in cards if card.title}
        return cls(
            promise=promised >= MIN_PROMISED and promised > len(cards) / 2,
            counted=any(one.ref is not None and is_promise(one.text) for one in said),
            alike=all(card.title for card in cards) and len(bold) == 1,
        )


def is_titled(
    card: Card, beside: Titles, title: Title | None, *, headed: bool, says_more: bool
) -> bool:
    """Whether the text above a card's labels is its action, and does not open the section.

    Below a heading that says the action it must promise something itself, unless another card
    stands between the two (``says_more``); above labels that are headings it is the action's only
    below a heading of the card's own, where it is bold, or counted as those ``beside`` it are of
    which one promises: "1.2 Open a refuge", "1.3 Place advocates in court". So it is where most of
    several cards have one that promises.
    """
    if title is None or title.over_prose() is None:
        counted = beside.counted and split_title(card.title).ref is not None
        bold = any(cell.bold for cell in card.title)
        return not headed or counted or ((bold or beside.promise) and title_promises(card))
    return title.counts or says_more or title_promises(card)


def is_explained(title: Title, card: Card, prose: Sequence[Paragraph]) -> bool:
    """Whether the text above the labels of a heading's only card explains the heading's action.

    The heading counts the action and gives its text, or gives it above a list of its parts, of
    which the last is no action of its own. So does one of several headings that count a promise,
    "1.2 Review the rota", above plain words that count nothing: "Funding has been agreed."
    """
    if title.says_one:
        return True
    text = " ".join(map(text_of, card.title))
    own, said = split_heading(title.heading), split_title(card.title)
    counted = title.among and own.ref is not None
    if counted and is_promise(own.text) and said.ref is None:
        return not any(cell.bold for cell in card.title)
    at = next((n for n, line in enumerate(prose) if line.text and line.text == text), 0)
    listed = at > 0 and prose[at].marker is not None and not read_labels(prose[at]).lines
    parts = listed and (prose[at - 1].marker is not None or prose[at - 1].text.endswith(":"))
    return parts and (counted or says_action(title.heading))


def line_title(
    prose: Sequence[Paragraph],
    table: Table,
    block: int,
    above: Title | None,
    *,
    among: bool = False,
) -> Title | None:
    """A paragraph directly above a table that says an action, else None; no section's head.

    It is bold, or counted or a promise above a form of labels and values: "1.1 Review the rota",
    where the heading ``above`` them all says none. "Action 4" right above it gives its reference,
    and right above the form that of the form. A line ``among`` others that title forms like it need
    promise nothing itself; a plain one below a name in bold letters, or below a heading that
    says what, is said with that.
    """
    last = prose[-1] if prose else None
    if last is None or not last.text:
        return None
    counted = above.ref if above is not None and len(prose) == 1 else None
    marker = last.marker or counted
    heading = Heading(last.text, LOWEST_LEVEL + 1, marker, last.size, last.place)
    if bare_ref(last.text) is not None and is_form(table):
        return Title(heading, block)
    plain = is_form(table) and not last.text.endswith(":")
    said = _says_it(above, heading)
    plain = plain and not said and _opens(heading)
    named = last.bold or plain
    among = among and (last.bold or not (said or any(one.bold for one in prose[-2:])))
    return Title(heading, block, among) if among or (named and says_action(heading)) else None


def _says_it(above: Title | None, line: Heading) -> bool:
    """Whether a heading gives the action of a form below a line; a counted line does, "2.1 Map
    lighting" below "Support for survivors".
    """
    counts = split_heading(line).ref is not None
    counted = above is not None and (split_heading(above.heading).ref is not None or above.counts)
    return above is not None and above.says_what and (counted or not counts)


def is_form(table: Table) -> bool:
    """Whether a table has labels beside values, or above one row of them; "Progress: ..." below."""
    if table.column_count == FORM_COLUMNS or table.row_count <= FORM_ROWS:
        return True
    grid = grid_of(table)
    return all(row_label(grid, row) for row in range(FORM_ROWS, table.row_count))


def _opens(line: Heading) -> bool:
    """Whether a line begins as an action does: "1.1 Lighting", "Review the rota".

    Several sentences that nothing counts are a section's prose, though they begin "We will".
    """
    split = split_heading(line)
    return split.ref is not None or (opens_promise(split.text) and not NEXT_RE.search(split.text))
