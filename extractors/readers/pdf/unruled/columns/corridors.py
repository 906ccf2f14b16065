"""Free corridors between columns: what lines of text leave free from top to bottom.

Knows lines of words and the boxes of heads; knows no rules, fills or rows.
"""

from bisect import bisect, bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.readers.pdf.lines import BULLETS, Line, piece_gap
from extractors.readers.pdf.record import Frame, Word
from extractors.readers.pdf.unruled.heads.heads import SAME_START_PT, heads_of, is_among
from extractors.readers.pdf.unruled.rows.rows import columns_at

MIN_CORRIDOR_PT = 3.0  # points of free space that parts two columns from top to bottom
BORDER_PT = 2.0  # points on either side of a border that its cells' padding keeps free
MIN_ALIGNED_PT = 0.5  # points of free space before text that starts where its head starts
WIDE_EM = 0.5  # of the size between two words of heads; the words of one stand 0.25 to 0.35 apart
MIN_ALIKE = 2  # pieces that begin at one place between two heads, of those between them most
EXACT_PT = 1.0  # points: a word of a head that begins a column begins where its texts do
SEEN_LINES = 20  # lines below heads that tell of two heads set as close as words
MAX_PADDING_PT = 6.0  # points from a column's start to the word that begins a cell of it

Gap = tuple[float, float]  # from x to x, in points
PAIR = 2  # columns of a list of labels with their texts


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns while lines are added: for each border, the stretches that are still free.

    The first of them is where the border stands: hard by the left head, so that text between two
    heads is of the right one, unless ``settled`` knows better. ``stated`` says that shading draws
    them: a word too long for its cell narrows none; ``bare`` that they are known from heads at a
    page's foot, whose rows, all of them, stand overleaf. ``starts`` is where the text of each
    column begins; empty where nobody asked, since it mostly begins where its head does. ``titled``
    is the size of titles, larger than its text, that stand over rows of the table; 0 for none.
    """

    heads: tuple[Frame, ...]
    gaps: tuple[tuple[Gap, ...], ...]
    stated: bool = False
    bare: bool = False
    starts: tuple[float, ...] = ()
    titled: float = 0.0

    def begins(self, x: float, at: int) -> bool:
        """Whether text from ``x`` on begins a cell of column ``at``, as far as is known.

        Borders that shading draws leave their cells padded; else text begins where its head does.
        """
        reach = MAX_PADDING_PT if self.stated else MIN_ALIGNED_PT
        return -SAME_START_PT <= x - self.heads[at].x0 < reach

    @property
    def free(self) -> list[Gap]:
        """For each border the stretch in which it stands."""
        return [held[0] for held in self.gaps]

    def borders(self, x0: float, x1: float) -> list[float]:
        """The column borders from ``x0`` to ``x1``, each where a column's text may begin."""
        inner = [high - min(2.0, (high - low) / 2) for low, high in self.free]
        return [x0, *inner, x1]


def columns_below(heads: Sequence[Frame], *, stated: bool = False) -> Columns:
    """The columns that heads side by side open, before any line stands below them."""
    gaps = tuple(((one.x1, other.x0),) for one, other in pairwise(heads))
    return Columns(tuple(heads), gaps, stated)


def starts_below(heads: Sequence[Line], body: Sequence[Line]) -> list[float]:
    """Where heads begin that stand as close to one another as words: "Timeframe KPI".

    Texts below both stand apart side by side, each begins where its head does, and none runs on
    from the one column into the other. Heads wider apart than words need no text below the left
    one, as where a page's end has cut a row: "Ref  Action" above its last lines.
    """
    return [
        words[at].x0
        for line in heads
        for left, words in zip([(), *line.pieces], line.pieces, strict=False)
        for at in range(1, len(words))
        if _is_start(words, at, left[-1].x1 if left else 0.0, body[:SEEN_LINES])
    ]


