"""What Tesseract loses in a scan: how the page lies, weights of letters, full stops and bullets."""

import io
import shutil
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from extractors.blocks import Paragraph, tables_of
from extractors.readers import pdf
from extractors.readers.pdf.page.printed.turn import main_turn, turned_record
from extractors.readers.pdf.record import Frame, PageRecord, Rule, Style, Word
from extractors.readers.scan.upright import as_displayed, set_upright
from extractors.readers.scan.words import words as scan_words
from extractors.readers.scan.words.letters import mend_bullets, mend_figures, part_glued
from extractors.readers.scan.words.lines import to_words, without_marks
from extractors.readers.scan.words.numbers import mend_counts
from extractors.readers.scan.words.weight import bold_words
from extractors.readers.scan.words.words import SeenWord

needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="no tesseract")


def _column(*texts: str) -> list[SeenWord]:
    """A word a cell, one cell below another."""
    return [
        SeenWord(text, 100 + place % 3, 50 * place, 140, 50 * place + 20, 90.0, (place, 1, 1))
        for place, text in enumerate(texts)
    ]


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        (("Ref", "1.1", "12", "1:3", "2.1"), ["Ref", "1.1", "1.2", "1.3", "2.1"]),
        (("C1", "C.2", "C.3"), ["C.1", "C.2", "C.3"]),
        (("HM.06", "HM07", "HM.08"), ["HM.06", "HM.07", "HM.08"]),
        (("1.4", "1.2"), ["1.1", "1.2"]),  # a slanted "1" is taken for a "4"
        (("2:7", "2.2"), ["2.1", "2.2"]),
        (("11", "12", "13"), ["11", "12", "13"]),  # nothing says that these have a stop
        (("11", "12", "13", "No.", "2.1"), ["1.1", "1.2", "1.3", "No.", "2.1"]),  # "2.1" does
        (("11", "12", "No.", "3.1"), ["11", "12", "No.", "3.1"]),
        (("KL06", "KLOT7"), ["KL06", "KL07"]),  # one figure read as two that are alike
        (("1.1", "13", "14"), ["1.1", "13", "14"]),
        (("1.4", "1.5"), ["1.4", "1.5"]),
        (("3.1", "2026"), ["3.1", "2026"]),
        (("Al", "A2", "A3"), ["A1", "A2", "A3"]),
        (("BT8", "BTY", "BT10"), ["BT8", "BT9", "BT10"]),
        (("C5", "Cé", "C7"), ["C5", "C6", "C7"]),
        (("Al", "Bo"), ["Al", "Bo"]),  # names of people
        (("Bl", "Lead", "A2", "Lead"), ["B1", "Lead", "A2", "Lead"]),  # of cards
        (("A1", "A2", "TBC"), ["A1", "A2", "TBC"]),
        (("la", "1b", "Ic", "1d", "le"), ["1a", "1b", "1c", "1d", "1e"]),
        (("2c", "2d", "3a"), ["2c", "2d", "3a"]),
        (("11.1", "1.1.2", "11.3"), ["1.1.1", "1.1.2", "1.1.3"]),
        (("S11", "ST2", "ST3"), ["ST1", "ST2", "ST3"]),
        (("A8", "AQ"), ["A8", "A9"]),
        (("10.1", "17.1"), ["10.1", "17.1"]),
        (("10", "I1", "12"), ["10", "11", "12"]),
        (("9", "10", "I1"), ["9", "10", "11"]),
        (("10", "I1", "14"), ["10", "I1", "14"]),
        (("10", "I1"), ["10", "I1"]),
        (("1", "2", "B", "C"), ["1", "2", "B", "C"]),
        (("4", "5", "G"), ["4", "5", "G"]),
    ],
)
def test_a_reference_that_lost_its_stop_is_what_its_neighbours_count_to(seen, read):
    assert [word.text for word in mend_counts(_column(*seen))] == read


@given(st.lists(st.sampled_from(["1.1", "12", "1.4", "G1", "x", "2026", "7"]), max_size=8))
def test_no_word_is_lost_and_what_counts_nothing_stays(texts):
    words = _column(*texts)
    mended = mend_counts(words)
    assert [word.line for word in mended] == [word.line for word in words]
    assert [word.text for word in mended if word.text in ("x", "2026", "7")] == [
        text for text in texts if text in ("x", "2026", "7")
    ]


def _line(number: int, *texts: tuple[str, int]) -> list[SeenWord]:
    return [SeenWord(text, x, 30 * number, x + 20, 30 * number + 20, 90.0, (1, 1, number))
            for text, x in texts]  # fmt: skip


@pytest.mark.parametrize("sign", ["¢", "«", "•", "°", "="])
def test_what_stands_for_a_bullet_at_a_lines_start_is_one(sign):
    words = _line(1, (sign, 10), ("Lamps", 30), ("e", 60))
    assert [word.text for word in mend_bullets(words)] == ["•", "Lamps", "e"]


