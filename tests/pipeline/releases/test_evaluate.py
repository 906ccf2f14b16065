import json

import pytest

from pipeline.errors import UsageError
from pipeline.publish import write_release
from pipeline.releases.evaluate import evaluate, is_right
from tests.pipeline.release_tables import action, report, tables

REFUGE = "Open a second refuge with space for larger families."
TRAIN = "Train the staff of sports clubs to notice controlling behaviour."
SURVEY = "Ask young people every two years how safe they feel."


@pytest.fixture
def release(tmp_path):
    rows = [
        action("0" * 16, activity=f"• {REFUGE}", ref="1.1", lead_raw="Housing", page=3),
        action("1" * 16, activity=TRAIN, ref="1.2", lead_raw="Police", page=3),
        action("2" * 16, activity="Members of the board and their posts", page=4),
    ]
    return write_release(tmp_path / "curated", tables(actions=rows), {}, report())


def gold(tmp_path, actions):
    (tmp_path / "mereshire_strategy.json").write_text(json.dumps({"actions": actions}))
    return tmp_path


def test_precision_recall_and_fields_are_counted(release, tmp_path):
    annotated = [
        {"ref": "1.1", "activity": REFUGE, "lead_raw": "HOUSING", "measures": []},
        {"ref": "1.2", "activity": TRAIN, "lead_raw": "Public Health"},
        {"ref": "1.3", "activity": SURVEY, "lead_raw": "Schools"},
    ]
    document, total = evaluate(release, gold(tmp_path, annotated))
    assert (document.gold, document.found, document.matched) == (3, 3, 2)
    assert total.precision == pytest.approx(2 / 3)
    assert total.recall == pytest.approx(2 / 3)
    assert total.accuracy("ref") == 1.0
    assert total.accuracy("lead_raw") == 0.5
    assert total.accuracy("due_raw") is None


@pytest.mark.parametrize(
    ("column", "gold", "read"),
    [
        ("lead_raw", "Housing/ Public Health (Adults)", "Housing /Public Health(Adults)"),
        ("lead_raw", "Police, Housing & Health", "•Police,Housing&Health."),
        ("due_raw", "Mar–26", "mar-26"),
        ("status_raw", "On track", "✓ On track"),
        ("measures", ["1. Eight units in use", "2. Moves within a week"], "1) Eight units in use\n"
         "2) Moves within a week"),
        ("measures", ["Eight units in use"], "a)Eight units in use"),
        ("section", "Priority 2: Safe homes for families", "Priority 2 Safe homes for family"),
    ],
)  # fmt: skip
def test_what_readers_and_annotators_may_print_differently_is_right(column, gold, read):
    assert is_right(column, gold, read)


@pytest.mark.parametrize(
    ("column", "gold", "read"),
    [
        ("lead_raw", "Housing", "Housing and Health"),
        ("lead_raw", "Police", None),
        ("ref", "1. a", "2. a"),
        ("due_raw", "March 2026", "March 2025"),
        ("activity", REFUGE, TRAIN),
        ("section", "Priority 2: Safe homes for families", "Priority 3: Able to tell"),
    ],
)
def test_another_text_is_wrong(column, gold, read):
    assert not is_right(column, gold, read)


def test_a_folder_without_gold_of_these_documents_is_told(release, tmp_path):
    with pytest.raises(UsageError, match="nowhere is no folder"):
        evaluate(release, tmp_path / "nowhere")
    (tmp_path / "other_plan.json").write_text('{"actions": []}')
    with pytest.raises(UsageError, match="has a gold file"):
        evaluate(release, tmp_path)
    (tmp_path / "mereshire_strategy.json").write_text("[]")
    with pytest.raises(UsageError, match="is no gold file"):
        evaluate(release, tmp_path)
