"""Aims printed as plain headings: below "Our priorities", or announced by a sentence before."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile

from extractors.lines import Line
from extractors.phrases import finder_of, one_of
from extractors.priorities.owners import ADOPTED_RE
from extractors.priorities.sets import USUAL, Found, FoundSet, context_score, shape_score
from extractors.priorities.text import (
    NOT_LEAD_RE,
    PARENT_POINTS,
    below_priorities,
    parent_noun,
    sentences,
    summary_below,
)
from extractors.priorities.words import (
    NOUN_WEIGHTS,
    PLURAL,
    PLURALS,
    announced_number,
    label_and_title,
    read_number,
    read_numbered,
)
from extractors.sections import LOOKS_LEVEL

MAX_HEADINGS = 200  # headings looked at below one; the chapters of a plan have fewer
MAX_INTRO = 10  # paragraphs between "Our priorities" and the first of them
MIN_PARALLEL = 3  # headings in a row with the same verb form that a mere mention may announce

GENERAL_RE = re.compile(
    r"^(?:\d+(?:\.\d+)*\.?\s*)?(?:(?:our|the|key|a|an)\s+)?"
    rf"(?:{one_of('general chapter')}|accountability(?!\s+(?:for|in|of|to)\b))\b",
    re.IGNORECASE,
)
AHEAD_RE = finder_of("points ahead")  # a sentence that points at the headings after it
GERUND_RE = re.compile(r"^\w+ing\b", re.IGNORECASE)


def from_child_headings(lines: Sequence[Line], title: str | None) -> Iterator[FoundSet]:
    """The headings one level below "Our priorities" or "Strategic aims 2024 to 2027"."""
    heads = _headings(lines)
    for index in heads:
        line = lines[index]
        noun = parent_noun(line)
        if noun is None:
            continue
        children = _children(lines, _heads_below(lines, heads, index))
        announced = announced_number(line.text) or _announced_below(lines, index)
        rows = _heading_rows(lines, children[:announced])
        score = NOUN_WEIGHTS[noun] + PARENT_POINTS + shape_score(rows, announced)
        yield FoundSet(rows, score + context_score(line.text, line.above, title))


def from_announced_headings(lines: Sequence[Line], title: str | None) -> Iterator[FoundSet]:
    """The headings after a sentence that says that the plan follows N themes, or a framework."""
    heads = _headings(lines)
    for index, line in enumerate(lines):
        sentence = _announcing(line.text) if line.is_text else None
        after = bisect_right(heads, index)
        if sentence is None or after == len(heads) or _names_them(lines, heads, index, after):
            continue
        start = heads[after]
        announced = announced_number(sentence)
        following = _siblings(lines, heads[after : after + MAX_HEADINGS])
        siblings = _children(lines, following)
        leads_in = sentence.endswith(":") and start == index + 1 and line.text.endswith(sentence)
        if announced is None and not leads_in:
            siblings = _parallel(lines, siblings) if ADOPTED_RE.search(sentence) else []
        inside = below_priorities(line) and _stands_over(lines, heads, after)
        near = leads_in or inside or AHEAD_RE.search(sentence)
        if announced is not None and not near:
            siblings = _whole_run(following, siblings, announced)
        rows = _heading_rows(lines, siblings[:announced])
        nouns = [PLURALS[noun.lower()] for noun in re.findall(rf"\b({PLURAL})\b", sentence, re.I)]
        few = len(rows) < USUAL.start and not leads_in
        if (few or not near) and not any(row.summary for row in rows):
            continue  # "two goals" in a sentence, and two headings anywhere after it
        score = max(NOUN_WEIGHTS[noun] for noun in nouns) + 1 + shape_score(rows, announced)
        yield FoundSet(rows, score + context_score(sentence, line.above, title))


def _names_them(lines: Sequence[Line], heads: Sequence[int], index: int, after: int) -> bool:
    """Whether a table or list right below names what is announced, and ends the chapter.

    A list of fewer or more says something else: what "three priorities" were drawn from.
    """
    announced = announced_number(lines[index].text)
    marked = takewhile(lambda line: line.is_text and line.marker is not None, lines[index + 1 :])
    items = len(list(marked))
    listed = items > 0 and announced in (None, items)
    shown = lines[index + 1].table is not None or listed
    return shown and after > 0 and not _stands_over(lines, heads, after)


def _stands_over(lines: Sequence[Line], heads: Sequence[int], after: int) -> bool:
    """Whether the heading before one is higher, so that its chapter goes on."""
    levels = [lines[at].heading or LOOKS_LEVEL for at in heads[max(after - 1, 0) : after + 1]]
    return levels[0] < levels[-1]


def _headings(lines: Sequence[Line]) -> list[int]:
    return [index for index, line in enumerate(lines) if line.heading is not None]


def _heads_below(lines: Sequence[Line], heads: Sequence[int], index: int) -> list[int]:
    """The headings below one, up to the next as high as it; else those beside it, counted from 1.

    In a text box "Our priorities", "1. Safer streets" and "2. Fair courts" may look alike.
    """
    level = lines[index].heading or LOOKS_LEVEL
    after = bisect_right(heads, index)
    below = list(heads[after : after + MAX_HEADINGS])
    lower = list(takewhile(lambda i: (lines[i].heading or LOOKS_LEVEL) > level, below))
    if not lower and below[:1] == [index + 1]:  # a small line "Priorities" above large titles
        first = lines[below[0]].heading or LOOKS_LEVEL
        lower = list(takewhile(lambda i: first <= (lines[i].heading or LOOKS_LEVEL) < level, below))
    counted = (number for number, i in enumerate(below, start=1) if _number(lines[i]) != number)
    return lower or below[: next(counted, len(below) + 1) - 1]


def _number(line: Line) -> int | None:
    number = read_number(line.marker)
    counted = read_numbered(line.text) if number is None else None
    return counted.number if counted is not None else number


def _siblings(lines: Sequence[Line], heads: Sequence[int]) -> list[int]:
    """The first of some headings and those after it, up to a higher one."""
    level = lines[heads[0]].heading or LOOKS_LEVEL
    return list(takewhile(lambda i: (lines[i].heading or LOOKS_LEVEL) >= level, heads))


def _children(lines: Sequence[Line], heads: Sequence[int]) -> list[int]:
    """The highest of some headings, without general ones such as "Next steps".

    "3. Accountability of perpetrators" between 2 and 4 is one of those that are counted. What is
    printed several times among others ("Achievements") is a part of each.
    """
    top = min((lines[index].heading or LOOKS_LEVEL for index in heads), default=0)
    highest = [index for index in heads if lines[index].heading == top]
    numbers = [read_number(lines[index].marker) for index in highest]
    if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)):
        return highest
    named = [index for index in highest if not GENERAL_RE.match(lines[index].text)]
    printed = Counter(lines[index].text for index in named)
    once = [index for index in named if printed[lines[index].text] == 1]
    return once if len(once) in USUAL else named


def _announced_below(lines: Sequence[Line], index: int) -> int | None:
    """The number that the paragraphs between a heading and its first child promise."""
    for line in lines[index + 1 : index + 1 + MAX_INTRO]:
        if not line.is_text:
            return None
        number = announced_number(line.text)
        if number is not None:
            return number
    return None


def _announcing(text: str) -> str | None:
    """The sentence of a paragraph that announces the themes that follow; None if there is none."""
    for sentence in sentences(text):
        if not re.search(rf"\b(?:{PLURAL})\b", sentence, re.IGNORECASE):
            continue
        leads_in = sentence.endswith(":") and NOT_LEAD_RE.search(sentence) is None
        if leads_in or announced_number(sentence) is not None or ADOPTED_RE.search(sentence):
            return sentence
    return None


def _whole_run(heads: Sequence[int], siblings: Sequence[int], announced: int | None) -> list[int]:
    """The run of headings, between general ones, that is as long as announced; else none.

    "We have four priorities" in a summary stands far above them: the next four headings need not
    be the four ("Our area", "What residents say").
    """
    runs: list[list[int]] = [[]]
    for index in heads:
        if index in siblings:
            runs[-1].append(index)
        elif runs[-1]:
            runs.append([])
    return next((run for run in runs if len(run) == announced), [])


def _parallel(lines: Sequence[Line], siblings: Sequence[int]) -> list[int]:
    """The run of headings in the same verb form: "Preventing ...", "Supporting ..."."""
    run: list[int] = []
    for index in siblings:
        if GERUND_RE.match(lines[index].text):
            run.append(index)
        elif run:
            break
    return run if len(run) >= MIN_PARALLEL else []


def _heading_rows(lines: Sequence[Line], indexes: Sequence[int]) -> tuple[Found, ...]:
    return tuple(_heading_row(lines, index) for index in indexes)


def _heading_row(lines: Sequence[Line], index: int) -> Found:
    line = lines[index]
    label, title = label_and_title(line.text)
    marked = line.marker if read_number(line.marker) is not None else None
    label = label or (marked or "").strip(".():") or None
    return Found(title, label, summary_below(lines, index), line.block, line.place)
