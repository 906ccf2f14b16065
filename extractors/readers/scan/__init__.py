"""A scanned page: its picture to the same record that the PDF engines give of a printed one.

Knows how to render, straighten, rule and recognise a page; what is made of words and rules is the
PDF reader's. Needs the program Tesseract; nothing is fetched.
"""

from collections.abc import Sequence

from extractors.blocks import Problem
from extractors.readers.pdf.grid import Grid
from extractors.readers.pdf.record import Fill, Frame, PageRecord, Rule, Word
from extractors.readers.pdf.ruled.grids import find_grids, overlap
from extractors.readers.scan.contrast import is_printed
from extractors.readers.scan.picture import Picture, render
from extractors.readers.scan.pixels import dust as scan_dust
from extractors.readers.scan.pixels import image as scan_image
from extractors.readers.scan.pixels import shapes as scan_shapes
from extractors.readers.scan.pixels.image import POINTS, Grey
from extractors.readers.scan.pixels.shapes import Shapes
from extractors.readers.scan.pixels.tints import Tints, straightened
from extractors.readers.scan.ruling.bands import find_bands, lighten, snap
from extractors.readers.scan.ruling.heads import dark_heads, through_heads, through_labels
from extractors.readers.scan.ruling.pieces import find_pieces, holds_letters
from extractors.readers.scan.ruling.rubbing import rub_out
from extractors.readers.scan.ruling.ruling import find_lines
from extractors.readers.scan.ruling.sides import without_band_ends, without_head_sides
from extractors.readers.scan.ruling.strokes import Segment
from extractors.readers.scan.told import doubts, unread_problem
from extractors.readers.scan.upright import as_displayed, find_turn, set_upright
from extractors.readers.scan.words import again as scan_again
from extractors.readers.scan.words import cells as scan_cells
from extractors.readers.scan.words import letters as scan_letters
from extractors.readers.scan.words import words as scan_words
from extractors.readers.scan.words.layer import follow, place
from extractors.readers.scan.words.lines import INK, to_words, without_marks
from extractors.readers.scan.words.numbers import mend_counts
from extractors.readers.scan.words.votes import is_unread
from extractors.readers.scan.words.words import OcrFailed, SeenWord
from extractors.slant import Slant

PAGE_MODE = 3  # Tesseract finds columns and blocks by itself
BLOCK_MODE = 6  # one block of lines
MIN_PARTED = 2  # pieces of text beside one another in one cell
AROUND = scan_cells.INSET + 3  # pixels of paper around a piece of text; cells lose INSET of them
NARROW_PT = 32.0  # points; a column of numbers is 12 to 28 wide, one of references 40 and more
SURE_WORD = 90  # confidence below which a word is told to be doubtful; right ones have 95 and 96
TURNED_MEAN = 75  # confidence below which a page may lie on its side; those that did had 20 to 60
INSTALL = "Install it with: apt-get install tesseract-ocr"


def read_page(data: bytes, number: int, layer: Sequence[Word] = ()) -> PageRecord | None:
    """Recognise one page.

    Args:
        data: The bytes of the PDF.
        number: From 1.
        layer: The words that a scanner laid under the picture, in points of the page as displayed.

    Returns:
        Words and rules in points of the page as displayed, straightened. Where Tesseract is not
        installed or fails, a record without words that says so in its problems. None where the
        page cannot be drawn.
    """
    page = render(data, number, layer)
    if page is None:
        return None
    program = scan_words.find_program()
    if program is None:
        message = f"page {number}: a scan; Tesseract, which reads it, is not there. {INSTALL}"
        return _empty(page, Problem("read", "needs_program", "warning", message, number))
    try:
        return _read_upright(program, page)
    except OcrFailed as error:
        message = f"page {number}: a scan that could not be recognised: {error}"
        return _empty(page, Problem("read", "scanned", "warning", message, number))


def _read_upright(program: str, page: Picture) -> PageRecord:
    """The record of a page; one that gives poor words is asked whether it lies on its side."""
    record, sure = _read_picture(program, page)
    turn = find_turn(program, page.grey, page.dpi) if sure < TURNED_MEAN else 0
    if not turn:
        return record
    width, height = page.width, page.height
    size = (width, height) if turn == 180 else (height, width)
    colours = set_upright(page.colours, turn)
    upright = Picture(set_upright(page.grey, turn), colours, page.dpi, page.number, *size)
    again, better = _read_picture(program, upright)
    return as_displayed(again, turn) if better > sure else record


