"""The rows that extraction gives: actions, priorities and glossary terms, all as printed.

Knows nothing of formats, normalised values, ids or tables on disk.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from extractors.blocks import NOWHERE, Document, Place, Problem

Field = Literal[
    "ref",
    "objective",
    "activity",
    "measures",
    "update",
    "lead",
    "support",
    "start",
    "due",
    "status",
    "rating",
    "rag",
]
"""Names of the columns of an action table; ``headings.csv`` maps printed headings to them."""

AIMS: frozenset[Field] = frozenset({"objective", "activity"})  # what is to be done
WHO: frozenset[Field] = frozenset({"lead", "support"})
WHEN: frozenset[Field] = frozenset({"start", "due"})
WHO_AND_WHEN = WHO | WHEN  # a plan says one of them
STATES: frozenset[Field] = frozenset({"status", "rag"})  # how far it is, in a word or a colour
STANDING: frozenset[Field] = STATES | {"update"}
COMPANIONS: frozenset[Field] = WHO_AND_WHEN | STANDING | {"measures"}  # of an action


@dataclass(frozen=True, slots=True)
class OtherCell:
    """What an action prints in a column, or behind a label, of no field.

    ``OtherCell("Funding", "£40,000 from the Home Office grant")``; ``heading`` is "" where nothing
    is printed above the column. ``text`` has a line a paragraph and is never "".
    """

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One promised action as printed.

    Attributes:
        cells: Field to raw text, single spaces, markers kept: ``{"ref": "AB.01"}``.
            A field whose column the table lacks is absent; "" is an empty cell.
        measures: The measures cell item by item without markers; () where there is no such cell.
        other_cells: The filled cells of columns that are no field, left to right.
        section: The priority or objective heading in force, as printed; None outside any.
        priority: Place in ``Extraction.priorities`` (from 0) of the priority that it serves; None
            where it serves none of them.
        ref_derived: The reference was counted by Word or inherited from a cell merged over rows.
        dropped: All of its text is struck through.
        colours: Background of a status, RAG or rating cell whose colour may mean something:
            ``{"rag": "#ff0000"}``; absent where a cell has none.
        place: A box for each page that the row's own cells touch.
        joined: Why pieces were read as one row: ``("no reference", "unfinished sentence")``.
        score: 0 to 100, how sure the reading is.
        reasons: What lowered the score: ``("column inferred from content",)``.
    """

    cells: Mapping[Field, str]
    measures: tuple[str, ...] = ()
    other_cells: tuple[OtherCell, ...] = ()
    section: str | None = None
    priority: int | None = None
    ref_derived: bool = False
    dropped: bool = False
    colours: Mapping[Field, str] = field(default_factory=dict)
    place: Place = NOWHERE
    joined: tuple[str, ...] = ()
    score: int = 100
    reasons: tuple[str, ...] = ()

    @property
    def rating(self) -> str | None:
        """Its rating as printed: of urgency (``"H"``); of a plan without one, by colour: "Amber".

        None where the plan has no column of either, "" for an empty cell.
        """
        return self.cells.get("rating", self.cells.get("rag"))


@dataclass(frozen=True, slots=True)
class PriorityRow:
    """One strategic aim as printed.

    ``PriorityRow("Priority 1", "Changing attitudes and behaviours", "To support ...", place)``.
    ``label`` and ``summary`` are None where nothing of the kind is printed.
    """

    label: str | None
    title: str
    summary: str | None = None
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class GlossaryRow:
    """One term of the document's glossary; acronym or definition is None where not printed."""

    term: str
    acronym: str | None = None
    definition: str | None = None
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one document, in reading order.

    ``document`` is the document as read, its tables stitched.
    """

    document: Document
    actions: tuple[ActionRow, ...] = ()
    priorities: tuple[PriorityRow, ...] = ()
    glossary: tuple[GlossaryRow, ...] = ()
    problems: tuple[Problem, ...] = ()