@pytest.mark.parametrize(("height", "read"), [(8, "•"), (19, "(c)")])
def test_a_mark_of_copyright_is_a_bullet_or_as_tall_as_a_letter_in_brackets(height, read):
    mark, following = _line(1, ("©", 10), ("Breadth", 30))
    words = [replace(mark, bottom=mark.top + height), following]
    assert [word.text for word in mend_bullets(words)] == [read, "Breadth"]


@pytest.mark.parametrize(("height", "read"), [(8, "•"), (12, "e")])
def test_a_lone_e_is_a_bullet_where_it_is_as_small_as_a_dot(height, read):
    letter, following = _line(1, ("e", 10), ("Learning", 30))
    words = [replace(letter, bottom=letter.top + height), following]
    assert [word.text for word in mend_bullets(words)] == [read, "Learning"]


@pytest.mark.parametrize(("height", "read"), [(8, "•"), (12, "+")])
def test_a_plus_is_a_bullet_where_it_is_as_small_as_a_dot(height, read):
    sign, following = _line(1, ("+", 10), ("Wardens", 30))
    words = [replace(sign, bottom=sign.top + height), following]
    assert [word.text for word in mend_bullets(words)] == [read, "Wardens"]


def test_a_day_and_its_month_are_two_words():
    words = part_glued(_line(1, ("1July", 10), ("2026", 40), ("3rdMarch", 70), ("24May2026", 99)))
    assert [word.text for word in words] == ["1", "July", "2026", "3rd", "March", "24May2026"]
    assert (words[0].x1, words[1].x0) == (14, 14)


def test_a_title_and_an_initial_are_two_words():
    words = part_glued(_line(1, ("CllrR.", 10), ("Dent", 40), ("PhD.", 70)))
    assert [word.text for word in words] == ["Cllr", "R.", "Dent", "PhD."]


@pytest.mark.parametrize(("wide", "read"), [(14, "YP01"), (20, "YPO1")])
def test_a_nought_is_told_from_an_o_by_its_width(wide, read):
    widths = [(0, 16), (20, 34), (38, 38 + wide), (62, 72)]
    shapes = np.array([[x0, 32, x1, 52, 90] for x0, x1 in widths])
    word = SeenWord("YPO1", 0, 31, 73, 53, 90.0, (1, 1, 1))
    assert mend_figures([word], shapes)[0].text == read
    assert mend_figures([word], shapes[1:])[0].text == "YPO1"
    dust = np.array([[74, 50, 76, 52, 4]])
    assert mend_figures([replace(word, x1=77)], np.concatenate((shapes, dust)))[0].text == read


def test_a_first_line_as_far_in_as_the_texts_behind_bullets_has_lost_its_own():
    words = [*_line(1, ("Lamps", 31)), *_line(2, ("¢", 10), ("Wardens", 30))]
    assert [word.text for word in mend_bullets(words)] == ["•", "Lamps", "•", "Wardens"]


def test_a_first_line_as_far_in_as_the_texts_behind_dashes_has_lost_its_own():
    words = [*_line(1, ("Lamps", 31)), *_line(2, ("-", 10), ("Wardens", 30))]
    assert [word.text for word in mend_bullets(words)] == ["•", "Lamps", "-", "Wardens"]


def test_a_first_line_as_far_in_as_the_texts_behind_dots_has_lost_its_own():
    above, below = _line(1, ("Lamps", 31)), _line(2, ("Wardens", 30))
    middle = (below[0].top + below[0].bottom) / 2
    dot = Frame(14, middle - 3, 20, middle + 3)
    read = [word.text for word in mend_bullets([*above, *below], [dot])]
    assert read == ["•", "Lamps", "Wardens"]


def test_a_line_that_stands_above_a_list_is_no_item_of_it():
    words = [*_line(1, ("By", 10), ("May:", 40)), *_line(2, ("¢", 10), ("Wardens", 30))]
    assert [word.text for word in mend_bullets(words)] == ["By", "May:", "•", "Wardens"]


def test_words_with_wider_strokes_are_bold():
    grey = np.full((200, 400), 240, dtype=np.uint8)
    lines = []
    for row, width in enumerate((2, 2, 2, 2, 4)):
        top = 10 + 36 * row
        for x in range(20, 110, 12):
            grey[top : top + 24, x : x + width] = 20
        lines.append(([SeenWord("plan", 18, top, 120, top + 24, 95.0, (1, 1, row))], 30.0))
    bold = bold_words(grey, lines)
    assert [id(line[0]) in bold for line, _ in lines] == [False, False, False, False, True]


def test_a_line_of_a_colon_alone_is_dust_and_one_behind_a_word_is_print():
    words = [*_line(1, ("Lead:", 10), (":", 40)), *_line(2, (":", 90))]
    assert [word.text for word in without_marks(words)] == ["Lead:", ":"]