def _read_picture(program: str, page: Picture) -> tuple[PageRecord, float]:
    """The record of an upright picture, and the mean confidence of its words."""
    dpi, scale = page.dpi, POINTS / page.dpi
    slant = Slant(page.number, scan_image.find_skew(page.grey), page.width, page.height)
    grey = scan_image.turn(page.grey, slant.angle)
    across, down, bands = _drawn(grey, dpi)
    tints = straightened(page.colours, slant.angle, dpi)
    rules = _with_cuts(_rules(across, scale), _rules(down, scale), tints)
    grids = find_grids(*rules)
    dark = _outside([*bands, *dark_heads(grey, across, dpi)], grids, dpi)
    rubbed = rub_out(scan_dust.without_specks(grey), across, down)
    clean, shapes, bullets = _text_alone(lighten(rubbed, dark), dpi)
    found, sure = _words_on(program, clean, dpi, grids, shapes, bullets)
    unread = [_scaled(_box(word), scale) for word in found if is_unread(word)]
    read, told = _with_layer([word for word in found if not is_unread(word)], page, slant)
    record = PageRecord(
        page.number,
        page.width,
        page.height,
        words=tuple(to_words(read, clean, scale)),
        across=rules[0],
        down=rules[1],
        fills=(*_scaled_fills(snap(bands, across, down), scale), *tints.fills(grids)),
        dots=tuple(Fill(*_scaled(dot, scale), INK, shape=True) for dot in bullets),
        engine="tesseract",
        doubts=tuple(doubts(sure)),
        problems=(*unread_problem(slant, unread), *told),
        unsure=(*unread, *(_scaled(_box(word), scale) for word in read if word.sure < SURE_WORD)),
        slant=slant.angle,
    )
    return record, sure


def _with_cuts(
    across: tuple[Rule, ...], down: tuple[Rule, ...], tints: Tints
) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """The rules across and down, with those that only a change of colour shows."""
    return (*across, *tints.cuts(find_grids(across, down))), down


def _text_alone(grey: Grey, dpi: int) -> tuple[Grey, Shapes, list[Frame]]:
    """A picture without punch holes and bullets, its shapes but the holes, and the bullets."""
    shapes = scan_shapes.find_shapes(scan_shapes.dark_pixels(grey))
    holes = scan_shapes.find_holes(shapes, grey.shape, dpi)
    shapes = scan_shapes.without(shapes, holes)
    bullets = scan_shapes.find_bullets(shapes, dpi)
    return scan_cells.blank(scan_cells.blank(grey, holes), bullets, 1), shapes, bullets


def _drawn(grey: Grey, dpi: int) -> tuple[list[Segment], list[Segment], list[Fill]]:
    """The ruled lines of a straightened page, across and down, and its shaded bands, in pixels."""
    across, down = find_lines(grey, dpi)
    bands = find_bands(grey, dpi)
    down = without_head_sides(across, through_heads(grey, across, down, dpi), dpi)
    across = through_labels(grey, across, down, dpi)
    return across, without_band_ends(across, down, bands, dpi), bands


def _words_on(
    program: str,
    grey: Grey,
    dpi: int,
    grids: Sequence[Grid],
    shapes: Shapes,
    bullets: Sequence[Frame],
) -> tuple[list[SeenWord], float]:
    """The words of a page, mended where it is read surely, and their mean confidence."""
    first = _recognise(program, grey, dpi, grids, scan_shapes.without(shapes, bullets))
    sure = _mean_sure(first)
    if sure < TURNED_MEAN:
        return first, sure
    return _mend(program, grey, dpi, shapes, bullets, first), sure


def _with_layer(
    seen: Sequence[SeenWord], page: Picture, slant: Slant
) -> tuple[list[SeenWord], list[Problem]]:
    """The words with those that the text under the picture is trusted in, and what became of it."""
    if not any(letter.isalnum() for word in page.layer for letter in word.text):
        return list(seen), []
    pixels = page.dpi / POINTS
    words, verdict = follow(seen, [place(word, slant, pixels) for word in page.layer])
    message = f"page {page.number}: the text under its picture {verdict.said}"
    return words, [Problem("read", "text_layer", "notice", message, page.number)]


def _mean_sure(seen: Sequence[SeenWord]) -> float:
    return sum(word.sure for word in seen) / len(seen) if seen else 0.0


