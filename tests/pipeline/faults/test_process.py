"""Faults of the process and the machine (66 to 74): what is published stays, the rest is told."""

import hashlib
import json
import os
import resource
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import JobFailed
from pipeline.releases import faults_of, find_release, latest_release, list_releases
from pipeline.run import ingest
from pipeline.settings import Settings
from tests.pipeline.kept_reports import read_reports

ROOT = Path(__file__).parents[3]
PLAN = ROOT / "samples" / "documents" / "port_ellery_priorities.html"
KILLS = int(os.environ.get("FAULT_TEST_KILLS", "16"))  # 200 and more by night
PAGE = "<html><body><h1>A safer borough</h1><p>Nothing is promised here.</p></body></html>"


def settings_for(data_dir: Path) -> Settings:
    return Settings(data_dir=data_dir, workers=1)


def tables_of(data_dir: Path) -> dict[str, str]:
    release = latest_release(data_dir)
    assert release is not None
    assert faults_of(release) == []
    files = sorted(release.path.glob("*.parquet"))
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


@pytest.fixture(scope="module")
def published(tmp_path_factory) -> Path:
    data_dir = tmp_path_factory.mktemp("published")
    ingest([PLAN], settings_for(data_dir))
    return data_dir


@pytest.fixture
def data_dir(published, tmp_path) -> Path:
    copy = tmp_path / "data"
    shutil.copytree(published, copy, symlinks=True)
    return copy


@pytest.fixture
def page(tmp_path) -> Path:
    file = tmp_path / "page.html"
    file.write_text(PAGE)
    return file


def planbook(*words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    script = "import sys; from pipeline.cli import main; sys.argv[0] = 'planbook'; main()"
    return subprocess.run(
        [sys.executable, "-c", script, *map(str, words)],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )


@pytest.mark.fault("E66", "R3")
def test_66_r3_a_run_killed_at_any_write_or_moment_leaves_a_whole_release(data_dir, page, tmp_path):
    ingest([page], settings_for(data_dir))  # the new page is read, and then forgotten
    new = latest_release(data_dir)
    point = data_dir / "curated" / "latest"
    point.unlink()
    point.symlink_to(list_releases(data_dir)[0].name)
    shutil.rmtree(new.path)
    ran = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.pipeline.faults.kills",
            data_dir,
            page,
            tmp_path,
            str(KILLS),
            "7",
        ],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    trials = [json.loads(line) for line in ran.stdout.splitlines()]
    assert len(trials) == KILLS
    for trial in trials:
        assert all(trial[what] for what in ("whole", "left", "after", "swept")), trial


