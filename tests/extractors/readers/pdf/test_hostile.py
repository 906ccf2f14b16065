"""Damaged and hostile files: each ends as a document or a named problem, never as a traceback."""

import math
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors.blocks import Box, Document, Table
from extractors.errors import CODES, UnreadableDocument
from extractors.readers import pdf

DOCUMENTS = Path(__file__).parents[3] / "documents"
PASSWORDS = ("unstructured__password.pdf", "pdfplumber__password-example.pdf")
READ = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
from extractors.errors import UnreadableDocument
from extractors.readers import pdf
pdf.SCAN_READER = "extractors.readers.absent"
for name in sys.argv[1:]:
    try:
        pdf.read(open(name, "rb").read())
    except UnreadableDocument:
        pass
print("read")
"""


def boxes(document: Document) -> Iterator[Box]:
    for block in document.blocks:
        yield from block.place.boxes
        if isinstance(block, Table):
            for cell in block.cells:
                yield from cell.place.boxes


@pytest.mark.fault("R1")
def test_files_of_public_test_suites_are_read_or_named(hostile: Path):
    names = sorted(str(path) for path in hostile.glob("*.pdf"))
    done = subprocess.run(
        [sys.executable, "-c", READ, *names], capture_output=True, text=True, timeout=200
    )
    assert (done.stdout.strip(), done.returncode) == ("read", 0), done.stderr[-2000:]


@pytest.mark.fault("A7")
@pytest.mark.parametrize("name", PASSWORDS)
def test_a_password_is_named(hostile: Path, name: str):
    with pytest.raises(UnreadableDocument) as caught:
        pdf.read((hostile / name).read_bytes())
    assert caught.value.code == "encrypted"


@pytest.mark.fault("A19")
def test_places_beyond_the_page_are_numbers(hostile: Path):
    document = pdf.read((hostile / "unstructured__negative-coords.pdf").read_bytes())
    assert all(math.isfinite(b.x0 + b.top + b.x1 + b.bottom) for b in boxes(document))


@pytest.mark.fault("A3", "A4")
@pytest.mark.parametrize("share", [0.3, 0.5, 0.7, 0.9, 0.99])
def test_a_file_cut_short_is_read_or_named(share: float):
    data = (DOCUMENTS / "furniture.pdf").read_bytes()
    try:
        document = pdf.read(data[: int(len(data) * share)])
    except UnreadableDocument as error:
        assert error.code in CODES
    else:
        assert document.pages


@pytest.mark.fault("A5")
@pytest.mark.parametrize("seed", range(40))
def test_flipped_bytes_never_raise_anything_else(seed: int):
    data = bytearray((DOCUMENTS / "furniture.pdf").read_bytes())
    for step in range(12):
        data[(seed * 7919 + step * 104_729) % len(data)] ^= 1 << (seed + step) % 8
    try:
        document = pdf.read(bytes(data))
    except UnreadableDocument as error:
        assert error.code in CODES
    else:
        assert all(problem.code in CODES for problem in document.problems)
