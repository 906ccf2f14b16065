"""Which strokes of a scanned page are ruled lines: whole, dashed, short, open, in pale copies."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from extractors.readers.scan.contrast import darkened
from extractors.readers.scan.pixels.image import Grey
from extractors.readers.scan.ruling.drawn import dashed_across
from extractors.readers.scan.ruling.ruling import find_lines
from extractors.readers.scan.ruling.strokes import Segment, strokes_across
from extractors.readers.scan.words.cells import enlarged
from extractors.readers.scan.words.weight import bold_words
from extractors.readers.scan.words.words import SeenWord

DPI = 200
XS = (100, 400, 1_100, 1_400)
YS = (100, 160, 300, 460)


def _paper() -> Grey:
    grain = np.random.default_rng(11).normal(240, 4, (900, 1_600))
    return np.clip(grain, 0, 255).astype(np.uint8)


def _across(page: Grey, y: int, x0: int, x1: int) -> None:
    page[y : y + 3, x0:x1] = 40


def _down(page: Grey, x: int, y0: int, y1: int) -> None:
    page[y0:y1, x : x + 3] = 40


def _written(page: Grey, x: int, y: int, text: str, size: int = 28) -> Grey:
    image = Image.fromarray(page)
    ImageDraw.Draw(image).text((x, y), text, fill=30, font=ImageFont.load_default(size))
    return np.asarray(image).copy()


def _places(lines: list[Segment]) -> list[tuple[int, int, int]]:
    return [(round(line.at), round(line.start), round(line.end)) for line in lines]


def _dashed_page() -> Grey:
    page = _paper()
    for y in YS:
        for x in range(XS[0], XS[-1], 23):
            _across(page, y, x, min(x + 14, XS[-1]))
    for x in XS:
        for y in range(YS[0], YS[-1], 23):
            _down(page, x, y, min(y + 14, YS[-1]))
    return page


def test_rules_in_even_dashes_draw_a_table():
    across, down = find_lines(_dashed_page(), DPI)
    assert [round(line.at) for line in across] == pytest.approx([y + 1.5 for y in YS], abs=1.5)
    assert [round(line.at) for line in down] == pytest.approx([x + 1.5 for x in XS], abs=1.5)


@pytest.mark.parametrize("apart", [14, 20])  # pixels between its dots, across and down
def test_the_dots_of_which_a_scanner_makes_a_shade_are_no_dashes(apart):
    down, across = np.mgrid[:900, :1_600] % apart - apart / 2
    page = np.where(down**2 + across**2 < (0.3 * apart) ** 2, 20, 245).astype(np.uint8)
    assert dashed_across(page, strokes_across(page, DPI)[1], DPI) == []


def test_letters_that_stand_evenly_are_no_dashes():
    page = _paper()
    for row in range(8):
        page = _written(page, 120, 100 + 36 * row, "lllllllllll mmmmmm iiiiii HHHHHHHH", 26)
    assert find_lines(page, DPI) == ([], [])


def test_heads_alone_at_the_foot_of_a_page_keep_the_border_below_a_head_over_two():
    page = _paper()
    for y in (700, 820):
        _across(page, y, 100, 1_400)
    _across(page, 760, 500, 1_200)  # shorter than a line that stands by itself
    for x in (100, 500, 1_200, 1_400):
        _down(page, x, 700, 820)
    _down(page, 850, 760, 820)
    _, down = find_lines(page, DPI)
    assert [place for place in _places(down) if abs(place[0] - 851) <= 2]


def test_a_short_rule_ends_in_the_air_where_the_table_has_no_border():
    page = _paper()
    for y in (160, 300, 460):
        _across(page, y, 100, 1_400)
    for x in (400, 1_100):
        _down(page, x, 100, 460)
    _across(page, 380, 1_100, 1_400)  # under one cell of the last column
    across, _ = find_lines(page, DPI)
    assert [place for place in _places(across) if abs(place[0] - 381) <= 2]
    page[379:385, 1_100:1_400] = 240
    _across(page, 380, 1_100, 1_300)  # ends where no other does
    across, _ = find_lines(page, DPI)
    assert not [place for place in _places(across) if abs(place[0] - 381) <= 2]


def test_a_word_between_two_rules_is_no_rule():
    page = _paper()
    for y in (160, 300):
        _across(page, y, 100, 1_400)
    for x in (100, 1_280, 1_400):
        _down(page, x, 100, 460)
    page = _written(page, 1_286, 200, "Started", 32)
    across, _ = find_lines(page, DPI)
    assert len(across) == 2


def test_a_border_under_a_title_ends_there_though_a_letter_stands_on_it():
    page = _paper()
    for y in (100, 136, 172, 208):
        _across(page, y, 100, 1_300)
    for x in (100, 1_300):
        _down(page, x, 100, 208)
    for x in (400, 700, 1_000):
        _down(page, x, 136, 208)
    page[110:134, 400:404] = 30  # the stem of a bold "p" right above a border
    page[108:128, 700:704] = 30  # of an "l", which leaves paper below it
    _, down = find_lines(page, DPI)
    inner = [place for place in _places(down) if 200 < place[0] < 1_200]
    assert [(place[0], abs(place[1] - 137) <= 3) for place in inner] == [
        (402, True),
        (702, True),
        (1_002, True),
    ]


def _ruled_page() -> Grey:
    page = _paper()
    for y in YS:
        _across(page, y, XS[0], XS[-1] + 3)
    for x in XS:
        _down(page, x, YS[0], YS[-1])
    return page


def test_stems_of_two_lines_one_below_another_are_no_border():
    page = _ruled_page()
    page[111:150, 620:623] = 30  # "p" above "P": 9 pixels short of both borders
    _, down = find_lines(page, DPI)
    assert [place for place in _places(down) if 610 < place[0] < 630] == []
    page[103:160, 620:623] = 30  # a rule reaches both
    _, down = find_lines(page, DPI)
    assert [place[0] for place in _places(down) if 610 < place[0] < 630] == [622]


def test_letters_that_fill_a_narrow_column_are_no_rule():
    page = _ruled_page()
    _down(page, 500, YS[0], YS[-1])
    page[200:203, 411:490] = 30  # the tops of "Responsible"
    page[352:355, 411:486] = 30  # one end of those of "Complete" lies in the air
    across, _ = find_lines(page, DPI)
    assert len(across) == len(YS)


def test_a_stem_between_two_tables_makes_them_no_one_table():
    page = _paper()
    for top in (100, 290):
        for y in (top, top + 60, top + 120):
            _across(page, y, XS[0], XS[-1] + 3)
        for x in XS:
            _down(page, x, top, top + 120)
    page[221:257, XS[0]] -= 10  # the other side of the leaf shows through
    page[257:285, XS[0] : XS[0] + 4] = 30  # the stem of "Priority 2", below the left border
    _, down = find_lines(page, DPI)
    assert {place[1:] for place in _places(down)} == {(101, 222), (291, 412)}


def test_a_letter_that_touches_the_border_from_above_does_not_lengthen_it():
    page = _paper()
    for y in YS:
        _across(page, y, XS[0], XS[-1])
    for x in XS:
        _down(page, x, YS[0], YS[-1])
    page[78:100, XS[1] : XS[1] + 4] = 30  # the stem of an "h" just over the border
    _, down = find_lines(page, DPI)
    assert {round(line.start, -1) for line in down} == {100.0}


def test_a_rule_whose_sides_are_found_apart_is_one():
    page = _paper()
    for y in YS:
        _across(page, y, XS[0], XS[-1])
    for x in XS:
        _down(page, x, YS[0], YS[-1])
        _down(page, x + 3, YS[1], YS[2])  # thicker beside one row
        _down(page, x - 2, YS[2], YS[3])
    _, down = find_lines(page, DPI)
    assert len(down) == len(XS)


def test_a_hairline_that_the_grain_breaks_is_one_rule():
    page = _paper()
    for start, end in ((100, 740), (747, 1_400)):
        page[200:202, start:end] = 180
    across, _ = find_lines(page, DPI)
    assert [(round(line.start), round(line.end)) for line in across] == [(99, 1_401)]


def test_a_row_of_letters_whose_feet_are_strokes_end_to_end_is_no_rule():
    """It was wiped from the page, and "conservation" was read as "rnnservatinn"."""
    page = _paper()
    for start, end in ((100, 488), (500, 888), (900, 1_288)):
        page[200:202, start:end] = 60
        for x in range(start, end - 6, 13):
            page[186:200, x : x + 6] = 60
    assert find_lines(page, DPI)[0] == []


def test_the_print_of_a_pale_copy_is_made_dark_and_its_paper_stays():
    page = _paper()
    page[100:110, 100:1_400] = 130
    dark = darkened(page)
    assert np.median(dark[102:108, 200:1_300]) < 60
    assert np.median(dark) == np.median(page)


def test_a_page_without_print_or_with_dark_print_stays_as_it_is():
    page = _paper()
    assert darkened(page) is page
    page[100:130, 100:1_400] = 20
    assert darkened(page) is page


@pytest.mark.parametrize(("band", "letters"), [(150, 250), (60, 245), (200, 20), (240, 20)])
def test_letters_of_a_cell_are_dark_whatever_the_tone_of_its_band(band, letters):
    cell = np.full((60, 200), band, dtype=np.uint8)
    cell[20:40, 40:44] = cell[20:40, 60:64] = cell[20:24, 90:130] = letters
    picture = enlarged(cell, 1.0)
    assert picture[30, 41] < 200 < picture[50, 180]


def _words(page: Grey, texts: list[tuple[str, int, int, int]]) -> list[SeenWord]:
    return [
        SeenWord(text, x, y, x + wide, y + 24, 95.0, (1, 1, place))
        for place, (text, x, y, wide) in enumerate(texts)
    ]


def test_most_words_of_a_page_may_be_bold():
    page, lines = _paper(), []
    for row in range(12):
        thick = 3 if row < 3 else 6
        for letter in range(6):
            x = 100 + 18 * letter
            page[100 + 50 * row : 124 + 50 * row, x : x + thick] = 30
        lines.append((_words(page, [("plenty", 99, 100 + 50 * row, 110)]), 32.0))
    bold = bold_words(page, lines)
    assert [id(line[0]) in bold for line, _ in lines] == [False] * 3 + [True] * 9


def test_a_bold_word_that_fills_its_box_is_bold():
    page, lines = _paper(), []
    for row in range(6):
        wide = 11 if row == 5 else 4  # more ink than paper in the box of "WHOM"
        for letter in range(4):
            x = 100 + 16 * letter
            page[100 + 50 * row : 124 + 50 * row, x : x + wide] = 30
        lines.append((_words(page, [("WHOM", 100, 100 + 50 * row, 59)]), 32.0))
    bold = bold_words(page, lines)
    assert [id(line[0]) in bold for line, _ in lines] == [False] * 5 + [True]


def test_the_bold_action_beside_a_plain_lead_makes_it_no_bolder():
    page = _paper()
    row: list[SeenWord] = []
    for place, (x, thick) in enumerate(((100, 6), (300, 6), (500, 6), (900, 3))):
        for letter in range(6):
            page[100:124, x + 18 * letter : x + 18 * letter + thick] = 30
        row += _words(page, [(f"words{place}", x - 1, 100, 110)])
    plain = [([word], 32.0) for word in row[3:]] * 3
    bold = bold_words(page, [(row, 32.0), *plain])
    assert [id(word) in bold for word in row] == [True, True, True, False]


def test_a_border_light_in_a_dark_row_and_dark_in_the_next_is_one():
    page = _ruled_page()
    page[104:160, 104:1_400] = 60  # "Priority | Safer streets", white on black
    page[164:220, 104:1_400] -= 30  # "Objectives | Trust", on grey
    _across(page, 220, XS[0], XS[-1])
    page[104:160, 620:623] = 110
    page[162:220, 620:623] = 150
    _, down = find_lines(page, DPI)
    (border,) = [line for line in down if 610 < line.at < 630]
    assert border.start < 110
    assert border.end > 215


def test_a_letter_close_between_two_rows_makes_their_borders_no_one_border():
    page = _paper()
    for y in (*YS, 334):
        _across(page, y, XS[0], XS[-1] + 3)
    for x in XS:
        _down(page, x, YS[0], YS[-1])
    page[303:334, 104:1_400] = 240  # a banner row over all columns
    page[310:327, XS[1] : XS[1] + 4] = 30  # the stem of "T" of "Theme 2 - Thriving towns"
    _, down = find_lines(page, DPI)
    ends = {(round(line.start, -1), round(line.end, -1)) for line in down if 390 < line.at < 410}
    assert ends == {(100.0, 300.0), (340.0, 460.0)}
