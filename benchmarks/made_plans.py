"""Plans that the benchmarks read: as many actions as they like, in one table."""

from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

TEXT = ParagraphStyle("text", fontName="Helvetica", fontSize=9, leading=11)
HEADS = ("Ref", "Action", "How will we know", "Lead agency", "Deadline")
WIDTHS = (45, 250, 220, 140, 80)
STYLES = {
    "ruled": [("GRID", (0, 0), (-1, -1), 0.5, colors.black)],
    "hairlines": [("LINEBELOW", (0, 0), (-1, -1), 0.25, colors.grey)],
    "shaded": [("ROWBACKGROUNDS", (0, 0), (-1, -1), (colors.lightgrey, None))],
    "white space": [],
}


def make_plan(path: Path, count: int, style: str) -> list[str]:
    """Write a plan of so many actions; gives the texts of its cells, the heads once."""
    rows = [list(HEADS), *(plan_row(number) for number in range(1, count + 1))]
    cells = [[Paragraph(text, TEXT) for text in row] for row in rows]
    top = ("VALIGN", (0, 0), (-1, -1), "TOP")
    table = Table(
        cells, colWidths=WIDTHS, repeatRows=0, splitInRow=0, style=TableStyle([top, *STYLES[style]])
    )
    SimpleDocTemplate(str(path), pagesize=landscape(A4), invariant=1).build([table])
    return [text for row in rows for text in row]


def plan_row(number: int) -> list[str]:
    """The cells of one action, no two actions alike."""
    places = ("the market", "Elm Road school", "the bus station", "both libraries", "the park")
    place = places[number % len(places)]
    return [
        f"{number // 20 + 1}.{number % 20 + 1}",
        f"Train the staff of {place} to notice signs of harm and to say where help is, then ask "
        f"them after {number % 9 + 2} months what they have used and what they would change",
        f"At least {number % 60 + 20} people trained in the year; nine in ten say that they know "
        "what to do and whom to ask",
        ("Quarrow Council / Public Health", "Quarrow Police", "Library Service")[number % 3],
        f"Q{number % 4 + 1} 2026/27",
    ]
