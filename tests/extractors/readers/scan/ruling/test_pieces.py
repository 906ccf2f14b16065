"""Text in columns without rules is read piece by piece; what stands alone is left as it is."""

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from extractors.readers.pdf.record import Frame
from extractors.readers.scan.pixels.shapes import dark_pixels, find_shapes
from extractors.readers.scan.ruling.pieces import find_pieces, holds_letters

DPI = 200
SIZE = 28


def _shapes(*texts: tuple[int, int, str], size: int = SIZE) -> np.ndarray:
    page = Image.new("L", (1_300, 500), 255)
    draw = ImageDraw.Draw(page)
    for x, y, text in texts:
        draw.text((x, y), text, fill=20, font=ImageFont.load_default(size))
    return find_shapes(dark_pixels(np.asarray(page)))


def _lefts(pieces: list[Frame]) -> list[int]:
    return sorted({round(piece.x0 / 100) * 100 for piece in pieces})


ROWS = (
    (100, 40, "Repair the lamps"),
    (100, 74, "on the quay"),
    (600, 57, "Harbour Office"),  # half a line lower: set to the middle of its row
    (1_000, 57, "May 2027"),
    (100, 150, "Walk the route"),
    (600, 150, "Wardens"),
    (1_000, 150, "TBC"),
)


def test_columns_whose_lines_stand_half_a_line_apart_are_pieces_of_their_own():
    pieces = find_pieces(_shapes(*ROWS), [], DPI)
    assert _lefts(pieces) == [100, 600, 1_000]
    assert not any(piece.x0 < 500 < piece.x1 for piece in pieces)


def test_lines_of_prose_are_no_pieces_though_a_sentence_ends_in_them():
    text = "Light the towpath. It is dark by four; all agree."
    lines = [(100, 40 + 34 * n, text) for n in range(4)]
    assert find_pieces(_shapes(*lines), [], DPI) == []


def test_a_full_stop_is_of_the_piece_whose_last_letter_stands_before_it():
    plain = find_pieces(_shapes(*ROWS), [], DPI)
    stopped = find_pieces(_shapes(*ROWS[:3], (1_000, 57, "May 2027."), *ROWS[4:]), [], DPI)
    widest = [max(piece.x1 for piece in pieces) for pieces in (plain, stopped)]
    assert widest[1] - widest[0] >= 0.1 * SIZE


def test_the_wider_spaces_of_a_heading_part_nothing():
    body = [(100, 150 + 34 * n, "Light the towpath and the quay") for n in range(4)]
    large = find_shapes(dark_pixels(np.full((2, 2), 255, dtype=np.uint8)))
    assert large.size == 0
    heading = _shapes((100, 30, "Safer streets plan"), size=60)
    assert find_pieces(np.concatenate((heading, _shapes(*body))), [], DPI) == []


def test_what_stands_in_a_table_with_rules_is_no_piece():
    assert find_pieces(_shapes(*ROWS), [Frame(80, 20, 1_250, 220)], DPI) == []


def test_a_page_without_print_has_no_pieces():
    assert find_pieces(_shapes(), [], DPI) == []


def test_a_header_and_a_footer_stand_in_no_columns():
    texts = [(100, 20, "Harbour plan"), *((100, 150 + 34 * n, "Light the quay") for n in range(3))]
    assert find_pieces(_shapes(*texts, (900, 440, "Page 2")), [], DPI) == []


def test_dust_beside_a_line_makes_no_column_of_it():
    dust = np.array([[900, 60, 904, 64, 16], [1_100, 48, 1_103, 51, 9]])
    shapes = np.concatenate((_shapes((100, 40, "Repair the lamps on the quay")), dust))
    assert find_pieces(shapes, [], DPI) == []


def test_a_stamp_beside_the_text_is_no_piece():
    page = Image.new("L", (1_300, 500), 255)
    font = ImageFont.load_default(SIZE)
    ImageDraw.Draw(page).text((100, 120), "Repair the lamps", fill=20, font=font)
    stamp = Image.new("L", (400, 200), 255)
    ImageDraw.Draw(stamp).text((60, 80), "RECEIVED BY POST", fill=20, font=font)
    page.paste(stamp.rotate(12, fillcolor=255), (700, 20))
    pieces = find_pieces(find_shapes(dark_pixels(np.asarray(page))), [], DPI)
    assert all(piece.x1 < 700 for piece in pieces)


def test_dust_outside_the_tables_is_no_text_to_be_read():
    """Tesseract was at work for 40 s on a page of dust around one table."""
    dust = np.array([[900, 300, 904, 304, 16], [1_100, 348, 1_103, 351, 9]])
    frame = Frame(80, 20, 1_250, 220)
    assert not holds_letters(np.concatenate((_shapes(*ROWS), dust)), [frame], DPI)
    assert holds_letters(_shapes(*ROWS, (100, 400, "Page 2")), [frame], DPI)
    assert not holds_letters(_shapes(), [], DPI)
