"""The far side of the worker pool: a server that has loaded the readers, and its supervisors.

    caller ─── server: readers loaded, no network, forks a supervisor for each worker
                 ├── supervisor 1 ─── child: one job, then gone
                 └── supervisor 2 ─── child

A supervisor never looks into a job or a result. It forks a child for each job, waits for one
frame, the end of the child or the time limit, and then kills whatever is left of the child's
descendants. When the caller vanishes, its sockets close and everything here ends at once.

Time is processor time of the job and the programs that it starts: what a job costs does not depend
on what else the machine is doing, so no page is lost because a neighbour computes. The clock ends
a job that only waits.

Why not ``multiprocessing``'s fork server or pebble: measured with pebble 5.2.3, a process that a
job had started outlived the job, a job that ignores SIGTERM held up the pool for 3 s, all workers
share one pipe and its locks, and a caller run from standard input broke the pool, because the
fork server imports the caller's main module again.
"""

import gc
import os
import select
import shutil
import signal
import socket
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from pipeline.workers.child import (
    LENGTH,
    MEGABYTE,
    PR_SET_CHILD_SUBREAPER,
    READY,
    JobLimits,
    do_job,
    failure,
    leave_network,
    prctl,
    too_much,
)
from pipeline.workers.kin import children, used_below

TICK_S = 0.1  # how soon the end of a child is seen whose own children keep its pipe open
CHUNK = 1 << 20
NEAR_LIMIT = 0.7  # a crash with so much of the memory limit in use is put down to memory
STRAYS_S = 5.0  # how long to hunt for a job's descendants; SIGKILL takes milliseconds


def send_frame(link: socket.socket, payload: bytes) -> None:
    """Send one message whole; raises OSError when the other side has gone."""
    link.sendall(LENGTH.pack(len(payload)))
    link.sendall(payload)


def receive_frame(link: socket.socket) -> bytes | None:
    """Wait for one whole message; None when the other side has gone."""
    head = _receive(link, LENGTH.size)
    return None if head is None else _receive(link, LENGTH.unpack(head)[0])


def _receive(link: socket.socket, size: int) -> bytes | None:
    data = bytearray(size)
    view = memoryview(data)
    while view:
        try:
            got = link.recv_into(view)
        except ConnectionError:
            return None
        if not got:
            return None
        view = view[got:]
    return bytes(data)


def serve(control: socket.socket, preload: Sequence[str], limits: JobLimits, folder: str) -> None:
    """Load the modules, then fork a supervisor for each socket that the caller hands over.

    Args:
        control: Each byte received on it carries one socket; its end is the end of the server.
        preload: Names of modules that every job finds loaded.
        limits: What a job may cost.
        folder: The pool's temporary folder, removed when all is over.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    leave_network()
    for name in preload:
        with suppress(Exception):  # a job that needs the module will say what is wrong with it
            import_module(name)
    gc.collect()
    gc.freeze()  # so that collections in a child copy no page of the shared memory
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    prctl(PR_SET_CHILD_SUBREAPER, 1)  # what a killed supervisor leaves behind comes to us
    crew: set[int] = set()
    while True:
        message, sockets, _, _ = socket.recv_fds(control, 1, 1)
        _kill(set(children(os.getpid())) - crew)
        if not message:
            break
        pid = os.fork()
        if pid == 0:
            control.close()
            supervise(socket.socket(fileno=sockets[0]), limits, Path(folder))
            os._exit(0)
        crew.add(pid)
        os.close(sockets[0])
    with suppress(ChildProcessError):
        os.waitpid(-1, 0)  # SIGCHLD is ignored: this waits until every supervisor has ended
    shutil.rmtree(folder, ignore_errors=True)


def supervise(link: socket.socket, limits: JobLimits, folder: Path) -> None:
    """Do the jobs that come over the socket, one child each, until the caller is gone."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    prctl(PR_SET_CHILD_SUBREAPER, 1)  # descendants that leave their group still come back to us
    with suppress(OSError):
        send_frame(link, READY + str(os.getpid()).encode())
        while (job := receive_frame(link)) is not None:
            frame = _run(job, link, limits, folder / str(os.getpid()))
            if frame is None:
                break
            send_frame(link, frame)


@dataclass(frozen=True, slots=True)
class _End:
    """How a child ended: as ``os.wait4`` tells it, and the most memory it held, in bytes."""

    status: int
    peak: int


