"""Column heads set vertically above columns that no rule parts.

Knows words and lines; knows nothing of what heads say. Heads turned by a quarter stand beside
heads set as usual in one tall row; for the search of columns all of them become one line, a piece
for each head, at the foot of that row.
"""

from collections.abc import Sequence

from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.record import Frame, Word
from extractors.readers.pdf.unruled.heads.heads import heads_of

QUARTERS = frozenset({90, 270})
SAME_HEAD_EM = 0.6  # of the size between two lines of one turned head; heads stood 10.8 apart
SAME_ROW_EM = 1.0  # of the size between words of one turned line; 0.28 to 0.79 were seen
MIN_UPRIGHT = 3  # heads beside turned ones between two rules, which need no text below
OUTSIDE_PT = 12.0  # points by which a head may stand outside the text below: padding and centring
MAX_ROW_PT = 200.0  # points of a row's height; heads of 40 to 150 were seen, a turned margin of 365
MAX_STRIPE_EM = 0.6  # of the size between two lines of one head; a heading stood 1.1 above heads
RULE_PT = 3.0  # points by which turned letters may reach over the rule at their row's end
DESCENT_EM = 0.22  # of the size: what letters reach below their base


def with_turned_heads(
    lines: Sequence[Line], words: Sequence[Word], rules: Sequence[float]
) -> list[Line]:
    """The lines of a page, each row of heads that holds turned ones as one line.

    Args:
        lines: The upright lines, top to bottom.
        words: All words in no ruled table, turned ones among them.
        rules: Heights of the rules that may stand above and below the row.
    """
    turned = [word for word in words if word.turn in QUARTERS]
    found = list(lines)
    for row in _rows(turned):
        line, held = _head_line(row, found, rules)
        if line is not None:
            found = sorted([*(one for one in found if one not in held), line], key=_base)
    return found


def _base(line: Line) -> float:
    return line.base


def _left(word: Word) -> float:
    return word.x0


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    """Turned words in rows: those of one row overlap in height, or follow as words do."""
    rows: list[list[Word]] = []
    bottom = 0.0
    for word in sorted(words, key=lambda each: each.top):
        if rows and word.top - bottom <= SAME_ROW_EM * word.style.size:
            rows[-1].append(word)
            bottom = max(bottom, word.bottom)
        else:
            rows.append([word])
            bottom = word.bottom
    return rows


def _head_line(
    row: Sequence[Word], lines: Sequence[Line], rules: Sequence[float]
) -> tuple[Line | None, list[Line]]:
    """The line that stands for a row of heads, and the upright lines that it takes in."""
    boxes = _heads(row)
    top, bottom = min(word.top for word in row), max(word.bottom for word in row)
    over, under = _between(rules, top, bottom)
    held = _close(top, [line for line in lines if over <= line.middle_y <= under])
    upright = heads_of(held)
    ruled = over < top and bottom < under and len(upright) >= MIN_UPRIGHT
    top = min([top, *(line.top for line in held)])
    bottom = max([bottom, *(line.bottom for line in held)])
    below = [line for line in lines if line not in held and line.base > bottom]
    if bottom - top > MAX_ROW_PT or not (ruled or (below and _is_above(boxes, below))):
        return None, []
    first = held[0].words[0] if held else row[0]
    size = first.style.size
    base = bottom - DESCENT_EM * size
    pieces = [
        first._replace(text="head", x0=x0, top=top, x1=x1, bottom=bottom, base=base, turn=0)
        for x0, _, x1, _ in sorted([*boxes, *upright])
    ]
    return Line(tuple(pieces), pieces[0].x0, top, pieces[-1].x1, bottom, base, size), held


def _heads(row: Sequence[Word]) -> list[Frame]:
    """The boxes of the turned heads of a row, left to right."""
    boxes: list[Frame] = []
    for word in sorted(row, key=_left):
        last = boxes[-1] if boxes else None
        if last is not None and word.x0 - last.x1 <= SAME_HEAD_EM * word.style.size:
            boxes[-1] = Frame(
                last.x0,
                min(last.top, word.top),
                max(last.x1, word.x1),
                max(last.bottom, word.bottom),
            )
        else:
            boxes.append(Frame(word.x0, word.top, word.x1, word.bottom))
    return boxes


def _between(rules: Sequence[float], top: float, bottom: float) -> tuple[float, float]:
    """The rules that a row of heads stands between; its own ends where it has none."""
    above = [y for y in rules if y <= top + RULE_PT]
    below = [y for y in rules if y >= bottom - RULE_PT]
    if not above or not below or min(below) - max(above) > MAX_ROW_PT:
        return top, bottom
    return max(above), min(below)


def _close(top: float, lines: Sequence[Line]) -> list[Line]:
    """The lines of the row, without those that a stripe parts from heads beside the turned ones.

    Where a table has a rule below each row alone, the one above its heads is of another table, and
    a heading with its text stands between.
    """
    held = [line for line in lines if line.bottom > top]
    reached = min((line.top for line in held), default=0.0)
    for line in reversed([line for line in lines if line.bottom <= top]):
        if line.bottom < reached - MAX_STRIPE_EM * line.size:
            break
        held.insert(0, line)
        reached = min(reached, line.top)
    return held


def _is_above(boxes: Sequence[Frame], below: Sequence[Line]) -> bool:
    """Whether heads stand above text; a single one may stand in the margin beside it."""
    low = min(line.x0 for line in below) - OUTSIDE_PT
    high = max(line.x1 for line in below) + OUTSIDE_PT
    return len(boxes) > 1 or (low <= boxes[0].x0 and boxes[0].x1 <= high)
