"""What keeps its place on a page, a piece of a line, a table or a box, and what stands level.

Knows where things stand; knows nothing of what they say.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.blocks import Table
from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.record import Frame


@dataclass(frozen=True, slots=True)
class Region:
    """Lines of one column, top to bottom, and where its text begins and ends."""

    lines: tuple[Line, ...]
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Atom:
    """Something that keeps its place: a piece of a line, a table, or a box and what it holds."""

    frame: Frame
    line: Line | None = None
    held: tuple[Region | Table, ...] = ()

    @property
    def is_table(self) -> bool:
        """A table, or a box that holds one."""
        return any(isinstance(one, Table) for one in self.held)


def stripes_of(atoms: Sequence[Atom]) -> list[list[Atom]]:
    """Atoms that stand beside one another together, top to bottom."""
    stripes: list[list[Atom]] = []
    bottom = float("-inf")
    for atom in sorted(atoms, key=lambda one: (one.frame.top, one.frame.x0)):
        height = atom.frame.bottom - atom.frame.top
        if stripes and atom.frame.top < bottom - min(1.0, height / 4):
            stripes[-1].append(atom)
        else:
            stripes.append([atom])
        bottom = max(bottom, atom.frame.bottom) if len(stripes[-1]) > 1 else atom.frame.bottom
    return stripes
