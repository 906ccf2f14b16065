"""Tables that print no headings take the columns of another table of the same borders."""

from extractors.actions import find_actions

from .tables import document, found, pick, table

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
