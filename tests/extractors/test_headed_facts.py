"""Facts behind the bars of headings, which are sections or actions all the same."""

from extractors.blocks import Heading, Paragraph
from extractors.extract import extract
from extractors.headed_facts import with_facts_below
from extractors.rows import OtherCell
from tests.extractors.tables import document, table

HEAD = "Action|By when|Measure"


def test_a_heading_is_a_section_whatever_facts_stand_behind_its_bars():
    """The rows stood in no section, as below a line that says what the plan is."""
    read = extract(
        document(
            Heading("Warm homes | Lead: Housing | 2026 to 2028", 2),
            table(f"{HEAD}\nInsulate 40 lofts|May 2027|40 lofts\nVisit 300 homes|May 2027|Visits"),
            Heading("Safer streets | Lead: Police | 2026 to 2028", 2),
            table(f"{HEAD}\nTrain twenty wardens|May 2027|20\nFit lights|May 2027|30 lights"),
        )
    )
    rows = [(one.section, one.cells["lead"]) for one in read.actions]
    assert rows == [("Warm homes", "Housing")] * 2 + [("Safer streets", "Police")] * 2


def test_facts_behind_the_bars_of_headings_that_promise_are_the_action_s():
    read = extract(
        document(
            Heading("Open a hub in Ellerdale | Cost: £4,000 | Due: May 2027", 2),
            Paragraph("Lead: Housing"),
            Heading("Train 20 wardens | Cost: £9,000 | Due: June 2027", 2),
            Paragraph("Lead: Police"),
        )
    )
    assert [(one.cells["activity"], one.cells["due"]) for one in read.actions] == [
        ("Open a hub in Ellerdale", "May 2027"),
        ("Train 20 wardens", "June 2027"),
    ]
    assert read.actions[0].other_cells == (OtherCell("Cost", "£4,000"),)


def test_facts_over_actions_that_say_who_and_when_themselves_stay_behind_their_section():
    ends = (Paragraph("Lead: Vale"), Paragraph("By when: 2027"))
    lines = (Paragraph("Insulate 40 lofts."), *ends, Paragraph("Visit 300 homes."), *ends)
    heads = [f"{name} · Sponsor: Cllr Jones · 2026 to 2028" for name in ("Homes", "Streets")]
    read = extract(document(*(one for head in heads for one in (Heading(head, 2), *lines))))
    assert [one.section for one in read.actions] == [head for head in heads for _ in range(2)]


def test_a_line_between_bars_that_says_what_the_plan_is_stays_as_it_is():
    page = document(
        Heading("Damp and mould action plan", 1),
        Heading("Vale Homes | Assessment dated 1 May 2026 | Assessor: Brayford Consultants", 2),
        Heading("Survey each block", 2),
        Paragraph("Lead: Housing"),
    )
    assert with_facts_below(page) is page
