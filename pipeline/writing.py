"""Writes a file whole or not at all: readers, and runs that are killed, may come at any moment."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BESIDE = ".partial"  # ending of what is being written; its name begins with a dot


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Give a path beside, which takes the place of the file once all is written."""
    beside = path.with_name(f".{path.name}{BESIDE}")
    beside.unlink(missing_ok=True)
    try:
        yield beside
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with whole(path) as beside:
        beside.write_bytes(content)


def sweep_beside(folder: Path) -> None:
    """Remove what a process that was killed left half-written, at any depth.

    Only for a folder to which nobody else writes now.
    """
    for left in folder.rglob(f".*{BESIDE}"):
        left.unlink(missing_ok=True)
