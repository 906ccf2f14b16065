"""Rows inside a ruled row: tables whose columns are ruled off and whose rows are not."""

from dataclasses import replace
from itertools import pairwise

from extractors.readers.pdf.grid import Grid, GridCell
from extractors.readers.pdf.record import Frame, Style, Word
from extractors.readers.pdf.ruled.layers import cut_rows

XS = (40.0, 90.0, 250.0, 350.0, 420.0)


def grid_of(*ys: float) -> Grid:
    cells = [
        GridCell(row, column, 1, 1, Frame(x0, top, x1, bottom))
        for row, (top, bottom) in enumerate(pairwise(ys))
        for column, (x0, x1) in enumerate(pairwise(XS))
    ]
    return Grid(XS, ys, tuple(cells))


def words(base: float, *pieces: str) -> dict[int, list[Word]]:
    """The words of one line, by column; a piece is 10 points high and a letter 5 wide."""
    style = Style(10.0, False, False, "#000000")
    found: dict[int, list[Word]] = {}
    for column, piece in enumerate(pieces):
        x = XS[column] + 4
        for word in piece.split():
            made = Word(word, x, base - 8, x + 5 * len(word), base + 2, base, style)
            found.setdefault(column, []).append(made)
            x += 5 * len(word) + 3
    return found


def page(*lines: tuple[float, tuple[str, ...]]) -> dict[int, list[Word]]:
    held: dict[int, list[Word]] = {}
    for base, pieces in lines:
        for column, found in words(base, *pieces).items():
            held.setdefault(column, []).extend(found)
    return held


def rows_of(held: dict[int, list[Word]]) -> list[str]:
    """What each row of the one ruled row prints."""
    grid, placed = cut_rows(grid_of(50, 400), held)
    rows = [""] * (len(grid.ys) - 1)
    for index, found in sorted(placed.items()):
        rows[grid.cells[index].row] += " ".join(word.text for word in found) + "|"
    return rows


def test_texts_that_begin_again_at_one_height_are_rows():
    held = page(
        (62, ("Open", "Light the towpath and", "Vale")),
        (74, ("", "the steps below it", "")),
        (95, ("Open", "Train door staff", "Police")),
    )
    assert rows_of(held) == [
        "Open|Light the towpath and the steps below it|Vale|",
        "Open|Train door staff|Police|",
    ]


def test_a_second_paragraph_in_one_cell_begins_no_row():
    held = page(
        (62, ("1.1", "Light the towpath", "Vale")),
        (74, ("", "by the old mill", "and Police")),
        (95, ("", "Report in May", "")),
    )
    assert len(rows_of(held)) == 1


def test_titles_above_texts_are_no_rows():
    held = page(
        (62, ("Prevent", "Protect", "Prosecute")),
        (90, ("Talk in", "Homes where no one", "Courts that are")),
        (102, ("schools", "has to be afraid", "quick")),
    )
    assert len(rows_of(held)) == 1


def test_references_of_one_form_begin_rows():
    held = page(
        (62, ("A1", "Light the towpath", "Vale")),
        (84, ("A2", "Train door staff", "")),
        (106, ("A3", "Open a hub", "Vale")),
    )
    assert len(rows_of(held)) == 3


def test_a_cell_merged_over_the_row_is_merged_over_all_its_rows():
    held = page(
        (62, ("", "Light the towpath and", "Vale", "May")),
        (74, ("", "the steps below it", "", "")),
        (95, ("", "Train door staff", "Police", "June")),
    )
    grid = grid_of(50, 400, 500)
    merged = GridCell(0, 0, 2, 1, Frame(XS[0], 50, XS[1], 500))
    cells = (merged, *(cell for cell in grid.cells if cell.column))
    places = {cell.column: i for i, cell in enumerate(cells) if cell.row == 0}
    cut, _ = cut_rows(
        replace(grid, cells=cells), {places[column]: found for column, found in held.items()}
    )
    assert len(cut.ys) == 4
    assert next(cell.row_span for cell in cut.cells if cell.column == 0) == 3


MIDDLE = (
    (62, ("", "Light the towpath and", "", "")),
    (68, ("1.1", "", "Vale Council", "May 2027")),
    (74, ("", "the steps below it", "", "")),
    (96, ("1.2", "Train door staff", "Police", "June 2027")),
    (118, ("", "Open a hub for all", "", "")),
    (124, ("1.3", "", "Housing", "Ongoing")),
    (130, ("", "of the old town", "", "")),
)


