"""Where a table without vertical rules ends: at headings, and where its heads are printed again.

Knows lines and stacks of rules; knows nothing of what is printed.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.record import Fill, Frame
from extractors.readers.pdf.unruled.columns.corridors import columns_below, narrowed_by
from extractors.readers.pdf.unruled.heads.heads import LARGER, SOMEWHAT_LARGER, is_at, set_apart
from extractors.readers.pdf.unruled.marks.stacks import SAME_RULE_PT, Stack
from extractors.readers.pdf.unruled.rows.parted import SAME_HEIGHT_PT
from extractors.readers.pdf.unruled.rows.rows import ONE_TEXT_EM

MAX_INTRO_LINES = 3  # lines of text between the title of a table and its heads
FAR_LARGER = 1.8  # times the size of a table's text; banner rows are set 1.0 to 1.5 times as large
SNUG_EM = 2.2  # of the size: height of a banner row; a heading between tables has more room
PADDED_PT = 2.5  # points from a table's edge to its text; headings above begin at the edge
AT_EDGE_PT = 1.0  # points between the starts of a heading and of the rules below it
CLOSING_EM = 1.6  # of the size from a table's last line to the rule that closes it


def left_below(stack: Stack, last: Line) -> Stack:
    """What of a stack a table with this last line, and the rule that closes it, leaves below."""
    left = tuple(at for at in stack.ys if at > last.base + CLOSING_EM * last.size)
    return replace(stack, ys=left) if len(left) > 1 else stack


def below_heads(stack: Stack | None, body: Sequence[Line], fills: Sequence[Fill]) -> Stack | None:
    """The stack of a table with these lines; None where it frames the heads above them alone.

    The shading of a banner right below the heads is no row's either.
    """
    plain = (line for line in body if not set_apart(line, fills))
    first = next(plain, body[0] if body else None)
    framed = stack is not None and first is not None and stack.ys[-1] < first.base
    return None if framed else stack


def part_above(stack: Stack | None, last: Line) -> Stack | None:
    """What of a stack lies above a table's last line and its closing rule; None for nothing."""
    reach = last.base + CLOSING_EM * last.size
    ys = tuple(y for y in stack.ys if y < reach) if stack is not None else ()
    return replace(stack, ys=ys) if stack is not None and ys else None


def next_title(lines: Sequence[Line], start: int) -> int:
    """The line that titles the next table: bold, of one piece, and bold or coloured heads follow.

    A few lines of text may stand between. Where all rows so far are bold it titles none, nor above
    a counted aim ("Objective 2.1 | Warm homes"), which is a band as well; the number of lines where
    nothing does.
    """
    plain = start > 0 and not set_apart(lines[start - 1], ())
    for at in range(start, len(lines)):
        if not _is_bold(lines[at]):
            plain = True
        elif plain and not _in_row(lines, at) and heads_follow(lines, at):
            return at
    return len(lines)


def _in_row(lines: Sequence[Line], at: int) -> bool:
    """Whether a bold line is one of several pieces, or goes on close below bold heads or a cell."""
    line, above = lines[at], lines[at - 1]
    step = line.base - above.base
    if len(line.pieces) > 1 or step > SNUG_EM * line.size:
        return len(line.pieces) > 1
    heads = len(above.pieces) > 1 and _is_bold(above)
    return heads or (
        step <= ONE_TEXT_EM * line.size
        and any(is_at(line.x0, word.x0) and word.style.bold for word in above.words)
    )


def heads_follow(lines: Sequence[Line], at: int) -> bool:
    """Whether bold or coloured heads of a table stand below a line, a few lines of text between."""
    near = lines[at + 1 : at + 2 + MAX_INTRO_LINES]
    below = next((line for line in near if len(line.pieces) > 1), None)
    return below is not None and set_apart(below, ()) and not _is_counted(below)


def _is_counted(line: Line) -> bool:
    """Whether a line is a label that ends in a figure, and a text; of heads all or none do."""
    counted = [any(map(str.isdigit, piece[-1].text)) for piece in line.pieces]
    return counted == [True, False]


def _is_bold(line: Line) -> bool:
    return all(word.style.bold for word in line.words)


def heads_again(heads: Sequence[Line], body: Sequence[Line]) -> int | None:
    """Where the same heads are printed again, as above the next table; None where they are not.

    Columns of other widths may break them elsewhere: "By when" stands in one line or in two.
    """
    words = _sorted_words(heads)
    counts = [*accumulate((len(line.words) for line in body), initial=0)]
    ends = {count: end for end, count in enumerate(counts)}
    for start, line in enumerate(body):
        end = ends.get(counts[start] + len(words)) if line.words[0].text in words else None
        if end is not None and _sorted_words(body[start:end]) == words:
            return start
    return None


def _sorted_words(lines: Sequence[Line]) -> list[str]:
    return sorted(word.text for line in lines for word in line.words)


def end_before(body: Sequence[Line], heads: Sequence[Frame], size: float) -> int:
    """How many lines belong to a table before the headings of the next one."""
    large = [index for index, line in enumerate(body) if line.size > LARGER * size]
    if large:
        first = large[-1]
        while first - 1 in large:
            first -= 1
        return first
    columns = columns_below(heads)
    end = len(body)
    while end and narrowed_by(columns, body[end - 1]) is None:
        end -= 1
    return end


def ends_table(line: Line, size: float) -> bool:
    """Whether a line between no rules is the heading of what follows a table."""
    if line.size > LARGER * size:
        return True
    return _is_bold(line) and line.size > SOMEWHAT_LARGER * size and len(line.pieces) == 1


def is_heading_between(
    line: Line,
    stack: Stack,
    size: float,
    body: Sequence[Line] = (),
    fills: Sequence[Fill] = (),
) -> bool:
    """Whether a line between rules is no banner row: set large, it has more room than one.

    Or it begins at the edge of the rules where all rows before it, ``body``, are padded. A row is
    told by its shading from rule to rule, however high it is.
    """
    at_edge = len(line.pieces) == 1 and abs(line.x0 - stack.x0) <= AT_EDGE_PT
    if at_edge and body and min(one.x0 for one in body) - stack.x0 >= PADDED_PT:
        return True
    if not ends_table(line, size):
        return False
    if line.size > FAR_LARGER * size:
        return True
    above = max((y for y in stack.ys if y <= line.base), default=line.base)
    below = min((y for y in stack.ys if y > line.base), default=line.base)
    row = Frame(stack.x0, above, stack.x1, below)
    return below - above > SNUG_EM * line.size and not _is_shaded_row(row, stack, fills)


def _is_shaded_row(row: Frame, stack: Stack, fills: Sequence[Fill]) -> bool:
    """Whether a fill is as large as a row and ends at a rule, below another or below shading."""
    whole = any(
        all(abs(one - other) <= SAME_RULE_PT for one, other in zip(fill[:4], row, strict=True))
        for fill in fills
        if not fill.shape
    )
    below_shade = any(
        abs(fill.bottom - row.top) <= SAME_HEIGHT_PT and row.x0 < fill.x1 and fill.x0 < row.x1
        for fill in fills
        if not fill.shape
    )
    return whole and row.bottom in stack.drawn and (row.top in stack.drawn or below_shade)
