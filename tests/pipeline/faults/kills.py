"""Runs the line in forked children that are killed at a chosen write, and says what was left.

Called by ``test_process.py`` with a data folder that is one document short of its next release:
``python -m tests.pipeline.faults.kills TEMPLATE DOCUMENT SCRATCH TRIALS SEED``; a JSON line a trial
comes out. What reads documents is replaced by what was read before, so that a trial takes
tenths of a second: deaths of readers are tested with the workers.
"""

import hashlib
import json
import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

from pipeline import run
from pipeline.releases import faults_of, latest_release, list_releases
from pipeline.settings import Settings

WRITES = ("os.rename", "os.mkdir", "os.symlink", "os.remove", "os.rmdir", "shutil.rmtree")
LEFT = (".building-*", ".partial-*", ".*.partial", ".*.new", "*.tmp")
MAX_DELAY_S = 1.5  # seconds; longer than a run of a child


def main() -> None:
    template, document, scratch = map(Path, sys.argv[1:4])
    trials, draw = int(sys.argv[4]), random.Random(sys.argv[5])
    undisturbed = _copy(template, scratch / "undisturbed")
    writes = _writes_of(undisturbed, document, scratch / "writes")
    _ingest(undisturbed, document)  # loads what children then have
    expected, before = _tables(undisturbed), _tables(template)
    for number in range(trials):
        data_dir = _copy(template, scratch / "trial")
        at = draw.randrange(writes) if number % 2 else None
        _killed(data_dir, document, at, draw.uniform(0, MAX_DELAY_S))
        whole = all(not faults_of(release) for release in list_releases(data_dir))
        left = _tables(data_dir) in (before, expected)
        _ingest(data_dir, document)
        after = _tables(data_dir) == expected
        swept = not [left for name in LEFT for left in data_dir.rglob(name)]
        told = {"at": at, "whole": whole, "left": left, "after": after, "swept": swept}
        print(json.dumps(told), flush=True)


def _copy(template: Path, to: Path) -> Path:
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(template, to, symlinks=True)
    return to


def _ingest(data_dir: Path, document: Path) -> None:
    run.ingest([document], Settings(data_dir=data_dir, workers=1))


def _tables(data_dir: Path) -> dict[str, str]:
    release = latest_release(data_dir)
    assert release is not None
    files = sorted(release.path.glob("*.parquet"))
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def _writes_of(data_dir: Path, document: Path, counted: Path) -> int:
    """How many times an undisturbed run writes; it runs in a child, as the killed ones do."""
    child = os.fork()
    if child == 0:
        count = 0

        def watch(event: str, args: tuple[object, ...]) -> None:
            nonlocal count
            count += _is_write(event, args)

        sys.addaudithook(watch)
        _ingest(data_dir, document)
        counted.write_text(str(count))
        os._exit(0)
    os.waitpid(child, 0)
    shutil.rmtree(data_dir)
    shutil.copytree(Path(sys.argv[1]), data_dir, symlinks=True)
    return int(counted.read_text())


def _killed(data_dir: Path, document: Path, at: int | None, delay: float) -> None:
    """Run in a child that is killed before its write number ``at``, or after some seconds."""
    child = os.fork()
    if child == 0:
        if at is not None:
            _die_at(at)
        _ingest(data_dir, document)
        os._exit(0)
    if at is None:
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _die_at(at: int) -> None:
    count = 0

    def watch(event: str, args: tuple[object, ...]) -> None:
        nonlocal count
        if _is_write(event, args):
            if count == at:
                os.kill(os.getpid(), signal.SIGKILL)
            count += 1

    sys.addaudithook(watch)


def _is_write(event: str, args: tuple[object, ...]) -> bool:
    if event == "open":
        flags = args[2]
        return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))
    return event in WRITES


if __name__ == "__main__":
    main()
