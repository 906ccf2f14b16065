"""Pages that a browser or Word saved as one file."""

import pytest

from extractors.blocks import Table
from extractors.errors import UnreadableDocument
from extractors.readers import MHTML, read, sniff

BLINK = """From: <Saved by Blink>
Subject: Our plan
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----Mu"


------Mu
Content-Type: {kind}
Content-Transfer-Encoding: quoted-printable
Content-Location: https://www.council.invalid/plan

<html><body><h1>Priority 1: Warm homes</h1><p>We will help those who need it most.</p>
<table><tr><th>Action</th><th>Lead</th></tr>
<tr><td>Insulate the lofts of Caf=C3=A9 Row</td><td>Housing</td></tr></table></body></html>
------Mu--
"""
LETTER = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-ID: <1>\n"


def test_a_page_saved_as_one_file_is_read_as_the_page():
    data = BLINK.format(kind="text/html").replace("\n", "\r\n").encode()
    document = read(data, "plan.mht")
    assert document.media_type == MHTML
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    assert [cell.text for cell in table.cells[2:]] == ["Insulate the lofts of Café Row", "Housing"]
    assert not document.problems


def test_an_archive_without_a_page_is_told():
    with pytest.raises(UnreadableDocument, match="holds no page"):
        read(BLINK.format(kind="image/png").encode(), "plan.mht")


def test_a_letter_with_pictures_is_no_web_archive():
    assert sniff(LETTER) is None
