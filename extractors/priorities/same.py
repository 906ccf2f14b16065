"""Which aims, printed in several places, are one: by their titles, else by their labels.

Looked up and not compared pair by pair: a table of 1,000 bands took more than 30 s.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from rapidfuzz import fuzz, process

from extractors.priorities.words import LONG_TITLE, SAME_TITLE, fold_title, read_counted

MOST_ALIKE = 99  # titles of a set compared by likeness; in longer ones they must be equal


class Titled(Protocol):
    """What names an aim: its title and, where it is counted, its label."""

    @property
    def title(self) -> str:
        """As printed, without the label."""

    @property
    def label(self) -> str | None:
        """As printed: ``"Priority 1"``; None where nothing counts it."""


Count = tuple[str | None, int]  # the word and number of a label: ("priority", 2)


@dataclass(frozen=True, slots=True)
class Known:
    """A title that is filed: folded, what counts it, and which aim it names."""

    title: str
    count: Count | None
    aim: int


class Titles:
    """The titles of a set of aims, each with the number of its aim, to find that of a further one.

    >>> titles = Titles()
    >>> titles.file(Found("Safer streets", "Priority 1"), 0)
    >>> titles.find(Found("SAFER STREETS"))
    0
    """

    __slots__ = ("_counted", "_equal", "_long")

    def __init__(self, rows: Iterable[Titled] = ()) -> None:
        self._equal: dict[str, int] = {}
        self._long: list[Known] = []  # those that may be alike though not equal
        self._counted: dict[Count, list[Known]] = {}
        for aim, row in enumerate(rows):
            self.file(row, aim)

    def file(self, row: Titled, aim: int) -> None:
        """Let a title and its label name an aim, beside those that name it already."""
        known = Known(fold_title(row.title), _count(row), aim)
        if known.title not in self._equal and len(known.title) >= LONG_TITLE:
            self._long.append(known)
        self._equal.setdefault(known.title, aim)
        if known.count is not None:
            self._counted.setdefault(known.count, []).append(known)

    def find(self, row: Titled) -> int | None:
        """The aim of that title; else of its label and a longer title; else of a title alike."""
        title, count = fold_title(row.title), _count(row)
        if title in self._equal:
            return self._equal[title]
        counted = self._counted.get(count, ()) if count is not None else ()
        begun = [known.aim for known in counted if _begins(title, known.title)]
        return begun[0] if begun else self._alike(title, count)

    def _alike(self, title: str, count: Count | None) -> int | None:
        if len(title) < LONG_TITLE or len(self._long) > MOST_ALIKE:
            return None
        titles = [known.title for known in self._long]
        alike = process.extract(
            title, titles, scorer=fuzz.ratio, processor=None, score_cutoff=SAME_TITLE, limit=None
        )
        known = (self._long[place] for _, _, place in alike)
        return next((one.aim for one in known if not _apart(one.count, count)), None)


def _count(row: Titled) -> Count | None:
    counted = read_counted(row.label) if row.label is not None else None
    return None if counted is None else (counted.noun, counted.number)


def _apart(one: Count | None, other: Count | None) -> bool:
    """Two that are counted apart: "Priority 1: Adults at risk" and "Priority 2: Adult carers"."""
    return one is not None and other is not None and one[0] == other[0] and one != other


def _begins(one: str, other: str) -> bool:
    """Whether one of two titles goes on where the other ends."""
    return one.startswith(other) or other.startswith(one)
