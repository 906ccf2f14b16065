"""Makes the small PDFs that the reader's tests read, each the smallest that shows one layout.

Run ``python tests/documents/make_pdf_documents.py`` to write them again; their bytes do not change.
The areas, bodies and actions in them are invented.
"""

from collections.abc import Callable
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Table, TableStyle

HERE = Path(__file__).parent
TEXT = ParagraphStyle("text", fontName="Helvetica", fontSize=9, leading=11)
HEAD = ParagraphStyle("head", parent=TEXT, fontName="Helvetica-Bold")
HEADS = ["Ref", "Activity", "How we will know", "Lead", "Deliver by"]
ROWS = [
    [
        "FS.01",
        "Train night bus drivers in Ferrymead to offer help, and publish how many were trained",
        ["90 drivers trained", "Survey of passengers shows that they feel safer after dark"],
        "Ferrymead Transport",
        "March 2027",
    ],
    [
        "FS.02",
        "Review lighting in Oldwick parks",
        ["Lighting review agreed by cabinet"],
        "Oldwick Council / Parks Service",
        "Ongoing",
    ],
    [
        "FS.03",
        "Open a safe space in the library on market days and tell schools, surgeries and "
        "hostels about it, so that people know where to go",
        ["Safe space open", "Posters up in 12 places"],
        "Library Service",
        "Q2 2026/27",
    ],
]
WIDTHS = [45, 240, 210, 140, 80]
GRID = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
HAIRLINES = [("LINEBELOW", (0, 0), (-1, -1), 0.25, colors.grey)]
ZEBRA = [
    ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#1f4e79")),
    ("BACKGROUND", (0, 2), (-1, 2), colors.HexColor("#dde6f0")),
]


def main() -> None:
    """Write every document beside this script."""
    for name, draw in DOCUMENTS.items():
        canvas = Canvas(str(HERE / f"{name}.pdf"), pagesize=landscape(A4), invariant=1)
        draw(canvas)
        canvas.save()


def _cells(white: bool = False) -> list[list[object]]:
    head = ParagraphStyle("white", parent=HEAD, textColor=colors.white) if white else HEAD
    rows: list[list[object]] = [[Paragraph(text, head) for text in HEADS]]
    for ref, activity, measures, lead, due in ROWS:
        items = [Paragraph(text, TEXT, bulletText="•") for text in measures]
        rows.append([ref, Paragraph(activity, TEXT), items, Paragraph(lead, TEXT), due])
    return rows


def _table(
    canvas: Canvas,
    cells: list[list[object]],
    style: list[tuple[object, ...]],
    y: float,
    widths: list[float] | None = None,
    x: float = 50,
) -> float:
    common = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("FONT", (0, 0), (-1, -1), "Helvetica", 9)]
    table = Table(cells, colWidths=widths or WIDTHS, style=TableStyle(common + style))
    _, height = table.wrapOn(canvas, 760, 500)
    table.drawOn(canvas, x, y - height)
    return y - height


def _heading(canvas: Canvas, text: str, y: float, size: float = 16) -> None:
    canvas.setFont("Helvetica-Bold", size)
    canvas.drawString(50, y, text)
    canvas.setFont("Helvetica", 9)


def _ruled(canvas: Canvas) -> None:
    _heading(canvas, "Priority 1: Safer streets", 540)
    _table(canvas, _cells(), GRID, 520)


def _hairlines(canvas: Canvas) -> None:
    _heading(canvas, "Priority 1: Safer streets", 540)
    _table(canvas, _cells(), HAIRLINES, 520)


def _zebra(canvas: Canvas) -> None:
    _heading(canvas, "Priority 1: Safer streets", 540)
    _table(canvas, _cells(white=True), ZEBRA, 520)


def _white_space(canvas: Canvas) -> None:
    """No rules at all, over two pages, the heads on the first alone."""
    _heading(canvas, "Priority 1: Safer streets", 540)
    cells = _cells()
    _table(canvas, cells[:3], [], 520)
    canvas.showPage()
    _table(canvas, cells[3:], [], 540)


