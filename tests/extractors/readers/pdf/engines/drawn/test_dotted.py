"""Rules printed as rows of dots, against bullets and marks that only look like them."""

from extractors.readers.pdf.engines.drawn.dotted import part_dotted
from extractors.readers.pdf.record import Fill
from extractors.readers.pdf.ruled.grids import find_grids


def dot(x: float, y: float, width: float = 1.5) -> Fill:
    half = width / 2
    return Fill(x - half, y - half, x + half, y + half, "#7f7f7f", shape=True)


def dots_across(y: float, x0: int, x1: int, step: int = 3) -> list[Fill]:
    return [dot(x, y) for x in range(x0, x1 + 1, step)]


def dots_down(x: float, top: int, bottom: int, step: int = 3) -> list[Fill]:
    return [dot(x, y) for y in range(top, bottom + 1, step)]


def test_a_table_whose_rules_are_dots_has_its_cells():
    dots = [one for y in (60, 90, 150) for one in dots_across(y, 40, 340)]
    dots += [one for x in (40, 130, 340) for one in dots_down(x, 60, 150)]
    found = part_dotted(dots)
    assert (len(found.across), len(found.down), found.rest) == (3, 3, ())
    (grid,) = find_grids(found.across, found.down)
    assert len(grid.cells) == 4


def test_a_dotted_rule_begins_and_ends_with_its_dots():
    (rule,) = part_dotted(dots_across(60, 40, 100)).across
    assert (rule.at, rule.start, rule.end) == (60, 39.25, 100.75)


def test_the_bullets_of_a_list_are_no_rule():
    bullets = [dot(52, 100 + 12 * line, 3) for line in range(12)]
    assert part_dotted(bullets).rest == tuple(bullets)


def test_bullets_beside_dotted_rules_stay_bullets():
    bullets = [dot(52, y, 3.7) for y in (70, 82, 94)]
    found = part_dotted([*dots_across(60, 40, 340), *bullets, *dots_down(40, 60, 150)])
    assert found.rest == tuple(bullets)


def test_marks_out_of_five_are_no_rule():
    marks = [dot(400 + 5 * mark, 80, 3) for mark in range(5)]
    assert part_dotted(marks).rest == tuple(marks)


def test_two_dotted_rules_on_one_line_with_a_gap_are_two():
    dots = [*dots_across(60, 40, 160), *dots_across(60, 200, 320)]
    assert [(rule.start, rule.end) for rule in part_dotted(dots).across] == [
        (39.25, 160.75),
        (199.25, 320.75),
    ]
