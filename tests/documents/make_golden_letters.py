"""Makes golden PDFs whose letters or pages are hard: signs, cut words, cut rows, lost letters.

Run ``python -m tests.documents.make_golden_letters``; what Typst or Chromium makes keeps its
committed bytes where they are missing. Area, bodies and actions are invented.
"""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

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
        "Recommendations accepted by the multi-agency board",
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


def _tight() -> bytes | None:
    """Words so close to one another that only a sixth of a letter parts them, on two columns."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        return None
    rows = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in (HEADS, *SIGNS)
    )
    page = (
        "<!doctype html><meta charset='utf-8'><style>@page{size:297mm 210mm;margin:15mm}"
        "body{font:10pt 'Liberation Sans';word-spacing:-1.1pt}h1,h2{word-spacing:0}"
        "table{border-collapse:collapse}td{border:.5pt solid #000;padding:4pt;"
        "vertical-align:top}tr:first-child{font-weight:bold}</style>"
        f"<h1>{TITLE}</h1><h2>{SECTION}</h2><table>{rows}</table>"
    )
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "plan.html", Path(folder) / "plan.pdf"
        source.write_text(page, encoding="utf-8")
        options = ["--headless", "--no-sandbox", "--no-pdf-header-footer"]
        command = [program, *options, f"--print-to-pdf={target}", source.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return target.read_bytes()


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
    "golden_tight_words_chromium": Printed(_tight, acts(FIELDS, SIGNS, SECTION), PRIORITY),
    "scan_lost_heads": Printed(_lost_heads, acts(("ref", "activity", "lead_raw"), LOST, None)),
}


if __name__ == "__main__":
    save(DOCUMENTS)
