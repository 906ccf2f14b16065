"""What a scanned page tells of how surely it was recognised.

Knows confidences and places; knows no pictures.
"""

import math
from collections.abc import Iterator, Sequence

from extractors.blocks import Problem
from extractors.readers.pdf.record import Frame
from extractors.slant import Slant

SURE_MEAN = 90  # confidence of 0 to 100; seven clean pages had 93 to 95
MOST_PLACES = 3  # that a problem names; a page of handwriting has dozens


def doubts(mean: float) -> Iterator[str]:
    """The named reason to distrust what was recognised: ``"OCR below 80"``; none where it is sure.

    The mean confidence of all words counts: clean scans have 93 and more.
    """
    if 0 < mean < SURE_MEAN:
        yield f"OCR below {math.floor(mean / 10) * 10 + 10}"


def unread_problem(slant: Slant, unread: Sequence[Frame]) -> Iterator[Problem]:
    """That letters stand on the page which no two readings agree on, and where the first do."""
    if not unread:
        return
    corners = [slant.displayed(frame.x0, frame.top) for frame in unread[:MOST_PLACES]]
    places = ", ".join(f"{x:.0f} from the left and {y:.0f} from the top" for x, y in corners)
    message = (
        f"page {slant.page}: {len(unread)} texts or marks of a scan could not be read; "
        f"they stand (in points) {places}{' and elsewhere' * (len(unread) > MOST_PLACES)}"
    )
    yield Problem("read", "unread_words", "warning", message, slant.page)
