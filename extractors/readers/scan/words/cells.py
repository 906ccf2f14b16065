"""The cells of a ruled page as one tall picture, so that they are recognised in a single call.

Tesseract's own page layout loses single letters and numbers in narrow columns ("1.", "(a)") and
runs neighbouring cells together; one cell below another it reads line by line. Knows pictures and
frames; knows no text.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from extractors.readers.pdf.record import Frame
from extractors.readers.scan.pixels.image import DARK_UNDER_PAPER, Grey, paper_of
from extractors.readers.scan.words.words import SeenWord

INSET = 5  # pixels of a cell's border that are left out: the rule itself and its blur
MARGIN = 24  # pixels of paper around each cell
SCALE = 1.5  # of the page's pixels: 300 an inch, at which Tesseract reads small print best
PAPER = 255
FEW = 1  # per cent of a cell's pixels that letters are at least, and grain and dust are not
LEAST_DARK = 12  # pixels of print; a full stop of 8 points has 15
GRAIN = 45  # grey levels around a cell's tone that are its grain; that of tints has up to 30
LIGHT_DEPTH = 150  # grey levels; white stands 50 to 90 off a pale tint, 200 off a dark band
BAND_TONE = 130  # a cell whose own tone is darker than this is a band with light letters
MAX_HEIGHT = 30_000  # pixels; Tesseract takes pictures of up to 32,767


@dataclass(frozen=True, slots=True)
class _Piece:
    """A cell's picture and where it stands on the page and in the stack."""

    grey: Grey
    left: int
    top: int
    offset: int


@dataclass(frozen=True, slots=True)
class Stack:
    """Cells one below another: the picture, and what is needed to find each word's cell again."""

    grey: Grey
    pieces: tuple[_Piece, ...]

    def place(self, words: Sequence[SeenWord]) -> list[SeenWord]:
        """Give the words their places on the page; the line number tells the cell too."""
        offsets = [piece.offset for piece in self.pieces]
        placed = []
        for word in words:
            index = bisect_right(offsets, (word.top + word.bottom) // 2) - 1
            piece = self.pieces[max(index, 0)]
            block, paragraph, line = word.line
            placed.append(
                replace(
                    word,
                    x0=piece.left + round((word.x0 - MARGIN) / SCALE),
                    x1=piece.left + round((word.x1 - MARGIN) / SCALE),
                    top=piece.top + round((word.top - piece.offset - MARGIN) / SCALE),
                    bottom=piece.top + round((word.bottom - piece.offset - MARGIN) / SCALE),
                    line=(index + 1_000, block * 1_000 + paragraph, line),
                )
            )
        return placed


def stack_cells(grey: Grey, frames: Sequence[Frame]) -> list[Stack]:
    """Put the cells that hold print below one another; more than one picture for a very full page.

    Args:
        grey: The straightened page.
        frames: The cells in pixels.
    """
    stacks: list[Stack] = []
    pieces: list[_Piece] = []
    height = 0
    for frame in frames:
        left, top = round(frame.x0) + INSET, round(frame.top) + INSET
        cell = grey[
            max(top, 0) : round(frame.bottom) - INSET, max(left, 0) : round(frame.x1) - INSET
        ]
        if cell.size == 0 or not _has_print(cell):
            continue
        picture = _picture(cell)
        if height + picture.shape[0] > MAX_HEIGHT and pieces:
            stacks.append(_stack(pieces, height))
            pieces, height = [], 0
        pieces.append(_Piece(picture, max(left, 0), max(top, 0), height))
        height += picture.shape[0]
    if pieces:
        stacks.append(_stack(pieces, height))
    return stacks


def blank(grey: Grey, frames: Sequence[Frame], around: int = INSET) -> Grey:
    """The page with parts painted over, and so many pixels around them.

    Its tables, for the text around them; its bullets, for the text behind them.
    """
    rest = grey.copy()
    paper = int(paper_of(grey))
    for frame in frames:
        top, left = max(round(frame.top) - around, 0), max(round(frame.x0) - around, 0)
        rest[top : round(frame.bottom) + around, left : round(frame.x1) + around] = paper
    return rest


def _stack(pieces: Sequence[_Piece], height: int) -> Stack:
    width = max(piece.grey.shape[1] for piece in pieces)
    whole = np.full((height, width), PAPER, dtype=np.uint8)
    for piece in pieces:
        rows, columns = piece.grey.shape
        whole[piece.offset : piece.offset + rows, :columns] = piece.grey
    return Stack(whole, tuple(pieces))


def _picture(cell: Grey) -> Grey:
    """A cell with dark letters on white paper, enlarged, with paper around it."""
    return np.pad(enlarged(_deepened(cell), SCALE), MARGIN, constant_values=PAPER)


def _deepened(cell: Grey) -> Grey:
    """A cell whose light letters stand on a pale tint with them dark on white; others as they are.

    White on a tint as light as #9dc3e6 is lost to Tesseract: it parts print from paper in the
    middle between black and white.
    """
    dark, tone, light = np.percentile(cell, (FEW, 50, 100 - FEW))
    depth = light - tone
    if not max(tone - dark, GRAIN) < depth < LIGHT_DEPTH:
        return cell
    levels: Grey = np.clip(PAPER + (tone - cell) * (LIGHT_DEPTH / depth), 0, PAPER).astype(np.uint8)
    return levels


def enlarged(cell: Grey, scale: float) -> Grey:
    """A part of a page with dark letters on white paper, ``scale`` times as large."""
    dark, tone, light = np.percentile(cell, (FEW, 50, 100 - FEW))
    levels = cell.astype(np.int16) if tone - dark >= light - tone else 255 - cell.astype(np.int16)
    levels = np.clip(levels + (PAPER - np.median(levels)), 0, 255).astype(np.uint8)
    size = (max(round(cell.shape[1] * scale), 1), max(round(cell.shape[0] * scale), 1))
    return np.asarray(Image.fromarray(levels).resize(size, Image.Resampling.BICUBIC))


def _has_print(cell: Grey) -> bool:
    tone = float(np.median(cell))
    return int((np.abs(cell.astype(np.int16) - tone) > DARK_UNDER_PAPER).sum()) >= LEAST_DARK
