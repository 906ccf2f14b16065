"""Labels with their values, beside or behind them, and the forms that they make up.

Knows tables and headings; knows nothing of formats. A label is a printed heading that
``headings.csv`` knows: ``Lead | Public Health`` in two cells, or ``Lead: Public Health`` in one.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extractors.blocks import Cell, Paragraph
from extractors.columns.claims import (
    NOT_FIELDS,
    Claim,
    aims_first,
    ends_in_its_words,
    settle,
)
from extractors.columns.contents import is_date, is_ref, is_status, opens_promise
from extractors.columns.headings import VAGUE_RANK, Meaning, read_heading
from extractors.columns.questions import asks_how_known
from extractors.columns.refs import number_in
from extractors.grid import filled_paragraphs, struck_text, text_of, unstruck
from extractors.rows import WHEN, WHO

MOST_AGAINST = 1 / 4  # of the labels of a form; "Baseline" is one of five, of a register most are
MAX_LABEL_WORDS = 8  # words; "What will be different as a result of this" has nine and is rare
INLINE_RE = re.compile(r"\s*+([^:]{2,60}?)\s*+:\s*(.*)", re.DOTALL)  # reads blanks once
BY_RE = re.compile(r"\bby[\s:]*$", re.IGNORECASE)
DUE = "Due by"


@dataclass(frozen=True, slots=True)
class Line:
    """One label of a form with its value.

    Attributes:
        label: As printed, without its colon: ``"Lead agency"``.
        meaning: What ``headings.csv`` says of it; None where it is not known.
        value: The paragraphs of its value.
        cells: The cells that print them both.
        struck: The value is struck through.
        inner: It is a row of a small table in a form, and no label with its value.
    """

    label: str
    meaning: Meaning | None
    value: tuple[Paragraph, ...]
    cells: tuple[Cell, ...]
    struck: bool = False
    inner: bool = False

    @property
    def text(self) -> str:
        """The value in one line."""
        return " ".join(paragraph.printed for paragraph in self.value if paragraph.printed)


@dataclass(slots=True)
class Card:
    """One form: the rows across it above its first label, its lines in order, the rows across it
    between them that only part them ("Contact information"), and what names the section that
    begins with it: "Goal 2: Ports" above it or at its left.
    """

    title: list[Cell] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    bands: list[Cell] = field(default_factory=list)
    over: list[Cell] = field(default_factory=list)

    @property
    def are_two(self) -> bool:
        """A line says its label twice, "Lead Lead": cards side by side were read across."""
        return any(said_twice(line.label) for line in self.lines)

    @property
    def says_what(self) -> bool:
        """A label says the action for sure, so that no text above is it."""
        known = (line.meaning for line in self.lines if line.text and line.meaning is not None)
        return any(meaning.sure and meaning.line.field == "activity" for meaning in known)

    @property
    def cells(self) -> list[Cell]:
        """Every cell of the form once."""
        cells = [*self.title, *self.bands, *(cell for line in self.lines for cell in line.cells)]
        return list({id(cell): cell for cell in cells}.values())


def said_twice(text: str) -> str:
    """The label of which a line is two, "Lead" of "Lead Lead"; "" where it is not."""
    words = text.split()
    half = words[: len(words) // 2]
    return " ".join(half) if words == 2 * half else ""


def is_vague(line: Line) -> bool:
    """Whether a label that may say an action ("Need") stands before a text that promises none."""
    meaning = line.meaning
    weak = meaning is None or not meaning.sure or meaning.line.rank >= VAGUE_RANK
    return weak and not opens_promise(line.text)


def settled(card: Card) -> list[tuple[str, Line]]:
    """Each line of a form with its field; lines that are no part of an action are left out.

    "Others who help", known by a word in it, says nothing beside a label that surely says who.
    """
    claims = [Claim((at,), one.label, one.meaning, at) for at, one in enumerate(card.lines)]
    found = []
    claims = [claim for claim in settle(aims_first(claims)) if claim.meaning is not None]
    sure = {claim.meaning.line.field for claim in claims if claim.meaning and claim.meaning.sure}
    for claim in claims:
        name = claim.meaning.line.field if claim.meaning is not None else ""
        told = claim.meaning is not None and claim.meaning.sure
        told = told or name not in sure & WHO or ends_in_its_words(claim.heading, claim.meaning)
        if told and name not in NOT_FIELDS:
            found.append((name, card.lines[claim.columns[0]]))
    return found


def are_of_no_plan(
    fields: Sequence[str], *, said: bool, counted: bool = False, promised: bool = False
) -> bool:
    """Whether labels are of a form that is no action, as "Likelihood" and "Mitigation" of a risk.

    One speaks against a plan and none behind a first one says the action, or more than a quarter
    do; beside labels of what, who and when one may: "Risks". ``fields`` are those that they name,
    in order, "" for none; ``said`` that a title says the action, ``counted`` that its reference
    stands there as well, as behind a label of its own; ``promised`` that it promises what is done,
    so that one label of who, one of when and "Risk" behind them are an action's.
    """
    named = list(filter(None, fields))
    against = named.count("against")
    told = said or (named[:1] != ["against"] and not {"activity", "objective"}.isdisjoint(named))
    what = "activity" in named or (promised and named[:1] != ["against"])
    whole = what and not (WHO.isdisjoint(named) or WHEN.isdisjoint(named))
    return against > (max(MOST_AGAINST * (len(named) + counted), whole) if told else 0)


def without_rest(cards: Sequence[Card]) -> list[Card]:
    """The cards where the first label of the first is the end of one that a page break cut.

    ``Status, Ref, Action, Status, Ref, Action, Status``: that the last would hold nothing but the
    label that begins them all tells that it ends them. What is left of the cut one comes first.
    """
    whole = [card for card in cards if card.lines]
    labels = {card.lines[0].label for card in whole}
    alone = len(whole) > 1 and len(whole[-1].lines) == 1 < len(whole[0].lines)
    if not alone or len(labels) > 1 or any(card.title for card in whole):
        return whole
    ends = [card.lines[0] for card in whole]
    shifted = [
        Card(lines=[*card.lines[1:], end], bands=card.bands)
        for card, end in zip(whole, ends[1:], strict=False)
    ]
    return [Card(lines=ends[:1]), *shifted]


def label_of(text: str) -> Meaning | None:
    """What a label means; None where it is not known, or known by a word of a long text.

    A number in it is left out: "Action 4" is a label, and 4 its reference.
    """
    plain = text.strip().rstrip(":").strip()
    meaning = read_heading(plain)
    asked = plain.endswith("?") or asks_how_known(plain)
    long = len(plain.split()) > MAX_LABEL_WORDS and not asked
    return None if meaning is None or (long and not meaning.sure) else meaning


def asked_by(label: str, value: str) -> Meaning | None:
    """What a label means above or before a value; one that ends in "by" asks when above a date.

    "To be delivered by | May 2026", but "Delivered by | Vale".
    """
    meaning = label_of(label)
    if meaning is None or meaning.line.field not in WHO or not BY_RE.search(label):
        return meaning
    return label_of(DUE) if is_date(value) else meaning


def start_meaning(text: str) -> Meaning | None:
    """What the label means with which a text begins: "Lead" or "Lead: Police"; None for none."""
    meaning = label_of(text)
    return meaning if meaning is not None else inline_meaning(text)


def inline_meaning(text: str) -> Meaning | None:
    """What the label before a colon means; None where it is not surely known."""
    found = INLINE_RE.match(text)
    meaning = label_of(found[1]) if found else None
    return meaning if meaning is not None and meaning.sure else None


def is_sure(text: str) -> bool:
    """Whether a text is a label that is known as a whole."""
    meaning = label_of(text)
    return meaning is not None and meaning.sure


def row_lines(cells: Sequence[Cell]) -> tuple[list[Line], list[Cell]]:
    """The labels of one row with their values, and the cells that belong to no label."""
    lines: list[Line] = []
    loose: list[Cell] = []
    used: set[int] = set()
    following = {id(one): other for one, other in pairwise(cells)}
    for place, cell in enumerate(cells):
        value = following.get(id(cell))
        if id(cell) in used or not text_of(cell) or _groups_labels(cell, value, following):
            continue
        inline = [] if _heads_value(cell, value) else _inline_lines(cell)
        if inline:
            lines.extend(inline)
        elif _is_label_cell(cell, value, look=cells[0].fill, first=place == 0):
            held = (cell, value) if value is not None else (cell,)
            lines.append(line_of(text_of(cell), held[1:], held))
            used.update(map(id, held))
        elif lines:
            last = lines.pop()
            more = (*last.value, *filled_paragraphs([cell]))
            lines.append(Line(last.label, last.meaning, more, (*last.cells, cell)))
        else:
            loose.append(cell)
    return lines, loose


def _heads_value(cell: Cell, value: Cell | None) -> bool:
    """Whether a cell is a label before a colon and nothing else, and its value stands beside it."""
    label, _, rest = text_of(cell).partition(":")
    alone = not rest.strip() and is_sure(label)
    return alone and value is not None and not text_of(value).endswith(":")


def _groups_labels(cell: Cell, value: Cell | None, following: Mapping[int, Cell]) -> bool:
    """Whether a cell stands beside labels of its own: "Who" beside "Lead" and "Partners"."""
    beside = value is not None and cell.row_span > value.row_span and id(value) in following
    return beside and is_sure(text_of(cell)) and is_sure(text_of(value))


def _is_label_cell(cell: Cell, value: Cell | None, *, look: str | None, first: bool) -> bool:
    """Whether a cell is a label; ``look`` is the background of the first cell of its row."""
    meaning = label_of(text_of(cell))
    empty = value is None or not text_of(value) or is_status(text_of(value))
    if value is None or _counts_form(cell, meaning, empty=empty):
        return False
    held = filled_paragraphs([value])
    alone = len(filled_paragraphs([cell])) == 1 and is_sure(text_of(cell))
    if not alone and len(held) > 1 and is_sure(held[0].text):
        return False  # "Lead partner // Vale" beside "Due // 2027", of which each holds its own
    filled = cell.fill is not None and cell.fill == look != value.fill
    colon = text_of(cell).endswith(":") and not text_of(value).endswith(":")
    bold = cell.bold and bool(text_of(value)) and not value.bold
    marked = first or bold or filled or colon
    if meaning is None:
        short = len(text_of(cell).split()) <= MAX_LABEL_WORDS
        return marked and short and not is_ref(text_of(cell))
    return meaning.sure or marked


def _counts_form(cell: Cell, meaning: Meaning | None, *, empty: bool) -> bool:
    """Whether a label counts the form that it begins: "Action 2.2" beside nothing, or "Green".

    "NR/01" does beside a name as well: "Curlew wardens" is no reference.
    """
    field = meaning.line.field if meaning is not None else None
    code = field == "ref" and is_ref(text_of(cell))
    names = field in ("activity", "ref") and number_in(text_of(cell)) is not None
    return code or (names and empty)


def _inline_lines(cell: Cell) -> list[Line]:
    """The lines of a cell that prints its labels itself: "Lead: Police" in each paragraph."""
    lines: list[Line] = []
    for paragraph in filled_paragraphs([cell]):
        meaning = inline_meaning(paragraph.text)
        found = INLINE_RE.match(paragraph.text)
        if meaning is not None and found is not None:
            rest = Paragraph(found[2], place=paragraph.place) if found[2] else None
            lines.append(Line(found[1], meaning, (rest,) if rest else (), (cell,)))
        elif lines:
            last = lines.pop()
            lines.append(Line(last.label, last.meaning, (*last.value, paragraph), last.cells))
        else:
            return []
    return lines


def line_of(label: str, values: Sequence[Cell], cells: tuple[Cell, ...]) -> Line:
    """One label with the cells of its value; of a value struck through whole what it read."""
    plain = label.strip().rstrip(":").strip()
    struck = any(map(struck_text, values)) and not any(map(text_of, values))
    read = [unstruck(cell) for cell in values] if struck else values
    said = tuple(filled_paragraphs(read))
    text = " ".join(paragraph.printed for paragraph in said)
    return Line(plain, asked_by(label, text), said, cells, struck)
