"""The fields of a .doc file as the text that they displayed when the file was saved.

LibreOffice computes fields anew when it opens a file: a date is today's, a reference to a bookmark
that is gone is an error. The kind of each field stands in a table beside the text; a field of a
kind without a rule keeps the result that stands in the text. Knows the table of fields of
[MS-DOC] (2.8.25 PlcFld, 2.9.90 flt) and nothing of what a document says.
"""

import io
import struct

from olefile import OleFileIO

TEXT = "WordDocument"
FLAGS_AT, SECOND_TABLE = 10, 0x0200  # of the header: which table stream belongs to the text
FIELDS_AT = 0x11A  # of the header: where the main text's fields are listed, and in how many bytes
BEGIN, KIND_BITS = 0x13, 0x1F
NO_RULE = 2  # a kind that LibreOffice has no rule for (tried: 0, 1 and 99 lose the result)
COMPUTED = frozenset(
    (
        *(3, 7, 10, 12),  # REF, IF, STYLEREF, SEQ
        *range(14, 26),  # INFO, TITLE, SUBJECT, AUTHOR ... CREATEDATE, SAVEDATE, PRINTDATE ...
        *range(27, 33),  # NUMWORDS, NUMCHARS, FILENAME, TEMPLATE, DATE, TIME
        *(34, 35, 37, 38, 39),  # =, QUOTE, PAGEREF, ASK, FILLIN
        *(59, 60, 61, 62, 64, 69, 72, 85),  # MERGEFIELD, USERNAME ... NOTEREF, DOCPROPERTY
    )
)


def with_fixed_fields(data: bytes) -> bytes:
    """The bytes of a .doc file whose computed fields have no kind, so that their results stay.

    Links, fields of a form, page numbers and tables of contents stay fields. Gives the file as it
    is where its fields cannot be found.
    """
    fixed = io.BytesIO(data)
    try:
        with OleFileIO(fixed) as streams:
            _fix(streams)
            return fixed.getvalue()
    except (OSError, ValueError, TypeError, AttributeError, IndexError, struct.error):
        return data  # olefile raises whichever of these where a file contradicts itself


def _fix(streams: OleFileIO) -> None:
    """Write over the kinds of the computed fields, in the table stream that lists them."""
    header = streams.openstream(TEXT).read()
    (flags,) = struct.unpack_from("<H", header, FLAGS_AT)
    start, length = struct.unpack_from("<LL", header, FIELDS_AT)
    name = "1Table" if flags & SECOND_TABLE else "0Table"
    table = bytearray(streams.openstream(name).read())
    held = table[start : start + length]
    count = max(len(held) - 4, 0) // 6  # positions in the text, one more than fields, then fields
    for at in range(4 * (count + 1), 4 * (count + 1) + 2 * count, 2):
        if held[at] & KIND_BITS == BEGIN and held[at + 1] in COMPUTED:
            table[start + at + 1] = NO_RULE
    streams.write_stream(name, bytes(table))
