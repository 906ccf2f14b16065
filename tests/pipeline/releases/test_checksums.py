"""What is wrong with the files of a release, and what no list of checksums is."""

import shutil
import subprocess
import sys

import pytest

import pipeline
from pipeline.errors import JobFailed
from pipeline.export import export_release
from pipeline.publish import write_release
from pipeline.releases import damage_of, faults_of, point_to, read_tables
from pipeline.releases.checksums import parse_checksums
from pipeline.releases.queries import connect
from tests.pipeline.release_tables import action, report, tables


@pytest.fixture
def release(tmp_path):
    held = tables(actions=[action("0" * 16)])
    release = write_release(tmp_path / "curated", held, {}, report())
    point_to(release)
    return release


@pytest.fixture
def other(tmp_path):
    held = tables(actions=[action("1" * 16), action("2" * 16)])
    return write_release(tmp_path / "other", held, {}, report("0002-2026-03-02"))


def unlist(release, name: str) -> None:
    """Drop the line of a file from the list of checksums."""
    sums = release.path / "SHA256SUMS"
    lines = sums.read_text().splitlines(keepends=True)
    sums.write_text("".join(line for line in lines if not line.endswith(f"  {name}\n")))


def verify(release) -> "subprocess.CompletedProcess[str]":
    script = "import sys; from pipeline.cli import main; sys.argv[0] = 'planbook'; main()"
    where = str(release.path.parents[1])
    return subprocess.run(
        [sys.executable, "-c", script, "releases", "verify", "--data-dir", where],
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_file_of_another_release_that_is_not_listed_is_named(release, other):
    unlist(release, "actions.parquet")
    shutil.copy(other.path / "actions.parquet", release.path)
    ran = verify(release)
    assert ran.returncode == 1
    assert ran.stderr.count("\n") == 1
    assert "actions.parquet is not named in SHA256SUMS" in ran.stderr
    with pytest.raises(JobFailed, match=r"actions\.parquet is not named in SHA256SUMS"):
        pipeline.load("actions", data_dir=release.path)


@pytest.mark.parametrize("name", ["actions.parquet", "manifest.json", "datapackage.json"])
def test_a_published_file_that_is_gone_and_no_longer_listed_is_named(release, name):
    unlist(release, name)
    (release.path / name).unlink()
    (told,) = faults_of(release)
    assert f"{name} is not named in SHA256SUMS" in told


def test_a_table_that_is_lost_from_the_list_is_not_taken_for_an_empty_one(release, tmp_path):
    unlist(release, "actions.parquet")
    (release.path / "actions.parquet").unlink()
    for read in (
        read_tables,
        connect,
        lambda held: export_release(held, "csv", tmp_path / "out"),
        lambda held: pipeline.load("actions", data_dir=held.path),
        lambda held: pipeline.load("actions", data_dir=f"file://{held.path}"),
    ):
        with pytest.raises(JobFailed, match=r"actions\.parquet is not named in SHA256SUMS"):
            read(release)


def test_a_listed_table_that_is_not_the_one_described_is_named(release, other):
    lines = [
        next(line for line in (held.path / "SHA256SUMS").read_text().splitlines() if name in line)
        for held, name in ((release, "actions.parquet"), (other, "actions.parquet"))
    ]
    shutil.copy(other.path / "actions.parquet", release.path)
    sums = release.path / "SHA256SUMS"
    sums.write_text(sums.read_text().replace(*lines))
    (told,) = faults_of(release)
    assert "actions.parquet is not the one that datapackage.json describes" in told


@pytest.mark.parametrize("held", ["", "\n", "no list\n", "abc  actions.parquet\n", "\x00\xff{"])
def test_an_empty_or_spoilt_list_of_checksums_is_told_in_one_line(release, held):
    (release.path / "SHA256SUMS").write_text(held, "latin-1")
    assert faults_of(release) == damage_of(release)
    (told,) = faults_of(release)
    assert "SHA256SUMS is missing or damaged" in told
    with pytest.raises(JobFailed, match="SHA256SUMS is missing or damaged"):
        pipeline.load("actions", data_dir=release.path)


def test_an_empty_list_of_checksums_ends_verify_with_status_1(release):
    (release.path / "SHA256SUMS").write_bytes(b"")
    ran = verify(release)
    assert ran.returncode == 1
    assert ran.stderr.count("\n") == 1
    assert "SHA256SUMS is missing or damaged" in ran.stderr


def test_a_file_that_was_not_published_with_the_release_is_named_and_keeps_nobody_out(release):
    (release.path / "actions.parquet.tmp").write_bytes(b"PAR1")
    (release.path / "spare").mkdir()
    ran = verify(release)
    assert ran.returncode == 1
    assert "actions.parquet.tmp was not published with it" in ran.stderr
    assert "spare was not published with it" in ran.stderr
    assert damage_of(release) == []
    assert len(pipeline.load("actions", data_dir=release.path)) == 1
    assert read_tables(release)["actions"].num_rows == 1
    with connect(release) as connection:
        assert connection.table("actions").fetchall()


@pytest.mark.parametrize(
    "line", ["{sum}  ../actions.parquet", "{sum}  a/b", "{sum} actions.parquet", "{sum}  "]
)
def test_a_line_that_names_no_file_of_the_folder_makes_no_list(line):
    with pytest.raises(ValueError, match="no line of a list"):
        parse_checksums(line.format(sum="0" * 64).encode())


def test_a_file_that_is_listed_twice_makes_no_list():
    with pytest.raises(ValueError, match="no line of a list"):
        parse_checksums((f"{'0' * 64}  a.parquet\n{'1' * 64}  a.parquet\n").encode())
