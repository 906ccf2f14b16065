"""One document to actions, priorities, glossary and problems."""

import gc
import time
from dataclasses import replace
from itertools import product

import pytest

from extractors.actions import find_actions
from extractors.blocks import Heading, Link, Paragraph
from extractors.extract import extract, without_aims
from extractors.rows import ActionRow, PriorityRow
from extractors.stitching.stitch import stitch

from .tables import document, of_rows, table


def test_a_band_of_the_next_table_ends_that_of_the_table_before_it():
    head = "Ref|Action|Lead|When"
    plan = document(
        Heading("Vale plan 2025", 1),
        table(f"Priority 1: Homes|<|<|<\n{head}\n1.1|Open a refuge|Vale|2025"),
        table(f"Priority 2: Courts|<|<|<\n{head}\n2.1|List sooner|HMCTS|2026"),
        table(f"General|<|<|<\n{head}\n3.1|Publish a report each year|Vale|2026"),
        title="Vale plan 2025",
    )
    rows = extract(plan).actions
    assert [row.section for row in rows] == ["Priority 1: Homes", "Priority 2: Courts", "General"]
    assert [row.priority for row in rows] == [0, 1, None]


def test_actions_serve_the_priority_that_stands_above_them():
    plan = document(
        Heading("Vale plan 2025", 1),
        Heading("Priority 1: Homes", 2),
        Paragraph("Everyone has a safe place to live."),
        table("Ref|Action|Lead|When\n1|Open a refuge|Vale|2025"),
        Heading("Priority 2: Courts", 2),
        Paragraph("Nobody waits for years."),
        table("Ref|Action|Lead|When\n2|List sooner|HMCTS|2026"),
        title="Vale plan 2025",
    )
    result = extract(plan)
    assert [priority.title for priority in result.priorities] == ["Homes", "Courts"]
    assert [action.priority for action in result.actions] == [0, 1]
    assert [action.section for action in result.actions] == [
        "Priority 1: Homes",
        "Priority 2: Courts",
    ]


def test_themes_below_counted_priorities_are_none_of_them():
    rows = "Action|Lead|When\nOpen a hub in ward {}|Vale|2027"
    blocks = [
        block
        for number, (aim, theme) in enumerate([("Homes", "Repairs"), ("Courts", "Waits")], 1)
        for block in (
            Heading(f"Strategic Priority {number}: {aim}", 2),
            Heading(f"Theme: {theme}", 3),
            table(rows.format(number)),
        )
    ]
    found = extract(document(Heading("Vale plan", 1), *blocks, title="Vale plan"))
    assert [row.title for row in found.priorities] == ["Homes", "Courts"]
    assert [row.section for row in found.actions] == ["Theme: Repairs", "Theme: Waits"]


def test_aims_of_which_each_is_called_otherwise_and_none_is_counted_are_all_aims():
    blocks = [
        block
        for number, title in enumerate(("Theme: Homes", "Priority: Courts", "Theme: Roads"), 1)
        for block in (
            Heading(title, 2),
            table(f"Action|Lead|When\nOpen a hub in ward {number}|Vale|2027"),
        )
    ]
    found = extract(document(Heading("Vale plan", 1), *blocks, title="Vale plan"))
    assert [row.title for row in found.priorities] == ["Homes", "Courts", "Roads"]


def test_priorities_that_a_sentence_names_go_before_headings_that_are_as_many():
    blocks = [
        block
        for number, title in enumerate(("Quick wins", "Medium projects", "Bigger projects"), 1)
        for block in (
            Heading(title, 2),
            table(f"Action|Lead|When\nOpen a hub in ward {number}|Vale|2027"),
        )
    ]
    said = Paragraph("Our three priorities are warm homes, good food and fair work.")
    found = extract(document(Heading("Vale plan", 1), said, *blocks, title="Vale plan"))
    assert [row.title for row in found.priorities] == ["warm homes", "good food", "fair work"]


@pytest.mark.parametrize(
    "heading",
    [
        "Action plan for priority {}: {}",
        "Delivery plan – Priority {} – {}",
        "Priority {}: {} | Action plan",
    ],
)
def test_words_of_the_plan_round_a_priority_are_no_part_of_it(heading):
    heads = "Action|Lead|When\n"
    rows = extract(
        document(
            Heading(heading.format(1, "Warm homes"), 2),
            table(f"{heads}Insulate 400 council homes|Vale Council|2027"),
            Heading(heading.format(2, "Clean air"), 2),
            table(f"{heads}Replace the gas boilers in schools|Vale Council|2028"),
        )
    )
    assert [row.title for row in rows.priorities] == ["Warm homes", "Clean air"]
    assert [row.priority for row in rows.actions] == [0, 1]
    assert rows.actions[0].section == heading.format(1, "Warm homes")


