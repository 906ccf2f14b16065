"""Word files, web pages and spreadsheets as publishers make them, each against its gold record.

The documents and records are made by ``tests/documents/make_*_documents.py``. Every field, every
priority, every term and every problem must be exactly the gold one.
"""

import json
import shutil
from typing import Any

import pytest

from extractors.extract import extract
from extractors.readers import read
from extractors.rows import ActionRow, Extraction
from tests.extractors.golden import DOCUMENTS, FIELDS

ENDINGS = (".docx", ".html", ".xlsx", ".ods", ".odt", ".doc")
NEEDS_OFFICE = (".odt", ".doc")
NAMES = sorted(
    path.name
    for path in DOCUMENTS.iterdir()
    if path.suffix in ENDINGS and path.with_name(f"{path.stem}.gold.json").exists()
)


@pytest.mark.parametrize("name", NAMES)
def test_a_document_of_another_publisher_is_read_exactly(name):
    path = DOCUMENTS / name
    if path.suffix in NEEDS_OFFICE and shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    gold = json.loads(path.with_name(f"{path.stem}.gold.json").read_text(encoding="utf-8"))
    assert _record(extract(read(path.read_bytes(), path.name))) == gold


def _record(found: Extraction) -> dict[str, Any]:
    problems = [*found.document.problems, *found.problems]
    return {
        "priorities": [
            {"label": row.label, "title": row.title, "summary": row.summary}
            for row in found.priorities
        ],
        "actions": [_action(row) for row in found.actions],
        "glossary": [{"term": row.term, "definition": row.definition} for row in found.glossary],
        "problems": sorted({problem.code for problem in problems}),
    }


def _action(row: ActionRow) -> dict[str, Any]:
    return {
        "ref": row.cells.get("ref", ""),
        "measures": list(row.measures),
        "section": row.section,
        "page": row.place.page,
        "page_end": row.place.page_end,
        **{gold: row.cells.get(field) for gold, field in FIELDS.items()},
    }


@pytest.mark.parametrize("number", [1, 2, 3])
def test_each_page_of_a_set_names_all_its_pages_in_the_order_of_their_contents(number):
    path = DOCUMENTS / f"web_set_{number}.html"
    links = read(path.read_bytes(), path.name).links
    assert [link.address.rpartition("/")[2] for link in links] == [
        "foreword",
        "our-priorities",
        "appendix-b-action-plan",
    ]
