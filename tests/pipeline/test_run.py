"""The line from end to end without Prefect, on the sample documents."""

import hashlib
import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import pipeline
from extractors.blocks import Problem
from pipeline.errors import JobFailed, UsageError
from pipeline.records import ReadEdition
from pipeline.releases import faults_of, latest_release, list_releases
from pipeline.run import Stages, extract_batch, ingest
from pipeline.runs.kept import read_cache
from pipeline.settings import Settings

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples" / "documents"
STRATEGY = SAMPLES / "mereshire_strategy_2025_2028.pdf"


def settings_for(data_dir: Path) -> Settings:
    return Settings(data_dir=data_dir, workers=2)


def tables_of(data_dir: Path) -> dict[str, str]:
    """Checksums of the tables of the latest release."""
    release = latest_release(data_dir)
    assert release is not None
    files = sorted(release.path.glob("*.parquet"))
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """A data folder into which the samples were ingested once; tests leave it as it is."""
    data_dir = tmp_path_factory.mktemp("published")
    report = ingest([SAMPLES], settings_for(data_dir))
    return data_dir, report


@pytest.fixture
def data_dir(published, tmp_path):
    """A copy of the published folder, to be changed."""
    copy = tmp_path / "data"
    shutil.copytree(published[0], copy, symlinks=True)
    return copy


def test_the_samples_become_one_whole_release(published):
    data_dir, report = published
    assert report.published
    assert report.read == 3
    assert report.counts["documents"] == 3
    release = latest_release(data_dir)
    assert release is not None
    assert release.name == report.release
    assert faults_of(release) == []


@pytest.mark.parametrize(
    "name",
    [
        "mereshire_strategy_2025_2028",
        "calderwick_delivery_plan_2025_26",
        "port_ellery_priorities",
    ],
)
def test_the_tables_hold_what_the_sample_prints(published, name):
    gold = json.loads((ROOT / "samples" / "gold" / f"{name}.json").read_text())
    load = {
        table: pipeline.load(table, data_dir=published[0])
        for table in ("actions", "priorities", "glossary")
    }
    held = {
        table: frame[frame["document_id"] == name.replace("_", "-")].to_dict("records")
        for table, frame in load.items()
    }
    for table, rows in held.items():
        assert len(rows) == len(gold[table]), table
        for row, expected in zip(rows, gold[table], strict=True):
            assert {key: plain(row[key]) for key in expected} == expected


def plain(value):
    if hasattr(value, "tolist"):
        return value.tolist()
    return None if value is None or value != value or str(value) == "<NA>" else value


def test_a_second_run_over_the_same_files_does_nothing_and_says_so(data_dir):
    before = tables_of(data_dir)
    report = ingest([SAMPLES], settings_for(data_dir))
    assert not report.published
    assert report.reused == 3
    assert sum(report.seconds.values()) < 1.0
    assert len(list_releases(data_dir)) == 1
    assert tables_of(data_dir) == before


def test_failures_reads_again_alone_what_a_limit_ended_and_fetches_nothing(tmp_path):
    def struck(editions, settings, told):
        """The strategy meets its time limit; the others are read."""
        hit = [edition for edition in editions if edition.file_name == STRATEGY.name]
        extract_batch([edition for edition in editions if edition not in hit], settings, told)
        for edition in hit:
            late = Problem("read", "time_limit", "error", f"{edition.file_name}: not finished")
            read_cache(settings).put(
                edition.edition_id, ReadEdition(edition.edition_id, None, problems=(late,))
            )
            told()

    def no_fetch(*_):
        raise AssertionError("nothing is to be fetched")

    settings = settings_for(tmp_path)
    first = ingest([SAMPLES], settings, Stages(extract=struck))
    assert [problem.code for problem in first.problems if problem.severity == "error"] == [
        "time_limit"
    ]
    again = ingest([], settings, Stages(fetch=no_fetch), failures=True)
    assert (again.published, again.read, again.reused) == (True, 1, 2)
    assert not [problem for problem in again.problems if problem.severity == "error"]
    assert again.counts["actions"] == first.counts["actions"] + 10
    third = ingest([], settings, Stages(fetch=no_fetch), failures=True)
    assert (third.published, third.read, third.reused) == (False, 0, 3)


def test_a_run_over_one_new_document_reads_that_one_alone(data_dir, tmp_path):
    new = tmp_path / "plan.html"
    new.write_text("<html><body><h1>Plan</h1><p>Nothing is promised.</p></body></html>")
    report = ingest([new], settings_for(data_dir))
    assert report.published
    assert (report.read, report.reused) == (1, 3)
    assert report.counts["documents"] == 4


@pytest.mark.fault("R4")
def test_tables_are_the_same_bytes_whatever_the_workers_and_the_order(published, tmp_path):
    files = sorted(SAMPLES.iterdir(), reverse=True)
    ingest(files, Settings(data_dir=tmp_path / "other", workers=1))
    assert tables_of(tmp_path / "other") == tables_of(published[0])


