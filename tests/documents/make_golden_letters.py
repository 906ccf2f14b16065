"""Makes golden PDFs whose letters or pages are hard: signs, cut words, cut rows, lost letters.

Run ``python -m tests.documents.make_golden_letters``; what Typst makes keeps its committed
bytes where it is missing. Area, bodies and actions are invented.
"""

import re
import tempfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.documents.golden_flow import Printed, Row, acts, save

TITLE = "Holmsey safer nights plan 2026 to 2028"
SECTION = "Priority 1: Safe ways home"
PRIORITY = (("Priority 1", "Safe ways home"),)
HEADS = ("Ref", "Action", "Measure", "Lead", "Due", "Rating")
FIELDS = ("ref", "activity", "measures", "lead_raw", "due_raw", "rating_raw")
EN = "\u041d"  # the Cyrillic letter that looks like H
SIGNS: tuple[Row, ...] = (
    (
        "1.1",
        "Affirm the officers offer of an efficient first fix for every flat of the scheme",
        "Five flats fixed each fortnight",
        "Housing Office",
        "31 March 2027",
        EN,
    ),
    (
        "1.2",
        "Commission an independent investigation of communication between neighbourhood teams",
        "Recommendations accepted by the boards of both agencies",
        "Community Safety",
        "Ongoing",
        "M",
    ),
)
ROWS: tuple[Row, ...] = tuple(
    (
        f"2.{n}",
        f"{first} Holmsey {place} so that nobody has to wait alone after the last train, and "
        f"tell the {who} what was done, what it cost, and what the people who work there at "
        "night and the people who live near it have said of it since",
        f"{who.capitalize()} told by the spring",
        lead,
        due,
        rating,
    )
    for n, (first, place, who, lead, due, rating) in enumerate(
        (
            ("Light", "station forecourt", "passengers", "Rail Company", "June 2026", "H"),
            ("Staff", "taxi rank", "drivers", "Licensing Team", "Dec 2026", "M"),
            ("Watch", "quay steps", "traders", "Holmsey Council", "2027/28", "L"),
            ("Clear", "mill lane", "residents", "Highways", "Q4 2026/27", "M"),
        ),
        start=1,
    )
)
LOST: tuple[Row, ...] = (
    ("A1", "Light the towpath", "Parks"),
    ("A2", "Train the door staff", "Police"),
)


def _typst(rows: Sequence[Row], page: str, repeat: bool = True, widths: str = "") -> bytes | None:
    """A ruled table of Typst, whose font sets ligatures and which cuts words and rows."""
    try:
        import typst
    except ImportError:
        return None
    cells = ",".join(f"[{text}]" for row in rows for text in row)
    heads = ",".join(f"[*{head}*]" for head in HEADS)
    source = (
        f'#set document(date:none)\n#set page({page})\n#set text(size:9pt,lang:"en",'
        f"hyphenate:true)\n= {TITLE}\n== {SECTION}\n#v(6pt)\n#table(columns:"
        f"({widths or '7fr,40fr,22fr,15fr,10fr,8fr'}),stroke:0.5pt,inset:5pt,"
        f"table.header(repeat:{str(repeat).lower()},{heads}),{cells})\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.typ"
        path.write_text(source, encoding="utf-8")
        return bytes(typst.compile(str(path)))


def _tight() -> bytes:
    """Words without blanks 2 points apart, which a tolerance of 3 points glues together."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=landscape(A4), invariant=1)
    for y, size, text in ((540, 18, TITLE), (510, 13, SECTION)):
        canvas.setFont("Helvetica-Bold", size)
        canvas.drawString(40, y, text)
    xs = (40, 80, 350, 540, 650, 740, 800)
    canvas.grid(xs, (420, 450, 480, 500))
    for y, font, row in zip((487, 467, 437), ("-Bold", "", ""), (HEADS, *SIGNS), strict=True):
        for x, end, text in zip(xs, xs[1:], row, strict=False):
            _spaceless(canvas, f"Helvetica{font}", (x + 4, y, end - 4), str(text).replace(EN, "H"))
    canvas.save()
    return buffer.getvalue()


def _spaceless(canvas: Canvas, font: str, at: tuple[float, float, float], text: str) -> None:
    """Words one by one from the left to the right end of a cell, and on in the next line."""
    left, y, right = at
    canvas.setFont(font, 9)
    x = left
    for word in text.split():
        width = canvas.stringWidth(word, font, 9)
        if x > left and x + width > right:
            x, y = left, y - 11
        canvas.drawString(x, y, word)
        x += width + 2


def _lost_heads() -> bytes:
    """The heads' font does not say which letters its signs are: (cid:36) and the like."""
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    pdfmetrics.registerFont(TTFont("VeraBd", "VeraBd.ttf", asciiReadable=False))
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(500, 300), invariant=1, pageCompression=0)
    canvas.grid([40, 90, 300, 430], [140, 180, 220, 250])
    for font, y, texts in (
        ("VeraBd", 230, ("Ref", "Action", "Lead")),
        ("Vera", 195, LOST[0]),
        ("Vera", 155, LOST[1]),
    ):
        canvas.setFont(font, 10)
        for x, text in zip((46, 96, 306), texts, strict=True):
            canvas.drawString(x, y, str(text))
    canvas.save()
    data = buffer.getvalue()
    named = re.search(rb"/BaseFont /[A-Z+]*BitstreamVeraSans-Bold[^>]*?(/ToUnicode \d+ 0 R)", data)
    if named is None:
        raise ValueError("the bold font of the heads has no table of letters to take away")
    start, end = named.span(1)
    return data[:start] + b" " * (end - start) + data[end:]


PLAIN = [tuple(str(cell).replace(EN, "H") for cell in row) for row in SIGNS]
LOW = "width:210mm,height:76mm,margin:12mm"
OVER = ((1, 1), (1, 2), (2, 2), (2, 3))
DOCUMENTS = {
    "golden_signs_typst": Printed(
        lambda: _typst(SIGNS, 'paper:"a4",margin:15mm', widths="8fr,20fr,16fr,13fr,9fr,8fr"),
        acts(FIELDS, SIGNS, SECTION),
        PRIORITY,
    ),
    "golden_carried_rows_typst": Printed(
        lambda: _typst(ROWS, LOW), acts(FIELDS, ROWS, SECTION, OVER), PRIORITY
    ),
    "golden_carried_without_heads_typst": Printed(
        lambda: _typst(ROWS, LOW, repeat=False), acts(FIELDS, ROWS, SECTION, OVER), PRIORITY
    ),
    "golden_tight_words_reportlab": Printed(_tight, acts(FIELDS, PLAIN, SECTION), PRIORITY),
    "scan_lost_heads": Printed(_lost_heads, acts(("ref", "activity", "lead_raw"), LOST, None)),
}


if __name__ == "__main__":
    save(DOCUMENTS)