def _recognise(
    program: str, grey: Grey, dpi: int, grids: Sequence[Grid], shapes: Shapes
) -> list[SeenWord]:
    """Read the text that stands alone, then cells and columns of text one below another."""
    pixels = dpi / POINTS
    tables = [_scaled(grid.frame, pixels) for grid in grids]
    drawn = [table for grid, table in zip(grids, tables, strict=True) if _has_columns(grid)]
    pieces = find_pieces(shapes, drawn, dpi)
    grids, tables = _without_parted(grids, tables, pieces)
    pieces = [piece for piece in pieces if not any(overlap(piece, table) for table in tables)]
    seen: list[SeenWord] = []
    if holds_letters(shapes, [*tables, *pieces], dpi):  # on specks alone it was at work for 40 s
        alone = scan_cells.blank(scan_cells.blank(grey, tables), pieces, 1)
        seen = scan_words.recognise(program, alone, dpi, PAGE_MODE)
    cells = [_scaled(frame, pixels) for grid in grids for frame in _readable_frames(grid)]
    cells += [_around(piece, AROUND) for piece in pieces]
    for stack in scan_cells.stack_cells(grey, cells):
        large = round(dpi * scan_cells.SCALE)
        words = stack.place(scan_words.recognise(program, stack.grey, large, BLOCK_MODE))
        seen += [word for word in words if not scan_letters.is_dust(word)]
    return [word for word in seen if is_printed(grey, word)]


def _outside(bands: Sequence[Fill], grids: Sequence[Grid], dpi: int) -> list[Fill]:
    """The bands that are no part of a ruled table, whose cells are lightened one by one."""
    tables = [_scaled(grid.frame, dpi / POINTS) for grid in grids if _has_columns(grid)]
    return [band for band in bands if not any(overlap(Frame(*band[:4]), table) for table in tables)]


def _without_parted(
    grids: Sequence[Grid], tables: Sequence[Frame], pieces: Sequence[Frame]
) -> tuple[list[Grid], list[Frame]]:
    """The tables without bands and frames that are one column to their rules and hold several."""
    kept = [
        (grid, table)
        for grid, table in zip(grids, tables, strict=True)
        if _has_columns(grid) or sum(overlap(piece, table) for piece in pieces) < MIN_PARTED
    ]
    return [grid for grid, _ in kept], [table for _, table in kept]


def _has_columns(grid: Grid) -> bool:
    return len(grid.xs) > 2


def _around(frame: Frame, pixels: float) -> Frame:
    return Frame(frame.x0 - pixels, frame.top - pixels, frame.x1 + pixels, frame.bottom + pixels)


def _mend(
    program: str,
    grey: Grey,
    dpi: int,
    shapes: Shapes,
    bullets: Sequence[Frame],
    seen: Sequence[SeenWord],
) -> list[SeenWord]:
    """The words with what Tesseract passed over, and with what it reads wrongly put right.

    Words without letters stand for what cannot be read.
    """
    missed = scan_shapes.find_unread(shapes, [_box(word) for word in seen], dpi)
    again = scan_again.read_again(program, grey, dpi, seen, missed)
    unread = [word for word in again if is_unread(word)]
    read = [word for word in again if not is_unread(word)]
    mended = [scan_letters.mend(word, grey) for word in scan_letters.mend_figures(read, shapes)]
    counted = mend_counts(without_marks(scan_letters.part_glued(mended)))
    return [*scan_letters.mend_bullets(counted, bullets), *unread]


def _box(word: SeenWord) -> Frame:
    return Frame(word.x0, word.top, word.x1, word.bottom)


def _readable_frames(grid: Grid) -> list[Frame]:
    """The cells, narrow ones together with the cell to their right.

    A number alone in a cell ("1.") is read as anything; on one line with its text it is read right.
    """
    frames: list[Frame] = []
    waiting: Frame | None = None
    for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.column)):
        frame = cell.frame
        if waiting is not None and _go_together(waiting, frame):
            frame = Frame(waiting.x0, waiting.top, frame.x1, frame.bottom)
        elif waiting is not None:
            frames.append(waiting)
        waiting = frame if frame.x1 - frame.x0 < NARROW_PT else None
        if waiting is None:
            frames.append(frame)
    return frames if waiting is None else [*frames, waiting]


def _go_together(left: Frame, right: Frame) -> bool:
    return (
        abs(left.x1 - right.x0) < 1
        and abs(left.top - right.top) < 1
        and abs(left.bottom - right.bottom) < 1
    )


def _scaled_fills(fills: Sequence[Fill], pixels: float) -> list[Fill]:
    return [Fill(*_scaled(Frame(*fill[:4]), pixels), fill.colour) for fill in fills]


def _scaled(frame: Frame, pixels: float) -> Frame:
    return Frame(*(side * pixels for side in frame))


def _rules(lines: Sequence[Segment], scale: float) -> tuple[Rule, ...]:
    return tuple(Rule(one.at * scale, one.start * scale, one.end * scale) for one in lines)


def _empty(page: Picture, problem: Problem) -> PageRecord:
    return PageRecord(page.number, page.width, page.height, engine="tesseract", problems=(problem,))
