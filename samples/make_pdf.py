"""The PDF sample: a ruled strategy of an invented county; a row runs over a page break."""

from pathlib import Path
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    Flowable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

GREEN = colors.HexColor("#1f5c4a")
PALE = colors.HexColor("#dcebe5")
BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10.5, leading=14, spaceAfter=7)
CELL = ParagraphStyle("cell", fontName="Helvetica", fontSize=10, leading=13.5)
ITEM = ParagraphStyle("item", parent=CELL, leftIndent=14, bulletIndent=0)
HEAD = ParagraphStyle("head", parent=CELL, fontName="Helvetica-Bold", textColor=colors.white)
BOLD = ParagraphStyle("bold", parent=CELL, fontName="Helvetica-Bold")
TITLE = ParagraphStyle("title", parent=BODY, fontName="Helvetica-Bold", fontSize=27, leading=33)
H1 = ParagraphStyle(
    "h1", parent=BODY, fontName="Helvetica-Bold", fontSize=18, leading=24, textColor=GREEN
)
H2 = ParagraphStyle(
    "h2", parent=BODY, fontName="Helvetica-Bold", fontSize=13, leading=18, textColor=GREEN
)
WIDTHS = [17 * mm, 88 * mm, 82 * mm, 52 * mm, 28 * mm]
HEADINGS = ["Ref", "Activity", "How we will know it worked", "Lead", "Complete by"]
FOOTER = "Mereshire County Council  |  Safe at Home, Safe Outside 2025-2028"

CARRIED_REF = "2.1"  # the row that runs from page 3 to page 4
PLAN_INTRODUCTION = (
    "The partnership board owns this plan and looks at it every quarter. Each action has one lead, "
    "who answers for it. An action that is late is named in the report, with the reason and a new "
    "date, so that anyone in Mereshire can see how far we have come."
)

PRIORITIES = [
    (
        "Priority 1",
        "Changing attitudes early",
        "Children, young people and adults recognise abuse and know that it is never acceptable.",
    ),
    (
        "Priority 2",
        "Help that reaches everyone",
        "Anyone who experiences abuse finds skilled help close to home, whoever they are.",
    ),
    (
        "Priority 3",
        "Stopping those who cause harm",
        "People who use violence are challenged, held to account and offered a way to change.",
    ),
]

ACTIONS = {
    "Priority 1": [
        (
            "1.1",
            "Offer every secondary school in Mereshire a programme on consent and healthy "
            "relationships, led by trained staff and older pupils.",
            [
                "18 of 22 schools take part by the end of the second year",
                "Pupils report that they know where to turn",
            ],
            "Mereshire County Council (Education and Public Health)",
            "July 2026",
        ),
        (
            "1.2",
            "Run a bystander campaign with bus companies and town centre venues.",
            ["Three campaigns a year", "Recall of at least a third among adults asked"],
            "Community Safety Partnership",
            "Ongoing",
        ),
        (
            "1.3",
            "Train the staff of sports clubs to notice and respond to controlling behaviour:",
            ["Two courses in each district", "A named contact in every club"],
            "Public Health with support from the district councils",
            "Q3 2026/27",
        ),
        (
            "1.4",
            "Ask young people every two years how safe they feel at school, on the way home and "
            "online, and publish what they say.",
            [
                "First survey with at least 1,500 answers, in every part of the county",
                "Each school receives its own results and says in public what it will do",
            ],
            "Mereshire Safeguarding Partnership",
            "November 2026",
        ),
    ],
    "Priority 2": [
        (
            "2.1",
            "Commission one countywide advocacy service, so that a survivor tells her story once. "
            "The service works from health centres, libraries and family hubs; it keeps an "
            "interpreter on call; and it stays in touch after the court case has ended, because "
            "this is when many women told us that they felt most alone.",
            [
                "Waiting time for a first appointment under five working days",
                "Nine in ten survivors say that they felt believed",
                "Independent evaluation after twelve months, with findings published in full and "
                "discussed with the survivors' panel",
                "Take-up among older women and disabled women matches the county's population",
            ],
            "Mereshire County Council - Adult Social Care; Integrated Care Board",
            "31/03/2027",
        ),
        (
            "2.2",
            "Open a second refuge with space for larger families.",
            ["Eight family units in use"],
            "Housing",
            "by end of 2027",
        ),
        (
            "2.3",
            "Make routine enquiry part of every antenatal and substance use assessment.",
            ["Audit of 200 records a year", "Referrals to advocacy rise by a quarter"],
            "Health",
            "Spring 2026",
        ),
        (
            "2.4",
            "Set up a survivors' panel that reviews this plan twice a year.",
            ["Panel meets in March and September"],
            "VAWG Board",
            "within 6 months",
        ),
    ],
    "Priority 3": [
        (
            "3.1",
            "Fund a behaviour change programme for people who use violence at home.",
            ["60 places a year", "Fewer repeat incidents in the twelve months after completion"],
            "Office of the Police and Crime Commissioner",
            "April 2026 - March 2028",
        ),
        (
            "3.2",
            "Review every stalking report within 48 hours.",
            ["Monthly dip sample by a senior officer"],
            "Police",
            "TBC",
        ),
    ],
}

