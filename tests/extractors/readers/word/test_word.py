"""Word files are read whole: text, tables, numbers, and what the file says of itself."""

import json
from pathlib import Path

import pytest

from extractors.blocks import Cell, Heading, Paragraph, Table, tables_of
from extractors.readers import word
from tests.extractors.readers.word_fixtures import docx, p, tbl, tc, tr


def test_a_table_is_read_with_its_cells():
    body = tbl(tr("Ref", "Action"), tr("CS.1", "Open a second refuge")) + p("Closing words.")
    blocks = word.read(docx(body)).blocks
    table = blocks[0]
    assert isinstance(table, Table)
    assert [cell.text for cell in table.cells] == ["Ref", "Action", "CS.1", "Open a second refuge"]
    assert blocks[1] == Paragraph("Closing words.")


@pytest.mark.parametrize(
    "name", ["warwickshire_vawg_delivery_plan_2023_24", "wandsworth_vawg_strategy_2022_2025"]
)
def test_every_action_of_the_corpus_stands_in_a_cell_as_the_gold_has_it(corpus: Path, name: str):
    document = word.read((corpus / "documents" / f"{name}.docx").read_bytes())
    gold = json.loads((corpus / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    cells = [cell for table in tables_of(document.blocks) for cell in table.cells]
    contents = {_marked(cell) for cell in cells}
    for action in gold["actions"]:
        printed = [(_glyph(q["marker"]), q["text"]) for q in action["activity_paragraphs"]]
        assert not printed or tuple(printed) in contents, action["seq"]


def _marked(cell: Cell) -> tuple[tuple[str | None, str], ...]:
    return tuple((paragraph.marker, paragraph.text) for paragraph in cell.paragraphs)


def _glyph(marker: str | None) -> str | None:
    return "•" if marker == "\uf0b7" else marker


def test_headings_of_the_corpus_come_with_their_levels(corpus: Path):
    data = (corpus / "documents" / "bexley_objectives_action_plan.docx").read_bytes()
    headings = [block for block in word.read(data).blocks if isinstance(block, Heading)]
    assert [heading.level for heading in headings] == [1, 2, 2, 2, 2, 2]


def test_empty_cells_hold_no_paragraph():
    table = tables_of(word.read(docx(tbl(tr(tc(p()), tc("TBC"))))).blocks)[0]
    assert [cell.paragraphs for cell in table.cells] == [(), (Paragraph("TBC"),)]


def test_a_counted_heading_is_no_title_of_the_document():
    counted = p("1. Better homes", '<w:outlineLvl w:val="0"/>')
    body = p("Vale plan for homes") + counted + p("Everyone has one.")
    assert word.read(docx(body)).title is None
