"""Rules and shaded rows of one width above one another: the mark of a table without columns' rules.

Knows rules and fills; knows nothing of text but where a line stands.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.record import Fill, Rule, is_light
from extractors.readers.pdf.unruled.rows.parted import SAME_HEIGHT_PT, levels_of

SAME_RULE_PT = 5.0  # points by which the ends of a table's rules differ; thick frames reach 2.2 out
HEAD_EM = 3.0  # of the size from a line to the first rule below it, where heads stand above one
ROW_EM = 12.0  # the same where the first rule closes a row: eight lines of text and their padding
JOINED_PT = 12.0  # points between pieces of one rule, cells set apart between them
DOUBLE_PT = 4.0  # points between the lines of a double rule, which count once
GUTTER_PT = 5.0  # points between frames side by side; the pieces of one rule stand nearer
MIN_RULES = 3  # rules of one width above one another: above and below the head, and at the end


@dataclass(frozen=True, slots=True)
class Stack:
    """Rules, or edges of shaded rows, of one width above one another.

    ``parts`` are the shorter rules below the first of them; ``drawn`` are the heights at which
    rules are drawn, and not only the edges of shading.
    """

    x0: float
    x1: float
    ys: tuple[float, ...]
    parts: tuple[Rule, ...] = ()
    drawn: tuple[float, ...] = ()


def find_stacks(across: Sequence[Rule], fills: Sequence[Fill]) -> list[Stack]:
    """Group rules, and edges of shaded rows, that begin and end alike."""
    whole = sorted(runs_across(across, fills))
    groups: list[list[Rule]] = []
    for rule in whole:
        for group in groups:
            alike = abs(group[0].start - rule.start) + abs(group[0].end - rule.end)
            if alike <= SAME_RULE_PT:
                group.append(rule)
                break
        else:
            groups.append([rule])
    printed = [rule for rule in across if not rule.fill]
    stacks = []
    for group in groups:
        ys = _distinct([rule.at for rule in group])
        if len(ys) < 2:
            continue
        first = group[0]
        drawn = tuple(y for y in ys if any(abs(rule.at - y) <= SAME_HEIGHT_PT for rule in printed))
        stack = Stack(first.start, first.end, tuple(ys), (), drawn)
        parts = tuple(rule for rule in whole if rule.at > ys[0] and _is_short(rule, stack))
        rows = any(_part_rows(level, stack) for level in levels_of(parts))
        if len(ys) >= MIN_RULES or (rows and not _beside(across, fills, stack)):
            stacks.append(replace(stack, parts=parts))
    return stacks


def _part_rows(rules: Sequence[Rule], stack: Stack) -> bool:
    """Whether short rules at one height part rows between wide ones: merged cells alone they miss.

    They reach an edge of the table, and over most of it together; underlines do not.
    """
    flush = any(min(r.start - stack.x0, stack.x1 - r.end) <= SAME_RULE_PT for r in rules)
    most = sum(rule.end - rule.start for rule in rules) > (stack.x1 - stack.x0) / 2
    return flush and most and stack.ys[0] < rules[0].at < stack.ys[-1]


def _beside(across: Sequence[Rule], fills: Sequence[Fill], stack: Stack) -> bool:
    """Whether the rules of a stack are those of frames side by side, a gutter between them."""
    edges = [Rule(fill.top, fill.x0, fill.x1) for fill in fills if not fill.shape]
    level = [rule for rule in (*across, *edges) if abs(rule.at - stack.ys[0]) <= SAME_RULE_PT]
    ends = sorted(rule.end for rule in level if rule.end < stack.x1 - SAME_RULE_PT)
    return any(
        all(abs(rule.start - end) > GUTTER_PT and not rule.start < end < rule.end for rule in level)
        for end in ends
    )


def _is_short(rule: Rule, wide: Stack) -> bool:
    """Whether a rule stands within the width of others and ends short of it."""
    left, right = rule.start - wide.x0, wide.x1 - rule.end
    return min(left, right) >= -SAME_RULE_PT and left + right > SAME_RULE_PT


def runs_across(across: Sequence[Rule], fills: Sequence[Fill]) -> list[Rule]:
    """Rules and edges of shaded cells, those that meet at one height as one."""
    edges = [rule for rule in across if not rule.fill]
    shaded = [fill for fill in fills if not fill.shape and not is_light(fill.colour)]
    edges += [Rule(y, f.x0, f.x1, fill=True) for f in shaded for y in (f.top, f.bottom)]
    return _whole(edges)


def _whole(rules: Sequence[Rule]) -> list[Rule]:
    """Rules at one height as one: tables often draw a piece for each cell."""
    whole: list[Rule] = []
    for level in levels_of(rules):
        first, *others = sorted(level, key=lambda rule: rule.start)
        whole.append(first)
        for rule in others:
            last = whole[-1]
            if rule.start - last.end < JOINED_PT:
                end = max(last.end, rule.end)
                whole[-1] = Rule(last.at, last.start, end, last.fill and rule.fill)
            else:
                whole.append(rule)
    return whole


def _distinct(places: Sequence[float]) -> list[float]:
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > DOUBLE_PT:
            kept.append(place)
    return kept


def stack_at(line: Line, stacks: Sequence[Stack], pieces: int) -> Stack | None:
    """The rules that a line stands at the top of.

    One of several pieces side by side may begin a row that goes on overleaf from the page before,
    far above the first rule.
    """
    reach = (HEAD_EM if pieces < 2 else ROW_EM) * line.size
    for stack in stacks:
        inside = stack.x0 - SAME_RULE_PT <= line.x0 and line.x1 <= stack.x1 + SAME_RULE_PT
        second = stack.ys[1]
        if inside and stack.ys[0] - reach <= line.base <= second + 1:
            return stack
    return None


def stack_below(line: Line, stacks: Sequence[Stack]) -> Stack | None:
    """The rules from just above a line on, where others of their width stand further up.

    The shaded heading of a chapter is as wide as the table below it. Edges of shading alone part
    every other row, and tell less of a table than its lines do.
    """
    for stack in stacks:
        inside = stack.x0 - SAME_RULE_PT <= line.x0 and line.x1 <= stack.x1 + SAME_RULE_PT
        above = [y for y in stack.ys if line.base - HEAD_EM * line.size <= y <= line.base]
        below = [y for y in stack.ys if y > line.base]
        drawn = sum(y > line.base for y in stack.drawn)
        if inside and above and min(len(below), drawn) + 1 >= MIN_RULES:
            return replace(stack, ys=(above[-1], *below))
    return None