def _band_above(canvas: Canvas) -> None:
    """A band of two rows 1 point above the main table, whose columns are others."""
    band = [["Priority", "Safer streets", ""], ["Objectives", "Educate", "Prevent"]]
    y = _table(canvas, band, [*GRID, ("SPAN", (1, 0), (2, 0))], 540, [100, 315, 300])
    _table(canvas, _cells(), GRID, y - 1)


def _merged(canvas: Canvas) -> None:
    cells: list[list[object]] = [
        ["Objective", "Activity", "Timescale", ""],
        ["", "", "Start", "End"],
        ["Safer streets", "Audit lighting in parks", "May 2026", "June 2027"],
        ["", "Marshals at taxi ranks", "Ongoing", ""],
    ]
    spans = [
        ("SPAN", (0, 0), (0, 1)),
        ("SPAN", (1, 0), (1, 1)),
        ("SPAN", (2, 0), (3, 0)),
        ("SPAN", (0, 2), (0, 3)),
        ("SPAN", (2, 3), (3, 3)),
    ]
    _table(canvas, cells, [*GRID, *spans], 540, [120, 200, 80, 80])


def _colours(canvas: Canvas) -> None:
    """A status shown by the cell's colour alone, and one by a dot in it."""
    cells = [["Ref", "Activity", "RAG"], ["A1", "Audit lighting", ""], ["A2", "Train staff", ""]]
    fill = [("BACKGROUND", (2, 1), (2, 1), colors.HexColor("#ff0000"))]
    bottom = _table(canvas, cells, [*GRID, *fill], 540, [60, 200, 60])
    canvas.setFillColor(colors.HexColor("#00b050"))
    canvas.circle(340, bottom + 9, 5, stroke=0, fill=1)


def _struck(canvas: Canvas) -> None:
    cells = [
        ["Ref", "Activity"],
        ["A1", Paragraph("<strike>Review the refuge contract</strike>", TEXT)],
        ["A2", Paragraph("Publish the <strike>first</strike> second report", TEXT)],
        ["A3", Paragraph("Meet partners<super>1</super> on the 2<super>nd</super> of May", TEXT)],
    ]
    _table(canvas, cells, GRID, 540, [60, 200])


def _upright_heads(canvas: Canvas) -> None:
    """Column heads set from the bottom up."""
    y = _table(
        canvas,
        [["", "Activity"], ["High", "Audit lighting"]],
        [*GRID, ("BOTTOMPADDING", (0, 0), (-1, 0), 60)],
        540,
        [40, 200],
    )
    canvas.saveState()
    canvas.translate(74, y + 24)
    canvas.rotate(90)
    canvas.drawString(0, 0, "Priority level")
    canvas.restoreState()


def _rotated(canvas: Canvas) -> None:
    """A table lying on its side, the page turned by /Rotate so that it reads across."""
    canvas.setPageSize(landscape(A4))  # ReportLab swaps the sides of a page that it rotates
    canvas.setPageRotation(90)
    canvas.translate(595, 0)
    canvas.rotate(90)
    _heading(canvas, "Priority 1: Safer streets", 540)
    _table(canvas, _cells(), GRID, 520)


def _sideways(canvas: Canvas) -> None:
    """The same without /Rotate: the reader of the page turns her head."""
    canvas.setPageSize(A4)
    canvas.translate(595, 0)
    canvas.rotate(90)
    _heading(canvas, "Priority 1: Safer streets", 540)
    _table(canvas, _cells(), GRID, 520)


def _columns(canvas: Canvas) -> None:
    """Two columns of prose under one heading, with words cut at line ends."""
    _heading(canvas, "What people told us", 540)
    left = [
        "People in Ferrymead told the multi-",
        "agency panel that help came late,",
        "and that services did not talk to",
        "one another. A consultation with",
        "survivors said the same.",
    ]
    right = [
        "The panel asked for a consul-",
        "tation each year, so that what is",
        "promised is what is done, and so that",
        "everyone can see it. The multi-agency",
        "panel meets in May.",
    ]
    for x, lines in ((50, left), (260, right)):
        for number, line in enumerate(lines):
            canvas.drawString(x, 510 - 11 * number, line)


