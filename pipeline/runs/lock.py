"""One run at a time over a data folder, and the time that its stages take."""

import errno
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import filelock

from pipeline.errors import JobFailed
from pipeline.writing import sweep_beside

TAKES_NOTHING = frozenset(
    {
        *(errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM),
        *(errno.ENOTDIR, errno.EEXIST),  # a file stands where a folder should be
    }
)


@contextmanager
def alone(data_dir: Path) -> Iterator[None]:
    """Hold the folder's lock; the system frees it when the process ends, however it ends.

    What a run that was killed left half-written in ``state/`` goes first.
    """
    lock = filelock.FileLock(data_dir / "state" / "lock", timeout=0)
    try:
        with written_to(data_dir / "state"):
            (data_dir / "state").mkdir(parents=True, exist_ok=True)
            with lock:
                sweep_beside(data_dir / "state")
                yield
    except filelock.Timeout as cause:
        raise JobFailed(
            f"{data_dir}: another run is at work there. Wait until it has ended, then run again."
        ) from cause


@contextmanager
def written_to(folder: Path) -> Iterator[None]:
    """Say in one line what is to be done about a disk that takes no more, or nothing at all."""
    try:
        yield
    except OSError as cause:
        if cause.errno not in TAKES_NOTHING:
            raise
        raise JobFailed(
            f"{cause.filename or folder} cannot be written: {cause.strerror}. The last release "
            "stands. Make room or give permission to write, or choose another --data-dir; then "
            "run again."
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
