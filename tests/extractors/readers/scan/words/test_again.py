"""What Tesseract passes over or reads wrongly in a scan: bullets, references, single letters."""

import shutil

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from extractors.readers.pdf.record import Frame
from extractors.readers.scan.pixels.shapes import (
    dark_pixels,
    find_bullets,
    find_holes,
    find_shapes,
    find_unread,
)
from extractors.readers.scan.words import again
from extractors.readers.scan.words.again import read_again
from extractors.readers.scan.words.letters import mend, mend_figures
from extractors.readers.scan.words.votes import AGREED_SURE, ALONE_SURE, Reading, is_unread, settle
from extractors.readers.scan.words.words import SeenWord

DPI = 200
needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="no tesseract")


def _page(*texts: tuple[int, int, str], size: int = 28) -> np.ndarray:
    """Texts at places on white paper."""
    page = Image.new("L", (900, 300), 255)
    draw = ImageDraw.Draw(page)
    for x, y, text in texts:
        draw.text((x, y), text, fill=20, font=ImageFont.load_default(size))
    return np.asarray(page)


def _seen(text: str, x0: int, sure: float = 90.0, top: int = 46) -> SeenWord:
    return SeenWord(text, x0, top, x0 + 14 * len(text), top + 22, sure, (1_001, 1, 1))


def test_shapes_that_touch_by_a_corner_are_one():
    dark = np.zeros((6, 9), dtype=np.bool_)
    dark[0:2, 0:2] = dark[2:4, 2:4] = dark[1:5, 7] = True
    assert find_shapes(dark).tolist() == [[0, 0, 4, 4, 8], [7, 1, 8, 5, 4]]


def test_paper_without_print_has_no_shapes():
    assert find_shapes(dark_pixels(np.full((40, 40), 240, dtype=np.uint8))).shape == (0, 5)


def _with_dot(box: tuple[int, int, int, int]) -> list[Frame]:
    page = Image.fromarray(_page((60, 40, "Lamps on the quay, 2.5 miles of it")))
    ImageDraw.Draw(page).ellipse(box, fill=20)
    return find_bullets(find_shapes(dark_pixels(np.asarray(page))), DPI)


def test_a_round_dot_before_a_line_is_a_bullet():
    (bullet,) = _with_dot((30, 50, 40, 60))
    assert bullet == Frame(30, 50, 41, 61)


def test_a_dot_a_pixel_taller_than_round_is_a_bullet():
    assert _with_dot((30, 50, 36, 59)) == [Frame(30, 50, 37, 60)]  # 7 by 10, of a narrow typeface


WORN = ((3, 6), (2, 7), (1, 7), (0, 7), (1, 8), (1, 7), (2, 6), (3, 6))  # 41 of 8 by 8 pixels


@pytest.mark.parametrize(("left", "count"), [(30, 2), (33, 1)])  # below the full one, and not
def test_a_worn_dot_is_a_bullet_where_a_full_one_stands_above_it(left, count):
    page = np.array(_page((60, 40, "Lamps on the quay"), (60, 100, "Wardens after dark")))
    page[50:58, 30:38] = 20
    for row, (start, end) in enumerate(WORN):
        page[110 + row, left + start : left + end] = 20
    assert len(find_bullets(find_shapes(dark_pixels(page)), DPI)) == count


@pytest.mark.parametrize(
    "box",
    [
        (30, 66, 40, 76),  # below the line
        (30, 50, 31, 51),  # dust
        (10, 50, 40, 60),  # a dash
        (540, 50, 550, 60),  # after a line
    ],
)
def test_dots_elsewhere_are_no_bullets(box):
    assert _with_dot(box) == []


def test_the_colon_of_a_large_heading_is_no_bullet():
    page = _page((60, 40, "Priority 1: Lamps"), size=54)
    assert find_bullets(find_shapes(dark_pixels(page)), DPI) == []


def test_a_small_letter_that_a_copy_has_filled_is_no_bullet():
    page = Image.fromarray(_page((60, 40, "Find"), (150, 40, "home")))
    ImageDraw.Draw(page).ellipse((127, 54, 139, 67), fill=20)  # an "a" a blank behind "Find"
    assert find_bullets(find_shapes(dark_pixels(np.asarray(page))), DPI) == []


def _holes(*boxes: tuple[int, int, int, int]) -> list[Frame]:
    page = Image.new("L", (1_650, 2_340), 255)
    for box in boxes:
        ImageDraw.Draw(page).ellipse(box, fill=20)
    dark = dark_pixels(np.asarray(page))
    return find_holes(find_shapes(dark), dark.shape, DPI)


def test_a_dark_disc_near_the_edge_is_a_punch_hole():
    assert _holes((70, 800, 116, 846)) == [Frame(70, 800, 117, 847)]
    assert _holes((800, 2_250, 846, 2_296)) == [Frame(800, 2_250, 847, 2_297)]


