"""What stands around a title: the heading above it, the paragraphs below it, what it is called.

Shared by the finders of priorities; knows lines and wording, and gives no sets.
"""

import re
from collections.abc import Sequence

from extractors.blocks import Paragraph, Table
from extractors.columns.contents import is_ref
from extractors.columns.headings import read_heading
from extractors.generic import is_caption
from extractors.grid import Grid, grid_of
from extractors.lines import Line
from extractors.phrases import finder_of
from extractors.priorities.words import NOUN_WEIGHTS, PLURAL, PLURALS, read_counted
from extractors.rows import WHO_AND_WHEN
from extractors.sections import is_label

MAX_PARAGRAPH = 10_000  # characters; the longest paragraph of the corpus has 754
MAX_SENTENCE = 1_000  # characters of a sentence that may announce or tell off aims
FOCUS_POINTS = 2  # points for "we will focus on:", as much as for "aims"
MAX_SHORT_WORDS = 15  # words of an aim in a sentence or in a list without markers
PARENT_POINTS = 2  # points for a heading "Our priorities" above the list or the headings
TABLE_POINTS = 2  # points for standing in a table or on panels of their own
MAX_VALUE_WORDS = 20  # words of a cell that names an aim
MAX_PARENT_WORDS = 9  # words of a heading such as "Our strategic priorities for 2024 to 2027"
MAX_LABELLED_WORDS = 30  # words; a longer text after "Priority 1" is a sentence about it
AIM_RE = re.compile(  # a heading of its own between a title and what it is for
    r"(?:(?:our|the|overall|key|strategic)\s+)*"
    r"(?:aims?|ambitions?|goal|purpose|vision|overview|summary|what\s+we\s+want(?:\s+to\s+\w+)?)\s*:?",
    re.IGNORECASE,
)
WHY_RE = re.compile(  # a part of a chapter that begins with what its aim is about
    r"(?:the\s+)?(?:(?:national|local|policy)\s+)?(?:context|introduction|background|rationale)\s*:?"
    r"|why\b.*|what\s+(?:this|it|that|we)\s+means?\b.*",
    re.IGNORECASE,
)
TO_DO = WHO_AND_WHEN | {"activity", "measures"}
"""Parts of a chapter that say what will be done, by whom, when, and how it is measured."""
BACK_RE = finder_of("told or done")  # a part of a chapter on what others said of its aim
TOLD_RE = re.compile(r"\b(?:aims?|outcomes?|objectives)\s*:?$", re.IGNORECASE)
PAIR = 2  # cells of a row that says more of an aim: a label and its text
MAX_SAID = 3  # rows above the heads of a plan that say more of it
MAX_SUMMARY = 5  # paragraphs below a title that are taken as its summary

