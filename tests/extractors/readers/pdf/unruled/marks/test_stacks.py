"""Rules of one width above one another, and the shorter ones that leave merged cells out."""

import pytest

from extractors.readers.pdf.record import Fill, Rule
from extractors.readers.pdf.unruled.marks.stacks import find_stacks, runs_across


def test_pieces_of_a_rule_join_over_no_merged_cell_though_a_light_ends_a_little_above():
    """A light's edge was put first and made one rule of the pieces on both sides of a cell."""
    pieces = [Rule(249.2, 40, 120), Rule(249.2, 120, 200), Rule(249.2, 300, 380)]
    light = Fill(380.0, 200.0, 420.0, 248.9, "#00a650")
    joined = [rule for rule in runs_across(pieces, [light]) if rule.at > 240]
    assert [(rule.start, rule.end, rule.fill) for rule in joined] == [
        (40, 200, False),
        (300, 420, False),
    ]


@pytest.mark.parametrize(
    ("parts", "stacks"),
    [
        ([(120, 400)], 1),  # one merged cell at the left
        ([(40, 200), (300, 400)], 1),  # one in the middle
        ([(120, 190)], 0),  # words that are underlined
        ([(120, 360)], 0),
        ([], 0),
    ],
)
def test_two_rules_mark_a_table_where_shorter_ones_part_rows_between_them(parts, stacks):
    wide = [Rule(100, 40, 400), Rule(200, 40, 400)]
    assert len(find_stacks([*wide, *(Rule(150, *reach) for reach in parts)], ())) == stacks
