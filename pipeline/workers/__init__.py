"""Worker processes that can be killed: run ``function(*args)`` within limits of time and memory.

Every job has a process of its own, forked from a small server that has loaded the readers and
nothing else (``server.py``). Whatever a job does - hang, abort, eat memory, fork, print -
ends as one ``Failed``; the caller, the other jobs and the jobs after it do not notice. Knows
processes, not what a document is. A pool belongs to the thread that uses it.
"""

import os
import pickle
import select
import shutil
import signal
import socket
import subprocess
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from pipeline.errors import JobFailed
from pipeline.workers.child import READY, JobLimits
from pipeline.workers.process import (
    STOP_S,
    Server,
    last_words,
    make_folder,
    start_server,
    stop_server,
)
from pipeline.workers.results import Done, Failed, Outcome, read_outcome
from pipeline.workers.server import CHUNK, receive_frame, send_frame

__all__ = ["PRELOAD", "Done", "Failed", "JobLimits", "Outcome", "WorkerPool"]

PRELOAD = (
    "pypdfium2",
    "lxml.etree",
    "extractors.readers.pdf",
    "extractors.readers.word",
    "pipeline.extract.reading",
)
"""Modules that every job finds loaded; a reader of a rarer format is imported by its own job."""

GRACE_S = 15.0  # beyond a job's limit: then its supervisor itself is stuck, and is replaced
ENDING_S = 1.0  # a server whose sockets have closed is gone within milliseconds
MAX_FALSE_STARTS = 3  # servers in a row that end before they have forked a supervisor
WATCH_LOST = Failed("crashed", "the process that watched over it was ended from outside")


@dataclass(slots=True)
class _Worker:
    """A supervisor: our end of its socket, and the job that it is doing."""

    link: socket.socket
    pid: int | None = None  # known when it has reported ready
    job: tuple[int, bytes] | None = None  # its number and the pickled call
    overdue_at: float = 0.0


