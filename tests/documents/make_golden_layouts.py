"""Makes golden PDFs of the plan of ``make_golden_pdfs`` in layouts that only few publishers use.

Run ``python -m tests.documents.make_golden_layouts``; a document whose program is missing is
skipped and keeps its committed bytes.
"""

from collections.abc import Sequence
from io import BytesIO

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from tests.documents.make_golden_pdfs import (
    GRID,
    HEADS,
    PLAN,
    TITLE,
    WIDTHS,
    Golden,
    by_chromium,
    by_reportlab,
    html_cells,
    html_table,
    html_tables,
    save,
)

BESIDE = ".beside{display:flex;gap:24pt}.beside div{flex:1}body{font-size:7pt}h2{font-size:11pt}"
HAIRLINES = "tr{border-bottom:.5pt solid #777}"
COLUMNS_ALONE = [
    ("BOX", (0, 0), (-1, -1), 0.5, colors.black),
    ("LINEAFTER", (0, 0), (-1, -1), 0.5, colors.black),
    ("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black),
]
TURNED = (
    "th div{writing-mode:vertical-rl;transform:rotate(180deg);height:70pt}th{vertical-align:bottom}"
)


def _turned_heads() -> str:
    """The tables with every head but that of the actions set vertically."""
    body = html_tables()
    for head in (*HEADS[:1], *HEADS[2:]):
        body = body.replace(f"<th>{head}</th>", f"<th><div>{head}</div></th>")
    return body


def _two_rows() -> str:
    """The tables with one head over those of the lead and the deadline."""
    over = "".join(f"<th rowspan='2'>{head}</th>" for head in HEADS[:3])
    heads = f"<tr class='h'>{over}<th colspan='2'>Responsibility</th></tr>"
    heads += f"<tr class='h'>{html_cells(HEADS[3:], 'th')}</tr>"
    parts = []
    for section, rows in PLAN.items():
        lines = [f"<tr>{html_cells(row)}</tr>" for row in rows]
        parts.append(f"<h2>{section}</h2>{html_table(lines, WIDTHS, heads)}")
    return "".join(parts)


def _footers() -> bytes:
    """Zebra tables, one a page, a running header above and a page number below."""
    buffer = BytesIO()
    flow: list[object] = [Paragraph(TITLE, _style(20))]
    for section, rows in PLAN.items():
        cells = [[Paragraph(one, _style(9, bold=True)) for one in HEADS]]
        cells += [[Paragraph(one, _style(9)) for one in row] for row in rows]
        shaded = ("BACKGROUND", (0, 2), (-1, 2), "#e6ecf5")
        table = Table(cells, colWidths=(45, 260, 200, 120, 90), style=TableStyle([shaded]))
        flow += [Spacer(1, 12), Paragraph(section, _style(14, bold=True)), Spacer(1, 8), table]
        flow.append(PageBreak())

    def edges(canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.drawString(78, 270, "Wexcombe Community Safety Partnership")
        canvas.drawString(78, 14, f"Page {document.page} of 2")

    page = (landscape(A4)[0], 290)
    document = SimpleDocTemplate(buffer, pagesize=page, invariant=1, topMargin=36, bottomMargin=24)
    document.build(flow, onFirstPage=edges, onLaterPages=edges)
    return buffer.getvalue()


def _upside_down() -> bytes:
    """Ruled tables drawn upside down on a page that /Rotate turns by half."""
    buffer = BytesIO()
    width, height = landscape(A4)
    canvas = Canvas(buffer, pagesize=(width, height), invariant=1)
    canvas.setPageRotation(180)
    canvas.translate(width, height)
    canvas.rotate(180)
    flow: list[tuple[Paragraph | Table, float]] = [(Paragraph(TITLE, _style(20)), 30)]
    for section, rows in PLAN.items():
        cells = [[Paragraph(one, _style(9, bold=True)) for one in HEADS]]
        cells += [[Paragraph(one, _style(9)) for one in row] for row in rows]
        table = Table(cells, colWidths=(45, 260, 200, 120, 90), style=TableStyle([GRID]))
        flow += [(Paragraph(section, _style(14, bold=True)), 8), (table, 24)]
    y = height - 50
    for one, gap in flow:
        y -= one.wrapOn(canvas, 720, 500)[1]
        one.drawOn(canvas, 50, y)
        y -= gap
    canvas.save()
    return buffer.getvalue()


def _style(size: float, bold: bool = False) -> ParagraphStyle:
    font = "Helvetica-Bold" if bold or size > 14 else "Helvetica"
    return ParagraphStyle("text", fontName=font, fontSize=size, leading=1.25 * size)


def _narrow() -> str:
    """The tables with columns of leads and deadlines too narrow for their longest words."""
    heads = f"<tr>{html_cells(HEADS, 'th')}</tr>"
    widths: Sequence[int] = (6, 52, 26, 8, 8)
    parts = []
    for section, rows in PLAN.items():
        lines = [heads, *(f"<tr>{html_cells(row)}</tr>" for row in rows)]
        parts.append(f"<h2>{section}</h2>{html_table(lines, widths)}")
    return "".join(parts)


def _beside() -> str:
    """The tables of both priorities side by side, each under its own heading."""
    parts = []
    for section, rows in PLAN.items():
        lines = [
            f"<tr class='h'>{html_cells(HEADS, 'th')}</tr>",
            *(f"<tr>{html_cells(r)}</tr>" for r in rows),
        ]
        parts.append(f"<div><h2>{section}</h2>{html_table(lines, (9, 33, 24, 18, 16))}</div>")
    return f"<div class='beside'>{''.join(parts)}</div>"


SECOND = {"2.1": (2, 2), "2.2": (2, 2)}
DOCUMENTS = {
    "golden_turned_heads_chromium": Golden(
        lambda: by_chromium(HAIRLINES + TURNED, _turned_heads())
    ),
    "golden_middle_cells_chromium": Golden(
        lambda: by_chromium(f"{HAIRLINES}td{{vertical-align:middle!important}}", _narrow())
    ),
    "golden_long_words_chromium": Golden(
        lambda: by_chromium(f"{HAIRLINES}td,th{{overflow-wrap:anywhere;padding:3pt}}", _narrow())
    ),
    "golden_two_row_heads_chromium": Golden(
        lambda: by_chromium(
            ".h{background:#1f4e79;color:#fff}tr{border:.5pt solid #000}", _two_rows()
        )
    ),
    "golden_two_row_heads_white_space_chromium": Golden(
        lambda: by_chromium("th{padding:7pt!important;text-align:center!important}", _two_rows())
    ),
    "golden_beside_white_space_chromium": Golden(lambda: by_chromium(BESIDE, _beside())),
    "golden_beside_hairlines_chromium": Golden(lambda: by_chromium(HAIRLINES + BESIDE, _beside())),
    "golden_columns_alone_reportlab": Golden(lambda: by_reportlab(COLUMNS_ALONE)),
    "golden_footers_reportlab": Golden(_footers, pages=SECOND),
    "golden_upside_down_reportlab": Golden(_upside_down),
}


if __name__ == "__main__":
    save(DOCUMENTS)
