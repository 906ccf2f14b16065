"""Makes golden PDFs that print tables which are no plan: alone, and beside a plan.

Run ``python -m tests.documents.make_golden_decoys``. Area, bodies and figures are invented.
"""

from reportlab.platypus import PageBreak

from tests.documents.golden_flow import (
    GRID,
    HAIRLINES,
    Printed,
    Row,
    acts,
    heading,
    pages,
    save,
    table,
)

TITLE = "Kelbrook domestic abuse partnership strategy 2026 to 2030"
PLAN_HEADS: Row = ("Ref", "Action", "Measure", "Lead", "Target date")
PLAN_FIELDS = ("ref", "activity", "measures", "lead_raw", "due_raw")
PLAN: tuple[Row, ...] = (
    (
        "1.1",
        "Place an adviser in the two magistrates' courts",
        "Every survivor at court is met",
        "Kelbrook Council",
        "March 2027",
    ),
    (
        "1.2",
        "Offer a bed on the night that it is asked for",
        "Nobody is turned away",
        "Kelbrook Refuge",
        "Ongoing",
    ),
)
PLAN_WIDTHS = (40, 270, 190, 130, 90)
SECTION = "Priority 1: Safety tonight"
PRIORITY = (("Priority 1", "Safety tonight"),)

CONTENTS: tuple[Row, ...] = (
    ("Foreword", "2"),
    ("What we know about abuse in Kelbrook", "3"),
    ("Action plan", "5"),
    ("Glossary", "9"),
)
MEMBERS: tuple[Row, ...] = (
    ("Name", "Role", "Organisation", "Joined"),
    ("Asha Wren", "Chair", "Kelbrook Council", "May 2024"),
    ("Tom Ledger", "Lead officer", "Probation", "June 2025"),
    ("Mair Colley", "Member", "Kelbrook Refuge", "July 2025"),
)
CONTACTS: tuple[Row, ...] = (
    ("Service", "What they do", "Contact", "Opening hours"),
    (
        "Kelbrook Refuge",
        "Offers a safe room to anyone who must leave home",
        "01999 555 010",
        "Daily",
    ),
    ("Men's line", "Listens to men who are hurt by a partner", "01999 555 020", "Mon to Fri"),
    ("Police", "Answers calls for help", "999", "Daily"),
)
KPIS: tuple[Row, ...] = (
    ("Ref", "Measure", "Lead", "Baseline 2024/25", "Target 2026/27"),
    ("K1", "Repeat cases heard by the panel", "Kelbrook Council", "31%", "25%"),
    ("K2", "Calls answered within a minute", "Kelbrook Refuge", "82%", "90%"),
    ("K3", "Victims who end the service safer", "Kelbrook Refuge", "76%", "85%"),
)
RISKS: tuple[Row, ...] = (
    ("Risk", "Likelihood", "Impact", "Mitigation", "Risk owner"),
    ("The grant ends early", "3", "5", "Ask for reserves by March", "Finance"),
    ("Staff leave for better pay", "4", "4", "Review pay with the refuge", "Kelbrook Refuge"),
)
BUDGET: tuple[Row, ...] = (
    ("Service", "Provider", "2026/27", "2027/28", "Total"),
    ("Refuge rooms", "Kelbrook Refuge", "£210,000", "£214,000", "£424,000"),
    ("Advisers at court", "Law Centre", "£64,000", "£65,500", "£129,500"),
    ("Total", "", "£274,000", "£279,500", "£553,500"),
)
ANSWERS: tuple[Row, ...] = (
    ("Question", "Agree", "Neither", "Disagree"),
    ("Should the plan begin with safety tonight?", "88%", "7%", "5%"),
    ("Should schools teach about consent each year?", "91%", "5%", "4%"),
    ("Would you know where to ask for help?", "46%", "20%", "34%"),
)
SAID: tuple[Row, ...] = (
    ("You said", "We did"),
    ("The helpline is hard to find", "We printed the number on every bus ticket"),
    ("Courts feel unsafe", "We asked for a second waiting room"),
)
CRIMES: tuple[Row, ...] = (
    ("Offence", "2022", "2023", "2024", "Change"),
    ("Stalking", "214", "260", "301", "+16%"),
    ("Coercive control", "90", "121", "133", "+10%"),
)


def _plan(heads: int = 1) -> list[object]:
    return [heading(SECTION), table((PLAN_HEADS, *PLAN), PLAN_WIDTHS, GRID, heads=heads)]


def _after_contents() -> bytes:
    """Contents, membership and contacts on the first page, the plan on the second."""
    flow = [heading(TITLE, 18), heading("Contents"), table(CONTENTS, (400, 60), heads=0)]
    flow += [heading("Members of the board"), table(MEMBERS, (150, 120, 200, 100), GRID)]
    flow += [heading("Where to ask for help"), table(CONTACTS, (140, 300, 120, 100), GRID)]
    return pages([*flow, PageBreak(), *_plan()])


def _same_heads() -> bytes:
    """The plan, then indicators and risks below heads that plans have too, and a budget."""
    flow = [heading(TITLE, 18), *_plan(), PageBreak()]
    flow += [heading("How we will measure success"), table(KPIS, (40, 260, 150, 110, 110), GRID)]
    flow += [heading("Risk register"), table(RISKS, (220, 70, 60, 220, 130), GRID)]
    return pages([*flow, heading("What it costs"), table(BUDGET, (180, 150, 90, 90, 90), GRID)])


def _answers() -> bytes:
    """What was asked, said and counted; no plan at all."""
    flow = [heading("What Kelbrook told us", 18), heading("Results of the consultation")]
    flow += [table(ANSWERS, (380, 80, 80, 80), GRID), heading("You said, we did")]
    flow += [table(SAID, (340, 340), GRID), heading("Recorded offences")]
    return pages([*flow, table(CRIMES, (200, 80, 80, 80, 80), HAIRLINES)])


OTHERS = ("other_tables",)
DOCUMENTS = {
    "golden_after_contents": Printed(
        _after_contents,
        acts(PLAN_FIELDS, PLAN, SECTION, ((2, 2),)),
        PRIORITY,
        problems=OTHERS,
    ),
    "golden_same_heads": Printed(
        _same_heads, acts(PLAN_FIELDS, PLAN, SECTION), PRIORITY, problems=OTHERS
    ),
    "golden_answers": Printed(_answers, problems=OTHERS),
}


if __name__ == "__main__":
    save(DOCUMENTS)