def _is_start(words: Sequence[Word], at: int, left: float, body: Sequence[Line]) -> bool:
    """Whether texts below show that a column begins with a word of a head; ``left`` ends before."""
    place = words[at].x0
    befores = [word.x0 for word in words[:at]]
    beside = sum(
        abs(after[0].x0 - place) <= EXACT_PT
        and is_among(before[0].x0, befores)
        and not _is_item_mark(before)
        for line in body
        for before, after in pairwise(line.pieces)
    )
    below = sum(abs(piece[0].x0 - place) <= EXACT_PT for line in body for piece in line.pieces)
    wide = place - words[at - 1].x1 >= WIDE_EM * words[at].style.size
    return (below if wide else beside) >= MIN_ALIKE and not any(
        left < piece[0].x0 < place - EXACT_PT
        and max(word.x1 for word in piece) > place
        and not is_among(place, [word.x0 for word in piece], EXACT_PT)
        for line in body
        for piece in line.pieces
    )


def _is_item_mark(words: Sequence[Word]) -> bool:
    """Whether a piece is the mark of an item in a list: "1." or "a)"."""
    return len(words) == 1 and not words[0].text[-1].isalnum()


def columns_of(edges: Sequence[float]) -> Columns:
    """The columns of a ruled table: text keeps off its borders on either side."""
    heads = tuple(Frame(low, 0.0, high, 0.0) for low, high in pairwise(edges))
    return Columns(heads, tuple(((x - BORDER_PT, x + BORDER_PT),) for x in edges[1:-1]))


def with_starts(columns: Columns, lines: Sequence[Line]) -> Columns:
    """Columns with the places where their text begins, told by lines below their heads.

    Heads may be centred above text set left; then several lines have a piece that begins at one
    place between two heads.
    """
    starts = [columns.heads[0].x0]
    for left, head in pairwise(columns.heads):
        between = Counter(
            round(words[0].x0, 1)
            for line in lines
            for words in line.pieces[1:]
            if left.x1 < words[0].x0 < head.x0 - SAME_START_PT
        )
        place, count = between.most_common(1)[0] if between else (head.x0, 0)
        alike = count >= MIN_ALIKE and 2 * count > between.total()
        starts.append(place if alike else head.x0)
    return replace(columns, starts=tuple(starts))


def columns_under(heads: Sequence[Line], body: Sequence[Line]) -> list[float]:
    """The inner borders of columns that heads open and every line below keeps to; [] if none."""
    boxes = heads_of(heads)
    columns = columns_below(boxes)
    for line in body:
        narrowed = narrowed_by(columns, line)
        if narrowed is None:
            return []
        columns = narrowed
    if len(boxes) < 2 or not body or not fits(body, columns, len(boxes) / 2):
        return []
    return columns.borders(0.0, 0.0)[1:-1]


def narrowed_by(columns: Columns, line: Line) -> Columns | None:
    """The columns once a line is added; None where it runs across one of their borders."""
    if columns.stated:
        return None if _crosses(columns, line) else columns
    gaps = list(columns.gaps)
    starts, reached = line.starts, line.reached
    for index, held in enumerate(columns.gaps):
        if _keeps_off(starts, reached, held):
            continue  # as in most lines
        left = _left(columns, line, index, line.words)
        if not left:
            kept = [word for word in line.words if not _is_too_long(word, line, columns, index)]
            left = _left(columns, line, index, kept) if len(kept) < len(line.words) else ()
        if not left:
            return None
        gaps[index] = left
    return replace(columns, gaps=tuple(gaps)) if tuple(gaps) != columns.gaps else columns


def _keeps_off(starts: list[float], reached: list[float], gaps: Sequence[Gap]) -> bool:
    """Whether no word of a line reaches into stretches wider than words stand apart."""
    for low, high in gaps:
        before = bisect_left(starts, high)
        if high - low < MIN_CORRIDOR_PT or (before and reached[before - 1] > low):
            return False
    return True


