"""Which lines of a column are labels with their values: "Lead: Vale", or bold above plain.

Knows lines and their looks; knows no printed heading, and nothing of where paragraphs end.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from extractors.readers.labels import LABEL_RE
from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.page.paragraphs.markers import Group
from extractors.readers.pdf.record import Word

LABEL_LINES = 4  # lines from one label of a form to the next, where a value may take three
MAX_LABEL_WORDS = 6  # words; "Who will lead on this?" has five
MAX_LABEL_SHARE = 0.75  # of the width of a column: a bold line that fills more may have been broken
DASHES = frozenset("–—-")
GOES_ON_RE = re.compile(r"[,/&(]$|^(?:and|or|a|an|the)$")  # labels end in "Led by", "Linked to"
Ink = tuple[bool, str]  # italic or not, and the colour
MIN_ALIKE = 2  # other labels of one look in a column, which show that a full bold line is one


def label_lines(lines: Sequence[Line]) -> frozenset[int]:
    """The places of lines that begin with labels near to one another: "Lead: ", "By when: "."""
    text = "".join([word.text for line in lines for word in line.words])
    if ":" not in text and "?" not in text:
        return frozenset()  # most cells
    places = [place for place, line in enumerate(lines) if opening(line) is not None]
    near = [(a, b) for a, b in pairwise(places) if b - a <= LABEL_LINES]
    return frozenset(place for pair in near for place in pair)


def may_label(line: Line, last: Group) -> bool:
    """Whether a line may be a label below a group: below an item only one before a colon.

    In a bracket that the group has opened it goes on: "(Accountable", below it "officer: Vale)".
    """
    said = "".join([word.text for one in last.lines for word in one.words])
    if said.count("(") > said.count(")"):
        return False
    found = opening(line) if last.marker is not None else None
    return last.marker is None or (found is not None and found[0].endswith(":"))


def bold_labels(lines: Sequence[Line], width: float) -> frozenset[int]:
    """The places of lines that are labels set bold, and of the values right below them.

    Bold from end to end above a line that nowhere is; a phrase set bold inside a paragraph leaves
    no room for the next word, and goes on in small letters. Below a bold line that is full it is
    the rest of a title, and no label but before a colon. A full one is a label where others are set
    like it: the longest term of a glossary may be the widest line of all.
    """
    if not any([line.words[0].style.bold for line in lines]):
        return frozenset()
    weights = [{word.style.bold for word in line.words} for line in lines]
    pairs = [
        place
        for place, (line, below) in enumerate(pairwise(lines))
        if weights[place : place + 2] == [{True}, {False}]
        and not any(one.words[0].text[:1].islower() for one in (line, below))
    ]
    full = {at for at, line in enumerate(lines) if line.x1 - line.x0 > MAX_LABEL_SHARE * width}
    looks = Counter(_look(lines[place]) for place in pairs if place not in full)
    found = [at for at in pairs if at not in full or looks[_look(lines[at])] >= MIN_ALIKE]
    rest = {at for at in found if at - 1 in full and weights[at - 1] == {True}}
    rest = {at for at in rest if lines[at].words[-1].text[-1] != ":"}
    return frozenset({*found, *(place + 1 for place in found)} - rest)


def look_labels(lines: Sequence[Line]) -> frozenset[int]:
    """The places of lines that are labels by their colour or italics, and of the values below them.

    "Timescale", grey, above "Mid 2027": a few words in a look that no word of the line below has.
    Below a line in the same look it is the rest of a title, and no label; nor is a line that goes
    on in the next, "Vale Carers and" in red above "Ellerdale Trust".
    """
    style = lines[0].words[0].style
    if all([line.words[0].style is style for line in lines]):
        return frozenset()  # most columns and cells
    inks = [_ink(line.words[0]) for line in lines]
    pairs = [
        place
        for place, (line, below) in enumerate(pairwise(lines))
        if inks[place] != inks[place + 1]
        and len(line.words) <= MAX_LABEL_WORDS
        and GOES_ON_RE.search(line.words[-1].text) is None
        and not any(one.words[0].text[:1].islower() for one in (line, below))
        and all(len({_ink(word) for word in one.words}) == 1 for one in (line, below))
    ]
    if not pairs:
        return frozenset()
    turns = Counter((inks[at], inks[at + 1]) for at in pairs)
    letters = Counter[Ink]()
    for word in (word for line in lines for word in line.words):
        letters[_ink(word)] += len(word.text)
    usual = letters.most_common(1)[0][0]
    found = [at for at in pairs if _leads(inks[at], inks[at + 1], turns, usual)]
    first = {at for at in found if at and _ink(lines[at - 1].words[-1]) != inks[at]}
    return frozenset({*first, *(place + 1 for place in found)})


def _leads(label: Ink, value: Ink, turns: Counter[tuple[Ink, Ink]], usual: Ink) -> bool:
    """Whether labels are set in the first of two looks: a value ends where the next label begins.

    The look comes oftener above the other than below it, or is not the usual one.
    """
    above, below = turns[label, value], turns[value, label]
    return above > below or (above == below and label != usual)


def opening(line: Line) -> re.Match[str] | None:
    """The label that begins a line; "Services (HMIP): " is the end of a name that broke.

    "Skills Manager **By when:**" is the end of a value and the next label, which is set bold, and
    so are "Management · By when:" and "2027 – Led by:", of which bars part the labels of one line.
    """
    words = [word.text for word in line.words[:MAX_LABEL_WORDS]]
    text = " ".join(words)
    if ":" not in text and "?" not in text:
        return None  # most lines
    found = LABEL_RE.match(text) if any(word[-1:] in ":?" for word in words) else None
    if found is None or " (" in found[0] or (found[0][-1] in DASHES and ":" in text):
        return None
    last = line.words[len(found[0].split()) - 1]
    return found if last.style.bold <= line.words[0].style.bold else None


def _ink(word: Word) -> Ink:
    return word.style.italic, word.style.colour


def _look(line: Line) -> tuple[int, float]:
    """Where a line begins, in whole points, and its size."""
    return round(line.x0), line.size
