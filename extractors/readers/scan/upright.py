"""Scans that lie on their side or on their head: how the page is turned, and back.

Knows Tesseract's orientation report and page records; knows no tables.
"""

import re
from dataclasses import replace

import numpy as np

from extractors.readers.pdf.page.printed.turn import turned_record
from extractors.readers.pdf.record import PageRecord, Word
from extractors.readers.scan.pixels.image import Grey
from extractors.readers.scan.words.words import OcrFailed, run_tesseract

ORIENTATION_MODE = 0  # Tesseract reports how the page lies and reads no words
ROTATE_RE = re.compile(rb"^Rotate: (90|180|270)$", re.MULTILINE)
SURE_RE = re.compile(rb"^Orientation confidence: (\d+(?:\.\d+)?)$", re.MULTILINE)
LEAST_SURE = 1.0  # of Tesseract's report; 12 turned pages had 3 to 24, upright ones are not asked


def find_turn(program: str, grey: Grey, dpi: int) -> int:
    """How the text of a page stands, in degrees clockwise: 90, 180, 270, or 0 where it is upright.

    0 also where Tesseract cannot tell: it wants some fifty letters.
    """
    try:
        report = run_tesseract(program, grey, dpi, ORIENTATION_MODE, language="osd")
    except OcrFailed:
        return 0
    rotate, sure = ROTATE_RE.search(report), SURE_RE.search(report)
    if rotate is None or sure is None or float(sure[1]) < LEAST_SURE:
        return 0
    return 360 - int(rotate[1])  # it says how far to turn the page, clockwise, to read it


def set_upright(grey: Grey, turn: int) -> Grey:
    """The picture turned by quarters so that its text, standing at ``turn`` degrees, is upright."""
    return np.ascontiguousarray(np.rot90(grey, turn // 90))


def as_displayed(record: PageRecord, turn: int) -> PageRecord:
    """The record of an upright page with its places on the page as displayed.

    Its words bear how they stand, so that the page is read as one printed sideways is.
    """
    shown = turned_record(record, (360 - turn) % 360)
    width, height = shown.width, shown.height
    words = tuple(
        _based(word, upright.base, turn, width, height)
        for word, upright in zip(shown.words, record.words, strict=True)
    )
    return replace(shown, words=words)


def _based(word: Word, base: float, turn: int, width: float, height: float) -> Word:
    """A word with the line that it stands on: an x for sideways text, the upright page's y."""
    shown = {270: base, 90: width - base, 180: height - base}[turn]
    return word._replace(base=shown, turn=turn)
