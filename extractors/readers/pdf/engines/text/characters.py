"""The characters of a page as pdfium numbers them, and what they are searched for as.

Knows pdfium's signs and ligatures; knows nothing of words or places.
"""

import ctypes
from typing import Any

import pypdfium2.raw as raw

from extractors.readers.pdf.engines.calls import Handle, cheap

# pdfium's signs for a hyphen that it takes for a word break at a line's end: of one character,
# and in the text of a page.
HYPHEN, HYPHEN_IN_TEXT = "\x02", "\ufffe"
LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
    ord(HYPHEN): "-",
    0x200B: None,  # zero width space, joiners and byte order marks show nothing
    0x200C: None,
    0x200D: None,
    0x2060: None,
    0xFEFF: None,
}

_unicode_at = cheap(raw.FPDFText_GetUnicode, ctypes.c_uint)


def page_text(text_page: Any, count: int) -> str:
    """The characters of a loaded text page, one for each of pdfium's character numbers."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer).decode("utf-16-le", "replace")[: max(0, written - 1)]
    if len(text) == count:
        return text.replace(HYPHEN_IN_TEXT, HYPHEN)
    # Characters without a text, or outside the first plane, shift the numbers: ask one by one.
    handle = ctypes.cast(text_page, Handle)
    codes = (int(_unicode_at(handle, index)) for index in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 else "\x00" for code in codes)


def letters_of(printed: str) -> str:
    """Letters as they are searched for: without ligatures and characters that show nothing."""
    if printed.isascii() and printed != HYPHEN:
        return printed
    return printed.translate(LIGATURES)