def _hidden(canvas: Canvas) -> None:
    canvas.drawString(50, 500, "Words that everyone sees")
    canvas.setFillColor(colors.white)
    canvas.drawString(50, 480, "Words in white on white")
    canvas.setFillColor(colors.HexColor("#204060"))
    canvas.rect(40, 440, 300, 24, stroke=0, fill=1)
    canvas.setFillColor(colors.white)
    canvas.drawString(50, 448, "Words in white on blue")
    canvas.setFillColor(colors.black)
    for shift in (0, 0.2):
        canvas.drawString(50 + shift, 420, "Printed twice to look bold")


def _furniture(canvas: Canvas) -> None:
    for page in (1, 2, 3):
        canvas.setFont("Helvetica", 8)
        canvas.drawString(50, 575, "Ferrymead Safety Partnership")
        canvas.drawString(700, 20, f"Page {page} of 3")
        _heading(canvas, f"Chapter {page}", 520)
        canvas.drawString(50, 480, f"In year {page} the partnership will do what it has promised.")
        canvas.showPage()


def _every_other_row(canvas: Canvas) -> None:
    """Rules between the columns of every other row only, as Word's "Light List" prints them."""
    rules = [("BOX", (0, row), (-1, row), 0.5, colors.black) for row in range(4)]
    rules += [("INNERGRID", (0, row), (-1, row), 0.5, colors.black) for row in (1, 3)]
    _table(canvas, _cells(), rules, 520)


def _bars(canvas: Canvas) -> None:
    """Prose under coloured bars of one width, which is no table."""
    for y, title in ((520, "Actions   Partners   Dates"), (480, "Action 6. Keep lists up to date")):
        canvas.setFillColor(colors.HexColor("#1f4e79"))
        canvas.rect(40, y - 6, 760, 20, stroke=0, fill=1)
        canvas.setFillColor(colors.white)
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(50, y, title)
    canvas.setFillColor(colors.black)
    canvas.setFont("Helvetica", 11)
    text = (
        "Partners in Oldwick keep lists of what they offer, and say each spring what has changed "
    )
    for number in range(8):
        canvas.drawString(
            50, 450 - 14 * number, text + "since the year before for the people who ask."
        )
    canvas.setFillColor(colors.HexColor("#1f4e79"))
    canvas.rect(40, 300, 760, 20, stroke=0, fill=1)


def _heading_overleaf(canvas: Canvas) -> None:
    """A ruled table ends a page; the next begins with a heading whose blank falls on a border."""
    _table(
        canvas,
        [["H/M/L", "Objective", "Lead"], ["M", "Audit lighting", "Parks Service"]],
        GRID,
        540,
        [62, 400, 200],
    )
    canvas.showPage()
    _heading(canvas, "Objective 3 - Working with schools", 540, 12)
    canvas.drawString(
        50, 500, "Schools in Ferrymead have asked for help, which this objective promises."
    )


def _form(canvas: Canvas) -> None:
    canvas.drawString(50, 500, "Lead agency:")
    canvas.acroForm.textfield(name="lead", value="Oldwick Council", x=150, y=494, height=20)


DOCUMENTS: dict[str, Callable[[Canvas], None]] = {
    "ruled": _ruled,
    "hairlines": _hairlines,
    "zebra": _zebra,
    "white_space": _white_space,
    "band_above": _band_above,
    "merged": _merged,
    "colours": _colours,
    "struck": _struck,
    "upright_heads": _upright_heads,
    "rotated": _rotated,
    "sideways": _sideways,
    "columns": _columns,
    "hidden": _hidden,
    "furniture": _furniture,
    "every_other_row": _every_other_row,
    "bars": _bars,
    "heading_overleaf": _heading_overleaf,
    "form": _form,
}

if __name__ == "__main__":
    main()
