"""Shaded panels right of each card's text, whose labels no bold letters tell.

"Timescale", grey or in italics, above "Mid 2027" on a tint as high as the card: plans made in Word
and for the web print one beside each action. Knows words, fills and looks; no printed heading.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import takewhile

from extractors.readers.pdf.lines import Line, join_words, make_lines
from extractors.readers.pdf.page.regions.facts import MIN_LEFT, Facts, Piece, facts_of
from extractors.readers.pdf.record import Fill, Frame, Word, holds

MIN_WIDTH_PT = 60.0  # points; narrower fills are cells of dates and ratings, or bars
MIN_HEIGHT_PT = 22.0  # points: a label above its value has 24 and more
SAME_PLACE_PT = 2.0  # points by which panels below one another may begin apart
MIN_PANELS = 2  # panels that begin with the same label, on one page or on the next


def shaded_facts(
    fills: Sequence[Fill], words: Sequence[Word], around: Iterable[Sequence[Word]] = ()
) -> list[Facts]:
    """The shaded facts of the cards of a page.

    Args:
        fills: The page's filled areas.
        words: Those that stand in no ruled table.
        around: Those of the pages before and after, where the panel of the only card of a page has
            its like.
    """
    columns = _columns(fills, words)
    lines = make_lines([word for word in words if not word.turn]) if columns else []
    found: list[Facts] = []
    for panels in columns:
        held = [(panel, own) for panel in panels if (own := _own_lines(panel, lines))]
        if not held or not _are_labelled([own for _, own in held], around):
            continue
        stacks = [[Piece(line, line.words, 0, "") for line in own] for _, own in held]
        tops = [panel.top for panel, _ in held]
        rows = [facts_of(stack, lines, tops) for stack in stacks]
        found += [row for row in rows if row is not None] if all(rows) else []
    return found


def _columns(fills: Sequence[Fill], words: Sequence[Word]) -> list[list[Frame]]:
    """The fills that stand below one another in the right part of the page, top to bottom."""
    large = {
        Frame(*fill[:4])
        for fill in fills
        if fill.x1 - fill.x0 >= MIN_WIDTH_PT and fill.bottom - fill.top >= MIN_HEIGHT_PT
    }
    if not large or not words:
        return []
    left, right = min(word.x0 for word in words), max(word.x1 for word in words)
    least = left + MIN_LEFT * (right - left)
    columns: defaultdict[tuple[int, int], list[Frame]] = defaultdict(list)
    for one in sorted(large, key=lambda one: one.top):
        if one.x0 > least and not any(_touches(one, other) for other in large):
            columns[round(one.x0 / SAME_PLACE_PT), round(one.x1 / SAME_PLACE_PT)].append(one)
    return list(columns.values())


def _touches(one: Frame, other: Frame) -> bool:
    """Whether another fill stands beside a panel as cards and cells do, or right above it."""
    level = min(one.bottom, other.bottom) - max(one.top, other.top)
    beside = one.x0 >= other.x1 - SAME_PLACE_PT or one.x1 <= other.x0 + SAME_PLACE_PT
    stacked = abs(one.x0 - other.x0) + abs(one.x1 - other.x1) <= 2 * SAME_PLACE_PT
    return (beside and level > 0) or (stacked and abs(one.top - other.bottom) <= SAME_PLACE_PT)


def _own_lines(panel: Frame, lines: Sequence[Line]) -> list[Line]:
    """The lines in a panel, apart from the text left of it; [] where one crosses or goes past."""
    level = [one for one in lines if panel.top < one.middle_y < panel.bottom]
    words = [word for line in level for word in line.words]
    own = [word for word in words if holds(panel, word)]
    left = [word for word in words if word.x1 <= panel.x0]
    return make_lines(own) if own and left and len(own) + len(left) == len(words) else []


def _are_labelled(panels: Sequence[Sequence[Line]], around: Iterable[Sequence[Word]]) -> bool:
    """Whether all panels begin with the same label in a look that no value has."""
    heads = [_label(own) for own in panels]
    first = panels[0][0].words[0]
    if len({join_words(head) for head in heads}) > 1 or not heads[0]:
        return False
    values = [word for own in panels for word in own[-1].words[-1:]]
    told = any(_look(word) != _look(first) for word in values)
    return told and (len(panels) >= MIN_PANELS or _comes_again(first, around))


def _label(own: Sequence[Line]) -> list[Word]:
    """The words at the front of a panel that are set as its first word is."""
    first = own[0].words[0]
    return list(takewhile(lambda word: _look(word) == _look(first), own[0].words))


def _look(word: Word) -> tuple[bool, bool, str]:
    return word.style.bold, word.style.italic, word.style.colour


def _comes_again(first: Word, around: Iterable[Sequence[Word]]) -> bool:
    """Whether the word that begins a panel stands as far right on a page before or after."""
    return any(
        word.text == first.text
        and abs(word.x0 - first.x0) <= SAME_PLACE_PT
        and _look(word) == _look(first)
        for page in around
        for word in page
    )