@pytest.mark.fault("E67")
@pytest.mark.parametrize("limit", [300, 3_000, 15_000])
def test_67_a_disk_that_takes_no_more_publishes_nothing_and_loses_nothing(
    data_dir, page, limit, monkeypatch
):
    before = tables_of(data_dir)
    code = (
        "import resource, signal, sys\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {resource.RLIM_INFINITY}))\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "from pipeline.cli import main\n"
        f"sys.argv = ['planbook', 'ingest', {str(page)!r}, '--plain', '--data-dir', "
        f"{str(data_dir)!r}]\n"
        "main()"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert ran.returncode == 1, ran.stderr
    assert "Traceback" not in ran.stderr
    assert "fault of planbook itself" not in ran.stderr, ran.stderr
    assert "Make room" in ran.stderr or "Free space" in ran.stderr, ran.stderr
    assert tables_of(data_dir) == before
    assert ingest([page], settings_for(data_dir)).counts["documents"] == 2


@pytest.mark.fault("E68")
def test_68_a_lock_left_by_a_killed_run_holds_nobody_up(data_dir, page):
    (data_dir / "state" / "lock").write_text("4194304")
    assert ingest([page], settings_for(data_dir)).published


@pytest.mark.fault("E69")
@pytest.mark.parametrize("damage", ["bit", "cut", "empty", "gone"])
def test_69_a_damaged_table_is_not_served_and_is_built_again_from_what_is_stored(data_dir, damage):
    before = tables_of(data_dir)
    file = find_release(data_dir).path / "actions.parquet"
    held = bytearray(file.read_bytes())
    held[len(held) // 2] ^= 1
    kept = {"bit": bytes(held), "cut": bytes(held[:-9]), "empty": b""}
    file.unlink()
    if damage in kept:
        file.write_bytes(kept[damage])
    with pytest.raises(JobFailed, match="planbook ingest"):
        import pipeline

        pipeline.load("actions", data_dir=data_dir)
    report = ingest([PLAN], settings_for(data_dir))
    assert report.published
    assert report.read == 0
    assert tables_of(data_dir) == before


@pytest.mark.fault("E70")
@pytest.mark.parametrize("name", ["manifest.json", "SHA256SUMS", "latest", "state"])
def test_70_a_lost_manifest_or_state_is_made_again_without_fetching(data_dir, name):
    before = tables_of(data_dir)
    release = find_release(data_dir).path
    if name == "state":
        shutil.rmtree(data_dir / "state")
    elif name == "latest":
        (data_dir / "curated" / "latest").unlink()
    else:
        (release / name).write_bytes(b"\x00\xff{")
    ingest([PLAN], settings_for(data_dir))
    assert tables_of(data_dir) == before


@pytest.mark.fault("E71")
@pytest.mark.parametrize("day", [date(2036, 1, 1), date(1999, 12, 31)])
def test_71_releases_follow_one_another_when_the_clock_jumps(data_dir, page, day, monkeypatch):
    class Clock:
        @staticmethod
        def now(zone):
            from datetime import datetime

            return datetime(day.year, day.month, day.day, tzinfo=zone)

    monkeypatch.setattr("pipeline.run.datetime", Clock)
    report = ingest([page], settings_for(data_dir))
    assert report.release == f"0002-{day}"
    assert latest_release(data_dir).name == report.release


@pytest.mark.fault("E74", "R4")
def test_74_r4_another_time_zone_locale_and_hash_seed_give_the_same_bytes(published, tmp_path):
    elsewhere = {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONHASHSEED": "4711",
    }
    ran = planbook("ingest", PLAN, "--plain", "--data-dir", tmp_path / "data", **elsewhere)
    assert ran.returncode == 0, ran.stderr
    assert tables_of(tmp_path / "data") == tables_of(published)


@pytest.mark.fault("E74")
def test_74_a_folder_that_cannot_be_written_is_told_before_work_begins(tmp_path, page):
    (tmp_path / "data").write_text("a file stands where the folder should be")
    ran = planbook("ingest", page, "--plain", "--data-dir", tmp_path / "data")
    assert ran.returncode == 1
    (told,) = ran.stderr.split("\n")[-2:-1]  # what progress bars leave stands before it
    assert told.startswith(f"planbook: {tmp_path / 'data'}"), ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_run_that_fails_leaves_a_report_that_says_why(data_dir, page, monkeypatch):
    def fail(*_: object) -> None:
        raise JobFailed("actions: 3 rows, the last release had 40.")

    monkeypatch.setattr("pipeline.check.check_release", fail)
    with pytest.raises(JobFailed):
        ingest([page], settings_for(data_dir))
    report = read_reports(data_dir)[-1]
    assert report["failure"] == "actions: 3 rows, the last release had 40."
    assert report["release"] == "0001-" + find_release(data_dir).name.partition("-")[2]


@pytest.mark.fault("R7")
def test_r7_a_bound_that_is_missed_ends_with_status_1_and_says_which_and_what_to_do(tmp_path):
    sources = "source_id,publisher,area_code,address,kind"
    (tmp_path / "sources.csv").write_text(
        f"{sources}\nellery,Port Ellery Council,E06000003,https://www.ellery.example/,page\n"
    )
    known = "document_id,source_id,link_pattern,min_actions"
    name = PLAN.stem.replace("_", "-")
    (tmp_path / "known_documents.csv").write_text(f"{known}\n{name},ellery,priorities,25\n")
    where = {"PLANBOOK_REGISTRY": str(tmp_path), "PLANBOOK_DATA_DIR": str(tmp_path / "data")}
    ran = planbook("ingest", PLAN, "--plain", **where)
    assert ran.returncode == 1
    told = ran.stderr.strip().splitlines()[-1]
    assert f"actions: 0 rows from {name}, the registry expects at least 25." in told
    assert "--accept-losses" in told
    assert told.endswith("Nothing was published. There is no release before it.")
    assert latest_release(tmp_path / "data") is None
    assert planbook("nightly", "--check", **where).returncode == 1
    assert planbook("ingest", PLAN, "--plain", "--accept-losses", **where).returncode == 0
    assert planbook("nightly", "--check", **where).returncode == 0
