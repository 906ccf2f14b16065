"""Small cards below one another: a reference and a text, the same heads each time, and values.

``PL4 | Safer lighting in the lanes``, below it ``Owner | Due | Measures``, below that one row, and
again for the next card. The text runs over the columns that the heads open, so that a card is told
by its heads, which the page prints again and again. Knows lines of words and their look; knows
nothing of what is printed.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.readers.pdf.grid import Grid, GridCell
from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.record import Fill, Frame
from extractors.readers.pdf.unruled.columns.corridors import Columns, columns_below, narrowed_by
from extractors.readers.pdf.unruled.heads.heads import boxes_of, is_at, looks_like_heads
from extractors.readers.pdf.unruled.rows.stripes import row_borders
from extractors.readers.pdf.unruled.table import LineTable

MIN_CARDS = 2  # cards of a page whose heads are the same
SIDE_PT = 2.0  # points of room at either side of a card
MAX_TITLE_LINES = 16  # lines of an action; 9 were seen
MAX_MARKS = 2  # words of a reference: "Action 4"
MAX_STEP_EM = 2.2  # of the size from line to line in a row, paragraphs apart; 1.1 to 2.1 were seen
MAX_ROW_STEP_EM = 3.5  # of the size from row to row of one card; 1.3 to 2.8 were seen
ONE_TEXT_EM = 1.6  # of the size from line to line of one text
LARGER = 1.1  # times the size of the heads: a heading between cards
MAX_FOOTER_LINES = 3  # lines below a card that goes on overleaf: a footer and a page number


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of a card by the numbers of their lines: title, heads, values; some cut off."""

    title: range
    heads: range
    values: range

    @property
    def filled(self) -> list[range]:
        return [rows for rows in (self.title, self.heads, self.values) if rows]


def titled_cards(lines: Sequence[Line], fills: Sequence[Fill]) -> dict[int, LineTable]:
    """The tables of such cards on a page by the number of their first line, whole runs of cards."""
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        groups[tuple([word.text for word in line.words])].append(at)
    found: dict[int, LineTable] = {}
    for held in groups.values():
        if len(held) < MIN_CARDS or not looks_like_heads(lines[held[0]], fills):
            continue
        same = [at for at in held if _begin_alike(lines[at], lines[held[0]])]
        if len(same) >= MIN_CARDS:
            found |= _tables(lines, same)
    return found


def _begin_alike(line: Line, other: Line) -> bool:
    pairs = zip(line.words, other.words, strict=True)
    return all(is_at(one.x0, two.x0) for one, two in pairs)


def _tables(lines: Sequence[Line], heads: Sequence[int]) -> dict[int, LineTable]:
    """The tables of cards under the same heads; {} where fewer than two have a title above."""
    boxes = boxes_of(lines[heads[0]])
    titles = [_title_above(lines, at, boxes) for at in heads]
    if sum(map(bool, titles)) < MIN_CARDS:
        return {}
    columns = columns_below(boxes)
    cards: list[_Rows] = []
    for place, (at, title) in enumerate(zip(heads, titles, strict=True)):
        after = heads[place + 1 : place + 2]
        stop = titles[place + 1].start if after and titles[place + 1] else (*after, len(lines))[0]
        end, columns = _values_end(lines, at + 1, stop, columns)
        cards.append(_Rows(title, range(at, at + 1), range(at + 1, end)))
    last = _title_at_foot(lines, cards[-1].values.stop, boxes)
    if last and cards[-1].values:
        cards.append(_Rows(last, range(0), range(0)))
    first, columns = _values_overleaf(lines, cards[0].filled[0].start, columns)
    if first:
        cards.insert(0, _Rows(range(0), range(0), first))
    found = {}
    for held in _together(cards):
        rows = [rows for card in held for rows in card.filled]
        grid = _grid(lines, rows, {card.title for card in held}, columns)
        found[rows[0].start] = LineTable(grid, rows[-1].stop, columns)
    return found


def _title_above(lines: Sequence[Line], heads: int, boxes: Sequence[Frame]) -> range:
    """The lines of the reference and text above a line of heads; empty where there are none."""
    first = heads
    marked = False
    for at in range(heads - 1, max(heads - 1 - MAX_TITLE_LINES, -1), -1):
        line = lines[at]
        begins, goes_on = _begins_title(line, boxes), is_at(line.x0, boxes[1].x0)
        most = ONE_TEXT_EM if at + 1 < heads else MAX_ROW_STEP_EM
        far = lines[at + 1].base - line.base > most * line.size
        if line.size > LARGER * lines[heads].size or far or (marked and begins):
            break
        if not (begins or goes_on):
            break
        first, marked = at, marked or begins
    return range(first, heads) if marked else range(0)


