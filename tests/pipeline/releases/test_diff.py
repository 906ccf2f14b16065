from pipeline.publish import write_release
from pipeline.releases.diff import Difference, find_differences
from tests.pipeline.release_tables import action, document, report, tables

KEPT = "0" * 16


def release(tmp_path, name, actions):
    return write_release(tmp_path / "curated", tables(actions=actions), {}, report(name))


def test_rows_and_values_that_differ_are_named_and_the_others_are_not(tmp_path):
    before = [action(KEPT, status_raw="Not started"), action("1" * 16, ordinal=2)]
    after = [action(KEPT, status_raw="In progress"), action("2" * 16, ordinal=2)]
    one, two = release(tmp_path, "0001-a", before), release(tmp_path, "0002-b", after)
    plan = before[0].document_id
    assert list(find_differences(one, two)) == [
        Difference(
            "actions", f"{plan} {KEPT}", "changed", "status_raw", "Not started", "In progress"
        ),
        Difference("actions", f"{plan} {'2' * 16}", "added"),
        Difference("actions", f"{plan} {'1' * 16}", "removed"),
    ]


def test_a_release_does_not_differ_from_itself(tmp_path):
    only = release(tmp_path, "0001-a", [action(KEPT)])
    assert list(find_differences(only, only)) == []


def test_an_action_of_a_new_edition_is_the_same_row_with_another_date(tmp_path):
    one = release(tmp_path, "0001-a", [action(KEPT, due_raw="March 2026")])
    new = "e" * 64
    held = tables(
        documents=[document(current=False), document(edition_id=new)],
        actions=[
            action(KEPT, due_raw="March 2026"),
            action(KEPT, edition_id=new, due_raw="March 2027", ordinal=2),
        ],
    )
    two = write_release(tmp_path / "curated", held, {}, report("0002-b"))
    found = [one for one in find_differences(one, two) if one.table == "actions"]
    assert found == [
        Difference(
            "actions",
            f"mereshire-strategy {KEPT}",
            "changed",
            "due_raw",
            "March 2026",
            "March 2027",
        )
    ]
