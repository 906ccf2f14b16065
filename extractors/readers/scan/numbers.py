"""References of a column that were read wrongly: "13" below "1.2" is "1.3", "Al" above "A2" "A1".

Knows words in cells and how references count; knows no document. A reading is changed only where
its digits are those of the reference that its neighbours count to.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.readers.scan.words import SeenWord

COUNT_RE = re.compile(r"([A-Z]{1,4}\.?|\d{1,2}\.)(\d{1,2})\.?")  # "G.1", "AB.07", "1.12", "A6"
LOST_RE = re.compile(r"([A-Z]{1,4}|\d{1,2})[:;,·-]?([\dA-Za-zé|\]!]{1,2})[.,]?")
TAKEN_FOR = {
    **dict.fromkeys("47lIit|]!", "1"), "Z": "2", "S": "5", "s": "5", "é": "6", "G": "6", "b": "6",
    "B": "8", "Y": "9", "g": "9", "q": "9", "O": "0", "o": "0",
}  # fmt: skip
"""What a figure is taken for where it is slanted, blurred or small, to that figure."""
SAME_COLUMN = 12  # pixels; references of a column begin within 4 of one another

Count = tuple[str, int]  # what counts and its number: ("AB.", 7), ("1.", 12), ("A", 6)


def mend_counts(words: Sequence[SeenWord]) -> list[SeenWord]:
    """Give the words of cells with references that lost their full stop put right.

    Args:
        words: The words of the cells of one page; those of a cell share the start of ``line``.
    """
    mended = {id(word): word for word in words}
    for column in _columns(words):
        counts = [_count(word.text) for word in column]
        for place, word in enumerate(column):
            if _stands(counts, place):
                continue
            readings = _readings(word.text)
            found = _expected(counts, place) & readings.keys()
            if len(found) == 1:
                (count,) = found
                counts[place] = count
                mended[id(word)] = replace(word, text=readings[count])
    return [mended[id(word)] for word in words]


def _columns(words: Sequence[SeenWord]) -> Iterator[list[SeenWord]]:
    """The single words of cells below one another, from the top down."""
    cells: dict[int, list[SeenWord]] = {}
    for word in words:
        cells.setdefault(word.line[0], []).append(word)
    lone = sorted((cell[0] for cell in cells.values() if len(cell) == 1), key=lambda w: w.x0)
    column: list[SeenWord] = []
    for word in lone:
        if column and word.x0 - column[-1].x0 > SAME_COLUMN:
            yield sorted(column, key=lambda w: w.top)
            column = []
        column.append(word)
    yield sorted(column, key=lambda w: w.top)


def _count(text: str) -> Count | None:
    found = COUNT_RE.fullmatch(text)
    return (found[1], int(found[2])) if found else None


def _stands(counts: Sequence[Count | None], place: int) -> bool:
    """Whether a reference is read right for all that its neighbours say: stops, order."""
    own = counts[place]
    if own is None or _breaks_order(counts, place):
        return False
    beside = counts[max(place - 1, 0) : place + 2]
    return not any(other is not None and other[0] == f"{own[0]}." for other in beside)


def _breaks_order(counts: Sequence[Count | None], place: int) -> bool:
    """Whether the reference below is no higher: "1.4" above "1.2"."""
    own = counts[place]
    below = counts[place + 1] if place + 1 < len(counts) else None
    return own is not None and below is not None and own[0] == below[0] and own[1] >= below[1]


def _expected(counts: Sequence[Count | None], place: int) -> set[Count]:
    """What the references above and below count to at a place."""
    expected: set[Count] = set()
    above = counts[place - 1] if place > 0 else None
    below = counts[place + 1] if place + 1 < len(counts) else None
    if above is not None:
        expected.add((above[0], above[1] + 1))
        if above[0][0].isdigit():
            expected.add((f"{int(above[0].rstrip('.')) + 1}.", 1))
    if below is not None and below[1] > 1:
        expected.add((below[0], below[1] - 1))
    return expected


def _readings(text: str) -> dict[Count, str]:
    """The references that a text may be: "1.12" and "11.2" of "112", "1.1" of "1:4", "A1" of "Al".

    A stop that is printed is kept, one that is not is added after figures, and after letters too.
    """
    if LOST_RE.fullmatch(text) is None and COUNT_RE.fullmatch(text) is None:
        return {}
    plain = "".join(letter for letter in text if letter.isalnum() or letter in TAKEN_FOR)
    spellings = {plain, *(_with_figure(plain, at) for at in range(len(plain)))}
    found: dict[Count, str] = {}
    for said in sorted(spellings):
        for cut in range(1, len(said)):
            name, number = said[:cut], said[cut:]
            if number.isdigit() and name.isalnum():
                found[f"{name}.", int(number)] = f"{name}.{number}"
                if name.isalpha():
                    found[name, int(number)] = said
    return found


def _with_figure(text: str, at: int) -> str:
    """The text with the figure that its letter at a place is taken for."""
    return f"{text[:at]}{TAKEN_FOR.get(text[at], text[at])}{text[at + 1 :]}"
