"""What speaks against the section that a row is filed under, beside those of all other rows.

The title of a card, a label or a running head is taken for a section now and then, and every row
below it is wrong. Knows action rows and how titles look; knows neither tables nor formats.

How often rows with each reason were wrong is told in ``scoring``.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extractors.columns.folding import fold_heading
from extractors.columns.headings import load_headings
from extractors.generic import PART_RE
from extractors.phrases import one_of
from extractors.rows import AIMS, ActionRow
from extractors.sections import section_from

OWN_SECTION = "section of its own, and no reference"
ONE_SECTION = "one section over all rows"
UNCOUNTED = "section without a number where others have one"
NO_TITLE = "section reads as no title"
SERVES_NONE = "serves none of the priorities"
OTHER_AIM = "section is not the priority that it serves"

MIN_ROWS = 4  # rows; each of three may well be the only one of its priority
MOST = 0.7  # share of rows alone under their section before that is odd: it is the title of each
MIN_NAMED = 2  # sections; beside more, 16 of 24 rows below one word of labels were right
MAX_WORDS = 15  # words of a title that is not counted; those of aims that are may be longer
GROUP_RE = re.compile(r"\bactions\b|\bgeneral\b|\bcross[ -]cutting\b|\benabl", re.IGNORECASE)
"""A section beside the priorities: "General Objectives:", "VAWG Strategy – Strategic Actions"."""
AROUND_RE = re.compile(
    rf"(?:\d+\.?\s*)?{one_of('around a plan')}"
    rf"(?:\s+(?:{one_of('filler word')}|{one_of('plan word')}))*[\s:]*",
    re.IGNORECASE,
)
ITEM_RE = re.compile(r"[•●▪◦‣·*\uf0b7\uf0a7–—-]\s")


def misfiled(rows: Sequence[ActionRow], aims: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """For each row the reasons that its section gives against it.

    ``"Foreword"`` over every row gives "one section over all rows", "section reads as no title".

    Args:
        rows: All actions of a document.
        aims: The titles of its priorities, to whose places the rows point.
    """
    under = Counter(row.section for row in rows)
    enough = len(rows) >= MIN_ROWS
    alone = enough and list(under.values()).count(1) >= MOST * len(rows)
    single = enough and len(under) == 1
    among_counted = any(section_from(title).label for title in under if title)
    for row in rows:
        title = row.section
        beside = title is not None and GROUP_RE.search(title) is not None
        plain = title is not None and section_from(title).label is None
        said = {
            SERVES_NONE: bool(aims) and row.priority is None and not beside,
            OTHER_AIM: plain and not beside and not _names_aim(row, aims),
            OWN_SECTION: alone and title and under[title] == 1 and not row.cells.get("ref"),
            ONE_SECTION: single and plain,
            UNCOUNTED: among_counted and plain and not beside,
            NO_TITLE: plain and _is_no_title(title or "", len(under)),
        }
        yield tuple(reason for reason, holds in said.items() if holds)


def _names_aim(row: ActionRow, aims: Sequence[str]) -> bool:
    """Whether the section of a row names the priority that it serves, or it serves none."""
    if row.priority is None:
        return True
    return fold_heading(aims[row.priority]) in fold_heading(row.section or "")


def _is_no_title(title: str, sections: int) -> bool:
    """Whether a section is a label, a sentence, an item of a list or a chapter around the plan.

    "Timetable:", "We will measure:", "Key: green is on time.", "• being honest", "Foreword".
    "Finance" and "Governance" are titles where a plan has more than two.
    """
    if len(title.split()) > MAX_WORDS or title.endswith((".", ";", ",")) or ITEM_RE.match(title):
        return True
    if PART_RE.fullmatch(title.strip(" :")) or AROUND_RE.fullmatch(title):
        return True
    if sections > MIN_NAMED and len(title.split()) == 1 and title.isalpha():
        return False
    line = load_headings().whole.get(fold_heading(title))
    return line is not None and line.field not in AIMS | {"support"}
