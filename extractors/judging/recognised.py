"""What speaks against rows that were recognised from a picture: doubtful words, odd references.

Knows action rows and where words were read with doubt; knows neither tables nor pictures.

Of 579 such rows of 67 made scans 42 were wrong. That recognition doubts a word says little: 10 of
54. A reference of another form than most is wrong: 5 of 5, "15" among "1.1", "1.2", "2.1".
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from extractors.blocks import Box
from extractors.judging.scoring import score
from extractors.rows import ActionRow

PICTURE = "recognised from a picture"
UNSURE = "words recognised with doubt"
ODD = "reference unlike the others"
MOST = 0.5  # share of the rows whose references have one form before another form is odd
RUNS_RE = re.compile(r"(\d+)|([A-Z]+)|([a-z]+)")


def doubt_recognised(
    rows: Sequence[ActionRow], scanned: Collection[int], unsure: Sequence[Box]
) -> tuple[ActionRow, ...]:
    """Add to each row of a scanned page what makes it doubtful, and lower its score.

    Args:
        rows: All actions of a document.
        scanned: Its pages that were pictures.
        unsure: Where words stand that were recognised with doubt.
    """
    read = [row for row in rows if _is_of(row, scanned)]
    usual = _usual_form(read)
    return tuple(_doubted(row, _is_of(row, scanned), usual, unsure) for row in rows)


def _is_of(row: ActionRow, scanned: Collection[int]) -> bool:
    return any(box.page in scanned for box in row.place.boxes)


def _doubted(row: ActionRow, pictured: bool, usual: str | None, unsure: Sequence[Box]) -> ActionRow:
    said = [PICTURE] if pictured else []
    if any(_lies_in(row, box) for box in unsure):
        said.append(UNSURE)
    if pictured and usual is not None and row.cells.get("ref") and _form(row) != usual:
        said.append(ODD)
    reasons = (*row.reasons, *said)
    return replace(row, reasons=reasons, score=score(reasons)) if said else row


def _usual_form(rows: Sequence[ActionRow]) -> str | None:
    """The form that most references of the scanned rows have: "9.9"; None where none has most."""
    forms = Counter(_form(row) for row in rows if row.cells.get("ref"))
    (form, count), *_ = forms.most_common(1) or [("", 0)]
    return form if count > MOST * forms.total() else None


def _form(row: ActionRow) -> str:
    """How a reference is made: "CS-12" is "A-9"."""
    return RUNS_RE.sub(lambda run: "9Aa"[(run.lastindex or 1) - 1], row.cells.get("ref") or "")


def _lies_in(row: ActionRow, box: Box) -> bool:
    """Whether the middle of a word stands in one of the row's boxes."""
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    return any(
        own.page == box.page and own.x0 <= x <= own.x1 and own.top <= y <= own.bottom
        for own in row.place.boxes
    )
