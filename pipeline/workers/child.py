"""The child that does one job: shut in first, then the job, then gone.

It knows limits and processes, not what a document is. Nothing here trusts the job: whatever it
does, the supervisor that forked the child sees a frame, or the end of the pipe, or the time limit.
"""

import ctypes
import gc
import json
import os
import pickle
import resource
import signal
import struct
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from extractors.errors import UnreadableDocument
from extractors.limits import PATIENCE

LENGTH = struct.Struct("!Q")  # every message: its length, then so many bytes
DONE, FAILED, READY = b"D", b"F", b"R"  # first byte of what a supervisor or a child says

MEGABYTE = 1_000_000
OPEN_FILES = 256  # Word and PDF readers hold under 20; a converter program some 60
CPU_SPARE_S = 5  # the supervisor ends a job first; this ends one whose supervisor is stuck
PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER, PR_SET_NO_NEW_PRIVS = 1, 36, 38
CLONE_NEWUSER, CLONE_NEWNET = 0x1000_0000, 0x4000_0000

_libc = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True, slots=True)
class JobLimits:
    """What one job may cost.

    Attributes:
        seconds: Processor time of the job and of the programs that it starts, together.
        patience: How many times as long it may take by the clock: other work on the machine makes
            it wait, and a job that only waits has to end.
        memory_mb: Megabytes of a job's own memory. A child with the readers loaded starts with
            40 MB; the heaviest readable document of the corpus needs far less than the default.
        result_bytes: Bytes of the pickled result; the fullest plan seen gives under 1 MB.
        file_bytes: Bytes of any one file that a job writes (in its own temporary folder).
    """

    seconds: float = 60.0
    patience: float = PATIENCE
    memory_mb: int = 1_000
    result_bytes: int = 50_000_000
    file_bytes: int = 64_000_000

    @property
    def clock_seconds(self) -> float:
        """Seconds by the clock after which a job is ended, whatever it has used."""
        return self.seconds * self.patience


def do_job(job: bytes, writer: int, limits: JobLimits, folder: str, parent: int) -> NoReturn:
    """Run a pickled ``(function, args)`` and write one frame to the pipe; never returns.

    Args:
        job: ``pickle.dumps((read_pages, (path, 1, 20)))``.
        writer: File descriptor of the pipe to the supervisor.
        limits: What it may cost.
        folder: Its temporary folder; the supervisor removes it.
        parent: Process id of the supervisor.
    """
    status = 1
    gc.disable()  # the process ends with its job, and gives all its memory back
    try:
        frame = _shut_in(limits, folder, parent) or _outcome(job, limits)
        _write(writer, LENGTH.pack(len(frame)) + frame)
        status = 0
    finally:
        os._exit(status)


def failure(code: str, message: str) -> bytes:
    """The frame that reports a failed job."""
    return FAILED + json.dumps({"code": code, "message": message}).encode()


_OUT_OF_MEMORY = failure("memory_limit", "it needed more memory than the limit")  # made beforehand


def _outcome(job: bytes, limits: JobLimits) -> bytes:
    try:
        function, args = pickle.loads(job)  # noqa: S301  # comes from our own caller
        frame = DONE + pickle.dumps(function(*args), protocol=pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        return _OUT_OF_MEMORY
    except UnreadableDocument as error:
        return failure(error.code, error.message)
    except SystemExit as error:
        return failure("crashed", f"it ended itself (exit status {error.code}) without a result")
    except BaseException as error:  # the border of the process
        return failure("unexpected", f"{type(error).__name__}: {error} ({_origin(error)})")
    return frame if len(frame) <= limits.result_bytes else too_much(len(frame), limits)


def too_much(size: int, limits: JobLimits) -> bytes:
    """The frame that stands for a result beyond the limit."""
    found, most = size // MEGABYTE, limits.result_bytes // MEGABYTE
    return failure("result_limit", f"its result has {found} MB, the limit is {most} MB")


def _origin(error: BaseException) -> str:
    """The innermost line of code: ``"grids.py line 88"``."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "no line known"
    return f"{Path(trace.tb_frame.f_code.co_filename).name} line {trace.tb_lineno}"


def _write(writer: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(writer, view) :]


def _shut_in(limits: JobLimits, folder: str, parent: int) -> bytes | None:
    """Leave the caller's terminal and group, and bound what the job can take.

    Gives the frame that says why that was not possible; None where all is well.
    """
    try:
        _leave_caller(folder, parent)
        _bound_all(limits)
    except (OSError, ValueError) as error:
        return failure("unexpected", f"its process could not be set up: {error}")
    return None


def _leave_caller(folder: str, parent: int) -> None:
    os.setsid()
    prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        raise OSError("its supervisor has gone")  # before it could be tied to the child's life
    prctl(PR_SET_NO_NEW_PRIVS, 1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):  # a job that prints a gigabyte fills neither disk nor terminal
        os.dup2(nowhere, descriptor)
    Path(folder).mkdir(mode=0o700)
    os.environ["TMPDIR"] = tempfile.tempdir = folder


def _bound_all(limits: JobLimits) -> None:
    memory = limits.memory_mb * MEGABYTE
    seconds = int(limits.seconds) + CPU_SPARE_S
    _bound(resource.RLIMIT_CPU, seconds, 1)  # at its hard limit a process is killed untold
    for kind, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, limits.file_bytes),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_DATA, memory),
        (resource.RLIMIT_AS, memory + _address_space()),  # DATA counts no shared or file mappings
    ):
        _bound(kind, most)


def _bound(kind: int, most: int, above: int = 0) -> None:
    """Lower a limit of this process, the hard one so much above; one that is lower stays."""
    hard = resource.getrlimit(kind)[1]
    soft, top = most, most + above
    if hard != resource.RLIM_INFINITY:
        soft, top = min(most, hard), min(top, hard)
    resource.setrlimit(kind, (soft, top))


def _address_space() -> int:
    """Bytes of address space in use; where the system does not tell, a generous guess."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[0])
    except OSError:
        return 1_000 * MEGABYTE
    return pages * resource.getpagesize()


def prctl(option: int, value: int) -> None:
    """Set a property of this process where the system is Linux; elsewhere nothing happens."""
    if sys.platform == "linux":
        _libc.prctl(option, value, 0, 0, 0)


def leave_network() -> None:
    """Move this process and all that it forks to a network without any way out, where permitted.

    Tried in a throwaway child first: a user namespace whose ids could not be mapped would leave a
    process that cannot create files.
    """
    if sys.platform != "linux":
        return
    step = _leave_as_root if os.geteuid() == 0 else _leave_as_user
    if _works(step):
        step()


def _works(step: Callable[[], None]) -> bool:
    pid = os.fork()
    if pid == 0:
        with suppress(OSError):
            step()
            os._exit(0)
        os._exit(1)
    return os.waitpid(pid, 0)[1] == 0


def _leave_as_root() -> None:
    if _libc.unshare(CLONE_NEWNET) != 0:
        raise OSError(ctypes.get_errno(), "unshare")


def _leave_as_user() -> None:
    user, group = os.geteuid(), os.getegid()
    if _libc.unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0:
        raise OSError(ctypes.get_errno(), "unshare")
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
    Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
