"""Titles that count the cards of a document in words of its own: "Project 6", "Form 3".

Whatever the word is: where it comes with one number after another, and one card of who and when
stands below each, it counts actions as "Action 6" does, and names no section. Knows blocks and
headings; knows nothing of formats.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple

from extractors.blocks import Block, Cell, Document, Heading, Paragraph, Table
from extractors.columns.contents import is_date
from extractors.columns.refs import number_in
from extractors.generic import is_generic
from extractors.grid import Grid, filled_paragraphs, grid_of, text_of
from extractors.layouts.labels.cards import Line, inline_meaning, is_sure, label_of, row_lines
from extractors.layouts.labels.form_refs import split_badge
from extractors.layouts.labels.labelled_cells import marked, part_cell
from extractors.layouts.labels.prose_labels import as_line
from extractors.rows import WHO_AND_WHEN
from extractors.sections import PROMISES, is_label

COUNTED_RE = re.compile(  # "Project 6", "Pledge 2.1: Open the data", but no "Year 2 pupils"
    r"(?P<word>[A-Z][\w'\u2019]*(?:\s[A-Za-z][\w'\u2019]*){0,3}?)\s+(?P<number>\d{1,3}(?:\.\d{1,2})?)"
    r"(?=\s*$|\s*[:.|\-\u2013\u2014]\s*\D)"
)
NUMBERED_RE = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,2})?)[.):]?\s+(?=[A-Z])")
ACTION, ACTIVITY = "Action", "activity"
OTHERS = frozenset({"ref", "against", "ignore"})  # fields of labels that count no action
MANY = 2  # rows of values, or labels of one kind: more than a card has
MIN_CARDS = 2  # cards below titles that count them; one title may as well name a chapter


@dataclass(slots=True)
class _Count:
    """One title that may count a card, and how often labels of who and when follow it.

    ``word`` is "" of a number alone: "3 Open the data".
    """

    word: str
    number: str
    line: Heading | Paragraph
    said: Counter[str] = field(default_factory=Counter)

    @property
    def is_card(self) -> bool:
        """Who or when is said below it, each once."""
        times = [count for name, count in self.said.items() if name in WHO_AND_WHEN]
        return bool(times) and max(times) < MANY

    @property
    def is_part(self) -> bool:
        """It is a heading with a number of two levels over a card that says its action itself."""
        heads = isinstance(self.line, Heading) and "." in self.number
        return heads and bool(self.said[ACTIVITY])


class Renamed(NamedTuple):
    """A document whose cards count as actions, and the numbers in order that are cited with a word.

    ``cited`` is ``(("7", "Pledge 7"), ("8", "Pledge 8"))``; "Action 7" and "Project 7" are bare.
    """

    document: Document
    cited: tuple[tuple[str, str], ...] = ()


def count_as_actions(document: Document) -> Renamed:
    """The document with the titles of its cards counted as actions; the same where it has none."""
    document = replace(document, blocks=tuple(map(_as_line, document.blocks)))
    titles = {id(one.line): one for block in document.blocks for one in _titles(block)}
    times = Counter(one.word for one in titles.values())
    titles = {key: one for key, one in titles.items() if times[one.word] >= MIN_CARDS}
    if not titles:
        return Renamed(document)
    _listen(document.blocks, titles)
    words = dict.fromkeys(one.word for one in titles.values())
    cards = [one for word in words for one in _of_cards(word, titles.values())]
    named = {id(one.line): one for one in cards}
    if not named:
        return Renamed(document)
    level = next((one.line.level for one in cards if isinstance(one.line, Heading)), None)
    blocks = [_renamed(block, named, level) for block in _alike(document.blocks, named)]
    titles = {key: one for key, one in titles.items() if key in named}
    labels = ((one.number, f"{one.word} {one.number}") for one in titles.values())
    cited = tuple((number, label) for number, label in labels if number_in(label) == label)
    return Renamed(replace(document, blocks=tuple(blocks)), cited)


def _as_line(block: Block) -> Block:
    """A row of a reference and a badge alone as the line that heads a card."""
    if not isinstance(block, Table) or block.row_count > 1 or len(block.cells) > MANY:
        return block
    text = " ".join(map(text_of, block.cells))
    return block if split_badge(text) is None else Paragraph(text, place=block.place)


def _alike(blocks: Sequence[Block], named: Mapping[int, _Count]) -> Iterator[Block]:
    """The blocks, the lines that lines of a number alone count all as lines.

    Readers take some of them for headings, and others, which end as a sentence does, for none.
    """
    counts = [isinstance(block, Paragraph) and _is_bare(named.get(id(block))) for block in blocks]
    below = [block for at, block in enumerate(blocks[1:]) if counts[at]]
    mixed = any(isinstance(block, Paragraph) and block.bold for block in below)
    for at, block in enumerate(blocks):
        if mixed and at and counts[at - 1] and isinstance(block, Heading):
            yield as_line(block)
        else:
            yield block


def _is_bare(one: _Count | None) -> bool:
    """Whether a line counts a card and says nothing of it but how far it is."""
    if one is None or not one.word:
        return False
    return one.line.text.endswith(one.number) or split_badge(one.line.text) is not None


def _titles(block: Block) -> Iterator[_Count]:
    """The lines of a block that may count a card: of a table those across it."""
    lines: list[Heading | Paragraph] = [] if isinstance(block, Table) else [block]
    if isinstance(block, Table):
        across = [cell for cell in block.cells if cell.column_span == block.column_count]
        lines += [one[0] for cell in across if (one := filled_paragraphs([cell]))]
    elif isinstance(block, Heading) or block.bold:
        numbered = NUMBERED_RE.match(_printed(block))
        if numbered is not None:
            yield _Count("", numbered["number"], block)
    for line in lines:
        ref, _ = split_badge(line.text) or (line.text, "")
        found = COUNTED_RE.match(ref)
        if found is not None and _may_count(found["word"]):
            yield _Count(found["word"], found["number"], line)


def _printed(line: Heading | Paragraph) -> str:
    return f"{line.marker} {line.text}" if line.marker else line.text


def _may_count(word: str) -> bool:
    """Whether a word may count actions: no aim of several does, nor a year or label of one.

    "Reference 1.1" is no count, "Case study 1" and "Meeting 2" count what is no action.
    """
    aim = is_label(word) and word.casefold() not in PROMISES
    meaning = label_of(word)
    field = "" if meaning is None else meaning.line.field
    other = field in OTHERS or (not field and is_generic(word))
    return not (aim or other or is_date(f"{word} 1"))


def _of_cards(word: str, titles: Iterable[_Count]) -> list[_Count]:
    """The titles with a word that count a card each; [] where one stands over several.

    Numbers alone count cards only where some are set as headings and others are not, or where each
    card says its action as well: else those who read them know what they are, and chapters have
    numbers too.
    """
    held = [one for one in titles if one.word == word and one.said.keys() & WHO_AND_WHEN]
    last = held[-1:]  # what is said below the last card need not be its own
    cards = [one for one in held if one.is_card or one in last]
    numbers = {one.number for one in cards}
    mixed = len({type(one.line) for one in cards}) > 1 or all(one.is_part for one in cards)
    sure = bool(word) or (mixed and len(cards) > MIN_CARDS)
    return cards if sure and len(numbers) == len(cards) == len(held) >= MIN_CARDS else []


def _listen(blocks: Sequence[Block], titles: Mapping[int, _Count]) -> None:
    """Tell each title what is said below it, up to the next with its word or a higher heading."""
    last: dict[str, _Count] = {}
    for block in blocks:
        if isinstance(block, Heading):
            last = {word: one for word, one in last.items() if not _ends(one, block)}
        for kind, place in _events(block):
            if place in titles:
                last[titles[place].word] = titles[place]
            elif kind:
                for one in last.values():
                    one.said[kind] += 1


def _ends(one: _Count, heading: Heading) -> bool:
    """Whether a heading stands above the level of a title: "Support" over the next chapter."""
    return isinstance(one.line, Heading) and heading.level < one.line.level


def _events(block: Block) -> Iterator[tuple[str, int]]:
    """What a block says in order: lines that may be titles, and labels of who and when."""
    if not isinstance(block, Table):
        yield from _labels(block.text) or [("", id(block))]
        return
    grid = grid_of(block)
    for row in range(block.row_count):
        cells = grid.filled(row)
        across = len(cells) == 1 and cells[0].column_span == block.column_count
        for line in filled_paragraphs(cells) if across else []:
            yield from _labels(line.text) or [("", id(line))]
        if _are_heads(cells):
            said = [one for cell in cells for one in _labels(text_of(cell))]
            acts = any(kind == ACTIVITY for kind, _ in said)  # "Action | Lead" is a plan of one row
            times = 1 if _is_tier(grid, row) and not acts else MANY
            yield from said * times
            if times == MANY:
                return  # a grid, however long
        elif not across:
            yield from (one for line in _lines(cells) for one in _labels(line.label))


def _lines(cells: Sequence[Cell]) -> Sequence[Line]:
    """The labels of a row with their values, which may stand below them in their cells."""
    parted = [part_cell(marked(cell)) for cell in cells]
    stacked = all(one.lines and not text_of(one.cell) for one in parted)
    return [line for one in parted for line in one.lines] if stacked else row_lines(cells)[0]


def _are_heads(cells: Sequence[Cell]) -> bool:
    """Whether labels of two fields stand side by side in a row, as no label and its value do.

    "Contributors | All partner agencies" says one twice.
    """
    known = [label_of(text_of(cell)) for cell in cells]
    fields = [one.line.field if one is not None and one.sure else "" for one in known]
    return any(one and other and one != other for one, other in pairwise(fields))


def _is_tier(grid: Grid, row: int) -> bool:
    """Whether labels side by side stand above one row of values, and head no rows of a plan."""
    below = [grid.texts(one) for one in range(row + 1, grid.table.row_count)[:2]]
    return sum(len(one) > 1 and not is_sure(one[0]) for one in below) < MANY


def _labels(text: str) -> list[tuple[str, int]]:
    """The label of what, who or when with which a text begins, as an event; [] for none."""
    if COUNTED_RE.match(text):
        return []  # "Description 8"
    meaning = inline_meaning(text) or (None if is_date(text) else label_of(text))
    if meaning is None or not meaning.sure or meaning.line.field not in {*WHO_AND_WHEN, ACTIVITY}:
        return []
    return [(meaning.line.field, 0)]


def _renamed(block: Block, named: Mapping[int, _Count], level: int | None) -> Block:
    """A block whose counted titles count actions; ``level`` is that of those set as headings."""
    if not isinstance(block, Table):
        one = named.get(id(block))
        return block if one is None else _as_action(block, one, level)
    cells = tuple(
        replace(cell, paragraphs=tuple(_in_cell(one, named) for one in cell.paragraphs))
        if any(id(one) in named for one in cell.paragraphs)
        else cell
        for cell in block.cells
    )
    return replace(block, cells=cells) if cells != block.cells else block


def _as_action(line: Heading | Paragraph, one: _Count, level: int | None) -> Heading | Paragraph:
    """A title with "Action" for the word that counts it; a number alone as a heading."""
    if not one.word:
        numbered = NUMBERED_RE.match(_printed(line))
        end = numbered.end() if numbered is not None else 0
        text = f"{ACTION} {one.number}: {_printed(line)[end:]}"
        return Heading(text, level or 1, None, line.size, line.place, line.struck)
    return replace(line, text=ACTION + line.text[len(one.word) :])


def _in_cell(line: Paragraph, named: Mapping[int, _Count]) -> Paragraph:
    """The same of a line in a cell, of which the label may be bold and the rest not."""
    one = named.get(id(line))
    if one is None:
        return line
    end, lead_in = len(one.word), line.lead_in
    if lead_in is not None and lead_in.startswith(one.word):
        lead_in = ACTION + lead_in[end:]
    return replace(line, text=ACTION + line.text[end:], lead_in=lead_in)
