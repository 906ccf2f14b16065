"""Makes golden PDFs of ruled tables in hard dress: print across them, marks for words, strokes.

Run ``python -m tests.documents.make_golden_overlays``. Area, bodies and actions are invented.
"""

from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise

from PIL import Image, ImageDraw
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.documents.golden_flow import Printed, Row, acts, save

TITLE = "Orrinside river safety plan 2026 to 2029"
SECTION = "Priority 1: Safe banks"
PRIORITY = (("Priority 1", "Safe banks"),)
SIZE = (560, 400)  # points
HEADS = ("Ref", "Action", "Lead", "Due")
FIELDS = ("ref", "activity", "lead_raw", "due_raw")
XS = (40, 80, 310, 420, 520)
ROWS: tuple[Row, ...] = (
    ("1.1", "Fence the weir pool and hang a throw line on every bridge", "Canal Trust", "May 2027"),
    ("1.2", "Walk the banks with anglers once a season", "Orrinside Council", "Ongoing"),
    ("1.3", "Teach every class of ten-year-olds to float", "Leisure Trust", "July 2028"),
    ("1.4", "Put a warden on the quay on summer evenings", "Harbour Office", "TBC"),
)
RED, AMBER, GREEN = "#c00000", "#ffbf00", "#00b050"


def _page() -> tuple[BytesIO, Canvas]:
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=SIZE, invariant=1, pageCompression=0)
    for y, size, text in ((360, 16, TITLE), (330, 12, SECTION)):
        canvas.setFont("Helvetica-Bold", size)
        canvas.drawString(40, y, text)
    return buffer, canvas


def _table(
    canvas: Canvas, xs: Sequence[float], heads: Sequence[str], rows: Sequence[Row] = ROWS
) -> list[float]:
    """A ruled table whose cells hold one or two lines; gives the middles of its rows."""
    ys = [310.0 - 30 * number for number in range(len(rows) + 2)]
    canvas.setLineWidth(0.5)
    canvas.grid(xs, ys)
    for y, font, row in zip(ys, ["-Bold"] + [""] * len(rows), (heads, *rows), strict=False):
        canvas.setFont(f"Helvetica{font}", 8)
        for x, end, text in zip(xs, xs[1:], row, strict=False):
            line = canvas.beginText(x + 4, y - 11)
            words = str(text).split()
            while words:
                count = len(words)
                while canvas.stringWidth(" ".join(words[:count]), "Helvetica", 8) > end - x - 8:
                    count -= 1
                line.textLine(" ".join(words[:count]))
                words = words[count:]
            canvas.drawText(line)
    return [y - 15 for y in ys[1:-1]]


def _watermarks() -> bytes:
    """DRAFT across the table, at a slant and level, and words that nobody sees among the cells."""
    buffer, canvas = _page()
    canvas.setFillColor(HexColor("#dddddd"))
    canvas.setFont("Helvetica-Bold", 60)
    canvas.drawString(150, 205, "DRAFT")
    canvas.setFillColor(HexColor("#000000"))
    _table(canvas, XS, HEADS)
    canvas.saveState()
    canvas.setFillColor(HexColor("#ff0000"), alpha=0.2)
    canvas.translate(150, 190)
    canvas.rotate(30)
    canvas.setFont("Helvetica-Bold", 30)
    canvas.drawString(0, 0, "NOT FINAL")
    canvas.restoreState()
    canvas.setFont("Helvetica", 1)
    canvas.drawString(330, 265, "Lead to be named by the board")
    canvas.setFont("Helvetica", 8)
    canvas.setFillColor(HexColor("#ffffff"))
    canvas.drawString(320, 225, "Ask the harbour master first")
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _disc(colour: str) -> ImageReader:
    picture = Image.new("RGB", (32, 32), "white")
    ImageDraw.Draw(picture).ellipse((3, 3, 28, 28), fill=colour)
    return ImageReader(picture)


def _rating_marks() -> bytes:
    """Ratings told by a picture, a small dot, a flag and a strip of one colour."""
    buffer, canvas = _page()
    xs = (40, 80, 290, 390, 470, 520)
    middles = _table(canvas, xs, (*HEADS, "RAG"))
    canvas.drawImage(_disc(GREEN), 490, middles[0] - 6, 12, 12)
    canvas.setFillColor(HexColor(AMBER))
    canvas.circle(495, middles[1], 2.5, stroke=0, fill=1)
    canvas.setFillColor(HexColor(RED))
    flag = canvas.beginPath()
    flag.moveTo(490, middles[2] + 6)
    flag.lineTo(504, middles[2] + 1)
    flag.lineTo(490, middles[2] - 4)
    flag.close()
    canvas.drawPath(flag, stroke=0, fill=1)
    canvas.setFillColor(HexColor(GREEN))
    canvas.rect(474, middles[3] - 10, 5, 20, stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _struck_by_marks() -> bytes:
    """A row and a date that a reviewer struck out with marks laid over the page."""
    buffer, canvas = _page()
    rows = (*ROWS[:3], (*ROWS[3][:3], "June 2026 TBC"))
    _table(canvas, XS, HEADS, rows)
    lines = [(x, 245, end) for x, end in pairwise(XS)]
    for x0, top, x1 in [*lines, (423, 185, 460)]:
        corners = (x0, top, x1, top, x0, top - 14, x1, top - 14)
        canvas.highlightAnnotation("", (x0, top - 14, x1, top), QuadPoints=corners)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue().replace(b"/Subtype /Highlight", b"/Subtype /StrikeOut")


def _rated() -> list[dict[str, object]]:
    told = acts(FIELDS, ROWS, SECTION)
    colours = (GREEN, AMBER, RED, GREEN)
    return [{**act, "colours": {"rag": c}} for act, c in zip(told, colours, strict=True)]


STRUCK = [{**act, "dropped": number == 1} for number, act in enumerate(acts(FIELDS, ROWS, SECTION))]
DOCUMENTS = {
    "golden_watermarks_reportlab": Printed(
        _watermarks, acts(FIELDS, ROWS, SECTION), PRIORITY, problems=("hidden_text",)
    ),
    "golden_rating_marks_reportlab": Printed(_rating_marks, _rated(), PRIORITY),
    "golden_struck_by_marks_reportlab": Printed(
        _struck_by_marks, STRUCK, PRIORITY, problems=("struck_text",)
    ),
}


if __name__ == "__main__":
    save(DOCUMENTS)
