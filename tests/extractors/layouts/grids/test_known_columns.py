"""Tables that print no headings take the columns of another table of the same borders."""

from dataclasses import replace

from extractors.actions import find_actions
from extractors.blocks import Box, Heading, Place
from tests.extractors.tables import document, found, pick, table

HEADED = table(
    "Ref|Action|Lead|Partners|When\n2.1|List sooner|HMCTS|Police|2026\n"
    "2.2|Train ushers|Vale|Bar|2027",
    5,
)
BARE = table("1.1|Open a refuge|Vale|Haven|2026\n1.2|Mend the roofs|Homes|Vale|2027", 3)


def unruled(left: float) -> dict:
    return {"ruled": False, "edges": (left, 184.0, 328.0, 472.0, 616.0, 700.0 + left)}


def test_headings_of_the_next_table_of_the_same_borders_are_taken():
    assert pick(found(BARE, HEADED), "ref", "lead", "support", "due") == [
        ("1.1", "Vale", "Haven", "2026"),
        ("1.2", "Homes", "Vale", "2027"),
        ("2.1", "HMCTS", "Police", "2026"),
        ("2.2", "Vale", "Bar", "2027"),
    ]
    first, *_ = find_actions(document(BARE, HEADED)).actions
    assert "heading taken from a later table" in first.row.reasons


def test_outer_borders_of_tables_without_rules_follow_their_texts():
    rows = "1.1|Open a refuge|Vale|Haven|2026"
    heads = "Ref|Action|Lead|Partners|When\n2.1|List sooner|HMCTS|Police|2026"
    before = table(heads, 3, **unruled(40.0))
    assert pick(found(before, table(rows, 5, **unruled(48.0))), "support") == [
        ("Police",),
        ("Haven",),
    ]


def test_a_later_table_of_other_borders_lends_no_headings():
    heads = "Ref|Action|Lead|Partners|When\n2.1|List sooner|HMCTS|Police|2026"
    other = table(heads, 5, edges=(40, 90, 300, 500, 600, 760))
    reasons = [one.row.reasons for one in find_actions(document(BARE, other)).actions]
    assert not any("heading taken from a later table" in known for known in reasons)


def test_a_table_below_small_cards_takes_only_the_columns_that_they_print():
    cards = table(
        "PL1|Open a refuge\n**Lead**|**By when**\nVale|May 2027\n"
        "PL2|Mend the roofs\n**Lead**|**By when**\nHomes|June 2027",
        3,
    )
    assert pick(found(cards, table("Haven|2026\nBar|2027", 6)), "ref") == [("PL1",), ("PL2",)]


def test_headings_in_a_table_of_their_own_name_the_columns_of_the_next():
    rows = found(
        table("What will we do?|Funding|Due date|Lead|From", 1),
        table(
            "Light the towpath by the weir|Officer time|May 2027|Vale|Started\n"
            "Train door staff in the old town|£10,000|June 2027|Police|Immediate",
            1,
        ),
    )
    assert pick(rows, "lead", "start", "due") == [
        ("Vale", "Started", "May 2027"),
        ("Police", "Immediate", "June 2027"),
    ]


def test_rows_directly_below_a_plan_without_rules_are_its_rest_wherever_their_columns_lie():
    apart = {"ruled": False, "edges": (40.0, 184.0, 328.0, 472.0, 760.0)}
    before = table("Ref|Action|Lead|When\n2.1|List sooner|HMCTS|2026", 3, **apart)
    edges = (40.0, 150.0, 420.0, 560.0, 760.0)
    rest = table("2.2|Train ushers|Vale|Near-term", 3, ruled=False, edges=edges)
    rest = replace(rest, place=Place((Box(3, 40.0, 88.0, 760.0, 100.0),)))
    assert pick(found(before, rest), "ref", "due") == [("2.1", "2026"), ("2.2", "Near-term")]


def test_rows_below_a_plan_that_do_not_suit_its_columns_are_told():
    plan = table("Ref|Action|Lead|When\n2.1|List sooner|HMCTS|2026", 3)
    result = find_actions(document(plan, table("Where|How many|Who|Whom\nHere|Nine|We|You", 4)))
    assert [one.code for one in result.problems] == ["unread_row", "unread_row"]


def test_references_that_a_narrow_column_broke_suit_the_columns_of_the_table_before():
    """Five actions below a theme of their own, whose headings stood at the foot of a page."""
    plan = table("Ref|Action|Lead|When\nAM1|List sooner|HMCTS|2026", 3)
    rest = table("A M2|Train ushers|Vale|2027\nA M3|Mend the roofs|Homes|2027", 5)
    rows = found(plan, Heading("Theme 3: A modern council", 2), rest)
    assert pick(rows, "ref", "lead") == [("AM1", "HMCTS"), ("A M2", "Vale"), ("A M3", "Homes")]


def test_the_same_headings_say_of_a_short_table_what_they_said_of_the_one_above():
    """Two rows alone do not tell whether "Measure" heads actions or tests of success."""
    heads = "Measure|Implementing body|Deadline|Indicators\n"
    rows = found(
        Heading("Objective 1: Peace", 2),
        table(
            heads
            + "Train women to mediate|Vale|2027|40 trained\nOpen three clinics|Ash|2028|Open\n"
            "Review the rules of recruitment|Ports|2026|Reviewed"
        ),
        Heading("Objective 2: Recovery", 2),
        table(
            heads
            + "Reserve a quarter of grants for women|Vale|2027|Share\nConsult groups|Ash|2028|Held"
        ),
    )
    assert [row["activity"] for row in rows][3:] == [
        "Reserve a quarter of grants for women",
        "Consult groups",
    ]
