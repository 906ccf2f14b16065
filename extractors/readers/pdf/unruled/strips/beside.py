"""Tables in a strip of the page: their rules or shading end where other text stands beside them.

A plan in one of two columns of text, or beside a table of its own heads at another height: its
lines have other lines beside them, and only what is drawn tells how wide it is. Knows words, rules
and fills; knows nothing of what is printed.
"""

from collections.abc import Sequence

from extractors.readers.pdf.record import Fill, Frame, Rule, Word, holds
from extractors.readers.pdf.unruled.marks.stacks import HEAD_EM, runs_across
from extractors.readers.pdf.unruled.strips.halves import Side

WIDTHS = (0.2, 0.85)  # of the width of the page's text: narrower shading is a cell's or a bar's,
# and beside a wider table no text has room
SAME_PLACE_PT = 5.0  # points by which the ends of rules of one table differ
MIN_GUTTER_PT = 10.0  # points from a strip to the text beside it; columns of prose stand 12 apart
NEAR_PT = 30.0  # points above a strip, where rules and shading over all columns of a table stand
MIN_BESIDE = 2  # heights of lines beside a strip, where nothing stands there in its own rows
SAME_ROW_PT = 0.6  # points; lines of one row beside one another differ by less
SAME_ROWS = 0.5  # of the heights of lines beside a strip: where more are those of its own lines,
# it is a group of columns of one table


def find_strips(words: Sequence[Word], across: Sequence[Rule], fills: Sequence[Fill]) -> list[Side]:
    """The strips of a page in which tables with text beside them may stand."""
    if not words:
        return []
    width = max([word.x1 for word in words]) - min([word.x0 for word in words])
    runs = runs_across(across, fills)
    wide = [
        reach
        for reach in _reaches(runs)
        if WIDTHS[0] * width <= reach[0].end - reach[0].start <= WIDTHS[1] * width
    ]
    found = []
    for reach in (part for group in wide for part in _between_titles(group, words)):
        inside, beside = _parted(reach, words)
        foot = max((word.bottom for word in inside), default=reach.top)
        near = [run for run in runs if reach.top - NEAR_PT <= run.at <= foot]
        if _stands_apart(inside, beside) and not _is_part(reach, near):
            found.append(_strip(reach, inside, across, fills))
    return found


def without(words: Sequence[Word], frames: Sequence[Frame]) -> list[Word]:
    """The words that stand in none of the frames."""
    if not frames:
        return list(words)
    return [word for word in words if not any(holds(frame, word) for frame in frames)]


def _reaches(runs: Sequence[Rule]) -> list[list[Rule]]:
    """Rules and edges of shading that begin and end alike, each group from first to last."""
    groups: list[list[Rule]] = []
    for run in sorted(runs):
        for group in groups:
            if abs(group[0].start - run.start) + abs(group[0].end - run.end) <= SAME_PLACE_PT:
                group.append(run)
                break
        else:
            groups.append([run])
    return groups


def _between_titles(group: Sequence[Rule], words: Sequence[Word]) -> list[Frame]:
    """The frames of a group of rules, parted where a title runs across: each heads a table below.

    A page may hold two themes, each with its text at the left and its table at the right.
    """
    first = group[0]
    side = first.frame
    titles = [word.middle_y for word in words if not word.turn and _crosses(side, word)]
    frames: list[Frame] = []
    for run in group:
        apart = frames and any(frames[-1].bottom < y < run.at for y in titles)
        if frames and not apart:
            frames[-1] = frames[-1]._replace(bottom=run.at)
        else:
            frames.append(side._replace(top=run.at, bottom=run.at))
    return frames


def _is_part(reach: Frame, runs: Sequence[Rule]) -> bool:
    """Whether a rule near a group of rules is wider: the group marks some columns of a table."""
    low, high = reach.x0 - SAME_PLACE_PT, reach.x1 + SAME_PLACE_PT
    return any(
        run.start <= low + 2 * SAME_PLACE_PT
        and run.end >= high - 2 * SAME_PLACE_PT
        and (run.start < low or run.end > high)
        for run in runs
    )


def _parted(reach: Frame, words: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """The words in a strip from its heads on, as far as none crosses its sides; those beside."""
    upright = [word for word in words if not word.turn]
    crossing = [word for word in upright if _crosses(reach, word)]
    stop = min((w.top for w in crossing if w.bottom > reach.top), default=float("inf"))
    start = max((w.bottom for w in crossing if w.bottom <= reach.top), default=float("-inf"))
    held = [
        word
        for word in upright
        if max(start, reach.top - HEAD_EM * word.style.size) <= word.top and word.bottom <= stop
    ]
    inside = [word for word in held if reach.x0 <= word.x0 < reach.x1]
    foot = max((word.bottom for word in inside), default=reach.top)
    return inside, [w for w in held if not reach.x0 <= w.x0 < reach.x1 and w.top < foot]


def _crosses(reach: Frame, word: Word) -> bool:
    """Whether a word stands on a side of a strip, or in the gutter beside it."""
    left = reach.x0 - MIN_GUTTER_PT < word.x1 and word.x0 < reach.x0
    right = reach.x1 < word.x1 and word.x0 < reach.x1 + MIN_GUTTER_PT
    return left or right


def _stands_apart(inside: Sequence[Word], beside: Sequence[Word]) -> bool:
    """Whether lines beside a strip are no part of its rows: they stand at heights of their own."""
    own = [word.base for word in inside]
    heights = {round(word.base, 1) for word in beside}
    same = sum(any(abs(y - base) <= SAME_ROW_PT for base in own) for y in heights)
    return len(heights) >= MIN_BESIDE and same <= SAME_ROWS * len(heights)


def _strip(
    reach: Frame, inside: Sequence[Word], across: Sequence[Rule], fills: Sequence[Fill]
) -> Side:
    low, high = reach.x0 - SAME_PLACE_PT, reach.x1 + SAME_PLACE_PT

    def is_own(start: float, end: float) -> bool:
        return low <= start and end <= high

    rules = [rule for rule in across if is_own(rule.start, rule.end)]
    own = [fill for fill in fills if is_own(fill.x0, fill.x1)]
    return Side(list(inside), rules, own)