def _begins_title(line: Line, boxes: Sequence[Frame]) -> bool:
    """Whether a line is a reference and the text behind it: "PL4", "Light the lane".

    A reference set to the middle of a text of several lines may stand alone.
    """
    pieces = line.pieces
    if not is_at(line.x0, boxes[0].x0) or len(pieces) > 2:
        return False
    marks = [word.text for word in pieces[0]]
    numbered = any(letter.isdigit() for text in marks for letter in text)
    beside = len(pieces) == 1 or is_at(pieces[1][0].x0, boxes[1].x0)
    return len(marks) <= MAX_MARKS and numbered and beside and line.words[0].x1 < boxes[1].x0


def _values_end(
    lines: Sequence[Line], start: int, stop: int, columns: Columns
) -> tuple[int, Columns]:
    """Where the values below heads end, and what they leave free between the columns."""
    rows = max((lines[at].base - lines[at - 1].base for at in range(start, stop)[:1]), default=0.0)
    for at in range(start, stop):
        line, before = lines[at], lines[at - 1]
        step = line.base - before.base
        most = max(rows, MAX_STEP_EM * line.size) if at > start else MAX_ROW_STEP_EM * line.size
        if step > most or line.size > LARGER * before.size:
            return at, columns
        next_card = step > ONE_TEXT_EM * line.size and _begins_title(line, columns.heads)
        narrowed = narrowed_by(columns, line)
        if narrowed is None or (at > start and next_card):
            return at, columns
        columns = narrowed
    return stop, columns


def _title_at_foot(lines: Sequence[Line], start: int, boxes: Sequence[Frame]) -> range:
    """The title of a card whose heads stand overleaf."""
    end = start
    while end < len(lines) and (
        _begins_title(lines[end], boxes) or is_at(lines[end].x0, boxes[1].x0)
    ):
        end += 1
    marked = any(_begins_title(line, boxes) for line in lines[start:end])
    return range(start, end) if marked and len(lines) - end <= MAX_FOOTER_LINES else range(0)


def _values_overleaf(lines: Sequence[Line], stop: int, columns: Columns) -> tuple[range, Columns]:
    """The values at a page's top whose title and heads stand on the page before."""
    start = stop
    while start:
        line = lines[start - 1]
        narrowed = narrowed_by(columns, line)
        far = start < stop and lines[start].base - line.base > MAX_STEP_EM * line.size
        at_head = any(is_at(line.x0, box.x0) for box in columns.heads)
        if narrowed is None or far or not at_head:
            break
        columns, start = narrowed, start - 1
    several = any(len(line.pieces) > 1 for line in lines[start:stop])
    top = start <= MAX_FOOTER_LINES and several
    return (range(start, stop), columns) if top else (range(0), columns)


def _together(cards: Sequence[_Rows]) -> list[list[_Rows]]:
    """The cards in groups that nothing parts."""
    groups: list[list[_Rows]] = []
    end = -1
    for card in cards:
        if card.filled[0].start != end:
            groups.append([])
        groups[-1].append(card)
        end = card.filled[-1].stop
    return groups


def _grid(
    lines: Sequence[Line], rows: Sequence[range], titles: Collection[range], columns: Columns
) -> Grid:
    held = [[lines[at] for at in row] for row in rows]
    x0 = min(line.x0 for row in held for line in row) - SIDE_PT
    x1 = max(line.x1 for row in held for line in row) + SIDE_PT
    xs = columns.borders(x0, x1)
    ys = row_borders(held, SIDE_PT)
    cells = []
    for row, (top, bottom) in enumerate(pairwise(ys)):
        cuts = [0, 1, len(xs) - 1] if rows[row] in titles else range(len(xs))
        for first, last in pairwise(cuts):
            frame = Frame(xs[first], top, xs[last], bottom)
            cells.append(GridCell(row, first, 1, last - first, frame))
    return Grid(tuple(xs), tuple(ys), tuple(cells), None, None, aligned=True)
