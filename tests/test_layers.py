"""Imports go one way, flows -> pipeline -> extractors, normalisers; stages never import stages."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "extractors": {"extractors"},
    "normalisers": {"normalisers"},
    "pipeline": {"pipeline", "extractors", "normalisers"},
    "flows": {"flows", "pipeline"},
}
STAGES = {"fetch", "extract", "normalise", "assemble", "check", "publish"}
COMPOSERS = {"run", "preview"}  # preview is the line of one document, which publishes nothing


def imported(file: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file} imports relatively"
            names |= {node.module or ""}
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def files_of(package: str) -> list[Path]:
    files = sorted((ROOT / package).rglob("*.py"))
    assert files, f"{package} holds no code"
    return files


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_a_package_imports_only_those_below_it(package):
    for file in files_of(package):
        ours = {name.partition(".")[0] for name in imported(file)} & set(MAY_IMPORT)
        assert ours <= MAY_IMPORT[package], f"{file} imports {ours - MAY_IMPORT[package]}"


def test_rooms_of_the_pdf_reader_import_only_those_before_them():
    """From the engines' words to one page to the whole document, never back."""
    rooms = ["engines", "unruled", "ruled", "page", "whole"]
    for place, room in enumerate(rooms):
        for file in files_of(f"extractors/readers/pdf/{room}"):
            later = {f"extractors.readers.pdf.{other}" for other in rooms[place + 1 :]}
            back = {name for name in imported(file) if any(name.startswith(o) for o in later)}
            assert not back, f"{file} imports {back}"


@pytest.mark.parametrize("package", ["extractors", "normalisers", "pipeline"])
def test_only_flows_imports_prefect(package):
    for file in files_of(package):
        assert "prefect" not in {name.partition(".")[0] for name in imported(file)}, file


def test_stages_never_import_one_another_and_only_the_line_composes_them():
    for file in files_of("pipeline"):
        stages = {
            name.split(".")[1]
            for name in imported(file)
            if name.startswith("pipeline.") and name.split(".")[1] in STAGES
        }
        if file.stem not in COMPOSERS:
            assert not stages - {file.stem}, f"{file} imports the stages {stages}"


def test_readers_know_nothing_of_actions():
    above = {"extractors.rows", "extractors.actions", "extractors.columns", "extractors.outline"}
    for file in sorted((ROOT / "extractors" / "readers").rglob("*.py")):
        assert not imported(file) & above, file
