"""Fixtures that every test may use."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("steady", derandomize=True)  # the same examples in every run
settings.load_profile("steady")

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


@pytest.fixture(scope="session")
def sample_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a release of the sample documents; tests only read it."""
    folder = tmp_path_factory.mktemp("samples") / "data"
    planbook = Path(sys.executable).parent / "planbook"
    call = [planbook, "ingest", "--plain", "samples/documents", "--data-dir", folder]
    subprocess.run(call, cwd=ROOT, check=True, capture_output=True)
    return folder
