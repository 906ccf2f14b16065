"""Makes golden PDFs of which some pages are pictures, as scanners and office copiers leave them.

Run ``python -m tests.documents.make_golden_scans``. Area, bodies and actions are invented.
"""

from io import BytesIO
from random import Random

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.documents.golden_flow import GRID, Printed, Row, acts, heading, save, table

SIZE = (2339, 1654)  # pixels of A4 on its side at 200 dots an inch, as office scanners send it
TITLE = "Oxley Vale plan against stalking"
FIRST, SECOND = "Priority 1: Listen early", "Priority 2: Act at once"
HEADS: Row = ("Ref", "Action", "Lead", "Deadline")
FIELDS = ("ref", "activity", "lead_raw", "due_raw")
EARLY: tuple[Row, ...] = (
    ("1.1", "Teach call handlers to ask what happened before", "Vale Police", "March 2027"),
    ("1.2", "Print a diary for people who are followed", "Oxley Council", "June 2026"),
)
ONCE: tuple[Row, ...] = (
    ("2.1", "Ask the court for an order within two days", "Vale Police", "Ongoing"),
    ("2.2", "Change locks on the day they are asked for", "Housing Office", "April 2028"),
    ("2.3", "Meet each week to speak of those at most risk", "Probation", "May 2026"),
)
XS = (160, 350, 1390, 1770, 2130)
TOP, ROW = 480, 120  # pixels


def _picture(title: str, rows: tuple[Row, ...], skew: float) -> Image.Image:
    """A page of black and white dots: title, priority and ruled table, turned by degrees."""
    page = Image.new("L", SIZE, 255)
    draw = ImageDraw.Draw(page)
    draw.text((160, 170), TITLE, fill=0, font=ImageFont.load_default(70))
    draw.text((160, 330), title, fill=0, font=ImageFont.load_default(54))
    ys = [TOP + ROW * number for number in range(len(rows) + 2)]
    for y in ys:
        draw.line((XS[0], y, XS[-1], y), fill=0, width=3)
    for x in XS:
        draw.line((x, ys[0], x, ys[-1]), fill=0, width=3)
    for y, row in zip(ys, (HEADS, *rows), strict=False):
        for x, text in zip(XS, row, strict=False):
            draw.text((x + 18, y + 38), str(text), fill=0, font=ImageFont.load_default(38))
    return page.rotate(skew, Image.Resampling.BICUBIC, fillcolor=255).convert("1")


def _canvas() -> tuple[Canvas, BytesIO]:
    buffer = BytesIO()
    return Canvas(buffer, pagesize=landscape(A4), invariant=1), buffer


def _show(canvas: Canvas, picture: Image.Image) -> None:
    canvas.drawImage(ImageReader(picture), 0, 0, *landscape(A4))
    canvas.showPage()


def _skewed() -> bytes:
    """One page, scanned nearly three degrees from the straight."""
    canvas, buffer = _canvas()
    _show(canvas, _picture(FIRST, EARLY, 2.6))
    canvas.save()
    return buffer.getvalue()


def _second_page() -> bytes:
    """The first page is printed from a file, the second is a picture of paper."""
    canvas, buffer = _canvas()
    y = 540.0
    plan = table((HEADS, *EARLY), (50, 400, 150, 120), GRID)
    for one in (heading(TITLE, 18), heading(FIRST), plan):
        y -= one.wrapOn(canvas, 740, 500)[1] + 10
        one.drawOn(canvas, 40, y)
    canvas.showPage()
    _show(canvas, _picture(SECOND, ONCE, -0.7))
    canvas.save()
    return buffer.getvalue()


SHADED_XS = (160, 350, 1100, 1790)
SHADED_HEADS: Row = ("Ref", "Action", "How we will know", "When")
SHADED_FIELDS = ("ref", "activity", "measures", "due_raw")
SHADED: tuple[Row, ...] = (
    ("A1", "Walk the night route with the wardens", ("Lamps mended", "Shops stay open"), "Q1 2027"),
    ("A2", "Train the staff of every bar", ("All bars take part",), "Ongoing"),
    ("A3", "Open a room to wait in at the rank", ("Room open", "Drivers know of it"), "May 2028"),
)
SHADED_TOP, SHADED_ROW = 560, 150  # pixels
TONES = 24  # grey levels that are one in the file, which is small then


