"""One file per format: bytes to ``Document``. Readers know formats and not actions.

``FORMATS`` is the registry: a new format is a file here and a line there. A reader module offers
``read(data, limits) -> Document`` and raises ``UnreadableDocument`` where nothing can be read.
"""

import io
import re
import zipfile
from dataclasses import dataclass, replace
from importlib import import_module

from extractors.blocks import Document, Problem
from extractors.errors import UnreadableDocument
from extractors.limits import DEFAULT_LIMITS, Limits

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
DOC = "application/msword"
XLS = "application/vnd.ms-excel"
RTF = "application/rtf"
HTML = "text/html"
MHTML = "multipart/related"
ENCRYPTED_OFFICE = "application/x-encrypted-office"


@dataclass(frozen=True, slots=True)
class Format:
    """A line of the registry: the module that reads a media type, and the endings it goes by."""

    media_type: str
    module: str
    endings: tuple[str, ...]


FORMATS = (
    Format(PDF, "extractors.readers.pdf", (".pdf",)),
    Format(DOCX, "extractors.readers.word", (".docx", ".docm", ".dotx")),
    Format(HTML, "extractors.readers.web", (".html", ".htm", ".xhtml", ".aspx")),
    Format(MHTML, "extractors.readers.archive", (".mht", ".mhtml")),
    Format(XLSX, "extractors.readers.sheet", (".xlsx", ".xlsm")),
    Format(ODS, "extractors.readers.sheet", (".ods",)),
    Format(XLS, "extractors.readers.sheet", (".xls",)),
    Format(DOC, "extractors.readers.office", (".doc",)),
    Format(ODT, "extractors.readers.office", (".odt",)),
    Format(RTF, "extractors.readers.office", (".rtf",)),
)
BY_TYPE = {line.media_type: line for line in FORMATS}
ENDINGS = frozenset(ending for line in FORMATS for ending in line.endings)

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how .doc and .xls files begin
SHIFT_AT, DIRECTORY_AT = 30, 48  # bytes of its header: size of a sector, sector of the folder
PDF_HEADER_RE = re.compile(rb"(?:\A|[\r\n]|[^\x20-\x7e])%PDF-\d")  # not within a line of text
PDF_HEADER_WITHIN = 4_096  # bytes; readers accept junk before the header, 2 KB of it was seen
HTML_START_RE = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*|<\?xml[^>]*\?>\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|link|style|script|main|article|section|header"
    rb"|nav|aside|details|figure|blockquote|div|span|table|ul|ol|dl|h[1-6]|p)\b",
    re.IGNORECASE | re.DOTALL,
)
ARCHIVE_START_RE = re.compile(  # its parts say where they lay, which those of a letter do not
    rb"\s*(?:[\w-]+:.*\n(?:[ \t].*\n)*)*?Content-Type:\s*multipart/related\b(?s:.*)"
    rb"^Content-Location:",
    re.IGNORECASE | re.MULTILINE,
)


def sniff(data: bytes) -> str | None:
    """Tell the media type from the bytes alone; None when no format is recognised.

    ``sniff(b"%PDF-1.7 ...")`` is ``"application/pdf"``; the file's name is never asked.
    """
    if PDF_HEADER_RE.search(data[:PDF_HEADER_WITHIN]):
        return PDF
    if data.startswith(b"PK\x03\x04"):
        return _sniff_zip(data)
    if data.startswith(COMPOUND):
        return _sniff_compound(data)
    if data.startswith(b"{\\rtf"):
        return RTF
    start = _as_ascii(data[:PDF_HEADER_WITHIN])
    if ARCHIVE_START_RE.match(start):
        return MHTML
    return HTML if HTML_START_RE.match(start) else None


def read(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read one document of any known format.

    Args:
        data: The bytes as published.
        name: The file's name: ``"delivery_plan.docx"``. It decides nothing; a name that says
            another format than the bytes is noted in ``problems``.
        limits: What reading may cost.

    Raises:
        UnreadableDocument: Nothing can be read; its code is a key of ``errors.CODES``.
    """
    if not data.strip():
        raise UnreadableDocument("empty", f"{name} has no content. Fetch or save it again.")
    media_type = sniff(data)
    if media_type == ENCRYPTED_OFFICE:
        raise UnreadableDocument(
            "encrypted", f"{name} is protected by a password. Save it without one and add it again."
        )
    if media_type is None and _is_cut_compound(data):
        raise UnreadableDocument(
            "damaged", f"{name} is an older office file cut short. Fetch or save it again."
        )
    if media_type is None:
        expected = ", ".join(sorted(ENDINGS))
        raise UnreadableDocument(
            "unknown_format", f"{name} is none of the formats that are read ({expected})."
        )
    document: Document = import_module(BY_TYPE[media_type].module).read(data, limits)
    return note_wrong_name(document, name)


def note_wrong_name(document: Document, name: str) -> Document:
    """Note in ``problems`` where a file's ending says another format than its bytes."""
    ending = f".{name.rpartition('.')[2].lower()}" if "." in name else ""
    if ending not in ENDINGS or ending in BY_TYPE[document.media_type].endings:
        return document
    message = (
        f"{name} is named {ending} but holds {document.media_type}; it was read as what it holds."
    )
    note = Problem("read", "wrong_content", "notice", message)
    return replace(document, problems=(*document.problems, note))


def _as_ascii(data: bytes) -> bytes:
    """UTF-16 text with every second byte dropped, so that its first tags can be seen.

    Some servers send it without the mark of its byte order.
    """
    return data.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\x00", b"")


def _sniff_zip(data: bytes) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        names = {name for name in ("word/", "xl/") if name.encode() in data}
    if any(name.startswith("word/") for name in names):
        return DOCX
    if any(name.startswith("xl/") for name in names):
        return XLSX
    start = data[:200]  # an OpenDocument file names its type in its first, uncompressed member
    return next((kind for kind in (ODT, ODS) if kind.encode() in start), None)


def _is_cut_compound(data: bytes) -> bool:
    """Whether the folder of streams of a compound file lies behind its end ([MS-CFB] 2.2)."""
    if not data.startswith(COMPOUND) or len(data) < DIRECTORY_AT + 4:
        return False
    sector = 1 << min(int.from_bytes(data[SHIFT_AT : SHIFT_AT + 2], "little"), 12)
    first = int.from_bytes(data[DIRECTORY_AT : DIRECTORY_AT + 4], "little")
    return (first + 2) * sector > len(data)


def _sniff_compound(data: bytes) -> str | None:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return ENCRYPTED_OFFICE
    if "WordDocument".encode("utf-16-le") in data:
        return DOC
    return XLS if "Workbook".encode("utf-16-le") in data else None
