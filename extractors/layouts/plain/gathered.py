"""Labels with their values that a reader found as headings, lines and small tables, as one form.

``How we will know`` over a list, ``Cost: £4,000``, then ``Lead | By when`` over one row of values:
white space parts the labels of a card, so that each is a block of its own. Cards come in numbers:
only labels that the document prints again so are put together. Knows blocks and headings.
"""

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeGuard

from extractors.blocks import Block, Cell, Heading, Paragraph, Table
from extractors.columns.contents import is_date, is_status, opens_promise
from extractors.columns.folding import fold_heading
from extractors.columns.refs import NUMBER_RE
from extractors.grid import grid_of, text_of
from extractors.layouts.labels.cards import MAX_LABEL_WORDS, is_sure, label_of
from extractors.layouts.labels.prose_labels import (
    REF,
    as_line,
    cell_of,
    field_of,
    lone_label,
    read_labels,
)
from extractors.layouts.plain.paired import Pair, form_of, read_steps
from extractors.rows import WHO_AND_WHEN

SAYS = frozenset({"activity", "objective", "section"})  # labels of what is done, in sentences
COUNT_RE = re.compile(r"(\d{1,2})\.?")  # beside a label; "1.3" is a part of a chapter
MIN_CARDS = 2  # of the same labels; one alone may be a box beside a text


@dataclass(frozen=True, slots=True)
class _Run:
    """Blocks one after another that hold labels with their values, each label once."""

    start: int
    end: int
    pairs: tuple[Pair, ...]
    tables: tuple[Table, ...]
    goes_on: bool = False

    @property
    def labels(self) -> frozenset[str]:
        """Its labels, folded."""
        return frozenset(_folded(label) for label, _ in self.pairs)

    @property
    def is_card(self) -> bool:
        """It stands in pieces, one of them a table, and says who or when."""
        meanings = (label_of(text_of(label)) for label, _ in self.pairs)
        fields = {meaning.line.field for meaning in meanings if meaning is not None}
        return bool(self.tables and fields & WHO_AND_WHEN) and self.end - self.start > 1


def gather_labels(plain: Sequence[Block]) -> list[Block]:
    """The blocks with each card that stands in pieces as one form; all else as it is."""
    blocks = _marked(plain)
    heads = Counter(block.text for block in blocks if isinstance(block, Heading))
    again = {text for text, times in heads.items() if times >= MIN_CARDS}
    begun = [run for run in _runs(blocks, again, "") if run.is_card]
    firsts = Counter(_folded(run.pairs[0][0]) for run in begun if not run.goes_on)
    first = max(firsts, key=firsts.__getitem__, default="")
    runs = [run for run in _runs(blocks, again, first) if run.is_card]
    times = Counter(label for run in runs for label in run.labels)
    gathered = list(blocks)
    for run in reversed(runs):
        if sum(times[label] >= MIN_CARDS for label in run.labels) > 1:
            gathered[run.start : run.end] = [form_of(run.pairs, run.tables[0])]
    return gathered


