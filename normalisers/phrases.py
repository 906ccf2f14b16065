"""Reads ``reference/phrases.csv``: the words that a plan prints for a status, a month, a quarter.

Knows the form of the file, not what any list means.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from normalisers.reference_rows import read_facts

PHRASES = Path(__file__).parent / "reference" / "phrases.csv"
COLUMNS = ("list", "phrase", "value", "note")


class Phrase(NamedTuple):
    """One line: ``Phrase("month", "sept", "9")``; ``value`` is "" where the list needs none."""

    list: str
    phrase: str
    value: str


def read_phrases(path: Path = PHRASES) -> tuple[Phrase, ...]:
    """Read every phrase, in the order of the file.

    Raises:
        ReferenceDataError: A line is not of the form, has no phrase, or repeats one of its list.
    """
    phrases: dict[tuple[str, str], Phrase] = {}
    for fact in read_facts(path, COLUMNS):
        key = (fact["list"], fact["phrase"])
        if not all(key):
            raise fact.fault("a list or a phrase is empty", "Fill it or remove the line.")
        if key in phrases:
            raise fact.fault(f"{key[1]!r} is twice in the list {key[0]!r}", "Keep one of them.")
        phrases[key] = Phrase(*key, fact["value"])
    return tuple(phrases.values())


@cache
def all_phrases() -> tuple[Phrase, ...]:
    """Give the project's own phrases, read once."""
    return read_phrases()


@cache
def phrases_of(name: str) -> dict[str, str]:
    """Give one list as phrase to value: ``phrases_of("rag")["amb"] == "amber"``."""
    return {line.phrase: line.value for line in all_phrases() if line.list == name}
