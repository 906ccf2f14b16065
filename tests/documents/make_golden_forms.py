"""Makes golden PDFs of forms and cards: label and value, one commitment or action each.

Run ``python -m tests.documents.make_golden_forms``. Area, bodies and actions are invented.
"""

from collections.abc import Sequence

from reportlab.platypus import Flowable, PageBreak, Paragraph

from tests.documents.golden_flow import (
    BOLD,
    GRID,
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

TITLE = "Marlwick women's safety commitments"
SECTION = "Priority 2: Safe at work"
PRIORITY = (("Priority 2", "Safe at work"),)
LABELS = (
    "Reference",
    "Commitment",
    "How we will measure it",
    "Lead organisation",
    "Completion date",
)
FIELDS = ("ref", "activity", "measures", "lead_raw", "due_raw")
FORMS: tuple[Row, ...] = (
    (
        "W1",
        "Write with unions and employers a charter for shops, bars and depots that says what an "
        "employer does when a customer or a colleague frightens someone at work, how the person "
        "is kept safe on the way home, who pays for the taxi, and who is told of it",
        "Sixty employers have signed",
        "Marlwick Chamber of Trade",
        "November 2027",
    ),
    (
        "W2",
        "Train the stewards of the depot",
        "All stewards trained",
        "Transport Union",
        "Spring 2027",
    ),
)


def _forms_over_pages() -> bytes:
    """A form a commitment, labels on the left; the first one's text goes on overleaf."""
    first, second = FORMS
    words = str(first[1]).split()
    head, tail = " ".join(words[:24]), " ".join(words[24:])
    upper = [(LABELS[0], first[0]), (LABELS[1], head)]
    lower = [("", tail), *zip(LABELS[2:], first[2:], strict=True)]
    flow = [heading(TITLE, 18), heading(SECTION), gap(6), _form(upper), PageBreak()]
    flow += [_form(lower), gap(20), _form(list(zip(LABELS, second, strict=True)))]
    return pages(flow, (WIDE[0], 320))


def _form(rows: Sequence[Row]) -> Flowable:
    cells = [(Paragraph(str(label), BOLD), value) for label, value in rows]
    return table(cells, (170, 330), GRID, heads=0)


GOALS = ("Goal 1: Streets that are lit and watched", "Goal 2: Help in every language")
CARD_FIELDS = ("activity", "lead_raw", "due_raw")
LIT: tuple[Row, ...] = (
    ("Mend every lamp within five days", "Highways", "March 2027"),
    ("Walk the town centre with women each quarter", "Marlwick Police", "Ongoing"),
)
TONGUES: tuple[Row, ...] = (
    ("Print the leaflet in nine languages", "Marlwick Council", "June 2026"),
    ("Pay for interpreters at the first visit", "Health Board", "2027/28"),
)


def _cards_far_from_goal() -> bytes:
    """Cards of three rows; the goal stands on the page before the second card."""
    flow: list[Flowable] = [heading(TITLE, 18)]
    for goal, cards in zip(GOALS, (LIT, TONGUES), strict=True):
        first, second = cards
        flow += [heading(goal), _card(first), PageBreak(), _card(second), gap(14)]
    return pages(flow, (WIDE[0], 300))


def _card(row: Row) -> Flowable:
    labels = ("Action", "Who is responsible", "Timescale")
    return _form(list(zip(labels, row, strict=True)))


def _unread() -> bytes:
    """A form that says for whom and when but not what is promised, under labels nobody knows."""
    rows = (
        ("Wellbeing lens", "All"),
        ("Lead", "Marlwick Council"),
        ("Partners", "Police"),
        ("Timescale", "2027"),
    )
    note = Paragraph("The board agreed the sheet below in May.", TEXT)
    return pages([heading(TITLE, 18), note, gap(), _form(rows)])


COMMITMENTS = acts(FIELDS, FORMS, SECTION, ((1, 2), (2, 2)))
CARDS = [
    *acts(CARD_FIELDS, LIT, GOALS[0], ((1, 1), (2, 2))),
    *acts(CARD_FIELDS, TONGUES, GOALS[1], ((2, 2), (3, 3))),
]
DOCUMENTS = {
    "golden_forms_over_pages": Printed(_forms_over_pages, COMMITMENTS, PRIORITY),
    "golden_cards_far_from_goal": Printed(
        _cards_far_from_goal,
        CARDS,
        (
            ("Goal 1", "Streets that are lit and watched"),
            ("Goal 2", "Help in every language"),
        ),
    ),
    "golden_unread_form": Printed(_unread, problems=("unknown_heading", "unread_table")),
}


if __name__ == "__main__":
    save(DOCUMENTS)
