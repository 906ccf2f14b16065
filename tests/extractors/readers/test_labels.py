"""Lines that begin with a label."""

import pytest

from extractors.readers.labels import are_labelled, stand_apart


@pytest.mark.parametrize(
    ("lines", "labelled"),
    [
        (["Lead: Harbour Trust", " By when: May 2026"], True),
        (["Lead – Harbour Trust", "By when - May 2026"], True),
        (["Who leads? Harbour Trust", "When will it end? May 2026"], True),
        (["Lead: Harbour Trust", "meets in May"], False),
        (["Harbour-side walks", "Quay-side stalls"], False),
        (["https://harbour.example", "Https://quay.example"], False),
        (["lamps: six", "benches: two"], False),
    ],
)
def test_several_lines_with_a_label_are_read_one_by_one(lines: list[str], labelled: bool):
    assert are_labelled(lines) is labelled


def test_two_labels_in_the_line_behind_a_break_are_labels():
    assert are_labelled(["Review the rota", "Lead: Vale. Timescale: May 2027"])
    assert not are_labelled(["Review the rota", "Note: this was agreed in May. See page 4."])


@pytest.mark.parametrize(
    ("lines", "apart"),
    [
        (["Coroner's Office", "Healthwatch"], True),
        (["20 staff trained", "", "Two audits a year"], True),
        (["Head of", "Housing"], False),
        (["Police,", "Probation"], False),
        (["Fewer people harmed", "by partners"], False),
        (["Deputy Mayor (Policing", "and Crime)"], False),
    ],
)
def test_lines_stand_apart_where_each_begins_and_ends_as_a_text_does(lines, apart):
    assert stand_apart(lines) is apart
