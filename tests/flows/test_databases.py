"""The databases of Prefect's server: PostgreSQL, and an SQLite file that somebody else holds."""

import os
import shutil
import socket
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from pipeline.releases import faults_of, latest_release
from pipeline.runs.journal import read_heartbeat, what_is_wrong
from tests.flows.served import ENDED, PLAN, PLANBOOK, Night, serving, wait_for

pytestmark = pytest.mark.slow

USER = "postgres"  # of Debian's package; the server refuses to run as root
HELD_S = 15.0  # seconds; SQLite itself waits 5, Prefect's server asks again


def programs() -> Path | None:
    """The folder of PostgreSQL's programs: on the path, or where Debian puts them."""
    found = shutil.which("initdb")
    if found is not None:
        return Path(found).resolve().parent
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return installed[-1].parent if installed else None


@pytest.fixture
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an empty database, made as the documentation says."""
    folder = programs()
    if folder is None:
        pytest.skip("PostgreSQL is not installed (apt-get install postgresql)")
    home = Path(subprocess.check_output(["mktemp", "-d"], text=True).strip())
    as_user = []
    if os.geteuid() == 0:
        shutil.chown(home, USER)
        as_user = ["setpriv", "--reuid", USER, "--regid", USER, "--clear-groups"]
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = str(probe.getsockname()[1])

    def do(program: str, *words: object) -> None:
        call = [*as_user, folder / program, *map(str, words)]
        subprocess.run(call, check=True, capture_output=True, cwd=home)

    secret = home / "password"
    secret.write_text("sesame")
    secret.chmod(0o644)
    do("initdb", "-D", home / "db", "-U", "owner", "--auth=scram-sha-256", "--pwfile", secret)
    where = f"-h 127.0.0.1 -p {port} -k {home} -c fsync=off"
    do("pg_ctl", "-D", home / "db", "-o", where, "-l", home / "log", "-w", "start")
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("PGPASSWORD", "sesame")
            call = [folder / "psql", "-h", "127.0.0.1", "-p", port, "-U", "owner", "postgres"]
            for line in (
                "CREATE USER planbook PASSWORD 'sesame'",
                "CREATE DATABASE prefect OWNER planbook",
            ):
                subprocess.run([*call, "-c", line], check=True, capture_output=True)
        yield f"postgresql+asyncpg://planbook:sesame@127.0.0.1:{port}/prefect"
    finally:
        do("pg_ctl", "-D", home / "db", "-m", "immediate", "stop")
        shutil.rmtree(home)


def test_the_nightly_run_works_on_postgresql(postgresql, tmp_path):
    with serving(tmp_path, PREFECT_SERVER_DATABASE_CONNECTION_URL=postgresql) as night:
        run = night.start_run()
        wait_for(lambda: night.state_of(run) in ENDED)
        assert night.state_of(run) == "COMPLETED", night.told()
        assert night.planned()
    release = latest_release(night.data_dir)
    assert faults_of(release) == []
    assert read_heartbeat(night.data_dir).release == release.name
    home = night.data_dir / "state" / "nightly"
    assert list(home.glob("*.db")) == []
    assert "sesame" not in night.told() + (home / "server.log").read_text()


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Night]:
    """Served on SQLite, with a vacuum that comes round every two seconds."""
    often = {"PREFECT_SERVER_SERVICES_DB_VACUUM_LOOP_SECONDS": "2"}
    with serving(tmp_path_factory.mktemp("night"), **often) as served:
        yield served


@contextmanager
def database_of(night: Night) -> Iterator[sqlite3.Connection]:
    file = night.data_dir / "state" / "nightly" / "prefect.db"
    with closing(sqlite3.connect(file, timeout=60, isolation_level=None)) as own:
        yield own


@pytest.mark.fault("E73", "R9")
def test_73_a_database_that_is_locked_for_a_while_costs_no_night(night):
    run = night.start_run()
    with database_of(night) as other:
        other.execute("BEGIN IMMEDIATE")
        time.sleep(HELD_S)
        other.execute("ROLLBACK")
    wait_for(lambda: night.state_of(run) in ENDED)
    assert night.state_of(run) == "COMPLETED", night.told()
    assert what_is_wrong(night.data_dir, timedelta(hours=1)) is None


def test_old_runs_are_cleared_out_of_the_servers_database(night):
    run = night.start_run()
    wait_for(lambda: night.state_of(run) in ENDED)
    with database_of(night) as own:
        own.execute(
            "UPDATE flow_run SET end_time = datetime('now', '-91 days') WHERE id = ?", [run]
        )
        assert own.execute("SELECT changes()").fetchone() == (1,)
    wait_for(lambda: not is_known(night, run))


def is_known(night: Night, run: str) -> bool:
    return bool(night.ask("POST", "/flow_runs/filter", flow_runs={"id": {"any_": [run]}}))


@pytest.mark.fault("E73", "R9")
def test_73_a_database_that_stays_locked_is_told_and_the_tables_are_published(tmp_path):
    home = tmp_path / "data" / "state" / "prefect"
    home.mkdir(parents=True)
    with closing(sqlite3.connect(home / "prefect.db")) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("BEGIN EXCLUSIVE")
        ran = subprocess.run(
            [PLANBOOK, "ingest", PLAN, "--data-dir", tmp_path / "data"],
            env={k: v for k, v in os.environ.items() if "PREFECT" not in k}
            | {"PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "5"},
            capture_output=True,
            text=True,
            check=False,
        )
        other.rollback()
    assert ran.returncode == 0, ran.stderr
    assert "going on without it" in ran.stderr
    assert faults_of(latest_release(tmp_path / "data")) == []
