"""Zip containers cut short: their whole members are read, and what is lost is told."""

import io
import zipfile
import zlib

import pytest

from extractors.errors import UnreadableDocument
from extractors.limits import DEFAULT_LIMITS
from extractors.readers import read
from extractors.readers.cut import HEADER, MEMBER, with_list

from . import sheet_fixtures as sheets
from .word_fixtures import abstract, docx, level, listed, num, p, tbl, tc, tr

PLAN = docx(
    tbl(tr("Ref", "Action", "Lead"), tr(tc(p("", listed(1))), "Light the towpath", "Vale")),
    numbering=abstract(1, level(0, "decimal", "A%1")) + num(1, 1),
)
MOST = 1_000_000


def at(data: bytes, name: str) -> int:
    """Where the header of a member begins."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.getinfo(name).header_offset


def names(data: bytes | None) -> list[str]:
    assert data is not None
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return package.namelist()


def streamed(*members: tuple[str, bytes]) -> bytes:
    """A zip written to where nothing can be written back: sizes stand behind each member."""

    class OneWay(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise io.UnsupportedOperation

        def tell(self) -> int:
            raise io.UnsupportedOperation

    stream = OneWay()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members:
            package.writestr(name, data)
    return stream.getvalue()


def test_a_word_file_that_lost_its_end_is_read_as_far_as_its_parts_are_whole():
    cut = PLAN[: at(PLAN, "word/numbering.xml") + 40]
    document = read(cut, "plan.docx")
    assert [cell.text for cell in document.blocks[0].cells][3:] == [
        "",
        "Light the towpath",
        "Vale",
    ]
    (told,) = document.problems
    assert (told.code, told.severity) == ("damaged", "warning")
    assert told.message == (
        "The file is cut short or its list of parts is broken: the 4 parts that are whole were "
        "read; lost: word/numbering.xml, word/styles.xml. Fetch or save it again."
    )


def test_a_word_file_without_its_whole_text_is_damaged():
    with pytest.raises(UnreadableDocument, match=r"word/document\.xml is missing") as caught:
        read(PLAN[: at(PLAN, "word/document.xml") + 60], "plan.docx")
    assert caught.value.code == "damaged"


def test_a_spreadsheet_without_its_formats_is_damaged_for_its_dates_would_be_numbers():
    rows = [sheets.heads("Action", "Who"), [sheets.words("Ask"), sheets.value("45352", 1)]]
    book = sheets.workbook([("Plan", sheets.sheet(rows))])
    with pytest.raises(UnreadableDocument, match=r"xl/styles\.xml is lost") as caught:
        read(book[: at(book, "xl/styles.xml") + 9], "plan.xlsx")
    assert caught.value.code == "damaged"


def test_a_spreadsheet_that_lost_only_its_list_of_parts_is_read_and_told():
    rows = [
        sheets.heads("Action", "Who", "When"),
        [sheets.words(x) for x in ("Ask", "Vale", "May")],
    ]
    book = sheets.workbook([("Plan", sheets.sheet(rows))])
    document = read(book[:-60], "plan.xlsx")
    assert [cell.text for cell in document.blocks[1].cells][3:] == ["Ask", "Vale", "May"]
    assert [problem.code for problem in document.problems] == ["damaged"]


def test_members_whose_sizes_stand_behind_them_are_kept():
    data = streamed(("a.xml", b"<a/>" * 99), ("b.xml", b"<b/>" * 99))
    assert names(with_list(data[:-70], MOST)) == ["a.xml", "b.xml"]
    assert names(with_list(data[: data.rindex(b"PK\x03\x04") + 30], MOST)) == ["a.xml"]


def test_a_member_that_does_not_have_its_checksum_is_lost_and_those_after_it_are_not():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("a.xml", "<a>first</a>")
        package.writestr("b.xml", "<b>other</b>")
    data = stream.getvalue().replace(b"first", b"worst")[:-30]
    assert names(with_list(data, MOST)) == ["b.xml"]


def test_members_beyond_the_limit_are_lost_before_they_are_unpacked():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("small.xml", b"<a/>")
        package.writestr("bomb.xml", b"\0" * 5_000_000)
    assert names(with_list(stream.getvalue()[:-30], MOST)) == ["small.xml"]


def test_broken_members_that_share_the_bytes_of_a_bomb_are_unpacked_up_to_the_limit():
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    bomb = packer.compress(b"\0" * MOST) + packer.flush()
    headers = b""
    for _ in range(3):  # each header's extra field holds the headers behind it
        extra = len(headers)
        headers = HEADER.pack(MEMBER, 20, 0, 8, 0, 0, 1, len(bomb), MOST, 0, extra) + headers
    small = streamed(("small.xml", b"<a/>"))[:-22]
    assert with_list(headers + bomb + small, MOST) is None
    assert names(with_list(headers + bomb + small, 4 * MOST)) == ["small.xml"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x03\x04" + b"\xff" * 99, b"PK" * 50])
def test_bytes_without_a_whole_member_are_no_container(data):
    assert with_list(data, DEFAULT_LIMITS.unpacked_bytes) is None