def test_rows_set_to_the_middle_are_parted_where_only_columns_are_ruled():
    assert rows_of(page(*MIDDLE)) == [
        "1.1|Light the towpath and the steps below it|Vale Council|May 2027|",
        "1.2|Train door staff|Police|June 2027|",
        "1.3|Open a hub for all of the old town|Housing|Ongoing|",
    ]


def test_items_listed_in_two_cells_are_no_rows():
    held = page(
        (62, ("1.1", "Light the towpath", "Lamps lit", "Vale")),
        (84, ("", "Train door staff", "Staff trained", "")),
        (106, ("", "Open a hub for all", "Hub open", "")),
    )
    assert len(rows_of(held)) == 1


GROUP = (
    (62, ("Deliver services", "HO02 Agree a duty to refer", "Revenues", "May 2026")),
    (74, ("closer to home", "with the hospital", "", "")),
    (95, ("", "HO03 Open a pathway", "Vale Homes", "June 2027")),
)


def test_a_frame_round_the_rows_of_one_objective_holds_a_row_for_each_action():
    grid, placed = cut_rows(grid_of(50, 120), page(*GROUP))
    spans = [(cell.row, cell.row_span) for cell in grid.cells if cell.column == 0]
    assert (len(grid.ys) - 1, spans) == (2, [(0, 2)])
    dates = [i for i, cell in enumerate(grid.cells) if cell.column == 3]
    assert [" ".join(word.text for word in placed[i]) for i in dates] == ["May 2026", "June 2027"]


def test_paragraphs_beside_a_reference_or_beside_few_dates_are_of_one_row():
    first = (62, ("1.1", *GROUP[0][1][1:]))
    assert len(cut_rows(grid_of(50, 120), page(first, *GROUP[2:]))[0].ys) == 2
    single = (95, ("", "and a second place", "", "June 2027"))
    assert len(cut_rows(grid_of(50, 120), page(*GROUP[:2], single))[0].ys) == 2


def headed(base: float, *below: str) -> dict[int, list[Word]]:
    """Bold heads with plain text below them in their cells, and a row."""
    held = page((60, ("Ref", "Action", "Lead", "When")))
    held = {
        at: [w._replace(style=replace(w.style, bold=True)) for w in ws] for at, ws in held.items()
    }
    for column, found in words(base, *below).items():
        held[column].extend(found)
    for column, found in words(95, "1.2", "Mend it").items():
        held[column + 4] = found
    return held


def test_bold_heads_that_no_rule_parts_from_the_first_row_are_a_row():
    held = headed(78, "1.1", "Light the quay", "Parks", "2027")
    grid, placed = cut_rows(grid_of(50, 82, 110), held)
    texts = [" ".join(w.text for w in placed.get(i, ())) for i in range(len(grid.cells))]
    assert texts[:8] == ["Ref", "Action", "Lead", "When", "1.1", "Light the quay", "Parks", "2027"]
    merged = replace(grid_of(50, 82, 110).cells[3], row_span=2)
    cells = grid_of(50, 82, 110).cells
    grid, _ = cut_rows(replace(grid_of(50, 82, 110), cells=(*cells[:3], merged, *cells[4:7])), held)
    assert [(c.row, c.row_span) for c in grid.cells if c.column == 3] == [(0, 1), (1, 2)]


def test_plain_words_in_the_line_below_bold_heads_say_more_of_them():
    held = headed(72, "(number)", "(what we will do)", "(named officer)", "(month)")
    assert cut_rows(grid_of(50, 82, 110), held) == (grid_of(50, 82, 110), held)


def test_the_rest_of_a_row_of_the_page_before_stands_above_the_first_reference():
    """The rows of a whole page were read as one action, and told."""
    rows = (
        (86, ("2.1", "Train door staff", "Police", "2027")),
        (98, ("", "of each venue", "", "")),
        (110, ("2.2", "Open a hub", "Vale", "2028")),
        (122, ("", "in the town", "", "")),
        (134, ("2.3", "Map the need", "Health", "2028")),
    )
    cut = page((62, ("", "pathway for older", "")), (74, ("", "victims.", "")), *rows)
    assert rows_of(cut)[0] == "pathway for older victims.|"
    assert len(rows_of(cut)) == 4
    title = page((62, ("", "Pathway for older", "")), (74, ("", "victims.", "")), *rows)
    assert len(rows_of(title)) < 4