@pytest.mark.parametrize(
    ("titles", "themes"),
    [
        (("Warm homes", "Clean travel", "Nature and food"), 3),
        (("Warm homes", "Clean travel"), 0),  # as many parts has any plan
        (("Short term", "Medium term", "Long term"), 0),
        (("Completed", "In progress", "Not started"), 0),
        (("Year one", "Year two", "Year three"), 0),
        (("Spring 2026", "Summer 2026", "Autumn 2026"), 0),
        (("Within 6 months", "Within 12 months", "Within 2 years"), 0),
        (("High priority", "Medium priority", "Low priority"), 0),
        (("Ward 1: Castle", "Ward 2: Abbey", "Ward 3: Mill"), 0),
        (("Introduction", "Governance", "Monitoring"), 0),
        (("Head of Homes", "Chief Executive", "Director of Health"), 0),
        (("Warm homes", "Clean travel", "Day centres"), 3),  # of which one only seems to tell when
        (("Chapter 1: Warm homes", "Chapter 2: Clean travel", "Chapter 3: Good food"), 0),
        (("Housing Service", "Vale Council", "Fire and Rescue Service"), 0),
        (("Northmoor Police", "Vale Safety Partnership", "Vale Homes"), 0),
        (("Adult Social Care", "Public Health", "Children's Services"), 3),
        (("Building Trust", "Working in Partnership", "Safer Streets"), 3),
    ],
)
def test_plain_headings_that_each_head_actions_are_the_themes_where_no_others_are(titles, themes):
    blocks = [
        block
        for number, title in enumerate(titles)
        for block in (
            Heading(title, 2),
            Paragraph("People told us that this matters to them."),
            table(f"Action|Lead|When\nOpen a new hub for ward {number}|Vale Council|2027"),
        )
    ]
    rows = extract(document(Heading("Vale plan", 1), *blocks, title="Vale plan")).priorities
    assert [row.title for row in rows] == list(titles[:themes])
    said = extract(
        document(
            Heading("Our priorities", 2),
            Paragraph("Fair work", "•"),
            Paragraph("Good food", "•"),
            Paragraph("Safe roads", "•"),
            *blocks,
        )
    )
    assert [row.title for row in said.priorities] == ["Fair work", "Good food", "Safe roads"]


@pytest.mark.parametrize(("said", "read"), [("four", 4), ("six", 0)])
def test_headings_below_chapters_are_the_themes_where_they_are_as_many_as_the_plan_says(said, read):
    """ "A lively high street" is no time and no rank, though "high" alone would be one."""
    names = ("Our green spaces", "A lively high street", "People and health", "Roads and lanes")
    parts = [
        (Heading(name, 2), table(f"Action|Lead|When\nOpen a new hub in ward {n}|Vale Council|2027"))
        for n, name in enumerate(names)
    ]
    plan = document(
        Heading("Vale plan", 1),
        Paragraph(f"The {said} themes of this plan come from 602 replies."),
        Heading("Green spaces and the high street", 1),
        *parts[0],
        *parts[1],
        Heading("People and roads", 1),
        *parts[2],
        *parts[3],
        title="Vale plan",
    )
    assert [row.title for row in extract(plan).priorities] == list(names[:read])


def test_an_aim_whose_words_are_a_label_elsewhere_heads_its_table_of_actions():
    heads = "What we will do|Owner|Timescale\n"
    rows = extract(
        document(
            Paragraph("Our services. Start with evidence.", "1.", lead_in="Our services."),
            Heading("Our people", 2),
            table(f"{heads}Review the kit|Head of Estates|2027\nTrain all staff|Vale|2027"),
            Heading("Our services", 2),
            table(f"{heads}Publish all results|Data Team|2028\nOpen a hub|Vale|2028"),
        )
    ).actions
    assert [row.section for row in rows] == ["Our people"] * 2 + ["Our services"] * 2


def test_rows_that_only_name_priorities_beside_actions_that_serve_them_are_an_overview():
    aims = (PriorityRow("1", "Homes", None), PriorityRow("2", "Courts", None))
    overview = tuple(ActionRow({"ref": one.label or "", "activity": one.title}) for one in aims)
    own = ActionRow({"activity": "Open a refuge", "lead": "Vale"}, priority=0)
    assert without_aims((*overview, own), aims) == (own,)
    assert without_aims(overview, aims) == overview


