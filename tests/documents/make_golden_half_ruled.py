"""Makes golden PDFs of tables that are ruled or shaded in part, or stand beside other text.

Run ``python -m tests.documents.make_golden_half_ruled``. Area, bodies and actions are invented.
"""

from reportlab.lib import colors
from reportlab.platypus import Flowable, PageBreak, Paragraph, Table

from tests.documents.golden_flow import (
    HAIRLINES,
    TEXT,
    WIDE,
    Printed,
    Row,
    acts,
    gap,
    heading,
    pages,
    save,
    table,
)

TITLE = "Orrisdale and Fennmoor night safety plan 2026 to 2029"
AIM = "Priority 1: Home by midnight"
PRIORITY = (("Priority 1", "Home by midnight"),)
FIELDS = ("ref", "activity", "lead_raw", "due_raw")
HEADS: Row = ("Ref", "Action", "Lead", "By when")
NIGHTS: tuple[Row, ...] = (
    ("1.1", "Run the last bus an hour later on Fridays", "Fennmoor Buses", "May 2027"),
    (
        "1.2",
        "Light the path from the station to the market square, and keep the hedges beside it cut",
        "Highways Team",
        "June 2026",
    ),
    ("1.3", "Train door staff to call a taxi for guests", "Orrisdale Council", "Ongoing"),
    ("1.4", "Open a warm room beside the taxi rank", "Street Pastors", "Autumn 2026"),
    ("1.5", "Ask bar owners each spring what they saw", "Licensing Team", "March 2028"),
)
PROSE = (
    "People who work at night told us that the walk from the bus is what they fear most.",
    "Four in ten of them have changed the way they take, and some have given up a job for it.",
    "We heard the same from students, and from nurses of both hospitals who come off a late shift.",
    "What stands beside this text is what we will do about it, street by street.",
)


def _beside_text() -> bytes:
    """A plan in the right half of a page, hairlines between its rows, prose in the left half."""
    prose = [part for text in PROSE for part in (Paragraph(text, TEXT), gap(6))]
    plan = table((HEADS, *NIGHTS), (32, 190, 100, 80), HAIRLINES)
    top = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    halves = Table([[prose, plan]], colWidths=(310, 420), style=top)
    return pages([heading(TITLE, 18), heading(AIM), halves])


def _rules_between_columns() -> bytes:
    """Rules between the columns alone, cells set to the middle; the rest is overleaf."""
    rules = ("LINEAFTER", (0, 0), (-2, -1), 0.5, colors.black)
    middle = ("VALIGN", (0, 1), (-1, -1), "MIDDLE")
    parts = [
        table((HEADS, *rows), (40, 240, 150, 110), rules, middle)
        for rows in (NIGHTS[:3], NIGHTS[3:])
    ]
    return pages([heading(TITLE, 18), heading(AIM), parts[0], PageBreak(), parts[1]])


def _white_columns() -> bytes:
    """Every second column is shaded over all its rows, and nothing else parts them."""
    pale = [("BACKGROUND", (at, 0), (at, -1), colors.HexColor("#E4ECF4")) for at in (0, 2)]
    lines = ("LINEBELOW", (0, 0), (-1, 0), 0.75, colors.black)
    flow: list[Flowable] = [heading(TITLE, 18), heading(AIM)]
    return pages([*flow, table((HEADS, *NIGHTS), (40, 330, 160, 130), *pale, lines)])


AIMS = ("Safer ways home", "Safer doors")
AIMED_HEADS: Row = ("Objective", *HEADS)
AIMED_FIELDS = ("objective", *FIELDS)
AIMED: tuple[Row, ...] = tuple(
    (AIMS[0] if number < 3 else AIMS[1], *row) for number, row in enumerate(NIGHTS)
)


def _objective_in_the_middle() -> bytes:
    """Objectives stand once, at the middle of their rows, and no rule parts anything."""
    printed = [AIMED_HEADS, *(("", *row[1:]) for row in AIMED)]
    printed[1] = (AIMS[0], *AIMED[0][1:])
    printed[4] = (AIMS[1], *AIMED[3][1:])
    spans = ("SPAN", (0, 1), (0, 3)), ("SPAN", (0, 4), (0, 5))
    middle = ("VALIGN", (0, 1), (0, -1), "MIDDLE")
    room = ("BOTTOMPADDING", (0, 0), (-1, -1), 10)
    plan = table(printed, (110, 40, 280, 140, 110), *spans, middle, room)
    return pages([heading(TITLE, 18), heading(AIM), plan], WIDE)


OVER = ((1, 1), (1, 1), (1, 1), (2, 2))
DOCUMENTS = {
    "golden_beside_text": Printed(_beside_text, acts(FIELDS, NIGHTS, AIM), PRIORITY),
    "golden_rules_between_columns": Printed(
        _rules_between_columns, acts(FIELDS, NIGHTS, AIM, OVER), PRIORITY
    ),
    "golden_white_columns": Printed(_white_columns, acts(FIELDS, NIGHTS, AIM), PRIORITY),
    "golden_objective_in_the_middle": Printed(
        _objective_in_the_middle, acts(AIMED_FIELDS, AIMED, AIM), PRIORITY
    ),
}


if __name__ == "__main__":
    save(DOCUMENTS)