def test_a_disc_on_the_page_a_dot_and_a_blot_are_no_punch_holes():
    assert _holes((800, 800, 846, 846), (70, 800, 86, 816), (70, 1_200, 150, 1_280)) == []


def test_a_bullet_inside_the_frame_of_a_table_is_one():
    page = Image.fromarray(_page((60, 40, "Lamps on the quay, 2.5 miles of it")))
    draw = ImageDraw.Draw(page)
    draw.rectangle((5, 5, 890, 290), outline=20, width=3)
    draw.rectangle((30, 50, 40, 60), fill=20)
    (bullet,) = find_bullets(find_shapes(dark_pixels(np.asarray(page))), DPI)
    assert bullet == Frame(30, 50, 41, 61)


def test_letters_that_lie_in_no_word_are_found():
    shapes = find_shapes(dark_pixels(_page((40, 40, "7"), (200, 40, "Repair the lamps"))))
    words = [Frame(195, 35, 480, 75)]
    (text,) = find_unread(shapes, words, DPI)
    assert 38 <= text.x0 <= 44
    assert text.x1 <= 60


def test_a_whole_line_that_lies_in_no_word_is_found_and_strokes_of_a_pen_are_not():
    page = Image.fromarray(_page((40, 40, "Priority 2: lamps on the quay, and wardens")))
    wave = [(x, 200 + 12 * (x // 12 % 2)) for x in range(60, 600, 12)]
    ImageDraw.Draw(page).line(wave, fill=20, width=3)
    (text,) = find_unread(find_shapes(dark_pixels(np.asarray(page))), [], DPI)
    assert text.bottom < 100
    assert text.x1 - text.x0 > 400


def test_words_whose_letters_a_copy_has_joined_are_found_too():
    page = _page((40, 40, "residents and wardens"))
    joined = Image.fromarray(page).filter(ImageFilter.MinFilter(5))
    (text,) = find_unread(find_shapes(dark_pixels(np.asarray(joined))), [], DPI)
    assert text.x0 < 50
    assert text.x1 > 280


@pytest.mark.parametrize(
    ("second", "third", "read"),
    [
        ("Pilot lamps on the quay", "Pilot lamps on the quay", "Pilot lamps on the quay"),
        ("Pilot lamps on the quay", "Pilot lamps on tbe quay", "Pilot lamps on the quay"),
        ("Pilot lamps on the quay", "Riot limps or the key", ""),
    ],
)
def test_a_line_that_was_passed_over_is_what_both_later_readings_have(second, third, read):
    missed = SeenWord("", 40, 46, 340, 68, 0.0, (1_001, 1, 1))
    words = settle([missed], [Reading("", 0), Reading(second, 91), Reading(third, 80)])
    assert " ".join(word.text for word in words) == read


@pytest.mark.parametrize(
    ("readings", "text"),
    [
        ([Reading("12", 40), Reading("1.2", 91), Reading("1.2", 95)], "1.2"),
        ([Reading("za", 30), Reading("1.1", 60), Reading("Ll", 50)], "1.1"),  # the form counts
        ([Reading("H", 90), Reading("H", 80), Reading("", 0)], "H"),
        ([Reading("|TBC", 60), Reading("TBC", 40), Reading("", 0)], "TBC"),
        ([Reading("", 0), Reading("4", 70), Reading("4", 88)], "4"),
        ([Reading("", 0), Reading("4", 70), Reading("A", 88)], ""),  # two readings: nothing sure
        ([Reading("~~", 20), Reading("", 0), Reading("", 0)], ""),
        ([Reading("Repair lamps", 20), Reading("", 0), Reading("", 0)], ""),  # marks of a pen
        ([Reading("Repair lamps", 60), Reading("", 0), Reading("", 0)], "Repair lamps"),
        ([Reading("Lead cy,", 7), Reading("Lead Su", 22), Reading("Lead cA", 45)], "Lead cA"),
        ([Reading("Cae", 28), Reading("oe", 37), Reading('<25">', 2)], ""),  # a circle by hand
        ([Reading("Jv", 55), Reading("ov", 18), Reading("V", 83)], ""),  # a tick in the margin
        ([Reading("W/", 31), Reading("W/", 59), Reading("W\\/", 88)], ""),
    ],
)
def test_a_text_is_what_most_of_its_readings_have(monkeypatch, readings, text):
    first, *later = readings
    monkeypatch.setattr(again, "_read", lambda *_: later)
    seen = [_seen(first.text, 40, first.sure)] if first.text else []
    missed = [] if first.text else [Frame(40, 46, 54, 68)]
    words = read_again("tesseract", _page((40, 40, "x")), DPI, seen, missed)
    assert " ".join(word.text for word in words) == text


@pytest.mark.parametrize(
    ("readings", "told"),
    [
        ([Reading("Repair lamps", 20), Reading("", 0), Reading("", 0)], True),
        ([Reading("", 0), Reading("4", 70), Reading("A", 88)], True),
        ([Reading("~~", 20), Reading("", 0), Reading("", 0)], False),  # dust
        ([Reading("", 0), Reading("", 0), Reading("", 0)], False),
    ],
)
def test_a_text_that_cannot_be_read_leaves_its_place_and_dust_leaves_nothing(readings, told):
    first, *_ = readings
    words = settle([_seen(first.text, 40, first.sure)], readings)
    assert [is_unread(word) for word in words] == [True] * told


def test_words_that_a_second_reading_has_are_sure_and_the_others_are_not():
    readings = [Reading("Lead cy", 7), Reading("Lead Su", 22), Reading("Lead cA", 61)]
    lead, odd = settle([_seen("Lead", 40), _seen("cy", 110)], readings)
    assert (lead.text, lead.sure, odd.text, odd.sure) == ("Lead", AGREED_SURE, "cA", ALONE_SURE)


@pytest.mark.parametrize(
    ("seen", "late", "left"),
    [("1", "1", ["1"]), ("1.", "1.1", ["1.1"]), ("H", "M", ["H", "M"])],
)
def test_a_figure_read_again_beside_itself_stands_once(monkeypatch, seen, late, left):
    readings = [Reading(seen, 95)] * 2 + [Reading(late, 95)] * 2
    monkeypatch.setattr(again, "_read", lambda *_: readings)
    words = read_again(
        "tesseract", _page((40, 40, "x")), DPI, [_seen(seen, 40)], [Frame(45, 46, 59, 68)]
    )
    assert [word.text for word in words] == left


def test_texts_beyond_those_that_are_read_again_are_told_where_nothing_was_read(monkeypatch):
    monkeypatch.setattr(again, "MOST", 1)
    monkeypatch.setattr(again, "_read", lambda *_: [Reading("H", 90), Reading("H", 90)])
    missed = [Frame(200, 46, 214, 68)]
    words = read_again("tesseract", _page((40, 40, "x")), DPI, [_seen("H", 40)], missed)
    assert [(word.text, word.x0) for word in words] == [("H", 40), ("", 200)]


def test_a_reading_that_no_other_agrees_with_is_unsure(monkeypatch):
    later = [Reading("1.2", 96), Reading("1:8", 90)]
    monkeypatch.setattr(again, "_read", lambda *_: later)
    (word,) = read_again("tesseract", _page((40, 40, "x")), DPI, [_seen("18", 40)], [])
    assert (word.text, word.sure) == ("1.2", ALONE_SURE)


def test_sure_words_in_a_sentence_are_not_read_again(monkeypatch):
    monkeypatch.setattr(again, "_read", lambda *_: pytest.fail("read again"))
    words = [_seen("Repair", 40), _seen("the", 130), _seen("lamps", 180)]
    assert read_again("tesseract", _page((40, 40, "x")), DPI, words, []) == words


@pytest.mark.parametrize("gap", [10, 60])  # pixels; far before its item a dash is a text by itself
def test_the_dash_before_an_item_stays_where_the_item_is_read_again(monkeypatch, gap):
    monkeypatch.setattr(again, "_read", lambda *_: [Reading("Base + 5%", 90)] * 2)
    words = [
        _seen("-", 20),
        _seen("Basc", 34 + gap, 40),
        _seen("+", 94 + gap),
        _seen("5%", 122 + gap),
    ]
    read = read_again("tesseract", _page((40, 40, "x")), DPI, words, [])
    assert [word.text for word in sorted(read, key=lambda word: word.x0)] == [
        "-",
        "Base",
        "+",
        "5%",
    ]


@needs_tesseract
def test_a_reference_is_read_behind_a_word_that_shows_its_height():
    words = [_seen("za", 40, 30.0)]
    page = _page((40, 40, "1.2"), (200, 40, "Repair the lamps"))
    (word,) = read_again("tesseract", page, DPI, words, [])
    assert word.text == "1.2"


@pytest.mark.parametrize(
    ("printed", "seen", "read"),
    [("1.2", "12", "1.2"), ("12", "12", "12"), ("A.3", "A3", "A.3"), ("2026", "2026", "2026")],
)
def test_a_stop_that_is_printed_between_figures_is_read(printed, seen, read):
    page = _page((40, 40, printed))
    word = SeenWord(seen, 36, 40, 36 + 22 * len(printed), 76, 96.0, (1_001, 1, 1))
    (mended,) = mend_figures([word], find_shapes(dark_pixels(page)))
    assert mended.text == read


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("Ql", "Q1"),
        ("@1", "Q1"),
        ("BT]", "BT1"),
        ("Al", "Al"),
        ("Al2", "A12"),
        ("Qualified", "Qualified"),
        ("{12", "(12"),
        ("Clir", "Cllr"),
        ("CllrR.", "CllrR."),
        ("Client", "Client"),
    ],
)
def test_letters_that_look_alike_are_what_plans_print(seen, read):
    assert mend(_seen(seen, 40), _page((40, 40, "x"))).text == read
