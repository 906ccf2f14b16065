"""Recognised words as words of a page: on a base, of a size, bold or not.

Knows recognised words and pixels; knows no tables.
"""

import re
from collections.abc import Sequence

from extractors.readers.pdf.record import Style, Word
from extractors.readers.scan.pixels.image import Grey
from extractors.readers.scan.words.letters import is_dust
from extractors.readers.scan.words.weight import bold_words
from extractors.readers.scan.words.words import ASCENT_EM, DESCENT_EM, SeenWord, line_size

INK = "#000000"  # the colour of all print of a scan, which is read in grey
SAME_BASE_EM = 0.25  # of the size: lines of cells side by side that stand on one base
SMALL = 0.72  # of the usual size: plain strokes of smaller print are up to 1.4 times as wide
LEVEL_RE = re.compile(r"[\dA-Z]*[/|()\[\],][\dA-Z/|()\[\],.-]*")  # figures; how deep is a slash?
SLASH_SIZE = 0.25  # by which their size may be off: a slash may reach below the line, or not
SAME_SIZE = 0.12  # by which a line of a page's usual size may be off: measured on few letters


def to_words(seen: Sequence[SeenWord], grey: Grey, scale: float) -> list[Word]:
    """Words of the page in points.

    Args:
        seen: The words of one page; those of a line share ``line``.
        grey: The straightened page, letters dark on light.
        scale: Points a pixel.
    """
    lines = [(line, *line_size(line)) for line in by_lines(seen)]
    if not lines:
        return []
    usual = _usual_size(lines)
    sized = [(line, *_settled(line, size, base, usual)) for line, size, base in lines]
    large = [(line, size, base) for line, size, base in sized if size >= SMALL * usual]
    bold = bold_words(grey, _side_by_side(large))
    return [
        Word(
            word.text,
            word.x0 * scale,
            (base - ASCENT_EM * size) * scale,
            word.x1 * scale,
            (base + DESCENT_EM * size) * scale,
            base * scale,
            Style(round(size * scale), id(word) in bold, False, INK),
        )
        for line, size, base in sized
        for word in line
    ]


def by_lines(seen: Sequence[SeenWord]) -> list[list[SeenWord]]:
    """The words of each line, in the order in which the lines were read."""
    found: dict[tuple[int, int, int], list[SeenWord]] = {}
    for word in seen:
        found.setdefault(word.line, []).append(word)
    return list(found.values())


def without_marks(seen: Sequence[SeenWord]) -> list[SeenWord]:
    """The words but for lines of dust alone: a colon or a quote with nothing beside it."""
    lines = by_lines(seen)
    return [word for line in lines if not all(map(is_dust, line)) for word in line]


def _usual_size(lines: Sequence[tuple[Sequence[SeenWord], float, float]]) -> float:
    """The size of most letters of a page: half of them are set no larger."""
    letters = sorted((size, sum(len(word.text) for word in line)) for line, size, _ in lines)
    half, before = sum(count for _, count in letters) / 2, 0
    for size, count in letters:
        before += count
        if before >= half:
            return size
    return letters[-1][0]


def _settled(
    line: Sequence[SeenWord], size: float, base: float, usual: float
) -> tuple[float, float]:
    """The size and base of a line: the usual one where it is near, or slashes hide its own."""
    off = abs(size - usual)
    if off > SAME_SIZE * usual and LEVEL_RE.fullmatch("".join(word.text for word in line)):
        if off > SLASH_SIZE * usual:
            return size, base
        return usual, min(word.top for word in line) + ASCENT_EM * usual
    return (usual, base) if off <= SAME_SIZE * usual else (size, base)


def _side_by_side(
    lines: Sequence[tuple[Sequence[SeenWord], float, float]],
) -> list[tuple[list[SeenWord], float]]:
    """The words of lines on one base together: the heads of a table are bold or plain as one."""
    rows: list[tuple[list[SeenWord], float, float]] = []
    for line, size, base in sorted(lines, key=lambda line: line[2]):
        if rows and rows[-1][1] == size and base - rows[-1][2] <= SAME_BASE_EM * size:
            rows[-1][0].extend(line)
        else:
            rows.append((list(line), size, base))
    return [(words, size) for words, size, _ in rows]
