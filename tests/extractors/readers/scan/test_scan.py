"""Scanned pages: straightened, ruled, recognised cell by cell."""

import io
import shutil

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import Image, ImageDraw, ImageFont

from extractors.blocks import tables_of
from extractors.readers import pdf, scan
from extractors.readers.scan.pixels.dust import without_specks
from extractors.readers.scan.pixels.image import find_skew, paper_of, run_sums, turn
from extractors.readers.scan.ruling.ruling import find_lines
from extractors.readers.scan.words import words as scan_words
from extractors.readers.scan.words.letters import is_dust, mend
from extractors.readers.scan.words.words import SeenWord, line_size

needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="no tesseract")

DPI = 200
XS = (150, 320, 1150, 1550)
YS = (300, 360, 520, 680)
ROWS = (
    ("Ref", "Action", "Lead"),
    ("LH.01", "Train the staff of every late\nvenue in first aid", "Licensing Team"),
    ("LH.02", "Open a second drop-in centre\nnear the station", "Borough Council"),
)


def _page(skew: float = 0.0, size: int = 28) -> Image.Image:
    """A ruled table of three columns with a dark header row, noise and dust, turned by degrees."""
    page = Image.new("L", (1_700, 1_000), 238)
    draw = ImageDraw.Draw(page)
    font = ImageFont.load_default(size)
    draw.text((150, 150), "Our plan for safer evenings", fill=40, font=ImageFont.load_default(52))
    draw.rectangle((XS[0], YS[0], XS[-1], YS[1]), fill=70)
    for y in YS:
        draw.line((XS[0], y, XS[-1], y), fill=120, width=2)
    for x in XS:
        draw.line((x, YS[1], x, YS[-1]), fill=120, width=2)
        draw.line((x, YS[0], x, YS[1]), fill=95, width=2)
    for row, texts in enumerate(ROWS):
        for x, text in zip(XS, texts, strict=False):
            ink = 245 if row == 0 else 30
            draw.multiline_text((x + 12, YS[row] + 12), text, fill=ink, font=font)
    noise = np.random.default_rng(7).normal(0, 5, (1_000, 1_700))
    grey = np.clip(np.asarray(page) + noise, 0, 255).astype(np.uint8)
    grey[800:803, 400:403] = 20
    return Image.fromarray(grey).rotate(skew, Image.Resampling.BICUBIC, fillcolor=238)


def _pdf(page: Image.Image) -> bytes:
    stream = io.BytesIO()
    page.save(stream, "PDF", resolution=DPI)
    return stream.getvalue()


@pytest.mark.parametrize("skew", [-3.0, -1.1, 0.0, 0.4, 2.7])
def test_the_skew_of_a_page_is_found_to_a_twentieth_of_a_degree(skew):
    assert find_skew(np.asarray(_page(skew))) == pytest.approx(-skew, abs=0.05)


def test_an_empty_page_stands_straight():
    assert find_skew(np.full((400, 300), 240, dtype=np.uint8)) == 0.0


@pytest.mark.parametrize("skew", [-3.0, 0.0, 1.7])
def test_rules_are_found_and_rows_of_letters_are_none(skew):
    grey = np.asarray(_page(skew))
    across, down = find_lines(turn(grey, find_skew(grey)), DPI)
    assert len(across) == len(YS)
    assert len(down) == len(XS)
    assert [round(line.length, -1) for line in down] == [380.0] * len(XS)  # header row included


def test_sums_along_rows_are_those_of_each_stretch():
    values = np.array([[1, 2, 3, 4, 250, 255, 255], [0, 0, 1, 0, 0, 0, 9]], dtype=np.uint16)
    assert run_sums(values, 1).tolist() == values.tolist()
    assert run_sums(values, 3).tolist() == [[6, 9, 257, 509, 760], [1, 1, 1, 0, 9]]
    assert run_sums(values, 7).tolist() == [[770], [10]]


@given(arrays(np.uint8, st.tuples(st.integers(1, 6), st.integers(1, 6))))
def test_the_paper_of_a_picture_is_its_median(grey):
    assert paper_of(grey) == np.median(grey)


def test_dust_that_stands_alone_goes_and_a_full_stop_stays():
    grey = np.full((100, 200), 240, dtype=np.uint8)
    grey[20:24, 20:24] = 10
    grey[60:80, 100:104] = 10
    grey[77:80, 108:111] = 10
    cleaned = without_specks(grey)
    assert cleaned[22, 22] == 240
    assert cleaned[78, 109] == 10


def test_a_speck_between_two_words_is_no_full_stop():
    grey = np.full((60, 200), 240, dtype=np.uint8)
    grey[20:40, 80:84] = grey[20:40, 98:102] = 10  # the last letter of a word, the first of another
    grey[38:40, 90:92] = 10
    grey[37:40, 105:108] = 10  # a full stop
    cleaned = without_specks(grey)
    assert (cleaned[30:42, 89:93] == 240).all()
    assert cleaned[38, 106] == 10


