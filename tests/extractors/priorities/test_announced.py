"""A plan that counts its priorities: those far from the sentence, and what is told."""

from dataclasses import replace

import pytest

from extractors.blocks import Block, Document, Heading, Paragraph
from extractors.extract import extract
from extractors.lines import lines_of
from extractors.priorities.announced import own_announcements
from extractors.rows import Extraction
from tests.extractors.plan_text import plan
from tests.extractors.tables import of_rows, table

TITLES = ("Warm homes", "Clean travel", "Thriving nature")
BEFORE = (
    Heading("Our area", 1),
    Paragraph("One resident in five is under the age of sixteen."),
    Heading("Listening to residents", 1),
    Paragraph("Half of those who answered want more buses."),
)


def _chapter(title: str, *, said: str = "People will be warm, safe and well.") -> list[Block]:
    actions = table(f"Action|Lead|By when\nPublish the plan for {title.lower()}.|Vale|May 2026")
    return [Heading(title, 1), *([Paragraph(said)] if said else []), actions]


def _read(sentence: str, *blocks: Block) -> Extraction:
    head = (Heading("Vale climate strategy", 1), Heading("Executive summary", 1))
    whole = (*head, Paragraph(sentence), *blocks)
    return extract(Document("text/html", whole, title="Vale climate strategy"))


def _told(found: Extraction) -> list[str]:
    return [one.message for one in found.problems if one.code == "unread_priorities"]


@pytest.mark.parametrize(
    "sentence",
    [
        "This strategy has three priorities, which the Board agreed in March.",
        "The three chapters that follow the evidence take our priorities in turn.",
        "The plan is divided into three chapters, one for each of our priorities.",
    ],
)
def test_chapters_above_actions_are_the_priorities_that_a_summary_counts(sentence):
    chapters = [block for title in TITLES for block in _chapter(title)]
    found = _read(sentence, *BEFORE, *chapters)
    assert [one.title for one in found.priorities] == list(TITLES)
    assert [one.priority for one in found.actions] == [0, 1, 2]
    assert _told(found) == []


def test_headings_above_actions_without_a_text_of_their_own_are_no_priorities_and_that_is_told():
    terms = ("Short term", "Medium term", "Long term")
    chapters = [block for title in terms for block in _chapter(title, said="")]
    found = _read("We have three priorities and they guide every action.", *chapters)
    assert found.priorities == ()
    assert _told(found) == [
        '"We have three priorities and they guide every action." says 3; 0 were read: none. '
        "Read the priorities in the document."
    ]


def test_the_next_headings_after_a_summary_need_not_be_the_priorities_that_it_counts():
    chapters = [block for title in TITLES for block in _chapter(title)[:2]]
    found = _read("This strategy has three priorities.", *BEFORE, *chapters)
    assert found.priorities == ()
    assert len(_told(found)) == 1


def test_another_number_of_priorities_than_the_plan_counts_is_told():
    chapters = [
        block
        for n, title in enumerate(TITLES, start=1)
        for block in (Heading(f"Priority {n}: {title}", 1), *_chapter(title)[1:])
    ]
    (message,) = _told(_read("Our four priorities are set out below.", *chapters))
    assert message.startswith('"Our four priorities are set out below." says 4; 3 were read: "Warm')


def test_a_plan_that_speaks_of_its_priorities_and_names_none_is_told():
    found = _read("Each part is about one of our priorities.", *_chapter("Staff"))
    assert _told(found) == [
        '"Each part is about one of our priorities." speaks of priorities; none was read. '
        "Read the priorities in the document."
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Government has five priorities for homes.",
        "Our previous strategy had five priorities.",
        "Residents told us that they have five priorities.",
        "We chose two further priorities for the year ahead.",
        "We measure progress against five of our priorities.",
        "Our five pledges to tenants are on the website.",
    ],
)
def test_numbers_of_other_aims_announce_nothing(sentence):
    found = _read(sentence, *_chapter("Staff"), *_chapter("Premises"))
    assert [one for one in _told(found) if "says" in one] == []


def test_each_number_of_a_sentence_counts():
    lines = lines_of(plan("# Vale plan\nOur plan has two themes and four priorities."))
    said = [(one.number, one.noun) for one in own_announcements(lines, "Vale plan")]
    assert said == [(2, "theme"), (4, "priority")]


def test_a_run_of_titles_that_head_chapters_is_read_as_they_are():
    chapters = [block for title in TITLES for block in _chapter(title)]
    strip = (Heading("Our priorities", 1), Paragraph(" ".join(TITLES)))
    cells = (Heading("Our priorities", 1), table("|".join(TITLES)))
    said = (Heading("Our priorities", 1), of_rows([[f"{one}//We act now." for one in TITLES]]))
    for above in (strip, cells, said):
        found = _read("Read on.", *above, *BEFORE, *chapters)
        assert [one.title for one in found.priorities] == list(TITLES)


def test_a_menu_of_chapters_below_our_priorities_adds_none_to_those_that_head_actions():
    chapters = [block for title in TITLES for block in _chapter(title)]
    menu = (Heading("Our priorities", 1), Paragraph(f"{TITLES[0]} Action plan {TITLES[1]}"))
    found = _read("Read on.", *menu, *BEFORE, Heading("Action plan", 1), *chapters)
    assert [one.title for one in found.priorities] == list(TITLES)


def test_and_parts_two_titles_where_chapters_are_headed_so():
    titles = ("Warm homes", "Young carers thriving", "Caring and working")
    chapters = [block for title in titles for block in _chapter(title)]
    sentence = (
        "Our strategy has three priorities: warm homes, young carers thriving and caring and "
        "working."
    )
    found = _read(sentence, *BEFORE, *chapters)
    assert [one.title for one in found.priorities] == list(titles)


def test_a_symbol_before_the_title_of_a_chapter_is_no_part_of_it():
    chapters = [block for title in TITLES for block in _chapter(f"\u2602 {title}")]
    found = _read("Read on.", Heading("Our focus", 1), *BEFORE[3:], *chapters)
    assert [one.section for one in found.actions] == list(TITLES)


def test_headings_below_what_we_will_focus_on_are_the_priorities():
    chapters = [
        replace(one, level=2) if isinstance(one, Heading) else one
        for title in TITLES
        for one in _chapter(title)
    ]
    found = _read("Read on.", *BEFORE, Heading("What we will focus on", 1), *chapters)
    assert [one.title for one in found.priorities] == list(TITLES)


def test_a_heading_of_own_aims_without_any_that_was_read_is_told_whether_or_not_there_are_actions():
    found = _read("Read on.", Heading("Our themes at a glance", 1), Paragraph("Homes and travel"))
    assert found.priorities == ()
    assert _told(found) == [
        '"Our themes at a glance" speaks of priorities; none was read. '
        "Read the priorities in the document."
    ]
