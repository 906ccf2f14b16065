"""Priorities and glossaries of the development corpus, against its gold annotations."""

import json
from pathlib import Path

import pytest

from extractors.extract import extract
from extractors.priorities.words import fold_title
from extractors.readers import read
from extractors.rows import Extraction

FILES = (
    "bexley_objectives_action_plan.docx",
    "bexley_objectives_action_plan.html",
    "llr_pcc_news.html",
    "wandsworth_vawg_strategy_2022_2025.docx",
    "wandsworth_vawg_strategy_2022_2025.pdf",
    "warwickshire_vawg_delivery_plan_2023_24.docx",
    "warwickshire_vawg_delivery_plan_2023_24.pdf",
    "what_we_plan_to_do.html",
)


@pytest.mark.parametrize("name", FILES)
def test_the_corpus_gives_its_priorities_and_terms_in_order(corpus: Path, name: str) -> None:
    gold = json.loads((corpus / "gold" / f"{Path(name).stem}.json").read_text(encoding="utf-8"))
    found = _extract(corpus, name)
    titles = [fold_title(row.title) for row in found.priorities]
    assert titles == [fold_title(row["title"]) for row in gold["priorities"]]
    terms = [(row.term, row.definition) for row in found.glossary]
    assert terms == [(row["term"], row["definition"]) for row in gold["glossary"]]
    for row, wanted in zip(found.priorities, gold["priorities"], strict=True):
        assert row.summary == wanted["summary"]
        if name.endswith(".pdf"):
            assert row.place.page == wanted["page"]


def _extract(corpus: Path, name: str) -> Extraction:
    return extract(read((corpus / "documents" / name).read_bytes(), name))
