"""What people decided of the names of one area, which goes before the reference facts.

Knows keys and codes alone; who decided, why and in which file is the pipeline's business.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from normalisers.match import Span


@dataclass(frozen=True, slots=True)
class Name:
    """A name and what it means: ``Name("daisy", "daisy-project", None)``.

    Attributes:
        key: The name as ``names.name_key`` gives it.
        agency_id: A code of ``agencies.csv``; None where it is no body of ours: it stays as
            printed.
        unit: Department or team in that body, where the name is of one.
    """

    key: str
    agency_id: str | None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """The decisions that hold in a document's area.

    ``denied`` holds what a name does not mean here: ``frozenset({("wcc", "westminster-..."),})``.
    """

    names: tuple[Name, ...] = ()
    denied: frozenset[tuple[str, str]] = frozenset()

    def denies(self, key: str, agency_id: str | None) -> bool:
        """Tell whether a person said that the name does not mean that body here."""
        return (key, agency_id) in self.denied

    def named(self, key: str) -> Name | None:
        """Give what a person said that a name means; None where nobody did."""
        return next((name for name in self.names if name.key == key), None)

    def find(self, keys: Sequence[str]) -> list[Span]:
        """Give every decided name in the keys of a cell's tokens; names may overlap."""
        spans = []
        for name in self.names:
            words = name.key.split()
            for start in range(len(keys) - len(words) + 1):
                if list(keys[start : start + len(words)]) == words:
                    spans.append(Span(start, start + len(words), name.key))
        return spans


NOTHING_DECIDED = Decided()
