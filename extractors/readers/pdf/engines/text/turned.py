"""Words of turned lines put together by their places, since engines take their letters for lines.

Knows words alone.
"""

from itertools import pairwise

from extractors.readers.pdf.record import Word

GLUE_EM = 0.08  # of the size; narrower gaps are kerning: spaces measure 0.2 to 0.35
KERNED_EM = 0.09  # of the size by which kerned letters overlap: "AV", "To"


def glued_by_place(words: list[Word]) -> list[Word]:
    """The words, those of turned lines glued where no gap parts them.

    LibreOffice sets each turned letter by itself and Chromium each that is kerned; pdfium takes
    them for lines.
    """
    glued = set()
    lines: dict[tuple[int, int], list[int]] = {}
    for number, word in enumerate(words):
        if word.turn and not word.turn % 90:
            lines.setdefault((word.turn, round(word.base)), []).append(number)
    for (turn, _), numbers in lines.items():
        numbers.sort(key=lambda number: _reach(words[number], turn))
        for one, other in pairwise(numbers):
            gap = _reach(words[other], turn)[0] - _reach(words[one], turn)[1]
            size = words[other].style.size
            if -KERNED_EM * 2 * size < gap < GLUE_EM * size:
                glued.add(other)
    return [
        word._replace(glued=number in glued) if word.turn else word
        for number, word in enumerate(words)
    ]


def _reach(word: Word, turn: int) -> tuple[float, float]:
    """Where a turned word begins and ends as it is read."""
    if turn == 270:
        return -word.bottom, -word.top
    return (word.top, word.bottom) if turn == 90 else (-word.x1, -word.x0)
