"""List markers: which first words of a line are one, and where its text begins.

Knows single lines; knows neither indents and gaps nor tables.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from extractors.readers.pdf.lines import Line

STRONG_BULLETS = "•●○◦▪▫■□◆◇►▶➢➤✓✔✗✘❖‣⁃∙·§❍❐❑❒⬧⧫⬥◉◎◻★✶➲→➔⇨☒☑◊♦"
STRONG_RE = re.compile(rf"^(?:[{STRONG_BULLETS}\ue000-\uf8ff])$")
STUCK_RE = re.compile(rf"^([{STRONG_BULLETS}\ue000-\uf8ff]|\((?:[a-z]|[ivx]+|\d)\))(?=[^\W\d_]|\d)")
WEAK_RE = re.compile(r"^(?:o|[-–—*])$")  # letters and dashes that may also stand in a sentence
COUNTED_RE = re.compile(
    r"^(?:\((?:\d{1,3}|[a-z]|[ivx]{1,5})\)|(?:\d{1,2}|[a-z]|[ivx]{1,5}|[A-H])[.)])$"
)


class Group(NamedTuple):
    """The lines of one paragraph, the words of its list marker among them.

    ``marker`` is None without one; ``marker_x`` and ``text_x`` are where marker and text begin, in
    points.
    """

    lines: tuple[Line, ...]
    marker: str | None = None
    marker_x: float = 0.0
    text_x: float = 0.0


def marked(line: Line) -> Group | None:
    """The line as the first of a list item; None where it shows no marker."""
    first = line.words[0]
    length = _marker_length(first.text)
    if length < len(first.text):
        if not length:
            return None
        return Group((_cut_marker(line, length),), first.text[:length], first.x0, first.x0)
    if len(line.words) < 2:
        alone = STRONG_RE.match(first.text) is not None
        return Group((line,), first.text, first.x0, first.x0) if alone else None
    return Group((line,), first.text, first.x0, line.words[1].x0)


def marker_first(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a cell, a marker set to the middle of its text before that text.

    Numbers and bullets in a column of their own that no rule parts off stand between two lines.
    """
    alone = [number for number, line in enumerate(lines) if len(line.words) == 1]
    marks = [number for number in alone if _is_marker(lines[number].words[0].text)]
    if len(marks) != 1 or not marks[0]:
        return lines
    mark, first = lines[marks[0]], lines[0]
    if any(line.x0 < mark.x1 for line in lines if line is not mark):
        return lines
    words = (mark.words[0]._replace(base=first.base), *first.words)
    top = Line(words, mark.x0, first.top, first.x1, first.bottom, first.base, first.size)
    return [top, *(line for line in lines[1:] if line is not mark)]


def _is_marker(text: str) -> bool:
    return STRONG_RE.match(text) is not None or COUNTED_RE.match(text) is not None


@lru_cache(maxsize=4096)
def _marker_length(word: str) -> int:
    """How many letters of a line's first word may be a marker: 2 of ``"a)"``, 0 of ``"All"``."""
    stuck = STUCK_RE.match(word)
    if stuck is not None:
        return stuck.end()
    whole = STRONG_RE.match(word) or WEAK_RE.match(word) or COUNTED_RE.match(word)
    return len(word) if whole else 0


def _cut_marker(line: Line, length: int) -> Line:
    """The line with its marker as a word of its own."""
    first = line.words[0]
    share = length / len(first.text)
    middle = first.x0 + (first.x1 - first.x0) * share
    marker = first._replace(text=first.text[:length], x1=middle)
    rest = first._replace(text=first.text[length:], x0=middle, glued=False)
    words = (marker, rest, *line.words[1:])
    return Line(words, line.x0, line.top, line.x1, line.bottom, line.base, line.size)