def _run(job: bytes, link: socket.socket, limits: JobLimits, folder: Path) -> bytes | None:
    """Give the frame that a job ends with; None when the caller has gone."""
    reader, writer = os.pipe()
    parent = os.getpid()
    pid = os.fork()
    if pid == 0:
        link.close()
        os.close(reader)
        do_job(job, writer, limits, str(folder), parent)
    os.close(writer)
    try:
        frame = _watch(pid, reader, link, limits)
    finally:
        os.close(reader)
        end = _put_down(pid)
        shutil.rmtree(folder, ignore_errors=True)
    return _explain(end, limits) if frame == b"" else frame


def _watch(pid: int, reader: int, link: socket.socket, limits: JobLimits) -> bytes | None:
    """Wait for the child's frame: b"" when it ended without one, None when the caller has gone."""
    clock = _Clock(limits)
    poll = select.poll()
    poll.register(reader, select.POLLIN)
    poll.register(link, select.POLLIN)
    data = bytearray()
    while (up := clock.time_up()) is None:
        ready = [descriptor for descriptor, _ in poll.poll(TICK_S * 1_000)]
        if link.fileno() in ready:
            return None
        if reader in ready:
            piece = os.read(reader, CHUNK)
            data += piece
            frame = _complete(data, limits) if piece else b""
            if frame is not None:
                return frame
        elif _has_ended(pid):
            return b""
    return failure("time_limit", up)


@dataclass(slots=True)
class _Clock:
    """The time that a supervisor's job has left.

    To list the processes takes some milliseconds: they are asked only when the job can have used
    up its time, if it had a processor of its own since they were asked last.
    """

    limits: JobLimits
    begun: float = field(default_factory=time.monotonic)
    ask_at: float = field(init=False)  # seconds after ``begun``: then it can be over its limit

    def __post_init__(self) -> None:
        self.ask_at = self.limits.seconds

    def time_up(self) -> str | None:
        """Why the job is to be ended now; None while it may go on."""
        passed = time.monotonic() - self.begun
        if passed >= self.limits.clock_seconds:
            return f"it was not finished after {self.limits.clock_seconds:g} s"
        if passed >= self.ask_at:
            left = self.limits.seconds - used_below(os.getpid())
            if left <= 0:
                return _used_up(self.limits)
            self.ask_at = passed + max(left, TICK_S)
        return None


def _used_up(limits: JobLimits) -> str:
    return f"it used the processor for more than {limits.seconds:g} s"


def _complete(data: bytearray, limits: JobLimits) -> bytes | None:
    """The frame once all of it is there; None until then."""
    if len(data) < LENGTH.size:
        return None
    size: int = LENGTH.unpack_from(data)[0]
    if size > limits.result_bytes:
        return too_much(size, limits)
    return bytes(data[LENGTH.size :]) if len(data) >= LENGTH.size + size else None


def _has_ended(pid: int) -> bool:
    """The child is over; it is left to be reaped by ``_put_down``."""
    return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _put_down(pid: int) -> _End:
    """Kill the child, its group and every descendant that is left; reap them all."""
    with suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)  # it may not have reached its own group yet
    _, status, usage = os.wait4(pid, 0)
    deadline = time.monotonic() + STRAYS_S
    while _reap_any() and time.monotonic() < deadline:
        _kill(children(os.getpid()))  # the orphans of the job
    return _End(status, usage.ru_maxrss * 1_024)


def _kill(pids: Iterable[int]) -> None:
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def _reap_any() -> bool:
    """Reap what has ended; True while children are left."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        return False
    return True


def _explain(end: _End, limits: JobLimits) -> bytes:
    """Say why a child ended without a result."""
    if not os.WIFSIGNALED(end.status):
        code = os.waitstatus_to_exitcode(end.status)
        return failure("crashed", f"it ended without a result (exit status {code})")
    number = os.WTERMSIG(end.status)
    if number == signal.SIGXCPU:
        return failure("time_limit", _used_up(limits))
    name = signal.strsignal(number) or f"signal {number}"
    if end.peak >= NEAR_LIMIT * limits.memory_mb * MEGABYTE:
        peak = end.peak // MEGABYTE
        return failure(
            "memory_limit", f"it ended by a signal ({name}) with {peak} MB of memory in use"
        )
    return failure("crashed", f"it ended by a signal ({name})")
