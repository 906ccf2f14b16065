"""Cards in frames beside one another are read as if they stood below one another."""

from extractors.readers.pdf.page.regions.panels import framed_cards, outside_cards, row_frame
from extractors.readers.pdf.page.regions.regions import reading_order
from extractors.readers.pdf.record import Frame, Rule, Word
from extractors.readers.pdf.unruled.find import find_unruled
from extractors.readers.pdf.unruled.strips.framed import piled
from tests.extractors.readers.pdf_fixtures import words

FRAMES = [Frame(x, 50, x + 160, 130) for x in (40, 220, 400)]


def card(x: float, lead: str, second: str = "") -> list[Word]:
    """A bold title and two labels; a lead of two lines stands around its label."""
    page = words(64, (x, "Light the lanes"), bold=True)
    page += words(88, (x, "Owner"), bold=True)
    page += words(82 if second else 88, (x + 60, lead))
    page += words(94, (x + 60, second)) if second else []
    return page + words(114, (x, "Due"), bold=True) + words(114, (x + 60, "2027"))


PAGE = [*card(44, "Vale", "Parks"), *card(224, "Port"), *card(404, "Homes")]


def test_cards_three_abreast_that_stand_once_on_a_page_are_tables_each():
    grids = find_unruled(PAGE, (), (), FRAMES).grids
    assert [(round(g.xs[0]), len(g.xs) - 1, len(g.ys) - 1) for g in grids] == [
        (42, 2, 2),
        (222, 2, 2),
        (402, 2, 2),
    ]
    assert all(grid.ys[0] > 70 and grid.ys[-1] < 130 for grid in grids)


def test_titles_of_cards_abreast_head_no_table():
    rules = [Rule(70, frame.x0, frame.x1) for frame in FRAMES]
    assert len(find_unruled(PAGE, rules, (), FRAMES).grids) == 3


def test_frames_of_unlike_width_or_below_one_another_or_as_high_as_a_column_are_no_cards_abreast():
    unlike = [Frame(40, 50, 200, 130), Frame(220, 50, 470, 130)]
    below = [Frame(40, 50, 200, 130), Frame(40, 150, 200, 230)]
    columns = [Frame(40, 50, 290, 700), Frame(310, 50, 560, 700)]
    for frames in (unlike, below, columns):
        assert piled(PAGE, (), (), frames) is None


def test_what_a_card_holds_is_moved_with_it_and_a_table_back():
    pile = piled(PAGE, [Rule(70, 220, 380)], (), FRAMES)
    assert pile is not None
    assert min(word.x0 for word in pile.side.words) == 44
    assert [rule.start for rule in pile.side.across] == [40]
    frame, laid = pile.cards[1]
    assert (frame, laid.x0, laid.x1) == (FRAMES[1], 40, 200)


def test_a_card_with_rules_between_its_rows_is_read_whole_though_titles_are_shaded_in_a_row():
    frames = [Frame(40, 50, 200, 110), Frame(220, 50, 380, 130)]
    titles = [[one._replace(bottom=80) for one in frames]]
    cards = framed_cards(frames, [])
    rows = [row_frame(row) for row in outside_cards(titles, cards)]
    page = [*words(64, (44, "Light the lanes"), (224, "Mend the quay")), *words(94, (44, "Vale"))]
    page += words(104, (224, "Port"))
    read = reading_order(page, [], [*rows, *cards])
    said = [line.words[0].text for region in read for line in region.lines]
    assert said == ["Light", "Vale", "Mend", "Port"]


def test_cards_that_end_at_other_heights_are_no_columns_of_one_table():
    heads = words(64, (44, "Action"), (224, "Owner"), (404, "Due"), bold=True)
    rows = [(44, "Light the lanes of the old town"), (224, "Vale"), (404, "May 2027")]
    page = [*heads, *(word for y in (82, 100, 118) for word in words(y, *rows))]
    assert len(find_unruled(page, (), (), FRAMES).grids) == 1
    lower = [*FRAMES[:2], FRAMES[2]._replace(bottom=150)]
    assert find_unruled(page, (), (), lower).grids == []


def test_a_last_row_whose_room_passes_the_frame_ends_with_it():
    low = [one._replace(bottom=115) for one in FRAMES]
    grids = find_unruled(PAGE, (), (), low).grids
    assert [(len(g.xs) - 1, len(g.ys) - 1) for g in grids] == [(2, 2)] * 3
    assert all(grid.ys[-1] <= 115 for grid in grids)


def test_framed_cards_in_columns_of_their_own_are_no_row():
    frames = [Frame(40, 70, 200, 150), Frame(40, 160, 200, 240), Frame(220, 60, 380, 165)]
    frames += [Frame(220, 175, 380, 250)]
    assert set(framed_cards(frames, [])) == set(frames)


def test_panels_that_are_drawn_twice_stand_in_no_other():
    twice = [[Frame(45, 468, 203, 622), Frame(209, 468, 367, 622)]]
    twice.append([Frame(46, 469, 203, 621), Frame(210, 469, 366, 621)])
    assert outside_cards(twice, []) == twice
