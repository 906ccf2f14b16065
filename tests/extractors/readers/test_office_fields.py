"""Fields of .rtf and .doc files say what was printed, not what LibreOffice computes."""

import io
import struct

import pytest
from olefile import OleFileIO

from extractors.readers import doc_fields, office, rtf_fields

from .test_office import needs_libreoffice

SECTOR = 512
LARGE = 8  # sectors of a stream that is kept in sectors of its own
ROOT, STREAM, NO_ENTRY = 5, 2, 0xFFFFFFFF
DATE, LINK, END = 31, 88, 0x80


def doc(*kinds: int) -> bytes:
    """A compound file whose main text holds fields of these kinds, each with a result."""
    table_stream = _plc(kinds)
    header = bytearray(SECTOR * LARGE)
    struct.pack_into("<H", header, doc_fields.FLAGS_AT, doc_fields.SECOND_TABLE)
    struct.pack_into("<LL", header, doc_fields.FIELDS_AT, 100, len(table_stream))
    table = (b"\0" * 100 + table_stream).ljust(SECTOR * LARGE, b"\0")
    chains = [0xFFFFFFFD, 0xFFFFFFFE, *_chain(2), *_chain(2 + LARGE)]
    fat = struct.pack("<128L", *chains, *[0xFFFFFFFF] * (128 - len(chains)))
    folder = b"".join(
        (
            _entry("Root Entry", ROOT, first=0xFFFFFFFE, child=1),
            _entry("WordDocument", STREAM, first=2, right=2),
            _entry("1Table", STREAM, first=2 + LARGE),
            bytes(128),
        )
    )
    start = struct.pack("<8s22xHH10xLL4xLLLLL", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 9, 6, 1, 1,
                        4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)  # fmt: skip
    listed = struct.pack("<109L", 0, *[0xFFFFFFFF] * 108)
    return start + listed + fat + folder + bytes(header) + table


def _plc(kinds: tuple[int, ...]) -> bytes:
    marks = b"".join(bytes((0x13, kind, 0x14, 0xFF, 0x15, END)) for kind in kinds)
    return struct.pack(f"<{3 * len(kinds) + 1}L", *range(3 * len(kinds) + 1)) + marks


def _chain(first: int) -> list[int]:
    return [*range(first + 1, first + LARGE), 0xFFFFFFFE]


def _entry(
    name: str, kind: int, *, first: int, right: int = NO_ENTRY, child: int = NO_ENTRY
) -> bytes:
    letters = name.encode("utf-16-le")
    size = SECTOR * LARGE if kind == STREAM else 0
    return struct.pack("<64sHBBLLL36xLL4x", letters, len(letters) + 2, kind, 1, NO_ENTRY, right,
                       child, first, size)  # fmt: skip


def kinds_of(data: bytes) -> list[int]:
    with OleFileIO(io.BytesIO(data)) as streams:
        table = streams.openstream("1Table").read()
    return [table[at + 1] for at in range(100, 300) if table[at] == 0x13 and table[at + 2] == 0x14]


def test_a_date_of_an_older_word_file_is_a_field_without_a_rule_and_a_link_stays_one():
    assert kinds_of(doc(DATE, LINK, DATE)) == [DATE, LINK, DATE]
    fixed = doc_fields.with_fixed_fields(doc(DATE, LINK, DATE))
    assert kinds_of(fixed) == [doc_fields.NO_RULE, LINK, doc_fields.NO_RULE]


@pytest.mark.parametrize("length", [0, 80, 512, 1_100, 2_000, 5_200])
def test_an_older_word_file_cut_short_stays_as_it_is(length):
    cut = doc(DATE)[:length]
    assert doc_fields.with_fixed_fields(cut) == cut


def test_a_chain_of_sectors_that_comes_back_to_itself_ends():
    looped = bytearray(doc(DATE))
    second = 2 + LARGE + 1  # sector of the table of fields, after which its first comes again
    struct.pack_into("<L", looped, SECTOR + 4 * second, second - 1)
    assert doc_fields.with_fixed_fields(bytes(looped)) == looped


def field(instruction: str, result: str) -> str:
    return (
        rf"{{\field{{\*\fldinst {{\rtlch\fcs1 \insrsid12 {instruction}}}}}{{\fldrslt {result}}}}}"
    )


@pytest.mark.parametrize(
    ("instruction", "kept"),
    [
        (r" DATE \\@ \"d MMMM yyyy\" ", False),
        ("REF Nowhere \\h", False),
        ("=SUM(ABOVE)", False),
        ('HYPERLINK "https://vale.example"', True),
        ("FORMCHECKBOX", True),
        ("PAGE", True),
        (r"TOC \\o", True),
    ],
)
def test_computed_fields_alone_are_fixed(instruction, kept):
    data = field(instruction, "12 March 2024").encode()
    assert (rtf_fields.with_fixed_fields(data) == data) is kept


@needs_libreoffice
def test_a_date_field_of_a_rich_text_file_says_what_was_printed():
    rtf = r"{\rtf1\ansi Open a refuge by " + field(r'DATE \\@ "d MMMM yyyy"', "12 March 2024") + "}"
    (block,) = office.read(rtf.encode()).blocks
    assert block.text == "Open a refuge by 12 March 2024"
