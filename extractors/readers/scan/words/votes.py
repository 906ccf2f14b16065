"""What several readings of one text agree on, word by word, and what none of them bears out.

Knows readings and the words that they stand for; knows no pictures and no tables.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import NamedTuple

from extractors.months import MONTH
from extractors.readers.scan.words.words import SeenWord

SHORT = 12  # letters of a text that is read again where it holds a digit: "September 27"
TINY = 3  # letters of a text that may be dust: "H", "TBC"
ALONE_SURE = 50  # confidence at most of a word that no two readings agree on
AGREED_SURE = 75  # confidence at least of one that two have, whatever stands beside it
MARK_SURE = 60  # confidence below which few letters may be a mark though two readings have them
FORM_BONUS = 60  # of confidence, for a reading that has the form of a reference or a date
FORM_RE = re.compile(
    r"(?:[A-Z]{1,4}[.-]?)?\d{1,2}(?:\.\d{1,2}){0,2}[.)]?"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}/\d{2,4}|Q[1-4](?: \d{4}(?:/\d{2})?)?"
    rf"|{MONTH}[- ]\d{{2,4}}"
)
LONGER = 1.3  # times as long as first read: what is, has caught the next line or cell
LINE_SHARE = 0.75  # of the words of a line that was passed over on which both readings agree
LETTER_EM = 0.3  # of a line's height, the width of a letter in narrow print
EDGES = "|[‘’'_~ -"  # marks that a rule or dust beside a text is taken for


class Reading(NamedTuple):
    """What a text may say, and how sure that is, 0 to 100."""

    text: str
    sure: float


def settle(text: Sequence[SeenWord], readings: Sequence[Reading]) -> list[SeenWord]:
    """The words of a text as most of its readings, or the surest of them, have it.

    Args:
        text: As it was read first; a word without letters where nothing was.
        readings: The first one and the later ones: ``[("12", 40), ("1.2", 91), ("1.2", 95)]``.

    Returns:
        Its words, those that only one reading has with ``ALONE_SURE`` at most; [] for dust. One
        word without letters stands for a text that cannot be read: see ``is_unread``.
    """
    if _is_dust(readings):
        return []
    votes: dict[str, list[float]] = {}
    most = max(LONGER * len(readings[0].text), SHORT, _room(text))
    for reading in readings:
        said = reading.text.strip(EDGES)
        if said and len(said) <= most:
            votes.setdefault(said, []).append(reading.sure)
    if not votes or _is_passed_over(readings):
        return [_unread(text)]
    best = max(votes, key=lambda said: sum(votes[said]) + FORM_BONUS * _has_form(said))
    if _is_mark(best) and (len(votes[best]) == 1 or max(votes[best]) < MARK_SURE):
        return [_unread(text)]
    if len(votes[best]) > 1 or len(votes) == 1 or _has_form(best):
        sure = max(votes[best]) if len(votes[best]) > 1 else min(*votes[best], ALONE_SURE)
        return _placed(text, best.split(), [sure] * len(best.split()))
    return _by_words(text, votes)


def is_unread(word: SeenWord) -> bool:
    """Whether a word stands for letters that were seen and could not be read."""
    return not word.text


def _is_dust(readings: Sequence[Reading]) -> bool:
    """Whether dust or a rule was taken for a few letters, or no reading sees any."""
    first, *later = readings
    if any(_letters(reading) for reading in later):
        return False
    return len(first.text) <= TINY and first.sure < ALONE_SURE


def _is_passed_over(readings: Sequence[Reading]) -> bool:
    """Whether what is read cannot be told from what marks of a pen or cut letters are read as.

    A text that was passed over at first is right where both later readings have it, of a whole line
    most words; one that was read with doubt, where any later one sees letters at all.
    """
    first, *later = readings
    seen = [reading.text for reading in later if _letters(reading)]
    if not first.text and len(seen) == len(later) and min(map(len, seen)) > SHORT:
        return _agreement(seen) < LINE_SHARE
    if not first.text:
        return len(set(seen)) != 1 or len(seen) < len(later)
    return not seen and first.sure < ALONE_SURE


def _is_mark(said: str) -> bool:
    """Whether a doubtful reading may be the tick of a pen: "V", "Jv", "W/"; not "2" or "b)"."""
    return len(said) <= TINY and not any(map(str.isdigit, said)) and said[-1] not in ").:"


def _agreement(seen: Sequence[str]) -> float:
    """The share of the words of the first text that all others have in the same place."""
    first, *others = [said.split() for said in seen]
    alike = [all(each) for each in zip(*(_shared(first, [other]) for other in others), strict=True)]
    return sum(alike) / len(alike)


def _room(text: Sequence[SeenWord]) -> float:
    """How many letters a text has room for; 0 for one that was read at first."""
    frame = text[0]
    return 0.0 if frame.text else (frame.x1 - frame.x0) / (LETTER_EM * (frame.bottom - frame.top))


def _letters(reading: Reading) -> bool:
    return any(map(str.isalnum, reading.text))


def _by_words(text: Sequence[SeenWord], votes: dict[str, list[float]]) -> list[SeenWord]:
    """The reading of which the others have most words; the words that they lack are doubtful."""
    said = {one: one.split() for one in votes}
    shared = {
        one: _shared(words, [said[o] for o in said if o != one]) for one, words in said.items()
    }
    best = max(votes, key=lambda one: (sum(shared[one]) / len(said[one]), max(votes[one])))
    if not any(shared[best]) and max(map(max, votes.values())) < ALONE_SURE:
        return [_unread(text)]
    own = max(votes[best])
    sures = [max(own, AGREED_SURE) if two else min(own, ALONE_SURE) for two in shared[best]]
    return _placed(text, said[best], sures)


def _shared(words: Sequence[str], others: Sequence[Sequence[str]]) -> list[bool]:
    """For each word whether another reading has it in the same place."""
    found = [False] * len(words)
    for other in others:
        for block in SequenceMatcher(None, words, other, autojunk=False).get_matching_blocks():
            found[block.a : block.a + block.size] = [True] * block.size
    return found


def _has_form(said: str) -> bool:
    return FORM_RE.fullmatch(said) is not None


def _unread(text: Sequence[SeenWord]) -> SeenWord:
    return replace(text[0], text="", x1=max(word.x1 for word in text), sure=0.0)


def _placed(
    text: Sequence[SeenWord], parts: Sequence[str], sures: Sequence[float]
) -> list[SeenWord]:
    """Words in the place of others; where there are more or fewer, as wide as their letters."""
    if len(parts) == len(text):
        return [
            replace(word, text=part, sure=sure)
            for word, part, sure in zip(text, parts, sures, strict=True)
        ]
    first, last = text[0], text[-1]
    letter = (last.x1 - first.x0) / max(len(" ".join(parts)), 1)
    words, at = [], 0
    for part, sure in zip(parts, sures, strict=True):
        x0, x1 = first.x0 + round(at * letter), first.x0 + round((at + len(part)) * letter)
        words.append(replace(first, text=part, x0=x0, x1=x1, sure=sure))
        at += len(part) + 1
    return words
