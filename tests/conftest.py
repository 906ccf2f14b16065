"""Fixtures that every test may use."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Generator, Iterator
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)  # the same in every run
settings.load_profile("steady")

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
NO_NETWORK = Path(__file__).parent / "no_network"


def pytest_configure() -> None:
    """Keep this process and all that it starts from leaving this machine."""
    handle, log = tempfile.mkstemp(prefix="egress-", suffix=".log")
    os.close(handle)
    os.environ["EGRESS_LOG"] = log
    before = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    path = [str(NO_NETWORK), *(place for place in before if place not in ("", str(NO_NETWORK)))]
    os.environ["PYTHONPATH"] = os.pathsep.join(path)
    import_module("tests.no_network.sitecustomize")


def pytest_unconfigure() -> None:
    """Remove the log."""
    Path(os.environ["EGRESS_LOG"]).unlink(missing_ok=True)


@pytest.fixture(autouse=True)
def _nothing_leaves_this_machine() -> Iterator[None]:
    """Fail a test that tried to reach the network, even where its code got over the refusal."""
    yield
    log = Path(os.environ["EGRESS_LOG"])
    tried = log.read_text("utf-8")
    if tried:
        log.write_text("")
    assert tried == ""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the tests that start a server, beside which the many quick ones find room."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.hookimpl(wrapper=True, optionalhook=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """Take one worker more than there are cores: a server that starts keeps its test waiting."""
    count = yield
    return count if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ else count + 1


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
