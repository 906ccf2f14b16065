"""Heads set to the foot of their row begin above the line by which they are known."""

from dataclasses import replace

from extractors.blocks import Document, Table, tables_of
from extractors.readers.pdf.lines import make_lines
from extractors.readers.pdf.page.blocks import page_blocks
from extractors.readers.pdf.record import About, Fill, PageRecord, Rule, Word
from extractors.readers.pdf.unruled.carry import PageEnd
from extractors.readers.pdf.unruled.find import find_unruled
from extractors.readers.pdf.unruled.heads.head_tops import lines_above
from extractors.stitching.stitch import stitch
from tests.extractors.readers.pdf_fixtures import words


def heads_of(page: list[Word], fills: tuple[Fill, ...] = ()) -> list[str]:
    """The texts above the first reference of the page's last block."""
    record = PageRecord(1, 600.0, 400.0, tuple(page), fills=fills)
    table = page_blocks(record, About()).blocks[-1]
    first = next(cell.row for cell in table.cells if cell.text == "1")
    return [" ".join(cell.text.split()) for cell in table.cells if cell.row < first]


def rows(first: float) -> list[Word]:
    page = words(first, (44, "1"), (80, "Light the towpath"), (280, "Parks"), (350, "May 2026"))
    page += words(first, (450, "Open"))
    page += words(
        first + 22, (44, "2"), (80, "Train door staff"), (280, "Police"), (350, "June 2026")
    )
    return page + words(first + 22, (450, "Closed"))


def foot(base: float) -> list[Word]:
    page = words(base, (44, "Ref"), (80, "Action"), (280, "responsible?"), (350, "Target date"))
    return [word._replace(style=replace(word.style, bold=True)) for word in page] + words(
        base, (450, "Status"), bold=True
    )


def test_the_first_line_of_the_longest_head_is_part_of_it():
    page = words(88, (280, "Who will be"), bold=True) + foot(100) + rows(122)
    assert heads_of(page) == ["Ref", "Action", "Who will be responsible?", "Target date", "Status"]


def test_the_first_line_of_the_last_head_is_part_of_it():
    page = words(88, (450, "RAG"), bold=True) + foot(100) + rows(122)
    assert heads_of(page)[-1] == "RAG Status"


def test_a_title_that_would_have_had_room_for_the_next_word_is_no_head():
    page = words(88, (44, "Safer streets"), bold=True)
    page += words(100, (44, "Action"), (280, "Lead"), (350, "Target date"), bold=True)
    page += words(122, (44, "1"), (280, "Parks"), (350, "May 2026"))
    page += words(144, (44, "Train door staff"), (280, "Police"), (350, "June 2026"))
    assert heads_of(page) == ["Action", "Lead", "Target date"]


def test_a_title_far_above_a_head_is_none():
    page = words(60, (280, "Who will be"), bold=True) + foot(100) + rows(122)
    assert heads_of(page)[2] == "responsible?"


def test_the_top_of_the_first_head_is_told_by_the_shading_that_holds_them_all():
    fill = Fill(36.0, 78.0, 560.0, 106.0, "#d9d9d9")
    page = words(88, (44, "No"), bold=True) + foot(100) + rows(122)
    assert heads_of(page)[0] == "Ref"
    assert heads_of(page, (fill,))[0] == "No Ref"


def test_a_head_alone_above_two_that_begin_with_it_stands_over_them():
    page = words(74, (280, "Timescale"), bold=True)
    page += words(100, (44, "Ref"), (80, "Action"), (280, "Start"), (350, "End"), bold=True)
    page += words(100, (450, "Status"), bold=True)
    page += rows(122)
    record = PageRecord(1, 600.0, 400.0, tuple(page))
    (table,) = page_blocks(record, About()).blocks
    spans = {cell.text: (cell.column_span, cell.row_span) for cell in table.cells if cell.row < 2}
    assert spans == {
        "Timescale": (2, 1),
        "Start": (1, 1),
        "End": (1, 1),
        "Ref": (1, 2),
        "Action": (1, 2),
        "Status": (1, 2),
    }


def test_a_title_over_the_first_columns_is_no_head_of_theirs():
    page = words(80, (44, "Our six promises to you"), bold=True) + foot(100) + rows(122)
    assert heads_of(page)[0] == "Ref"


def test_a_row_between_heads_and_the_first_shaded_row_is_no_head():
    page = words(74, (44, "Ref"), (80, "Action"), (300, "Timescale"), (450, "Status"), bold=True)
    page += words(92, (280, "Start"), (350, "End"), bold=True) + rows(114)
    page += words(158, (44, "3"), (80, "Map the need"), (280, "Parks"), (350, "May 2027"))
    page += words(180, (44, "4"), (80, "Open a hub"), (280, "Police"), (350, "May 2028"))
    fills = tuple(Fill(36.0, y, 560.0, y + 22, "#eef3f8") for y in (121.0, 165.0))
    texts = heads_of(page, fills)
    assert texts == ["Ref", "Action", "Timescale", "Status", "Start", "End"]


def test_heads_alone_at_a_pages_foot_head_the_rows_overleaf():
    text = words(700, (44, "Each partner has promised what follows and reports on it each spring."))
    heads = words(
        760, (44, "Ref"), (150, "Action"), (290, "Lead"), (360, "Due"), (450, "Status"), bold=True
    )
    first = PageRecord(1, 600.0, 800.0, tuple(text + heads))
    read = page_blocks(first, About(), before=PageEnd())
    after = page_blocks(PageRecord(2, 600.0, 800.0, tuple(rows(60))), About(), before=read.end)
    tables = [block for page in (read, after) for block in page.blocks if isinstance(block, Table)]
    assert [(table.row_count, table.column_count) for table in tables] == [(1, 5), (2, 5)]
    document = Document("application/pdf", tuple(tables), pages=2)
    (whole,) = tables_of(stitch(document).blocks)
    assert [cell.text for cell in whole.cells if cell.row == 1] == [
        "1",
        "Light the towpath",
        "Parks",
        "May 2026",
        "Open",
    ]