def _left(columns: Columns, line: Line, index: int, words: Sequence[Word]) -> tuple[Gap, ...]:
    """What words of a line leave of the free stretches at one border; () for none."""
    starts = columns.starts or [head.x0 for head in columns.heads]
    start, known = starts[index + 1], columns.gaps[index]
    left = list(known)
    for low, high in _pieces(words, [start, *(high for _, high in left)], line.size):
        left = [part for gap in left for part in _without(gap, low, high)]
    alone = abs(line.x0 - starts[index]) <= SAME_START_PT and line.x1 <= start
    full = alone or len(line.pieces) > 1
    return tuple(gap for gap in left if gap in known or _parts(gap, start, full=full))


def _without(gap: Gap, low: float, high: float) -> list[Gap]:
    if high <= gap[0] or low >= gap[1]:
        return [gap]
    return [part for part in ((gap[0], low), (high, gap[1])) if part[0] < part[1]]


def _pieces(words: Sequence[Word], starts: Sequence[float], size: float) -> list[Gap]:
    """Where words stand that follow one another: a wide gap parts them, or a column's start."""
    least = piece_gap(size)
    pieces: list[Gap] = []
    bullet = False
    for word in words:
        gap = word.x0 - pieces[-1][1] if pieces else least
        begins = any(word.x0 - gap <= start <= word.x0 + SAME_START_PT for start in starts)
        if begins or (gap >= least and not bullet):
            pieces.append((word.x0, word.x1))
        else:
            pieces[-1] = (pieces[-1][0], max(pieces[-1][1], word.x1))
        bullet = word.text in BULLETS
    return pieces


def _crosses(columns: Columns, line: Line) -> bool:
    """Whether a line runs over a border that shading draws; a bullet may stand on it."""
    return any(
        word.x0 < (low + high) / 2 - BORDER_PT < (low + high) / 2 + BORDER_PT < word.x1
        and not _is_too_long(word, line, columns, index)
        for index, (low, high) in enumerate(columns.free)
        for word in line.words
    )


def _is_too_long(word: Word, line: Line, columns: Columns, index: int) -> bool:
    """Whether a word begins the cell before a border and runs out of it: "Organisation".

    Chromium lets a word that fits no cell run over the next one, whose text begins where its
    column does, or clear of it in a later one; the words of a heading follow one another. A list of
    labels has texts in its other column alone.
    """
    if not columns.begins(word.x0, index):
        return False
    after = next((other.x0 for other in line.words if other.x0 > word.x0), None)
    return (
        after is None
        or (len(columns.heads) > PAIR and after - word.x1 >= piece_gap(line.size))
        or any(columns.begins(after, at) for at in range(index + 1, len(columns.heads)))
    )


def _parts(gap: Gap, start: float, *, full: bool) -> bool:
    """Whether a stretch that a line narrowed parts columns: wide, or up to where a head begins.

    Text may begin where its head does, hard by the column before where a line is ``full``: of two
    texts, or of one that begins as that column's do and ends there.
    """
    low, high = gap
    close = high - low >= MIN_ALIGNED_PT and abs(high - start) <= SAME_START_PT
    return high - low >= MIN_CORRIDOR_PT or (close and full)


def fits(body: Sequence[Line], columns: Columns, least: float, rules: Sequence[float] = ()) -> bool:
    """Whether lines fill several columns, as the rows of a table do, and no fewer than so many.

    What stands between two ``rules`` is a row, whose texts may be set to its middle. A heading that
    runs over a border fills no columns.
    """
    borders = columns.borders(float("-inf"), float("inf"))
    used: set[int] = set()
    rows: dict[int, set[int]] = {}
    several = False
    for line in body:
        if len(line.pieces) == 1 and narrowed_by(columns, line) is None:
            continue
        here = columns_at(line, borders)
        row = rows.setdefault(bisect(rules, line.base), set()) if rules else set()
        row |= here
        used |= here
        several = several or len(row) > 1
    return several and len(used) > 1 and len(used) >= least
