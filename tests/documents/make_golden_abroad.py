"""Makes golden PDFs of plans as other countries print them.

Measures that are what is done, deliverables with a lead and a date each, and counted measures with
nothing but who is responsible. Run ``python -m tests.documents.make_golden_abroad``. Area, bodies
and actions are invented.
"""

from reportlab.platypus import Flowable, Paragraph

from tests.documents.golden_flow import (
    GRID,
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

TITLE = "Lorvenia harbour plan 2026 to 2029"
FIRST = "Priority 1: Open quays"
PRIORITIES = (("Priority 1", "Open quays"),)
FIELDS = ("objective", "activity", "lead_raw", "due_raw", "measures")
HEADS: Row = ("Objective", "Measures", "Responsible", "Timeline", "Indicators")
MEASURES: tuple[Row, ...] = (
    (
        "Quays that all can use",
        "Set up ramps at both ferry berths",
        "Port office",
        "2027",
        "Ramps in use",
    ),
    (
        "Quays that all can use",
        "Train the crews of small boats in signing",
        "Pilot school",
        "End 2028",
        "Crews trained",
    ),
)


def _measures() -> bytes:
    """Measures are the actions, beside the indicators of their success."""
    rows = table((HEADS, *MEASURES), (150, 240, 110, 90, 120), GRID)
    return pages([heading(TITLE, 18), heading(FIRST), rows])


TOLD_HEADS: Row = ("Action", "Deliverable", "Timeline", "Responsibility")
TOLD: tuple[Row, ...] = (
    ("Hold a forum of islanders", "Invite the elders of each village", "May 2026", "Port office"),
    ("Hold a forum of islanders", "Hire the net loft for two days", "June 2026", "Clerk"),
)


def _deliverables() -> bytes:
    """One action over two deliverables, each with its own date and lead."""
    rows = (TOLD_HEADS, TOLD[0], ("", *TOLD[1][1:]))
    drawn = table(rows, (160, 280, 100, 140), GRID, ("SPAN", (0, 1), (0, 2)))
    return pages([heading(TITLE, 18), heading(FIRST), drawn])


COUNTED = (
    ("Measure 1: Dredge the bar before winter", "Two ships ran aground in January.", "Port office"),
    ("Measure 2: Pilot night ferries to the isles", "The last boat left at six.", "Pilot school"),
)


def _counted() -> bytes:
    """A heading that counts and says a measure, a text on it, and who is responsible."""
    flow: list[Flowable] = [heading(TITLE, 18), heading(FIRST)]
    for title, said, lead in COUNTED:
        flow += [heading(title, 11), Paragraph(said, TEXT), gap(6)]
        flow.append(Paragraph(f"<b>Responsible:</b> {lead}", TEXT))
    return pages(flow)


LED = [
    {"ref": title[8], "activity": title[11:], "lead_raw": lead, "section": FIRST}
    for title, _, lead in COUNTED
]
DOCUMENTS = {
    "golden_measures_as_actions": Printed(_measures, acts(FIELDS, MEASURES, FIRST), PRIORITIES),
    "golden_deliverables": Printed(
        _deliverables,
        acts(("objective", "activity", "due_raw", "lead_raw"), TOLD, FIRST),
        PRIORITIES,
    ),
    "golden_counted_measures": Printed(_counted, LED, PRIORITIES),
}


if __name__ == "__main__":
    save(DOCUMENTS)
