"""Side bars: a shaded strip beside the text of a page, with a text of its own.

"Priority 2", what it means and a figure on a tinted third of the page stand beside the actions;
read line by line with them, the words of both are mixed. Knows words and fills.
"""

from collections.abc import Sequence

from extractors.readers.pdf.lines import make_lines
from extractors.readers.pdf.record import Fill, Frame, Word, holds

MIN_WIDTH_PT = 80.0  # points; narrower strips are tabs at the edge of the page, or columns
MAX_SHARE = 0.5  # of the width of the page's words; a wider one holds the text
MIN_LINES = 4  # lines, as a title of two, a text and a figure
FEW_LINES = 2  # lines of a bar as high as all the text of the page: a title and what it means
MIN_HEIGHT_PT = 120.0  # points; lower ones are boxes among the text, rows and heads of tables
LARGER = 1.15  # times the size of a bar's text: its title, and figures, are set so
TOUCH_PT = 3.0  # points between the shaded cells of a row; text stands 8 and more beside a bar


def side_bars(fills: Sequence[Fill], words: Sequence[Word]) -> list[Frame]:
    """The side bars of a page.

    Args:
        fills: The page's filled areas.
        words: Those that stand in no ruled table.
    """
    plain = {Frame(*fill[:4]) for fill in fills if not fill.shape}
    high = {one for one in plain if one.bottom - one.top >= MIN_HEIGHT_PT}
    if not high or not words:
        return []
    width = max(word.x1 for word in words) - min(word.x0 for word in words)
    return [
        frame
        for frame in sorted(high)
        if MIN_WIDTH_PT <= frame.x1 - frame.x0 <= MAX_SHARE * width
        and not any(_touch(frame, other) for other in high if other != frame)
        and _has_own_text(frame, words)
    ]


def is_titled(bar: Frame, words: Sequence[Word]) -> bool:
    """Whether a bar holds a line set larger than its text, as no shaded column of a table does."""
    sizes = [line.size for line in make_lines([word for word in words if holds(bar, word)])]
    return max(sizes) >= LARGER * min(sizes)


def _touch(one: Frame, other: Frame) -> bool:
    """Whether two fills stand side by side as shaded columns do, or one in the other."""
    apart = max(one.x0, other.x0) - min(one.x1, other.x1)
    return apart <= TOUCH_PT and min(one.bottom, other.bottom) > max(one.top, other.top)


def _has_own_text(frame: Frame, words: Sequence[Word]) -> bool:
    """Whether a fill holds whole lines and no piece of one, and others stand beside it."""
    own = [word for word in words if holds(frame, word)]
    whole = frame.top <= min(w.top for w in words) and frame.bottom >= max(w.bottom for w in words)
    level = [w for w in words if w.top < frame.bottom and w.bottom > frame.top and w not in own]
    cut = any(word.x0 < frame.x1 - TOUCH_PT and word.x1 > frame.x0 + TOUCH_PT for word in level)
    return bool(level) and not cut and len(make_lines(own)) >= (FEW_LINES if whole else MIN_LINES)
