"""Facts beside cards: labels above their values, or before them, right of each card's own text.

"Lead", "Housing", "By when", "May 2027" stand below one another beside what is done, shaded or not;
read line by line with that, the words of both are mixed. Knows words and their look; knows no
printed heading.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise, takewhile
from typing import NamedTuple

from extractors.readers.pdf.lines import Line, join_words, make_lines
from extractors.readers.pdf.record import Frame, Word

MIN_LABELS = 2  # labels of the facts of one card, printed again beside the next
MIN_LEFT = 0.4  # of the width of the page's words, for the text beside the facts
SAME_PLACE_PT = 1.5  # points by which the labels and values of one column begin apart
STEP_EM = 2.6  # of the size from one line of facts to the next
NEAR_EM = 2.2  # of the size from one line of a card's text to the next; cards stand further apart
MIN_GUTTER_PT = 8.0  # points from the text of a card to its facts
LARGER = 1.2  # times the size of a label: a line set so heads the cards below


class Facts(NamedTuple):
    """The frames of the facts of one card, of the text beside them, and of both."""

    bar: Frame
    text: Frame
    row: Frame


class Piece(NamedTuple):
    """A piece of a line with its place; its label is the bold words that it begins with."""

    line: Line
    words: tuple[Word, ...]
    at: int
    label: str


def facts_beside(words: Sequence[Word], around: Iterable[Sequence[Word]] = ()) -> list[Facts]:
    """The facts of the cards of a page.

    Args:
        words: Those that stand in no ruled table.
        around: Those of the pages before and after, which may print the same labels.
    """
    left, right = min((w.x0 for w in words), default=0.0), max((w.x1 for w in words), default=0.0)
    least = left + MIN_LEFT * (right - left)
    if sum(word.style.bold and word.x0 > least for word in words) < MIN_LABELS:
        return []
    lines = make_lines([word for word in words if not word.turn])
    pieces = [_piece(line, held) for line in lines for held in line.pieces]
    times = Counter([one.label for one in pieces])
    for page in around:
        times.update({_label(run) for bold, run in groupby(page, _look) if bold[0]})
    alone = Counter(label for label, _ in {(one.label, one.at) for one in pieces})
    again = {text for text, count in times.items() if text and count > 1 == alone[text]}
    columns: defaultdict[int, list[Piece]] = defaultdict(list)
    for one in pieces:
        if one.words is one.line.pieces[-1] and one.words[0].x0 > least:
            columns[one.at].append(one)
    stacks = [one for column in columns.values() for one in _stacks(column, again)]
    stacks = [stack for stack in stacks if _are_facts(stack, again)]
    tops = [stack[0].line.top for stack in stacks]
    return [row for stack in stacks if (row := facts_of(stack, lines, tops)) is not None]


def _piece(line: Line, held: tuple[Word, ...]) -> Piece:
    label = _label(takewhile(lambda word: word.style.bold, held))
    return Piece(line, held, round(held[0].x0 / SAME_PLACE_PT), label)


def _label(words: Iterable[Word]) -> str:
    return join_words(list(words)).rstrip(": ")


def _look(word: Word) -> tuple[bool, float]:
    return word.style.bold, word.base


def _stacks(column: Sequence[Piece], again: set[str]) -> Iterator[list[Piece]]:
    """The pieces of a column in runs without a wide gap, of which each says no label twice."""
    stack: list[Piece] = []
    for one in column:
        far = bool(stack) and one.line.base - stack[-1].line.base > STEP_EM * one.line.size
        if far or one.label in {other.label for other in stack} & again:
            yield stack
            stack = []
        stack.append(one)
    if stack:
        yield stack


def _are_facts(stack: Sequence[Piece], again: set[str]) -> bool:
    """Whether pieces are labels, each with its value, beside a text that is no label."""
    told = [one.label in again for one in stack]
    ends = [below is not False for _, below in pairwise([*told, None])]  # no value stands below
    alone = (one.words[-1].style.bold for one in stack)
    empty = any(map(all, zip(told, ends, alone, strict=True)))
    first, *others = stack[0].line.pieces
    columns = bool(others) and _piece(stack[0].line, first).label in again
    return told[0] and sum(told) >= MIN_LABELS and not (empty or columns)


def facts_of(stack: Sequence[Piece], lines: Sequence[Line], tops: Sequence[float]) -> Facts | None:
    """The facts with the text beside them; None where a line crosses from one to the other."""
    first, bottom = stack[0].line, stack[-1].line.bottom
    x0 = min(one.words[0].x0 for one in stack) - SAME_PLACE_PT
    bar = Frame(x0, stack[0].words[0].top, max(one.words[-1].x1 for one in stack), bottom)
    end = min((top for top in tops if top > first.top), default=float("inf"))
    own: list[Word] = []
    for line in (one for one in lines if one.bottom > bar.top and one.middle_y < end):
        left = [word for word in line.words if word.x0 < x0]
        crosses = any(word.x1 > x0 - MIN_GUTTER_PT for word in left)
        if crosses and line.middle_y <= bottom:
            return None
        far = bool(own) and line.base - own[-1].base > NEAR_EM * line.size
        if line.middle_y > bottom and (crosses or far or line.size > LARGER * first.size):
            break
        own += left
    if not own:
        return None
    top, foot = min(word.top for word in own), max(word.bottom for word in own)
    text = Frame(min(word.x0 for word in own), top, max(word.x1 for word in own), foot)
    return Facts(bar, text, Frame(text.x0, min(top, bar.top), bar.x1, max(foot, bottom)))
