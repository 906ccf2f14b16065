"""Fixtures that every test may use."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


def _shared(name: str) -> Path:
    folder = SHARED / name
    if not folder.is_dir():
        pytest.skip(f"{folder} is absent")
    return folder


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The development corpus: ``documents/``, ``gold/`` and ``real/``; skips where it is absent."""
    return _shared("corpus")


@pytest.fixture(scope="session")
def hostile() -> Path:
    """Damaged and hostile files of public test suites; skips where they are absent."""
    return _shared("hostile")


@pytest.fixture(scope="session")
def labelled() -> Path:
    """Labelled rows for the normalisers; skips where they are absent."""
    return _shared("reference") / "labelled"
