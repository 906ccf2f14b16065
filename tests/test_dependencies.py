"""What the project is installed with: floors above known holes, and a lock with hashes."""

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).parent.parent
FLOORS = {
    "pdfminer.six": "20260107",  # CVE-2025-64512: a document chose the file that was unpickled
    "pillow": "12.3",  # a picture that unpacked without bound
    "pyarrow": "14.0.1",  # CVE-2023-47248: code in a Parquet file
    "lxml": "5.0",  # entities of the outside are off by default
}


def required() -> dict[str, Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [Requirement(line) for line in project["dependencies"]]
    return {line.name.lower(): line for line in wanted}


def lowest(line: Requirement) -> Version:
    (floor,) = [part for part in line.specifier if part.operator == ">="]
    return Version(floor.version)


@pytest.mark.fault("R10", "A21")
@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_a_library_with_a_known_hole_is_never_installed(name, floor):
    assert lowest(required()[name]) >= Version(floor)
    assert Version(version(name)) >= Version(floor)


@pytest.mark.fault("R10")
def test_the_lock_names_every_package_with_its_hash_and_no_host():
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    packages = re.findall(r"^([\w.\-\[\]]+)==", lock, re.MULTILINE)
    assert len(packages) == len(re.findall(r"==[^\n]*\\\n\s+--hash=sha256:", lock))
    assert {name.lower().replace("_", "-") for name in required()} <= {
        re.sub(r"\[.*", "", name).replace("pdfminer-six", "pdfminer.six") for name in packages
    }
    assert "://" not in lock
    assert "--index-url" not in lock


@pytest.mark.fault("R10")
def test_one_command_tries_the_newest_libraries():
    made = (ROOT / "Makefile").read_text("utf-8")
    assert re.search(r"^newest:.*\n\t@bash scripts/newest\.sh$", made, re.MULTILINE)
    script = (ROOT / "scripts" / "newest.sh").read_text("utf-8")
    for folder in re.findall(r"tests/[\w/.]+", script):
        assert (ROOT / folder).exists(), folder
    assert "requirements.lock" not in script
