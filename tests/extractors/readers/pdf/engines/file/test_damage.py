"""PDFs cut short or damaged on their way are read as far as they go, and say so."""

import random
import re
import time
import tracemalloc
import zlib
from pathlib import Path

import pytest

from extractors.blocks import Document, tables_of
from extractors.errors import UnreadableDocument
from extractors.readers import pdf
from extractors.readers.pdf.engines.file.damage import faults, mend

DOCUMENTS = Path(__file__).parents[5] / "documents"
TYPST = (DOCUMENTS / "golden_ruled_typst.pdf").read_bytes()  # objects packed in streams
REPORTLAB = (DOCUMENTS / "golden_narrow_dates_reportlab.pdf").read_bytes()  # one after another
SOUND = sorted(path.name for path in DOCUMENTS.glob("*.pdf"))


def words_of(document: Document) -> list[str]:
    return [cell.text for table in tables_of(document.blocks) for cell in table.cells]


def object_stream(first: int, inner: bytes, spoilt_from: int | None = None) -> bytes:
    """A file that is nothing but one object stream, without index or catalogue.

    Args:
        first: Bytes of ``inner`` before its first object.
        inner: Pairs of number and place, then the objects: ``b"4 0 <</Type/Page>>"``.
        spoilt_from: The byte of the packed stream from which on it is lost; None where it is sound.
    """
    packed = zlib.compress(inner)
    if spoilt_from is not None:
        lost = len(packed) - spoilt_from
        packed = packed[:spoilt_from] + random.Random(1).randbytes(lost)
    head = b"<</Type/ObjStm/First %d/Length %d/Filter/FlateDecode>>" % (first, len(packed))
    return b"%%PDF-1.5\n1 0 obj\n%s\nstream\n%s\nendstream\nendobj\n" % (head, packed)


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


@pytest.mark.parametrize("place", [b"1" * 5_000, b"-4", b"4.5"])
def test_an_object_stream_whose_numbers_are_none_is_read_or_named(place: bytes):
    pairs = b"4 %s 5 0 " % place
    made = object_stream(len(pairs), pairs + b"<</Type/Page/MediaBox[0 0 595 842]>>")
    assert mend(made) is None
    with pytest.raises(UnreadableDocument, match="no page can be found"):
        pdf.read(made)


def test_objects_of_a_stream_that_lie_over_one_another_are_read_once():
    pairs = b"".join(b"%d 0 %d %d " % (4 + 2 * n, 5 + 2 * n, 200_000) for n in range(200))
    page = b"<</Type/Page/MediaBox[0 0 595 842]>>".ljust(200_000)
    mended = mend(object_stream(len(pairs), pairs + page))
    assert mended is not None
    assert mended.count(b"/Type/Page/MediaBox") == 1


def packed_pages() -> tuple[list[bytes], bytes, int]:
    """Objects of pages that do not deflate well, an object stream's text, bytes before them."""
    lots = random.Random(7)
    page = b"<</Type/Page/MediaBox[0 0 595 842]/Note(%032x)>>"
    pages = [page % lots.getrandbits(128) for _ in range(300)]
    pairs = b"".join(b"%d %d " % (4 + n, n * len(pages[0])) for n in range(300))
    return pages, pairs + b"".join(pages), len(pairs)


def test_of_a_damaged_object_stream_all_objects_before_the_damage_are_read():
    pages, inner, first = packed_pages()
    mended = mend(object_stream(first, inner, spoilt_from=len(zlib.compress(inner)) // 2))
    assert mended is not None
    assert 100 < sum(page in mended for page in pages) < 150


def test_of_an_object_stream_cut_short_no_half_object_is_read():
    pages, inner, first = packed_pages()
    made = object_stream(first, inner)
    mended = mend(made[: len(made) // 2])
    assert mended is not None
    kept = mended[len(made) // 2 :].count(b"/Type/Page/")
    assert kept == sum(page in mended for page in pages)
    assert kept > 100


def test_objects_without_an_end_cost_no_more_than_their_own_bytes():
    made = b"%PDF-1.5\n" + b"".join(b"%d 0 obj\n<</A 1>>\n" % n for n in range(1, 20_001))
    made += b"20001 0 obj\n<</Type/Page/MediaBox[0 0 595 842]>>\n"
    tracemalloc.start()
    began = time.process_time()
    mended = mend(made)
    taken = time.process_time() - began
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert mended is not None
    assert mended.endswith(b"%%EOF\n")
    assert most < 50 * len(made)  # bytes; 2.9 GB for 373 kB where each head held the file's rest
    assert taken < 2  # seconds of CPU


@pytest.mark.parametrize("share", range(5, 100, 5))
def test_a_file_cut_anywhere_is_read_with_a_warning_or_named(share: int):
    for whole in (TYPST, REPORTLAB):
        try:
            document = pdf.read(whole[: len(whole) * share // 100])
        except UnreadableDocument as error:
            assert error.code == "damaged"
        else:
            assert "damaged" in codes_of(document)