@dataclass(slots=True)
class WorkerPool:
    """Runs jobs over some worker processes; use it in a ``with`` statement.

    Args:
        workers: How many jobs run at the same time.
        limits: What each job may cost.
        preload: Modules that every job finds loaded.

    ``with WorkerPool(2) as pool: outcomes = pool.run(read_pages, [(path, 1, 9), (path, 10, 18)])``
    """

    workers: int
    limits: JobLimits = field(default_factory=JobLimits)
    preload: Sequence[str] = PRELOAD
    _server: Server | None = None
    _folder: Path = Path()  # temporary files of the jobs, a folder a job
    _crew: list[_Worker] = field(default_factory=list)
    _waiting: deque[tuple[int, bytes]] = field(default_factory=deque)
    _count: int = 0
    _false_starts: int = 0

    def __enter__(self) -> Self:
        self._folder = make_folder()
        self._server = start_server(self.preload, self.limits, self._folder)
        for _ in range(self.workers):
            self._hire()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End every job and every process at once; jobs that are not done are given up."""
        _dismiss(self._crew)
        self._crew.clear()
        self._waiting.clear()
        server, self._server = self._server, None
        if server is not None:
            stop_server(server)
            shutil.rmtree(self._folder, ignore_errors=True)

    def submit(self, function: Callable[..., object], *args: object) -> int:
        """Ask for a job; its number counts from 0 and comes back with its outcome.

        Args:
            function: A function of a module that can be imported.
            args: Whatever it takes; large bytes are better read by the job from a path.
        """
        if function.__module__ == "__main__":
            raise ValueError(f"{function.__qualname__}: a worker cannot import the main module")
        number = self._count
        self._count += 1
        self._waiting.append((number, pickle.dumps((function, args))))
        return number

    def completed(self) -> Iterator[tuple[int, Outcome]]:
        """Give the jobs' numbers and outcomes as they end, until no job is left.

        More jobs may be submitted while this goes on.
        """
        while True:
            self._hand_out()
            busy = [worker for worker in self._crew if worker.job is not None]
            if not busy:
                return
            for worker in _speaking(busy):
                outcome = self._hear(worker)
                if outcome is not None:
                    yield outcome

    def run(
        self, function: Callable[..., object], arguments: Iterable[Sequence[object]]
    ) -> list[Outcome]:
        """Run the function over many arguments; outcomes come in the order of the arguments."""
        numbers = [self.submit(function, *args) for args in arguments]
        outcomes = dict(self.completed())
        return [outcomes[number] for number in numbers]

    def _hire(self) -> None:
        """Have the server fork one more supervisor; a server that has gone is replaced."""
        assert self._server is not None
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                socket.send_fds(self._server.control, [b"+"], [theirs.fileno()])
            except OSError:
                stop_server(self._server)
                self._server = start_server(self.preload, self.limits, self._folder)
                socket.send_fds(self._server.control, [b"+"], [theirs.fileno()])
        self._crew.append(_Worker(ours))

    def _hand_out(self) -> None:
        for worker in self._crew:
            if worker.job is None and self._waiting:
                worker.job = self._waiting.popleft()
                worker.overdue_at = time.monotonic() + self.limits.clock_seconds + GRACE_S
                with suppress(ConnectionError):  # a dead supervisor is noticed when listened to
                    send_frame(worker.link, worker.job[1])

    def _hear(self, worker: _Worker) -> tuple[int, Outcome] | None:
        """Take what a worker says; None when no job has ended by it."""
        if not _readable([worker], 0):
            _end_stuck(worker)
        frame = receive_frame(worker.link)
        if frame is not None and frame[:1] == READY:
            worker.pid, self._false_starts = int(frame[1:]), 0
            return None
        job, worker.job = worker.job, None
        assert job is not None
        if frame is not None:
            return job[0], read_outcome(frame)
        worker.link.close()
        self._crew.remove(worker)
        if worker.pid is None:
            self._waiting.appendleft(job)  # it was never begun
            self._start_again()
        self._hire()
        return None if worker.pid is None else (job[0], WATCH_LOST)

    def _start_again(self) -> None:
        """Replace a server that ended before it had forked a supervisor."""
        assert self._server is not None
        try:
            self._server.process.wait(ENDING_S)
        except subprocess.TimeoutExpired:
            return  # replaced already, when another worker of the old one was missed
        said = last_words(self._folder)
        stop_server(self._server)
        self._false_starts += 1
        if self._false_starts == MAX_FALSE_STARTS:
            raise JobFailed(f"The worker processes did not start: {said}")
        self._server = start_server(self.preload, self.limits, self._folder)


def _speaking(busy: Sequence[_Worker]) -> list[_Worker]:
    """Wait for the workers that have something to say, or that are long overdue."""
    while True:
        patience = max(0.0, min(worker.overdue_at for worker in busy) - time.monotonic())
        if ready := _readable(busy, patience):
            return ready
        now = time.monotonic()
        if overdue := [worker for worker in busy if worker.overdue_at <= now]:
            return overdue


def _readable(workers: Sequence[_Worker], seconds: float) -> list[_Worker]:
    poll = select.poll()
    for worker in workers:
        poll.register(worker.link, select.POLLIN)
    ready = {descriptor for descriptor, _ in poll.poll(seconds * 1_000)}
    return [worker for worker in workers if worker.link.fileno() in ready]


def _end_stuck(worker: _Worker) -> None:
    """End a supervisor that answers no more; its socket then closes."""
    if worker.pid is None:
        worker.link.shutdown(socket.SHUT_RDWR)
        return
    with suppress(ProcessLookupError):
        os.kill(worker.pid, signal.SIGKILL)


def _dismiss(crew: Sequence[_Worker]) -> None:
    """Tell all supervisors at once to end, then wait until each has ended its job and itself."""
    for worker in crew:
        with suppress(OSError):
            worker.link.shutdown(socket.SHUT_WR)
    for worker in crew:
        worker.link.settimeout(STOP_S)
        with suppress(OSError):
            while worker.link.recv(CHUNK):
                pass
        worker.link.close()
