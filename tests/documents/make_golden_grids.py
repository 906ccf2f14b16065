"""Makes golden PDFs of plans whose tables are odd: one layout a document, all text invented.

Run ``python -m tests.documents.make_golden_grids``.
"""

from reportlab.lib import colors
from reportlab.platypus import PageBreak, Paragraph, Table

from tests.documents.golden_flow import (
    GRID,
    HAIRLINES,
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

TITLE = "Ashmere and Dunford violence prevention plan 2026 to 2029"
FIRST, SECOND = "Priority 1: Early help", "Priority 2: Justice"
PRIORITIES = (("Priority 1", "Early help"), ("Priority 2", "Justice"))

OBJECTIVE_HEADS: Row = ("Objective", "Action", "Lead", "Start", "End")
OBJECTIVE_FIELDS = ("objective", "activity", "lead_raw", "start_raw", "due_raw")
SCHOOLS = "Pupils know what a healthy relationship is"
TAXIS = "Nobody is refused a journey home"
OBJECTIVES: tuple[Row, ...] = (
    (SCHOOLS, "Write lessons for years 7 to 9", "Schools Service", "May 2026", "July 2027"),
    (SCHOOLS, "Train two teachers in every school", "Dunford Academy", "Sept 2026", "Ongoing"),
    (SCHOOLS, "Ask pupils each spring what they learnt", "Youth Council", "2027", "2029"),
    (TAXIS, "Add a duty of care to the taxi licence", "Licensing Team", "June 2026", "Dec 2026"),
    (TAXIS, "Name the ranks that marshals attend", "Ashmere Council", "Q3 2026", "March 2027"),
)

REF_HEADS: Row = ("No.", "What we will do", "Who leads", "By when")
REF_FIELDS = ("ref", "activity", "lead_raw", "due_raw")
EARLY: tuple[Row, ...] = (
    ("1", "Open an advice desk in each children's centre", "Ashmere Council", "October 2026"),
    ("2", "Place a midwife with the refuge one day a week", "Maternity Services", "April 2027"),
    ("3", "Teach barbers and hairdressers where to send a customer", "Public Health", "Ongoing"),
)
COURTS: tuple[Row, ...] = (
    ("1", "Give every witness one person to ring", "Witness Care Unit", "31/01/2027"),
    ("2", "Build a second remote evidence room", "Dunford Police", "Summer 2028"),
)
REF_WIDTHS = (40, 400, 150, 110)


def _several_under_one() -> bytes:
    """An objective merged over its actions, each of which has its own lead and dates."""
    shown = [OBJECTIVE_HEADS, *OBJECTIVES]
    rows = [("" if i and shown[i - 1][0] == r[0] else r[0], *r[1:]) for i, r in enumerate(shown)]
    merged = [("SPAN", (0, 1), (0, 3)), ("SPAN", (0, 4), (0, 5))]
    plan = table(rows, (160, 260, 120, 80, 80), GRID, *merged)
    return pages([heading(TITLE, 18), heading(FIRST), plan])


MERGED_FIELDS = ("ref", "activity", "lead_raw", "start_raw", "due_raw")
MERGED: tuple[Row, ...] = (
    ("A1", "Review the pathway for older victims", "Adult Care", "May 2026", "Jan 2027"),
    ("A2", "Share alerts with the ambulance trust", "Health Board", "", ""),
    ("A3", "Buy a translation line for front desks", "Ashmere Council", "June 2026", "Ongoing"),
)


def _merged_dates() -> bytes:
    """Start and End under Timescale, and in one row a text across both, which is no date."""
    rows: list[Row] = [
        ("Ref", "Action", "Lead", "Timescale", ""),
        ("", "", "", "Start", "End"),
        *MERGED,
    ]
    rows[3] = (*MERGED[1][:3], "Waits for the new contract", "")
    spans = [("SPAN", (n, 0), (n, 1)) for n in range(3)]
    spans += [("SPAN", (3, 0), (4, 0)), ("SPAN", (3, 3), (4, 3))]
    plan = table(rows, (40, 320, 140, 90, 90), GRID, *spans, heads=2)
    return pages([heading(TITLE, 18), heading(FIRST), plan])


def _restarting() -> bytes:
    """References that begin at 1 again under the second priority."""
    first = table((REF_HEADS, *EARLY), REF_WIDTHS, HAIRLINES)
    second = table((REF_HEADS, *COURTS), REF_WIDTHS, HAIRLINES)
    return pages([heading(TITLE, 18), heading(FIRST), first, gap(), heading(SECOND), second])


def _heads_once() -> bytes:
    """The heads stand on the first page alone, the rows go on overleaf under the same priority."""
    first = table((REF_HEADS, *EARLY[:2]), REF_WIDTHS, GRID)
    rest = table(EARLY[2:], REF_WIDTHS, GRID, heads=0)
    second = table((REF_HEADS, *COURTS), REF_WIDTHS, GRID)
    flow = [heading(TITLE, 18), heading(FIRST), first, PageBreak(), rest, gap()]
    return pages([*flow, heading(SECOND), second])


def _heading_at_the_foot() -> bytes:
    """The second priority's heading is the last line of the page before its table."""
    first = table((REF_HEADS, *EARLY), REF_WIDTHS, GRID)
    second = table((REF_HEADS, *COURTS), REF_WIDTHS, GRID)
    flow = [heading(TITLE, 18), heading(FIRST), first, gap(270), heading(SECOND), PageBreak()]
    return pages([*flow, second])


LONG_HEADS: Row = (
    "Ref",
    "What is the action that the partners of Ashmere and Dunford have agreed to take together "
    "in order to meet this priority?",
    "How will each of the partners and the people of both areas be able to tell that the action "
    "has made a difference?",
    "Which organisation, team or officer is the one that leads the action on behalf of all of "
    "the partners named?",
    "By which month and year do the partners expect that all of the action will have been "
    "completed?",
)
LONG: tuple[Row, ...] = (
    ("E1", "Hold surgeries in both markets", "Forty surgeries held", "Outreach Team", "May 2027"),
    ("E2", "Map the services for men and boys", "Map published", "Health Board", "June 2026"),
)


def _long_heads() -> bytes:
    """Heads of some twenty words."""
    plan = table((LONG_HEADS, *LONG), (40, 190, 180, 160, 140), GRID)
    return pages([heading(TITLE, 18), heading(FIRST), plan])


def _struck() -> bytes:
    """The second action is struck through: it was dropped."""
    crossed = tuple(f"<strike>{cell}</strike>" for cell in EARLY[1])
    plan = table((REF_HEADS, EARLY[0], crossed, EARLY[2]), REF_WIDTHS, GRID)
    return pages([heading(TITLE, 18), heading(FIRST), plan])


FILLS = ("#00b050", "#ffc000", "#ff0000")


def _coloured() -> bytes:
    """The state of an action is the colour of an empty cell."""
    rows = [(*REF_HEADS, "RAG"), *((*row, "") for row in EARLY)]
    fills = [
        ("BACKGROUND", (4, i), (4, i), colors.HexColor(f)) for i, f in enumerate(FILLS, start=1)
    ]
    plan = table(rows, (40, 360, 150, 100, 50), GRID, *fills)
    return pages([heading(TITLE, 18), heading(FIRST), plan])


STACKED_FIELDS = ("ref", "activity", "lead_raw", "due_raw")
STACKED_TASKS = ("Ask tenants what they need", "Write the policy", "Tell every landlord")
STACKED_DATES = ("June 2026", "Sept 2026", "Jan 2027")
STACKED = [
    {
        "ref": "H1",
        "activity": " ".join(f"• {task}" for task in STACKED_TASKS),
        "lead_raw": "Housing Options",
        "due_raw": " ".join(STACKED_DATES),
        "section": FIRST,
        "page": 1,
        "page_end": 1,
    },
    *acts(STACKED_FIELDS, [("H2", "Open a move-on flat", "Dunford Homes", "2028")], FIRST),
]


def _stacked() -> bytes:
    """One action whose cell lists three tasks, its dates one above the other."""
    dates = [Paragraph(date, TEXT) for date in STACKED_DATES]
    plan = table(
        (
            ("Ref", "Action", "Lead", "Timescale"),
            ("H1", STACKED_TASKS, "Housing Options", dates),
            ("H2", "Open a move-on flat", "Dunford Homes", "2028"),
        ),
        (40, 380, 150, 110),
        GRID,
    )
    return pages([heading(TITLE, 18), heading(FIRST), plan])


SIDE_HEADS: Row = ("Ref", "Action", "Lead")
SIDE_FIELDS = ("ref", "activity", "lead_raw")
LEFT: tuple[Row, ...] = (
    ("1.1", "Print a card with the helpline's number", "Ashmere Council"),
    ("1.2", "Put the card in every pharmacy", "Health Board"),
    ("1.3", "Train the night pharmacist", "Health Board"),
)
RIGHT: tuple[Row, ...] = (
    ("2.1", "Hold a clinic on orders each Monday", "Dunford Law Centre"),
    ("2.2", "Serve orders within two days", "Dunford Police"),
)


def _side_by_side() -> bytes:
    """Two priorities beside each other, each with its heading and table."""
    sides = [
        [heading(title, 12), table((SIDE_HEADS, *rows), (35, 190, 110), GRID)]
        for title, rows in ((FIRST, LEFT), (SECOND, RIGHT))
    ]
    return pages([heading(TITLE, 18), Table([sides], colWidths=(375, 355))])


NUMBERED = (
    ("1.", "Strategic group in place"),
    ("2.", "Terms of reference agreed by the boards of both areas, and read again each year"),
    ("3.", "Report to the partnership"),
)


def _numbers_apart() -> bytes:
    """The numbers of a list stand in a column of their own beside their text."""
    listed = table(NUMBERED, (24, 180), ("LEFTPADDING", (0, 0), (-1, -1), 0), heads=0)
    plain = "Forum meets four times"
    plan = table(
        (
            ("Ref", "Activity", "How will we know", "Lead", "Deliver by"),
            ("G.1", "Set up one board for both areas", listed, "Community Safety", "July 2026"),
            ("G.2", "Hear survivors at each meeting", plain, "Ashmere Council", "Ongoing"),
        ),
        (40, 230, 220, 120, 90),
        GRID,
    )
    return pages([heading(TITLE, 18), heading(FIRST), plan])


G_FIELDS = ("ref", "activity", "measures", "lead_raw", "due_raw")
G_ROWS: tuple[Row, ...] = (
    (
        "G.1",
        "Set up one board for both areas",
        tuple(text for _, text in NUMBERED),
        "Community Safety",
        "July 2026",
    ),
    (
        "G.2",
        "Hear survivors at each meeting",
        "Forum meets four times",
        "Ashmere Council",
        "Ongoing",
    ),
)
BOTH = [*acts(REF_FIELDS, EARLY, FIRST), *acts(REF_FIELDS, COURTS, SECOND)]
OVERLEAF = [
    *acts(REF_FIELDS, EARLY, FIRST, ((1, 1), (1, 1), (2, 2))),
    *acts(REF_FIELDS, COURTS, SECOND, ((2, 2),)),
]
FOOT = [*acts(REF_FIELDS, EARLY, FIRST), *acts(REF_FIELDS, COURTS, SECOND, ((2, 2),))]
DROPPED = [{**act, "dropped": act["ref"] == "2"} for act in acts(REF_FIELDS, EARLY, FIRST)]
COLOURED = [
    {**act, "colours": {"rag": fill}}
    for act, fill in zip(acts(REF_FIELDS, EARLY, FIRST), FILLS, strict=True)
]
SIDES = [*acts(SIDE_FIELDS, LEFT, FIRST), *acts(SIDE_FIELDS, RIGHT, SECOND)]
DOCUMENTS = {
    "golden_several_under_one": Printed(
        _several_under_one, acts(OBJECTIVE_FIELDS, OBJECTIVES, FIRST), PRIORITIES[:1]
    ),
    "golden_merged_dates": Printed(
        _merged_dates,
        acts(MERGED_FIELDS, MERGED, FIRST),
        PRIORITIES[:1],
        problems=("merged_dates",),
    ),
    "golden_restarting_references": Printed(_restarting, BOTH, PRIORITIES),
    "golden_heads_once": Printed(_heads_once, OVERLEAF, PRIORITIES),
    "golden_heading_at_the_foot": Printed(_heading_at_the_foot, FOOT, PRIORITIES),
    "golden_long_heads": Printed(
        _long_heads,
        acts(("ref", "activity", "measures", "lead_raw", "due_raw"), LONG, FIRST),
        PRIORITIES[:1],
    ),
    "golden_struck": Printed(_struck, DROPPED, PRIORITIES[:1], problems=("struck_text",)),
    "golden_coloured": Printed(_coloured, COLOURED, PRIORITIES[:1]),
    "golden_stacked_dates": Printed(_stacked, STACKED, PRIORITIES[:1]),
    "golden_side_by_side": Printed(_side_by_side, SIDES, PRIORITIES),
    "golden_numbers_apart": Printed(_numbers_apart, acts(G_FIELDS, G_ROWS, FIRST), PRIORITIES[:1]),
}


if __name__ == "__main__":
    save(DOCUMENTS)
