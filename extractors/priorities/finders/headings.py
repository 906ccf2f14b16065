"""Aims printed as headings that call themselves aims: "Priority 1: X", "Theme: X"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.generic import PART_RE
from extractors.lines import Line
from extractors.priorities.finders.lists import MAX_SPLIT_WORDS, TITLE_BREAK_RE
from extractors.priorities.finders.prose import INLINE_LABEL_RE
from extractors.priorities.sets import NESTED, Found, FoundSet, context_score, shape_score
from extractors.priorities.text import MAX_LABELLED_WORDS, printed, summary_below
from extractors.priorities.words import (
    COUNTED_WEIGHTS,
    NOUN_WEIGHTS,
    UNCOUNTED_RE,
    Counted,
    clean_title,
    read_counted,
)

HEADING_POINTS = 2  # points for standing as a heading rather than in the text


def from_counted_headings(lines: Sequence[Line], title: str | None) -> Iterator[FoundSet]:
    """Headings such as "Priority 1: X" and "Strategic aim three", one set a run of numbers."""
    found = [(index, counted) for index, counted in _counted_lines(lines)]
    by_noun: dict[str, list[tuple[int, Counted]]] = {}
    for index, counted in found:
        by_noun.setdefault(counted.noun or "", []).append((index, counted))
    for noun, entries in by_noun.items():
        others = [[i for i, _ in rest] for name, rest in by_noun.items() if name != noun]
        nested = any(_stands_within([i for i, _ in entries], other) for other in others)
        for run in _runs(entries):
            yield _counted_set(lines, run, noun, nested, title)


def from_uncounted_headings(lines: Sequence[Line], title: str | None) -> Iterator[FoundSet]:
    """Headings that repeat the noun without a number: "Priority: Warm homes"."""
    by_noun: dict[str, list[tuple[Line, Found]]] = {}
    for index, line in enumerate(lines):
        named = UNCOUNTED_RE.match(line.text) if line.heading is not None else None
        if named is not None:
            summary = summary_below(lines, index)
            one = Found(clean_title(named["title"]), None, summary, line.block, line.place)
            by_noun.setdefault(named["noun"].lower(), []).append((line, one))
    for noun, found in by_noun.items():
        rows = tuple(one for _, one in found)
        score = NOUN_WEIGHTS[noun] + HEADING_POINTS + shape_score(rows, None)
        yield FoundSet(rows, score + context_score("", found[0][0].above, title))


def _counted_lines(lines: Sequence[Line]) -> Iterator[tuple[int, Counted]]:
    for index, line in enumerate(lines):
        counted = _counted(line) if line.table is None else None
        if counted is None or (counted.title and PART_RE.fullmatch(counted.title)):
            continue
        if counted.title or _title_below(lines, index) is not None:
            yield index, counted


def _counted(line: Line) -> Counted | None:
    """The label and title of a line, or of the start of a paragraph."""
    text = line.lead_in or printed(line)
    counted = read_counted(text)
    if counted is None or line.heading is not None or line.lead_in is not None:
        return counted if len(text.split()) <= MAX_LABELLED_WORDS else None
    if len(text.split()) <= MAX_LABELLED_WORDS and not text.endswith("."):
        return counted
    return replace(counted, title=titled[0]) if (titled := _run_on(counted.title)) else None


def _run_on(text: str) -> tuple[str, str] | None:
    """A short title and the sentence that runs on: "Prevention: the aim is that people know."."""
    found = TITLE_BREAK_RE.match(text)
    if found is None or len(found[1].split()) > MAX_SPLIT_WORDS:
        return None
    if INLINE_LABEL_RE.search(text):  # several aims run together
        return None
    return clean_title(found[1]), found[2]


def _run_in(line: Line, counted: Counted) -> str:
    """What a paragraph says behind the title with which it begins."""
    if line.lead_in is not None:
        return line.text[len(line.lead_in) :].strip(" :\u2013\u2014-")
    text = printed(line)
    whole = read_counted(text)
    titled = _run_on(whole.title) if whole is not None and whole.title != counted.title else None
    return text[max(text.find(titled[1]), 0) :] if titled is not None else ""


def _title_below(lines: Sequence[Line], index: int) -> str | None:
    """The title of a label that stands alone on its line: "Priority 1", then "Warm homes"."""
    if index + 1 >= len(lines):
        return None
    below = lines[index + 1]
    short = len(below.text.split()) <= MAX_LABELLED_WORDS and not below.text.endswith((".", ":"))
    fits = below.table is None and below.marker is None and short
    return clean_title(below.text) if fits and read_counted(below.text) is None else None


def _runs(entries: Sequence[tuple[int, Counted]]) -> list[list[tuple[int, Counted]]]:
    """Cut where the count starts again: an overview and the chapters are two runs."""
    runs: list[list[tuple[int, Counted]]] = []
    for entry in entries:
        if not runs or entry[1].number < runs[-1][-1][1].number:
            runs.append([])
        if not runs[-1] or entry[1].number != runs[-1][-1][1].number:
            runs[-1].append(entry)
    return runs


def _counted_set(
    lines: Sequence[Line],
    run: Sequence[tuple[int, Counted]],
    noun: str,
    nested: bool,
    title: str | None,
) -> FoundSet:
    rows = tuple(_counted_row(lines, index, counted) for index, counted in run)
    heads = sum(lines[index].heading is not None for index, _ in run)
    score = COUNTED_WEIGHTS[noun] + shape_score(rows, None) - (NESTED if nested else 0)
    score += HEADING_POINTS if heads * 2 > len(run) else 0
    return FoundSet(rows, score + context_score("", lines[run[0][0]].above, title))


def _counted_row(lines: Sequence[Line], index: int, counted: Counted) -> Found:
    line = lines[index]
    if counted.title:
        summary = (
            " ".join(filter(None, (_run_in(line, counted), summary_below(lines, index)))) or None
        )
        return Found(counted.title, counted.label, summary, line.block, line.place)
    title = _title_below(lines, index) or ""
    return Found(title, counted.label, summary_below(lines, index + 1), line.block, line.place)


def _stands_within(inner: Sequence[int], outer: Sequence[int]) -> bool:
    """Some of ``inner`` lie between two of ``outer``, which begins first."""
    if not inner or len(outer) < 2 or outer[0] > inner[0]:
        return False
    filled = sum(any(a < i < b for i in inner) for a, b in pairwise(outer))
    return filled * 2 >= len(outer) - 1
