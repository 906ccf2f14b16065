"""One piece of a lead cell: a name, a mark, a word or a bracketed group.

Knows its shape alone; ``pieces.py`` makes it.
"""

from dataclasses import dataclass

from normalisers.agencies import Body
from normalisers.names import Token, printed


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a cell.

    ``kind`` is body, word, area, sep, and, dash, colon, group, or a kind of ``lead_words.csv``
    (mark_support, tag_lead, tail, ...); ``value`` is its code; ``children``
    is what a bracket holds.
    """

    kind: str
    tokens: tuple[Token, ...]
    key: str
    value: str = ""
    body: Body | None = None
    children: tuple["Piece", ...] = ()

    @property
    def text(self) -> str:
        """Give the piece as printed."""
        return printed(self.tokens)
