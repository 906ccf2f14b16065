"""Web pages that a Word file holds as parts of its text (``w:altChunk``).

Programs that make Word files of HTML put the whole text into one such part, as a page or as a web
archive (MIME HTML, RFC 2557); Word turns it into text of its own when it opens the file.
"""

import email
from email.message import Message

from extractors.blocks import Document
from extractors.errors import UnreadableDocument
from extractors.limits import Limits
from extractors.readers import HTML, read, sniff

MAX_NESTED = 20  # archives inside one another; converters write one
UTF8_MARK = b"\xef\xbb\xbf"


def read_chunk(data: bytes, limits: Limits) -> Document | None:
    """Read a part of the text that is a web page; None where it is none or cannot be read."""
    page = _page_of(data)
    if sniff(page) != HTML:
        return None
    try:
        return read(page, "chunk.html", limits)
    except UnreadableDocument:
        return None


def _page_of(data: bytes) -> bytes:
    """The page of a web archive; any other bytes as they are."""
    if data.lstrip()[:13].lower() != b"mime-version:":
        return data
    if data.lower().count(b"multipart/") > MAX_NESTED:
        return b""
    pages = (part for part in email.message_from_bytes(data.lstrip()).walk() if _is_page(part))
    return next((_text_of(part) for part in pages), b"")


def _is_page(part: Message) -> bool:
    return part.get_content_type() == HTML


def _text_of(part: Message) -> bytes:
    body = part.get_payload(decode=True)
    if not isinstance(body, bytes):
        return b""
    try:
        return UTF8_MARK + body.decode(part.get_content_charset() or "utf-8").encode()
    except (LookupError, UnicodeDecodeError):
        return body
