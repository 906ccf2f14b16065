"""A body being read, before its unit is known, and how pieces are printed.

Knows which pieces belong to it; it does not decide which do.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from normalisers.agencies import Body, Place, council
from normalisers.leads.piece import Piece
from normalisers.names import printed
from normalisers.vocabulary import vocabulary


@dataclass(slots=True)
class Draft:
    """A body being read: the pieces before and after its name, the brackets behind it.

    ``other_names`` are printed names of it that another stands for: "Council" "Housing".
    """

    piece: Piece
    body: Body
    before: list[Piece] = field(default_factory=list)
    after: list[Piece] = field(default_factory=list)
    other_names: list[Piece] = field(default_factory=list)
    listed: bool = False
    run: Sequence[Piece] = ()

    def in_order(self, pieces: Iterable[Piece]) -> list[Piece]:
        """Give pieces of the run in the order of the print."""
        wanted = {id(piece) for piece in pieces}
        return [piece for piece in self.run if id(piece) in wanted]


def is_directorate(piece: Piece) -> bool:
    """Tell whether a department is a division that other teams belong to."""
    meanings = vocabulary().meanings.get(piece.key, ())
    return any(meaning.kind == "directorate" for meaning in meanings)


def department(words: str, place: Place) -> Body | None:
    """Give the document's council with a department in its own words."""
    body = council(place)
    return replace(body, unit=words, score=70, method="pattern") if body else None


def text_of(pieces: Sequence[Piece]) -> str:
    """Give pieces as printed, brackets around what stood in them."""
    parts = []
    for piece in pieces:
        shown = f" ({printed(piece.tokens)})" if piece.kind == "group" else printed(piece.tokens)
        spaced = piece.kind == "group" or not piece.tokens or piece.tokens[0].spaced
        parts.append(shown if not spaced or piece.kind == "group" else f" {shown}")
    return "".join(parts).strip()
