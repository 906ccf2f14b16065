"""Older and open office files are read through LibreOffice, or named as needing it."""

import io
import shutil
import stat
import struct
import time
from pathlib import Path

import pytest

from extractors.blocks import tables_of
from extractors.errors import UnreadableDocument
from extractors.limits import Limits
from extractors.readers import office, read, sniff

from .word_fixtures import zipped

needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed"
)
RTF = (
    rb"{\rtf1\ansi Harbour safety plan\par "
    rb"\trowd\cellx3000\cellx9000 HS.1\intbl\cell Light the towpath\intbl\cell\row "
    rb"\trowd\cellx3000\cellx9000 HS.2\intbl\cell Train bar staff\intbl\cell\row "
    rb"\pard End.\par}"
)
ODT_TYPE = "application/vnd.oasis.opendocument.text"
MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'


@needs_libreoffice
def test_an_rtf_file_is_read_with_its_table():
    document = read(RTF, "plan.rtf")
    table = tables_of(document.blocks)[0]
    assert document.media_type == "application/rtf"
    assert [cell.text for cell in table.cells] == [
        "HS.1", "Light the towpath", "HS.2", "Train bar staff",
    ]  # fmt: skip


def odt(paragraph: str) -> bytes:
    body = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
        f"<office:body><office:text><text:p>{paragraph}</text:p></office:text></office:body>"
        "</office:document-content>"
    )
    entry = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODT_TYPE}"/>'
    content = (
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    )
    return zipped(
        {
            "mimetype": ODT_TYPE,
            "content.xml": body,
            "META-INF/manifest.xml": f"{MANIFEST}{entry}{content}</manifest:manifest>",
        }
    )


@needs_libreoffice
def test_an_open_document_text_is_read():
    document = office.read(odt("Fund two advocates"))
    assert document.media_type == ODT_TYPE
    assert [block.text for block in document.blocks] == ["Fund two advocates"]  # type: ignore[union-attr]


@needs_libreoffice
def test_a_field_of_an_open_document_says_what_was_printed():
    # LibreOffice begins the count again at 1 and finds no data for the condition.
    count = '<text:sequence text:name="A" text:formula="ooow:A+1">7</text:sequence>'
    condition = '<text:conditional-text text:condition="ooow:">by May</text:conditional-text>'
    hidden = '<text:variable-set text:name="x" text:display="none">draft</text:variable-set>'
    document = office.read(odt(f"Action {count}: fund two advocates {condition}{hidden}."))
    assert [block.text for block in document.blocks] == [  # type: ignore[union-attr]
        "Action 7: fund two advocates by May."
    ]


@pytest.mark.fault("B38", "R9")
def test_without_libreoffice_the_problem_names_what_to_install(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(UnreadableDocument, match="apt-get install") as caught:
        office.read(RTF)
    assert caught.value.code == "needs_program"


def _program(folder: Path, script: str) -> str:
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@pytest.mark.fault("E72")
def test_a_program_that_hangs_is_ended_with_all_that_it_started(tmp_path: Path):
    program = _program(tmp_path, f"sleep 60 & echo $! > {tmp_path}/child; wait")
    with pytest.raises(UnreadableDocument) as caught:
        office.convert(RTF, "rtf", program, seconds=0.1)
    assert caught.value.code == "time_limit"
    child = int((tmp_path / "child").read_text(encoding="ascii"))
    time.sleep(0.05)
    stat_file = Path(f"/proc/{child}/stat")
    assert not stat_file.exists() or stat_file.read_text(encoding="ascii").split()[2] == "Z"


@pytest.mark.fault("E72")
def test_a_program_that_computes_without_end_is_ended_by_its_processor_time(tmp_path: Path):
    with pytest.raises(UnreadableDocument, match="took longer than 1 s") as caught:
        office.convert(RTF, "rtf", _program(tmp_path, "while :; do :; done"), seconds=1)
    assert caught.value.code == "time_limit"


def test_a_program_that_only_waits_for_others_may_take_longer_than_its_limit(tmp_path: Path):
    with pytest.raises(UnreadableDocument) as caught:  # it makes nothing, but is not late
        office.convert(RTF, "rtf", _program(tmp_path, "sleep 0.4"), seconds=0.2)
    assert caught.value.code == "damaged"


def test_a_file_that_libreoffice_cannot_open_is_damaged(tmp_path: Path):
    with pytest.raises(UnreadableDocument) as caught:
        office.convert(b"{\\rtf", "rtf", _program(tmp_path, "exit 0"))
    assert caught.value.code == "damaged"


def test_an_open_document_with_a_password_is_named_encrypted():
    entry = '<manifest:encryption-data manifest:checksum="x"/></manifest:manifest>'
    data = zipped({"mimetype": ODT_TYPE, "META-INF/manifest.xml": MANIFEST + entry})
    assert sniff(data) == ODT_TYPE
    with pytest.raises(UnreadableDocument) as caught:
        office.read(data)
    assert caught.value.code == "encrypted"


@pytest.mark.fault("B38")
def test_an_older_word_file_with_a_password_is_named_encrypted():
    start = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\x00")
    stream = struct.pack("<10sH", b"\xec\xa5", 0x0100).ljust(512, b"\x00")
    data = io.BytesIO(start + stream + "WordDocument".encode("utf-16-le")).getvalue()
    with pytest.raises(UnreadableDocument) as caught:
        office.read(data)
    assert caught.value.code == "encrypted"


def test_an_open_document_that_unpacks_beyond_the_limit_is_refused():
    data = zipped({"mimetype": ODT_TYPE, "content.xml": " " * 300_000})
    with pytest.raises(UnreadableDocument) as caught:
        office.read(data, Limits(part_bytes=100_000))
    assert caught.value.code == "unpacked_size"


def test_a_program_of_others_starts_within_limits_of_memory_and_time(tmp_path: Path):
    program = _program(tmp_path, f"ulimit -v > {tmp_path}/said; ulimit -t >> {tmp_path}/said")
    with pytest.raises(UnreadableDocument, match="1,500 MB"):
        office.convert(RTF, "rtf", program, seconds=10)
    memory, seconds = (tmp_path / "said").read_text(encoding="ascii").split()
    assert int(memory) <= 1_500_000_000 // 1_024
    assert int(seconds) <= 11
