"""Headings that ask for a kind of body, "Responsible Office", and titles that name one.

Knows ``bodies.csv``: the words that ask for a body ("Responsible"), those that name a kind of one
("Office"), those that only end names ("Forum"), and names that hold none of them ("Public Health");
knows no other heading.
"""

import csv
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

THEMES_TOO = frozenset({"services", "networks", "partners"})  # end the names of themes as well
JOINING = frozenset({"and", "for", "in", "of", "on", "the", "with", "&"})  # small in names


def body_asked(words: Sequence[str]) -> str | None:
    """The field that such a heading asks for: "lead" of ``("responsible", "office")``; else None.

    Args:
        words: Its folded words, as ``fold_words`` gives them.
    """
    asks, bodies = _load_bodies()
    if len(words) < 2 or words[0] not in asks or words[-1] not in bodies:
        return None
    field = asks[words[0]]
    own = all(word in bodies or asks.get(word) == field for word in words)
    return field if own else None


def names_body(title: str) -> bool:
    """Whether a title ends as the names of bodies do: "Housing Development Team"."""
    return not _load_bodies()[1].isdisjoint(title.casefold().split()[-1:])


def is_body(text: str) -> bool:
    """Whether a text may be the name of a body alone: "Spring Bank Ward Forum", "Public Health".

    It may end in words that themes end in as well: "Building Trust" is for others to tell apart.
    "Digital services", in small letters, names no body.
    """
    words = text.casefold().split()
    ends, names = _load_names()
    if " ".join(words) in names:
        return text[:1].isupper()
    large = all(word[:1].isupper() for word in text.split() if word not in JOINING)
    return large and not ends.isdisjoint(words[-1:])


def ends_as_body(title: str) -> bool:
    """Whether a title ends as names of bodies do, and not as themes do: "Northmoor Police".

    "Children's Services" and "Social Care" may be themes, and "Building Trust" is one.
    """
    words = title.casefold().split()
    if len(words) < 2 or words[0].endswith("ing") or words[-1] in THEMES_TOO:
        return False
    large = all(word[:1].isupper() for word in title.split() if word not in JOINING)
    return large and words[-1] in _load_names()[0]


@lru_cache(maxsize=1)
def _load_bodies() -> tuple[Mapping[str, str], frozenset[str]]:
    """The words of ``bodies.csv`` that ask, with the field they ask for, and the kinds of body."""
    asks = {row["word"]: row["field"] for row in _rows() if row["part"] == "asks"}
    return asks, frozenset(row["word"] for row in _rows() if row["part"] == "body")


@lru_cache(maxsize=1)
def _load_names() -> tuple[frozenset[str], frozenset[str]]:
    """The words with which names of bodies end, and whole names that end otherwise."""
    ends = frozenset(row["word"] for row in _rows() if row["part"] in ("body", "end"))
    return ends, frozenset(row["word"] for row in _rows() if row["part"] == "name")


def _rows() -> list[dict[str, str]]:
    text = (files("extractors") / "bodies.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