SENTENCE_RE = re.compile(r"(?<=[.!?])(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\beg\.)\s+(?=[A-Z\u201c\"'])")
NOT_LEAD_RE = re.compile(
    r"\b(?:progress|achieved|achievements|measur\w+|indicators?|against|success|know\s+(?:we|that)|"
    r"this\s+(?:priority|theme|objective|aim|goal|outcome|strand|pillar)|actions?\s+(?:will|we|to)|"
    r"evaluat\w+|challenges?|(?:supports?|underpins?)\s+(?:the|our|all|these)|contribut\w+|vision)\b|"
    r"\b(?:by|through|when|if|we\s+will)\s*:?$",
    re.IGNORECASE,
)
FOCUS_PARENT_RE = re.compile(
    r"(?:our|my)\s+(?:\w+\s+)?focus(?:\s+(?:for|until|to|in)\b.*)?"
    r"|(?:what|where)\s+we\s+(?:will|are\s+going\s+to)\s+focus(?:\s+on|\s+our\s+\w+)?",
    re.IGNORECASE,
)
NOT_PARENT_RE = finder_of("beside aims")
ACTION_COLUMN_RE = finder_of("action column")
WHOLE_RE = re.compile(
    rf"\b(?:these|all|above|overarching)\s+(?:\w+\s+)?(?:\w+\s+)?(?:{PLURAL})\b", re.IGNORECASE
)


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph; [] for one so long that it announces nothing."""
    parts = SENTENCE_RE.split(text) if len(text) <= MAX_PARAGRAPH else []
    return [part for part in parts if len(part) <= MAX_SENTENCE]


def printed(line: Line) -> str:
    """A line with the label that the format counts by itself: "Objective 1" "Warm homes"."""
    marker = line.marker
    return f"{marker} {line.text}" if marker and read_counted(marker) is not None else line.text


def summary_below(lines: Sequence[Line], index: int) -> str | None:
    """The paragraphs directly below a title, up to the next heading, list or table.

    A paragraph that leads in to a list ("We will:") and one that closes the whole chapter ("To
    achieve these objectives ...") are no part of it, nor who answers for the aim, nor a table's
    caption, nor a bold line below it or right above a table or a label: the title of an action.
    None where no paragraph follows. "Our aim" or "Why this matters" right below the title heads
    its summary.
    """
    texts: list[str] = []
    below = lines[_summary_start(lines, index) :]
    if below[:1] and below[0].table is not None:
        return _said_in(*(line.table for line in below[:2]))
    for at, line in enumerate(below):
        if not line.is_text or line.marker is not None or len(texts) == MAX_SUMMARY:
            break
        if label_before(line.text) in WHO_AND_WHEN or is_caption(line.text):
            continue
        if line.lead_in is not None or read_counted(line.text) is not None or is_ref(line.text):
            break  # "Action 1.1" begins what the aim holds
        titles = any(after.table or after.lead_in for after in below[at + 1 : at + 2])
        if (texts and WHOLE_RE.search(line.text)) or (line.bold and (texts or titles)):
            break
        texts.append(line.text)
    if texts and texts[-1].endswith(":"):
        texts.pop()
    return " ".join(texts) or None


def label_before(text: str) -> str:
    """The field of the label that a line begins with: that of who in "Lead: Children's Board"."""
    label, _, value = text.partition(":")
    meaning = read_heading(label) if value.strip() else None
    return meaning.line.field if meaning is not None and meaning.sure else ""


def _said_in(table: Table | None, after: Table | None = None) -> str | None:
    """What the first rows of a plan say of the aim above it: "Aim | Nobody comes to harm".

    A table of labels and values alone says it of the plan that stands right below it; one above no
    plan is the form of an action.
    """
    plan = table if table is None or table.column_count > PAIR else after
    if table is None or plan is None or plan.column_count <= PAIR:
        return None
    grid = grid_of(table)
    for row in range(min(MAX_SAID, table.row_count)):
        said = said_beside(grid, row)
        if said is not None or len(grid.texts(row)) != PAIR:
            return said
    return None


def said_beside(grid: Grid, row: int) -> str | None:
    """The text of a row that says what an aim is for behind a label; None for any other row.

    A label that stands above other rows as well heads each of them.
    """
    cells = [cell for cell in grid.own(row) if cell.text]
    if len(cells) != PAIR or cells[0].column:
        return None
    label = cells[0].text
    again = (cell for cell in grid.table.cells if not cell.column and cell.row > row)
    if any(cell.text == label for cell in again):
        return None
    told = AIM_RE.fullmatch(label) or (is_label(label) and TOLD_RE.search(label))
    return plain_text(cells[1].paragraphs) if told else None


def _summary_start(lines: Sequence[Line], index: int) -> int:
    below = (line for line in lines[index + 1 : index + 2] if line.heading is not None)
    return index + 2 if any(_begins_aim(line, lines) for line in below) else index + 1


def _begins_aim(head: Line, lines: Sequence[Line]) -> bool:
    """Whether a heading right below a title begins what is said of it: "Our aim", "Why homes".

    So does what is printed below others as well ("Where are we now?"), unless it says what was done
    or heads what an action table does.
    """
    if AIM_RE.fullmatch(head.text) or WHY_RE.fullmatch(head.text):
        return True
    known = read_heading(head.text)
    if BACK_RE.search(head.text) or (known and known.line.field in TO_DO):
        return False
    return sum(line.text == head.text and line.heading == head.heading for line in lines) > 1


def parent_noun(line: Line) -> str | None:
    """The word for aims in a heading that stands above them: "priority" in "Our priorities"."""
    if line.heading is None or len(line.text) > MAX_SENTENCE:
        return None
    if len(line.text.split()) > MAX_PARENT_WORDS:
        return None
    if FOCUS_PARENT_RE.fullmatch(line.text.strip(" :")):
        return "focus area"
    found = re.findall(rf"\b({PLURAL})\b", line.text, re.IGNORECASE)
    if not found or NOT_PARENT_RE.search(line.text):
        return None
    return max((PLURALS[noun.lower()] for noun in found), key=NOUN_WEIGHTS.__getitem__)


def below_priorities(line: Line) -> bool:
    """Whether the heading above names priorities, themes or the like."""
    return bool(line.above) and re.search(rf"\b(?:{PLURAL})\b", line.above[-1], re.I) is not None


def plain_text(paragraphs: Sequence[Paragraph]) -> str | None:
    """The paragraphs before the first list item; None where a list follows at once."""
    texts: list[str] = []
    for paragraph in paragraphs:
        if paragraph.marker is not None:
            break
        if paragraph.text:
            texts.append(paragraph.text)
    return " ".join(texts) or None
