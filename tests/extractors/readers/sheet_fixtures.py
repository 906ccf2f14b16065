"""Builds small .xlsx files by hand, so that every part of them is known."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
STYLES = f"""<styleSheet xmlns="{MAIN}"><fonts><font/><font><b/></font></fonts><fills><fill/><fill/>
<fill><patternFill patternType="solid"><fgColor rgb="FFFFC000"/></patternFill></fill></fills>
<cellXfs><xf/><xf numFmtId="17"/><xf numFmtId="2"/><xf fontId="1"/><xf fillId="2"/></cellXfs>
</styleSheet>"""
MONTH, TWO_PLACES, BOLD, AMBER = 1, 2, 3, 4
"""Places in ``STYLES`` of the formats "mmm-yy" and "0.00", of bold and of an amber fill."""

CellXml = Callable[[str], str]
Row = Sequence[CellXml | None]


def words(text: str, style: int = 0) -> CellXml:
    """A cell that holds a text."""
    return lambda at: f'<c r="{at}" t="inlineStr" s="{style}"><is><t>{text}</t></is></c>'


def value(number: str, style: int = 0, kind: str = "n") -> CellXml:
    """A cell that holds a number, a date (days since 1900), a truth value or an error."""
    return lambda at: f'<c r="{at}" s="{style}" t="{kind}"><v>{number}</v></c>'


def heads(*texts: str) -> list[CellXml]:
    """A header row: bold cells."""
    return [words(text, BOLD) for text in texts]


def sheet(rows: Sequence[Row], merged: Sequence[str] = (), hidden: Sequence[int] = ()) -> str:
    """The XML of a sheet; ``hidden`` are row numbers from 1."""
    lines = []
    for number, row in enumerate(rows, start=1):
        cells = "".join(
            cell(f"{chr(ord('A') + place)}{number}")
            for place, cell in enumerate(row)
            if cell is not None
        )
        lines.append(f'<row r="{number}" hidden="{int(number in hidden)}">{cells}</row>')
    ranges = "".join(f'<mergeCell ref="{area}"/>' for area in merged)
    merges = f"<mergeCells>{ranges}</mergeCells>" if ranges else ""
    return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData>{merges}</worksheet>'


def rich(*runs: tuple[str, str]) -> CellXml:
    """A cell of several runs: text and look (``"<strike/>"``) of each."""
    inner = "".join(f"<r><rPr>{look}</rPr><t>{text}</t></r>" for text, look in runs)
    return lambda at: f'<c r="{at}" t="inlineStr"><is>{inner}</is></c>'


def workbook(
    sheets: Sequence[tuple[str, str]],
    hidden: Sequence[str] = (),
    more: Mapping[str, str] | None = None,
) -> bytes:
    """A workbook of named sheets; those in ``hidden`` are hidden, ``more`` are further parts."""
    names = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="r{n}" '
        f'state="{"hidden" if name in hidden else "visible"}"/>'
        for n, (name, _) in enumerate(sheets, start=1)
    )
    links = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{names}</sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{links}'
        f'<Relationship Id="s" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": STYLES,
    }
    parts |= {f"xl/worksheets/sheet{n}.xml": xml for n, (_, xml) in enumerate(sheets, start=1)}
    parts |= more or {}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return stream.getvalue()


def opendocument(rows: str) -> bytes:
    """An .ods file of one sheet, "Plan", with a cell style "amber"."""
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (
            *(("office", "office"), ("table", "table"), ("text", "text"), ("style", "style")),
            ("fo", "xsl-fo-compatible"),
        )
    )
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>"
        '<style:style style:name="amber"><style:table-cell-properties '
        'fo:background-color="#ffc000"/></style:style></office:automatic-styles><office:body>'
        f'<office:spreadsheet><table:table table:name="Plan">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", content)
    return stream.getvalue()
