"""The action log of a meeting's minutes is no plan, and is told."""

from extractors.blocks import Block, Document, Heading, Paragraph
from extractors.extract import extract
from tests.extractors.tables import table

LOG = table(
    "Action|Owner|Deadline\nCirculate the tide tables|JM|9 June 2026\nBook the hall|LB|Done"
)
MINUTES: tuple[Block, ...] = (
    Heading("Harbour Users' Forum: minutes of 12 May 2026", 1),
    Paragraph("Present: J Marsh (Chair), L Bell"),
    Heading("2. Matters arising", 2),
    Paragraph("The ladder had been mended."),
    Heading("Action log", 2),
    LOG,
)


def test_the_action_log_of_minutes_is_left_out_and_told():
    read = extract(Document("text/html", blocks=MINUTES))
    assert read.actions == ()
    (told,) = read.problems
    assert (told.code, told.severity) == ("minutes", "notice")
    assert "2 rows" in told.message
    assert "Circulate the tide tables" in told.message


def test_notes_of_a_meeting_with_its_actions_agreed_are_minutes():
    blocks = (
        Heading("Notes of the Harbour Forum, 3 September 2026", 1),
        Paragraph("Attendance: 14 members"),
        Heading("Review of actions from previous meeting", 2),
        table("Action|Who|Update\nBook the hall|LB|Done\nAsk the pilots|JM|Letter sent"),
        Heading("Actions agreed", 2),
        LOG,
    )
    read = extract(Document("text/html", blocks=blocks))
    assert read.actions == ()
    assert "minutes" in {problem.code for problem in read.problems}


def test_what_could_not_be_read_in_minutes_is_told_beside_their_log():
    unread = table("Stage|Who|By when|Cost\nPier ladder|JM|June 2026|12\nSlipway|LB|July 2026|9")
    without = {
        problem.code for problem in extract(Document("text/html", blocks=(unread,))).problems
    }
    read = extract(Document("text/html", blocks=(*MINUTES, Heading("Works", 2), unread)))
    assert read.actions == ()
    assert without
    assert {problem.code for problem in read.problems} == {"minutes", *without}


def test_a_plan_with_a_chapter_on_its_board_keeps_its_actions():
    board = (Heading("Our board", 2), Paragraph("Attendance: four meetings a year"))
    plan = (Heading("Harbour plan 2026", 1), *board, Heading("Actions", 2), LOG)
    assert len(extract(Document("text/html", blocks=plan)).actions) == 2


def test_rows_that_serve_a_priority_are_a_plan_among_the_papers_of_a_meeting():
    papers = (*MINUTES[:4], Heading("Priority 1: Safe moorings", 2), LOG)
    assert len(extract(Document("text/html", blocks=papers)).actions) == 2


def test_thirty_minutes_a_day_are_no_minutes():
    plan = (
        Heading("30 minutes a day: a plan to get moving", 1),
        Paragraph("Apologies: we were late in publishing it."),
        Paragraph("Next meeting: 4 June 2026"),
        Heading("Actions", 2),
        LOG,
    )
    assert len(extract(Document("text/html", blocks=plan)).actions) == 2
