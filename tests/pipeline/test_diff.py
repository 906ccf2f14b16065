from pipeline.diff import Difference, find_differences
from pipeline.publish import write_release
from tests.pipeline.release_tables import action, report, tables

KEPT = "0" * 16


def release(tmp_path, name, actions):
    return write_release(tmp_path / "curated", tables(actions=actions), {}, report(name))


def test_rows_and_values_that_differ_are_named_and_the_others_are_not(tmp_path):
    before = [action(KEPT, status_raw="Not started"), action("1" * 16, ordinal=2)]
    after = [action(KEPT, status_raw="In progress"), action("2" * 16, ordinal=2)]
    one, two = release(tmp_path, "0001-a", before), release(tmp_path, "0002-b", after)
    edition = before[0].edition_id
    assert list(find_differences(one, two)) == [
        Difference(
            "actions", f"{edition} {KEPT}", "changed", "status_raw", "Not started", "In progress"
        ),
        Difference("actions", f"{edition} {'2' * 16}", "added"),
        Difference("actions", f"{edition} {'1' * 16}", "removed"),
    ]


def test_a_release_does_not_differ_from_itself(tmp_path):
    only = release(tmp_path, "0001-a", [action(KEPT)])
    assert list(find_differences(only, only)) == []
