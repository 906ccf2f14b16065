"""Tables without vertical rules side by side: each side has rows of its own."""

import pytest

from extractors.readers.pdf.record import Rule, Style, Word
from extractors.readers.pdf.unruled.find import find_unruled

LEFT, RIGHT = (40.0, 80.0, 180.0), (300.0, 340.0, 440.0)
HEADS = ("Ref", "Action", "Due")


def words(base: float, places: tuple[float, ...], *pieces: str, bold: bool = False) -> list[Word]:
    """Words of 10 points, each letter 5 wide, from the places at which their pieces begin."""
    style = Style(10.0, bold, False, "#000000")
    made = []
    for x, piece in zip(places, pieces, strict=True):
        for word in piece.split():
            made.append(Word(word, x, base - 8, x + 5 * len(word), base + 2, base, style))
            x += 5 * len(word) + 3
    return made


def side(base: float, places: tuple[float, ...], mark: str, step: float) -> list[Word]:
    page = words(base, places, *HEADS, bold=True)
    for number in range(1, 4):
        at = base + step * number
        page += words(at, places, f"{mark}{number}", "Light the paths", "May 2026")
        page += words(at + 12, places, "", "of the park", "")
    return page


def rows_of(page: list[Word], rules: list[Rule] | None = None) -> list[tuple[int, int]]:
    return [(len(g.xs) - 1, len(g.ys) - 1) for g in find_unruled(page, rules or [], ()).grids]


def test_each_side_has_the_rows_of_its_own_text():
    assert rows_of([*side(60, LEFT, "A", 34), *side(60, RIGHT, "B", 46)]) == [(3, 4), (3, 4)]


def test_heads_at_two_heights_are_those_of_two_sides():
    page = [*side(60, LEFT, "A", 34), *side(78, RIGHT, "B", 34)]
    assert rows_of(page) == [(3, 4), (3, 4)]


def test_the_rules_of_one_side_say_nothing_of_the_other():
    rules = [Rule(y, 38.0, 240.0) for y in (66, 112, 146, 180)]
    rules += [Rule(y, 298.0, 500.0) for y in (66, 130, 176, 216)]
    page = [*side(60, LEFT, "A", 34), *side(60, RIGHT, "B", 46)]
    assert rows_of(page, rules) == [(3, 4), (3, 4)]


def test_text_across_both_sides_ends_them():
    page = [*side(60, LEFT, "A", 34), *side(60, RIGHT, "B", 34)]
    page += words(240, (40,), "Progress on these actions is told to the board every year")
    page += words(252, (40,), "and to the cabinet, which publishes what it is told")
    assert rows_of(page) == [(3, 4), (3, 4)]


def test_one_heading_that_is_printed_twice_makes_no_sides():
    page = words(60, (40.0, 140.0, 240.0, 340.0), "Aim", "May", "Aim", "June", bold=True)
    for base in (80, 100, 120):
        page += words(base, (40.0, 140.0, 240.0, 340.0), "Homes", "2025", "Parks", "2026")
    assert [columns for columns, _ in rows_of(page)] == [4]


def test_texts_may_begin_left_of_heads_set_to_the_middle_of_their_columns():
    page = words(60, (46, 130, 200, 306, 390, 460), *HEADS, *HEADS, bold=True)
    for places, step in ((LEFT, 34), (RIGHT, 46)):
        for number in range(1, 4):
            at = 60 + step * number
            page += words(at, places, f"{number}", "Light the paths", "May 2026")
            page += words(at + 12, places, "", "of the park", "")
    assert rows_of(page) == [(3, 4), (3, 4)]


def test_two_heads_printed_twice_in_one_line_head_two_tables():
    page = words(60, (40, 180, 300, 440), "Action", "Due", "Action", "Due", bold=True)
    for x, step in ((40, 34), (300, 46)):
        for number, text in enumerate(("Light the paths", "Mend the roofs", "Plant oaks"), 1):
            at = 60 + step * number
            page += words(at, (x, x + 140), text, "May 2026")
            page += words(at + 12, (x,), f"of ward {number}")
    assert rows_of(page) == [(2, 4), (2, 4)]


@pytest.mark.parametrize("titled", [False, True])
def test_heads_below_one_that_spans_columns_are_of_its_side(titled):
    """The days on which actions end were read into the references of the table beside."""
    page = []
    for left in (40.0, 300.0):
        places = (left, left + 40, left + 140, left + 190)
        page += words(46, places[:1], "Our priority", bold=True) if titled else []
        page += words(60, places[:3], "Ref", "Action", "When", bold=True)
        page += words(76, places[2:], "Start", "End", bold=True)
        for base in (96, 116, 136):
            page += words(base, places, "1.1", "Light the paths", "May 2026", "May 2027")
    rules = [Rule(y, x, x + 240) for x in (38.0, 298.0) for y in (82, 102, 122, 142)]
    page.sort(key=lambda word: (word.base, word.x0))
    assert [count for count, _ in rows_of(page, rules if titled else None)] == [4, 4]
