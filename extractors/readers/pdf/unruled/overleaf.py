"""The rows of a page that go on with the table of the page before, in columns known from there.

Knows lines of words, columns and heights of rules; knows nothing of what is printed.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile
from statistics import median

from extractors.readers.pdf.lines import Line, begins_small
from extractors.readers.pdf.record import Fill, Rule
from extractors.readers.pdf.unruled.body import table_body
from extractors.readers.pdf.unruled.columns.corridors import Columns, fits
from extractors.readers.pdf.unruled.columns.notes import labels_again, notes_in
from extractors.readers.pdf.unruled.columns.spanned import held_by
from extractors.readers.pdf.unruled.ends import FAR_LARGER, ends_table, heads_follow
from extractors.readers.pdf.unruled.headed import MIN_HEADS
from extractors.readers.pdf.unruled.heads.heads import is_at, set_apart
from extractors.readers.pdf.unruled.labels.label_rows import ONE_TEXT_EM
from extractors.readers.pdf.unruled.marks.stacks import Stack
from extractors.readers.pdf.unruled.rows.parted import MIN_PARTED, columns_parted, levels_of
from extractors.readers.pdf.unruled.rows.rows import columns_at
from extractors.readers.pdf.unruled.table import LineTable
from extractors.readers.pdf.unruled.table_grids import table_grid

LABEL_BORDERS = 3  # of a list of labels with texts beside them
SAME_WIDTH_PT = 2.0  # points by which the ends of rules of one width differ
CLOSE_EM = 2.0  # of the size from the last line of a row to the rule that closes it
MIN_INDENT_EM = 2.0  # of the size from where a rule begins to text of a later column
MIN_STRIPES = 3  # bars of one width and colour on a page; heads printed twice are two
OPENING_LINES = 4  # lines at the top of a page among which a table may go on


def whole_page(
    lines: Sequence[Line], before: Columns | None, rules: Sequence[Rule], fills: Sequence[Fill]
) -> LineTable | None:
    """The table of the page before where it goes on to the foot of a page without a head's look.

    What the page shows by itself would not say more.
    """
    plain = _without_stripes(fills, lines)
    if before is None or any(set_apart(line, plain) for line in lines):
        return None
    table = carried_table(lines, before, rules)
    first = table is not None and table.grid.ys[0] <= lines[0].base
    return table if table is not None and first and table.end == len(lines) else None


def _without_stripes(fills: Sequence[Fill], lines: Sequence[Line]) -> Sequence[Fill]:
    """The fills of a page but for the bars of one look behind every other row: no head's look."""
    x0, x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
    bars = Counter((one.x0, one.x1, one.colour) for one in fills if one.x0 <= x0 and x1 <= one.x1)
    again = {bar for bar, count in bars.items() if count >= MIN_STRIPES}
    return [one for one in fills if (one.x0, one.x1, one.colour) not in again] if again else fills


def _keeps_clear(line: Line, columns: Columns) -> bool:
    """Whether no piece of a line between wide gaps stands in two columns.

    One line that happens to have a blank at each border is no row: headings do. A piece may fill
    more of its column than those of the page before do, which left a wide blank beside them; the
    next text is hard by it, and begins as its column does.
    """
    return not any(
        words[0].x0 <= low
        and high <= words[-1].x1
        and not any(columns.begins(word.x0, at) for word in words)
        for words in line.pieces
        for at, (low, high) in enumerate(columns.free, 1)
    )


def _may_belong(line: Line, columns: Columns) -> bool:
    """Whether a line may stand in rows that go on: a title between them is set apart.

    Below two columns it is the next card's, which begins a list of labels of its own.
    """
    between = len(columns.heads) >= MIN_HEADS and set_apart(line, ())
    clear = between or _keeps_clear(line, columns)
    return columns.bare or clear or held_by(columns, line) is not None


