"""One run at a time over a data folder, and the time that its stages take."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import filelock

from pipeline.errors import JobFailed
from pipeline.writing import sweep_beside


@contextmanager
def alone(data_dir: Path) -> Iterator[None]:
    """Hold the folder's lock; the system frees it when the process ends, however it ends.

    What a run that was killed left half-written in ``state/`` goes first.
    """
    lock = filelock.FileLock(data_dir / "state" / "lock", timeout=0)
    try:
        _make_folder(data_dir / "state")
        with lock:
            sweep_beside(data_dir / "state")
            yield
    except filelock.Timeout as cause:
        raise JobFailed(
            f"{data_dir}: another run is at work there. Wait until it has ended, then run again."
        ) from cause
    except PermissionError as cause:
        raise JobFailed(
            f"{cause.filename}: no permission to write. Give it, or choose another --data-dir."
        ) from cause


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as cause:
        raise JobFailed(
            f"{folder}: the folder cannot be made ({cause.strerror}). Give permission to write, "
            "or choose another --data-dir."
        ) from cause


@dataclass(slots=True)
class Clock:
    """Seconds spent in each stage."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what is done within, under the stage's name."""
        start = time.perf_counter()
        yield
        self.seconds[name] = round(time.perf_counter() - start, 3)
