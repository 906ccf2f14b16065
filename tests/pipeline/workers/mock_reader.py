"""A document type for tests alone: its content is a command that a hostile document would give."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from extractors.errors import UnreadableDocument


def read(content: str) -> object:
    """Obey ``"sleep 0.2"``, ``"oom"``, ``"fork /tmp/pid"`` and the like."""
    command, _, rest = content.partition(" ")
    return COMMANDS[command](rest)


def _hang(_: str) -> None:
    while True:
        time.sleep(60)


def _spin(_: str) -> None:
    while True:
        pass


def _spin_below(_: str) -> None:
    """As a reader does that calls a program on each piece of a page; none of them takes long."""
    while True:
        subprocess.run([sys.executable, "-S", "-c", "sum(range(2_000_000))"], check=True)


def _cpu(rest: str) -> int:
    total = 0
    for number in range(int(rest)):
        total += number % 7
    return total


def _oom(_: str) -> None:
    kept = []
    while True:
        kept.append(bytearray(10_000_000))


def _oom_abort(_: str) -> None:
    kept = []
    try:
        while True:
            kept.append(b"x" * 5_000_000)
    except MemoryError:
        os.abort()  # as native code does that cannot report it


def _throw(rest: str) -> None:
    raise ValueError(rest)


def _print(rest: str) -> str:
    line = "x" * 1_000_000
    for _ in range(int(rest)):
        os.write(1, line.encode())
        os.write(2, line.encode())
    return "printed"


def _fork(rest: str) -> None:
    Path(rest).write_text(str(_sleeper()))
    _hang("")


def _escape(rest: str) -> str:
    Path(rest).write_text(str(_sleeper(start_new_session=True)))
    return "escaped"


def _sleeper(start_new_session: bool = False) -> int:
    call = [sys.executable, "-c", "import time; time.sleep(300)"]
    return subprocess.Popen(call, start_new_session=start_new_session).pid


def _ignore_sigterm(_: str) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _hang("")


def _write(rest: str) -> str:
    Path(rest).write_bytes(b"x" * 2_000_000)
    return "written"


def _temporary(_: str) -> str:
    import tempfile

    handle, name = tempfile.mkstemp()
    os.close(handle)
    return name


def _connect(rest: str) -> str:
    with socket.create_connection(("127.0.0.1", int(rest)), timeout=2):
        return "connected"


def _unreadable(_: str) -> None:
    raise UnreadableDocument("encrypted", "plan.mock is protected by a password.")


class Booby:
    """A pickle that would run a command in whoever reads it."""

    def __reduce__(self) -> tuple[Callable[..., object], tuple[str]]:
        return os.system, ("touch /tmp/planbook-booby",)


COMMANDS: dict[str, Callable[[str], object]] = {
    "echo": lambda rest: rest,
    "hang": _hang,
    "spin": _spin,
    "spin-below": _spin_below,
    "cpu": _cpu,
    "sleep": lambda rest: time.sleep(float(rest)),
    "abort": lambda _: os.abort(),
    "segv": lambda _: os.kill(os.getpid(), signal.SIGSEGV),
    "kill": lambda _: os.kill(os.getpid(), signal.SIGKILL),
    "stop": lambda _: os.kill(os.getpid(), signal.SIGSTOP),
    "oom": _oom,
    "oom-abort": _oom_abort,
    "throw": _throw,
    "print": _print,
    "fork": _fork,
    "escape": _escape,
    "ignore-sigterm": _ignore_sigterm,
    "exit0": lambda _: os._exit(0),
    "sys-exit": lambda _: sys.exit(0),
    "big-result": lambda rest: b"x" * int(rest),
    "booby": lambda _: Booby(),
    "write": _write,
    "temporary": _temporary,
    "connect": _connect,
    "unreadable": _unreadable,
    "kill-parent": lambda _: os.kill(os.getppid(), signal.SIGKILL),
    "modules": lambda _: sorted(sys.modules),
    "environment": lambda _: dict(os.environ),
    "stdin": lambda _: sys.stdin.read(),
}
