"""References that stand before the text of a cell: "4. Contribute to ...", "1.1 Assess ...".

Knows paragraphs and how references look; knows nothing of formats.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from extractors.blocks import Cell, Heading, Paragraph
from extractors.columns.contents import is_promise
from extractors.grid import filled_paragraphs
from extractors.months import MONTH

MARKER_RE = re.compile(
    r"\(?((?:[A-Z]{1,4}[.\- ]?)?\d{1,3}(?:\.\d{1,3})*(?:\.?[a-z])?|[A-Za-z])[.):]?"
)
ONE_WORDS = r"action|measure|activity|task"  # for one promise, never for an aim of several
OWN_WORDS = rf"{ONE_WORDS}|initiative|project"  # that may be for one
KIND_WORDS = "commitment|pledge|promise|recommendation"  # cited with the number: "Pledge 7"
LEADING_RE = re.compile(  # behind a word for what one form promises a bare number counts it
    rf"(?:(?P<own>{OWN_WORDS}|{KIND_WORDS})\s+|(?:objective|priority|ref)\s+)?"
    r"(?P<ref>(?:[A-Z]{1,4}[.\- ]?)?\d{1,3}(?:\.\d{1,3})+(?:\.?[a-z])?"
    r"|[A-Z]{1,4}[.\-/]?\d{1,3}[a-z]?|\d{1,3}(?=[.):]|\s[\-–—]\s+(?-i:[A-Z]))|(?-i:\d{1,2}\.?[a-h])"
    r"|(?(own)\d{1,3}(?=\s*[\-–—]|\s+(?-i:[A-Z])|\s+of\s+\d)|(?!)))(?:\s+of\s+\d{1,3})?"
    r"[.):]?\s*[\-–—:|]?\s+(?=\S)",
    re.IGNORECASE,
)
COUNTS_ONE_RE = re.compile(rf"(?:{ONE_WORDS})\s", re.IGNORECASE)
COUNTS_RE = re.compile(rf"(?:{OWN_WORDS})\s", re.IGNORECASE)  # "Measure 12: Pilot night courts"
BARE_RE = re.compile(rf"(\d{{1,3}})\s+(?!{MONTH}\b)(?=[A-Z])")
PADDED_RE = re.compile(r"0\d")  # "02 Fit the lofts"; "0 Waste homes" counts nothing
NUMBER_RE = re.compile(r"\b(?:[A-Z]{1,4}[.\-/]?)?\d+(?:\.\d+)*[a-z]?\b")
NAMED_RE = re.compile(rf"(?:{KIND_WORDS})\s+\d{{1,3}}(?![.\-–/]?\d|[^\W\d])", re.IGNORECASE)
WORD_BEFORE = r"(?:AIM|CARD|FORM|GOAL|ITEM|NO|PART|REF|STEP|TASK|TERM|YEAR)\b"  # before a number
CODE_RE = re.compile(rf"(?!{WORD_BEFORE})[A-Z]{{2,4}} \d{{1,3}}[a-z]?")  # "SIF 01"
MIN_COUNTED = 2  # texts; one alone may begin with a quantity
MOST = 0.6  # share of cells that begin with a number before the numbers are references


@dataclass(frozen=True, slots=True)
class Numbered:
    """A cell's text apart from the reference before it.

    ``ref`` is None where there is none; ``counted`` where the format counts it by itself.
    """

    ref: str | None
    paragraphs: tuple[Paragraph, ...]
    counted: bool = False

    @property
    def text(self) -> str:
        """The text without the reference."""
        return " ".join(filter(None, (paragraph.printed for paragraph in self.paragraphs)))


class Leading(NamedTuple):
    """A reference, the text behind it, and whether its word is for what one form promises."""

    ref: str
    rest: str
    own: bool


def number_in(label: str) -> str | None:
    """The reference that a label carries: "1.2" of "Action 1.2"; None where it has none.

    "Commitment 7" is one as a whole: a bare number is cited with what it counts, where that is no
    heading of ours ("Action 7" is number 7 of the actions).
    """
    found = CODE_RE.fullmatch(label.strip()) or NAMED_RE.search(label) or NUMBER_RE.search(label)
    return found.group() if found else None


def leading_ref(text: str) -> Leading | None:
    """The reference before a text, and the text: ``Leading("1.2", "Review the rota", own=True)``.

    For "Action 1.2: Review the rota"; None where a text begins with none.
    """
    found = LEADING_RE.match(text)
    if found is None:
        return None
    named = NAMED_RE.match(text)
    ref = named.group() if named else found["ref"]
    return Leading(ref, text[found.end() :], own=found["own"] is not None)


def split_ref(cells: Sequence[Cell]) -> Numbered:
    """Take the reference from the start of a cell.

    A marker that a second one of its kind follows numbers a list, and is no reference.
    """
    paragraphs = tuple(filled_paragraphs(cells))
    if not paragraphs:
        return Numbered(None, ())
    first = paragraphs[0]
    if first.marker is None:
        found = leading_ref(first.text)
        if found is None:
            return _split_line(paragraphs)
        return Numbered(found.ref, (replace(first, text=found.rest), *paragraphs[1:]))
    marker = MARKER_RE.fullmatch(first.marker.strip())
    if marker is None or any(_same_kind(first, other) for other in paragraphs[1:]):
        return Numbered(None, paragraphs)
    return Numbered(marker[1], (replace(first, marker=None), *paragraphs[1:]), first.numbered)


def _split_line(paragraphs: tuple[Paragraph, ...]) -> Numbered:
    """A reference that is a line of its own above the text: "1.2" over "Review the rota"."""
    first = paragraphs[0].text
    found = leading_ref(f"{first} -") if len(paragraphs) > 1 else None
    if found is None or len(found.rest) > 1 or paragraphs[1].marker is not None:
        return Numbered(None, paragraphs)
    return Numbered(found.ref, paragraphs[1:])


def split_title(cells: Sequence[Cell]) -> Numbered:
    """The same of a card's title, where a bare number counts: "7 Upgrade shelters", "02 Fit"."""
    split, counted = split_ref(cells), split_count(cells)
    return counted if is_promise(counted.text) or PADDED_RE.match(counted.ref or "") else split