def _marked(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks with lines that are labels and come again set bold, whatever sets them apart.

    A smaller size, a colour or italics are no part of a line. None where none says who or when,
    nor do tables below "Key action", as each card has one of "Lead | Due".
    """
    times = Counter(fold_heading(block.text) for block in blocks if _may_label(block))
    labels = {
        fold_heading(block.text): meaning.line.field
        for block in blocks
        if _may_label(block) and times[fold_heading(block.text)] >= MIN_CARDS
        if (meaning := label_of(block.text)) is not None
    }
    plan = len(labels) >= MIN_CARDS and not WHO_AND_WHEN.isdisjoint(labels.values())
    if not plan and not ("activity" in labels.values() and _tables_say_who(blocks)):
        return blocks
    return [
        replace(block, bold=True)
        if _may_label(block) and fold_heading(block.text) in labels
        else block
        for block in blocks
    ]


def _tables_say_who(blocks: Sequence[Block]) -> bool:
    """Whether several tables begin with a label of who or when, and with none of what is done."""
    tables = (block for block in blocks if isinstance(block, Table))
    heads = (
        [label_of(text_of(c)) for c in one.cells if not (c.row and c.column)] for one in tables
    )
    names = [{one.line.field for one in held if one is not None and one.sure} for held in heads]
    return sum(bool(one & WHO_AND_WHEN) and "activity" not in one for one in names) >= MIN_CARDS


def _may_label(block: Block) -> TypeGuard[Paragraph]:
    """Whether a line that is not bold says a label, and nothing that may be its value."""
    return (
        isinstance(block, Paragraph)
        and not (block.bold or block.marker or is_status(block.text) or is_date(block.text))
        and is_sure(block.text)
    )


def _runs(blocks: Sequence[Block], again: Container[str], first: str) -> Iterator[_Run]:
    """The runs of blocks that hold labels; each ends above the ``first`` label of most cards.

    ``again`` are the headings printed more than once, as the labels of cards are.
    """
    at, end = 0, -1
    while at < len(blocks):
        run = _run(blocks, at, again, first)
        run, end = replace(run, goes_on=at == end), run.end
        if run.pairs:
            yield run
        at = max(run.end, at + 1)


def _run(blocks: Sequence[Block], start: int, again: Container[str], first: str) -> _Run:
    """The labels that blocks hold from one on, until one comes again or a block holds none.

    A counted label, "Action 1.2" or "2 What we will do", begins a card.
    """
    at, pairs, tables, said = start, list[Pair](), list[Table](), set[str]()
    while at < len(blocks):
        found, count = _piece(blocks, at, again)
        labels = [_folded(label) for label, _ in found]
        counted = not isinstance(block := blocks[at], Table) and bool(_counted(_line(block))[0])
        counted |= any(NUMBER_RE.search(text_of(label)) for label, _ in found)
        next_card = first in labels or counted
        if not found or said.intersection(labels) or (said and next_card):
            break
        said.update(labels)
        pairs += found
        tables += [block] if isinstance(block, Table) else []
        at += count
    return _Run(start, at, tuple(pairs), tuple(tables))


def _piece(blocks: Sequence[Block], at: int, again: Container[str]) -> tuple[list[Pair], int]:
    """The labels with their values that begin at a block, and how many blocks they are."""
    block = blocks[at]
    if isinstance(block, Table):
        steps = read_steps(grid_of(block))
        whole = all(step.labels for step in steps)
        return [pair for step in steps if whole for pair in step.pairs], 1
    if isinstance(block, Heading) and block.text not in again:
        return [], 1  # "Action 3: Review the rota" begins a card, "Support" a chapter
    counts, line = _counted(_line(block))
    if (lone := lone_label(line)) is not None:
        value = _value(blocks, at + 1)
        value = value if field_of(lone) in SAYS else _before_title(value)
        return [*counts, (cell_of(line), cell_of(*value) if value else None)], 1 + len(value)
    read = read_labels(line)
    if isinstance(block, Heading) or read.title or not read.lines:
        return [], 1
    return [_pair(line, one.label, one.value) for one in read.lines], 1


def _counted(line: Paragraph) -> tuple[list[Pair], Paragraph]:
    """The number of a card beside its first label, "2 What we will do", and the label alone."""
    found = COUNT_RE.fullmatch(line.marker or "")
    if found is None or not (line.bold and is_sure(line.text)):
        return [], line
    number = Paragraph(found[1], place=line.place)
    return [_pair(line, REF, [number])], replace(line, marker=None)


def _pair(line: Paragraph, label: str, value: Sequence[Paragraph]) -> Pair:
    head = Paragraph(label, bold=True, place=line.place)
    return cell_of(head), cell_of(*value) if value else None


def _value(blocks: Sequence[Block], start: int) -> list[Paragraph]:
    """What stands below a label alone: all lines up to the next label, or a list at the end."""
    said: list[Paragraph] = []
    for block in map(blocks.__getitem__, range(start, len(blocks))):
        if not isinstance(block, Paragraph) or lone_label(block) or _is_labelled(block):
            break
        said.append(block)
    below = blocks[start + len(said) : start + len(said) + 1]
    if below and _begins(below[0]):
        return said
    marker = said[0].marker if said else None
    return [one for at, one in enumerate(said) if not at or None is not marker == one.marker]


def _before_title(value: Sequence[Paragraph]) -> list[Paragraph]:
    """The lines below a label of no action up to one that promises: the title of the next card.

    Below "Measures" and a list stands "Train 80 carers", right above the next "Lead | By when".
    """
    titles = (at for at, one in enumerate(value) if at and _is_title(one))
    return list(value[: next(titles, len(value))])


def _is_title(line: Paragraph) -> bool:
    """Whether a line is a sentence that promises: neither "• Train staff" nor "A survey"."""
    sentence = line.text.endswith(".") or len(line.text.split()) > MAX_LABEL_WORDS
    return line.marker is None and sentence and opens_promise(line.text)


def _begins(block: Block) -> bool:
    """Whether a block begins with a label, so that what stands above it is no title."""
    if isinstance(block, Table):
        steps = read_steps(grid_of(block))
        return bool(steps) and steps[0].labels
    line = _line(block)
    return lone_label(line) is not None or _is_labelled(line)


def _line(block: Heading | Paragraph) -> Paragraph:
    return as_line(block) if isinstance(block, Heading) else block


def _is_labelled(line: Paragraph) -> bool:
    read = read_labels(line)
    return bool(read.lines) and not read.title


def _folded(label: Cell) -> str:
    """What a label says, without the number of its card: "Action 4"."""
    return fold_heading(NUMBER_RE.sub("", text_of(label)))