def test_a_bold_title_on_its_own_shading_hard_below_the_heads_is_none():
    page = foot(100) + words(113, (44, "Aim one: light"), bold=True) + rows(130)
    assert "Aim one: light" in heads_of(page, (Fill(36.0, 103.0, 560.0, 117.0, "#fce4d6"),))[5:]


def test_a_larger_title_between_the_rules_of_tables_ruled_below_their_heads_alone_is_no_head():
    page, rules = [], []
    for number in range(1, 4):
        top = 150 * number
        page += words(top, (40, f"Priority {number}: Safer streets for all"), size=10.9, bold=True)
        page += words(
            top + 14, (40, "Ref"), (70, "Action"), (300, "Lead"), (400, "When"), bold=True
        )
        rules.append(Rule(top + 18.0, 38.0, 460.0))
        for row in range(1, 4):
            base = top + 14 + 22 * row
            page += words(base, (40, f"{number}.{row}"), (70, "Light it"), (300, "Parks"))
            page += words(base, (400, "2027"))
    assert [len(grid.ys) - 1 for grid in find_unruled(page, rules, ()).grids] == [4, 4, 4]


def test_a_head_over_two_that_each_table_of_a_page_prints_is_no_list_of_labels():
    """Start and end came again below "Timescale", which was read as a label without a text."""
    page = []
    for top in (100, 220, 340):
        page += words(top, (350, "Timescale"), bold=True)
        page += words(top + 8, (44, "Action"), (200, "Lead"), (500, "Status"), bold=True)
        page += words(top + 16, (350, "Start"), (420, "End"), bold=True)
        for at, action in enumerate(("Light the towpath", "Train door staff"), 2):
            base = top + 20 * at
            page += words(base, (44, action), (200, "Parks"), (350, "May"), (420, "June"))
            page += words(base, (500, "Open"))
    grids = find_unruled(page, (), ()).grids
    assert [len(grid.xs) - 1 for grid in grids] == [5, 5, 5]


def test_the_first_line_of_a_head_shows_where_it_begins_close_behind_the_one_before():
    """The head "Timescale status" had the days of all rows, and nothing said how far they were."""
    page = words(88, (348, "Progress"), bold=True)
    page += words(100, (44, "Action"), (200, "Lead"), (298, "Timescale"), bold=True)
    page += words(100, (348, "status"), (420, "Measure"), bold=True)
    for base, action in ((120, "Light the towpath"), (140, "Train door staff")):
        page += words(base, (44, action), (200, "Parks"), (298, "May 2026"), (348, "Begun"))
        page += words(base, (420, "Lamps lit"))
    (grid,) = find_unruled(page, (), ()).grids
    assert [round(x) for x in grid.xs[1:-1]] == [198, 296, 346, 418]


def test_the_first_lines_of_two_heads_close_together_are_of_the_heads_below_them():
    """They were a head over both columns, and "rating" headed no status."""
    page = words(88, (350, "Completion"), (403, "Rag"), bold=True)
    page += words(100, (44, "Action"), (200, "Lead"), (350, "date"), (403, "rating"), bold=True)
    for base, action in ((120, "Light the towpath"), (140, "Train door staff")):
        page += words(base, (44, action), (200, "Parks"), (350, "May 2026"), (403, "Green"))
    grid = find_unruled(page, (), ()).grids[0]
    firsts = [cell for cell in grid.cells if cell.row == 0]
    assert [(cell.column_span, cell.row_span) for cell in firsts] == [(1, 1)] * 4
    assert [round(x) for x in grid.xs[1:-1]] == [198, 348, 402]


def test_heads_in_italics_have_one_over_two_of_them_as_bold_ones_do():
    """ "Start" and "End" were the only heads, and a plan was no plan."""
    page = words(88, (350, "Timescale"))
    page += words(100, (44, "Ref"), (80, "Action"), (280, "Lead"), (350, "Start"), (420, "End"))
    page = [word._replace(style=replace(word.style, italic=True)) for word in page]
    for base, ref in ((120, "1"), (140, "2")):
        page += words(base, (44, ref), (80, "Light the towpath"), (280, "Parks"), (350, "May"))
        page += words(base, (420, "June"))
    (grid,) = find_unruled(page, (), ()).grids
    assert len(grid.xs) - 1 == 5
    assert (350, 88) in [(word.x0, word.base) for word in page if word.top >= grid.ys[0]]


def test_a_title_in_the_middle_of_shading_over_all_heads_is_a_row_of_its_own():
    """It was a head over the middle two, and both rows of heads were one cell with it."""
    page = words(96, (200, "Commitment 1: Libraries at the heart"), bold=True)
    page += words(112, (44, "Ref"), (80, "Action"), (280, "Lead"), (350, "Start"), (420, "End"))
    page = [word._replace(style=replace(word.style, bold=True)) for word in page]
    for base, ref in ((130, "1"), (150, "2")):
        page += words(base, (44, ref), (80, "Light the towpath"), (280, "Parks"), (350, "May"))
        page += words(base, (420, "June"))
    x0, x1 = page[0].x0, page[5].x1
    shaded = (Fill(40, 84, x0 + x1 - 40, 100, "#f0ebf7"),)
    lines = make_lines(page)
    assert lines_above(lines, 1, 1, 0, ()) == 1
    assert lines_above(lines, 1, 1, 0, shaded) == 0
