"""What the parts of the reading of one cell share.

Knows where the cell was written and how what a bracket holds is read.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from normalisers.agencies import Place
from normalisers.leads.initials import Glossary
from normalisers.leads.mention import Mention
from normalisers.leads.piece import Piece


@dataclass(frozen=True, slots=True)
class Reader:
    """Area and day of the document, its short forms, and the reading of what a bracket holds."""

    place: Place
    glossary: Glossary
    inside: Callable[[Sequence[Piece]], list[Mention]]
