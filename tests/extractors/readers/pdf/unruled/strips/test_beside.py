"""A table whose rules or shading end where other text stands beside it is read alone."""

from itertools import pairwise

from extractors.readers.pdf.grid import Grid
from extractors.readers.pdf.record import Fill, Rule
from extractors.readers.pdf.unruled.find import find_unruled
from extractors.readers.pdf.unruled.strips.beside import find_strips
from tests.extractors.readers.pdf_fixtures import words

PLAN = [
    *words(100, (304, "Task"), (480, "Lead officer"), bold=True),
    *words(120, (304, "Light the towpath and"), (480, "Parks team")),
    *words(132, (304, "the steps below it")),
    *words(152, (304, "Train door staff"), (480, "Police")),
]
PROSE = [
    *words(95, (40, "Each spring the board looks at how far")),
    *words(107, (40, "we have come and writes to all the people")),
    *words(126, (40, "who took part. What they tell us is")),
    *words(138, (40, "printed in the summer of each year.")),
]
HEADS = Fill(300.0, 88.0, 560.0, 106.0, "#d9d9d9")


def shape(grid: Grid) -> tuple[int, int]:
    return len(grid.ys) - 1, len(grid.xs) - 1


def test_a_plan_in_one_of_two_columns_of_text_is_a_table():
    (grid,) = find_unruled([*PROSE, *PLAN], (Rule(160.0, 300, 560),), [HEADS]).grids
    assert shape(grid) == (3, 2)
    assert grid.xs[0] >= 300


def test_unlike_tables_at_two_heights_are_two():
    beside = [
        *words(112, (40, "Name"), (160, "Telephone"), bold=True),
        *words(128, (40, "Ana Reed"), (160, "0300 123")),
        *words(144, (40, "Lee Wood"), (160, "0300 456")),
    ]
    rules = [Rule(y, 36, 260) for y in (116.0, 150.0)] + [Rule(y, 300, 560) for y in (104.0, 160.0)]
    left, right = sorted(find_unruled([*beside, *PLAN], rules, []).grids, key=lambda g: g.xs[0])
    assert (left.xs[0], right.xs[0]) == (38, 302)


def test_shading_over_some_columns_of_a_table_makes_no_strip():
    rows = [word for y in (120, 152) for word in words(y, (40, "1.1"), (90, "Light the towpath"))]
    wide = Fill(36.0, 88.0, 560.0, 106.0, "#d9d9d9")
    column = Fill(300.0, 106.0, 560.0, 160.0, "#eeeeee")
    assert find_strips([*rows, *PLAN], (), [wide, column]) == []


def test_rows_at_the_heights_of_those_beside_are_one_table():
    rows = [word for y in (100, 120, 152) for word in words(y, (40, "1.1"), (90, "Light the path"))]
    assert find_strips([*rows, *PLAN], (Rule(106.0, 300, 560), Rule(160.0, 300, 560)), []) == []


def test_words_across_its_side_end_a_strip():
    below = words(180, (200, "What we promise here is paid for by the county and by"))
    strip = find_strips([*PROSE, *PLAN, *below], (Rule(160.0, 300, 560),), [HEADS])[0]
    assert max(word.base for word in strip.words) == 152


def test_the_first_lines_of_two_shaded_rows_of_heads_are_no_labels():
    edges = (36.0, 90.0, 250.0, 330.0, 400.0, 470.0)
    page, fills = [], []
    for top in (60, 200):
        fills += [Fill(a, top, b, top + 32, "#0b3c5d") for a, b in pairwise(edges)]
        page += words(top + 13, (254, "Responsible"), (404, "Current"), bold=True)
        page += words(top + 19, (40, "ID"), (94, "Action"), (334, "When"), bold=True)
        page += words(top + 25, (254, "officer"), (404, "status"), bold=True)
        for row, base in enumerate((top + 50, top + 70)):
            page += words(base, (40, str(row)), (94, "Light the path"), (254, "Parks"))
            page += words(base, (334, "May 2027"), (404, "Open"))
    assert [shape(grid) for grid in find_unruled(page, (), fills).grids] == [(3, 5), (3, 5)]


def test_a_title_across_a_page_parts_the_tables_above_and_below_it():
    title = words(190, (40, "Priority 2: Every street and park is safe at night"), size=16)
    lower = [
        word._replace(top=word.top + 130, bottom=word.bottom + 130, base=word.base + 130)
        for word in [*PROSE, *PLAN]
    ]
    rules = (Rule(160.0, 300, 560), Rule(290.0, 300, 560))
    fills = [HEADS, HEADS._replace(top=HEADS.top + 130, bottom=HEADS.bottom + 130)]
    strips = find_strips([*PROSE, *PLAN, *title, *lower], rules, fills)
    assert [max(word.base for word in strip.words) for strip in strips] == [152, 282]
