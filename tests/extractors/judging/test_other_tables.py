"""Tables of which nothing is made are named, and no other."""

from extractors.blocks import Block, Document, Heading, Paragraph
from extractors.extract import extract
from extractors.judging.other_tables import MAX_NAMED
from tests.extractors.tables import table

OFFENCES = "Year|Offences|Change\n2023|1,204|+4%\n2024|1,190|-1%"
PLAN = "Action|Lead|By when\nLight the towpath|Vale Council|May 2027"


def told(*blocks: Block) -> list[str]:
    """What the notice about other tables says of a document of these blocks."""
    found = extract(Document("application/pdf", tuple(blocks))).problems
    return [problem.message for problem in found if problem.code == "other_tables"]


def test_a_table_of_which_nothing_was_made_is_named_with_its_page_headings_and_rows():
    assert told(table(PLAN, page=3), Heading("Data", 1), table(OFFENCES, page=4)) == [
        '1 table holds no action plan and was left out: p.4 table 2 "Year | Offences | Change" '
        "(2 rows). Where one is a plan, add its headings to extractors/headings.csv."
    ]


def test_several_tables_are_told_in_one_notice_and_many_are_counted():
    rows = "2023|1,204|+4%\n2024|1,190|-1%"
    wards = range(1, MAX_NAMED + 3)
    parts = (
        (Heading(f"Ward {n}", 1), table(f"Year|Offences in {n}|Change\n{rows}")) for n in wards
    )
    (message,) = told(*(block for part in parts for block in part))
    assert message.startswith(
        f"{MAX_NAMED + 2} tables hold no action plan and were left out: table 1 "
    )
    assert message.count("Offences") == MAX_NAMED
    assert "(2 rows) and 2 more. Where" in message


def test_a_long_first_row_is_cut():
    heads, figures = "|".join(["Year", *["Offences"] * 6]), "|".join("1234567")
    (message,) = told(table(f"{heads}\n{figures}\n{figures}"))
    assert '"Year | Offences | Offences | Offences | Offences | Offences..." (2 rows)' in message


def test_a_first_row_that_is_no_headings_is_not_quoted_since_it_may_name_people():
    (message,) = told(table("Ada Specimen|Bo Example\nCy Sample|Di Instance"))
    assert "left out: table 1 (2 rows). Where" in message
    (message,) = told(table("Name|Ada Specimen\nTelephone|01234 567890"))
    assert "left out: table 1 (2 rows). Where" in message


def test_what_gave_actions_priorities_or_terms_or_is_no_grid_is_not_named():
    assert told(table(PLAN)) == []
    assert told(table("A frame around one text\nand another below it")) == []
    terms = "Term|Definition\nIDVA|Independent domestic violence adviser\nISVA|The same, for rape"
    assert told(Heading("Glossary", 1), table(terms)) == []
    aims = "Priority 1|Prevent harm\nPriority 2|Support recovery\nPriority 3|Pursue those who harm"
    assert told(Heading("Our priorities", 1), Paragraph("We have three."), table(aims)) == []


def test_a_table_that_another_problem_tells_of_is_not_named_again():
    body = Heading("Terms of the grant", 1)
    unread = table("Lead|By when\nVale Council|May 2027\nPolice|June 2027")
    problems = extract(Document("text/html", (body, unread))).problems
    assert [problem.code for problem in problems] in (["unread_table"], ["other_tables"])


def test_promises_below_one_another_in_a_table_of_one_column_are_told():
    rows = "Light the towpath\nFund a patrol\nReview the rota"
    assert told(table(f"Our actions\n{rows}")) == [
        '1 table holds no action plan and was left out: table 1 "Our actions" (3 rows). '
        "Where one is a plan, add its headings to extractors/headings.csv."
    ]


def test_a_box_around_sentences_is_no_table():
    assert told(table("The towpath is dark.\nTwo people fell in.\nFund a patrol")) == []


def test_heads_that_stand_in_a_table_of_their_own_are_not_named_where_rows_go_on_below_them():
    """White gaps part the heads of a page from rows in a shading of their own."""
    heads = "**Ref**|**Action**|**Lead**|**Timescale**|<\n^|^|^|**Start**|**End**"
    rows = "A1|Light the towpath|Vale Council|May 2026|May 2027\n"
    rows += "A2|Fund a night patrol|Police|June 2026|March 2027"
    assert told(table(heads, page=3), table(rows, page=3)) == []
    assert len(told(table(heads, page=3), Heading("Data", 1), table(OFFENCES, page=4))) == 1
