"""Fingerprints of code and reference data: they decide what a run has to do again."""

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib import metadata, util
from pathlib import Path

READING_PACKAGES = ("extractors",)
CURATING_PACKAGES = ("extractors", "normalisers")
READING_STAGES = ("extract/reading.py", "records.py")
CURATING_STAGES = (
    "normalise/__init__.py",
    "normalise/action_rows.py",
    "normalise/context.py",
    "normalise/identity.py",
    "review/corrections.py",
    "review/override_values.py",
    "review/overrides.py",
    "review/people.py",
    "schema.py",
)
LIBRARIES = (
    "lxml",
    "pdfminer.six",
    "pdfplumber",
    "pypdfium2",
    "python-calamine",
    "rapidfuzz",
    "spacy",
    "trafilatura",
)
"""Libraries whose next version may read or match a cell otherwise."""


@cache
def reading_fingerprint() -> str:
    """Fingerprint of all that decides what is read from a document."""
    return _fingerprint(READING_PACKAGES, READING_STAGES)


@cache
def curating_fingerprint() -> str:
    """Fingerprint of all that decides the curated rows of a document, reference data included."""
    return _fingerprint(CURATING_PACKAGES, (*READING_STAGES, *CURATING_STAGES))


@cache
def release_fingerprint() -> str:
    """Fingerprint of all that decides the tables of a release."""
    return _fingerprint((*CURATING_PACKAGES, "pipeline"))


def _fingerprint(packages: Iterable[str], stages: Iterable[str] = ()) -> str:
    digest = hashlib.sha256()
    for library in LIBRARIES:
        digest.update(f"{library}=={metadata.version(library)}\n".encode())
    pipeline = Path(__file__).parents[1]
    files = [file for package in packages for file in _sources_of(package)]
    for file in [*files, *(pipeline / stage for stage in stages)]:
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def _sources_of(package: str) -> list[Path]:
    """Code and reference data of a package in a fixed order, found without importing it."""
    spec = util.find_spec(package)
    assert spec is not None and spec.submodule_search_locations
    root = Path(spec.submodule_search_locations[0])
    return sorted(path for path in root.rglob("*") if path.suffix in {".py", ".csv"})
