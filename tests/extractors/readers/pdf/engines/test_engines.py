"""Two engines read PDFs: where both can, they give the same cells; neither opens other files."""

import gzip
import pickle
from io import BytesIO
from pathlib import Path

import pytest
from pdfminer.cmapdb import CMapDB
from reportlab.pdfgen.canvas import Canvas

from extractors.blocks import tables_of
from extractors.limits import Limits
from extractors.readers import pdf
from extractors.readers.pdf.engines import pdfium, plumber
from tests.pipeline.faults.hostile_pdfs import map_that_names_a_path, one_page

DOCUMENTS = Path(__file__).parents[4] / "documents"
GOLDEN = sorted(DOCUMENTS.glob("golden_*.pdf"))


class Trap:
    """Unpickled, it leaves a file behind."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return Path.touch, (self.file,)


UNNAMED_BULLET = "(cid:127)"  # WinAnsi has no name for it: pdfminer prints the number, pdfium "•"


def cells(data: bytes) -> list[list[tuple[int, int, str]]]:
    tables = tables_of(pdf.read(data).blocks)
    return [
        [(cell.row, cell.column, cell.text.replace(UNNAMED_BULLET, "•")) for cell in table.cells]
        for table in tables
    ]


def test_most_golden_documents_hold_tables_to_compare():
    assert sum(bool(cells(path.read_bytes())) for path in GOLDEN) * 2 > len(GOLDEN)


@pytest.mark.fault("A27")
@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_both_engines_give_the_same_cells(path, monkeypatch):
    by_pdfium = cells(path.read_bytes())
    monkeypatch.setattr(pdfium, "open_document", lambda data: None)
    assert cells(path.read_bytes()) == by_pdfium


@pytest.mark.fault("A21")
def test_a_font_that_names_a_path_opens_no_file_there(tmp_path, monkeypatch):
    canary = tmp_path / "canary"
    sprung = tmp_path / "sprung"
    canary.with_suffix(".pickle.gz").write_bytes(gzip.compress(pickle.dumps(Trap(sprung))))
    asked = []
    real = CMapDB._load_data.__func__

    def load(kind: type, name: str) -> object:
        asked.append(name)
        return real(kind, name)

    monkeypatch.setattr(CMapDB, "_load_data", classmethod(load))
    engine = plumber.open_document(map_that_names_a_path(canary))
    assert engine is not None
    engine.page(1, Limits())
    assert [name for name in asked if str(canary) in name]
    assert not sprung.exists()


def test_the_plain_page_of_the_hostile_ones_is_read_by_both(monkeypatch):
    (told,) = [block.text for block in pdf.read(one_page()).blocks]
    monkeypatch.setattr(pdfium, "open_document", lambda data: None)
    assert [block.text for block in pdf.read(one_page()).blocks] == [told]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_turned_pages_with_a_crop_box_are_read_alike(turn):
    data = BytesIO()
    canvas = Canvas(data, pagesize=(500, 400))
    canvas.setPageRotation(turn)
    canvas.setCropBox((30, 50, 430, 350))
    canvas.setFont("Helvetica", 10)
    canvas.translate(*{0: (80, 90), 90: (300, 90), 180: (400, 300), 270: (120, 300)}[turn])
    canvas.rotate(turn)
    canvas.drawString(0, 0, "Review the contract")
    canvas.save()
    pages = [
        engine.open_document(data.getvalue()).page(1, Limits()) for engine in (pdfium, plumber)
    ]
    (one, other) = [[(word.x0, word.base) for word in page.words] for page in pages]
    assert len(one) == 3
    assert other == [pytest.approx(place, abs=1.0) for place in one]
    assert [(page.width, page.height) for page in pages] == [(pages[0].width, pages[0].height)] * 2


@pytest.mark.parametrize("engine", [pdfium, plumber])
def test_a_slanted_line_is_no_rule(engine):
    data = BytesIO()
    canvas = Canvas(data, pagesize=(400, 300))
    canvas.line(50, 200, 350, 100)  # through a table that no longer holds, say
    canvas.line(50, 80, 350, 80)
    canvas.save()
    page = engine.open_document(data.getvalue()).page(1, Limits())
    assert [(round(rule.at), rule.end - rule.start > 299) for rule in page.across] == [(220, True)]
    assert not page.down


@pytest.mark.parametrize("shape", ["roundRect", "ellipse"])
def test_a_frame_with_round_corners_has_the_four_sides_of_its_box_and_a_circle_has_none(shape):
    data = BytesIO()
    canvas = Canvas(data, pagesize=(400, 300))
    getattr(canvas, shape)(50, 100, *((300, 120, 8) if shape == "roundRect" else (350, 220)))
    canvas.save()
    page = pdfium.open_document(data.getvalue()).page(1, Limits())
    wide = {round(rule.at) for rule in page.across if rule.end - rule.start > 299}
    high = {round(rule.at) for rule in page.down if rule.end - rule.start > 119}
    assert (wide, high) == (({80, 200}, {50, 350}) if shape == "roundRect" else (set(), set()))
