"""Which priority and objective stand above each block and row."""

from dataclasses import dataclass
from typing import Literal

from extractors.blocks import NOWHERE, Place


@dataclass(frozen=True, slots=True)
class Section:
    """One heading that stands above actions: a heading block, a banner row or a labelled band.

    Attributes:
        title: As printed: ``"Objective 1 - Prioritising Prevention:"``.
        label: What counts it, as printed: ``"Objective 1"``; None where it is not counted.
        name: The title without its label and closing colon: ``"Prioritising Prevention"``.
        kind: "priority" (a strategic aim), "objective" (an aim below one) or "group" (anything
            else that heads a table: "General Objectives", "Strategic Actions").
        block: Place in ``Document.blocks`` of the block that prints it.
        place: Where it is printed.
    """

    title: str
    name: str
    label: str | None = None
    kind: Literal["priority", "objective", "group"] = "group"
    block: int = 0
    place: Place = NOWHERE
