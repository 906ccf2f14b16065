r"""The fields of an .rtf file as the text that they displayed when the file was saved.

LibreOffice computes fields anew when it opens a file: a date is today's, a reference to another
file's bookmark is an error, a property that the file lacks is empty. What was printed is the
field's result, ``{\field{\*\fldinst DATE}{\fldrslt 12 March 2024}}``. Knows the fields of RTF 1.9.1
and nothing of what a document says.
"""

import re

FIELD_RE = re.compile(
    rb"\\field(?![a-z])\s*(?:\\fld(?:dirty|edit|lock|priv)\s*){0,4}"
    rb"\{\s*(?:\\\*\s*)?\\fldinst(?![a-z])"
)
NOISE_RE = re.compile(rb"\\[a-z]+-?\d* ?|[{}\s]")  # control words, braces before a field's name
NAME_RE = re.compile(rb"[A-Za-z]+|=")
NAME_WITHIN = 600  # bytes; Word writes up to 200 of control words before the name
COMPUTED = frozenset(
    name.encode()
    for name in (
        "=", "ASK", "AUTHOR", "COMMENTS", "CREATEDATE", "DATE", "DOCPROPERTY", "DOCVARIABLE",
        "EDITTIME", "FILENAME", "FILESIZE", "FILLIN", "IF", "INFO", "KEYWORDS", "LASTSAVEDBY",
        "MERGEFIELD", "NOTEREF", "NUMCHARS", "NUMWORDS", "PAGEREF", "PRINTDATE", "QUOTE", "REF",
        "REVNUM", "SAVEDATE", "SEQ", "STYLEREF", "SUBJECT", "TEMPLATE", "TIME", "TITLE",
        "USERADDRESS", "USERINITIALS", "USERNAME",
    )
)  # fmt: skip
IGNORED = rb"{\*\planbookinst"  # a destination that no program knows is passed over


def with_fixed_fields(data: bytes) -> bytes:
    r"""The bytes of an .rtf file whose computed fields are plain text.

    Their instruction becomes a destination that is passed over and their result stands alone, in a
    group of no meaning; links, fields of a form, page numbers and tables of contents stay fields.
    """
    return FIELD_RE.sub(_passed_over, data)


def _passed_over(field: re.Match[bytes]) -> bytes:
    return IGNORED if _name(field.string, field.end()) in COMPUTED else field[0]


def _name(data: bytes, start: int) -> bytes:
    """The name of the field whose instruction begins at a place: ``b"DATE"``; b"" for none."""
    said = NOISE_RE.sub(b" ", data[start : start + NAME_WITHIN]).split(b"\\")[0].lstrip()
    found = NAME_RE.match(said)
    return found[0].upper() if found else b""
