"""The caller's hold on the worker server: how it is started, in what environment, and ended."""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from pipeline.errors import JobFailed, one_line
from pipeline.workers.child import JobLimits

STOP_S = 5.0  # how long the server may take to end; it took 10 ms with two jobs running
LOG = "server.log"  # what the server says when it cannot start
KEPT_ENVIRONMENT = ("PATH", "HOME", "LD_LIBRARY_PATH", "TESSDATA_PREFIX", "PYTHONPYCACHEPREFIX")
FIXED_ENVIRONMENT = {
    "LC_ALL": "C.UTF-8",  # the same rows whatever the caller's locale, time zone or hash seed
    "TZ": "UTC",
    "PYTHONHASHSEED": "0",
    "PYTHONUTF8": "1",
    "OMP_NUM_THREADS": "1",  # the pool is the parallelism
    "OMP_THREAD_LIMIT": "1",
}
ENTRY = """
import json, socket, sys
call = json.loads(sys.argv[1])
sys.path[:] = call["path"]
from pipeline.workers.server import JobLimits, serve
control = socket.socket(fileno=call["control"])
serve(control, call["preload"], JobLimits(**call["limits"]), call["folder"])
"""  # the caller's main module is never imported: it may be a script, a notebook or pytest


@dataclass(frozen=True, slots=True)
class Server:
    """The server process, and the socket over which it is given the workers' sockets."""

    process: subprocess.Popen[bytes]
    control: socket.socket


def start_server(preload: Sequence[str], limits: JobLimits, folder: Path) -> Server:
    """Start a server; it loads its modules while the caller goes on.

    Args:
        preload: Modules that every job finds loaded.
        limits: What a job may cost.
        folder: Where it keeps its log and the jobs' temporary folders.
    """
    ours, theirs = socket.socketpair()
    call = {
        "path": [entry or str(Path.cwd()) for entry in sys.path],
        "control": theirs.fileno(),
        "preload": list(preload),
        "limits": asdict(limits),
        "folder": str(folder),
    }
    with theirs, (folder / LOG).open("wb") as log:
        process = subprocess.Popen(  # noqa: S603  # our own interpreter and code
            [sys.executable, "-c", ENTRY, json.dumps(call)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=log,
            env=_environment(),
            pass_fds=(theirs.fileno(),),
            start_new_session=True,  # Ctrl-C reaches the caller alone, which ends them all
        )
    return Server(process, ours)


def last_words(folder: Path) -> str:
    """What a server that ended too soon has said, in one line."""
    log = folder / LOG
    text = log.read_text(errors="replace") if log.exists() else ""
    return one_line(text[-300:]) or "they left no message"


def make_folder() -> Path:
    """Make the temporary folder of a pool."""
    try:
        return Path(tempfile.mkdtemp(prefix="planbook-"))
    except OSError as error:
        raise JobFailed(f"No temporary folder for the workers: {error}. Set TMPDIR.") from error


def stop_server(server: Server) -> None:
    """End a server and wait until it has; its supervisors end with their own sockets."""
    server.control.close()
    try:
        server.process.wait(STOP_S)
    except subprocess.TimeoutExpired:
        with suppress(ProcessLookupError):
            os.killpg(server.process.pid, signal.SIGKILL)
        server.process.wait()


def _environment() -> dict[str, str]:
    """No proxies, no ``CMAP_PATH``, no secrets: what a job needs and nothing else."""
    kept = {name: os.environ[name] for name in KEPT_ENVIRONMENT if name in os.environ}
    return kept | FIXED_ENVIRONMENT
