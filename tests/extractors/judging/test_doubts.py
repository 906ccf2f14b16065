"""What speaks against a row beside the others of its table, and in how it was joined."""

import pytest

from extractors.judging.doubts import doubts_of
from extractors.rows import ActionRow

JOINED = "row joined over pages"
UNSHOWN = "row joined without a closing rule to show it"


def reasons(*rows: ActionRow) -> list[tuple[str, ...]]:
    return [row.reasons for row in doubts_of(rows, ())]


@pytest.mark.parametrize(
    ("joined", "said"),
    [((), ()), (("no closing rule",), (JOINED,)), (("no reference",), (JOINED, UNSHOWN))],
)
def test_a_row_joined_over_pages_is_surer_where_no_rule_closes_it(joined, said):
    assert reasons(ActionRow({"activity": "Open a hub"}, joined=joined)) == [said]


def test_a_text_alone_among_rows_that_say_who_and_when_looks_like_a_part_of_one():
    full = ActionRow({"activity": "Open a hub", "lead": "Vale", "due": "May 2027"})
    bare = ActionRow({"activity": "and staff it each evening", "lead": "", "due": ""})
    assert "nothing beside the activity" in reasons(full, full, full, bare)[-1]
    led = ActionRow({"activity": "Open a hub", "lead": "Vale"})
    assert "nothing beside the activity" in reasons(led, led, led, bare)[-1]
    assert reasons(full, *[bare] * 9)[-1] == ()  # most rows say neither: no habit of the table
    assert reasons(bare, bare, bare) == [(), (), ()]


def test_a_month_above_a_year_is_one_date_parted():
    one = ActionRow({"activity": "Open a hub", "due": "Q3"})
    other = ActionRow({"activity": "Staff it", "due": "2027/28"})
    assert all("date parted over rows" in said for said in reasons(one, other))
