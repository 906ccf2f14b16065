"""Makes golden PDFs of what stands around a plan: aims in panels and prose, terms, columns of text.

Run ``python -m tests.documents.make_golden_outlines``. Area, bodies and actions are invented.
"""

from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import HRFlowable, Paragraph, Table

from tests.documents.golden_flow import (
    BOLD,
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

TITLE = "Tarnside strategy for women and girls 2026 to 2031"
WHITE = ParagraphStyle("white", parent=TEXT, textColor=colors.white)
LARGE = ParagraphStyle("large", parent=WHITE, fontName="Helvetica-Bold", fontSize=20, leading=26)
NAME = ParagraphStyle("name", parent=WHITE, fontName="Helvetica-Bold", fontSize=12, leading=15)
INDENTED = ParagraphStyle("indented", parent=TEXT, leftIndent=24, spaceAfter=6)
PANELS = (
    ("1", "Stop harm early", "We will work with boys and men before anyone is hurt.", "#5b2c6f"),
    ("2", "Help that lasts", "We will stay beside survivors for as long as they ask.", "#1f4e79"),
    ("3", "Hold to account", "We will follow those who harm, and help them to stop.", "#0b5345"),
)
HEADS: Row = ("Ref", "Action", "Lead", "Deadline")
FIELDS = ("ref", "activity", "lead_raw", "due_raw")
WIDTHS = (40, 420, 150, 100)
FIRST, SECOND = "Priority 1: Stop harm early", "Priority 2: Help that lasts"
BOTH = (("Priority 1", "Stop harm early"), ("Priority 2", "Help that lasts"))
EARLY: tuple[Row, ...] = (
    ("1.1", "Bring the coaches' course to all nine sports clubs", "Tarnside Sport", "May 2027"),
    ("1.2", "Pay two youth workers for the bus station", "Tarnside Council", "Autumn 2026"),
)
LASTING: tuple[Row, ...] = (
    ("2.1", "Keep each counsellor for two years", "Health Board", "2028"),
    ("2.2", "Open a flat for women without papers", "Tarnside Haven", "31 March 2028"),
)
TERMS = (
    ("Advocate", "Someone who stands beside a survivor and speaks for her where she asks it."),
    ("Coercive control", "A pattern of acts that takes away a person's freedom, day by day."),
    ("Perpetrator", "The person who chooses to harm somebody else."),
    ("Trauma informed", "Planned so that nobody has to tell what happened to her twice."),
)
PROSE = (
    "Tarnside lies between two motorways and has nine wards. In the last survey four women in ten "
    "said that they do not walk home after dark, and one in ten knows whom to ring. We spoke with "
    "three hundred people in markets, surgeries and schools before we wrote this plan. They told "
    "us that help comes late, that services ask the same questions, and that the buses stop early."
)


def _panels() -> bytes:
    """Coloured panels side by side that number the priorities, and no plan."""
    cells = [
        [Paragraph(number, LARGE), Paragraph(name, NAME), Paragraph(text, WHITE)]
        for number, name, text, _ in PANELS
    ]
    fills = [
        ("BACKGROUND", (2 * i, 0), (2 * i, 0), colors.HexColor(panel[3]))
        for i, panel in enumerate(PANELS)
    ]
    row = [cells[0], "", cells[1], "", cells[2]]
    panels = Table([row], colWidths=(220, 20, 220, 20, 220), style=fills, hAlign="LEFT")
    return pages([heading(TITLE, 18), heading("Our priorities"), panels])


def _underlined() -> bytes:
    """Two underlined headings above hairline tables that are as wide as the underlines."""
    flow = [heading(TITLE, 18)]
    for title, rows in ((FIRST, EARLY), (SECOND, LASTING)):
        line = HRFlowable(width=710, hAlign="LEFT", thickness=0.25, color=colors.grey, spaceAfter=6)
        flow += [heading(title), line, table((HEADS, *rows), WIDTHS, HAIRLINES), gap(12)]
    return pages(flow)


def _terms() -> bytes:
    """A plan, and below it terms above their indented meanings."""
    flow = [heading(TITLE, 18), heading(FIRST), table((HEADS, *EARLY), WIDTHS, GRID)]
    flow += [heading("Glossary")]
    for term, meaning in TERMS:
        flow += [Paragraph(term, BOLD), Paragraph(meaning, INDENTED)]
    return pages(flow)


def _terms_alone() -> bytes:
    """Terms in lines of their own that nothing sets apart from the meanings below them."""
    flow = [heading(TITLE, 18), heading(FIRST), table((HEADS, *EARLY), WIDTHS, GRID)]
    flow += [heading("Glossary")]
    for term, meaning in TERMS:
        flow += [Paragraph(term, TEXT), gap(6), Paragraph(meaning, TEXT), gap(6)]
    return pages(flow)


def _aims_in_a_column() -> bytes:
    """Labels above titles in a column of aims, what each means beside them."""
    said = [((f"Priority {number}", name), text) for number, name, text, _ in PANELS]
    rows = [(Paragraph("<br/>".join(lines), TEXT), text) for lines, text in said]
    aims = table((("Our priorities", "What we will do"), *rows), (220, 460), GRID)
    return pages([heading(TITLE, 18), heading("What we want"), aims])


SMALL = tuple(f"{name[0].lower()}{name[1:]}" for _, name, _, _ in PANELS)  # within a sentence


def _ordinals() -> bytes:
    """Aims that the sentences of a text count."""
    nth = ("first", "second", "third")
    told = " ".join(
        f"Our {word} priority is {name}. {text}"
        for word, name, (_, _, text, _) in zip(nth, SMALL, PANELS, strict=True)
    )
    return pages([heading(TITLE, 18), heading("What we want"), Paragraph(told, TEXT)])


def _two_columns() -> bytes:
    """Two columns of prose above the plan and below it."""
    prose = Table([[Paragraph(PROSE, TEXT), "", Paragraph(PROSE, TEXT)]], (340, 30, 340))
    plan = table((HEADS, *EARLY), WIDTHS, HAIRLINES)
    flow = [heading(TITLE, 18), prose, heading(FIRST), plan, gap()]
    return pages([*flow, heading("What comes next"), prose])


def _counted_prose() -> bytes:
    """Aims that a sentence counts and a list names."""
    said = Paragraph("The partnership has three priorities for the years to 2031:", TEXT)
    aims = [
        Paragraph(f"<b>{name}</b>: {text}", TEXT, bulletText=f"{number}.")
        for number, name, text, _ in PANELS
    ]
    return pages([heading(TITLE, 18), heading("What we will do"), said, gap(4), *aims])


NUMBERED = tuple((number, name) for number, name, _, _ in PANELS)
DOCUMENTS = {
    "golden_panels": Printed(_panels, priorities=NUMBERED),
    "golden_underlined": Printed(
        _underlined, [*acts(FIELDS, EARLY, FIRST), *acts(FIELDS, LASTING, SECOND)], BOTH
    ),
    "golden_terms": Printed(
        _terms, acts(FIELDS, EARLY, FIRST), BOTH[:1], [term for term, _ in TERMS]
    ),
    "golden_two_columns": Printed(_two_columns, acts(FIELDS, EARLY, FIRST), BOTH[:1]),
    "golden_terms_alone": Printed(
        _terms_alone, acts(FIELDS, EARLY, FIRST), BOTH[:1], [term for term, _ in TERMS]
    ),
    "golden_aims_in_a_column": Printed(
        _aims_in_a_column,
        priorities=[(f"Priority {number}", name) for number, name, _, _ in PANELS],
    ),
    "golden_ordinals": Printed(_ordinals, priorities=[(None, name) for name in SMALL]),
    "golden_counted_prose": Printed(_counted_prose, priorities=NUMBERED),
}


if __name__ == "__main__":
    save(DOCUMENTS)
