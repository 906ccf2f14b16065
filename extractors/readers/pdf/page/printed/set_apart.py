"""Labels that their look alone sets apart: "Lead" in blue, behind it "Housing" in black.

A page of cards prints the same ones again and again. They are given what most labels have: bold
letters, and a colon where the value stands close behind. Knows words and their look; knows no
printed heading.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import NamedTuple

from extractors.readers.pdf.lines import piece_gap
from extractors.readers.pdf.record import PageRecord, Word

MIN_LABELS = 2  # labels that come again: one may be a name that a text sets bold
MIN_TIMES = 2
MAX_WORDS = 6  # of a label; "How we will measure it" has five
MAX_LETTERS = 40
CLOSE_EM = 2.0  # of the size from a label to its value; one on a bar of colour has 1.1
SAME_BASE_PT = 1.0  # points between the bases of words of one line in two fonts
ENDS = frozenset(".,;:!)")  # a label before a colon needs nothing; other stops end texts

Look = tuple[bool, str]


class _Run(NamedTuple):
    """Words of one look in one line: the places of the first and behind the last, its text.

    ``label`` says that it may be a label: words of another look follow it.
    """

    first: int
    last: int
    text: str
    label: bool


def with_labels(words: list[Word], beside: Sequence[PageRecord]) -> list[Word]:
    """The words of a page, those of its labels as bold ones before a colon.

    Args:
        words: Those that stand in no ruled table, in the order of the file.
        beside: The pages before and after it, which may print the same labels.
    """
    runs = list(_runs(words))
    found = [run for run in runs if run.label]
    own = [run.text for run in found]
    if len(set(own)) < MIN_LABELS:
        return words
    again = _again([own, *([run.text for run in _runs(one.words) if run.label] for one in beside)])
    if len(again.intersection(own)) < MIN_LABELS:
        return words
    made = list(words)
    sure = [run for run in found if run.text in again]
    places = {_place(words[run.first]) for run in sure}
    for run in runs:
        if run in sure:
            _mark(made, run)
        elif _place(words[run.first]) in places and run.last - run.first <= MAX_WORDS:
            _embolden(made, run)  # a label of several lines, whose value stands behind the first
    return made


def _place(word: Word) -> tuple[float, float, Look]:
    """Where a word begins, and its look, size and all."""
    return round(word.x0), word.style.size, (word.style.bold, word.style.colour)


def _again(pages: Iterable[Sequence[str]]) -> set[str]:
    """The labels that stand above or below the same other one again, as those of cards do.

    Names that a text prints in colour ("Home Office") come again as well, in any order.
    """
    runs = ([text for text, _ in groupby(texts)] for texts in pages)
    times = Counter(pair for run in runs for pair in pairwise(run))
    return {text for pair, count in times.items() if count >= MIN_TIMES for text in pair}


def _mark(words: list[Word], run: _Run) -> None:
    """Set the words of a label bold, with a colon where its value stands close behind."""
    _embolden(words, run)
    last, after = words[run.last - 1], words[run.last]
    if after.x0 - last.x1 < CLOSE_EM * last.style.size:
        words[run.last - 1] = last._replace(text=f"{last.text}:")


def _embolden(words: list[Word], run: _Run) -> None:
    for at in range(run.first, run.last):
        words[at] = words[at]._replace(style=replace(words[at].style, bold=True))


def _runs(words: Sequence[Word]) -> Iterator[_Run]:
    """The words in runs of one look; a label begins a line, or stands behind a value or a gap."""
    looks: list[Look] = [(word.style.bold, word.style.colour) for word in words]
    if len(set(looks)) < 2:
        return
    (body, _), *_ = Counter(looks).most_common(1)
    first = 0
    labelled = False  # the line began with a label
    for at in range(1, len(words) + 1):
        same = at < len(words) and _in_line(words[at - 1], words[at])
        if same and looks[at] == looks[at - 1]:
            continue
        starts = first == 0 or not _in_line(words[first - 1], words[first])
        apart = starts or _is_apart(words[first - 1], words[first])
        lighter = looks[first] == (False, body[1])  # plain words where most are bold
        stands_out = looks[first] != body and not lighter
        may = same and stands_out and (apart or labelled)
        may = may and not words[at].text[:1].islower()  # "**We will** fund the pilot."
        text = " ".join([word.text for word in words[first:at]]) if may else ""
        label = may and _may_be_label(text)
        labelled = label if starts else labelled
        yield _Run(first, at, text, label)
        first = at


def _in_line(before: Word, word: Word) -> bool:
    """Whether a word stands in the line of the one before it in the file, behind it."""
    level = abs(before.base - word.base) < SAME_BASE_PT and before.turn == word.turn == 0
    return level and word.x0 >= before.x0


def _is_apart(before: Word, word: Word) -> bool:
    return word.x0 - before.x1 >= piece_gap(word.style.size)


def _may_be_label(text: str) -> bool:
    plain = text[:1].isupper() and text[-1] not in ENDS and not any(map(str.isdigit, text))
    return plain and len(text) <= MAX_LETTERS and text.count(" ") < MAX_WORDS
