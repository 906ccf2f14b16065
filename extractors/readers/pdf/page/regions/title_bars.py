"""Titles on bars of colour with a reference at their right end.

Knows words, their look and fills; knows nothing of what the titles say.
"""

import re
from collections.abc import Sequence
from operator import attrgetter

from extractors.readers.pdf.heights import Heights
from extractors.readers.pdf.lines import make_lines, piece_gap
from extractors.readers.pdf.record import Fill, Frame, Word

BAR_PT = 200.0  # points of width of a bar over a text column; the narrowest column has 220
MAX_HEIGHT_PT = 60.0  # points; a bar with one line and its padding has 18 to 45
MAX_WORDS = 40  # words on a bar; a title has up to 30
REF_RE = re.compile(r"[A-Z]{0,3}\d{1,2}\.\d{1,2}[a-z]?|[A-Z]{1,3}-?\d{1,2}")
REF_GAP_EM = 0.3  # of the size, as a blank is


def before_their_titles(words: Sequence[Word], fills: Sequence[Fill]) -> list[Word]:
    """The words, references at the right end of a title's bar before the title: "1.2 Light it"."""
    bars = [
        Frame(*fill[:4])
        for fill in fills
        if fill.x1 - fill.x0 >= BAR_PT and fill.bottom - fill.top <= MAX_HEIGHT_PT
    ]
    if not bars:
        return list(words)
    heights = Heights(words)
    moved: dict[Word, Word] = {}
    for bar in bars:
        held = heights.within(bar)
        moved.update(_begun_with_ref(held))
    return [moved.get(word, word) for word in words] if moved else list(words)


def _begun_with_ref(held: Sequence[Word]) -> dict[Word, Word]:
    """The reference at the right end of a bar, "1.2", set before the title in the same look.

    "Y3" behind "Action" and "Lead" is the head of a column as they are.
    """
    last = max(held, key=attrgetter("x0"), default=None)
    if last is None or not REF_RE.fullmatch(last.text) or len(held) > MAX_WORDS:
        return {}
    title = make_lines([word for word in held if word is not last])
    alike = all(word.style == last.style for line in title for word in line.words)
    far = max((line.x1 for line in title), default=last.x1) + piece_gap(last.style.size)
    whole = all(len(line.pieces) == 1 for line in title)
    if not whole or not alike or not last.style.bold or last.x0 < far:
        return {}
    first = title[0].words[0]
    x1 = first.x0 - REF_GAP_EM * last.style.size
    x0 = x1 - (last.x1 - last.x0)
    top, bottom, base = first.top, first.bottom, first.base
    return {last: last._replace(x0=x0, x1=x1, top=top, bottom=bottom, base=base)}
