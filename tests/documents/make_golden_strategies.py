"""Makes golden PDFs of whole strategies: plans among chapters that hold tables of other kinds.

Run ``python -m tests.documents.make_golden_strategies``.
"""

from collections.abc import Sequence

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.platypus import Flowable, PageBreak, Paragraph

from tests.documents.golden_flow import (
    GRID,
    TEXT,
    Cell,
    Printed,
    acts,
    gap,
    heading,
    pages,
    save,
    table,
)

AIMS = ("Safe homes", "Fair courts", "Kind streets")
TEXTS = (
    "Nobody in Ferrymead should have to leave home in order to be safe from another person.",
    "Those who go to court are met by people who know what they have been through before.",
    "Everybody can walk home at night, on any road and at any hour, without looking back.",
)
HEADS = ("Ref", "Action", "Measure", "Lead", "By when")
FIELDS = ("ref", "activity", "measures", "lead_raw", "due_raw")
WIDTHS = (35, 200, 110, 90, 75)
PLAN: Sequence[Sequence[Sequence[Cell]]] = (
    (
        ("1.1", "Open two flats for families", "Flats let", "Ferrymead Housing", "May 2026"),
        ("1.2", "Train caretakers to notice harm", "Staff trained", "Harbour Trust", "Ongoing"),
    ),
    (
        ("2.1", "Give each witness a supporter", "Witnesses met", "Court Service", "June 2026"),
        ("2.2", "Publish waiting times", "Four reports", "Justice Board", "Quarterly"),
    ),
    (
        ("3.1", "Light the towpath", "Lamps working", "Ferrymead Council", "March 2027"),
        ("3.2", "Ask bus drivers to stop on request", "Routes joined", "Bus Forum", "2027"),
    ),
)
RISKS = (
    ("Ref", "Risk", "Likelihood", "Impact", "Mitigating action", "Owner"),
    ("R1", "A grant ends early", "High", "Medium", "Keep a reserve", "Treasurer"),
    ("R2", "A partner withdraws", "Low", "High", "Agree notice of a year", "Chair"),
)
INDICATORS = (
    ("Priority", "Outcome", "Measure", "Baseline", "Target"),
    ("Safe homes", "Fewer moves", "Families moved", "41", "20"),
    ("Fair courts", "Shorter waits", "Weeks to trial", "38", "26"),
)
ANSWERS = (
    ("You said", "We did"),
    ("The line closes too early", "The line is open until midnight"),
    ("Letters are hard to read", "Letters fit on one page"),
)


def _text(text: str) -> Paragraph:
    return Paragraph(text, TEXT)


def _cover(title: str) -> list[Flowable]:
    return [gap(200), heading(title, 30), _text("2025 to 2028"), PageBreak()]


def _before() -> list[Flowable]:
    """Chapters that stand before the priorities, each on a page of its own."""
    return [
        heading("What people told us", 18),
        _text("Two hundred people answered, and forty came to the library to talk about it."),
        gap(),
        table(ANSWERS, (200, 250), GRID),
        PageBreak(),
        heading("Managing risk", 18),
        table(RISKS, (30, 110, 60, 60, 140, 70), GRID),
        PageBreak(),
    ]


def _chapters() -> bytes:
    """A chapter for each priority, whose actions begin the next page below one heading."""
    flow = [*_cover("Ferrymead Safety Strategy"), *_before()]
    for number, (aim, text, rows) in enumerate(zip(AIMS, TEXTS, PLAN, strict=True), 1):
        flow += [heading(f"Priority {number}: {aim}", 18), _text(text)]
        flow += [heading("Why this matters", 12), _text("It was said in every meeting.")]
        flow += [PageBreak(), heading("What we will do", 12)]
        flow += [table((HEADS, *rows), WIDTHS, GRID), PageBreak()]
    flow += [heading("Measuring success", 18), table(INDICATORS, (90, 100, 110, 60, 60), GRID)]
    return pages(flow, A4)


def _goals() -> bytes:
    """One table for all goals, which a column names, after a chapter of another kind."""
    flow = [*_cover("Ferrymead Kindness Plan"), heading("Our goals", 18)]
    flow.append(_text("Our plan has three goals, agreed by all partners."))
    for number, (aim, text) in enumerate(zip(AIMS, TEXTS, strict=True), 1):
        flow += [heading(f"Goal {number}: {aim}", 12), _text(text)]
    shade = ("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey)
    heads = ("Goal", "Action", "Lead", "By when", "RAG status")
    flow += [PageBreak(), *_before(), heading("Action plan", 18)]
    flow.append(table((heads, *_goal_rows()), (90, 170, 90, 70, 80), GRID, shade))
    return pages(flow, A4)


def _goal_rows() -> list[Sequence[Cell]]:
    states = ("On track", "Not started")
    return [
        (f"{number}. {aim}", row[1], row[3], row[4], state)
        for number, (aim, rows) in enumerate(zip(AIMS, PLAN, strict=True), 1)
        for row, state in zip(rows, states, strict=True)
    ]


GOAL_FIELDS = ("objective", "activity", "lead_raw", "due_raw", "status_raw")
OTHERS = ("other_tables",)
DOCUMENTS = {
    "golden_strategy_chapters": Printed(
        _chapters,
        [
            action
            for place, rows in enumerate(PLAN)
            for action in acts(
                FIELDS,
                rows,
                f"Priority {place + 1}: {AIMS[place]}",
                [(5 + 2 * place, 5 + 2 * place)],
            )
        ],
        [(f"Priority {number}", aim) for number, aim in enumerate(AIMS, 1)],
        problems=OTHERS,
    ),
    "golden_strategy_goals": Printed(
        _goals,
        acts(GOAL_FIELDS, _goal_rows(), None, [(5, 5)]),
        [(f"Goal {number}", aim) for number, aim in enumerate(AIMS, 1)],
        problems=OTHERS,
    ),
}

if __name__ == "__main__":
    save(DOCUMENTS)
