"""The processes that descend from one, and the processor time that they have used.

Read from ``/proc``, which Linux alone has; elsewhere no process is seen and no time is known.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")
PARENT, TIMES = 1, slice(11, 15)  # fields of /proc/PID/stat after the name: proc(5), 4 and 14 to 17


@dataclass(frozen=True, slots=True)
class _Process:
    """``seconds`` of processor time are its own and those of its children that it has reaped."""

    pid: int
    parent: int
    seconds: float


def children(pid: int) -> list[int]:
    """Process ids of the children of a process; those that have ended and wait to be reaped too."""
    return [process.pid for process in _listed() if process.parent == pid]


def used_below(pid: int) -> float:
    """Seconds of processor time that the living descendants of a process have used together.

    With those of descendants that a living one has reaped: a program that has ended counts for the
    process that started it. The process itself does not count.
    """
    born: dict[int, list[_Process]] = {}
    for process in _listed():
        born.setdefault(process.parent, []).append(process)
    return sum(process.seconds for process in _descendants(pid, born))


def _descendants(pid: int, born: Mapping[int, list[_Process]]) -> Iterator[_Process]:
    waiting = list(born.get(pid, ()))
    while waiting:
        process = waiting.pop()
        yield process
        waiting += born.get(process.pid, ())


def _listed() -> Iterator[_Process]:
    for entry in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            # the name in brackets may hold spaces and brackets: split after the last one
            fields = entry.read_text(errors="replace").rpartition(")")[2].split()
            seconds = sum(int(ticks) for ticks in fields[TIMES]) / TICKS_A_SECOND
            yield _Process(int(entry.parent.name), int(fields[PARENT]), seconds)
