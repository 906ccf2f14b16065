"""Rows of lists of labels: each label begins one, at the top of its text or in the middle of it.

Knows lines and where the texts begin; knows nothing of what is printed.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from statistics import median

from extractors.readers.pdf.lines import Line, begins_small
from extractors.readers.pdf.record import Word
from extractors.readers.pdf.unruled.heads.heads import is_at
from extractors.readers.pdf.unruled.rows.rows import by_rules

ONE_TEXT_EM = 1.5  # of the size from line to line of one label; rows stand 1.5 apart and more
REST_EM = 2.0  # of the size from line to line of one label whose second begins small: "this?"
SAME_STEP = 1.1  # times the closest step between lines that the lines of one label may have
MAX_REACH = 0.75  # of the room before the texts that plain labels fill; prose fills 0.8 to 0.95
MIN_FAR = 3  # plain labels that stand further apart than the lines of their texts
MAX_LABEL_LINES = 3  # lines of one label; a card has three labels and more
NUMBER_RE = re.compile(r"\d+(?:\.\d+)*[a-z]?[.:]?")
COUNTED = "#"  # in the place of a label's number
FRAME_GAP_PT = 3.0  # points between the frames of two cards; both sides of a rule are closer
NEAR_LINES = 4  # lines above one among which that before it in its column stands
WIDER_EM = 0.1  # of the size by which a stripe is wider than the one above a label


def label_print(words: Sequence[Word]) -> str:
    """What a label says, the number behind it left out: "Action #" of "Action 4"."""
    texts = [word.text for word in words]
    counted = len(texts) > 1 and NUMBER_RE.fullmatch(texts[-1]) is not None
    return " ".join([*texts[:-1], COUNTED] if counted else texts)


def printed_at(left: float, words: Sequence[Word]) -> Iterator[str]:
    """What the words of a page that begin at one place say up to the next wide gap, as labels."""
    for at, word in enumerate(words):
        if is_at(word.x0, left):
            yield label_print([word, *_until_gap(words[at:])])


def _until_gap(words: Sequence[Word]) -> Iterator[Word]:
    """The words behind the first that stand close behind one another in its line."""
    for one, other in pairwise(words):
        if other.base != one.base or not one.x0 < other.x0 <= one.x1 + one.style.size:
            return
        yield other


def row_step(held: Sequence[Line], lines: Sequence[Line]) -> float:
    """How far most labels stand below the one right above them, in points; 0 where none do."""
    labels = set(map(id, held))
    pairs = ((one, other) for one, other in pairwise(lines) if {id(one), id(other)} <= labels)
    steps = [other.base - one.base for one, other in pairs]
    return median(steps) / SAME_STEP if steps else 0.0


def are_entries(held: Sequence[Line], lines: Sequence[Line], right: float) -> bool:
    """Whether texts go on closer below their first lines than most labels stand: a glossary."""
    labels = set(map(id, held))
    rest: list[float] = []
    steps: list[float] = []
    for above, line in pairwise(lines):
        within = id(above) in labels or is_at(above.x0, right)
        kind = rest if is_at(line.x0, right) else steps if id(line) in labels else None
        if within and kind is not None:
            kind.append(line.base - above.base)
    far = [step for step in steps if rest and step > SAME_STEP * max(rest)]
    return len(rest) > 1 and len(far) >= max(MIN_FAR, len(steps) / 2)


def leaves_room(lines: Sequence[Line], left: float, right: float) -> bool:
    """Whether pieces fill less of the width before the texts than lines of prose do."""
    ends = sorted(line.pieces[0][-1].x1 for line in lines)
    return ends[len(ends) // 2] - left <= MAX_REACH * (right - left)


def ends_title(above: Line, line: Line, right: float) -> bool:
    """Whether a line is the rest of a title that runs over the place where texts begin."""
    near = line.base - above.base <= ONE_TEXT_EM * line.size and is_at(above.x0, line.x0)
    return near and above.x1 > right and len(above.pieces) == 1


def alone_or_close(line: Line, left: float, right: float) -> Sequence[Word]:
    """The label that a line is, or sets apart from a text close behind; () for any other."""
    if not is_at(line.x0, left) or line.x1 < right:
        return line.words if is_at(line.x0, left) else ()
    first = next((at for at, word in enumerate(line.words) if is_at(word.x0, right)), 0)
    close = first > 0 and len(line.pieces) == 1 and is_set_apart(line.words, first)
    return line.words[:first] if close else ()


def is_set_apart(words: Sequence[Word], first: int) -> bool:
    """Whether all words before one are bold, or italic, and it is not: a label before its text."""
    text = words[first].style
    bold = all(word.style.bold for word in words[:first]) and not text.bold
    return bold or (all(word.style.italic for word in words[:first]) and not text.italic)


def label_rows(
    body: Sequence[Line],
    right: float,
    known: Collection[str] = (),
    edges: Sequence[float] = (),
    *,
    several: bool = False,
) -> list[list[Line]]:
    """Part the lines of a list into rows.

    Args:
        body: The lines, top to bottom.
        right: x from which on words belong to the texts.
        known: Labels that begin a row wherever they stand.
        edges: Heights of the rules and edges of shading across the labels, top to bottom.
        several: Several texts stand beside each label: what is free beside all of them is no gap
            between the paragraphs of one.
    """
    parts = by_rules(body, edges)
    if len(parts) > 1 and all(_is_one_label(part, right, known) for part in parts):
        return parts
    starts = _label_starts(body, right, known)
    if not starts:
        return [list(body)]
    at_top = starts[0] == 0 and all(_has_text(body[at], right) for at in starts)
    ends = [0, *_cuts(body, starts, at_top=at_top and not several), len(body)]
    return [list(body[start:end]) for start, end in pairwise(ends) if end > start]

    return parts


def in_one_frame(body: Sequence[Line], right: float, edges: Sequence[float]) -> Sequence[Line]:
    """The lines of a list up to the count of the next card: "Action 2" alone in a frame of its own.

    The foot of one frame and the head of the next lie above it.
    """
    for at, (above, line) in enumerate(pairwise(body), start=1):
        if _has_text(line, right) or not label_print(line.words).endswith(COUNTED):
            continue
        between = [edge for edge in edges if above.base < edge < line.base]
        if between and between[-1] - between[0] >= FRAME_GAP_PT:
            return body[:at]
    return body


def _cuts(body: Sequence[Line], starts: Sequence[int], *, at_top: bool) -> list[int]:
    """Where the rows of labels begin: above each, where most texts begin beside their labels.

    Else, as where labels stand at the middle of their rows, at the widest gap between two.
    """
    pairs = list(pairwise(starts))
    cuts = [_widest(body, one, other) for one, other in pairs]
    far = sum(cut != other for cut, (_, other) in zip(cuts, pairs, strict=True))
    usual = far * 2 <= sum(other - one > 1 for one, other in pairs)
    return [other for _, other in pairs] if at_top and usual else cuts


def _is_one_label(part: Sequence[Line], right: float, known: Collection[str]) -> bool:
    """Whether the lines between two edges hold one label, of one line or several close ones.

    Two that are ``known`` are two: "Lead", "By when" and "Success" in the frame of a card.
    """
    held = [line for line in part if line.words[0].x0 < right]
    labels = (label_print([word for word in line.words if word.x0 < right]) for line in held)
    if sum(label in known for label in labels) > 1:
        return False
    steps = [below.base - above.base for above, below in pairwise(held)]
    close = all(step <= ONE_TEXT_EM * line.size for step, line in zip(steps, held, strict=False))
    return close and 0 < len(held) <= MAX_LABEL_LINES


def _has_text(line: Line, right: float) -> bool:
    return line.words[-1].x0 >= right


def _label_starts(body: Sequence[Line], right: float, known: Collection[str]) -> list[int]:
    """The lines at which labels begin; a label of several lines has one start.

    "success" close below "Measures of" goes on with it where labels begin with capital letters.
    """
    pitch = _pitch(body, right)
    capital = body[0].words[0].text[:1].isupper()
    starts: list[int] = []
    last: Line | None = None
    for at, line in enumerate(body):
        if line.words[0].x0 >= right:
            continue
        step = line.base - last.base if last is not None else pitch + 1
        label = label_print([word for word in line.words if word.x0 < right])
        rest = capital and begins_small(label) and step <= REST_EM * line.size
        if not rest and (step > min(pitch, ONE_TEXT_EM * line.size) or label in known):
            starts.append(at)
        last = line
    return starts


def _pitch(body: Sequence[Line], right: float) -> float:
    """The most that one line of a text, or of a label, stands below the one before, in points.

    Of texts side by side, or beside the middle of a label, each has lines at heights of its own.
    0 where every line has a label and a text, so that each of them is a row.
    """
    steps = [
        line.base - above.base
        for at, line in enumerate(body)
        if line.words[0].x0 >= right or not _has_text(line, right)
        if (above := _above(body, at)) is not None
    ]
    return min(steps, default=0.0) * SAME_STEP


def _above(body: Sequence[Line], at: int) -> Line | None:
    """The line before one in its own column, or right above it; None where there is none."""
    first = body[at].words[0]
    near = body[max(at - NEAR_LINES, 0) : at][::-1]
    for line in near:
        if any(is_at(word.x0, first.x0) for word in line.words):
            return line
    over = near and any(w.x0 < first.x1 and first.x0 < w.x1 for w in near[0].words)
    return near[0] if over else None


def _widest(body: Sequence[Line], one: int, other: int) -> int:
    """The line between two labels above which the widest free stripe lies; the lowest of equals."""
    best, width = other, 0.0
    bottom = body[one].bottom
    stripes = []
    for at in range(one + 1, other + 1):
        stripes.append((at, body[at].top - bottom))
        bottom = max(bottom, body[at].bottom)
    for at, gap in reversed(stripes):
        if at == other or gap > width + WIDER_EM * body[at].size:
            best, width = at, gap
    return best
