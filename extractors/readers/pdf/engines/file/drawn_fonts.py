"""Fonts whose letters are drawn one by one (Type 3, ISO 32000-1, 9.6.4): their names and weights.

Chromium prints every font so that it may not embed, as a page of URW Bookman or Gothic. pdfium
tells neither name nor weight of them: all headings and terms of such a file looked like its text.
Knows the bytes of a file; knows no engine, and nothing of words.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from extractors.readers.pdf.engines.file.objects import HEAD_BYTES, parts_of

_NUMBER = rb"\s*(-?(?:[0-9]{1,6}(?:\.[0-9]{0,9})?|\.[0-9]{1,12}))"
TYPE_RE = re.compile(rb"/Subtype\s*/Type3\b")
BOX_RE = re.compile(rb"/FontBBox\s*\[" + _NUMBER * 4)
MATRIX_RE = re.compile(rb"/FontMatrix\s*\[" + _NUMBER * 4)
DESCRIPTOR_RE = re.compile(rb"/FontDescriptor\s+([0-9]{1,7})\s")
NAME_RE = re.compile(rb"/FontName\s*/(?:[A-Z]{6}\+)?([^\s/<>\[\]()]{1,100})")
WEIGHT_RE = re.compile(rb"/FontWeight\s+([0-9]{3,4})\b")
EM = 1000  # units of a font's matrix and box in most files, and of ``Reach``
SAME_EM = 0.001  # share by which the matrix of such a file differs: Chromium writes 0.0010000001


class Reach(NamedTuple):
    """How far the letters of a font reach above the baseline and below it, in thousandths."""

    above: int
    below: int


class DrawnFont(NamedTuple):
    """What a file calls a font, and its weight from 100 to 900; 0 where it says none."""

    name: str
    weight: int


def drawn_fonts(data: bytes) -> Mapping[Reach, DrawnFont]:
    """The fonts of a file that are drawn, by what pdfium tells of them: how far they reach.

    ``{Reach(738, 248): DrawnFont("URWBookman-Demi", 600)}``; two that reach as far are left out,
    as are those that no descriptor names.
    """
    if TYPE_RE.search(data) is None:
        return {}
    drawn: dict[int, list[Reach]] = {}
    named: dict[int, DrawnFont] = {}
    for part in parts_of(data):
        if TYPE_RE.search(part.head, 0, HEAD_BYTES) is not None:
            reach, described = _reach(part.head), DESCRIPTOR_RE.search(part.head)
            if reach is not None and described is not None:
                drawn.setdefault(int(described[1]), []).append(reach)
        elif (name := NAME_RE.search(part.head, 0, HEAD_BYTES)) is not None:
            weight = WEIGHT_RE.search(part.head, 0, HEAD_BYTES)
            font = DrawnFont(name[1].decode("latin-1"), int(weight[1]) if weight else 0)
            named[part.number] = font
    found: dict[Reach, set[DrawnFont]] = {}
    for number, reaches in drawn.items():
        for reach in reaches if number in named else ():
            found.setdefault(reach, set()).add(named[number])
    return {reach: fonts.pop() for reach, fonts in found.items() if len(fonts) == 1}


def reach_of(above: float, below: float) -> Reach:
    """How far a font reaches, as an engine tells it in thousandths: ``Reach(738, 248)``."""
    return Reach(*sorted((round(abs(above)), round(abs(below))), reverse=True))


def _reach(head: bytes) -> Reach | None:
    """The same from the font's own box, which may stand on its head; None in other units."""
    box, matrix = BOX_RE.search(head), MATRIX_RE.search(head)
    if box is None or matrix is None or abs(abs(float(matrix[4])) * EM - 1) > SAME_EM:
        return None
    return reach_of(float(box[4]), float(box[2]))
