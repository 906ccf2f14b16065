"""A table without rules goes on overleaf with its colours and struck words."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from extractors.blocks import Table, tables_of
from extractors.readers import pdf
from extractors.readers.pdf.grid import Grid, GridCell
from extractors.readers.pdf.lines import make_lines
from extractors.readers.pdf.page.blocks import PageBlocks, page_blocks
from extractors.readers.pdf.record import About, Fill, Frame, PageRecord, Rule, Word
from extractors.readers.pdf.unruled.carry import PageEnd, carried_on
from extractors.readers.pdf.unruled.columns.corridors import columns_of
from extractors.readers.pdf.unruled.find import Unruled
from extractors.readers.pdf.whole.carry import carry_on
from tests.extractors.readers.pdf_fixtures import words

DOCUMENTS = Path(__file__).parents[3] / "documents"


def page(number: int, *lines: list[Word], **more: tuple[object, ...]) -> PageRecord:
    made = tuple(word for line in lines for word in line)
    return PageRecord(number=number, width=595, height=842, words=made, **more)


FIRST = page(
    1,
    words(700, (40, "Ref"), (90, "Action"), (300, "Lead"), (420, "RAG"), bold=True),
    words(720, (40, "1.1"), (90, "Light the towpath"), (300, "Housing"), (420, "Green")),
    words(740, (40, "1.2"), (90, "Train door staff"), (300, "Police"), (420, "Amber")),
    words(760, (40, "1.3"), (90, "Open a second hub"), (300, "Health"), (420, "Amber")),
)
SECOND = page(
    2,
    words(60, (40, "1.4"), (90, "Fund a refuge"), (300, "Housing"), (420, "Red")),
    words(80, (40, "1.5"), (90, "Close the old office"), (300, "Police"), (420, "Red")),
    words(100, (40, "1.6"), (90, "Map safe routes"), (300, "Health"), (420, "Red")),
    fills=(Fill(416, 50, 450, 64, "#ff0000"),),
    across=(Rule(77.0, 90, 186),),
)


LONG = page(
    2,
    words(60, (40, "1.4"), (90, "Fund a refuge"), (300, "Housing"), (420, "Red")),
    words(80, (40, "1.5"), (90, "Close the old office"), (300, "Police"), (420, "Red")),
    words(110, (40, "Objective 2: safer journeys home by day and by night"), bold=True),
    words(140, (40, "Ref"), (90, "Action"), (300, "Lead"), (420, "RAG"), bold=True),
    words(160, (40, "2.1"), (90, "Light the subway"), (300, "Housing"), (420, "Green")),
    words(180, (40, "2.2"), (90, "Map safe routes"), (300, "Police"), (420, "Amber")),
)
ALONE = page(2, words(60, (40, "Foreword")), words(80, (40, "We are proud of what we did")))


CHAPTER = page(
    2,
    words(60, (40, "5"), (90, "Our aims"), size=24, bold=True),
    words(90, (40, "We"), (90, "have set three aims")),
    words(110, (40, "Aim"), (90, "What it means"), (300, "Who")),
    words(130, (40, "1"), (90, "Safer streets"), (300, "Police")),
)


def aligned(xs: tuple[float, ...], ys: tuple[float, ...]) -> Grid:
    cells = [
        GridCell(row, column, 1, 1, Frame(x0, top, x1, bottom))
        for row, (top, bottom) in enumerate(pairwise(ys))
        for column, (x0, x1) in enumerate(pairwise(xs))
    ]
    return Grid(xs, ys, tuple(cells), None, None, aligned=True)


def overleaf():
    before = page_blocks(FIRST, About(), before=PageEnd()).end
    (table,) = tables_of(page_blocks(SECOND, About(), before=before).blocks)
    return {(cell.row, cell.column): cell for cell in table.cells}


def texts_of(page: PageBlocks):
    return [[cell.text for cell in table.cells] for table in tables_of(page.blocks)]


def test_a_cell_keeps_its_colour_overleaf():
    cells = overleaf()
    assert cells[0, 1].text == "Fund a refuge"
    assert cells[0, 3].fill == "#ff0000"


def test_struck_words_are_known_overleaf():
    assert overleaf()[1, 1].paragraphs[0].struck == "Close the old office"


def test_a_page_read_before_the_page_before_it_is_read_again_once_that_is_known():
    first, second = page_blocks(FIRST, About(), before=PageEnd()), page_blocks(SECOND, About())
    assert second.again is not None
    assert second.end is None  # it ends as the page before it says
    at_once = page_blocks(SECOND, About(), before=first.end)
    assert list(carry_on([first, second])) == [first, at_once]


def test_nothing_of_a_page_is_kept_where_the_page_before_it_says_no_more_of_it():
    assert page_blocks(ALONE, About()).again is None
    assert page_blocks(SECOND, About(), before=PageEnd()).again is None


def test_no_word_of_a_page_stands_in_two_tables():
    before = page_blocks(FIRST, About(), before=PageEnd()).end
    first, second = texts_of(page_blocks(LONG, About(), before=before))
    assert first[:4] == ["1.4", "Fund a refuge", "Housing", "Red"]
    assert second[:4] == ["Ref", "Action", "Lead", "RAG"]


def test_a_row_overleaf_may_fill_its_column_further_than_those_before_it():
    first = replace(FIRST, words=FIRST.words[:8])  # one row: "Light the towpath" is the longest
    long = "Raise awareness of the winter shelter"  # beyond the middle of the blank behind that
    second = page(
        2,
        words(60, (40, "1.2"), (90, long), (300, "Housing"), (420, "Red")),
        words(90, (40, "1.3"), (90, "Close the old office"), (300, "Police"), (420, "Red")),
    )
    before = page_blocks(first, About(), before=PageEnd()).end
    (rows,) = texts_of(page_blocks(second, About(), before=before))
    assert rows[:4] == ["1.2", long, "Housing", "Red"]


def test_a_page_of_rows_alone_hands_on_the_columns_that_heads_pages_before_it_open():
    before = page_blocks(FIRST, About(), before=PageEnd()).end
    rows = replace(SECOND, fills=(), across=())
    end = page_blocks(rows, About(), before=before).end
    assert end.columns.heads == before.columns.heads


def test_rows_that_go_on_around_a_banner_hand_on_the_columns_as_well():
    before = page_blocks(FIRST, About(), before=PageEnd()).end
    banner = words(120, (40, "Theme 2: Homes"), bold=True)
    more = words(140, (40, "2.1"), (90, "Fund a hostel"), (300, "Housing"), (420, "Red"))
    rows = replace(SECOND, fills=(), across=(), words=(*SECOND.words, *banner, *more))
    end = page_blocks(rows, About(), before=before).end
    assert end.columns.heads == before.columns.heads


def test_a_date_set_right_overleaf_is_parted_from_what_begins_where_its_head_did():
    before = page_blocks(FIRST, About(), before=PageEnd()).end
    rows = [
        words(60, (40, "1.4"), (90, "Fund a refuge"), (300, "Housing and Police")),
        words(80, (40, "1.5"), (90, "Light the quay"), (367, "07/09/2026"), (420, "Open")),
    ]
    (table,) = page_blocks(page(2, *rows), About(), before=before).blocks
    assert isinstance(table, Table)
    assert [cell.text for cell in table.cells][-2:] == ["07/09/2026", "Open"]


OPENING = (
    *words(60, (40, "1.4"), (90, "Fund a refuge"), (300, "Housing"), (420, "Red")),
    *words(80, (40, "1.5"), (90, "Close the old office"), (300, "Police"), (420, "Red")),
    *words(100, (40, "Objective 2: safer journeys home by day and by night, for everyone here")),
    *words(120, (40, "2.1"), (90, "Light the subway"), (300, "Housing"), (420, "Green")),
)


@pytest.mark.parametrize(
    ("own", "heights"),
    [
        ((38, 88, 298, 418, 460), None),  # it says all itself
        ((38, 298, 460), (86, 106, 126)),  # its columns are too few: its first row was no head
    ],
)
def test_rows_of_a_table_that_the_page_shows_by_itself_are_read_once(own, heights):
    before = page_blocks(FIRST, About(), before=PageEnd()).end
    grid = aligned(own, (50, 66, 86, 106, 126))
    carried = carried_on(Unruled([grid], None, tuple(make_lines(OPENING))), before, 595, ())
    if heights is None:
        assert carried is None
    else:
        first, second = carried.grids
        assert len(first.xs) == 5
        assert first.ys[-1] < 90
        assert second.ys == heights
        assert [(cell.row, cell.column) for cell in second.cells] == [
            (0, 0),
            (0, 1),
            (1, 0),
            (1, 1),
        ]


def test_a_table_of_the_page_that_stands_higher_lets_nothing_go_on():
    before = page_blocks(FIRST, About(), before=PageEnd()).end
    opening = tuple(make_lines(OPENING))
    assert carried_on(Unruled([], None, opening), before, 595, [Frame(38, 20, 460, 40)]) is None


def test_a_picture_leaves_open_what_goes_on_overleaf(monkeypatch):
    def as_picture(record: PageRecord, **given: object) -> PageBlocks:
        return replace(page_blocks(record, **given), scanned=record.number == 1)

    data = (DOCUMENTS / "white_space.pdf").read_bytes()
    assert [page.again for page in pdf.read_pages(data, [1, 2])] == [None, None]
    monkeypatch.setattr(pdf, "page_blocks", as_picture)
    _, second = pdf.read_pages(data, [1, 2], recognise=False)
    assert second.again is not None


def test_cards_that_a_page_parts_by_their_labels_are_not_carried_on_as_fewer_rows():
    labels = ("Ref", "Action", "Lead", "Status")
    first = [words(700 + 20 * n, (40, one), (190, "H1")) for n, one in enumerate(labels * 2)]
    second = [
        words(60 + 20 * n + 30 * (n > 1) + 30 * (n > 5), (40, one), (190, "Housing team"))
        for n, one in enumerate((*labels[2:], *labels, *labels))
    ]
    before = page_blocks(page(1, *first), About(), before=PageEnd()).end
    (table,) = tables_of(page_blocks(page(2, *second), About(), before=before).blocks)
    assert table.row_count == 10


def test_nothing_goes_on_below_the_heading_of_a_chapter():
    end = page_blocks(FIRST, About()).end
    assert end is not None and end.columns is not None
    found = page_blocks(SECOND, About(), before=end)
    assert [
        len(t.cells) for t in tables_of(block for block in found.blocks if isinstance(block, Table))
    ]
    below = page_blocks(CHAPTER, About(), before=end)
    assert not any(isinstance(block, Table) and block.column_count == 4 for block in below.blocks)


def test_a_heading_below_the_last_card_of_a_page_is_no_row_of_it():
    def card(top: float, number: int) -> list[Word]:
        rows = ("Ref", f"B{number}"), ("Action", "Light the lanes"), ("Lead", "Vale")
        made = [
            words(top + 18 * row, (40, label), bold=True) + words(top + 18 * row, (160, text))
            for row, (label, text) in enumerate(rows)
        ]
        return [word for line in made for word in line]

    one = page(1, card(660, 1), card(730, 2))
    two = page(2, card(60, 3), card(130, 4), words(200, (38, "Aim 3: Age well"), bold=True))
    first = page_blocks(one, About(), before=PageEnd())
    second = page_blocks(two, About(), before=first.end)
    (table,) = tables_of(second.blocks)
    assert (table.row_count, table.column_count) == (6, 2)


def test_a_ruled_table_at_a_pages_foot_goes_on_and_none_without_rules_above_it():
    foot = page(
        1,
        words(100, (40, "Name"), (200, "Role"), (340, "Telephone"), bold=True),
        words(120, (40, "Ana Reed"), (200, "Chair"), (340, "0300 123")),
        words(140, (40, "Lee Wood"), (200, "Clerk"), (340, "0300 456")),
        words(780, (40, "Ref"), (90, "Action"), (300, "Lead"), (420, "RAG")),
        across=(Rule(765.0, 36, 560), Rule(790.0, 36, 560)),
        down=tuple(Rule(x, 765.0, 790.0) for x in (36.0, 86.0, 296.0, 416.0, 560.0)),
    )
    before = page_blocks(foot, About(), before=PageEnd()).end
    (table,) = tables_of(page_blocks(replace(SECOND, across=()), About(), before=before).blocks)
    assert (table.row_count, table.column_count) == (3, 4)


def going_on(*lines: list[Word]) -> list[list[str]]:
    """The texts of the tables of a page that follows ``FIRST``."""
    before = page_blocks(FIRST, About(), before=PageEnd()).end
    return texts_of(page_blocks(page(2, *lines), About(), before=before))


def test_a_row_that_looks_like_plain_heads_ends_no_table_that_goes_on():
    (opening,) = going_on(
        words(60, (40, "1.4"), (90, "Fund a refuge"), (300, "Housing"), (420, "Red")),
        words(72, (40, "(new)"), (90, "Open to all"), (300, "Health"), (420, "Green")),
        words(92, (40, "1.5"), (90, "Close the old office"), (300, "Police"), (420, "Red")),
        words(112, (40, "1.6"), (90, "Map safe routes"), (300, "Health"), (420, "Red")),
    )
    assert opening[:3] == ["1.4 (new)", "Fund a refuge Open to all", "Housing Health"]
    assert opening[4] == "1.5"


def test_a_bold_title_stands_between_the_rows_that_go_on():
    (table,) = going_on(
        words(60, (40, "1.4"), (90, "Fund a refuge"), (300, "Housing"), (420, "Red")),
        words(80, (40, "Objective 2: safer journeys home by day and by night"), bold=True),
        words(100, (40, "2.1"), (90, "Light the subway"), (300, "Police"), (420, "Red")),
    )
    assert table[4].startswith("Objective 2")
    assert table[5:7] == ["2.1", "Light the subway"]


def test_a_text_that_begins_as_its_column_does_may_stand_hard_by_the_column_before():
    """Shaded heads say where the columns are; a blank of 5 points parts the texts overleaf."""
    heads = words(700, (42, "Action"), (292, "By when"), (402, "Lead"), bold=True)
    shades = tuple(Fill(x0, 688, x1, 708, "#d0d0d0") for x0, x1 in ((40, 290), (290, 400)))
    first = page(
        1,
        heads,
        words(720, (42, "Light the towpath"), (292, "May 2027"), (402, "Parks")),
        words(740, (42, "Train door staff"), (292, "Yearly"), (402, "Police")),
        fills=(*shades, Fill(400, 688, 555, 708, "#d0d0d0")),
    )
    long = "Open the second hubs and its gardens to all who waits"
    second = page(
        2,
        words(60, (42, "Agree with the owners of the old mill how to")),
        words(66, (402, "Housing")),  # set to the middle of the row, beside its lines
        words(72, (42, long), (292, "June 2027")),
        words(84, (42, "there")),
    )
    assert words(72, (42, long))[-1].x1 == 287
    before = page_blocks(first, About(), before=PageEnd()).end
    (rows,) = texts_of(page_blocks(second, About(), before=before))
    assert rows[1:] == ["June 2027", "Housing"]
    assert rows[0].endswith(f"{long}\nthere")


def test_labels_that_go_on_overleaf_do_not_take_a_heading_along():
    labels = [("Action", "Light the towpath"), ("Lead", "Housing"), ("By when", "May 2027")]
    foot = [
        words(700 + 16 * step, (40, label), (140, text))
        for step, (label, text) in enumerate([*labels, *labels])
    ]
    top = [
        words(86 + 16 * step, (40, label), (140, text)) for step, (label, text) in enumerate(labels)
    ]
    heading = words(64, (40, "We will do"), size=15.0, bold=True)
    before = page_blocks(page(1, *foot), About(), before=PageEnd()).end
    (table,) = texts_of(page_blocks(page(2, heading, *top), About(), before=before))
    assert table[0] == "Action"


def test_the_shading_of_labels_alone_parts_the_rows_that_go_on_overleaf():
    labels = [("Action", "Light the towpath"), ("Lead", "Housing"), ("By when", "May 2027")]
    foot = [
        words(700 + 16 * step, (40, label), (140, text))
        for step, (label, text) in enumerate([*labels, *labels])
    ]
    top = [words(60, (40, "Lead"), (140, "Parks")), words(76, (40, "By when"), (140, "Ongoing"))]
    aim = words(92, (40, "Aim 3. Ageing well"))
    shaded = tuple(Fill(36, y, 136, y + 16, "#e2efd9") for y in (48, 64))
    before = page_blocks(page(1, *foot), About(), before=PageEnd()).end
    rest = page_blocks(page(2, *top, aim, fills=shaded), About(), before=before)
    rows = [text for table in texts_of(rest) for text in table]
    assert ("By when", "Ongoing") in pairwise(rows)


def test_a_numbered_heading_right_above_a_table_is_no_row_of_the_one_before():
    opening = make_lines(words(60, (40, "3.3"), (90, "Orchards"), size=12, bold=True))
    before = page_blocks(FIRST, About(), before=PageEnd()).end
    found = Unruled(opening=tuple(opening))
    assert before is not None
    assert carried_on(found, before, 595.0, [Frame(36.0, 68.0, 500.0, 300.0)]) is None
    assert carried_on(found, before, 595.0, []) is not None


@pytest.mark.parametrize(
    "more", [[], [words(330, (40, "The plan is looked at each spring by all"))]]
)
def test_labels_beside_others_go_on_overleaf_beside_them(more):
    """Two columns go on from the page before; the second labels stood among the first texts."""
    card = [
        [((40, "Ref"),), ((140, "B1"),)],
        [((40, "Lead"), (300, "Due")), ((140, "Canal Trust"), (380, "2027"))],
        [((40, "Measures"),), ((140, "Two miles dredged"),)],
    ]

    def cards(top: float, rows: list) -> list[list[Word]]:
        heights = [top + 16 * n for n in range(len(rows))]
        return [
            words(y, *labels, bold=True) + words(y, *said)
            for y, (labels, said) in zip(heights, rows, strict=True)
        ]

    before = page_blocks(page(1, *cards(600, [*card, *card[:2]])), About(), before=PageEnd()).end
    second = page(2, *cards(60, [card[2], *card, *card, *card]), *more)
    (table,) = tables_of(page_blocks(second, About(), before=before).blocks)
    assert (table.row_count, table.column_count) == (10, 4)


def test_what_begins_left_of_a_table_that_stood_beside_another_does_not_go_on_with_it():
    right = columns_of((308, 428, 498, 560))
    lines = make_lines(
        [
            *words(60, (40, "Rivers recover"), (310, "Travel by foot")),
            *words(
                80, (40, "Rivers have declined for"), (310, "Most journeys are"), (430, "short")
            ),
            *words(100, (40, "fifty years")),
        ]
    )
    found = Unruled(opening=tuple(lines))
    assert carried_on(found, PageEnd(right, 595), 595, ()) is not None
    assert carried_on(found, PageEnd(right, 595, left=308), 595, ()) is None


def test_headings_on_the_page_after_a_ruled_table_do_not_go_on_with_it():
    ruled = columns_of((40, 180, 300, 420, 540))
    lines = make_lines(
        [
            *words(60, (44, "Delivery"), size=15, bold=True),
            *words(90, (44, "Aim 1: Rivers"), (184, "Aim 2: Travel"), (304, "Aim 3: Homes")),
            *words(110, (44, "Rivers decline."), (184, "Most walk."), (304, "Homes leak.")),
        ]
    )
    found = Unruled(opening=tuple(lines))
    assert carried_on(found, PageEnd(ruled, 595), 595, ()) is not None
    assert carried_on(found, PageEnd(ruled, 595, left=40), 595, ()) is None


def test_the_title_of_the_next_card_is_no_row_of_the_list_of_labels_that_goes_on():
    labels = ("Action", "Lead", "Due")
    cards = [
        page(
            number,
            words(60, (40, f"Commitment {number}"), bold=True),
            *(words(80 + 20 * at, (40, one), bold=True) for at, one in enumerate(labels)),
            *(words(80 + 20 * at, (160, f"Of {one} {number}")) for at, one in enumerate(labels)),
        )
        for number in (1, 2)
    ]
    before = page_blocks(cards[0], About(), beside=cards[1:], before=PageEnd()).end
    found = page_blocks(cards[1], About(), beside=cards[:1], before=before)
    (own,) = tables_of(found.blocks)
    assert [cell.text for cell in own.cells if not cell.column] == [*labels]


@pytest.mark.parametrize(
    "said",
    [
        [(74, "Publish these gaps in what we pay beside the other one")],
        [(74, "Offer bridging lessons to learners who hold offers for technical"), (86, "courses")],
    ],
)
def test_what_a_card_says_above_its_labels_is_no_row_of_the_list_that_goes_on(said):
    """The text of the first card of a page was in pieces, and its action lost."""
    labels = ("Lead", "By when", "Success")
    cards = [
        page(
            number,
            words(60, (40, f"Action {number}"), bold=True),
            *(words(base, (40, text)) for base, text in texts),
            *(words(110 + 13 * at, (40, one), bold=True) for at, one in enumerate(labels)),
            *(words(110 + 13 * at, (106, f"Of {one} {number}")) for at, one in enumerate(labels)),
        )
        for number, texts in enumerate(([(74, "Light the quay")], said), start=1)
    ]
    before = page_blocks(cards[0], About(), beside=cards[1:], before=PageEnd()).end
    found = page_blocks(cards[1], About(), beside=cards[:1], before=before)
    (own,) = tables_of(found.blocks)
    assert [cell.text for cell in own.cells if not cell.column] == [*labels]
