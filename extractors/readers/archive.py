"""Web archives (.mht, MIME HTML, RFC 2557): a page that a browser or Word saved as one file.

Knows where the page lies among its parts; the page itself is the web reader's.
"""

import email
from dataclasses import replace
from email.message import Message

from extractors.blocks import Document
from extractors.errors import UnreadableDocument
from extractors.limits import Limits
from extractors.readers import HTML, MHTML, web

MAX_NESTED = 20  # archives inside one another; programs write one
UTF8_MARK = b"\xef\xbb\xbf"


def read(data: bytes, limits: Limits) -> Document:
    """Read the first page of a web archive; its frames, styles and pictures are not read.

    Raises:
        UnreadableDocument: "no_text" where it holds no page, or one that prints nothing.
    """
    page = _page_of(data)
    if not page.strip():
        raise UnreadableDocument("no_text", "The web archive holds no page. Save it again.")
    return replace(web.read(page, limits), media_type=MHTML)


def _page_of(data: bytes) -> bytes:
    if data.lower().count(b"multipart/") > MAX_NESTED:
        return b""
    parts = email.message_from_bytes(data.lstrip()).walk()
    return next((_text_of(part) for part in parts if part.get_content_type() == HTML), b"")


def _text_of(part: Message) -> bytes:
    body = part.get_payload(decode=True)
    if not isinstance(body, bytes):
        return b""
    try:
        return UTF8_MARK + body.decode(part.get_content_charset() or "utf-8").encode()
    except (LookupError, UnicodeDecodeError):
        return body