def test_a_damaged_stored_result_is_made_again(data_dir):
    before = tables_of(data_dir)
    for kept in (data_dir / "state").rglob("*.json"):
        kept.write_text(kept.read_text()[:40])
    shutil.rmtree(data_dir / "curated")
    report = ingest([SAMPLES], settings_for(data_dir))
    assert report.read == 3
    assert tables_of(data_dir) == before


def test_a_damaged_release_is_built_again(data_dir):
    before = tables_of(data_dir)
    release = latest_release(data_dir)
    (release.path / "actions.parquet").write_bytes(b"PAR1")
    report = ingest([SAMPLES], settings_for(data_dir))
    assert report.published
    assert report.release != release.name
    assert tables_of(data_dir) == before


def test_an_unreadable_document_is_a_row_of_problems_and_the_others_are_published(tmp_path):
    documents = tmp_path / "documents"
    documents.mkdir()
    shutil.copy(STRATEGY, documents)
    (documents / "cut.pdf").write_bytes(STRATEGY.read_bytes()[:600])
    (documents / "empty.docx").write_bytes(b"")
    (documents / "page.pdf").write_text("<!DOCTYPE html><html><body><h1>Moved</h1></body></html>")
    report = ingest([documents], settings_for(tmp_path / "data"))
    told = {(Path(p.url).name, p.code) for p in report.problems}
    assert {("empty.docx", "empty"), ("cut.pdf", "damaged")} <= told
    assert any(p.code == "wrong_content" for p in report.problems)
    actions = pipeline.load("actions", data_dir=tmp_path / "data")
    assert len(actions) == 10


@pytest.mark.fault("E68")
def test_a_second_run_at_the_same_time_is_refused_in_one_line(data_dir, tmp_path):
    def step(stage: str, done: int, total: int) -> None:
        with pytest.raises(JobFailed, match="another run is at work"):
            ingest([SAMPLES], settings_for(data_dir))
        seen.append(stage)

    seen: list[str] = []
    new = tmp_path / "plan.html"
    new.write_text("<html><body><h1>Plan</h1><p>Nothing is promised.</p></body></html>")
    ingest([new], settings_for(data_dir), progress=step)
    assert seen == ["extract", "normalise"]


def test_a_path_that_is_not_there_is_named(tmp_path):
    with pytest.raises(UsageError, match=r"nowhere\.pdf"):
        ingest([tmp_path / "nowhere.pdf"], settings_for(tmp_path / "data"))


MOMENTS = {
    "after fetching": "run.fetch = dying(run.fetch, after=True)",
    "before the first document is kept": "StageCache.put = dying(StageCache.put)",
    "after extracting": "run.extract_batch = dying(run.extract_batch, after=True)",
    "after normalising": "run.normalise_batch = dying(run.normalise_batch, after=True)",
    "with tables half written": "publish._write_texts = dying(publish._write_texts)",
    "before the release has its name": "publish._write_checksums = "
    "dying(publish._write_checksums, after=True)",
    "before latest moves": "run.point_to = dying(run.point_to)",
    "after latest moved": "run.point_to = dying(run.point_to, after=True)",
}
KILLED = """
import os, signal, sys
from pathlib import Path
from pipeline import publish, run
from pipeline.runs.cache import StageCache
from pipeline.settings import Settings

def dying(function, after=False):
    def stand_in(*args, **kwargs):
        if after:
            function(*args, **kwargs)
        os.kill(os.getpid(), signal.SIGKILL)
    return stand_in

{moment}
stages = run.Stages(run.fetch, run.extract_batch, run.normalise_batch, run.publish)
run.ingest([Path({document!r})], Settings(data_dir=Path({data_dir!r}), workers=1), stages)
"""


@pytest.fixture(scope="module")
def undisturbed(published, tmp_path_factory) -> tuple[Path, dict[str, str]]:
    """One more document, and the tables of a run over it that nobody disturbed."""
    folder = tmp_path_factory.mktemp("undisturbed")
    new = folder / "plan.html"
    new.write_text("<html><body><h1>Plan</h1><p>Nothing is promised.</p></body></html>")
    shutil.copytree(published[0], folder / "data", symlinks=True)
    ingest([new], settings_for(folder / "data"))
    return new, tables_of(folder / "data")


@pytest.mark.fault("E66")
@pytest.mark.parametrize("moment", MOMENTS)
def test_kill_9_leaves_the_last_release_whole_and_the_next_run_recovers(
    undisturbed, data_dir, moment
):
    new, expected = undisturbed
    before = latest_release(data_dir)
    script = KILLED.format(moment=MOMENTS[moment], document=str(new), data_dir=str(data_dir))
    ended = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True)
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()

    left = latest_release(data_dir)
    assert faults_of(left) == []
    assert (left == before) == (moment != "after latest moved")

    ingest([new], settings_for(data_dir))
    assert tables_of(data_dir) == expected
    assert len(list_releases(data_dir)) == 2
    assert not list((data_dir / "curated").glob(".building-*"))
