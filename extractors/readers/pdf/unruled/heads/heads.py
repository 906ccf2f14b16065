"""Column heads: lines that look like some, the pieces between their gaps, and their boxes.

Knows lines of words and fills; knows nothing of what heads say.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from extractors.readers.pdf.lines import BULLETS, Line
from extractors.readers.pdf.record import Fill, Frame, Word, is_black, is_light

MAX_HEAD_LETTERS = 60  # letters of one line of a column head; a longer one is prose
MIN_PLAIN_HEADS = 4  # heads in the look of the text; fewer are tab stops
MAX_PLAIN_LETTERS = 30  # letters of such a head
MAX_SMALL = 0.5  # of the pieces of such heads begin with small letters: the second of their lines
MAX_FILL_EM = 6.0  # of the size: height of the shading of heads; a higher one is a panel
MAX_HEAD_STEP_EM = 1.6  # of the size from line to line of a head that takes several
CENTRED_EM = 1.5  # of the size from a head's middle to that of two below it, whose columns differ
UNDER_SHARE = 0.3  # of a head's width that the head above it covers
LARGER = 1.25  # times the size of the heads: a line set so is a heading, and ends the table
SAME_START_PT = 2.0  # points by which texts begin from one another that begin at one place
SOMEWHAT_LARGER = 1.1  # times the size of the heads: a bold line of one piece is a heading


NUMBER_RE = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?")  # of a title beside it, and no figure


def looks_like_heads(line: Line, fills: Sequence[Fill]) -> bool:
    """Whether a line is set apart and made of several short pieces, the first no number: "2.1"."""
    if not set_apart(line, fills):
        return False
    segments = line.pieces
    numbered = len(segments[0]) == 1 and NUMBER_RE.fullmatch(segments[0][0].text)
    return (
        len(segments) > 1
        and not numbered
        and all(sum(len(word.text) for word in words) <= MAX_HEAD_LETTERS for words in segments)
    )


def set_apart(line: Line, fills: Sequence[Fill]) -> bool:
    """Whether a line is wholly bold or italic, coloured, or on fills: one for each cell, or all."""
    if all(word.style.bold or word.style.italic for word in line.words):
        return True
    if not any(is_black(word.style.colour) for word in line.words):
        return True
    under = [
        fill
        for fill in fills
        if fill.top <= line.base <= fill.bottom
        and fill.bottom - fill.top < MAX_FILL_EM * line.size
        and not fill.shape
        and not is_light(fill.colour)
    ]
    return bool(under) and _are_on(under, line.words)


def _are_on(fills: Sequence[Fill], words: Sequence[Word]) -> bool:
    """Whether a fill is behind each word, mostly the one behind the word before."""
    held = fills[0]
    for word in words:
        if held.x0 <= word.x0 and word.x1 <= held.x1:
            continue
        behind = [fill for fill in fills if fill.x0 <= word.x0 and word.x1 <= fill.x1]
        if not behind:
            return False
        held = behind[0]
    return True


def plain_heads(line: Line) -> bool:
    """Whether a line that nothing sets apart has as many short pieces as only heads have.

    Figures and bullets stand in rows (references, dates, measures), hardly ever in such heads; of
    pieces that begin with small letters most go on with those above. A label and its choices make
    a row of a form: "Status: | Not started | In progress | Completed".
    """
    pieces = line.pieces
    if len({words[-1].text.endswith(":") for words in pieces}) > 1:
        return False
    if any(letter.isdigit() for word in line.words for letter in word.text):
        return False
    if any(_is_bullet(words[:1]) for words in pieces):
        return False
    if sum(words[0].text[0].islower() for words in pieces) > MAX_SMALL * len(pieces):
        return False
    return len(pieces) >= MIN_PLAIN_HEADS and all(
        sum(len(word.text) for word in words) <= MAX_PLAIN_LETTERS
        and any(letter.isalpha() for word in words for letter in word.text)
        for words in pieces
    )


def is_at(x: float, place: float) -> bool:
    """Whether texts that begin at two places begin alike."""
    return abs(x - place) <= SAME_START_PT


def is_among(x: float, places: Sequence[float], within: float = SAME_START_PT) -> bool:
    """Whether a text begins ``within`` so many points of one of the places, which are sorted."""
    at = bisect_left(places, x - within)
    return at < len(places) and places[at] <= x + within


def heads_of(lines: Sequence[Line], starts: Sequence[float] = ()) -> list[Frame]:
    """The boxes of column heads: pieces of lines that stand above one another are one head.

    ``starts`` are places where heads begin as well, those of a line above them, say.
    """
    return _two_rows(lines, starts)[0]


def heads_over(lines: Sequence[Line]) -> list[tuple[Frame, list[Frame]]]:
    """The heads that stand over several, "Timescale", and those below each, "Start" and "End"."""
    return _two_rows(lines)[1]


def _two_rows(
    lines: Sequence[Line], starts: Sequence[float] = ()
) -> tuple[list[Frame], list[tuple[Frame, list[Frame]]]]:
    boxes: list[Frame] = []
    over: list[tuple[Frame, list[Frame]]] = []
    starts = [*starts, *(words[0].x0 for line in lines for words in line.pieces[1:])]
    starts = sorted([*starts, *(line.x0 for line in lines if _tops_one(line, starts))])
    pieces = [boxes_of(line, starts) for line in lines]
    for at in range(len(lines) - 1, -1, -1):
        below = list(boxes)
        above = [box for held in pieces[: at + 1] for box in held]
        for box in pieces[at]:
            held = held_by(box, below, above, lines[at].size)
            if not held:
                begun = begun_by(box, below, above)[:2]  # nothing beside it shows how far it goes
                held = begun if _stands_off(box, begun, lines[at].size) else []
            if len(held) > 1:
                over.append((box, held))
                continue  # "Timescale" over "Start" and "End" opens no column
            merged = [one for one in boxes if one.x0 < box.x1 and box.x0 < one.x1]
            boxes = [one for one in boxes if one not in merged]
            boxes.append(_cover([*merged, box]))
    return sorted(boxes), over


def _tops_one(line: Line, starts: Sequence[float]) -> bool:
    """Whether a line of one piece ends before the next head begins: "Progress" above "status"."""
    after = min((start for start in starts if start > line.x0 + SAME_START_PT), default=line.x0)
    return len(line.pieces) == 1 and line.x1 < after


def boxes_of(line: Line, starts: Sequence[float] = ()) -> list[Frame]:
    """The boxes of the pieces of a line of heads; ``starts`` are places where others begin."""
    return [
        Frame(words[0].x0, line.top, max(word.x1 for word in words), line.bottom)
        for words in _pieces_at(line.pieces, starts)
    ]


def held_by(box: Frame, below: Sequence[Frame], above: Sequence[Frame], size: float) -> list[Frame]:
    """The heads that one stands over: covers them, or the middle between two; [] for none.

    What else stands in its row, or in a line above, has those below itself.
    """
    under = sorted(one for one in below if _is_under(one, box))
    if len(under) > 1:
        return under
    left = max((one.x1 for one in above if one.x1 <= box.x0), default=float("-inf"))
    right = min((one.x0 for one in above if one.x0 >= box.x1), default=float("inf"))
    held = sorted(one for one in below if left <= one.x0 and one.x1 <= right)
    for one, other in pairwise(held):
        between = one.x1 <= _centre(box) <= other.x0
        apart = _centre(box) - (_centre(one) + _centre(other)) / 2
        if between and abs(apart) <= CENTRED_EM * size:
            return [one, other]
    return []


def _stands_off(box: Frame, below: Sequence[Frame], size: float) -> bool:
    """Whether a head is further above those below it than lines of one head are.

    Heads of several lines beside it stand between.
    """
    return bool(below) and below[0].top - box.top > MAX_HEAD_STEP_EM * size


def begun_by(box: Frame, below: Sequence[Frame], above: Sequence[Frame]) -> list[Frame]:
    """The heads below one that begins with the first of them, up to the next head beside it."""
    right = min((one.x0 for one in above if one.x0 >= box.x1), default=float("inf"))
    held = sorted(one for one in below if box.x0 - SAME_START_PT <= one.x0 and one.x1 <= right)
    return held if held and abs(held[0].x0 - box.x0) <= SAME_START_PT else []


def _is_under(one: Frame, box: Frame) -> bool:
    """Whether a head stands below another, and not only at its end."""
    return shared(one, box) > UNDER_SHARE * (one.x1 - one.x0)


def shared(one: Frame, box: Frame) -> float:
    """The width two boxes share; 0 and less where they stand beside one another."""
    return min(one.x1, box.x1) - max(one.x0, box.x0)


def _centre(box: Frame) -> float:
    return (box.x0 + box.x1) / 2


def _is_bullet(words: Sequence[Word]) -> bool:
    return len(words) == 1 and words[0].text in BULLETS


def _pieces_at(
    segments: Sequence[Sequence[Word]], starts: Sequence[float]
) -> Sequence[Sequence[Word]]:
    """Pieces cut where another line of the heads begins one: "HOW WE KNOW" hard by "LEAD".

    A line of one piece is a title of them all, wherever its words happen to begin; unless it begins
    with one of those right of the first: "COMPLETION RAG" above "DATE" and "RATING".
    """
    if not starts or (len(segments) < 2 and not is_among(segments[0][0].x0, starts)):
        return segments
    pieces: list[list[Word]] = []
    for words in segments:
        pieces.append([words[0]])
        for word in words[1:]:
            if is_among(word.x0, starts) and not _is_bullet(pieces[-1]):
                pieces.append([word])
            else:
                pieces[-1].append(word)
    return pieces


def _cover(boxes: Sequence[Frame]) -> Frame:
    return Frame(
        min(box.x0 for box in boxes),
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )
