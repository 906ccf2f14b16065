"""Tables that no vertical rule parts into columns: hairlines, zebra shading, or white space alone.

Knows lines of words, rules and fills; knows no headings' words. A table of this kind is recognised
by its row of column heads (set bold, coloured or on a fill) or by rules of one width above one
another, and its columns by the free corridors between the heads that its text keeps.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extractors.readers.labels import are_values
from extractors.readers.pdf.grid import Grid, around
from extractors.readers.pdf.lines import Line, join_words, make_lines
from extractors.readers.pdf.record import Fill, Frame, Rule, Word
from extractors.readers.pdf.unruled.columns.corridors import Columns
from extractors.readers.pdf.unruled.columns.pieces import pieced_rules
from extractors.readers.pdf.unruled.columns.shaded import (
    ShadedRow,
    shaded_pairs,
    shaded_rows,
    stated_heads,
)
from extractors.readers.pdf.unruled.ends import left_below
from extractors.readers.pdf.unruled.headed import MIN_HEADS, Marks, headed_table
from extractors.readers.pdf.unruled.heads.heads import (
    MAX_HEAD_STEP_EM,
    is_at,
    looks_like_heads,
    plain_heads,
    set_apart,
)
from extractors.readers.pdf.unruled.heads.turned_heads import with_turned_heads
from extractors.readers.pdf.unruled.labels.card_titles import titles_card
from extractors.readers.pdf.unruled.labels.flushed import flushed_left
from extractors.readers.pdf.unruled.labels.label_grids import Labels
from extractors.readers.pdf.unruled.labels.labels import are_pairs, find_labels, labelled_rows
from extractors.readers.pdf.unruled.labels.tiers import tier_tables
from extractors.readers.pdf.unruled.labels.transposed import transposed_tables
from extractors.readers.pdf.unruled.marks.stacks import find_stacks, runs_across
from extractors.readers.pdf.unruled.marks.underlines import underlined
from extractors.readers.pdf.unruled.overleaf import rest_of_cell, whole_page
from extractors.readers.pdf.unruled.strips.beside import find_strips, without
from extractors.readers.pdf.unruled.strips.framed import EDGE_PT, piled, uneven
from extractors.readers.pdf.unruled.strips.halves import Side, find_halves, side_of
from extractors.readers.pdf.unruled.table import LineTable

MIN_BESIDE = 2  # the same heads beside those of another table say themselves that they are heads
LABEL_COLUMNS = 2  # of a list of labels with their texts
PAIRED = 4  # pieces of a line of two labels with a text each
MAX_REST_LINES = 12  # lines of one cell at a page's top, the rest of a row that a page break cut


@dataclass(frozen=True, slots=True)
class Unruled:
    """The tables without vertical rules of one page.

    Attributes:
        grids: Top to bottom.
        columns: Of the last of them.
        opening: The lines of the page, where they may go on with a table of the page before.
        rules: The rules and shaded rows' edges of the page, top to bottom.
    """

    grids: list[Grid] = field(default_factory=list)
    columns: Columns | None = None
    opening: tuple[Line, ...] = ()
    rules: tuple[Rule, ...] = ()


def find_unruled(
    words: Sequence[Word],
    across: Sequence[Rule],
    fills: Sequence[Fill],
    frames: Sequence[Frame] = (),
    before: Columns | None = None,
    beside: Sequence[Sequence[Word]] = (),
) -> Unruled:
    """Find the tables without vertical rules.

    Args:
        words: Those of the page that stand in no ruled table.
        across: Horizontal rules of the page.
        fills: Filled rectangles.
        frames: Drawn round parts of the text, as round cards.
        before: The columns in which the page before ended; None where nothing can go on.
        beside: The words of the pages before and after, which may print the same labels.
    """
    within = _in_frames(words, across, fills, frames)
    cards = [one for one in frames if any(around(one, grid.frame, EDGE_PT) for grid in within)]
    cards += [one for one in uneven(frames) if one not in cards]
    words = without(words, cards)  # what a card says is no row of a table with those beside it
    within += [
        grid for strip in find_strips(words, across, fills) for grid in _find_side(strip).grids
    ]
    words = without(words, [grid.frame for grid in within])
    lines = make_lines([word for word in words if word.turn == 0])
    page = Side(list(words), list(across), list(fills), beside)
    found = _find_beside(lines, page, MIN_HEADS, None if within else before)
    grids = sorted([*within, *found.grids], key=lambda grid: grid.ys[0])
    return replace(found, grids=grids) if within else found


def _in_frames(
    words: Sequence[Word], across: Sequence[Rule], fills: Sequence[Fill], frames: Sequence[Frame]
) -> list[Grid]:
    """The tables in framed cards beside one another."""
    pile = piled(words, across, fills, frames)
    if pile is None:
        return []
    found = (pile.back(grid) for grid in _find_side(pile.side).grids)
    return [grid for grid in found if grid is not None]


def _find_beside(
    lines: Sequence[Line], side: Side, least: int, before: Columns | None = None
) -> Unruled:
    """Find the tables among lines of which some may stand beside others, three abreast too."""
    parts: list[Unruled] = []
    while (halves := find_halves(lines, side.across, side.fills)) is not None:
        above = lines[: halves.first]
        parts.append(_find_in(above, _with_words_of(above, side), least))
        for left in (True, False):
            found = _find_side(side_of(halves, left, lines, side.across, side.fills))
            parts.append(Unruled(found.grids, rules=found.rules))
        lines = lines[halves.last :]
    if not parts:
        return _find_in(lines, side, least, before)
    rest = _find_in(lines, _with_words_of(lines, side), least)
    grids = [grid for part in (*parts, rest) for grid in part.grids]
    return replace(rest, grids=grids, opening=parts[0].opening)


def _find_side(side: Side) -> Unruled:
    """Find the tables of a part of the page that has others, or other text, beside it."""
    lines = make_lines(side.words)
    return _find_beside(lines, side, MIN_BESIDE)


def _with_words_of(lines: Sequence[Line], side: Side) -> Side:
    return replace(side, words=[word for line in lines for word in line.words])


def _find_in(
    lines: Sequence[Line], side: Side, least: int, before: Columns | None = None
) -> Unruled:
    """Find the tables among lines of which none stands beside another.

    ``least`` is how many heads begin a table that no rules mark.
    """
    across, fills = side.across, side.fills
    lines = flushed_left(lines)
    headings, rules = underlined(across, lines)
    stacks = find_stacks(rules, fills)
    drawn = tuple(sorted(runs_across(rules, fills)))
    if any([word.turn for word in side.words]):
        printed = [rule.at for rule in across if not rule.fill]
        printed += [y for stack in stacks for y in stack.ys]
        lines = with_turned_heads(lines, side.words, printed)
    opening = _opening(lines) or rest_of_cell(lines, drawn)
    alone = opening and not (before is not None and _pairs_labels(lines, before))
    whole = whole_page(lines, before, drawn, fills) if alone else None
    if whole is not None:
        return Unruled([whole.grid], whole.columns, rules=drawn)
    forms = _forms(lines, side)
    marked = stacks or forms.labels or forms.turned or forms.tiers
    if not marked and not any(_may_begin(line, fills) for line in lines):
        return Unruled(opening=opening)
    shaded = _stated_rows(lines, across, fills)
    tables = _tables(lines, forms, Marks(stacks, fills, shaded, least), headings)
    grids = [table.grid for table in tables]
    if grids and not _may_go_on(lines, grids[0], fills):
        above = [line for line in lines if line.base < grids[0].ys[0]]
        opening = _opening(above) or rest_of_cell(above, drawn)
    return Unruled(grids, tables[-1].columns if tables else None, opening, drawn)


def _stated_rows(
    lines: Sequence[Line], across: Sequence[Rule], fills: Sequence[Fill]
) -> list[ShadedRow]:
    """The rows whose columns shading or pieces of rules state, top to bottom."""
    stated = [*shaded_rows(fills), *shaded_pairs(fills, lines), *pieced_rules(across)]
    return sorted(stated, key=lambda row: row.top)


def _pairs_labels(lines: Sequence[Line], before: Columns) -> bool:
    """Whether the labels of cards, some beside others, stand where two columns go on from before.

    The page before tells these two alone, of the first labels and their texts.
    """
    return len(before.heads) == LABEL_COLUMNS and any(
        labels.again and labels.second is not None and is_at(labels.left, before.heads[0].x0)
        for labels in find_labels(lines)
    )


@dataclass(frozen=True, slots=True)
class _Forms:
    """What a page shows of tables without a row of heads.

    ``labels`` are the places where labels stand beside their texts, ``turned`` tables of which each
    column is an action by their first line, ``tiers`` those of labels above one row of values,
    ``edges`` the rules and the borders of shaded cells.
    """

    labels: Sequence[Labels]
    turned: Mapping[int, LineTable]
    tiers: Mapping[int, LineTable]
    edges: Sequence[Rule]


def _forms(lines: Sequence[Line], side: Side) -> _Forms:
    edges = runs_across(side.across, side.fills)
    turned = transposed_tables(lines, edges)
    return _Forms(find_labels(lines, side.beside), turned, tier_tables(lines, side.beside), edges)


def _tables(
    lines: Sequence[Line], forms: _Forms, marks: Marks, headings: Collection[float]
) -> list[LineTable]:
    """The tables from top to bottom; none goes on over a heading, whose base is given."""
    cards = forms.tiers
    ends = sorted([*cards, *(at for at, line in enumerate(lines) if line.base in headings)])
    found: list[LineTable] = []
    index = floor = 0
    while index < len(lines):
        end = next((at for at in ends if at > index), len(lines))
        table = cards.get(index) or _table_at(lines[:end], index, floor, forms, marks)
        if table is None:
            index += 1
            continue
        found.append(table)
        index = floor = table.end
        stacks = [left_below(stack, lines[index - 1]) for stack in marks.stacks]
        marks = replace(marks, stacks=stacks)
    return found


def _table_at(
    lines: Sequence[Line], index: int, floor: int, forms: _Forms, marks: Marks
) -> LineTable | None:
    """The table that begins at a line; labels printed again and again are surer than heads.

    Heads of two lines have their first lines on every page as well, and are none.
    """
    again = [labels for labels in forms.labels if labels.again]
    heads = stated_heads(lines, index, marks.shaded, marks.fills) is not None
    heads = heads or _goes_on_in_heads(lines, index)
    table = None if heads else labelled_rows(lines, index, again, forms.edges)
    if not heads and not looks_like_heads(lines[index], marks.fills):
        table = table or forms.turned.get(index)
    if not (_says_values(lines[index]) or titles_card(lines, index, again, forms.edges)):
        table = table or headed_table(lines, index, floor, marks)
    table = table or labelled_rows(lines, index, forms.labels, forms.edges)
    return table or forms.turned.get(index)


def _says_values(line: Line) -> bool:
    """Whether the pieces of a line are labels with their values: "Lead: Vale", "Due: 2027".

    So are two bold labels, each with a plain text beside it.
    """
    pieces = line.pieces
    if len(pieces) == PAIRED and are_pairs(pieces):
        return True
    return len(pieces) > 1 and are_values([join_words(words) for words in pieces])


def _goes_on_in_heads(lines: Sequence[Line], index: int) -> bool:
    """Whether bold or coloured pieces go on in a line of more: "Start", "Target" above "Date"."""
    pair = lines[index : index + 2]
    if len(pair) < 2 or not all(looks_like_heads(line, ()) for line in pair):
        return False
    first, below = pair
    close = below.base - first.base <= MAX_HEAD_STEP_EM * below.size and below.size == first.size
    return close and len(below.pieces) >= max(MIN_HEADS, len(first.pieces) + 1)


def _may_begin(line: Line, fills: Sequence[Fill]) -> bool:
    """Whether a table may begin at a line that no rule marks."""
    return looks_like_heads(line, fills) or plain_heads(line)


def _may_go_on(lines: Sequence[Line], grid: Grid, fills: Sequence[Fill]) -> bool:
    """Whether no head's look marks the first row of a table: another page may have begun it."""
    first = [line for line in lines if grid.ys[0] <= line.base <= grid.ys[1]]
    return not all(set_apart(line, fills) for line in first)


def _opening(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a page if two pieces of the first stand beside one another."""
    first = lines[:MAX_REST_LINES]
    several = any(len(line.pieces) > 1 for line in first)
    return tuple(lines) if several or any(_are_beside(*pair) for pair in pairwise(first)) else ()


def _are_beside(line: Line, below: Line) -> bool:
    """Whether two lines are of cells side by side, whose texts are set to the middle of a row."""
    return below.base - line.base < line.size and (below.x0 > line.x1 or below.x1 < line.x0)
