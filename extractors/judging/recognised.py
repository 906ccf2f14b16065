"""What speaks against rows that were recognised from a picture: that they were, and doubtful words.

Knows action rows and where words were read with doubt; knows neither tables nor pictures.

Of 391 such rows of 55 made scans 23 were wrong: 13 of the 52 in which two words are doubtful, 10 of
the others. That one word is says little.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from extractors.blocks import Box
from extractors.judging.scoring import score
from extractors.rows import ActionRow

PICTURE = "recognised from a picture"
UNSURE = "words recognised with doubt"
SEVERAL = 2  # doubtful words of a row before they count


def doubt_recognised(
    rows: Sequence[ActionRow], scanned: Collection[int], unsure: Sequence[Box]
) -> tuple[ActionRow, ...]:
    """Add to each row of a scanned page what makes it doubtful, and lower its score.

    Args:
        rows: All actions of a document.
        scanned: Its pages that were pictures.
        unsure: Where words stand that were recognised with doubt.
    """
    return tuple(_doubted(row, _is_of(row, scanned), unsure) for row in rows)


def _is_of(row: ActionRow, scanned: Collection[int]) -> bool:
    return any(box.page in scanned for box in row.place.boxes)


def _doubted(row: ActionRow, pictured: bool, unsure: Sequence[Box]) -> ActionRow:
    said = [PICTURE] if pictured else []
    if sum(_lies_in(row, box) for box in unsure) >= SEVERAL:
        said.append(UNSURE)
    reasons = (*row.reasons, *said)
    return replace(row, reasons=reasons, score=score(reasons)) if said else row


def _lies_in(row: ActionRow, box: Box) -> bool:
    """Whether the middle of a word stands in one of the row's boxes."""
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    return any(
        own.page == box.page and own.x0 <= x <= own.x1 and own.top <= y <= own.bottom
        for own in row.place.boxes
    )
