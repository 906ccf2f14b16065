"""Bytes of a web page to clean text: its encoding, and the characters that nobody sees.

Knows encodings and invisible characters; knows no tags beyond the ``<meta>`` that names a charset.
"""

import codecs
import re

META_WITHIN = 4_096  # bytes; the HTML standard asks for 1,024, pages with long comments need more
META_CHARSET_RE = re.compile(rb"<meta[^>]+?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LATIN = frozenset(("cp1252", "iso8859-1", "ascii"))
NUL_SHARE = 0.3  # of the first bytes; UTF-16 of English text has one NUL in two
MOJIBAKE_HANDLER = "planbook-windows-1252"

BIDI_RE = re.compile("[\u202a-\u202e\u2066-\u2069]")
CONTROL_RE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]")
UNSEEN_RE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u061c\u200b-\u200f\u2060\ufeff\ufffe\uffff"
    "\u202a-\u202e\u2066-\u2069]"
)
C1_RE = re.compile("[\x80-\x9f]")
MARK_RE = re.compile(
    r"\s*[(\[]?\b(?:current(?:ly)?(?: page| section| chapter| selected)?|you are here|this page"
    r"|selected)[)\]]?$"
    r"|^(?:current(?: page| section| chapter)?|you are (?:here|currently viewing))\s*:\s*",
    re.IGNORECASE,
)  # what tells a reader of a screen which entry of a list is the page itself
SPACE_RE = re.compile(r"\s{2,}|[^\S ]")  # a single space stays as it is: a page has many


def decode(data: bytes) -> str:
    """Decode a page by its BOM, its ``<meta>`` and its bytes, the bytes having the last word.

    A page that says ISO-8859-1 but whose bytes are UTF-8 is read as UTF-8; single bytes that are
    no UTF-8 are read as windows-1252 (the browsers' reading of an undeclared page), so a page put
    together from both comes out whole. NULs and control characters are dropped.
    """
    for bom, name in BOMS:
        if data.startswith(bom):
            return _without_controls(data[len(bom) :].decode(name, errors="replace"))
    head = data[:META_WITHIN]
    if head.count(b"\x00") > NUL_SHARE * len(head):
        order = "le" if head[1::2].count(b"\x00") >= head[::2].count(b"\x00") else "be"
        return _without_controls(data.decode(f"utf-16-{order}", errors="replace"))
    declared = _declared(head)
    if declared is None or declared in LATIN or declared.startswith("utf") or _is_utf8(data):
        return _without_controls(data.decode("utf-8", errors=MOJIBAKE_HANDLER))
    return _without_controls(data.decode(declared, errors="replace"))


def clean(text: str) -> str:
    r"""Give text with single spaces and without what is not displayed.

    ``"Safer\xa0streets\u00ad"`` becomes ``"Safer streets"``. Spaces at the ends are kept as one
    space, for the text may be a piece of a line.
    """
    text = C1_RE.sub(_from_windows, UNSEEN_RE.sub("", text))
    return SPACE_RE.sub(" ", text)


def has_overrides(text: str) -> bool:
    """Whether characters stand in the text that make it read otherwise than it is stored."""
    return BIDI_RE.search(text) is not None


def _declared(head: bytes) -> str | None:
    found = META_CHARSET_RE.search(head)
    if found is None:
        return None
    name = found[1].decode("ascii", errors="replace")
    try:
        b"a".decode(name, "replace")  # unknown names fail here, and codecs that give no text
    except (LookupError, UnicodeError):
        return None
    return codecs.lookup(name).name


def _is_utf8(data: bytes) -> bool:
    """Whether the bytes hold letters beyond ASCII and all of them are UTF-8."""
    if data.isascii():
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _without_controls(text: str) -> str:
    # Bidi overrides stay until the page is parsed, where a notice can be given of them.
    return CONTROL_RE.sub("", text)


def _from_windows(found: re.Match[str]) -> str:
    """The letter that a C1 control (``&#146;`` of old pages) stands for; "" where there is none."""
    return found[0].encode("latin-1").decode("cp1252", errors="ignore")


def _read_as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    piece = error.object[error.start : error.end]
    return piece.decode("cp1252", errors="ignore"), error.end


codecs.register_error(MOJIBAKE_HANDLER, _read_as_windows)


def without_mark(text: str) -> str:
    """An entry of a list of pages without the words that mark it: ``"Foreword (current page)"``."""
    return MARK_RE.sub("", text)
