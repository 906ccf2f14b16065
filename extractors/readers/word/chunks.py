"""Web pages that a Word file holds as parts of its text (``w:altChunk``).

Programs that make Word files of HTML put the whole text into one such part, as a page or as a web
archive; Word turns it into text of its own when it opens the file.
"""

from extractors.blocks import Document
from extractors.errors import UnreadableDocument
from extractors.limits import Limits
from extractors.readers import HTML, MHTML, archive, read, sniff

ARCHIVE_START = b"mime-version:"  # in a Word file no letter begins so; its parts need no address


def read_chunk(data: bytes, limits: Limits) -> Document | None:
    """Read a part of the text that is a web page; None where it is none or cannot be read."""
    try:
        if sniff(data) in (HTML, MHTML):
            return read(data, "chunk", limits)
        return archive.read(data, limits) if _begins_archive(data) else None
    except UnreadableDocument:
        return None


def _begins_archive(data: bytes) -> bool:
    return data.lstrip()[: len(ARCHIVE_START)].lower() == ARCHIVE_START
