from datetime import UTC, datetime, timedelta

import pytest

from pipeline.errors import JobFailed
from pipeline.records import RunReport
from pipeline.runs.journal import (
    HEARTBEAT,
    is_done_since,
    journalled,
    read_heartbeat,
    what_is_wrong,
)
from tests.pipeline.kept_reports import read_reports

DAY = timedelta(days=1)


def run_well(data_dir, **values):
    with journalled(data_dir) as entry:
        entry.report = RunReport("0001-2026-03-01", True, {"actions": 3}, **values)
    return entry.report


def run_badly(data_dir, fault: BaseException):
    with pytest.raises(type(fault)), journalled(data_dir):
        raise fault


def test_a_good_run_leaves_a_heartbeat_and_a_report(tmp_path):
    report = run_well(tmp_path)
    beat = read_heartbeat(tmp_path)
    assert (beat.outcome, beat.release, beat.counts) == (
        "published",
        "0001-2026-03-01",
        {"actions": 3},
    )
    assert beat.last_start == beat.good_start <= beat.good_end
    (kept,) = read_reports(tmp_path)
    assert kept["run"] == report.run
    assert (tmp_path / "state" / "reports" / f"{report.run}.md").is_file()


@pytest.mark.parametrize(
    "fault", [JobFailed("the disk is full"), KeyboardInterrupt(), ValueError()]
)
def test_a_failed_run_is_written_down_and_the_good_one_before_is_remembered(tmp_path, fault):
    run_well(tmp_path)
    good = read_heartbeat(tmp_path)
    run_badly(tmp_path, fault)
    beat = read_heartbeat(tmp_path)
    assert beat.outcome == "failed"
    assert beat.message == (str(fault) or type(fault).__name__)
    assert (beat.good_end, beat.release) == (good.good_end, good.release)
    assert read_reports(tmp_path)[-1]["failure"] == beat.message


def test_a_run_that_is_killed_has_begun_and_not_ended(tmp_path):
    run_well(tmp_path)
    context = journalled(tmp_path)
    context.__enter__()
    beat = read_heartbeat(tmp_path)
    assert beat.last_end is None
    assert beat.good_end is not None
    assert "was killed" in what_is_wrong(tmp_path, DAY, datetime.now(UTC) + 2 * DAY)
    context.gen.close()


def test_the_age_of_the_heartbeat_shows_a_dead_scheduler(tmp_path):
    assert "no run has been written down" in what_is_wrong(tmp_path, DAY)
    run_badly(tmp_path, JobFailed("no space"))
    assert "no run has ended well yet" in what_is_wrong(tmp_path, DAY)
    run_well(tmp_path)
    assert what_is_wrong(tmp_path, DAY) is None
    old = what_is_wrong(tmp_path, timedelta(hours=26), datetime.now(UTC) + timedelta(hours=30))
    assert "ended 30.0 hours ago" in old
    assert "at most 26 are allowed" in old


@pytest.mark.fault("E71")
def test_71_a_clock_that_was_set_back_makes_no_heartbeat_too_old(tmp_path):
    run_well(tmp_path)
    assert what_is_wrong(tmp_path, DAY, datetime.now(UTC) - timedelta(hours=20)) is None


@pytest.mark.fault("E71")
def test_71_a_run_of_a_clock_that_was_years_ahead_is_told_and_takes_no_nights_place(tmp_path):
    run_well(tmp_path)
    file = tmp_path / "state" / HEARTBEAT
    file.write_text(file.read_text().replace('"20', '"29'))
    told = what_is_wrong(tmp_path, DAY)
    assert told is not None
    assert "lies ahead" in told
    assert not is_done_since(tmp_path, datetime.now(UTC) - DAY)
    run_well(tmp_path)
    assert what_is_wrong(tmp_path, DAY) is None


def test_a_run_that_came_late_is_done_by_any_later_one(tmp_path):
    planned = datetime.now(UTC)
    assert not is_done_since(tmp_path, planned)
    run_badly(tmp_path, JobFailed("no space"))
    assert not is_done_since(tmp_path, planned)
    run_well(tmp_path)
    assert is_done_since(tmp_path, planned)
    assert not is_done_since(tmp_path, datetime.now(UTC))


@pytest.mark.fault("E70")
@pytest.mark.parametrize("damage", [b"", b"{", b'{"last_start": "noon"}', b"\xff\xfe"])
def test_70_a_damaged_heartbeat_is_none_and_is_written_anew(tmp_path, damage):
    run_well(tmp_path)
    (tmp_path / "state" / HEARTBEAT).write_bytes(damage)
    assert read_heartbeat(tmp_path) is None
    run_well(tmp_path)
    assert what_is_wrong(tmp_path, DAY) is None


def test_a_journal_that_cannot_be_written_ends_no_run(tmp_path):
    (tmp_path / "state").write_text("a file where the folder should be")
    assert run_well(tmp_path).release == "0001-2026-03-01"


def test_old_reports_go(tmp_path, monkeypatch):
    monkeypatch.setattr("pipeline.runs.journal.KEPT_REPORTS", 3)
    runs = [run_well(tmp_path).run for _ in range(5)]
    assert [report["run"] for report in read_reports(tmp_path)] == runs[-3:]
    assert len(list((tmp_path / "state" / "reports").iterdir())) == 6
