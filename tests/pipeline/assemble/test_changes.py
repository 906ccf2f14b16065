from pipeline.assemble.changes import find_changes
from pipeline.records import CuratedEdition
from tests.pipeline.release_tables import PDF, WORD, action, document

OLD, NEW = PDF, WORD
TRAIN = "Train the staff of sports clubs to notice and respond to controlling behaviour."


def changes(before, after):
    editions = [
        CuratedEdition(document(OLD), actions=tuple(before)),
        CuratedEdition(document(NEW), actions=tuple(after)),
    ]
    rows = find_changes(editions, {NEW: OLD})
    return [(row.change, row.column, row.before, row.after) for row in rows]


def test_an_action_whose_status_moves_is_edited_and_not_new():
    assert changes(
        [action("1", status_raw="Not started")], [action("1", status_raw="In progress")]
    ) == [("edited", "status_raw", "Not started", "In progress")]


def test_a_new_reference_number_moves_an_action_and_makes_no_new_one():
    before = [action("1", ref="1.3", activity=TRAIN)]
    after = [action("2", ref="2.1", activity=TRAIN)]
    assert changes(before, after) == [("moved", "ref", "1.3", "2.1")]


def test_a_reworded_action_is_edited():
    reworded = TRAIN.replace("notice and respond to", "notice and challenge")
    before, after = action("1", activity=TRAIN), action("2", activity=reworded)
    assert changes([before], [after]) == [("edited", "activity", TRAIN, reworded)]


def test_another_text_is_one_action_dropped_and_one_added():
    other = "Publish a yearly report on the county's refuges."
    before, after = action("1", activity=TRAIN), action("2", activity=other)
    assert changes([before], [after]) == [
        ("added", None, None, other),
        ("dropped", None, TRAIN, None),
    ]


def test_an_edition_that_superseded_none_changes_nothing():
    assert find_changes([CuratedEdition(document(OLD), actions=(action("1"),))], {}) == []


def test_a_line_that_breaks_elsewhere_is_no_edit():
    before, after = "Housing\nPublic Health", "Housing Public Health"
    assert changes([action("1", lead_raw=before)], [action("1", lead_raw=after)]) == []
