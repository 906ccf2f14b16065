"""Heads set vertically name the columns of tables without vertical rules."""

from extractors.readers.pdf.page.blocks import page_blocks
from extractors.readers.pdf.record import About, PageRecord, Rule, Style, Word
from extractors.readers.pdf.unruled.find import find_unruled
from tests.extractors.readers.pdf_fixtures import words

ROWS = [Rule(y, 40.0, 500.0) for y in (60.0, 140.0, 162.0, 184.0)]


def turned(x: float, foot: float, text: str) -> list[Word]:
    """Bold words read from the foot of a row upwards, standing on ``x``."""
    style = Style(10.0, True, False, "#000000")
    made = []
    for word in text.split():
        top = foot - 5 * len(word)
        made.append(Word(word, x - 8, top, x + 2, foot, x, style, False, 270))
        foot = top - 3
    return made


def plan() -> list[Word]:
    page = words(70, (100, "What we will do"), bold=True)
    for x, text in ((60, "Ref"), (300, "Lead agency"), (390, "Deliver by"), (450, "Status")):
        page += turned(x, 138, text)
    page += words(152, (44, "1"), (100, "Light the towpath"), (290, "Parks"), (380, "May 2026"))
    page += words(152, (440, "Open"))
    page += words(174, (44, "2"), (100, "Train door staff"), (290, "Police"), (380, "June 2026"))
    return page + words(174, (440, "Closed"))


def test_turned_heads_open_columns_beside_upright_ones():
    (grid,) = find_unruled(plan(), ROWS, ()).grids
    assert [round(x) for x in grid.xs[1:-1]] == [98, 288, 378, 438]
    assert len(grid.ys) - 1 == 3


def test_words_of_a_turned_head_stay_together_and_above_the_rows():
    page = page_blocks(PageRecord(1, 600.0, 400.0, tuple(plan()), tuple(ROWS)), About())
    (table,) = page.blocks
    heads = [cell.text for cell in table.cells if cell.row == 0]
    assert heads == ["Ref", "What we will do", "Lead agency", "Deliver by", "Status"]


def test_a_letter_twice_in_a_turned_head_is_no_copy_of_itself():
    page = plan()
    for letter, foot in (("t", 138.0), ("o", 133.0), ("t", 128.0)):
        page += [word._replace(glued=foot < 138) for word in turned(520, foot, letter)]
    record = PageRecord(1, 600.0, 400.0, tuple(page), (*ROWS, Rule(200.0, 40.0, 600.0)))
    texts = [cell.text for cell in page_blocks(record, About()).blocks[0].cells]
    assert "tot" in texts


def test_a_publisher_named_upwards_in_the_margin_is_no_head():
    page = words(60, (44, "Ref"), (100, "Action"), (290, "Lead"), (380, "When"), bold=True)
    page += words(82, (44, "1"), (100, "Light the towpath"), (290, "Parks"), (380, "May 2026"))
    page += words(104, (44, "2"), (100, "Train door staff"), (290, "Police"), (380, "June 2026"))
    (grid,) = find_unruled([*page, *turned(580, 110, "Wexcombe")], (), ()).grids
    assert (len(grid.xs) - 1, len(grid.ys) - 1) == (4, 3)


def test_the_rule_that_closes_a_table_is_not_the_top_of_the_next_one():
    page = plan() + words(210, (44, "Priority 2"), bold=True)
    page += [
        word._replace(top=word.top + 170, bottom=word.bottom + 170, base=word.base + 170)
        if word.turn == 0
        else word._replace(top=word.top + 170, bottom=word.bottom + 170)
        for word in plan()
    ]
    rules = [*ROWS, *(rule._replace(at=rule.at + 170) for rule in ROWS)]
    assert [len(grid.ys) - 1 for grid in find_unruled(page, rules, ()).grids] == [3, 3]


def test_upright_heads_at_the_top_of_a_tall_row_belong_to_it_below_a_heading():
    page = [word for word in plan() if word.text not in ("What", "we", "will", "do")]
    page += words(68, (100, "What we will do"), bold=True)
    large = Style(14.0, True, False, "#1f4e79")
    heading = [word._replace(style=large) for word in words(56, (44, "Priority 1"), bold=True)]
    (grid,) = find_unruled([*heading, *page], ROWS, ()).grids
    assert [round(x) for x in grid.xs[1:-1]] == [98, 288, 378, 438]
    assert len(grid.ys) - 1 == 3


def test_a_turned_head_beside_heads_at_a_page_foot_is_one_of_them():
    page = words(62, (70, "Action"), (270, "Lead"), (390, "By when"), bold=True)
    page += turned(475, 62, "RAG")
    (grid,) = find_unruled(page, [Rule(y, 40.0, 500.0) for y in (40.0, 66.0)], ()).grids
    assert len(grid.xs) - 1 == 4


def test_a_heading_below_the_last_rule_of_a_table_is_no_head_beside_turned_ones():
    page = words(20, (44, "1"), (100, "Open a hub"), (290, "Parks"), (380, "May 2026"))
    page += words(50, (44, "Priority 3: Safer nights"), size=14, bold=True)
    page += words(68, (44, "We want every street to be lit and every resident to be safe there."))
    heads = words(100, (44, "Ref"), (100, "Action"), (290, "Lead"), (380, "When"), bold=True)
    page += heads + turned(450, 102, "RAG")
    for base, action in ((120, "Light the towpath"), (142, "Train door staff")):
        page += words(base, (44, "2"), (100, action), (290, "Police"), (380, "2027"), (440, "Red"))
    drawn = [Rule(y, 40.0, 500.0) for y in (28.0, 108.0, 130.0, 152.0)]
    grid = find_unruled(page, drawn, ()).grids[-1]
    assert 70 < grid.ys[0] < 100
    assert len(grid.xs) - 1 == 5
