"""What is odd in the short values of one row: they hold what belongs to other cells, or too little.

Columns and cards read at the wrong border show it in their values, whatever the layout. Knows one
action row and printed headings; knows neither tables nor formats.
"""

import re
from collections.abc import Iterator
from typing import get_args

from extractors.columns.folding import fold_heading
from extractors.columns.headings import load_headings
from extractors.months import PART_OF_YEAR
from extractors.rows import WHEN, WHO, ActionRow, Field
from extractors.sections import section_from

LABEL_INSIDE = "label inside a value"
DATE_CUT = "date cut short"
DATE_IN_LEAD = "date in a lead"
LEAD_CUT = "lead cut at an end"
TEXT_IN_REF = "text in a reference"
HEADINGS_ABOVE = "section of headings"

HELD: dict[Field, frozenset[str]] = {
    **dict.fromkeys(WHO, frozenset({"due", "status"})),
    **dict.fromkeys(
        (*WHEN, "status", "ref"),
        frozenset({"lead", "support", "start", "due", "status", "measures", "update", "rag"}),
    ),
}
"""The fields whose labels are looked for in a value; names hold words such as "Support", "Start"
and "Progress" by themselves."""
COLUMNS = frozenset(get_args(Field)) - {"objective"}
MIN_COLUMNS = 3  # fields; all 38 rows under such sections, of 8,104, were wrong
MAX_LABEL = 3  # words: "Lead officer", "By when", "How we know"
MAX_REF_WORDS = 3  # words: "Action 1 a"; all eight longer ones of 8,104 rows were wrong
LABEL_SHARE = 0.5  # of a section's words that stand in labels; "Regional Action Plan on Responsible
# Fishing" is a title that holds two, a row of headings has hardly another word
DAY_RE = re.compile(
    r"\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b20\d\d/\d\d\b"
    rf"|\b(?:by|until|end of|early|mid|late|{PART_OF_YEAR})[ \-]*(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""Days that are no part of a name: a year alone may be ("the Chief Financial Officers Act of 1990",
which a self-assessment of the United States prints among its partners)."""
CUT_DATE_RE = re.compile(
    r"\b\d{1,2}[/.]\d{1,2}[/.]\d{3}\b|\b20\d(?:$|[ ]\d)|[-/]\d \d\b|\b\d \d{3}\b"
    r"|\b(?:januar|februar|septemb?e?|octobe?|novembe?|decembe?)(?=\s|$)(?<!sept)",
    re.IGNORECASE,
)
"""Dates that lost figures or letters to a column's edge, or were parted by one: "31/03/202",
"Septembe 2025", "2027-2 8". All 11 of 8,104 rows were wrong."""
QUESTION_RE = re.compile(r"\b(?:How|What|When|Where|Who|Why)\b[^?]*\?\s")
OPENS_RE = re.compile(r"[,;/&)]|(?:and|or|of|for|with)\b")  # "all partners", "tbc" are whole
CLOSES_RE = re.compile(r"(?:[,;/&(–-]|\band)$")


def odd_values(row: ActionRow) -> Iterator[str]:
    """The reasons that a row's values give against it, each once.

    ``{"lead": "Police When Year 2"}`` gives "label inside a value".
    """
    cells = row.cells
    if any(_holds_label(cells.get(name) or "", name, held) for name, held in HELD.items()):
        yield LABEL_INSIDE
    if any(CUT_DATE_RE.search(cells.get(name) or "") for name in WHEN):
        yield DATE_CUT
    if any(DAY_RE.search(cells.get(name) or "") for name in WHO):
        yield DATE_IN_LEAD
    if any(_is_cut(cells.get(name) or "") for name in WHO):
        yield LEAD_CUT
    if len((cells.get("ref") or "").split()) > MAX_REF_WORDS:
        yield TEXT_IN_REF
    if row.section and reads_as_headings(row.section):
        yield HEADINGS_ABOVE


def reads_as_headings(section: str) -> bool:
    """Whether a section is a heading row that was taken for a title: "Key activity Lead Due".

    It names three fields or more and says little else; a counted one ("Priority 2: Lead, support
    and measure") is none.
    """
    if section_from(section).label is not None:
        return False
    words, known = section.split(), load_headings().whole
    fields: set[str] = set()
    covered: set[int] = set()
    for start in (at for at, word in enumerate(words) if word[:1].isupper()):
        for end in range(start + 1, min(start + MAX_LABEL, len(words)) + 1):
            line = known.get(fold_heading(" ".join(words[start:end])))
            if line and line.field in COLUMNS:
                fields.add(line.field)
                covered.update(range(start, end))
    return len(fields) >= MIN_COLUMNS and len(covered) >= LABEL_SHARE * len(words)


def _holds_label(text: str, own: Field, fields: frozenset[str]) -> bool:
    """Whether a known label of another field stands inside a text, with words on both sides.

    A question does in names and dates, "Who else is involved? Police", and any label before a
    colon: "Vale Delivery partners: Schools".
    """
    if QUESTION_RE.search(text):
        return True
    words = text.split()
    known = load_headings().whole
    for start in range(1, len(words) - 1):
        if not words[start][:1].isupper():
            continue
        for end in range(start + 1, min(start + MAX_LABEL, len(words) - 1) + 1):
            line = known.get(fold_heading(" ".join(words[start:end])))
            told = line and ((line.embedded and line.field in fields) or words[end - 1][-1] == ":")
            if line and told and line.field in COLUMNS - {own}:
                return True
    return False


def _is_cut(name: str) -> bool:
    """Whether names begin or end as only a part of them does: "and Health", "Police,"."""
    text = name.strip()
    return bool(text) and bool(OPENS_RE.match(text) or CLOSES_RE.search(text))
