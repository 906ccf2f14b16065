"""How many aims the plan says that it has, and what is told where another number was read.

"Our five priorities are set out below" may stand far from the chapters that hold them. Knows lines
and wording; finds no aims.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.blocks import Problem
from extractors.lines import Line
from extractors.phrases import finder_of
from extractors.priorities.owners import OWN_RE
from extractors.priorities.sets import MOST, USUAL, context_score
from extractors.priorities.text import NOT_LEAD_RE, parent_noun, sentences
from extractors.priorities.words import (
    ANNOUNCED_RE,
    NOUN_WEIGHTS,
    NUMBER,
    PLURAL,
    PLURALS,
    read_count,
    read_counted,
)
from extractors.rows import PriorityRow

HIGHEST = NOUN_WEIGHTS["priority"]  # points of a word that means the highest aims for sure
SURE = 2  # points of a word whose number is told: "pledges" and "outcomes" are counted anywhere
MAX_QUOTED = 100  # characters of the sentence that is told
PRIORITIES_RE = re.compile(
    rf"\bpriorities\b|\bour\s+(?:\w+\s+)?(?:{PLURAL})\s+are\b", re.IGNORECASE
)
AIMS_RE = re.compile(rf"\b(?:{PLURAL})\b", re.IGNORECASE)
CHAPTERS_RE = re.compile(
    rf"\b(?P<n>{NUMBER})\s+(?:\w+\s+)?(?:chapters|sections|parts)\b(?=[^.]*?\b(?P<noun>{PLURAL})\b)",
    re.IGNORECASE,
)
PARTIAL_RE = finder_of("part of a number")  # "two further priorities", "the first three"


@dataclass(frozen=True, slots=True)
class Announced:
    """A sentence of the plan that counts its aims: ``Announced(4, "priority", "Our four ...", 2)``.

    ``page`` is where it stands, from 1; None where the format has no pages.
    """

    number: int
    noun: str
    sentence: str
    page: int | None = None


def own_announcements(lines: Sequence[Line], title: str | None) -> tuple[Announced, ...]:
    """The sentences and headings that count the plan's own aims, in reading order.

    Not those of the government, of an earlier plan or of what residents said, and not a part of
    the aims: "two further priorities".
    """
    return tuple(
        Announced(number, noun, sentence, line.place.page)
        for line, sentence in _own_sentences(lines, title)
        for number, noun in _counts(sentence)
    )


def unread_priorities(
    lines: Sequence[Line],
    title: str | None,
    priorities: Sequence[PriorityRow],
    *,
    acted: bool,
) -> list[Problem]:
    """The warning that the plan counts its aims otherwise, or names some of which none was read.

    ``Problem("extract", "unread_priorities", "warning", 'p.2: "Our five ..." ...', 2)``; [] where
    as many were read as one of its sentences says, or nothing is said.

    Args:
        lines: Of the whole document.
        title: Of the document.
        priorities: Those that were read.
        acted: Whether actions were read: only a plan that has some must have aims, and one that
            heads them "Our priorities".
    """
    told = _told(lines, title, priorities)
    if told and all(one.number != len(priorities) for one in told):
        read = ", ".join(f'"{one.title}"' for one in priorities) or "none"
        was = f"{len(priorities)} {'was' if len(priorities) == 1 else 'were'} read"
        return [_problem(told[0], f"says {told[0].number}; {was}: {read}")]
    named = () if priorities else _named(lines, title, acted=acted)
    return [_problem(one, "speaks of priorities; none was read") for one in named][:1]


def _told(
    lines: Sequence[Line], title: str | None, priorities: Sequence[PriorityRow]
) -> list[Announced]:
    """The sentences that count aims of the kind that was read, the highest where nothing tells."""
    said = [one for one in own_announcements(lines, title) if NOUN_WEIGHTS[one.noun] >= SURE]
    said = [one for one in said if NOUN_WEIGHTS[one.noun] == HIGHEST] or said
    counted = [read_counted(one.label) for one in priorities if one.label]
    nouns = {one.noun for one in counted if one is not None}
    return [one for one in said if not nouns or one.noun in nouns]


def _named(lines: Sequence[Line], title: str | None, *, acted: bool) -> Iterator[Announced]:
    """The sentences that speak of the plan's own priorities without a number, and their heading."""
    for line, sentence in _own_sentences(lines, title):
        named = acted and OWN_RE.search(sentence) and PRIORITIES_RE.search(sentence)
        if named or _heads_own(line):
            yield Announced(0, "priority", sentence, line.place.page)


def _heads_own(line: Line) -> bool:
    """Whether a heading says that the plan's own aims stand below it: "Our themes at a glance"."""
    noun = parent_noun(line) if re.match(r"our\b", line.text, re.IGNORECASE) else None
    return noun is not None and NOUN_WEIGHTS[noun] >= SURE


def _problem(said: Announced, what: str) -> Problem:
    where = "" if said.page is None else f"p.{said.page}: "
    quoted = said.sentence
    quoted = quoted if len(quoted) <= MAX_QUOTED else f"{quoted[:MAX_QUOTED].rstrip()} ..."
    message = f'{where}"{quoted}" {what}. Read the priorities in the document.'
    return Problem("extract", "unread_priorities", "warning", message, said.page)


def _own_sentences(lines: Sequence[Line], title: str | None) -> Iterator[tuple[Line, str]]:
    """The sentences and headings that speak of the plan's own aims, each with its line."""
    for line in lines:
        if not AIMS_RE.search(line.text):
            continue
        for sentence in sentences(line.text):
            aims = AIMS_RE.search(sentence)
            own = aims and context_score(sentence, line.above, title) > 0
            if own and not NOT_LEAD_RE.search(sentence):
                yield line, sentence


def _counts(sentence: str) -> Iterator[tuple[int, str]]:
    """Each number of aims in a sentence, with its word: "two themes and four priorities"."""
    for pattern in (ANNOUNCED_RE, CHAPTERS_RE):
        for found in pattern.finditer(sentence):
            number = read_count(found["n"]) or 0
            before = sentence[: found.start()].split()[-1:]
            if PARTIAL_RE.search(" ".join((*before, found.group()))):
                continue
            if USUAL.start - 1 <= number <= MOST:
                yield number, PLURALS[found["noun"].lower()]
