"""Word files made of literal XML, so that a test shows exactly what it reads."""

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
PACKAGE_TYPES = "http://schemas.openxmlformats.org/package/2006"
EXTERNAL = ' TargetMode="External"'
TYPES = "application/vnd.openxmlformats"
OFFICE = f"{TYPES}-officedocument.wordprocessingml"
CONTENT_TYPES = (
    f'<Types xmlns="{PACKAGE_TYPES}/content-types">'
    f'<Default Extension="rels" ContentType="{TYPES}-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{OFFICE}.document.main+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{OFFICE}.numbering+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{OFFICE}.styles+xml"/></Types>'
)


def docx(
    body: str,
    numbering: str = "",
    styles: str = "",
    parts: Mapping[str, str | bytes] | None = None,
    relations: Mapping[str, tuple[str, str]] | None = None,
) -> bytes:
    """A .docx of the given body.

    Args:
        body: What stands in ``w:body``.
        numbering: What stands in ``w:numbering``; "" for no such part.
        styles: What stands in ``w:styles``; "" for no such part.
        parts: Further parts by name: ``{"word/footer1.xml": "<w:ftr ...>"}``.
        relations: Further relationships by id: kind and target (external where it has "://").
    """
    lines = {
        "rIdStyles": ("styles", "styles.xml"),
        "rIdLists": ("numbering", "numbering.xml"),
        **(relations or {}),
    }
    content: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": _relations(lines),
    }
    if numbering:
        content["word/numbering.xml"] = part("numbering", numbering)
    if styles:
        content["word/styles.xml"] = part("styles", styles)
    return zipped({**content, **(parts or {})})


def zipped(content: Mapping[str, str | bytes]) -> bytes:
    """A zip container of the given members, in the given order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in content.items():
            stored = name == "mimetype"  # OpenDocument: the first member, not compressed
            package.writestr(name, data, zipfile.ZIP_STORED if stored else None)
    return stream.getvalue()


def part(name: str, inner: str) -> str:
    """An XML part whose root is ``w:name``."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {SPACES}>{inner}</w:{name}>'


def _relations(lines: Mapping[str, tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{target}"'
        f"{EXTERNAL if '://' in target else ''}/>"
        for key, (kind, target) in lines.items()
    )
    return f'<Relationships xmlns="{PACKAGE_TYPES}/relationships">{inner}</Relationships>'


def run(text: str, look: str = "") -> str:
    """A run: ``run("CCG", "<w:strike/>")``."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(text: str = "", properties: str = "", look: str = "") -> str:
    """A paragraph of one run, or of runs where ``text`` is XML already."""
    inner = text if text.startswith("<") or not text else run(text, look)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def tc(content: str = "", properties: str = "") -> str:
    """A cell; plain text becomes its one paragraph."""
    inner = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row; plain texts become cells."""
    inner = "".join(cell if cell.startswith("<") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def tbl(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def listed(num: int, level: int = 0) -> str:
    """Paragraph properties that put it in a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'


def level(depth: int, style: str, text: str, more: str = "") -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(key: int, *levels: str) -> str:
    """A list definition."""
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'


def num(key: int, abstract_id: int, overrides: str = "") -> str:
    """A list that uses a definition."""
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract_id}"/>{overrides}</w:num>'
