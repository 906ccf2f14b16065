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
ROOMS = {  # packages in packages, each before those that build on it
    "extractors": ["readers", "columns", "stitching", "priorities", "layouts", "glossary"],
    "extractors.layouts": ["labels", "grids", "forms", "plain"],
    "extractors.readers.pdf": ["engines", "unruled", "ruled", "page", "whole"],
    "extractors.readers.pdf.engines": ["file", "drawn", "text"],
    "extractors.readers.pdf.unruled": ["rows", "marks", "heads", "columns", "labels", "strips"],
    "extractors.readers.pdf.page": ["printed", "paragraphs", "regions", "tables"],
    "extractors.readers.scan": ["pixels", "words", "ruling"],
    "extractors.readers.web": ["elements", "page", "blocks"],
}
KNOWN_TO_READERS = {
    f"extractors.{module}"
    for module in ("blocks", "errors", "limits", "months", "places", "readers", "records", "slant")
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


@pytest.mark.parametrize("package", ROOMS)
def test_rooms_of_a_package_import_only_those_before_them(package):
    for place, room in enumerate(ROOMS[package]):
        later = tuple(f"{package}.{other}." for other in ROOMS[package][place + 1 :])
        for file in files_of(f"{package}.{room}".replace(".", "/")):
            back = {name for name in imported(file) if name.startswith(later)}
            assert not back, f"{file} imports {back}"


@pytest.mark.parametrize("package", ["extractors", "normalisers", "pipeline"])
def test_only_flows_imports_prefect(package):
    for file in files_of(package):
        assert "prefect" not in {name.partition(".")[0] for name in imported(file)}, file


def test_stages_never_import_one_another_and_only_the_line_composes_them():
    for file in files_of("pipeline"):
        own = file.relative_to(ROOT / "pipeline").parts[0]
        stages = {
            name.split(".")[1]
            for name in imported(file)
            if name.startswith("pipeline.") and name.split(".")[1] in STAGES - {own}
        }
        assert file.stem in COMPOSERS or not stages, f"{file} imports the stages {stages}"


def test_readers_know_nothing_of_actions():
    for file in files_of("extractors/readers"):
        ours = {".".join(n.split(".")[:2]) for n in imported(file) if n.startswith("extractors.")}
        assert ours <= KNOWN_TO_READERS, f"{file} imports {ours - KNOWN_TO_READERS}"
