"""The README's commands and code run as they are printed."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import pipeline

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
BIN = Path(sys.executable).parent


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def commands() -> list[str]:
    lines = [line for block in blocks("console") for line in block.splitlines()]
    return [line[2:] for line in lines if line.startswith("$ ")]


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory):
    """A data folder with the release that the README's commands speak of."""
    folder = tmp_path_factory.mktemp("readme") / "data"
    call = [BIN / "planbook", "ingest", "--plain", "samples/documents", "--data-dir", folder]
    subprocess.run(call, cwd=ROOT, check=True, capture_output=True)
    return folder


def test_the_two_commands_of_the_readme_are_targets_of_the_makefile():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for command in [command for command in commands() if command.startswith("make ")]:
        assert re.search(rf"^{command.split()[1]}:", makefile, re.MULTILINE), command


@pytest.mark.parametrize("command", [c for c in commands() if c.startswith("planbook ")])
def test_a_command_of_the_readme_runs_and_prints_what_it_shows(command, data_dir):
    words = [str(BIN / "planbook"), *shlex.split(command)[1:]]
    if words[1] == "ingest":
        words += ["--plain", "--data-dir", str(data_dir)]
    ran = subprocess.run(
        words,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={"PLANBOOK_DATA_DIR": str(data_dir), "PATH": str(BIN), "COLUMNS": "100"},
    )
    assert ran.returncode == 0, ran.stderr
    for line in shown_after(command):
        assert line in ran.stdout + ran.stderr


def shown_after(command: str) -> list[str]:
    """The lines that the README shows below a command; "..." stands for what it leaves out."""
    (block,) = [block for block in blocks("console") if f"$ {command}\n" in block]
    after = block.split(f"$ {command}\n", 1)[1].split("\n$ ")[0].splitlines()
    return [line.rstrip() for line in after if line.strip() and line.strip() != "..."]


def test_the_row_of_the_readme_is_the_one_that_is_read(data_dir):
    shown = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", README, re.MULTILINE))
    assert len(shown) == 9
    actions = pipeline.load("actions", data_dir=data_dir)
    (row,) = actions[actions["ref"] == shown["ref"]].to_dict("records")
    read = row | {
        "measures": "; ".join(row["measures"]),
        "due_latest": f"{row['due_latest']:%Y-%m-%d}",
    }
    assert {name: str(read[name]) for name in shown} == shown


def test_the_picture_of_the_readme_is_there():
    for picture in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README):
        assert (ROOT / picture).is_file()


def test_the_python_of_the_readme_runs(data_dir, monkeypatch):
    monkeypatch.setenv("PLANBOOK_DATA_DIR", str(data_dir))
    assert blocks("python")
    for code in blocks("python"):
        exec(compile(code, "README.md", "exec"), {})
