"""Aims that stand above action rows: what the action tables themselves name as priorities."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from extractors.columns.bodies import ends_as_body, names_body
from extractors.columns.contents import is_ref, is_status
from extractors.generic import is_part
from extractors.lines import Line
from extractors.months import PART_OF_YEAR
from extractors.phrases import finder_of, one_of
from extractors.priorities.finders.beneath import Printed
from extractors.priorities.sets import MIN_SCORE, NESTED, USUAL, Found, FoundSet
from extractors.priorities.text import MAX_LABELLED_WORDS, MAX_PARENT_WORDS
from extractors.priorities.words import COUNTED_WEIGHTS, fold_title, read_counted, same_title
from extractors.sections import LABEL_RE, LOOKS_LEVEL, Section

SECTION_POINTS = 8  # points of headings that the action tables themselves name as priorities
SUPPORT = 4  # points for aims whose names stand, uncounted, above action rows
BARE_COUNT_RE = re.compile(
    r"(\d{1,2}(?=\W)|(?:[IVX]{1,4}|[A-H])(?=[.):]))\s*[.):\-\u2013]?\s+([^\W\d].*)"
)
AREA_COUNT_RE = re.compile(  # areas of work, whatever their name: "Area for improvement 1: Waits"
    r"((?:[a-z]+ ){0,2}area(?: [a-z]+){0,3} \d{1,2})\s*[:\-\u2013]\s+([^\W\d].*)", re.IGNORECASE
)
COUNTS = (  # the ways in which headings are counted without a word
    tuple(map(str, range(1, 100))),
    ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"),
    tuple("ABCDEFGH"),
)
STRETCH_RE = re.compile(rf"{one_of('stretch of time')}\b", re.IGNORECASE)
APART_RE = finder_of("parts rows")
PART_OF_YEAR_RE = re.compile(rf"\b{PART_OF_YEAR}\b", re.IGNORECASE)
COUNTED_PART_RE = re.compile(
    r"[a-z]{3,} (?:\d{1,2}|[a-h])\b(?!\.)", re.IGNORECASE
)  # "Ward 1: Castle"
SAME_NOUN = 5  # letters that "priority" and "priorities" share, and no two other nouns
DOTTED_RE = re.compile(r"(\d+)\.\d+$")


def from_sections(
    lines: Sequence[Line], sections: Sequence[Section], announced: Container[int] = ()
) -> Iterator[FoundSet]:
    """The headings above action rows: priorities, else counted objectives; the rest support.

    Plain headings of one level, each with a text of its own, are aims where they are as many as
    the plan says that it has (``announced``), and no other set has more evidence.
    """
    printed = Printed(lines)
    titles = [section for section in sections if _is_title(section)]
    chosen = [one for one in titles if one.kind == "priority" and one.name != one.label]
    if not chosen:
        counted = [one for one in titles if one.kind == "objective" and one.label is not None]
        chosen = [] if _starts_again(counted) else counted
    bare = _bare_counted(chosen or titles)
    chosen = bare if not chosen or len(bare) == len(chosen) else chosen
    for noun, group in _by_noun(chosen).items():
        rows = tuple(_from_section(printed, section) for section in group)
        nested = NESTED if _starts_again(group) else 0
        score = SECTION_POINTS + COUNTED_WEIGHTS.get(noun, 0) - nested
        yield FoundSet(rows, score, acted_on=True)
    names = {section.title for section in chosen}
    others = [section for section in titles if section.title not in names]
    if others:
        yield FoundSet(tuple(_from_section(printed, one) for one in others), 0, support=SUPPORT)
    levels = {line.block: line.heading for line in lines if line.heading is not None}
    for level in {levels[one.block] for one in others if one.block in levels}:
        group = [one for one in others if levels.get(one.block) == level]
        rows = tuple(_from_section(printed, one) for one in group)
        if len(rows) in announced and len(rows) in USUAL and all(row.summary for row in rows):
            yield FoundSet(rows, MIN_SCORE)


def from_plain_sections(
    lines: Sequence[Line], sections: Sequence[Section], announced: Container[int] = ()
) -> Iterator[FoundSet]:
    """The headings above action rows that nothing calls aims: "Warm homes", "Clean travel".

    They are the plan's themes where nothing else is: the widest, or those of a level that are as
    many as the plan says that it has (``announced``). Headings that tell rows apart by when, by
    whom, where, how far or how urgent, and parts of any chapter, are none.
    """
    marked = {line.block: line.heading for line in lines if line.heading is not None}
    levels: dict[int, list[Section]] = {}
    for one in filter(_is_title, sections):
        levels.setdefault(marked.get(one.block, LOOKS_LEVEL), []).append(one)
    names = {level: {fold_title(one.name) for one in held} for level, held in levels.items()}
    told = [level for level in sorted(levels) if len(names[level]) in announced]
    level = next(iter(told or sorted(levels)), 0)
    held = levels.get(level, [])
    themes = not any(one.kind != "group" or COUNTED_PART_RE.match(one.name) for one in held)
    if themes and len(names.get(level, ())) in USUAL and 2 * _count_apart(held) < len(held):
        printed = Printed(lines)
        yield FoundSet(tuple(_from_section(printed, one) for one in held), MIN_SCORE)


def _parts_rows(section: Section) -> bool:
    """Whether a heading tells rows apart and names no theme: "Year 1", "DT-01", "Legal Team"."""
    name = section.name
    found = APART_RE.search(name) or PART_OF_YEAR_RE.search(name)
    body = names_body(name) or ends_as_body(name)
    return found is not None or body or is_status(name) or is_ref(name) or is_part(name)


def _count_apart(sections: Sequence[Section]) -> int:
    """How many headings tell rows apart: "Year 1", and stretches of time, "Before the storm".

    One stretch alone may be an aim as those beside it are: "During pregnancy", "Ready for school".
    """
    spans = [STRETCH_RE.match(section.name) for section in sections]
    several = len({one[0].casefold() for one in spans if one is not None}) > 1
    pairs = zip(sections, spans, strict=True)
    return sum((several and span is not None) or _parts_rows(one) for one, span in pairs)


def _by_noun(sections: Sequence[Section]) -> dict[str, list[Section]]:
    """Themes apart from the priorities below them; those that nothing counts go with the first.

    "Theme: Repairs" below "Priority 1: Homes" is of another kind, and no priority.
    """
    nouns = [_noun(section) for section in sections]
    first = next((noun for noun in nouns if noun), "")
    groups: dict[str, list[Section]] = {}
    for noun, section in zip(nouns, sections, strict=True):
        called = _called(section) if first and not noun else ""
        other = called and called[:SAME_NOUN] != first[:SAME_NOUN]
        groups.setdefault(noun or (called if other else first), []).append(section)
    return groups


def _bare_counted(sections: Sequence[Section]) -> list[Section]:
    """Headings that a number alone counts: "1. Safer streets", "II. Fair services"; else none.

    They count from 1 without a gap: where chapters are numbered, actions stand below some alone.
    So do the areas of work of a plan that gives them a name of its own: "Delivery area 1: Safety".
    """
    plain = [one for one in sections if one.label is None]
    for pattern in (BARE_COUNT_RE, AREA_COUNT_RE):
        found = [(one, pattern.fullmatch(one.title)) for one in plain]
        counted = [replace(one, label=m[1], name=m[2].rstrip(" :")) for one, m in found if m]
        labels = [(one.label or "").rpartition(" ") for one in counted]
        numbers = tuple(number.removeprefix("0") for _, _, number in labels)
        same = len(numbers) > 1 and len({words.casefold() for words, _, _ in labels}) == 1
        if same and any(numbers == count[: len(numbers)] for count in COUNTS):
            return counted
    return []


def _noun(section: Section) -> str:
    counted = read_counted(section.label) if section.label else None
    return (counted.noun or "") if counted is not None else ""


def _called(section: Section) -> str:
    """What a heading that is not counted calls its aim: "theme" of "Theme: Repairs"; or ""."""
    found = LABEL_RE.match(section.title) if section.kind != "group" else None
    return (found["priority"] or found["objective"]).casefold() if found is not None else ""


def _is_title(section: Section) -> bool:
    """A name and not a sentence that a labelled cell holds: "This effort will open the data."."""
    words = len(section.name.split())
    sentence = section.name.endswith(".") and words > MAX_PARENT_WORDS
    return words <= MAX_LABELLED_WORDS and (section.label is not None or not sentence)


def _starts_again(sections: Sequence[Section]) -> bool:
    """The same label counts two aims: objectives below something wider that is not counted."""
    dotted = [DOTTED_RE.search(one.label or "") for one in sections]
    if len({found[1] for found in dotted if found}) > 1:
        return True  # "Objective 1.2" and "Objective 2.1" stand below something wider
    names: dict[str, str] = {}
    return any(
        not same_title(names.setdefault((one.label or "").casefold(), one.name), one.name)
        for one in sections
    )


def _from_section(printed: Printed, section: Section) -> Found:
    summary = printed.summary_of(section)
    return Found(section.name, section.label, summary, section.block, section.place)
