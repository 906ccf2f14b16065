"""Makes golden PDFs of dotted rules, and of leads above tables, beside dates and below headings.

Run ``python -m tests.documents.make_golden_leads``. Area, bodies and actions are invented.
"""

from collections.abc import Sequence
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph

from tests.documents.golden_flow import (
    GRID,
    ITEM,
    TEXT,
    Printed,
    Row,
    acts,
    gap,
    heading,
    pages,
    save,
    table,
)

TITLE = "Wexcombe night safety plan 2026 to 2028"
FIRST, SECOND = "Priority 1: Safe stations", "Priority 2: Safe stadiums"
PRIORITIES = (("Priority 1", "Safe stations"), ("Priority 2", "Safe stadiums"))
HEADS: Row = ("Ref", "Action", "By when")
STATIONS: tuple[Row, ...] = (
    ("1.1", "Staff the ticket hall until the last train", "May 2027"),
    ("1.2", "Fit help points on both platforms", "Winter 2026"),
)
STADIUMS: tuple[Row, ...] = (
    ("2.1", "Train stewards to answer a text for help", "August 2026"),
    ("2.2", "Open a quiet room beside each stand", "Ongoing"),
)
LEADS = ("Wexcombe Rail", "County Sports Board")


def _leads_above() -> bytes:
    """Who leads all actions of a table is said in a line above it."""
    flow: list[Flowable] = [heading(TITLE, 18)]
    for title, lead, rows in zip((FIRST, SECOND), LEADS, (STATIONS, STADIUMS), strict=True):
        line = Paragraph(f"<b>Lead:</b> {lead}", TEXT)
        flow += [heading(title), line, gap(), table((HEADS, *rows), (50, 420, 130), GRID), gap()]
    return pages(flow)


COUNTED = (
    (
        "Action 7: Staff the ticket hall until the last train",
        "The hall closed at nine for many years, and people waited alone on the footbridge.",
        ("Wexcombe Rail", "May 2027"),
    ),
    (
        "Action 8: Train stewards to answer a text for help",
        "Both grounds print the number on each seat, and the answer should not take five minutes.",
        ("County Sports Board", "August 2026"),
    ),
)


def _counted_headings() -> bytes:
    """A heading that counts and says an action, a text on it, and a list of labels."""
    flow: list[Flowable] = [heading(TITLE, 18), heading(FIRST)]
    for title, said, values in COUNTED:
        flow += [heading(title, 11), Paragraph(said, TEXT), gap(6)]
        for label, value in zip(("Lead", "Timescale"), values, strict=True):
            flow.append(Paragraph(f"<b>{label}:</b> {value}", ITEM, bulletText="•"))
    return pages(flow)


XS, YS = (40, 90, 330, 450, 540), (310, 280, 240, 200)
DOT, STEP = 0.5, 3  # points: the radius of a dot, the way from one to the next
DOTTED_HEADS: Row = ("Ref", "Action", "Lead", "By when")
DOTTED: tuple[Row, ...] = tuple((ref, said, LEADS[0], due) for ref, said, due in STATIONS)


def _dotted() -> bytes:
    """A grid each dot of whose rules is a shape of its own, as browsers print dotted borders."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(580, 400), invariant=1)
    for y, size, text in ((360, 16, TITLE), (330, 12, FIRST)):
        canvas.setFont("Helvetica-Bold", size)
        canvas.drawString(40, y, text)
    for y in YS:
        _dots(canvas, [(x, y) for x in range(XS[0], XS[-1] + 1, STEP)])
    for x in XS:
        _dots(canvas, [(x, y) for y in range(YS[-1], YS[0] + 1, STEP)])
    for y, font, row in zip(YS, ("-Bold", "", ""), (DOTTED_HEADS, *DOTTED), strict=False):
        canvas.setFont(f"Helvetica{font}", 9)
        for x, text in zip(XS, row, strict=False):
            canvas.drawString(x + 5, y - 15, str(text))
    canvas.save()
    return buffer.getvalue()


def _dots(canvas: Canvas, places: Sequence[tuple[float, float]]) -> None:
    for x, y in places:
        canvas.circle(x, y, DOT, stroke=0, fill=1)


TWO_HEADS: Row = ("Ref", "Action", "Lead / Timescale", "Status and comments")
TWO: tuple[Row, ...] = (
    ("1.1", STATIONS[0][1], "Wexcombe Rail by May 2027", "On track: four of nine clerks are hired"),
    ("1.2", STATIONS[1][1], "Estates / winter 2026", "Not started. The tender is out in June"),
    ("1.3", "Walk the last mile with the police", "Street Pastors, ongoing", "Complete"),
)
PARTED = (
    ("Wexcombe Rail", "by May 2027", "On track"),
    ("Estates", "winter 2026", "Not started"),
    ("Street Pastors", "ongoing", "Complete"),
)


def _two_in_one() -> bytes:
    """Columns that hold two fields each, which their cells part in words."""
    plan = table((TWO_HEADS, *TWO), (40, 300, 180, 210), GRID)
    return pages([heading(TITLE, 18), heading(FIRST), plan])


BOTH = [
    {**action, "lead_raw": lead, "due_raw": due, "status_raw": status}
    for action, (lead, due, status) in zip(
        acts(("ref", "activity", "", ""), TWO, FIRST), PARTED, strict=True
    )
]
LED = [
    {**action, "lead_raw": lead}
    for title, lead, rows in zip((FIRST, SECOND), LEADS, (STATIONS, STADIUMS), strict=True)
    for action in acts(("ref", "activity", "due_raw"), rows, title)
]
HEADED = [
    {"ref": title[7], "activity": title[10:], "lead_raw": lead, "due_raw": due, "section": FIRST}
    for title, _, (lead, due) in COUNTED
]
DOCUMENTS = {
    "golden_lead_above_table": Printed(_leads_above, LED, PRIORITIES),
    "golden_counted_headings": Printed(_counted_headings, HEADED, PRIORITIES[:1]),
    "golden_dotted_rules": Printed(
        _dotted, acts(("ref", "activity", "lead_raw", "due_raw"), DOTTED, FIRST), PRIORITIES[:1]
    ),
    "golden_two_in_one": Printed(_two_in_one, BOTH, PRIORITIES[:1]),
}


if __name__ == "__main__":
    save(DOCUMENTS)
