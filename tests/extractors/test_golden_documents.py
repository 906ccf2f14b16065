"""Golden PDFs: one plan in each layout, as several programs print it, read exactly."""

import json
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extractors.extract import extract
from extractors.readers import read
from extractors.rows import ActionRow, Extraction
from tests.extractors.golden import DOCUMENTS, FIELDS

NEEDS_TESSERACT = "scan_"  # begins the names of documents of which some page is a picture
GOLD = sorted(
    path for start in ("golden_", NEEDS_TESSERACT) for path in DOCUMENTS.glob(f"{start}*.gold.json")
)
WEAK_ROW = 60  # 0 to 100; readers are told to open the document below it
BULLET = "\uf0b7"  # as the Symbol font stores the bullet that it prints
CELLS = {"ref": "ref", **FIELDS}


@cache
def found(path: Path) -> Extraction:
    document = path.with_name(path.name.replace(".gold.json", ".pdf"))
    return extract(read(document.read_bytes(), document.name))


def as_gold(row: ActionRow, keys: Any) -> dict[str, Any]:
    said = {name: text.replace(BULLET, "•") for name, text in row.cells.items()}
    values: dict[str, Any] = {key: said.get(name) for key, name in CELLS.items()}
    values["measures"] = list(row.measures)
    values["section"] = row.section
    values["page"], values["page_end"] = row.place.page, row.place.page_end
    values["dropped"], values["colours"] = row.dropped, dict(row.colours)
    return {key: values[key] for key in keys}


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name.split(".")[0])
def test_a_golden_document_is_read_exactly(path):
    if path.name.startswith(NEEDS_TESSERACT) and shutil.which("tesseract") is None:
        pytest.skip("Tesseract is not installed")
    gold = json.loads(path.read_text(encoding="utf-8"))
    extraction = found(path)
    assert [
        as_gold(row, one) for row, one in zip(extraction.actions, gold["actions"], strict=False)
    ] == gold["actions"]
    assert len(extraction.actions) == len(gold["actions"])
    assert [{"label": row.label, "title": row.title} for row in extraction.priorities] == gold[
        "priorities"
    ]
    assert [row.term for row in extraction.glossary] == gold["glossary"]
    problems = [*extraction.document.problems, *extraction.problems]
    assert [problem.code for problem in problems] == gold["problems"]


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
def test_a_poor_picture_is_read_with_doubt():
    scores = [row.score for row in found(DOCUMENTS / "scan_poor.gold.json").actions]
    assert min(scores) < WEAK_ROW
