"""References of a column that were read wrongly: "13" below "1.2" is "1.3", "Al" above "A2" "A1".

Knows words below one another and how references count; knows no document. A reading is changed
only into the reference that its neighbours count to, and only where it looks like that one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from extractors.readers.scan.words.words import SeenWord, parted_texts

COUNT_RE = re.compile(
    r"(?P<name>[A-Z]{1,4}[.-]?|(?:\d{1,2}\.){1,2})(?P<number>\d{1,2})(?P<tail>\.?)"
    r"|(?P<group>\d{1,2})(?P<letter>[a-l])"
)  # "G.1", "AB-07", "1.12", "A6", "1.1.3", "2b"
BARE_RE = re.compile(r"[1-9]\d?")
FIRST_RE = re.compile(r"[A-Z]{1,2}[lI|]")  # "A1" of a typeface with serifs
ALIKE = ("1lIiítT47|]!", "2Zz", "3B8", "5Ss", "6Gébo", "9gqYQ", "0OoQD", "8B", "ao", "ec", "hb")
"""Letters and figures that are taken for one another where they are slanted, blurred or small."""
MARKS = " .,:;·'-"  # what a full stop or dash is read as, where it is read at all
LONGEST = 7  # letters of a reference: "ABCD-12"
SAME_COLUMN = 12  # pixels; references of a column begin within 4 of one another


class Count(NamedTuple):
    """A reference as it counts: ``Count("PS-", 7, "{:02d}")`` is "PS-07"; a letter is its place."""

    name: str
    number: int
    form: str = "{}"

    @property
    def text(self) -> str:
        """As it is printed."""
        if self.form == "a":
            return f"{self.name}{chr(ord('a') + self.number - 1)}"
        return f"{self.name}{self.form.format(self.number)}"


def mend_counts(words: Sequence[SeenWord]) -> list[SeenWord]:
    """Give the references that were read wrongly as their neighbours count.

    Args:
        words: The words of one page; those of a line share ``line``.
    """
    mended = {id(word): word for word in words}
    for column in _columns(words):
        bare = {at: text for at in range(len(column)) if (text := _bare_number(column, at))}
        mended |= {id(column[at]): replace(column[at], text=text) for at, text in bare.items()}
        counts = [None if at in bare else _count(one.text) for at, one in enumerate(column)]
        places = range(len(column))
        for place in (*places, *reversed(places)):
            word = column[place]
            if _stands(counts, place) or len(word.text) > LONGEST:
                continue
            expected = [*_expected(counts, place), *_last_before(word.text, counts, place)]
            expected += _first_of_letter(word.text, counts)
            found = {one for one in expected if _looks_like(word.text, one.text)}
            if len(found) == 1:
                (counts[place],) = found
                mended[id(word)] = replace(word, text=counts[place].text)
    return [mended[id(word)] for word in words]


def _columns(words: Sequence[SeenWord]) -> Iterator[list[SeenWord]]:
    """The words that stand alone on their line, or in its column, from the top down."""
    texts = [text for text in parted_texts(words) if len(text) == 1]
    lone = sorted((text[0] for text in texts), key=lambda word: word.x0)
    column: list[SeenWord] = []
    for word in lone:
        if column and word.x0 - column[-1].x0 > SAME_COLUMN:
            yield sorted(column, key=lambda w: w.top)
            column = []
        column.append(word)
    yield sorted(column, key=lambda w: w.top)


def _count(text: str) -> Count | None:
    found = COUNT_RE.fullmatch(text)
    if found is None:
        return None
    if found["letter"]:
        return Count(found["group"], ord(found["letter"]) - ord("a") + 1, "a")
    padded = "{:02d}" if found["number"].startswith("0") else "{}"
    return Count(found["name"], int(found["number"]), f"{padded}{found['tail']}")


def _stands(counts: Sequence[Count | None], place: int) -> bool:
    """Whether a reference is read right for all that its neighbours say: stops, order, letters."""
    own = counts[place]
    if own is None:
        return False
    above, below = _beside(counts, place)
    if below is not None and own.name == below.name and own.number >= below.number:
        return False
    others = [one for one in (above, below) if one is not None and one.name != own.name]
    if any(own.name.count(".") < one.name.count(".") for one in others):
        return False
    return not (own.name.isalpha() and others and _is_misspelt(own, _expected(counts, place)))


def _is_misspelt(own: Count, expected: Sequence[Count]) -> bool:
    """Whether a neighbour counts to a reference that looks like this one: "ST1" like "S11"."""
    return any(one.name != own.name and _looks_like(own.text, one.text) for one in expected)


def _beside(counts: Sequence[Count | None], place: int) -> tuple[Count | None, Count | None]:
    above = counts[place - 1] if place > 0 else None
    return above, counts[place + 1] if place + 1 < len(counts) else None


def _expected(counts: Sequence[Count | None], place: int) -> list[Count]:
    """What the references above and below count to at a place."""
    above, below = _beside(counts, place)
    expected: dict[str, Count] = {}
    if above is not None:
        for one in (above._replace(number=above.number + 1), _next_group(above)):
            if one is not None:
                expected[one.text] = one
    if below is not None and below.number > 1:
        one = below._replace(number=below.number - 1)
        expected[one.text] = one
    return list(expected.values())


def _last_before(seen: str, counts: Sequence[Count | None], place: int) -> Iterator[Count]:
    """The last reference of a group that lost its stop: "15" above "2.1" is "1.5".

    The heading of a column may stand between, which counts nothing.
    """
    below = next((one for one in counts[place + 1 :] if one is not None), None)
    own = _count(f"{seen[:1]}.{seen[1:]}") if seen.isdigit() else None
    if own is not None and below is not None and _next_group(own) == below:
        yield own


def _first_of_letter(seen: str, counts: Sequence[Count | None]) -> Iterator[Count]:
    """The first of a group whose figure was read as a letter: "Bl" of a card after "A2"."""
    names = {one.name for one in counts if one is not None and one.name.isalpha()}
    if FIRST_RE.fullmatch(seen) and len(seen) - 1 in map(len, names):
        yield Count(seen[:-1], 1)


def _bare_number(column: Sequence[SeenWord], place: int) -> str | None:
    """The bare number that follows one and goes before another: "11" for "I1" after "10", or None.

    At a page's foot two before it say enough: "9" and "10".
    """
    seen = column[place].text
    above = [_number(word.text) for word in reversed(column[max(place - 2, 0) : place])]
    if seen.isdigit() or not above or above[0] is None or not _looks_like(seen, f"{above[0] + 1}"):
        return None
    below = _number(column[place + 1].text) if place + 1 < len(column) else None
    last = place + 1 == len(column) and above[1:] == [above[0] - 1] and any(map(str.isdigit, seen))
    goes_on = below == above[0] + 2 or last
    return str(above[0] + 1) if goes_on else None


def _number(text: str) -> int | None:
    return int(text) if BARE_RE.fullmatch(text) else None


def _next_group(above: Count) -> Count | None:
    """The first reference of the next group: "2.1" after "1.4"; None where names tell no order."""
    if above.form == "a":
        return Count(str(int(above.name) + 1), 1, "a")
    levels = above.name.rstrip(".").split(".")
    if not levels[-1].isdigit():
        return None
    return above._replace(name=f"{'.'.join([*levels[:-1], str(int(levels[-1]) + 1)])}.", number=1)


def _looks_like(seen: str, printed: str) -> bool:
    """Whether a reading may be of a reference: stops aside, each letter the same or alike.

    A letter may be read twice, as two that are alike: "TBOS5" is "TB05".
    """
    one, other = (text.translate(dict.fromkeys(map(ord, MARKS))) for text in (seen, printed))
    twice = [at for at, (a, b) in enumerate(pairwise(one)) if a != b and _are_alike(a, b)]
    readings = [one, *(one[:at] + one[at + 1 :] for at in twice)]
    return any(
        len(reading) == len(other) and all(map(_are_alike, reading, other)) for reading in readings
    )


def _are_alike(one: str, other: str) -> bool:
    return one == other or any(one in group and other in group for group in ALIKE)
