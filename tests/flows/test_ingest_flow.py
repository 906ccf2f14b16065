"""The flow on Prefect's embedded server gives what the plain line gives."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.releases import faults_of, latest_release
from pipeline.run import ingest
from pipeline.settings import Settings

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples" / "documents"
PLANBOOK = Path(sys.executable).parent / "planbook"


def run_planbook(
    data_dir: Path, path: Path = SAMPLES, **environment: str
) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if "PREFECT" not in name}
    return subprocess.run(
        [PLANBOOK, "ingest", path, "--data-dir", data_dir],
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def tables_of(data_dir: Path) -> dict[str, str]:
    release = latest_release(data_dir)
    assert release is not None
    assert faults_of(release) == []
    files = release.path.glob("*.parquet")
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_the_flow_publishes_the_same_tables_as_the_plain_line(tmp_path):
    ran = run_planbook(tmp_path / "flow")
    assert ran.returncode == 0, ran.stderr
    assert "going on without it" not in ran.stderr
    assert "Read 3 documents" in ran.stderr
    assert "First actions" in ran.stdout
    ingest([SAMPLES], Settings(data_dir=tmp_path / "plain"))
    assert tables_of(tmp_path / "flow") == tables_of(tmp_path / "plain")


@pytest.mark.fault("E73", "R9")
def test_without_a_server_the_flow_says_so_and_the_tables_are_published(tmp_path):
    (tmp_path / "no_folder").write_text("Prefect finds no folder here")
    ran = run_planbook(
        tmp_path / "data",
        SAMPLES / "port_ellery_priorities.html",
        PREFECT_HOME=str(tmp_path / "no_folder"),
        PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS="3",
    )
    assert ran.returncode == 0, ran.stderr
    assert "going on without it" in ran.stderr
    assert tables_of(tmp_path / "data")