def _same_kind(one: Paragraph, other: Paragraph) -> bool:
    if other.marker is None or other.level != one.level:
        return False
    return shape_of(other.marker) == shape_of(one.marker or "")


def shape_of(marker: str) -> str:
    """How a marker or reference counts, whatever it counts to: "a1.1" for "A2.14"."""
    return re.sub(r"[a-z]+", "a", re.sub(r"\d+", "1", marker.strip().lower()))


def split_heading(heading: Heading | Paragraph) -> Numbered:
    """A heading, or a line set as one, apart from its reference."""
    return split_title([Cell(0, 0, (Paragraph(heading.text, heading.marker),))])


def split_count(cells: Sequence[Cell]) -> Numbered:
    """The same where a number without a stop counts the texts: "5 Review the rota"."""
    split = split_ref(cells)
    found = BARE_RE.match(split.text) if split.ref is None and split.paragraphs else None
    if found is None or split.paragraphs[0].marker is not None:
        return split
    rest = replace(split.paragraphs[0], text=split.paragraphs[0].text[found.end() :])
    return Numbered(found[1], (rest, *split.paragraphs[1:]))


def count_up(sections: Sequence[Sequence[Numbered]]) -> bool:
    """Whether numbers go up by one from text to text, so that none is a quantity.

    Args:
        sections: The texts of a table, those under one band or theme of it together: each may
            begin again at 1.
    """
    held = [[number.ref for number in numbers if number.paragraphs] for numbers in sections]
    counts = [(_count(ref), place) for refs in held for place, ref in enumerate(refs)]
    return len(counts) >= MIN_COUNTED and all(
        count == before + 1 or (count == 1 and place == 0)
        for (before, _), (count, place) in pairwise(counts)
    )


def _count(ref: str | None) -> int:
    """What a bare number counts to, "Pledge 7" to 7; 0 where it counts otherwise."""
    number = (ref or "").split()[-1:]
    return int(number[0]) if number and number[0].isdigit() else 0


def are_references(sections: Sequence[Sequence[Numbered]]) -> bool:
    """Whether numbers before texts are references: most texts have one, no two under a band alike.

    Args:
        sections: As those of ``count_up``; numbers that Word counts may begin anew in each.
    """
    held = [[n.ref for n in numbers if n.ref is not None] for numbers in sections]
    filled = sum(bool(number.paragraphs) for numbers in sections for number in numbers)
    refs = sum(map(len, held))
    return refs > 0 and refs >= MOST * filled and all(len(set(one)) == len(one) for one in held)
