"""Runs over a data folder whose releases were damaged, or whose ``latest`` was lost."""

import json
import shutil
from pathlib import Path

import pytest

import pipeline
from pipeline.errors import JobFailed
from pipeline.releases import LatestLost, find_release, latest_release, list_releases, newest_whole
from pipeline.run import ingest
from pipeline.settings import Settings
from tests.pipeline.faults.test_process import PAGE, PLAN, planbook, settings_for


@pytest.fixture(scope="module")
def two_releases(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("two")
    ingest([PLAN], settings_for(folder / "data"))
    page = folder / "page.html"
    page.write_text(PAGE)
    ingest([page], settings_for(folder / "data"))
    return folder / "data"


@pytest.fixture
def data_dir(two_releases, tmp_path) -> Path:
    copy = tmp_path / "data"
    shutil.copytree(two_releases, copy, symlinks=True)
    return copy


def numbers(data_dir: Path) -> list[int]:
    return [release.sequence for release in list_releases(data_dir)]


def test_a_release_that_lost_its_checksums_keeps_its_number_and_the_next_one_follows(data_dir):
    damaged = list_releases(data_dir)[-1]
    (damaged.path / "SHA256SUMS").unlink()
    ran = planbook("ingest", PLAN, "--plain", "--data-dir", data_dir)
    assert ran.returncode == 0, ran.stderr
    assert numbers(data_dir) == [1, 2, 3]
    assert latest_release(data_dir).sequence == 3
    told = [line for line in ran.stderr.splitlines() if line.startswith("Warning: 0002-")]
    assert len(told) == 1, ran.stderr
    report = json.loads((latest_release(data_dir).path / "report.json").read_text())
    assert report["previous"] == list_releases(data_dir)[0].name
    assert any("SHA256SUMS is missing or damaged" in line for line in report["warnings"])
    listed = planbook("releases", "list", "--data-dir", data_dir).stdout.splitlines()
    assert listed[1] == f"{damaged.name}  damaged: no SHA256SUMS"
    verified = planbook("releases", "verify", damaged.name, "--data-dir", data_dir)
    assert (verified.returncode, verified.stderr.count("\n")) == (1, 1)


def test_losses_are_measured_against_the_last_whole_release_when_latest_is_damaged(data_dir):
    from pipeline.releases.baseline import find_baseline

    first, second = list_releases(data_dir)
    (second.path / "actions.parquet").write_bytes(b"PAR1")
    last = find_baseline(data_dir)
    assert last.name == first.name
    assert last.tables["documents"].num_rows == 1
    (told,) = last.passed_over
    assert told.startswith(f"{second.name}: actions.parquet does not match its checksum")


def test_the_number_of_a_release_that_latest_still_names_is_not_used_again(data_dir):
    shutil.rmtree(list_releases(data_dir)[-1].path)
    assert ingest([PLAN], settings_for(data_dir)).release.startswith("0003-")


def test_failures_are_read_again_with_the_last_release_damaged(data_dir):
    (list_releases(data_dir)[-1].path / "manifest.json").write_bytes(b"\x00\xff{")
    assert ingest([], settings_for(data_dir), failures=True).release.startswith("0003-")


@pytest.mark.parametrize("how", ["missing", "dangling"])
def test_the_newest_whole_release_stands_for_a_latest_that_is_lost(data_dir, how):
    latest = data_dir / "curated" / "latest"
    latest.unlink()
    if how == "dangling":
        latest.symlink_to("0009-2026-03-09")
    (list_releases(data_dir)[-1].path / "leads.parquet").unlink()
    first = list_releases(data_dir)[0].name
    with pytest.warns(LatestLost, match=f"latest leads to no release: {first}.*planbook ingest"):
        assert find_release(data_dir).name == first
    with pytest.warns(LatestLost):
        assert pipeline.load("actions", data_dir=data_dir).attrs["release"] == first
    ran = planbook("releases", "verify", "--data-dir", data_dir)
    assert ran.returncode == 0, ran.stderr
    assert [line.partition(":")[0] for line in ran.stderr.splitlines()] == ["planbook", first]


def test_without_latest_and_without_a_whole_release_one_line_says_what_to_do(data_dir):
    (data_dir / "curated" / "latest").unlink()
    for release in list_releases(data_dir):
        (release.path / "SHA256SUMS").write_bytes(b"")
    assert newest_whole(data_dir) is None
    with pytest.raises(JobFailed, match=r"none there is whole; restore it from a copy, or run"):
        find_release(data_dir)


def test_a_folder_that_a_person_made_is_no_release(data_dir):
    for name in ("2026-backup", "0007-2026-03-01 copy", "0008-notes"):
        shutil.copytree(list_releases(data_dir)[0].path, data_dir / "curated" / name)
    assert numbers(data_dir) == [1, 2]


@pytest.mark.parametrize("more", [(), ("--plain",)])
@pytest.mark.slow
def test_failures_of_a_fresh_folder_publish_nothing(tmp_path, more):
    ran = planbook("ingest", "--failures", "--data-dir", tmp_path / "data", *more)
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr.splitlines()[-1].startswith("Nothing failed")
    assert ran.stdout == ""
    assert list_releases(tmp_path / "data") == []


def test_failures_without_a_release_publish_nothing(tmp_path):
    report = ingest([], Settings(data_dir=tmp_path / "data", workers=1), failures=True)
    assert (report.release, report.published) == ("", False)
    assert not list((tmp_path / "data").glob("curated/*"))


def test_failures_build_a_release_anew_where_the_only_one_is_damaged(data_dir):
    for release in list_releases(data_dir):
        (release.path / "SHA256SUMS").unlink()
    assert ingest([], settings_for(data_dir), failures=True).release.startswith("0003-")
