"""Rules under headings part no table; rules drawn cell by cell say where columns meet."""

from itertools import pairwise

from extractors.readers.pdf.lines import make_lines
from extractors.readers.pdf.record import Rule
from extractors.readers.pdf.unruled.columns.pieces import pieced_rules
from extractors.readers.pdf.unruled.find import find_unruled
from extractors.readers.pdf.unruled.heads.head_tops import is_title
from extractors.readers.pdf.unruled.marks.underlines import underlined
from tests.extractors.readers.pdf_fixtures import words

EDGES = (40.0, 70.0, 250.0, 380.0)


def whole(*heights: float) -> list[Rule]:
    return [Rule(y, EDGES[0], EDGES[-1]) for y in heights]


def pieced(*heights: float) -> list[Rule]:
    return [Rule(y, a, b) for y in heights for a, b in pairwise(EDGES)]


HEADS = words(60, (42, "Ref"), (72, "Action"), (252, "Lead"), bold=True)
ROWS = [
    *words(80, (42, "1.1"), (72, "Light the towpath"), (252, "Housing")),
    *words(100, (42, "1.2"), (72, "Train door staff"), (252, "Police")),
]


def test_the_rule_under_a_heading_is_no_rule_of_a_table():
    page = words(30, (42, "Priority 1"), size=15, bold=True) + HEADS + ROWS
    headings, rules = underlined(whole(36, 66, 86, 106), make_lines(page))
    assert headings == {30}
    assert [rule.at for rule in rules] == [66, 86, 106]


def test_the_rule_under_a_row_of_larger_text_is_no_underline():
    page = [*HEADS, *ROWS, *words(130, (42, "We will report each quarter."), size=8)]
    headings, rules = underlined(whole(66, 86, 106), make_lines(page))
    assert (headings, len(rules)) == (frozenset(), 3)


def test_tables_below_underlined_headings_are_two():
    second = [*words(190, (42, "Ref"), (72, "Action"), (252, "Lead"), bold=True)]
    second += words(210, (42, "2.1"), (72, "Fund a refuge"), (252, "Housing"))
    second += words(230, (42, "2.2"), (72, "Open a hub"), (252, "Health"))
    head = words(30, (42, "Priority 1"), size=15, bold=True)
    next_head = words(150, (42, "Priority 2"), size=15, bold=True)
    page = [*head, *HEADS, *ROWS, *next_head, *second]
    found = find_unruled(page, whole(36, 66, 86, 106, 156, 196, 216, 236), ())
    assert [len(grid.ys) - 1 for grid in found.grids] == [3, 3]


def test_heads_hard_by_one_another_are_parted_where_the_pieces_of_rules_end():
    page = words(60, (42, "Ref"), (72, "Action"), (220, "Owner"), (252, "Lead"), bold=True)
    (grid,) = find_unruled([*page, *ROWS], pieced(66, 86, 106), ()).grids
    assert [round(x) for x in grid.xs[1:-1]] == [70, 250]


def test_pieces_that_end_alike_under_two_rows_at_least_state_columns():
    assert [row.edges for row in pieced_rules(pieced(66, 86))] == [EDGES, EDGES]
    assert pieced_rules([*pieced(66), *whole(86)]) == []


def test_pieces_with_gaps_between_them_state_nothing():
    apart = [Rule(y, a, b - 8) for y in (66, 86) for a, b in pairwise(EDGES)]
    assert pieced_rules(apart) == []


def test_text_between_two_tables_of_one_width_is_no_row():
    text = words(124, (42, "We will report on this each quarter to the board of the partnership."))
    second = words(190, (42, "Ref"), (72, "Action"), (252, "Lead"), bold=True)
    second += words(210, (42, "2.1"), (72, "Fund a refuge"), (252, "Housing"))
    second += words(230, (42, "2.2"), (72, "Open a hub"), (252, "Health"))
    next_head = words(150, (42, "Priority 2"), size=15, bold=True)
    page = [*HEADS, *ROWS, *text, *next_head, *second]
    found = find_unruled(page, pieced(66, 86, 106, 196, 216, 236), ())
    assert [len(grid.ys) - 1 for grid in found.grids] == [3, 3]


def test_a_title_ruled_off_above_the_first_head_is_no_part_of_it():
    page = words(40, (42, "We will listen"), bold=True)
    page += words(54, (42, "What we will do"), (172, "Lead"), (252, "When"), bold=True)
    title, heads = make_lines(page)
    assert is_title(title, heads, [44.0])
    assert not is_title(title, heads, [30.0, 60.0])  # "Who is" above "responsible?" in one cell