def _shaded() -> bytes:
    """A table without rules: light letters on a dark head, rows in turn grey, bullets."""
    page = Image.new("L", SIZE, 250)
    draw = ImageDraw.Draw(page)
    font = ImageFont.load_default(38)
    draw.text((160, 170), TITLE, fill=20, font=ImageFont.load_default(70))
    draw.text((160, 330), FIRST, fill=20, font=ImageFont.load_default(54))
    draw.rectangle((150, SHADED_TOP - 90, 2180, SHADED_TOP - 20), fill=60)
    for x, head in zip(SHADED_XS, SHADED_HEADS, strict=True):
        draw.text((x, SHADED_TOP - 80), str(head), fill=250, font=font)
    for number, row in enumerate(SHADED):
        top = SHADED_TOP + number * SHADED_ROW
        if number % 2 == 0:
            draw.rectangle((150, top - 15, 2180, top + SHADED_ROW - 20), fill=232)
        for x, text in zip(SHADED_XS, row, strict=True):
            lines = text if isinstance(text, tuple) else (text,)
            for at, line in enumerate(lines):
                y = top + at * 52
                if isinstance(text, tuple):
                    draw.ellipse((x, y + 16, x + 12, y + 28), fill=20)
                draw.text((x + 36 * isinstance(text, tuple), y), line, fill=20, font=font)
    canvas, buffer = _canvas()
    turned = page.rotate(-0.8, Image.Resampling.BICUBIC, fillcolor=250)
    _show(canvas, turned.point([tone // TONES * TONES for tone in range(256)]))
    canvas.save()
    return buffer.getvalue()


COARSE = 0.42  # of the dots of an office scan: 84 an inch, fewer than faxes have
INVISIBLE = 3  # the way of showing letters that draws none (PDF 32000-1, 9.3.6)
SPECKS = 8000  # grey dots that the paper or the glass left


def _poor() -> bytes:
    """A page sent at few dots an inch, grey and full of specks."""
    page = _picture(FIRST, EARLY, 0.9).convert("L")
    small = page.resize([round(side * COARSE) for side in SIZE], Image.Resampling.BILINEAR)
    chance = Random(7)
    for _ in range(SPECKS):
        small.putpixel((chance.randrange(small.width), chance.randrange(small.height)), 150)
    canvas, buffer = _canvas()
    _show(canvas, small.point([tone // TONES * TONES for tone in range(256)]))
    canvas.save()
    return buffer.getvalue()


def _with_text_layer() -> bytes:
    """A straight page under which the scanner laid the words that it recognised."""
    canvas, buffer = _canvas()
    canvas.drawImage(ImageReader(_picture(SECOND, ONCE, 0)), 0, 0, *landscape(A4))
    scale = landscape(A4)[0] / SIZE[0]
    lines = [(160, 170, 70, TITLE), (160, 330, 54, SECOND)]
    for number, row in enumerate((HEADS, *ONCE)):
        lines += [
            (x + 18, TOP + ROW * number + 38, 38, str(text))
            for x, text in zip(XS, row, strict=False)
        ]
    for x, y, size, text in lines:
        layer = canvas.beginText(x * scale, landscape(A4)[1] - (y + 0.8 * size) * scale)
        layer.setFont("Helvetica", 0.95 * size * scale)
        layer.setTextRenderMode(INVISIBLE)
        layer.textOut(text)
        canvas.drawText(layer)
    canvas.save()
    return buffer.getvalue()


TWO = (("Priority 1", "Listen early"), ("Priority 2", "Act at once"))
DOCUMENTS = {
    "scan_shaded": Printed(_shaded, acts(SHADED_FIELDS, SHADED, FIRST), TWO[:1]),
    "scan_poor": Printed(_poor, acts(FIELDS, EARLY, FIRST), TWO[:1]),
    "scan_text_layer": Printed(
        _with_text_layer, acts(FIELDS, ONCE, SECOND), TWO[1:], problems=("text_layer",)
    ),
    "scan_skewed": Printed(_skewed, acts(FIELDS, EARLY, FIRST), TWO[:1]),
    "scan_second_page": Printed(
        _second_page,
        [*acts(FIELDS, EARLY, FIRST), *acts(FIELDS, ONCE, SECOND, ((2, 2),))],
        TWO,
    ),
}


if __name__ == "__main__":
    save(DOCUMENTS)
