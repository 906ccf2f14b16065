"""Words and phrases by what they tell of the text that holds them: lines of ``phrases.csv``.

``opinion,told us`` says that a sentence with "told us" is of what people said. ``*`` stands for
the rest of a word. Knows the lists alone; what follows from a phrase is a rule of who asks.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files


def one_of(says: str) -> str:
    """A pattern of the phrases of a list, one of which it matches: ``"(?:feedback|audit)"``."""
    return f"(?:{'|'.join(map(_pattern, _phrases()[says]))})"


def finder_of(says: str) -> re.Pattern[str]:
    """What finds a phrase of a list between the other words of a text."""
    return re.compile(rf"\b{one_of(says)}\b", re.IGNORECASE)


def words_that(says: str) -> frozenset[str]:
    """The words of a list: ``{"plan", "tracker"}``."""
    return frozenset(_phrases()[says])


def _pattern(phrase: str) -> str:
    words = re.escape(phrase).replace(r"\*", r"\w*").replace("'", "['\u2019]")
    return words.replace(r"\ ", r"\s+")


@cache
def _phrases() -> Mapping[str, Sequence[str]]:
    text = (files("extractors") / "phrases.csv").read_text(encoding="utf-8")
    phrases: defaultdict[str, list[str]] = defaultdict(list)
    for line in csv.DictReader(text.splitlines()):
        phrases[line["says"]].append(line["phrase"])
    return dict(phrases)
