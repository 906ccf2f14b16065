"""The fields of an .odt file as the text that they displayed when the file was saved.

LibreOffice computes fields anew when it opens a file: a count starts again at 1, a condition whose
data are elsewhere is empty, a date is today's. What was printed stands in the field's element.
Knows OpenDocument text fields (ODF 1.2 part 1, 7) and nothing of what a document says.
"""

import io
import zipfile

from lxml import etree

from extractors.errors import UnreadableDocument
from extractors.readers.markup import Element
from extractors.readers.package import Package

CONTENT = "content.xml"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
DISPLAY = f"{TEXT}display"  # "none": the field shows nothing
FIELDS = frozenset(
    f"{TEXT}{name}"
    for name in (
        "bookmark-ref", "chapter", "conditional-text", "creation-date", "creation-time", "creator",
        "database-display", "date", "description", "expression", "file-name", "initial-creator",
        "keywords", "modification-date", "modification-time", "print-date", "reference-ref",
        "sequence", "sequence-ref", "subject", "table-formula", "time", "title", "user-defined",
        "user-field-get", "variable-get", "variable-set",
    )
)  # fmt: skip


def with_fixed_fields(package: Package) -> bytes:
    """The bytes of an .odt file with plain text in the place of its computed fields.

    Gives the file as it is where it has none, or where its content cannot be read.
    """
    try:
        root = package.tree(CONTENT)
    except UnreadableDocument as error:
        if error.code != "damaged":
            raise
        return package.data
    fields = [] if root is None else [f for f in root.iter(*FIELDS) if f.get(DISPLAY) != "none"]
    if root is None or not fields:
        return package.data
    for field in fields:
        _fix(field)
    return _with_content(package, etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _fix(field: Element) -> None:
    """Make a span of a field: it keeps its text, and is computed no more."""
    field.tag = f"{TEXT}span"
    field.attrib.clear()


def _with_content(package: Package, content: bytes) -> bytes:
    """The same container with another content; its pictures, which nothing reads, are left out."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in package.archive.infolist():
            name = member.filename
            data = content if name == CONTENT else _part(package, name)
            if data is not None:
                archive.writestr(name, data, member.compress_type)
    return made.getvalue()


def _part(package: Package, name: str) -> bytes | None:
    return package.read(name) if name == "mimetype" or name.endswith(".xml") else None
