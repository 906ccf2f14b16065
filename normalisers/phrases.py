"""Reads ``reference/phrases.csv``: the words that a plan prints for a status, a month, a quarter.

Knows the form of the file, not what any list means.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from normalisers.reference_rows import Fact, read_facts

PHRASES = Path(__file__).parent / "reference" / "phrases.csv"
NUMBERS = {"month": (1, 12), "season": (1, 12)}
"""Lists whose values are numbers, and their range; a season has the number of its first month."""

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
        _check_value(fact)
        phrases[key] = Phrase(*key, fact["value"])
    return tuple(phrases.values())


def _check_value(fact: Fact) -> None:
    """Check the value of a list whose values are numbers in a known range."""
    least, most = NUMBERS.get(fact["list"], (None, None))
    value = fact["value"]
    if least is None or most is None:
        return
    if not value.isdecimal() or not least <= int(value) <= most:
        advice = f"Write a number from {least} to {most}."
        raise fact.fault(f"value {value!r} of {fact['phrase']!r} is none of {fact['list']}", advice)


@cache
def all_phrases() -> tuple[Phrase, ...]:
    """Give the project's own phrases, read once."""
    return read_phrases()


@cache
def phrases_of(name: str) -> dict[str, str]:
    """Give one list as phrase to value: ``phrases_of("rag")["amb"] == "amber"``."""
    return {line.phrase: line.value for line in all_phrases() if line.list == name}