def carried_table(
    lines: Sequence[Line], columns: Columns, rules: Sequence[Rule]
) -> LineTable | None:
    """The table of the lines that keep to the columns of the table on the page before.

    Lines above it, running headers say, are passed over; below the heading of a chapter, or of a
    table with heads of its own, nothing goes on.
    """
    size = median(line.size for line in lines) if lines else 0.0
    for start in range(min(OPENING_LINES, len(lines))):
        titled = ends_table(lines[start], size) and _other_heads_follow(lines, start, columns)
        if lines[start].size > FAR_LARGER * size or titled:
            return None
        if not columns.bare and not _keeps_clear(lines[start], columns):
            continue
        if len(columns.heads) < MIN_HEADS and ends_table(lines[start], size):
            continue  # a heading, below which labels and texts begin anew
        if start and _goes_on(lines[start], lines[start - 1]):
            continue
        clear = takewhile(lambda line: _may_belong(line, columns), lines[start:])
        labels = labels_again(lines, columns, start)
        body, kept = table_body(list(clear), 0, columns, None, (), labels)
        heights = [rule.at for rule in rules]
        if body and (fits(body, kept, 1, heights) or _is_rest_of_cell(body, columns, rules)):
            notes = notes_in(body, kept, labels)
            grid = table_grid([], body, kept, _drawn(body, kept, rules), (), notes)
            return LineTable(grid, start + len(body), kept)
    return None


def _other_heads_follow(lines: Sequence[Line], at: int, columns: Columns) -> bool:
    """Whether heads of other columns stand below a title: "Ref", "Action", "Owner", "Target".

    "Sponsor: Vale | Board: Homes" says more of the title; a bold row begins as the columns do.
    """
    if not heads_follow(lines, at):
        return False
    pieces = next(line.pieces for line in lines[at + 1 :] if len(line.pieces) > 1)
    words = [word for piece in pieces for word in piece]
    told = any(":" in word.text or any(map(str.isdigit, word.text)) for word in words)
    starts = [
        any(columns.begins(piece[0].x0, n) for n in range(len(columns.heads))) for piece in pieces
    ]
    return len(pieces) >= MIN_HEADS and not (told or all(starts))


def _goes_on(line: Line, above: Line) -> bool:
    """Whether a line is the rest of a sentence above it that is no row of the table."""
    near = line.base - above.base <= ONE_TEXT_EM * line.size and is_at(line.x0, above.x0)
    return near and begins_small(line.words[0].text)


def rest_of_cell(lines: Sequence[Line], rules: Sequence[Rule]) -> tuple[Line, ...]:
    """The lines at a page's top that may be the rest of one cell, cut by a page break; () for none.

    They stand between two rules of one width, or close above the first of all where a table has a
    rule below each row alone, right of where it begins: the cells beside this one had ended.
    """
    top = sorted(rules)[:2]
    if not top or not lines:
        return ()
    if top[0].at > lines[0].base:
        held = tuple(takewhile(lambda line: line.base < top[0].at, lines))
        alike = top[0].at - held[-1].base <= CLOSE_EM * held[-1].size
    elif len(top) > 1:
        held = tuple(takewhile(lambda line: line.base < top[1].at, lines))
        ends = zip(top[0][1:3], top[1][1:3], strict=True)
        alike = all(abs(a - b) < SAME_WIDTH_PT for a, b in ends)
    else:
        return ()
    inside = all(line.x0 - top[0].start > MIN_INDENT_EM * line.size for line in held)
    return held if held and alike and inside else ()


def _is_rest_of_cell(body: Sequence[Line], columns: Columns, rules: Sequence[Rule]) -> bool:
    """Whether such lines begin where the text of one column does, and reach no other."""
    if rest_of_cell(body, rules) != tuple(body):
        return False
    borders = columns.borders(float("-inf"), float("inf"))
    used = {at for line in body for at in columns_at(line, borders)}
    return len(used) == 1 and all(columns.begins(line.x0, min(used)) for line in body)


def _drawn(body: Sequence[Line], columns: Columns, rules: Sequence[Rule]) -> Stack | None:
    """The rules that part the rows of a table in all of its columns, or in some; None for none.

    On a page that begins in the middle of a table the first rules may stop at a merged cell. Labels
    with a text beside each part its rows, though they alone be shaded.
    """
    x0, x1 = min(line.x0 for line in body), max(line.x1 for line in body)
    borders = columns.borders(x0, x1)
    whole: list[float] = []
    parts: list[Rule] = []
    for level in levels_of(rules):
        parted = columns_parted(level, borders)
        labels = len(borders) == LABEL_BORDERS and 0 in parted
        if len(parted) == len(borders) - 1 or labels:
            whole.append(level[0].at)
        elif len(parted) >= MIN_PARTED:
            parts += level
    if not whole and not parts:
        return None
    return Stack(x0, x1, tuple(whole) or (body[0].top,), tuple(parts))
