"""A scanned page: its picture to the same record that the PDF engines give of a printed one.

Knows how to render, straighten, rule and recognise a page; what is made of words and rules is the
PDF reader's. Needs the program Tesseract; nothing is fetched.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import chain

import pypdfium2
from pypdfium2 import PdfiumError

from extractors.blocks import Problem
from extractors.readers.pdf.grid import Grid
from extractors.readers.pdf.record import Fill, Frame, PageRecord, Rule, Style, Word
from extractors.readers.pdf.ruled.grids import find_grids
from extractors.readers.scan import again as scan_again
from extractors.readers.scan import cells as scan_cells
from extractors.readers.scan import dust as scan_dust
from extractors.readers.scan import image as scan_image
from extractors.readers.scan import letters as scan_letters
from extractors.readers.scan import shapes as scan_shapes
from extractors.readers.scan import words as scan_words
from extractors.readers.scan.bands import find_bands
from extractors.readers.scan.heads import through_heads
from extractors.readers.scan.image import Grey, Segment
from extractors.readers.scan.numbers import mend_counts
from extractors.readers.scan.rubbing import rub_out
from extractors.readers.scan.shadow import without_shadow
from extractors.readers.scan.shapes import Shapes
from extractors.readers.scan.upright import as_displayed, find_turn, set_upright
from extractors.readers.scan.votes import is_unread
from extractors.readers.scan.weight import bold_words
from extractors.readers.scan.words import OcrFailed, SeenWord

DPI = 200  # pixels an inch; the letters of 9 points are 25 high then, Tesseract wants 20 and more
MAX_PIXELS = 40_000_000  # a page of A2 at 200 dpi has 15 million; a larger one is rendered smaller
PAGE_MODE = 3  # Tesseract finds columns and blocks by itself
BLOCK_MODE = 6  # one block of lines
NARROW_PT = 32.0  # points; a column of numbers is 12 to 28 wide, one of references 40 and more
SURE_WORD = 60  # confidence below which a word is told to be doubtful; wrong ones have 0 to 60
SURE_MEAN = 90  # confidence of 0 to 100; seven clean pages had 93 to 95
TURNED_MEAN = 75  # confidence below which a page may lie on its side; those that did had 20 to 60
MOST_PLACES = 3  # that a problem names; a page of handwriting has dozens
POINTS = 72  # an inch
INK = "#000000"  # the colour of all print of a scan, which is read in grey
INSTALL = "Install it with: apt-get install tesseract-ocr"


def read_page(data: bytes, number: int) -> PageRecord | None:
    """Recognise one page.

    Args:
        data: The bytes of the PDF.
        number: From 1.

    Returns:
        Words and rules in points of the page as displayed, straightened. Where Tesseract is not
        installed or fails, a record without words that says so in its problems. None where the
        page cannot be drawn.
    """
    picture = _render(data, number)
    if picture is None:
        return None
    grey, dpi, width, height = picture
    program = scan_words.find_program()
    if program is None:
        message = f"page {number}: a scan; Tesseract, which reads it, is not there. {INSTALL}"
        return _empty(
            number, width, height, Problem("read", "needs_program", "warning", message, number)
        )
    try:
        return _read_upright(program, grey, dpi, (number, width, height))
    except OcrFailed as error:
        message = f"page {number}: a scan that could not be recognised: {error}"
        return _empty(number, width, height, Problem("read", "scanned", "warning", message, number))


def _read_upright(program: str, grey: Grey, dpi: int, page: tuple[int, float, float]) -> PageRecord:
    """The record of a page; one that gives poor words is asked whether it lies on its side."""
    number, width, height = page
    record, sure = _read_picture(program, grey, dpi, page)
    turn = find_turn(program, grey, dpi) if sure < TURNED_MEAN else 0
    if not turn:
        return record
    size = (width, height) if turn == 180 else (height, width)
    again, better = _read_picture(program, set_upright(grey, turn), dpi, (number, *size))
    return as_displayed(again, turn) if better > sure else record


def _read_picture(
    program: str, grey: Grey, dpi: int, page: tuple[int, float, float]
) -> tuple[PageRecord, float]:
    """The record of an upright picture, and the mean confidence of its words."""
    number, width, height = page
    grey = scan_image.turn(grey, scan_image.find_skew(grey))
    across, down = scan_image.find_lines(grey, dpi)
    down = through_heads(grey, across, down, dpi)
    scale = POINTS / dpi
    rules = [_rule(line, scale) for line in across], [_rule(line, scale) for line in down]
    clean = rub_out(scan_dust.without_specks(grey), across, down)
    shapes = scan_shapes.find_shapes(scan_shapes.dark_pixels(clean))
    bullets = scan_shapes.find_bullets(shapes, dpi)
    clean = scan_cells.blank(clean, bullets, 1)
    first = _recognise(program, clean, dpi, find_grids(*rules))
    sure = _mean_sure(first)
    found = _mend(program, clean, dpi, shapes, first) if sure >= TURNED_MEAN else first
    unread = [_scaled(_box(word), scale) for word in found if is_unread(word)]
    ordered = _by_lines([word for word in found if not is_unread(word)])
    doubtful = [word for word in chain.from_iterable(ordered) if word.sure < SURE_WORD]
    record = PageRecord(
        number,
        width,
        height,
        words=tuple(_to_words(ordered, clean, scale)),
        across=tuple(rules[0]),
        down=tuple(rules[1]),
        fills=tuple(_scaled_fill(band, scale) for band in find_bands(grey, dpi)),
        dots=tuple(Fill(*_scaled(dot, scale), INK, shape=True) for dot in bullets),
        engine="tesseract",
        doubts=tuple(_doubts(sure)),
        problems=tuple(_unread_problem(number, unread)),
        unsure=(*unread, *(_scaled(_box(word), scale) for word in doubtful)),
    )
    return record, sure


def _mean_sure(seen: Sequence[SeenWord]) -> float:
    return sum(word.sure for word in seen) / len(seen) if seen else 0.0


def _doubts(mean: float) -> Iterator[str]:
    """The named reason to distrust what was recognised: ``"OCR below 80"``; none where it is sure.

    The mean confidence of all words counts: clean scans have 93 and more.
    """
    if 0 < mean < SURE_MEAN:
        yield f"OCR below {math.floor(mean / 10) * 10 + 10}"


def _recognise(program: str, grey: Grey, dpi: int, grids: Sequence[Grid]) -> list[SeenWord]:
    """Read the text around the tables, then the cells of the tables one below another."""
    pixels = dpi / POINTS
    tables = [_scaled(grid.frame, pixels) for grid in grids]
    seen = scan_words.recognise(program, scan_cells.blank(grey, tables), dpi, PAGE_MODE)
    cells = [_scaled(frame, pixels) for grid in grids for frame in _readable_frames(grid)]
    for stack in scan_cells.stack_cells(grey, cells):
        large = round(dpi * scan_cells.SCALE)
        words = stack.place(scan_words.recognise(program, stack.grey, large, BLOCK_MODE))
        seen += [word for word in words if not scan_letters.is_dust(word)]
    return seen


def _mend(
    program: str, grey: Grey, dpi: int, shapes: Shapes, seen: Sequence[SeenWord]
) -> list[SeenWord]:
    """The words with what Tesseract passed over, and with what it reads wrongly put right.

    Words without letters stand for what cannot be read.
    """
    missed = scan_shapes.find_unread(shapes, [_box(word) for word in seen], dpi)
    again = scan_again.read_again(program, grey, dpi, seen, missed)
    unread = [word for word in again if is_unread(word)]
    read = [word for word in again if not is_unread(word)]
    mended = [scan_letters.mend(word, grey) for word in scan_letters.mend_stops(read, shapes)]
    return [*scan_letters.mend_bullets(mend_counts(mended)), *unread]


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


def _scaled_fill(fill: Fill, pixels: float) -> Fill:
    return Fill(*_scaled(Frame(*fill[:4]), pixels), fill.colour)


def _scaled(frame: Frame, pixels: float) -> Frame:
    return Frame(*(side * pixels for side in frame))


def _render(data: bytes, number: int) -> tuple[Grey, int, float, float] | None:
    """The page in grey, its pixels an inch, and its size in points; None where it is broken."""
    try:
        document = pypdfium2.PdfDocument(data)
        try:
            page = document[number - 1]
            width, height = page.get_size()
            dpi = DPI
            while dpi > 1 and width * height * (dpi / POINTS) ** 2 > MAX_PIXELS:
                dpi //= 2
            if width * height * (dpi / POINTS) ** 2 > MAX_PIXELS:
                return None
            grey = page.render(scale=dpi / POINTS, grayscale=True).to_numpy()
            return without_shadow(grey.reshape(grey.shape[:2])).copy(), dpi, width, height
        finally:
            document.close()
    except (PdfiumError, IndexError):
        return None


def _by_lines(seen: Sequence[SeenWord]) -> list[list[SeenWord]]:
    by_line: dict[tuple[int, int, int], list[SeenWord]] = {}
    for word in seen:
        by_line.setdefault(word.line, []).append(word)
    return list(by_line.values())


def _unread_problem(number: int, unread: Sequence[Frame]) -> Iterator[Problem]:
    """That letters stand on the page which no two readings agree on, and where the first do."""
    if not unread:
        return
    places = ", ".join(f"{frame.x0:.0f} from the left and {frame.top:.0f} from the top"
                       for frame in unread[:MOST_PLACES])  # fmt: skip
    message = (
        f"page {number}: {len(unread)} texts or marks of a scan could not be read; "
        f"they stand (in points) {places}{' and elsewhere' * (len(unread) > MOST_PLACES)}"
    )
    yield Problem("read", "unread_words", "warning", message, number)


def _to_words(by_line: Sequence[Sequence[SeenWord]], grey: Grey, scale: float) -> list[Word]:
    lines = [(line, *scan_words.line_size(line)) for line in by_line]
    bold = bold_words(grey, [(line, size) for line, size, _ in lines])
    return [
        Word(
            word.text,
            word.x0 * scale,
            (base - scan_words.ASCENT_EM * size) * scale,
            word.x1 * scale,
            (base + scan_words.DESCENT_EM * size) * scale,
            base * scale,
            Style(round(size * scale), id(word) in bold, False, INK),
        )
        for line, size, base in lines
        for word in line
    ]


def _rule(line: Segment, scale: float) -> Rule:
    return Rule(line.at * scale, line.start * scale, line.end * scale)


def _empty(number: int, width: float, height: float, problem: Problem) -> PageRecord:
    return PageRecord(number, width, height, engine="tesseract", problems=(problem,))
