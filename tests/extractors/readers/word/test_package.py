"""Hostile and broken Word files end as named problems, quickly."""

import contextlib
import io
import re
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.blocks import Heading, Paragraph, Table, tables_of
from extractors.errors import UnreadableDocument
from extractors.limits import Limits
from extractors.readers import read, word
from tests.extractors.readers.word_fixtures import (
    SPACES,
    docx,
    listed,
    p,
    part,
    run,
    tbl,
    tc,
    tr,
    zipped,
)

GOOD = docx(tbl(tr("HS.1", "Light the towpath")))


def code(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        word.read(data, limits or Limits())
    return caught.value.code


def main_part(text: str | bytes) -> bytes:
    return docx("", parts={"word/document.xml": text})


def body(inner: str, start: str = "") -> str:
    return f"{start}<w:document {SPACES}><w:body>{inner}</w:body></w:document>"


@pytest.mark.fault("B29")
def test_a_container_cut_before_its_text_ends_is_damaged():
    assert code(GOOD[: GOOD.index(b"word/document.xml") + 40]) == "damaged"


@pytest.mark.fault("B28")
def test_text_that_is_no_container_is_damaged():
    assert code(b"<html><body>Our plan</body></html>") == "damaged"


def test_a_package_without_a_document_is_damaged():
    assert code(zipped({"word/styles.xml": part("styles", "")})) == "damaged"


def test_a_document_without_a_body_is_damaged():
    assert code(main_part(part("document", ""))) == "damaged"


def test_bytes_changed_inside_a_part_are_damage():
    at = GOOD.index(b"word/document.xml") + len("word/document.xml") + 40
    assert code(GOOD[:at] + b"\xff" * 40 + GOOD[at + 40 :]) == "damaged"


@settings(deadline=None, max_examples=150)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), max_size=20))
def test_changed_bytes_end_as_a_document_or_as_a_named_problem(changes: list[tuple[int, int]]):
    data = bytearray(GOOD)
    for at, byte in changes:
        data[at] = byte
    with contextlib.suppress(UnreadableDocument):
        word.read(bytes(data))


@pytest.mark.fault("B30", "B31")
@pytest.mark.parametrize(
    "start",
    [
        '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>',
        f"<!--{' ' * 200_000}--><!DOCTYPE x []>",
    ],
)
def test_a_document_type_is_refused(start: str):
    assert code(main_part(body(p("&x;"), start))) == "doctype"


def test_a_document_type_in_utf_16_is_refused():
    text = body(p("x"), '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x []>')
    assert code(main_part(text.encode("utf-16"))) == "doctype"


def test_a_document_type_in_a_part_that_is_not_read_is_refused():
    assert code(docx(p("x"), parts={"customXml/item1.xml": "<!DOCTYPE x []><x/>"})) == "doctype"


def test_a_document_in_utf_16_is_read():
    text = body(p("Light the towpath"), '<?xml version="1.0" encoding="UTF-16"?>')
    assert word.read(main_part(text.encode("utf-16"))).blocks == (Paragraph("Light the towpath"),)


@pytest.mark.fault("B32")
def test_a_package_that_states_more_than_the_limit_is_refused_unopened():
    data = docx(p("x"), parts={"word/media/big.png": b"\x00" * 2_000_000})
    assert code(data, Limits(unpacked_bytes=1_000_000)) == "unpacked_size"


@pytest.mark.fault("B32")
def test_a_part_is_counted_while_it_is_unpacked_whatever_size_it_states():
    data = bytearray(docx(p("x" * 400_000)))
    infos = zipfile.ZipFile(io.BytesIO(bytes(data))).infolist()
    size = next(i.file_size for i in infos if i.filename == "word/document.xml")
    stated = size.to_bytes(4, "little")
    assert bytes(data).count(stated) == 2
    data = bytearray(bytes(data).replace(stated, (900).to_bytes(4, "little")))
    assert code(bytes(data), Limits(part_bytes=1_000)) in ("unpacked_size", "damaged")


def test_a_part_beyond_its_own_limit_is_refused():
    assert code(docx(p("x" * 400_000)), Limits(part_bytes=300_000)) == "unpacked_size"


@pytest.mark.fault("B33")
def test_three_million_empty_paragraphs_in_a_small_file_are_refused():
    start = time.process_time()
    assert code(docx("<w:p/>" * 3_000_000)) == "unpacked_size"
    assert time.process_time() - start < 5


def test_thousands_of_members_are_refused():
    assert code(zipped({f"word/{n}.bin": b"" for n in range(10_001)})) == "unpacked_size"


@pytest.mark.fault("B34")
def test_tables_nested_without_end_are_damage():
    deep = "<w:tbl><w:tr><w:tc>" * 5_000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 5_000
    assert code(docx(deep)) == "damaged"


def test_tables_nested_as_deep_as_xml_allows_are_read():
    opened = "<w:tbl><w:tr>" + tc("beside") + "<w:tc>"
    deep = opened * 80 + p("core") + "</w:tc></w:tr></w:tbl>" * 80
    table = tables_of(word.read(docx(deep)).blocks)[0]
    for _ in range(79):
        table = table.cells[1].nested[0]
    assert table.cells[1].text == "core"


@pytest.mark.fault("B36")
def test_member_names_that_climb_out_of_the_folder_are_harmless():
    assert word.read(docx(p("x"), parts={"../../evil.xml": "<a/>"})).blocks == (Paragraph("x"),)


