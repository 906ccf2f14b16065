"""One XML part of an office file: parsed without entities, network or unbounded depth.

Knows XML and the two names that each namespace of Office Open XML goes by; nothing of zip.
"""

import re

from lxml import etree

from extractors.errors import UnreadableDocument

Element = etree._Element
PROLOG_BYTES = 65_536  # a document type stands before the root element; Word writes 60 bytes there
DOCTYPE_RE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
STRICT_NAMESPACES = (  # ISO 29500 "strict" names of the namespaces that are read
    (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/",
        b"http://schemas.openxmlformats.org/drawingml/2006/",
    ),
)


def parse_xml(data: bytes, name: str) -> Element:
    """Parse one part without entities, network or unbounded depth.

    Raises:
        UnreadableDocument: ``doctype`` or ``damaged``.
    """
    refuse_doctype(data[:PROLOG_BYTES], name)
    if b"purl.oclc.org/ooxml" in data[:PROLOG_BYTES]:
        for strict, transitional in STRICT_NAMESPACES:
            data = data.replace(strict, transitional)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_pis=True,
        remove_comments=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        refuse_doctype(data, name)
        raise UnreadableDocument(
            "damaged", f"{name} in the file is no well-formed XML ({error})."
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _doctype(name)
    return root


def refuse_doctype(start: bytes, name: str) -> None:
    """Refuse a part whose first bytes declare a document type.

    Raises:
        UnreadableDocument: ``doctype``.
    """
    if DOCTYPE_RE.search(start.replace(b"\x00", b"")):  # UTF-16 has a zero byte a letter
        raise _doctype(name)


def _doctype(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        "doctype",
        f"{name} in the file declares a document type, which no office document needs; "
        "it was not read.",
    )