@pytest.mark.parametrize("label", ["Aim", "Outcome", "Objectives", "What we want to achieve"])
def test_rows_above_the_heads_of_a_plan_say_what_its_priority_means_and_the_rest_is_told(label):
    top = f"{label}|Nobody comes to harm at home|<|<\nExecutive sponsor|Chief Executive|<|<"
    plan = document(
        Heading("Priority 1: Homes", 2),
        table(f"{top}\nRef|Action|Lead|When\n1|Open a refuge|Vale|2025\n2|Train wardens|Vale|2026"),
        Heading("Priority 2: Courts", 2),
        table("Ref|Action|Lead|When\n3|List sooner|HMCTS|2026\n4|Fund two posts|Vale|2027"),
    )
    result = extract(plan)
    assert [one.summary for one in result.priorities] == ["Nobody comes to harm at home", None]
    assert [one.message.split('"')[1] for one in result.problems] == [
        "Executive sponsor | Chief Executive"
    ]


def test_a_box_between_a_priority_and_its_plan_says_what_it_means_and_the_rest_is_told():
    box = "Priority lead|Parks\nWhat we want to achieve|Nobody is cold.\nIndicators|Fewer deaths"
    plan = document(
        Heading("Priority 1: Homes", 2),
        table(box),
        table("Ref|Action|When\n1|Insulate lofts|2025\n2|Mend boilers|2026"),
        Heading("Priority 2: Courts", 2),
        table("Ref|Action|When\n3|List sooner|2026\n4|Fund two posts|2027"),
    )
    result = extract(plan)
    assert [one.summary for one in result.priorities] == ["Nobody is cold.", None]
    assert [one.message.split('"')[1] for one in result.problems] == ["Indicators | Fewer deaths"]


def test_outcomes_that_each_head_rows_of_a_plan_say_nothing_of_the_priority():
    plan = document(
        Heading("Priority 1: Homes", 2),
        table(
            "Outcome|People are warm at home.|<\nAction|Lead|When\nInsulate lofts|Vale|2025\n"
            "Outcome|Fewer homes stand empty.|<\nAction|Lead|When\nLet ten homes|Vale|2026"
        ),
    )
    assert [one.summary for one in extract(plan).priorities] in ([], [None])


CHAPTERS = tuple(
    Link(text, f"https://mereshire.example/{number}")
    for number, text in enumerate(("Foreword", "Priority 1: Homes", "Priority 2: Courts"))
)


@pytest.mark.parametrize("heading", ["Priority 1: Homes", "Homes"])
def test_one_page_of_a_set_gives_the_priority_it_is_about(heading):
    plan = document(
        Heading(heading, 1),
        Paragraph("Everyone has a safe place to live."),
        table("Ref|Action|Lead|When\n1|Open a refuge|Vale|2025"),
        title=heading,
    )
    page = replace(plan, address=CHAPTERS[1].address, contents=CHAPTERS)
    result = extract(page)
    assert [(row.label, row.title, row.summary) for row in result.priorities] == [
        ("Priority 1", "Homes", "Everyone has a safe place to live.")
    ]
    assert [action.section for action in result.actions] == [heading]


def test_a_chapter_that_is_no_priority_gives_none():
    plan = document(Heading("Foreword", 1), Paragraph("We thank all who took part."))
    page = replace(plan, title="Foreword", address=CHAPTERS[0].address, contents=CHAPTERS)
    assert extract(page).priorities == ()


@pytest.mark.parametrize("column", ["Theme", "Goal"])
def test_actions_serve_the_priority_that_their_own_row_names(column):
    plan = document(
        Heading("Our goals", 1),
        Heading("Goal 1: Homes", 2),
        Paragraph("Everyone has a safe place to live."),
        Heading("Goal 2: Courts", 2),
        Paragraph("Nobody waits for years."),
        Heading("Action plan", 1),
        table(
            f"{column}|Action|Lead|When\n1. Homes|Open a refuge|Vale|2025\n"
            "^|Mend the roofs|Vale|2026\n2. Courts|List sooner|HMCTS|2026"
        ),
    )
    result = extract(plan)
    assert [priority.title for priority in result.priorities] == ["Homes", "Courts"]
    assert [action.priority for action in result.actions] == [0, 0, 1]


