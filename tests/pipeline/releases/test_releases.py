import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import pipeline
from pipeline.errors import JobFailed, UsageError
from pipeline.publish import write_release
from pipeline.releases import (
    faults_of,
    find_release,
    latest_release,
    list_releases,
    point_to,
    read_table,
)
from tests.pipeline.release_tables import PDF, WORD, action, document, report, tables

MANIFEST = {"inputs": "0" * 64}


def publish(data_dir: Path, name: str = "0001-2026-03-01", **rows):
    held = tables(**(rows or {"actions": [action("0" * 16), action("1" * 16)]}))
    release = write_release(data_dir / "curated", held, MANIFEST, report(name))
    point_to(release)
    return release


def test_a_release_holds_every_table_and_what_describes_them(tmp_path):
    release = publish(tmp_path)
    names = {path.name for path in release.path.iterdir()}
    assert {f"{table}.parquet" for table in pipeline.schema.TABLES} < names
    assert {"datapackage.json", "dictionary.md", "report.md", "SHA256SUMS", "manifest.json"} < names
    assert faults_of(release) == []


def test_latest_points_to_the_newest_release_and_the_others_stay(tmp_path):
    publish(tmp_path)
    second = publish(tmp_path, "0002-2026-03-02")
    assert latest_release(tmp_path) == second
    assert [release.name for release in list_releases(tmp_path)] == [
        "0001-2026-03-01",
        "0002-2026-03-02",
    ]


@pytest.mark.fault("E71")
def test_releases_are_ordered_by_number_when_the_clock_was_set_back(tmp_path):
    publish(tmp_path, "0009-2036-01-01")
    publish(tmp_path, "0010-2026-03-02")
    assert list_releases(tmp_path)[-1].name == "0010-2026-03-02"


def test_what_a_killed_run_left_half_written_is_no_release_and_is_removed(tmp_path):
    left = tmp_path / "curated" / ".building-0001-2026-03-01"
    left.mkdir(parents=True)
    (left / "actions.parquet").write_bytes(b"PAR1")
    assert list_releases(tmp_path) == []
    publish(tmp_path)
    assert not left.exists()


def test_load_gives_a_frame_with_types_lists_and_the_meaning_of_each_column(tmp_path):
    publish(tmp_path)
    frame = pipeline.load("actions", data_dir=tmp_path)
    assert len(frame) == 2
    assert frame["due_latest"].dtype.kind == "M"
    assert frame["due_latest"][0] == pd.Timestamp("2027-12-31")
    assert frame["page"].dtype == pd.Int32Dtype()
    assert list(frame["measures"][0]) == ["Eight family units in use"]
    assert frame["boxes"][0][0]["top"] == 100.5
    assert frame.attrs["meanings"]["due_raw"] == "Due cell as printed"


def test_load_counts_a_plan_that_is_published_in_two_formats_once(tmp_path):
    both = [document(PDF), document(WORD, current=False)]
    rows = [action("0" * 16), action("0" * 16, edition_id=WORD)]
    publish(tmp_path, documents=both, actions=rows)
    assert len(pipeline.load("actions", data_dir=tmp_path)) == 1
    assert len(pipeline.load("actions", data_dir=tmp_path, superseded=True)) == 2


def test_an_unknown_table_or_release_is_named_with_those_that_are_there(tmp_path):
    publish(tmp_path)
    with pytest.raises(UsageError, match=r"no table 'action'.*actions"):
        pipeline.load("action", data_dir=tmp_path)
    with pytest.raises(UsageError, match=r"no release '0007'.*0001-2026-03-01"):
        pipeline.load("actions", release="0007", data_dir=tmp_path)


def test_before_the_first_release_load_says_what_to_do(tmp_path):
    with pytest.raises(JobFailed, match="Run 'planbook ingest' first"):
        pipeline.load("actions", data_dir=tmp_path)


@pytest.mark.fault("R5", "E69")
def test_no_flipped_bit_is_ever_served(tmp_path):
    release = publish(tmp_path)
    file = release.path / "actions.parquet"
    whole = file.read_bytes()
    for position in range(0, len(whole), max(1, len(whole) // 200)):
        flipped = bytearray(whole)
        flipped[position] ^= 1 << (position % 8)
        file.write_bytes(flipped)
        with pytest.raises(JobFailed, match="does not match its checksum"):
            read_table(release, "actions")


@pytest.mark.parametrize("name", ["actions.parquet", "SHA256SUMS"])
def test_a_missing_file_is_named_with_what_to_do(tmp_path, name):
    release = publish(tmp_path)
    (release.path / name).unlink()
    with pytest.raises(JobFailed, match=rf"{name} is missing.*planbook ingest"):
        read_table(find_release(tmp_path), "actions")


@pytest.mark.fault("E67")
def test_a_full_disk_publishes_nothing_and_leaves_the_last_release(tmp_path):
    first = publish(tmp_path)
    script = f"""
import resource, signal, sys
sys.path[:0] = {[str(Path(__file__).parents[3])]!r}
from tests.pipeline.releases import test_releases
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))
try:
    test_releases.publish(test_releases.Path({str(tmp_path)!r}), "0002-2026-03-02")
except test_releases.JobFailed as fault:
    print(fault)
"""
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout
    assert "could not be written" in told
    assert "too large" in told
    assert "the last release stands" in told
    assert latest_release(tmp_path) == first
    assert [path.name for path in (tmp_path / "curated").iterdir() if path.name[0] == "."] == []


@pytest.mark.fault("E74")
@pytest.mark.skipif(os.getuid() != 0, reason="only root can become somebody without permission")
def test_a_folder_without_permission_to_write_is_told_in_one_line(tmp_path):
    (tmp_path / "curated").mkdir()
    for folder in (tmp_path, *tmp_path.parents):
        folder.chmod(folder.stat().st_mode | 0o055)
    child = os.fork()
    if child == 0:
        os.setuid(65534)
        try:
            publish(tmp_path)
        except JobFailed as fault:
            os._exit(0 if "Permission denied" in str(fault) else 3)
        os._exit(4)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert list((tmp_path / "curated").iterdir()) == []


def test_datapackage_names_every_file_with_its_checksum(tmp_path):
    release = publish(tmp_path)
    package = json.loads((release.path / "datapackage.json").read_text())
    assert [resource["name"] for resource in package["resources"]] == list(pipeline.schema.TABLES)
    for resource in package["resources"]:
        data = (release.path / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"


@pytest.mark.fault("R4")
def test_the_same_tables_are_written_as_the_same_bytes(tmp_path):
    one, two = publish(tmp_path / "one"), publish(tmp_path / "two")
    for file in one.path.glob("*.parquet"):
        assert file.read_bytes() == (two.path / file.name).read_bytes()
