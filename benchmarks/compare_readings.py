"""Two readings of the same documents side by side: what a change of engine or code lost.

    python -m benchmarks.compare_readings read FOLDER before.json
    ... change the code, or install another version of a library ...
    python -m benchmarks.compare_readings read FOLDER after.json
    python -m benchmarks.compare_readings compare before.json after.json

New failures come first, then lost cells, then gained ones. Exit status 1 where anything was lost.
"""

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from extractors.limits import Limits
from extractors.readers import ENDINGS, sniff
from pipeline.extract import Work, extract_editions
from pipeline.records import Edition, ReadEdition
from pipeline.workers import JobLimits, WorkerPool

SHOWN = 5  # cells of a document that are printed
WIDTH = 90  # characters of a cell that are printed
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs in one document; cells as ``"lead: Housing"``."""

    name: str
    new_errors: list[str]
    lost: list[str]
    gained: list[str]


def main() -> int:
    """Read a folder, or compare two readings."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=["read", "compare"])
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    words = parser.parse_args()
    if words.what == "read":
        words.second.write_text(json.dumps(read_folder(words.first), indent=1), "utf-8")
        return 0
    before, after = (json.loads(file.read_text("utf-8")) for file in (words.first, words.second))
    differences = list(compare(before, after))
    show(differences, len(before))
    return int(any(found.new_errors or found.lost for found in differences))


def read_folder(folder: Path) -> dict[str, Any]:
    """Errors and cells of every document below a folder, by its path in it."""
    files = [path for path in sorted(folder.rglob("*")) if path.suffix.lower() in ENDINGS]
    works = {str(path.relative_to(folder)): _work(path) for path in files}
    with WorkerPool(2, JobLimits(seconds=120.0)) as pool:
        read = extract_editions(list(works.values()), pool, Limits())
    return {name: _told(reading) for name, reading in zip(works, read, strict=True)}


def compare(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Difference]:
    """The documents that differ, worst first; one that is missing has lost all its cells."""
    nothing: dict[str, Any] = {"errors": [], "cells": []}
    found = []
    for name in sorted({*before, *after}):
        old, new = before.get(name, nothing), after.get(name, nothing)
        had, has = Counter(old["cells"]), Counter(new["cells"])
        errors = sorted((Counter(new["errors"]) - Counter(old["errors"])).elements())
        lost, gained = (sorted(more.elements()) for more in (had - has, has - had))
        if errors or lost or gained:
            found.append(Difference(name, errors, lost, gained))
    yield from sorted(found, key=lambda d: (-len(d.new_errors), -len(d.lost), d.name))


def show(differences: Iterable[Difference], number: int) -> None:
    """Print a block for each document that differs."""
    differences = list(differences)
    for found in differences:
        counts = f"{len(found.lost)} cells lost, {len(found.gained)} gained"
        print(f"{found.name}: {', '.join([*found.new_errors, counts])}")
        for mark, cells in (("-", found.lost), ("+", found.gained)):
            for cell in cells[:SHOWN]:
                print(f"  {mark} {cell[:WIDTH]}")
    lost = sum(len(found.lost) for found in differences)
    print(f"{number} documents, {len(differences)} differ, {lost} cells lost.")


def _work(path: Path) -> Work:
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    return Work(
        Edition(digest, path.stem, path.name, sniff(data), len(data), EPOCH, path.name), path
    )


def _told(read: ReadEdition) -> dict[str, list[str]]:
    cells = [f"{name}: {text}" for row in read.actions for name, text in row.cells.items() if text]
    cells += [f"priority: {row.title}" for row in read.priorities]
    cells += [f"term: {row.term}" for row in read.glossary]
    errors = [problem.code for problem in read.problems if problem.severity == "error"]
    return {"errors": sorted(errors), "cells": sorted(cells)}


if __name__ == "__main__":
    sys.exit(main())