def test_figures_with_a_slash_stand_on_the_line_of_the_others():
    grey = np.full((300, 400), 240, dtype=np.uint8)
    plain = [SeenWord("Wardens", 10, 40 * n, 120, 40 * n + 20, 95.0, (n, 1, 1)) for n in range(5)]
    date = SeenWord("31/08/202", 200, 0, 320, 21, 95.0, (9, 1, 1))
    *_, placed = to_words([*plain, date], grey, 1.0)
    assert placed.style.size == to_words(plain, grey, 1.0)[0].style.size
    assert placed.base == pytest.approx(20, abs=1)


def test_heads_on_one_base_are_bold_as_one_though_they_were_read_apart():
    grey = np.full((200, 700), 240, dtype=np.uint8)
    seen = []
    for row, width in enumerate((4, 2, 2, 2)):
        top = 10 + 36 * row
        for place, text in enumerate(("lead", "of", "date")):
            left = 20 + 220 * place
            for x in range(left, left + 90, 12):
                grey[top : top + 24, x : x + width] = 20
            line = (9 * row + place, 1, 1)
            seen.append(SeenWord(text, left - 2, top, left + 100, top + 24, 95.0, line))
    words = to_words(seen, grey, 0.36)
    assert [word.text for word in words if word.style.bold] == ["lead", "of", "date"]


RECORD = PageRecord(
    1,
    842.0,
    595.0,
    words=(Word("Ref", 40.0, 50.0, 60.0, 62.0, 60.0, Style(11, False, False, "#000000")),),
    across=(Rule(70.0, 40.0, 800.0),),
    down=(Rule(40.0, 70.0, 200.0),),
)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_was_turned_to_be_read_is_turned_back_to_what_is_displayed(turn):
    shown = as_displayed(RECORD, turn)
    assert main_turn(shown) == turn
    again = turned_record(shown, turn)
    assert (again.words, again.across, again.down) == (RECORD.words, RECORD.across, RECORD.down)
    assert (again.width, again.height) == (842.0, 595.0)


def test_a_picture_is_turned_by_quarters():
    grey = np.array([[1, 2], [3, 4]], dtype=np.uint8)
    assert set_upright(grey, 270).tolist() == [[3, 1], [4, 2]]  # clockwise: read from below


@needs_tesseract
@pytest.mark.parametrize("quarters", [1, 3])
def test_a_scan_that_lies_on_its_side_is_read(quarters: int):
    page = Image.new("L", (1_500, 900), 240)
    draw = ImageDraw.Draw(page)
    font = ImageFont.load_default(30)
    rows = (
        ("Action", "Lead"),
        ("Light the towpath between the quay and the station", "Canal Trust"),
        ("Train the staff of every venue that is open late", "Licensing"),
    )
    for row, texts in enumerate(rows):
        for x, text in zip((110, 1_010), texts, strict=True):
            draw.text((x, 215 + 100 * row), text, fill=20, font=font)
    for y in range(200, 501, 100):
        draw.line((100, y, 1_400, y), fill=60, width=3)
    for x in (100, 1_000, 1_400):
        draw.line((x, 200, x, 500), fill=60, width=3)
    stream = io.BytesIO()
    page.rotate(90 * quarters, expand=True).save(stream, "PDF", resolution=200)
    (table,) = tables_of(pdf.read(stream.getvalue()).blocks)
    assert [cell.text for cell in table.cells] == [text for row in rows for text in row]
    assert table.place.boxes[0].x1 < 900 / 200 * 72  # on the page as displayed: portrait


def _with_layer(layer: str) -> bytes:
    """A scanned line with a text layer under it, in rendering mode 3."""
    page = Image.new("L", (1_600, 1_000), 245)
    font = ImageFont.load_default(34)
    ImageDraw.Draw(page).text((200, 200), "Light the towpath at the quay", fill=20, font=font)
    stream = io.BytesIO()
    sheet = canvas.Canvas(stream, pagesize=(576, 360))
    sheet.drawImage(ImageReader(page), 0, 0, 576, 360)
    text = sheet.beginText(72, 276)
    text.setTextRenderMode(3)
    text.textOut(layer)
    sheet.drawText(text)
    sheet.save()
    return stream.getvalue()


@needs_tesseract
def test_a_poor_text_layer_under_a_scan_gives_way_to_what_is_recognised():
    document = pdf.read(_with_layer("L|ght rhe towp~th al the q;ay and nor tar away"))
    assert [b.text for b in document.blocks if isinstance(b, Paragraph)] == [
        "Light the towpath at the quay"
    ]
    assert document.scanned == (1,)


def test_without_tesseract_the_text_layer_is_read_and_said_to_be_one(monkeypatch):
    monkeypatch.setattr(scan_words, "find_program", lambda: None)
    document = pdf.read(_with_layer("Light the towpath at the quay"))
    assert [b.text for b in document.blocks if isinstance(b, Paragraph)] == [
        "Light the towpath at the quay"
    ]
    assert [problem.code for problem in document.problems] == ["needs_program"]