GLOSSARY = [
    (
        "Independent domestic violence adviser",
        "IDVA",
        "A trained adviser who helps a survivor to stay safe and stands by her in court.",
    ),
    ("Coercive control", "", "A pattern of acts that takes away another person's freedom."),
    ("Survivors' panel", "SP", "Women with experience of abuse who advise the partnership."),
]


def make_strategy(path: Path) -> None:
    """Write the strategy: cover, foreword, priorities, one table a priority, glossary."""
    document = SimpleDocTemplate(
        str(path),
        pagesize=landscape(A4),
        leftMargin=15 * mm,
        rightMargin=15 * mm,
        title="Safe at Home, Safe Outside: ending violence against women and girls in Mereshire",
        author="Mereshire County Council",
        invariant=1,
    )
    story = [*_cover(), *_opening(), *_plan(), *_glossary()]
    document.build(story, onLaterPages=_footer)


def _cover() -> list[Flowable]:
    return [
        Spacer(1, 55 * mm),
        Paragraph("Safe at Home, Safe Outside", TITLE),
        Paragraph("Mereshire's strategy to end violence against women and girls 2025-2028", H2),
        Paragraph("Published 14 February 2025", BODY),
        PageBreak(),
    ]


def _opening() -> list[Flowable]:
    story: list[Flowable] = [
        Paragraph("Why this strategy", H1),
        Paragraph(
            "Four hundred and twelve people in Mereshire answered our survey, and sixty-one sat "
            "down with us. They asked for three things above all: that children learn early what "
            "respect looks like, that help does not depend on a postcode, and that those who "
            "cause harm are the ones who have to change.",
            BODY,
        ),
        Paragraph("Our priorities", H1),
    ]
    for label, title, summary in PRIORITIES:
        story += [Paragraph(f"{label}: {title}", H2), Paragraph(summary, BODY)]
    return [*story, PageBreak()]


def _plan() -> list[Flowable]:
    story: list[Flowable] = [Paragraph("Action plan", H1), Paragraph(PLAN_INTRODUCTION, BODY)]
    for label, title, _ in PRIORITIES:
        story += [_action_table(f"{label}: {title}", ACTIONS[label]), Spacer(1, 6 * mm)]
    return [*story, PageBreak()]


def _action_table(banner: str, actions: list[tuple[str, str, list[str], str, str]]) -> Table:
    rows: list[list[Any]] = [
        [Paragraph(banner, HEAD), "", "", "", ""],
        [Paragraph(heading, BOLD) for heading in HEADINGS],
    ]
    for ref, activity, measures, lead, due in actions:
        items = [Paragraph(text, ITEM, bulletText="•") for text in measures]
        texts = [Paragraph(text, CELL) for text in (ref, activity)]
        rows.append([*texts, items, Paragraph(lead, CELL), Paragraph(due, CELL)])
    style = TableStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.6, GREEN),
            ("SPAN", (0, 0), (-1, 0)),
            ("BACKGROUND", (0, 0), (-1, 0), GREEN),
            ("BACKGROUND", (0, 1), (-1, 1), PALE),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
    )
    return Table(rows, WIDTHS, repeatRows=2, splitInRow=1, style=style)


def _glossary() -> list[Flowable]:
    rows = [[Paragraph(text, BOLD) for text in ("Term", "Short form", "Meaning")]]
    rows += [[Paragraph(text, CELL) for text in row] for row in GLOSSARY]
    style = TableStyle(
        [("GRID", (0, 0), (-1, -1), 0.6, GREEN), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    )
    return [Paragraph("Glossary", H1), Table(rows, [60 * mm, 40 * mm, 160 * mm], style=style)]


def _footer(canvas: Canvas, document: SimpleDocTemplate) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(15 * mm, 10 * mm, FOOTER)
    canvas.drawRightString(landscape(A4)[0] - 15 * mm, 10 * mm, str(document.page))


def strategy_gold() -> dict[str, Any]:
    """What a faithful reader finds in the strategy; ``page`` is where a row's first line stands."""
    titles = {label: title for label, title, _ in PRIORITIES}
    return {
        "priorities": [
            {"label": label, "title": title, "summary": summary}
            for label, title, summary in PRIORITIES
        ],
        "actions": [
            {
                "ref": ref,
                "activity": activity,
                "measures": measures,
                "lead_raw": lead,
                "due_raw": due,
                "section": f"{label}: {titles[label]}",
                "page": 3 if ref <= CARRIED_REF else 4,
                "page_end": 3 if ref < CARRIED_REF else 4,
            }
            for label, actions in ACTIONS.items()
            for ref, activity, measures, lead, due in actions
        ],
        "glossary": [
            {"term": term, "acronym": acronym or None, "definition": meaning}
            for term, acronym, meaning in GLOSSARY
        ],
    }