@pytest.mark.fault("B38")
def test_macros_and_embedded_files_are_told():
    document = word.read(docx(p("x"), parts={"word/vbaProject.bin": b"macro"}))
    assert [(q.code, q.severity) for q in document.problems] == [("active_content", "notice")]


PAGE = (
    "<html><body><h2>Priority 1: Warm homes</h2><table><tr><th>Action</th><th>Lead</th></tr>"
    "<tr><td>Insulate the lofts of Café Row</td><td>Housing</td></tr></table></body></html>"
)
ARCHIVE = (
    'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="part"\n\n'
    '--part\nContent-Type: text/html; charset="iso-8859-1"\n'
    "Content-Transfer-Encoding: quoted-printable\n"
    "Content-Location: file:///C:/plan.html\n\n{}\n\n--part--\n"
)
SAVED = ARCHIVE.format(PAGE.replace("=", "=3D").replace("é", "=E9"))
LOCATION_RE = re.compile(r"Content-Location: .*\n")


@pytest.mark.parametrize(
    "chunk",
    [PAGE.encode(), SAVED.encode(), LOCATION_RE.sub("", SAVED).encode()],
    ids=["page", "archive", "archive whose parts have no address"],
)
def test_a_web_page_that_stands_in_a_word_file_is_part_of_its_text(chunk: bytes):
    body = p("Our plan") + '<w:altChunk r:id="rId9"/>' + p("Thank you")
    relations = {"rId9": ("aFChunk", "chunk.htm")}
    document = word.read(docx(body, parts={"word/chunk.htm": chunk}, relations=relations))
    before, heading, table, after = document.blocks
    assert isinstance(before, Paragraph) and isinstance(after, Paragraph)
    assert isinstance(heading, Heading) and heading.text == "Priority 1: Warm homes"
    assert isinstance(table, Table)
    assert [cell.text for cell in table.cells[2:]] == ["Insulate the lofts of Café Row", "Housing"]
    assert not document.problems


@pytest.mark.parametrize(
    "chunk",
    [b"PK\x03\x04", b"{\\rtf1 Homes}", b"MIME-Version: 1.0\n\nHomes", b"<html></html>"],
)
def test_text_in_an_embedded_part_that_is_no_page_is_told_as_lost(chunk: bytes):
    body = p("x") + '<w:altChunk r:id="rId9"/>' + '<w:altChunk r:id="rId8"/>'
    relations = {"rId9": ("aFChunk", "chunk.bin")}
    document = word.read(docx(body, parts={"word/chunk.bin": chunk}, relations=relations))
    assert [(q.code, q.severity) for q in document.problems] == [("active_content", "warning")] * 2


@pytest.mark.fault("B37", "R8")
def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch):
    def no_network(*_: object) -> None:
        raise AssertionError("the reader opened a connection")

    monkeypatch.setattr("socket.socket.connect", no_network)
    far = "http://127.0.0.1:9/x"
    kinds = ("attachedTemplate", "header", "footnotes", "styles", "image")
    relations = {f"rId{n}": (kind, far) for n, kind in enumerate(kinds)}
    assert word.read(docx(p("x"), relations=relations)).blocks == (Paragraph("x"),)


def test_a_member_with_a_password_is_named_encrypted():
    data = bytearray(GOOD)
    at = bytes(data).index(b"word/document.xml")
    data[at - 30 + 6] |= 1  # the flag in the member's own header
    end = bytes(data).rindex(b"word/document.xml")
    data[end - 46 + 8] |= 1  # and in the directory
    assert code(bytes(data)) == "encrypted"


def test_a_style_based_on_itself_ends():
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    assert word.read(docx(p("x", '<w:pStyle w:val="A"/>'), styles=styles)).blocks


def test_an_empty_document_is_told():
    assert [q.code for q in word.read(docx("")).problems] == ["no_text"]


def test_hostile_numbers_end():
    start = f'<w:start w:val="{"9" * 4_000}"/><w:numFmt w:val="upperRoman"/>'
    lists = (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">{start}'
        f'<w:lvlText w:val="{"%1" * 5_000}"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    assert word.read(docx(p("x", listed(1)) * 50, lists)).blocks


def test_the_time_grows_with_the_cells_and_no_faster():
    def seconds(rows: int) -> float:
        data = docx(tbl(*[tr(*(f"row {r} cell {c}" for c in range(8))) for r in range(rows)]))
        times = []
        for _ in range(3):
            start = time.process_time()
            word.read(data)
            times.append(time.process_time() - start)
        return min(times)

    seconds(10)
    assert seconds(600) < 15 * seconds(100)  # 6 times the cells; the rest is for a busy machine


def test_fields_and_marks_in_great_number_take_linear_time():
    begin = '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>'
    gone = "<w:rPr><w:del/></w:rPr>"
    start = time.process_time()
    word.read(docx(f"<w:p>{(begin + run('x')) * 3_000}</w:p>" + p("y", gone) * 3_000))
    assert time.process_time() - start < 5


@pytest.mark.fault("R1")
def test_every_hostile_file_is_read_or_named(hostile: Path):
    for path in sorted(hostile.glob("*.docx")):
        try:
            document = read(path.read_bytes(), path.name)
        except UnreadableDocument as error:
            assert error.code in ("damaged", "encrypted", "unknown_format"), path.name
        else:
            assert document.blocks or document.problems, path.name
