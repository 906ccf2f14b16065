"""The development corpus read as PDF: what must hold on real layouts."""

from pathlib import Path

import pytest

from extractors.blocks import Heading, Table, tables_of
from extractors.readers import pdf


@pytest.fixture(scope="module")
def strategy(corpus: Path):
    return pdf.read((corpus / "documents/wandsworth_vawg_strategy_2022_2025.pdf").read_bytes())


def test_the_band_above_a_main_table_is_a_table_of_its_own(strategy):
    sizes = [
        (table.row_count, table.column_count)
        for table in tables_of(strategy.blocks)
        if table.place.page == 20
    ]
    assert sizes == [(2, 5), (7, 5)]


def test_cells_merged_over_rows_span_them(strategy):
    (table,) = [t for t in tables_of(strategy.blocks) if t.place.page == 26]
    spans = {cell.text: cell.row_span for cell in table.cells if cell.column == 0}
    assert (table.row_count, spans["G.1"], spans["G.4"]) == (16, 3, 1)


def test_page_numbers_and_running_footers_are_furniture(strategy):
    assert len(strategy.furniture) == 1
    assert not any(
        "Wandsworth Council |" in block.text
        for block in strategy.blocks
        if not isinstance(block, Table)
    )


def test_the_heading_above_a_table_comes_before_it(strategy):
    on_page = [block for block in strategy.blocks if block.place.page == 20]
    assert isinstance(on_page[0], Heading)
    assert all(isinstance(block, Table) for block in on_page[1:])


def test_a_scan_is_listed_page_by_page(corpus: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pdf, "SCAN_READER", "extractors.readers.absent")
    document = pdf.read((corpus / "documents/wandsworth_action_plan_scanned.pdf").read_bytes())
    assert document.scanned == (1, 2, 3, 4, 5, 6, 7)
    assert {problem.code for problem in document.problems} == {"scanned"}
