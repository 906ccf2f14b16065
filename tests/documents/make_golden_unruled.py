"""Makes golden PDFs of tables and cards that no rule parts into columns.

Run ``python -m tests.documents.make_golden_unruled``. Area, bodies and actions are invented.
"""

from collections.abc import Sequence

from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Paragraph, Table

from tests.documents.golden_flow import (
    BOLD,
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

TITLE = "Tarnholme and Brackwater safer homes plan 2026 to 2029"
FIRST, SECOND = "Priority 1: Warm welcomes", "Priority 2: Doors that lock"
PRIORITIES = (("Priority 1", "Warm welcomes"), ("Priority 2", "Doors that lock"))
FIELDS = ("ref", "activity", "lead_raw", "due_raw")
HEADS: Row = ("Ref", "Action", "Lead", "By when")
WELCOMES: tuple[Row, ...] = (
    ("1.1", "Keep a spare room for callers at every hostel", "Brackwater Homes", "May 2027"),
    ("1.2", "Print the helpline on the back of each rent card", "Tenant Services", "June 2026"),
    ("1.3", "Ask new tenants once whether they feel safe", "Tarnholme Council", "Ongoing"),
    ("1.4", "Teach caretakers to spot a forced lock", "Estates Office", "Autumn 2026"),
)
LOCKS: tuple[Row, ...] = (
    ("2.1", "Change a lock within a day of being asked", "Repairs Team", "March 2028"),
    ("2.2", "Fund two window fitters for older houses", "Handyhelp", "31 May 2027"),
)
UNDER_HEADS = ("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black)


def _card(row: Row) -> Flowable:
    """Who and when below the action, lines between the rows alone."""
    ref, said, lead, due = row
    rows = ((f"{ref} {said}", ""), ("Lead", "By when"), (lead, due))
    over = ("SPAN", (0, 0), (-1, 0))
    return table(rows, (170, 120), HAIRLINES, over, heads=2)


def _cards_two_abreast() -> bytes:
    """Cards in two columns of the page, which are read one after the other."""
    flow: list[Flowable] = [heading(TITLE, 18), heading(FIRST)]
    for pair in (WELCOMES[::2], WELCOMES[1::2]):
        flow += [Table([[_card(row) for row in pair]], colWidths=(370, 370)), gap(14)]
    return pages(flow)


def _framed_card(row: Row) -> Flowable:
    """A title and two labels in a frame, lines between the rows alone."""
    ref, said, lead, due = row
    rows = ((f"{ref} {said}", ""), (Paragraph("Lead", BOLD), lead), (Paragraph("Due", BOLD), due))
    frame = ("BOX", (0, 0), (-1, -1), 0.5, colors.black)
    return table(rows, (60, 160), HAIRLINES, frame, ("SPAN", (0, 0), (-1, 0)), heads=1)


def _cards_three_abreast() -> bytes:
    """Framed cards in three columns of the page, below two priorities."""
    flow: list[Flowable] = [heading(TITLE, 18)]
    for aim, rows in ((FIRST, WELCOMES[:3]), (SECOND, (*LOCKS, THIRD))):
        cards = Table([[_framed_card(row) for row in rows]], colWidths=(245, 245, 245))
        flow += [heading(aim), cards, gap(14)]
    return pages(flow)


THIRD: Row = ("2.3", "Review the key safes of sheltered flats", "Estates Office", "Year 2")


def _small_cards_over_pages() -> bytes:
    """Each action above the same three heads; the page ends between two cards."""
    heads = ("Lead", "By when", "How we will know")
    flow: list[Flowable] = [heading(TITLE, 18), heading(FIRST)]
    for number, (row, known) in enumerate(zip(WELCOMES, KNOWN, strict=True)):
        ref, said, lead, due = row
        rows = ((ref, said, ""), heads, (lead, due, known))
        flow += [PageBreak()] if number == 2 else []
        flow += [table(rows, (180, 240, 280), ("SPAN", (1, 0), (2, 0)), heads=2), gap(10)]
    return pages(flow, (WIDE[0], 340))


KNOWN = ("Rooms kept", "Cards printed", "Tenants asked", "Caretakers taught")
CARD_FIELDS = (*FIELDS, "measures")
SMALL = [(*row, known) for row, known in zip(WELCOMES, KNOWN, strict=True)]


def _transposed() -> bytes:
    """The heads stand on the left, each action is a column; the rest is overleaf."""
    flow: list[Flowable] = [heading(TITLE, 18), heading(FIRST)]
    for number, part in enumerate((WELCOMES[:3], WELCOMES[3:] + LOCKS)):
        turned = zip(HEADS, *part, strict=True)
        rows = [(Paragraph(str(head), BOLD), *cells) for head, *cells in turned]
        flow += [PageBreak()] if number else []
        flow.append(table(rows, (90, 210, 210, 210), heads=0))
    return pages(flow, (WIDE[0], 340))


def _unlike_heads() -> bytes:
    """Two priorities beside each other, whose tables name other columns."""
    left = table((HEADS[:3], *(row[:3] for row in WELCOMES)), (35, 200, 105), UNDER_HEADS)
    right = table((RIGHT_HEADS, *RIGHT), (190, 75, 75), UNDER_HEADS)
    sides = [[heading(FIRST, 12), left], [heading(SECOND, 12), right]]
    top = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    return pages([heading(TITLE, 18), Table([sides], colWidths=(375, 355), style=top)])


RIGHT_HEADS: Row = ("What we will do", "Start", "End")
RIGHT_FIELDS = ("activity", "start_raw", "due_raw")
RIGHT: tuple[Row, ...] = (
    ("Change a lock within a day of being asked", "June 2026", "March 2028"),
    ("Fund two window fitters for older houses", "Sept 2026", "May 2027"),
)
DATED_FIELDS = ("ref", "activity", "lead_raw", "start_raw", "due_raw")
STARTS = ("May 2026", "April 2026", "July 2026", "June 2026")
DATED = [(*row[:3], start, row[3]) for row, start in zip(WELCOMES, STARTS, strict=True)]


def _foot_heads() -> bytes:
    """Heads of two rows without shading, those of one row set to the foot."""
    rows: list[Row] = [
        ("", "", "Who is", "Timescale", ""),
        ("Ref", "Action", "responsible?", "Start", "End"),
        *DATED,
    ]
    rule = ("LINEBELOW", (0, 1), (-1, 1), 0.5, colors.black)
    plan = table(rows, (40, 320, 140, 90, 100), rule, ("SPAN", (3, 0), (4, 0)), heads=2)
    return pages([heading(TITLE, 18), heading(FIRST), plan])


def _heads_at_the_foot() -> bytes:
    """The heads are the last line of a page, the rows stand overleaf."""
    widths = (40, 400, 150, 110)
    note = Paragraph("The board of both areas agreed this plan and reads it each spring.", TEXT)
    heads = table((HEADS,), widths, UNDER_HEADS)
    flow = [heading(TITLE, 18), note, gap(130), heading(FIRST), heads, PageBreak()]
    return pages([*flow, table(WELCOMES, widths, HAIRLINES, heads=0)], (WIDE[0], 340))


CENTRED = ParagraphStyle("centred", parent=TEXT, alignment=1)
LONG: tuple[Row, ...] = (
    (
        "1.1",
        "Keep a spare room for callers at every hostel, on the ground floor where that can be "
        "had, and tell the night desk of it",
        "Brackwater Homes",
        "May 2027",
    ),
    (
        "1.2",
        "Print the helpline on the back of each rent card, in the five languages that tenants "
        "of both areas speak most",
        "Tenant Services",
        "June 2026",
    ),
    (
        "1.3",
        "Ask new tenants once whether they feel safe, and write to those who were out with the "
        "name of someone to ring",
        "Tarnholme Council",
        "Ongoing",
    ),
)


def _close_rows() -> bytes:
    """Rows as close as the lines of their cells; who and when stand in the middle."""
    drawn: list[Sequence[Flowable | str]] = [
        [ref, said, *(Paragraph(f"<b>{cell}</b>" if head else str(cell), CENTRED) for cell in rest)]
        for head, (ref, said, *rest) in zip(
            (True, False, False, False), (HEADS, *LONG), strict=True
        )
    ]
    middle, tight = ("VALIGN", (0, 1), (-1, -1), "MIDDLE"), ("TOPPADDING", (0, 1), (-1, -1), 1)
    foot = ("BOTTOMPADDING", (0, 1), (-1, -1), 3)
    plan = table(drawn, (40, 250, 150, 110), UNDER_HEADS, middle, tight, foot)
    return pages([heading(TITLE, 18), heading(FIRST), plan])


WHENEVER = "Subject to funding being agreed"
OPEN = [DATED[0], (*DATED[1][:3], WHENEVER, ""), DATED[2], (*DATED[3][:3], WHENEVER, "")]


def _value_over_dates() -> bytes:
    """A value over start and end, where nothing but the rule below the heads is drawn."""
    rows: list[Row] = [("Ref", "Action", "Lead", "Start", "End"), *OPEN]
    spans = [("SPAN", (3, row), (4, row)) for row, cells in enumerate(rows) if cells[3] == WHENEVER]
    plan = table(rows, (40, 320, 140, 70, 100), UNDER_HEADS, *spans)
    return pages([heading(TITLE, 18), heading(FIRST), plan])


LED: tuple[Row, ...] = (
    (*WELCOMES[0][:2], "Brackwater Homes", "May 2027"),
    (*WELCOMES[1][:2], "Brackwater Homes", "June 2026"),
    (*WELCOMES[2][:2], "Tarnholme Council", "Ongoing"),
    (*WELCOMES[3][:2], "Estates Office", "Autumn 2026"),
    ("1.5", "Mend the gate of each yard before winter", "Estates Office", "October 2026"),
)


def _merged_leads() -> bytes:
    """Leads of two rows, right of which and left of which the rules between these stop."""
    widths = (40, 400, 150, 110)
    flow: list[Flowable] = [heading(TITLE, 18), heading(FIRST)]
    for heads, rows in ((1, (HEADS, *LED[:3])), (0, LED[3:])):
        merged = [
            (ref, said, "" if at == heads + 1 else lead, due)
            for at, (ref, said, lead, due) in enumerate(rows)
        ]
        ends = [
            ("LINEBELOW", (0, at), (-1, at), 0.5, colors.black)
            for at in range(len(rows))
            if at != heads
        ]
        parts = [
            ("LINEBELOW", (low, heads), (high, heads), 0.5, colors.black)
            for low, high in ((0, 1), (3, 3))
        ]
        lead = (("SPAN", (2, heads), (2, heads + 1)), ("VALIGN", (2, heads), (2, heads), "MIDDLE"))
        flow += [table(merged, widths, *ends, *parts, *lead, heads=heads), PageBreak()]
    return pages(flow[:-1], (WIDE[0], 340))


OVER = ((1, 1), (1, 1), (2, 2))
SIDES = [
    *acts(FIELDS[:3], [row[:3] for row in WELCOMES], FIRST),
    *acts(RIGHT_FIELDS, RIGHT, SECOND),
]
TURNED = acts(FIELDS, WELCOMES + LOCKS, FIRST, ((1, 1), (1, 1), (1, 1), (2, 2)))
DOCUMENTS = {
    "golden_cards_two_abreast": Printed(
        _cards_two_abreast, acts(FIELDS, WELCOMES, FIRST), PRIORITIES[:1]
    ),
    "golden_cards_three_abreast": Printed(
        _cards_three_abreast,
        [*acts(FIELDS, WELCOMES[:3], FIRST), *acts(FIELDS, (*LOCKS, THIRD), SECOND)],
        PRIORITIES,
    ),
    "golden_small_cards_over_pages": Printed(
        _small_cards_over_pages, acts(CARD_FIELDS, SMALL, FIRST, OVER), PRIORITIES[:1]
    ),
    "golden_transposed_over_pages": Printed(_transposed, TURNED, PRIORITIES[:1]),
    "golden_unlike_heads_side_by_side": Printed(_unlike_heads, SIDES, PRIORITIES),
    "golden_foot_heads": Printed(_foot_heads, acts(DATED_FIELDS, DATED, FIRST), PRIORITIES[:1]),
    "golden_heads_alone_at_the_foot": Printed(
        _heads_at_the_foot, acts(FIELDS, WELCOMES, FIRST, ((2, 2),)), PRIORITIES[:1]
    ),
    "golden_value_over_dates": Printed(
        _value_over_dates,
        acts(
            DATED_FIELDS, [(*row[:3], "", "") if row[3] == WHENEVER else row for row in OPEN], FIRST
        ),
        PRIORITIES[:1],
        problems=("merged_dates", "merged_dates"),
    ),
    "golden_merged_leads": Printed(
        _merged_leads,
        acts(FIELDS, LED, FIRST, ((1, 1), (1, 1), (1, 1), (2, 2))),
        PRIORITIES[:1],
    ),
    "golden_close_rows": Printed(_close_rows, acts(FIELDS, LONG, FIRST), PRIORITIES[:1]),
}


if __name__ == "__main__":
    save(DOCUMENTS)
