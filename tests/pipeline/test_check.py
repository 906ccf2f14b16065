from datetime import date

import pytest

from pipeline.check import check_release
from pipeline.errors import JobFailed
from pipeline.publish import write_release
from tests.pipeline.release_tables import PDF, action, document, report, tables

ACTIONS = [action(f"{number:016x}", ordinal=number) for number in range(20)]


def last_release(tmp_path, **rows):
    return write_release(tmp_path / "curated", tables(**rows), {}, report())


def test_sound_tables_pass_without_a_word():
    assert check_release(tables(actions=ACTIONS)) == ()


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (
            {"actions": [action("0" * 16), action("0" * 16)]},
            "actions.action_id: several rows have the same key",
        ),
        ({"actions": [action("0" * 16, score=101)]}, "actions.score"),
        ({"actions": [action("0" * 16, status="finished")]}, "actions.status.*finished"),
        ({"actions": [action("0" * 16, edition_id="c" * 64)]}, "actions.edition_id.*not in"),
        ({"actions": [action("0" * 16, theme_id="prevetnion")]}, "actions.theme_id.*prevetnion"),
        (
            {"actions": [action("0" * 16, due_earliest=date(2028, 1, 1))]},
            "due_earliest is after due_latest",
        ),
        ({"documents": [document(state="lost")]}, "documents.state.*lost"),
        ({"documents": [document(title=None), document(PDF)]}, "documents.*edition_id"),
    ],
)
def test_a_fault_keeps_the_release_from_being_published_and_is_named(broken, told):
    with pytest.raises(JobFailed, match=told):
        check_release(tables(**broken))


def test_a_release_that_lost_most_actions_is_held_back(tmp_path):
    last = last_release(tmp_path, actions=ACTIONS)
    with pytest.raises(JobFailed, match=r"13 rows, the last release had 20.*--accept-losses"):
        check_release(tables(actions=ACTIONS[:13]), last)
    assert check_release(tables(actions=ACTIONS[:15]), last) == ()


def test_a_loss_that_a_person_has_looked_at_is_published(tmp_path):
    last = last_release(tmp_path, actions=ACTIONS)
    assert check_release(tables(actions=ACTIONS[:2]), last, accept_losses=True) == ()


def test_a_document_of_the_last_release_may_not_vanish(tmp_path):
    last = last_release(tmp_path, documents=[document(), document("c" * 64, document_id="gone")])
    with pytest.raises(JobFailed, match="gone was in the last release"):
        check_release(tables(), last)