@pytest.mark.parametrize(("height", "width"), [(9, 9), (3, 9)])
def test_bullets_and_dashes_that_stand_as_far_from_their_text_as_dust_stay_whole(height, width):
    grey = np.full((60, 200), 240, dtype=np.uint8)
    grey[20 : 20 + height, 20 : 20 + width] = 10
    grey[10:34, 51:60] = 10
    assert (without_specks(grey) == grey).all()


@pytest.mark.parametrize(
    ("text", "sure", "dust"),
    [(":", 90, True), ("_~", 40, True), ("–", 90, False), ("-", 20, True), ("A", 20, False)],
)
def test_marks_alone_in_a_cell_are_dust(text, sure, dust):
    assert is_dust(SeenWord(text, 0, 0, 9, 9, sure, (0, 0, 0))) is dust


@pytest.mark.parametrize(("flag", "read"), [(False, "IH.02"), (True, "1H.02")])
def test_a_one_without_a_flag_is_a_capital_i(flag, read):
    grey = np.full((40, 60), 240, dtype=np.uint8)
    grey[5:35, 10:14] = 10  # the bar, then an H
    grey[5:35, 20:24] = grey[5:35, 34:38] = grey[18:22, 20:38] = 10
    if flag:
        grey[8:12, 4:10] = 10
    assert mend(SeenWord("1H.02", 2, 5, 58, 35, 88.0, (0, 0, 0)), grey).text == read


def test_an_o_between_a_stop_and_a_digit_is_a_nought():
    grey = np.full((40, 60), 240, dtype=np.uint8)
    assert mend(SeenWord("PA.O1", 2, 5, 58, 35, 88.0, (0, 0, 0)), grey).text == "PA.01"


def test_letters_with_and_without_a_tail_give_one_size_and_one_base():
    words = [
        SeenWord("Tap", 0, 10, 40, 57, 90, (1, 1, 1)),
        SeenWord("Hat", 50, 10, 90, 46, 90, (1, 1, 1)),
    ]
    size, base = line_size(words)
    assert (round(size), round(base)) == (50, 46)


def test_words_that_were_given_the_box_of_their_line_do_not_tell_its_size():
    boxes = [("Install", 10, 46), ("a", 0, 57), ("tenancy", 0, 57), ("course", 0, 57)]
    words = [SeenWord(text, 0, y0, 40, y1, 90, (1, 1, 1)) for text, y0, y1 in boxes]
    size, base = line_size(words)
    assert (round(size), round(base)) == (49, 46)


@needs_tesseract
@pytest.mark.parametrize("skew", [0.0, -2.6])
def test_a_scanned_table_is_read_cell_by_cell(skew):
    document = pdf.read(_pdf(_page(skew)))
    (table,) = tables_of(document.blocks)
    rows = [[cell.text for cell in table.cells if cell.row == row] for row in range(3)]
    assert rows == [[text.replace("\n", " ") for text in row] for row in ROWS]
    assert document.scanned == (1,)


@pytest.mark.fault("A23", "R9")
def test_a_machine_without_tesseract_says_what_to_install(monkeypatch):
    monkeypatch.setattr(scan_words, "find_program", lambda: None)
    record = scan.read_page(_pdf(_page()), 1)
    assert record is not None
    assert record.words == ()
    assert [problem.code for problem in record.problems] == ["needs_program"]
    assert "apt-get install tesseract-ocr" in record.problems[0].message


def test_a_page_that_cannot_be_drawn_gives_nothing():
    assert scan.read_page(b"%PDF-1.7 broken", 1) is None


@needs_tesseract
@pytest.mark.parametrize("size", [(1, 1), (3, 900), (900, 12)])
def test_a_page_smaller_than_a_letter_gives_nothing(size):
    """A hairline saved as a page of its own ended the reading of its document in an error."""
    assert scan.read_page(_pdf(Image.new("L", size, 90)), 1) is None


@needs_tesseract
def test_words_that_tesseract_is_unsure_of_are_a_doubt_of_the_page(monkeypatch):
    seen = [SeenWord("plan", 10, 10, 60, 30, 71.0, (1, 1, 1))]
    monkeypatch.setattr(scan_words, "recognise", lambda *call: list(seen))
    record = scan.read_page(_pdf(_page()), 1)
    assert record is not None
    assert record.doubts == ("OCR below 80",)


def test_dust_that_lies_thick_is_wiped_off_where_no_letter_is_near():
    grey = np.full((100, 200), 240, dtype=np.uint8)
    for x in range(20, 90, 10):
        grey[40:42, x : x + 2] = 10
    grey[30:60, 150:155] = 10  # a letter, and its full stop
    grey[57:60, 160:163] = 10
    cleaned = without_specks(grey)
    assert (cleaned[:, :100] == 240).all()
    assert cleaned[58, 161] == 10
