"""Lines that count paragraphs by numbers of several levels: 1.3 after 1.2.

Knows lines and the groups above them; knows nothing of other pages.
"""

import re
from collections.abc import Sequence

from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.page.paragraphs.markers import Group

SAME_X_PT = 3.0  # points; starts of lines that differ by less are aligned
NUMBER_RE = re.compile(r"^\d{1,2}(?:\.\d{1,2}){1,3}\.?$")


def counts_on(line: Line, groups: Sequence[Group]) -> bool:
    """Whether a line begins with the number after that of a paragraph above: 1.3 after 1.2."""
    number = _number_of(line)
    if number is None:
        return False
    firsts = (group.lines[0] for group in reversed(groups) if group.marker is None)
    known = ((first, n) for first in firsts if (n := _number_of(first)) is not None)
    first, last = next(known, (line, ()))
    nexts = ((*last[:-1], last[-1] + 1), (*last[:-2], last[-2] + 1, 1)) if last else ()
    return number in nexts and abs(first.x0 - line.x0) <= SAME_X_PT


def _number_of(line: Line) -> tuple[int, ...] | None:
    """The number of several levels that begins a line: (1, 3) of "1.3 Light the park"."""
    word = line.words[0].text
    found = NUMBER_RE.match(word) if word[:1].isdigit() and len(line.words) > 1 else None
    return tuple(map(int, found[0].rstrip(".").split("."))) if found is not None else None
