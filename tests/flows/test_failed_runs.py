"""A run that fails says so in one line on stderr, under Prefect as without, by the same status."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from flows.runner import _is_prefects

ROOT = Path(__file__).parents[2]
PLANBOOK = Path(sys.executable).parent / "planbook"
PLAN = ROOT / "samples" / "documents" / "port_ellery_priorities.html"
SOURCES = (
    "source_id,publisher,area_code,address,kind\n"
    "ellery,Port Ellery Council,E06000003,https://www.ellery.example/,page\n"
)
BOUND = (
    "document_id,source_id,link_pattern,min_actions\nport-ellery-priorities,ellery,priorities,40\n"
)
BROKEN = (
    "import pipeline.run as line; line.RawStore = None; import pipeline.cli; pipeline.cli.main()"
)


def said(*words: object, **environment: object) -> tuple[int, list[str]]:
    """The status of a call and the lines that it wrote on stderr."""
    kept = {name: value for name, value in os.environ.items() if "PREFECT" not in name}
    ran = subprocess.run(
        [str(word) for word in words],
        env=kept | {name: str(value) for name, value in environment.items()},
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.returncode, ran.stderr.splitlines()


def flow_runs_in(data_dir: Path) -> list[tuple[str, str]]:
    """State and message of every run that Prefect knows."""
    with closing(sqlite3.connect(data_dir / "state" / "prefect" / "prefect.db")) as database:
        return database.execute(
            "SELECT state.type, state.message FROM flow_run "
            "JOIN flow_run_state AS state ON state.id = flow_run.state_id"
        ).fetchall()


@pytest.mark.parametrize("plain", [(), ("--plain",)])
@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("nowhere", "nowhere does not exist. Name a document or a folder of documents."),
        ("empty", "empty: no document is there. Formats: .aspx, .doc"),
    ],
)
def test_a_path_that_leads_nowhere_is_one_line_and_no_server_is_started(
    tmp_path, path, told, plain
):
    (tmp_path / "empty").mkdir()
    data_dir = tmp_path / "data"
    status, lines = said(PLANBOOK, "ingest", tmp_path / path, "--data-dir", data_dir, *plain)
    assert status == 2
    (line,) = lines
    assert line.startswith("planbook: ")
    assert told in line
    assert not data_dir.exists()


@pytest.mark.slow
def test_a_release_that_is_held_is_the_same_line_as_without_prefect_and_a_failed_run(tmp_path):
    registry = tmp_path / "registry"
    registry.mkdir()
    (registry / "sources.csv").write_text(SOURCES)
    (registry / "known_documents.csv").write_text(BOUND)
    calls = [(PLANBOOK, "ingest", PLAN, "--data-dir", tmp_path / name) for name in ("flow", "line")]
    under_prefect = said(*calls[0], PLANBOOK_REGISTRY=registry)
    assert under_prefect == said(*calls[1], "--plain", PLANBOOK_REGISTRY=registry)
    status, (line,) = under_prefect
    assert status == 1
    assert "rows from port-ellery-priorities, the registry expects at least 40" in line
    ((state, message),) = flow_runs_in(tmp_path / "flow")
    assert state == "FAILED"
    assert line == f"planbook: {message}"


@pytest.mark.slow
def test_a_fault_of_planbook_itself_is_one_line_that_names_its_log(tmp_path):
    call = (sys.executable, "-c", BROKEN, "ingest", PLAN, "--data-dir", tmp_path / "data")
    status, lines = said(*call, TMPDIR=tmp_path)
    assert status == 1
    (line,) = lines
    assert line.startswith("planbook: A fault of planbook itself (TypeError: 'NoneType'")
    (log,) = tmp_path.glob("planbook-fault-*.log")
    assert line.endswith(f"Please report it with {log}.")
    assert "in fetch\n" in log.read_text()
    assert [state for state, _ in flow_runs_in(tmp_path / "data")] == ["FAILED"]


def fault_through(*packages: str) -> Exception:
    """A fault that passed through a function of each package, the last of which raised it."""
    inner = None
    for package in reversed(packages):
        code = "def step():\n    if inner is None:\n        raise OSError('gone')\n    inner()\n"
        space = {"__name__": package, "inner": inner}
        exec(code, space)
        inner = space["step"]
    with pytest.raises(OSError, match="gone") as caught:
        inner()
    return caught.value


@pytest.mark.parametrize(
    ("packages", "is_prefects"),
    [
        (("prefect.flow_engine", "pipeline.run", "prefect.task_engine", "httpx"), True),
        (("prefect.flow_engine", "pipeline.run", "prefect.task_engine", "pipeline.fetch"), False),
        (("prefect.task_engine", "pipeline.publish", "pyarrow.parquet"), False),
        (("flows.ingest",), False),
    ],
)
def test_a_fault_belongs_to_whichever_of_prefect_and_our_code_was_at_work_last(
    packages, is_prefects
):
    assert _is_prefects(fault_through(*packages)) is is_prefects
