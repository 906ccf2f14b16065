"""Web pages that a Word file holds as parts of its text (``w:altChunk``).

Programs that make Word files of HTML put the whole text into one such part, as a page or as a web
archive; Word turns it into text of its own when it opens the file.
"""

from extractors.blocks import Document
from extractors.errors import UnreadableDocument
from extractors.limits import Limits
from extractors.readers import HTML, MHTML, read, sniff


def read_chunk(data: bytes, limits: Limits) -> Document | None:
    """Read a part of the text that is a web page; None where it is none or cannot be read."""
    if sniff(data) not in (HTML, MHTML):
        return None
    try:
        return read(data, "chunk", limits)
    except UnreadableDocument:
        return None
