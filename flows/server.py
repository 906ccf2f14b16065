"""A Prefect server of our own for the nightly schedule: a child on loopback that ends with us.

The embedded server of ``flows.runner`` runs no scheduler. Prefect is not imported here: it reads
its settings when it is, and they are made here first.
"""

import ctypes
import os
import secrets
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

from pipeline.errors import JobFailed

HOST = "127.0.0.1"
PORT = 4200  # Prefect's own; where it is taken, any free one
TOO_NEW = (2, 1)  # SQLAlchemy: with 2.1.9 the scheduler of Prefect 3.8.8 raises and plans no run
START_S = 600.0  # seconds; an idle machine takes 16, one with ten times its load took over 180
STOP_S = 10.0
PR_SET_PDEATHSIG = 1  # prctl(2)
LOG = "server.log"
AUTH = "auth"  # file of the server's user and password, for people who open its page

QUIET_AND_LOCAL = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",  # no telemetry of the server
    "DO_NOT_TRACK": "1",  # nor of the client
    "PREFECT_LOGGING_LEVEL": "WARNING",  # progress and report are ours
    "PREFECT_RESULTS_PERSIST_BY_DEFAULT": "false",  # what to redo, our own manifest decides
}
SERVER = {
    "PREFECT_SERVER_LOGGING_LEVEL": "WARNING",
    # By default events alone are cleared away; flow runs and their logs would grow for ever.
    "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",
    "PREFECT_SERVER_SERVICES_DB_VACUUM_RETENTION_PERIOD": str(90 * 86_400),  # seconds: 90 days
    # A night or two ahead: what is planned while the machine is off would come late, all at once.
    "PREFECT_SERVER_SERVICES_SCHEDULER_MAX_RUNS": "2",
    "PREFECT_SERVER_SERVICES_SCHEDULER_MIN_RUNS": "1",
    "PREFECT_SERVER_API_CSRF_PROTECTION_ENABLED": "true",
}


def prefect_settings(home: Path) -> str | None:
    """Put our settings of Prefect into the environment; those already there go before ours.

    Args:
        home: Folder for Prefect's database and logs; made where it is missing.

    Returns:
        Address of the server that is to be started; None where ``PREFECT_API_URL`` names one.
    """
    home.mkdir(parents=True, exist_ok=True)
    settings = {**QUIET_AND_LOCAL, "PREFECT_HOME": str(home)}
    url = None
    if "PREFECT_API_URL" not in os.environ:
        port = _free_port()
        url = f"http://{HOST}:{port}"
        auth = os.environ.get("PREFECT_SERVER_API_AUTH_STRING") or _auth(home / AUTH)
        settings |= SERVER | {
            "PREFECT_API_URL": f"{url}/api",
            "PREFECT_SERVER_API_PORT": str(port),
            "PREFECT_SERVER_API_CORS_ALLOWED_ORIGINS": url,
            "PREFECT_SERVER_API_AUTH_STRING": auth,
            "PREFECT_API_AUTH_STRING": auth,
        }
    for name, value in settings.items():
        os.environ.setdefault(name, value)
    return url


@contextmanager
def running(url: str, home: Path) -> Iterator[None]:
    """Run a server at the address while the block runs; the process ends should the server end.

    Raises:
        JobFailed: It cannot work, did not start, or ended while it was needed.
    """
    _refuse_too_new()
    log = home / LOG
    with log.open("wb") as told:
        server = subprocess.Popen(  # noqa: S603  # our own words
            [sys.executable, "-m", "prefect", "server", "start", "--host", HOST],
            env=_server_environment(os.environ),
            stdin=subprocess.DEVNULL,
            stdout=told,
            stderr=subprocess.STDOUT,
            preexec_fn=_end_with_parent,
        )
    ended = threading.Event()
    try:
        _wait_until_ready(server, url, log)
        watch = threading.Thread(target=_watch, args=(server, ended), daemon=True)
        watch.start()
        yield
        if server.poll() is not None:
            raise JobFailed(f"Prefect's server ended (status {server.returncode}); see {log}.")
    finally:
        ended.set()
        _stop(server)


def _refuse_too_new() -> None:
    """A schedule that never comes due is worse than none: nobody is told."""
    found = version("sqlalchemy")
    if tuple(map(int, found.split(".")[:2])) >= TOO_NEW:
        raise JobFailed(
            f"SQLAlchemy {found} is too new for Prefect's scheduler, which would plan no run. "
            "Install 'sqlalchemy<2.1', or use 'planbook ingest --plain' under cron."
        )


def _watch(server: "subprocess.Popen[bytes]", ended: threading.Event) -> None:
    """Without its server the schedule is dead: end, so that whoever started us can start again."""
    server.wait()
    if not ended.is_set():
        os.kill(os.getpid(), signal.SIGTERM)


def _server_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """A server is no client of itself."""
    return {name: value for name, value in environment.items() if name != "PREFECT_API_URL"}


def _wait_until_ready(server: "subprocess.Popen[bytes]", url: str, log: Path) -> None:
    deadline = time.monotonic() + START_S
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise JobFailed(
                f"Prefect's server did not start (status {server.returncode}); see {log}. "
                "'planbook ingest --plain' under cron needs none."
            )
        if _answers(f"{url}/api/health"):
            return
        time.sleep(0.3)
    raise JobFailed(f"Prefect's server did not answer within {START_S:.0f} s; see {log}.")


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310  # our own http://
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _stop(server: "subprocess.Popen[bytes]") -> None:
    server.terminate()
    try:
        server.wait(STOP_S)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _end_with_parent() -> None:
    """Linux ends the server even where we are killed; elsewhere it is ended in good order alone."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _free_port() -> int:
    for port in (PORT, 0):
        with socket.socket() as probe:
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise JobFailed(f"No port is free on {HOST} for Prefect's server.")


def _auth(file: Path) -> str:
    """User and password of the server, drawn once: others on this machine may not run flows."""
    if not file.is_file():
        file.touch(mode=0o600)
        file.write_text(f"planbook:{secrets.token_urlsafe(24)}", "ascii")
    return file.read_text("ascii").strip()
