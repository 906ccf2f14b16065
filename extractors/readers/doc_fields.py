"""The fields of a .doc file as the text that they displayed when the file was saved.

LibreOffice computes fields anew when it opens a file: a date is today's, a reference to a bookmark
that is gone is an error. The kind of each field stands in a table beside the text; a field of a
kind without a rule keeps the result that stands in the text. Knows the table of fields of
[MS-DOC] (2.8.25 PlcFld, 2.9.90 flt) and nothing of what a document says.
"""

import struct

from extractors.readers.compound import read_streams

TEXT = "WordDocument"
FLAGS_AT, SECOND_TABLE = 10, 0x0200  # of the header: which table stream belongs to the text
FIELDS_AT = (
    0x11A  # of the header: where the fields of the main text are listed, and in how many bytes
)
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
    try:
        places = _computed(data)
    except (ValueError, KeyError, struct.error):
        return data
    fixed = bytearray(data)
    for place in places:
        fixed[place] = NO_RULE
    return bytes(fixed) if places else data


def _computed(data: bytes) -> list[int]:
    """Where in the file the kinds of the computed fields stand."""
    streams = read_streams(data)
    header = streams[TEXT].read(data)
    (flags,) = struct.unpack_from("<H", header, FLAGS_AT)
    start, length = struct.unpack_from("<LL", header, FIELDS_AT)
    table = streams["1Table" if flags & SECOND_TABLE else "0Table"]
    held = table.read(data)[start : start + length]
    count = max(len(held) - 4, 0) // 6  # positions in the text, one more than fields, then fields
    marks = [4 * (count + 1) + 2 * number for number in range(count)]
    return [
        table.place(start + at + 1)
        for at in marks
        if held[at] & KIND_BITS == BEGIN and held[at + 1] in COMPUTED
    ]
