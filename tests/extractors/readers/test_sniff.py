import io
import subprocess
import sys
import zipfile

import pytest

from extractors.errors import UnreadableDocument
from extractors.readers import (
    DOC,
    DOCX,
    ENCRYPTED_OFFICE,
    FORMATS,
    HTML,
    ODS,
    ODT,
    PDF,
    RTF,
    XLS,
    XLSX,
    read,
    sniff,
)

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500


def package(*names: str, mimetype: str | None = None) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "<x/>")
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", PDF),
        (b"\x00" * 2_000 + b"%PDF-1.4\n", PDF),  # junk before the header, as some servers send
        (b"HTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n", PDF),
        (b"A page about the mark %PDF-1.4 in files", None),
        (package("[Content_Types].xml", "word/document.xml"), DOCX),
        (package("[Content_Types].xml", "xl/workbook.xml"), XLSX),
        (package("content.xml", mimetype=ODT), ODT),
        (package("content.xml", mimetype=ODS), ODS),
        (package("readme.txt"), None),
        (COMPOUND + "WordDocument".encode("utf-16-le"), DOC),
        (COMPOUND + "Workbook".encode("utf-16-le"), XLS),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), ENCRYPTED_OFFICE),
        (b"{\\rtf1\\ansi Delivery plan}", RTF),
        (b"<!DOCTYPE html><html><body>", HTML),
        (b"\xef\xbb\xbf\n<!-- saved from -->\n<html lang='en'>", HTML),
        ("<html><body>".encode("utf-16"), HTML),
        (b"<section class='rich-text'><h2>Our actions</h2>", HTML),  # the text of a page alone
        (b"<dl><dt>Lead</dt>", HTML),
        (b"<svg xmlns='http://www.w3.org/2000/svg'>", None),
        (b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>", HTML),
        (b"<?xml version='1.0'?><plan/>", None),
        (b"Plain words about a plan.", None),
        (b"PK\x03\x04 cut off word/document.xml", DOCX),
        (b"", None),
    ],
)
def test_the_bytes_tell_the_media_type_whatever_the_name(data, media_type):
    assert sniff(data) == media_type


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"Plain words about a plan.", "unknown_format"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(data, code):
    with pytest.raises(UnreadableDocument) as fault:
        read(data, "plan.docx")
    assert fault.value.code == code
    assert "plan.docx" in fault.value.message


def test_a_page_that_is_named_pdf_is_read_as_a_page_and_noted():
    page = b"<!DOCTYPE html><html><body><h1>Page not found</h1><p>Gone.</p></body></html>"
    document = read(page, "strategy.pdf")
    assert document.media_type == HTML
    assert [problem.code for problem in document.problems] == ["wrong_content"]


@pytest.mark.parametrize("module", sorted({line.module for line in FORMATS}))
def test_every_reader_can_be_the_first_that_is_imported(module: str):
    done = subprocess.run([sys.executable, "-c", f"import {module}"], capture_output=True)
    assert done.returncode == 0, done.stderr[-500:]


def test_a_page_in_utf_16_without_its_mark_is_a_page():
    page = "<!DOCTYPE html><html><body><p>Light the quay</p></body></html>"
    for order in ("le", "be"):
        assert sniff(page.encode(f"utf-16-{order}")) == HTML


def test_an_older_office_file_cut_short_is_damaged():
    header = bytearray(COMPOUND)
    header[30:32], header[48:52] = b"\x09\x00", b"\x40\x00\x00\x00"  # its folder in sector 64
    with pytest.raises(UnreadableDocument, match="cut short") as caught:
        read(bytes(header), "plan.doc")
    assert caught.value.code == "damaged"
