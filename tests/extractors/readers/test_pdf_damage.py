"""PDFs cut short or damaged on their way are read as far as they go, and say so."""

import re
import zlib
from pathlib import Path

import pytest

from extractors.blocks import Document, tables_of
from extractors.errors import UnreadableDocument
from extractors.readers import pdf
from extractors.readers.pdf.engines.damage import faults, mend

DOCUMENTS = Path(__file__).parents[2] / "documents"
TYPST = (DOCUMENTS / "golden_ruled_typst.pdf").read_bytes()  # objects packed in streams
REPORTLAB = (DOCUMENTS / "golden_narrow_dates_reportlab.pdf").read_bytes()  # one after another
SOUND = sorted(path.name for path in DOCUMENTS.glob("*.pdf"))


def words_of(document: Document) -> list[str]:
    return [cell.text for table in tables_of(document.blocks) for cell in table.cells]


def codes_of(document: Document) -> list[str]:
    return [problem.code for problem in document.problems]


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_file_has_no_faults(name: str):
    assert faults((DOCUMENTS / name).read_bytes()) == []


@pytest.mark.parametrize("whole", [TYPST, REPORTLAB], ids=["typst", "reportlab"])
def test_a_file_whose_last_lines_are_lost_is_read_whole_with_a_warning(whole: bytes):
    document = pdf.read(whole[: len(whole) * 99 // 100])
    assert words_of(document) == words_of(pdf.read(whole))
    assert codes_of(document) == ["damaged"]
    assert "cut short" in document.problems[0].message


@pytest.mark.parametrize("whole", [TYPST, REPORTLAB], ids=["typst", "reportlab"])
def test_a_wrong_place_of_the_index_is_told(whole: bytes):
    document = pdf.read(re.sub(rb"startxref\s+\d+", b"startxref\n99", whole))
    assert words_of(document) == words_of(pdf.read(whole))
    assert codes_of(document) == ["damaged"]


def test_a_file_cut_in_the_middle_says_that_words_may_be_missing():
    document = pdf.read(TYPST[: len(TYPST) // 2])
    assert "words may be missing" in document.problems[0].message


def test_a_later_state_that_lost_its_index_is_told():
    behind = b"\n7 0 obj\n<</Type/Page>>\nendobj\n"
    assert faults(REPORTLAB + behind) == ["it is cut short, or its index is broken"]


def test_a_damaged_stream_is_told():
    packed = zlib.compress(b"BT (Light the towpath) Tj ET" * 40)
    broken = packed[:20] + b"\x00" * 8 + packed[28:]
    stream = b"9 0 obj\n<</Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream\nendobj\n"
    sound, damaged = (stream % (len(packed), data) + REPORTLAB[9:] for data in (packed, broken))
    assert "1 of its streams are damaged" not in faults(b"%PDF-1.4\n" + sound)
    assert "1 of its streams are damaged" in faults(b"%PDF-1.4\n" + damaged)


def test_without_a_single_page_nothing_is_mended():
    assert mend(b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n") is None


def test_the_key_of_an_encrypted_file_is_lost_with_its_index():
    assert mend(b"%PDF-1.7\n1 0 obj\n<</Type/Page>>\nendobj\ntrailer <</Encrypt 2 0 R>>") is None


def test_a_page_tree_that_survives_says_how_many_pages_are_missing():
    cut = (
        b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
        b"2 0 obj\n<</Type/Pages/Count 3/Kids[3 0 R 4 0 R 5 0 R]>>\nendobj\n"
        b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\n"
    )
    document = pdf.read(cut)
    assert document.pages == 3
    assert "page_unreadable" in codes_of(document)


@pytest.mark.parametrize("share", range(5, 100, 5))
def test_a_file_cut_anywhere_is_read_with_a_warning_or_named(share: int):
    for whole in (TYPST, REPORTLAB):
        try:
            document = pdf.read(whole[: len(whole) * share // 100])
        except UnreadableDocument as error:
            assert error.code == "damaged"
        else:
            assert "damaged" in codes_of(document)