def test_a_column_of_links_may_name_a_priority_by_its_number_alone():
    plan = document(
        Heading("Our goals", 1),
        Heading("Goal 1: Homes", 2),
        Heading("Goal 2: Courts", 2),
        Heading("Action plan", 1),
        table(
            "Action|Links to priority|Lead|When\nOpen a refuge|2|Vale|2025\n"
            "Mend the roofs|1|Vale|2026\nList sooner|1, 2|HMCTS|2026"
        ),
    )
    assert [action.priority for action in extract(plan).actions] == [1, 0, None]


@pytest.mark.parametrize(("named", "served"), [("3.1 Phase homes", 0), ("Phase 2 homes", None)])
def test_the_number_of_a_chapter_is_no_part_of_a_goal_but_one_inside_its_name_is(named, served):
    plan = document(
        Heading("Our goals", 1),
        Heading("Goal 1: Phase homes", 2),
        Paragraph("Everyone has a safe place to live."),
        Heading("Goal 2: Courts", 2),
        Paragraph("Nobody waits for years."),
        Heading("Action plan", 1),
        table(f"Goal|Action|Lead|When\n{named}|Open a refuge|Vale|2025"),
    )
    (action,) = extract(plan).actions
    assert action.priority == served


def test_a_document_without_a_plan_has_no_action_and_no_problem():
    result = extract(document(Heading("News", 1), Paragraph("The board met in May.")))
    assert (result.actions, result.problems) == ((), ())


def test_an_empty_document_is_no_error():
    assert extract(document()).actions == ()


def pages_of(rows: int, per_page: int = 25):
    head = ["Ref", "Action", "Measure of success", "Lead", "By when"]
    body = [
        [
            f"A{n}",
            f"Review how station {n} answers calls",
            f"(a) Calls//(b) Time {n}",
            "Vale",
            "2026",
        ]
        for n in range(rows)
    ]
    parts = [body[n : n + per_page] for n in range(0, rows, per_page)]
    return document(
        *[of_rows([head, *part], n) for n, part in enumerate(parts, 1)], pages=len(parts)
    )


def seconds_a_row(rows: int) -> float:
    plan = pages_of(rows)
    start = time.process_time()
    found = find_actions(stitch(plan))
    assert len(found.actions) == rows
    return (time.process_time() - start) / rows


@pytest.fixture
def uncollected():
    """No garbage collection, as in the worker that reads a document."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.fault("F76")
@pytest.mark.usefixtures("uncollected")
def test_a_row_of_ten_thousand_costs_little_more_than_one_of_a_hundred():
    seconds_a_row(100)
    short = min(seconds_a_row(100) for _ in range(5))
    assert seconds_a_row(10_000) <= 1.5 * short


SUBJECTS = """allotments bridges childcare drainage elections footpaths grants harbours insulation
journeys kerbs libraries markets nurseries orchards playgrounds quarries recycling sewers tenancies
uniforms volunteers wetlands youth apprentices benches cemeteries dentists energy forests gulls
hospices"""


def bands_of(count: int):
    """A table in which every action stands below a priority of its own."""
    names = [f"{one.title()} and {other}" for one, other in product(SUBJECTS.split(), repeat=2)]
    rows = ["Action|Lead|By when"]
    for n, name in enumerate(names[:count], 1):
        rows += [f"Priority {n}: {name}|<|<", f"Survey ward {n}|Vale|2026"]
    return document(table("\n".join(rows)))


def seconds_a_band(count: int) -> float:
    plan = bands_of(count)
    start = time.process_time()
    result = extract(plan)
    assert [action.priority for action in result.actions] == list(range(count))
    return (time.process_time() - start) / count


@pytest.mark.usefixtures("uncollected")
def test_a_priority_of_a_table_of_1000_costs_little_more_than_one_of_a_short_table():
    seconds_a_band(50)
    short = min(seconds_a_band(50) for _ in range(3))
    assert seconds_a_band(1_000) <= 3 * short  # 20 times when each was sought from the top


def test_a_card_in_the_last_lines_of_a_document_may_name_what_it_serves():
    """The section of such a card stands behind the last block, which stopped the reading."""
    lines = ("Quiet rivers", "Action: Mend the sea lock", "Lead: Port", "By when: May 2027")
    rows = extract(document(*map(Paragraph, lines))).actions
    assert [(row.cells["activity"], row.section) for row in rows] == [
        ("Mend the sea lock", "Quiet rivers")
    ]
