"""Tables side by side under heads of their own: what shows the gutter between them.

Titles of both sides in one line, each set larger than the heads below it; rules and shading of
which one part ends before the gutter and another begins behind it; or cards whose labels come again
in the card beside them. Knows lines of words, rules and
fills; knows nothing of what is printed.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.record import Fill, Frame, Rule, Word
from extractors.readers.pdf.unruled.heads.heads import SOMEWHAT_LARGER, boxes_of, set_apart
from extractors.readers.pdf.unruled.labels.label_rows import label_print
from extractors.readers.pdf.unruled.marks.stacks import runs_across

MIN_HEADS = 2  # columns of a side
NEAR_LINES = 6  # lines from the titles of two sides to the heads of both
HEADS_EM = 1.6  # of the size from the first line of the heads of both sides to the last
MIN_LABELS = 3  # labels of cards that stand two abreast
MIN_FRAMED = 2  # the same where rules or shading show the gutter between the cards
MAX_LABEL_LETTERS = 40  # letters of a label
MAX_LABEL_WORDS = 8  # words of a label
MAX_INDENT_PT = 12.0  # points from the left edge of the text to the labels of framed cards
MIN_ABREAST_PT = 150.0  # points from a label to the same one of the next card
MIN_GUTTER_PT = 12.0  # points; rules under groups of heads of one table are parted by 3 to 8
MIN_SIDE = 0.25  # of the width of the lines of a page that each side takes
MAX_PARTS = 12  # widths of rules on a page; more are those of a form, or of cells
SAME_PLACE_PT = 4.0  # points by which rules of one table, and text in them, differ
START_PT = 2.0  # points by which a title begins from the first head below it

Sides = tuple[float, float]  # where the heads of the left end, and where those of the right begin


def sides_below_titles(lines: Sequence[Line], index: int) -> Sides | None:
    """The sides whose two titles make a line; None where it holds no such titles."""
    title = lines[index]
    below = lines[index + 1] if index + 1 < len(lines) else title
    if title.size <= SOMEWHAT_LARGER * below.size:
        return None
    pieces = title.pieces
    if len(pieces) != 2:
        return None
    start = pieces[1][0].x0
    sides = _heads_at(lines[index + 1 : index + 1 + NEAR_LINES], start - START_PT, ())
    return sides if sides is not None and abs(sides[1] - start) <= START_PT else None


def gutters(lines: Sequence[Line], across: Sequence[Rule], fills: Sequence[Fill]) -> list[Frame]:
    """The places between parts of rules or shading that end and begin far apart."""
    parts = _parts(runs_across(across, fills))
    if not lines or not 1 < len(parts) <= MAX_PARTS:
        return []
    width = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    wide = [part for part in parts if part.x1 - part.x0 >= MIN_SIDE * width]
    return [
        Frame(one.x1, min(one.top, other.top), other.x0, max(one.bottom, other.bottom))
        for one in wide
        for other in wide
        if other.x0 - one.x1 >= MIN_GUTTER_PT
    ]


def sides_of_labels(
    pieces: Sequence[Sequence[Word]], known: Sequence[Frame]
) -> tuple[Sides, frozenset[str]] | None:
    """The sides of cards that stand two abreast, and their labels; None where none do.

    The same short texts begin lines at the left and stand again further right, one card beside
    another: "Lead", "Vale", "Lead", "Port". ``pieces`` are those of all lines, ``known`` the
    gutters that rules or shading show.
    """
    left = min((words[0].x0 for words in pieces), default=0.0)
    places: dict[str, list[float]] = defaultdict(list)
    for words in pieces:
        if len(words) <= MAX_LABEL_WORDS:
            places[label_print(words)].append(words[0].x0)
    again = {text: held for text, held in places.items() if len(held) > 1 and _is_short(text)}
    starts = Counter(
        round(x)
        for held in again.values()
        if min(held) <= left + MAX_INDENT_PT
        for x in {round(x) for x in held if x > min(held) + MIN_ABREAST_PT}
    )
    count = max(starts.values(), default=0)
    further = sorted(at for at, times in starts.items() if times == count)  # of three cards two
    framed = any(one.x0 <= at <= one.x1 + MAX_INDENT_PT for one in known for at in further[:1])
    least = MIN_FRAMED if framed else MIN_LABELS
    if count < least:
        return None
    start = further[0]
    labels = frozenset(
        text
        for text, held in again.items()
        if all(min(abs(x - at) for at in (min(held), *further)) <= START_PT for x in held)
    )
    end = max(words[0].x0 for words in pieces if words[0].x0 < start - START_PT)
    return ((end, float(start)), labels) if len(labels) >= least else None


def _is_short(text: str) -> bool:
    return len(text) <= MAX_LABEL_LETTERS and any(letter.isalpha() for letter in text)


def sides_at_gutter(
    lines: Sequence[Line], index: int, known: Sequence[Frame], fills: Sequence[Fill]
) -> Sides | None:
    """The sides of a gutter whose heads begin at a line; None where it begins none."""
    line = lines[index]
    for gutter in known:
        if not gutter.top - NEAR_LINES * line.size <= line.base <= gutter.bottom:
            continue
        near = [
            one
            for one in lines[index : index + NEAR_LINES]
            if one.base - line.base <= HEADS_EM * line.size
        ]
        middle = (gutter.x0 + gutter.x1) / 2
        if _heads_at(near, middle, fills) is not None:  # with heads below those that span columns
            return _heads_at(lines[index : index + len(near) + 1], middle, fills)
    return None


def _parts(runs: Sequence[Rule]) -> list[Frame]:
    """Rules of one width as one part, from the first to the last of them."""
    parts: list[Frame] = []
    for run in runs:
        for place, part in enumerate(parts):
            if abs(part.x0 - run.start) + abs(part.x1 - run.end) <= SAME_PLACE_PT:
                parts[place] = part._replace(
                    top=min(part.top, run.at), bottom=max(part.bottom, run.at)
                )
                break
        else:
            parts.append(run.frame)
    return parts


def _heads_at(lines: Sequence[Line], x: float, fills: Sequence[Fill]) -> Sides | None:
    """Where heads left of a place end, and where those right of it begin; None where some lack.

    A head of two lines may stand higher than those beside it.
    """
    boxes = [boxes_of(line) for line in lines if set_apart(line, fills)]
    boxes = [held for held in boxes if not any(box.x0 < x < box.x1 for box in held)]
    left = [box for held in boxes for box in held if box.x1 <= x]
    right = [box for held in boxes for box in held if box.x0 >= x]
    if min(_count_beside(left), _count_beside(right)) < MIN_HEADS:
        return None
    return max(box.x1 for box in left), min(box.x0 for box in right)


def _count_beside(boxes: Sequence[Frame]) -> int:
    """How many heads stand beside one another: the lines of one, and a title above, are one."""
    count, end = 0, float("-inf")
    for box in sorted(boxes):
        count += box.x0 > end
        end = max(end, box.x1)
    return count
