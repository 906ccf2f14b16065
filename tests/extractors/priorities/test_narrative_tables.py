"""Priorities that plans print in tables, and as bands above their actions."""

from dataclasses import replace

import pytest

from extractors.blocks import Block, Cell, Document, Heading, Paragraph, Place, Table
from extractors.blocks import Box as PageBox
from extractors.lines import lines_of
from extractors.priorities.finders.panels import from_panels
from extractors.priorities.narrative import find_priorities
from extractors.sections import Section
from tests.extractors.tables import table as written


def table(*rows: tuple[str, ...], place: Place = Place()) -> Table:  # noqa: B008
    cells = tuple(
        Cell(row, column, tuple(Paragraph(line) for line in text.split("\n") if line), place=place)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    )
    return Table(cells, len(rows), max(len(texts) for texts in rows), place=place)


def titles(*blocks: Block) -> list[tuple[str | None, str]]:
    return [(row.label, row.title) for row in find_priorities(Document("x", tuple(blocks)))]


def test_a_column_of_priorities_names_them_with_what_they_mean():
    document = Document(
        "x",
        (
            Heading("Ageing well", 1),
            table(
                ("Priority", "What it means"),
                ("Staying active", "People over 65 move more often than they did before."),
                ("Staying connected", "Nobody is lonely for want of a lift to the club."),
                ("Staying safe", "Homes are warm and free of hazards in every season."),
            ),
        ),
    )
    rows = find_priorities(document)
    assert [row.title for row in rows] == ["Staying active", "Staying connected", "Staying safe"]
    assert rows[0].summary == "People over 65 move more often than they did before."


def test_titles_may_stand_beside_the_figures_below_the_word_that_counts_them():
    rows = (
        ("1", "Staying active", "People over 65 move more often than they did before."),
        ("2", "Staying connected", "Nobody is lonely for want of a lift to the club."),
        ("3", "Staying safe", "Homes are warm and free of hazards in every season."),
    )
    told = table(("Theme", "Title", "Why it matters"), *rows)
    ranked = table(("Priority", "Scheme", "Ward"), *rows)
    (first, *rest) = find_priorities(Document("x", (Heading("Our themes", 1), told)))
    assert (first.label, first.title, len(rest)) == ("1", "Staying active", 2)
    assert first.summary == "People over 65 move more often than they did before."
    assert titles(Heading("Schemes", 1), ranked) == []


def test_chapters_after_the_one_that_announces_aims_are_none_of_them():
    told = table(("Area of work", "Why"), ("Staying active", "Health"), ("Staying safe", "Homes"))
    chapters = [Heading(text, 2) for text in ("4. Spending plan", "5. Sources", "6. Services")]
    over = (Heading("Ageing well", 1), Heading("Our themes", 2))
    said = Paragraph("We have agreed three themes for 2026 to 2029.")
    assert titles(*over, said, told, *chapters) == []
    assert titles(*over, said, *chapters) == []
    assert len(titles(*over, said, *(replace(one, level=3) for one in chapters))) == 3


def test_what_stands_beside_an_empty_cell_goes_on_with_the_priority_above_it():
    rows = (("Priority", "What it means"), ("Staying active", "People over 65 move more,"))
    further = (("", "and more often than before."), ("Staying safe", "Homes are free of hazards."))
    blocks = (Heading("Our priorities", 1), table(*rows, *further))
    found = find_priorities(Document("x", blocks))
    assert [row.summary for row in found] == [
        "People over 65 move more, and more often than before.",
        "Homes are free of hazards.",
    ]


def test_a_bullet_without_text_in_a_column_of_priorities_is_none():
    plan = table(
        ("Priority", "What it means"),
        ("Staying active", "People over 65 move more often than they did before."),
        ("Staying connected", "Nobody is lonely for want of a lift to the club."),
    )
    last = (
        Cell(3, 0, (Paragraph("", marker="•"),)),
        Cell(3, 1, (Paragraph("More will follow."),)),
    )
    whole = Table((*plan.cells, *last), 4, 2)
    found = titles(Heading("Ageing well", 1), whole)
    assert found == [(None, "Staying active"), (None, "Staying connected")]


def test_a_column_of_high_and_low_is_no_list_of_priorities():
    plan = table(
        ("Priority", "Action", "Lead"),
        ("H", "Open a second refuge", "Housing"),
        ("M", "Train the call handlers", "Police"),
        ("High", "Write to schools", "Education"),
    )
    assert titles(Heading("Action plan", 1), plan) == []


def test_the_priority_column_of_an_action_table_counts_each_aim_once():
    plan = table(
        ("Priority", "Action", "Lead", "By when"),
        ("Safe streets", "Light the canal path", "Highways", "2025"),
        ("Safe streets", "Map the dark spots", "Police", "2026"),
        ("Safe homes", "Open a second refuge", "Housing", "2025"),
        ("Safe schools", "Train a lead in each school", "Education", "2027"),
    )
    found = titles(Heading("Action plan", 1), plan)
    assert found == [(None, "Safe streets"), (None, "Safe homes"), (None, "Safe schools")]


def test_the_objectives_of_action_rows_are_not_the_priorities_of_the_plan():
    plan = table(
        ("Objective", "Action", "Lead"),
        ("Better data", "Publish the dashboard", "Analyst"),
        ("Trained staff", "Commission a course", "Workforce team"),
        ("More beds", "Lease a building", "Housing"),
    )
    assert titles(Heading("Action plan", 1), plan) == []


def test_a_table_of_survey_answers_is_no_list_of_priorities():
    answers = table(
        ("Priority", "Number of responses", "%"),
        ("Litter", "210", "42"),
        ("Parking", "190", "38"),
        ("Lighting", "100", "20"),
    )
    assert titles(Heading("What you told us", 1), answers) == []


def test_label_and_title_stand_in_two_cells():
    found = titles(
        Heading("Our strategy at a glance", 1),
        table(
            ("Priority 1", "Homes for all\nWe build where people want to live and work."),
            ("Priority 2", "Warm homes\nWe insulate every council home in ten years."),
            ("Priority 3", "Fair renting\nWe license landlords and help tenants complain."),
        ),
    )
    assert found == [
        ("Priority 1", "Homes for all"),
        ("Priority 2", "Warm homes"),
        ("Priority 3", "Fair renting"),
    ]


def test_numbered_panels_in_a_layout_table_are_read_in_their_count():
    panels = Document(
        "x",
        (
            Heading("Skills strategy", 1),
            Heading("Our priorities", 2),
            table(
                ("01\nLearn\nCourses within reach.", "03\nGrow\nFirms that train."),
                ("02\nEarn\nJobs that pay enough to live on.", "04\nStay\nGraduates who remain."),
            ),
        ),
    )
    rows = find_priorities(panels)
    assert [(row.label, row.title) for row in rows] == [
        ("01", "Learn"),
        ("02", "Earn"),
        ("03", "Grow"),
        ("04", "Stay"),
    ]
    assert rows[1].summary == "Jobs that pay enough to live on."


def test_bands_above_actions_are_priorities_and_lend_those_that_no_overview_prints():
    page_9, page_12 = (Place((PageBox(page, 50, 50, 500, 90),)) for page in (9, 12))
    blocks: tuple[Block, ...] = (
        Heading("Safer Dunmore", 1),
        Heading("Our priorities", 2),
        Paragraph("Our priorities are:", place=page_9),
        Paragraph("Safer streets", marker="•", place=page_9),
        Paragraph("Safer homes", marker="•", place=page_9),
        Paragraph("Safer nights", marker="•", place=page_9),
        table(("Priority", "SAFER STREETS"), ("Ref", "Activity"), place=page_12),
        table(("Priority", "Governance"), ("Ref", "Activity"), place=page_12),
    )
    bands = (
        Section("SAFER STREETS", "SAFER STREETS", None, "priority", 6, page_12),
        Section("Governance", "Governance", None, "priority", 7, page_12),
        Section("General actions", "General actions", None, "group", 7, page_12),
    )
    rows = find_priorities(Document("x", blocks), bands)
    assert [(row.title, row.place.page) for row in rows] == [
        ("Safer streets", 9),
        ("Safer homes", 9),
        ("Safer nights", 9),
        ("Governance", 12),
    ]


def test_counted_objectives_above_actions_are_the_aims_where_nothing_is_called_a_priority():
    blocks: tuple[Block, ...] = (
        Heading("Delivery plan", 1),
        Paragraph("Objective 1 - Stop harm early:", bold=True),
        Paragraph("We act before harm is done, in schools and in clinics."),
        table(("Action", "Lead"), ("Visit schools", "Police")),
        Paragraph("Objective 2 - Help survivors:", bold=True),
        Paragraph("We help for as long as help is needed by anybody."),
        table(("Action", "Lead"), ("Open a refuge", "Housing")),
    )
    bands = (
        Section("Objective 1 - Stop harm early:", "Stop harm early", "Objective 1", "objective", 1),
        Section("Objective 2 - Help survivors:", "Help survivors", "Objective 2", "objective", 4),
        Section("Educate", "Educate", None, "objective", 4),
    )
    rows = find_priorities(Document("x", blocks), bands)
    assert [(row.label, row.title, row.summary) for row in rows] == [
        (
            "Objective 1",
            "Stop harm early",
            "We act before harm is done, in schools and in clinics.",
        ),
        ("Objective 2", "Help survivors", "We help for as long as help is needed by anybody."),
    ]


def test_plain_headings_above_actions_support_the_set_that_names_them():
    blocks: tuple[Block, ...] = (
        Heading("Food plan", 1),
        Paragraph("Our aims are: good food, less waste, and fair work."),
        Heading("Our commitments", 2),
        Paragraph("Openness about money", marker="•"),
        Paragraph("Respect for farmers", marker="•"),
        Paragraph("Patience with change", marker="•"),
        Heading("Good food", 2),
        table(("Action", "Lead"), ("Plant orchards", "Parks")),
        Heading("Less waste", 2),
        table(("Action", "Lead"), ("Open a fridge", "Charity")),
    )
    bands = (
        Section("Good food", "Good food", block=6),
        Section("Less waste", "Less waste", block=8),
    )
    rows = find_priorities(Document("x", blocks), bands)
    assert [row.title for row in rows] == ["good food", "less waste", "fair work"]


def test_a_small_table_for_each_theme_names_it_beside_its_label():
    blocks = (
        Heading("Themes and commitments", 1),
        table(("Theme 1", "Homes without fear"), ("Why it matters", "One in five was harmed.")),
        table(("Theme 2", "Streets that feel safe"), ("Why it matters", "Half stay in at night.")),
        table(("Theme 3", "Earlier help"), ("Why it matters", "Help comes too late.")),
    )
    assert titles(*blocks) == [
        ("Theme 1", "Homes without fear"),
        ("Theme 2", "Streets that feel safe"),
        ("Theme 3", "Earlier help"),
    ]


PANELS = (
    ("Pillar 1", "Pillar 2", "Pillar 3"),
    ("Warm homes", "Fair courts", "Kind streets"),
    (
        "Nobody has to move in order to be safe.",
        "Those who go to court meet people who know the way.",
        "Everybody can walk home at night on any road.",
    ),
)


def test_panels_side_by_side_are_aims_with_the_one_that_stands_below_them():
    document = Document(
        "x",
        (
            Heading("Our pillars", 1),
            Paragraph("We have agreed four pillars for the coming years."),
            table(*PANELS),
            Paragraph("Pillar 4"),
            Heading("Good evidence", 2),
            Paragraph("We count what matters, and we publish it."),
        ),
    )
    rows = find_priorities(document)
    assert [(row.label, row.title) for row in rows] == [
        ("Pillar 1", "Warm homes"),
        ("Pillar 2", "Fair courts"),
        ("Pillar 3", "Kind streets"),
        ("Pillar 4", "Good evidence"),
    ]
    assert rows[1].summary == "Those who go to court meet people who know the way."


def test_rows_of_panels_below_one_another_are_read_in_their_order():
    rows = ("Pillar 4", "", ""), ("Good evidence", "", ""), ("We count what matters to us.", "", "")
    document = Document("x", (Heading("Our pillars", 1), table(*PANELS, *rows)))
    assert [row.title for row in find_priorities(document)] == [
        "Warm homes",
        "Fair courts",
        "Kind streets",
        "Good evidence",
    ]


def test_the_cells_below_panels_of_titles_alone_are_their_summaries():
    texts = ("Nobody is cold at home.", "Nobody waits for years.", "Nobody walks home afraid.")
    titles = ("Priority 1 Warm homes", "Priority 2 Fair courts", "Priority 3 Kind streets")
    rows = find_priorities(Document("x", (Heading("Our plan", 1), table(titles, texts))))
    assert [(row.title, row.summary) for row in rows] == [
        ("Warm homes", texts[0]),
        ("Fair courts", texts[1]),
        ("Kind streets", texts[2]),
    ]


def test_a_panel_is_no_summary_of_the_one_beside_it():
    document = Document(
        "x",
        (
            Heading("Our priorities", 1),
            table(
                ("Priority 1\nWarm homes", "Priority 2\nFair courts"),
                ("Priority 3\nKind streets", "Priority 4\nGood evidence"),
            ),
        ),
    )
    rows = find_priorities(document)
    assert [row.title for row in rows] == [
        "Warm homes",
        "Fair courts",
        "Kind streets",
        "Good evidence",
    ]
    assert [row.summary for row in rows] == [None] * 4


def test_objectives_counted_below_several_headings_are_not_the_aims():
    aims = ("Warm homes", "Fair courts", "Kind streets")
    sections = []
    blocks: list[Block] = [Heading("Our aims", 1)]
    for number, aim in enumerate(aims, 1):
        blocks += [Heading(aim, 2), Paragraph("It was said in every meeting that was held.")]
        label = f"Objective {number}.1"
        sections.append(Section(f"{label}: Learn", "Learn", label, "objective", len(blocks)))
    rows = find_priorities(Document("x", tuple(blocks)), sections)
    assert [row.title for row in rows] == list(aims)


def test_the_labels_of_a_form_are_no_commitments():
    form = table(
        ("Commitment", "Train door staff and taxi drivers"),
        ("Lead", "Licensing"),
        ("Milestones", "A course for every new driver"),
        ("End date", "March 2027"),
    )
    assert titles(Heading("Our commitments", 1), form) == []


def test_a_line_of_the_contents_page_heads_no_column_of_priorities():
    contents = table(
        ("Foreword", "2"), ("Our priorities", "4"), ("Action plan", "9"), ("Risk register", "12")
    )
    assert titles(Heading("Contents", 1), contents) == []


def test_headings_above_actions_may_be_counted_in_roman_figures_or_letters():
    for labels in (("I", "II"), ("A", "B"), ("1", "2")):
        heads = [
            Heading("Warm homes", 1, f"{labels[0]}."),
            Paragraph("Nobody is cold."),
            Heading("Clean air", 1, f"{labels[1]}."),
        ]
        sections = [
            Section(f"{labels[0]}. Warm homes", f"{labels[0]}. Warm homes", block=0),
            Section(f"{labels[1]}. Clean air", f"{labels[1]}. Clean air", block=2),
        ]
        rows = find_priorities(Document("x", tuple(heads)), sections)
        assert [(row.label, row.title, row.summary) for row in rows] == [
            (labels[0], "Warm homes", "Nobody is cold."),
            (labels[1], "Clean air", None),
        ]


def test_a_label_alone_above_actions_is_no_title_of_an_aim():
    blocks = [
        Heading("Priority 1: Warm homes", 2),
        Paragraph("Nobody is cold."),
        Heading("Priority 2: Clean air", 2),
        Paragraph("Everybody breathes freely."),
    ]
    sections = [
        Section(f"Priority {n}", f"Priority {n}", f"Priority {n}", "priority", 9) for n in (1, 2)
    ]
    rows = find_priorities(Document("x", tuple(blocks)), sections)
    assert [(row.label, row.title) for row in rows] == [
        ("Priority 1", "Warm homes"),
        ("Priority 2", "Clean air"),
    ]


def test_figures_beside_priorities_say_how_many_chose_them():
    assert (
        titles(
            Heading("Survey results", 1),
            table(
                ("Priority", "Yes", "No"),
                ("Safer streets", "61%", "4%"),
                ("Warm homes", "55%", "6%"),
            ),
        )
        == []
    )


def test_outcomes_at_the_end_of_rows_about_something_else_are_no_aims():
    assert (
        titles(
            Heading("Disclosure log", 1),
            table(
                ("Request", "Department", "Outcome"),
                ("Spend on agency staff", "Finance", "Full disclosure"),
                ("Empty homes", "Housing", "Part refused"),
            ),
        )
        == []
    )


def test_accountability_for_something_is_an_aim_like_those_beside_it():
    found = titles(
        Heading("Our priorities", 2),
        *(
            block
            for title in ("Clean air", "Accountability for those who harm", "Warm homes")
            for block in (Heading(title, 3), Paragraph("People told us that this matters most."))
        ),
    )
    assert [title for _, title in found] == [
        "Clean air",
        "Accountability for those who harm",
        "Warm homes",
    ]


def test_the_following_priorities_with_partners_lead_in_to_them():
    found = titles(
        Paragraph("We have agreed the following priorities with our partners:"),
        Paragraph("Warm homes: Cold homes make people ill.", lead_in="Warm homes:"),
        Paragraph("Clean air: One street in ten is over the limit.", lead_in="Clean air:"),
        Paragraph("Safer nights: Half avoid a street after dark.", lead_in="Safer nights:"),
    )
    assert [title for _, title in found] == ["Warm homes", "Clean air", "Safer nights"]


def test_quantities_in_one_column_of_a_table_are_no_numbered_panels():
    courses = table(
        ("Course", "Who for", "Length"),
        ("Reading the tide", "Crews", "2 hours"),
        ("Mending nets", "Apprentices", "1 day"),
    )
    assert [from_panels(line) for line in lines_of(Document("x", (courses,)))] == [None]


def test_a_line_that_counts_the_first_action_is_no_part_of_the_summary_above_it():
    blocks = []
    for number, name in enumerate(("Safe quays", "Clean water"), start=1):
        blocks += [
            Heading(f"Priority {number}: {name}", 2),
            Paragraph("Too many boats are lost."),
            Paragraph(f"Action {number}.1"),
            Paragraph("Light the quay"),
        ]
    rows = find_priorities(Document("x", tuple(blocks)))
    assert [row.summary for row in rows] == ["Too many boats are lost."] * 2


def bold(text: str, row: int, column: int) -> Cell:
    return Cell(row, column, (Paragraph(text, bold=True),))


def plain(text: str, row: int, column: int) -> Cell:
    return Cell(row, column, (Paragraph(text),))


OURS = (Heading("Vale plan", 1), Heading("Our priorities", 2))
ABREAST = (
    bold("Warm and", 0, 0),
    bold("Clean rivers", 0, 1),
    bold("Fair work", 0, 2),
    bold("dry homes", 1, 0),
    plain("Becks run clear again, from hill to sea.", 1, 1),
    plain("A job pays the rent of a home.", 1, 2),
    plain("Nobody is cold in the winter.", 2, 0),
)


def test_aims_side_by_side_have_their_titles_and_texts_over_several_rows():
    plan = Document("x", (*OURS, Table(ABREAST, 3, 3)))
    assert [(row.title, row.summary) for row in find_priorities(plan)] == [
        ("Warm and dry homes", "Nobody is cold in the winter."),
        ("Clean rivers", "Becks run clear again, from hill to sea."),
        ("Fair work", "A job pays the rent of a home."),
    ]


def test_columns_of_texts_below_another_heading_are_no_aims():
    assert titles(Heading("Vale plan", 1), Heading("What we found", 2), Table(ABREAST, 3, 3)) == []


def test_known_headings_of_columns_are_no_aims():
    heads = (bold("Action", 0, 0), bold("Lead", 0, 1), bold("By when", 0, 2))
    texts = (plain("Mend the weirs at the mill", 1, 0), plain("Rivers team of the county", 1, 1))
    whole = Table((*heads, *texts, plain("May of next year", 1, 2)), 2, 3)
    assert titles(*OURS, whole) == []


def test_numbers_above_panels_are_no_heading_of_them():
    numbers = Paragraph("1 2 3", bold=True)
    assert len(titles(*OURS, numbers, Table(ABREAST, 3, 3))) == 3


def test_counted_rows_of_a_title_and_its_text_are_aims():
    titled = [Paragraph("Warm homes", bold=True), Paragraph("Nobody is cold in winter.")]
    other = [Paragraph("Clean rivers", bold=True), Paragraph("Becks run clear to the sea.")]
    cells = (bold("1", 0, 0), Cell(0, 1, tuple(titled)), bold("2", 1, 0), Cell(1, 1, tuple(other)))
    plan = Document("x", (*OURS, Table(cells, 2, 2)))
    assert [(row.label, row.title, row.summary) for row in find_priorities(plan)] == [
        ("1", "Warm homes", "Nobody is cold in winter."),
        ("2", "Clean rivers", "Becks run clear to the sea."),
    ]


def test_a_short_sentence_of_the_list_says_more_than_the_first_lines_of_the_chapter():
    chapter = Paragraph("We have heard from more than two hundred people since last spring.")
    names = ("Warm and dry homes", "Clean rivers", "Fair work")
    heads = (Heading(f"Priority {n}: {name}", 1) for n, name in enumerate(names, 1))
    blocks = (*OURS, Table(ABREAST, 3, 3), *(one for head in heads for one in (head, chapter)))
    summaries = {row.title: row.summary for row in find_priorities(Document("x", blocks))}
    assert summaries["Warm and dry homes"] == "Nobody is cold in the winter."


@pytest.mark.parametrize(
    "rows",
    [
        (
            ("Our priorities", "What it means"),
            ("Priority 1\nHomes for all", "We build where people want to live."),
            ("Priority 2\nWarm homes", "We insulate every home in ten years."),
        ),
        (
            ("Priority", "Title", "What it means"),
            ("Priority 1", "Homes for all", "We build where people want to live."),
            ("Priority 2", "Warm homes", "We insulate every home in ten years."),
        ),
    ],
)
def test_a_column_of_labels_has_the_titles_below_or_beside_them(rows):
    found = titles(Heading("Our strategy", 1), table(*rows))
    assert found == [("Priority 1", "Homes for all"), ("Priority 2", "Warm homes")]


def test_a_bare_number_in_a_column_of_priorities_is_no_part_of_their_titles():
    aims = ("Prepare", "Protect the people whom we serve")
    counted = list(enumerate(aims, 1))
    listed = [Paragraph(f"Priority {number}: {aim}", "•") for number, aim in counted]
    names = [f"{number}. {aim}" for number, aim in counted]
    sections = [Section(name, name, None, "priority", 4) for name in names]
    rows = find_priorities(Document("x", (Heading("Our priorities", 1), *listed)), sections)
    assert [row.title for row in rows] == list(aims)


PAGE = (
    ("Vision", "Everyone in Ferrymead has a warm home", "", "", ""),
    ("Priorities", "Warm homes", "Clean travel", "Fair work", ""),
    ("Values", "Kindness", "Honesty", "Courage", ""),
)


@pytest.mark.parametrize(
    "cells",
    [
        ("Warm homes", "Clean travel", "Fair work"),
        ("Warm homes\nNobody is cold.", "Clean travel\nBuses run late.", "Fair work\nAll earn."),
        ("Warm homes\nClean travel\nFair work",),
    ],
)
def test_the_row_of_a_plan_on_a_page_that_is_called_priorities_names_them(cells):
    rows = (PAGE[0], ("Our priorities", *cells, *[""] * (4 - len(cells))), PAGE[2])
    found = titles(Heading("Our plan on a page", 1), table(*rows))
    assert [title for _, title in found] == ["Warm homes", "Clean travel", "Fair work"]


def test_a_row_of_heads_that_begins_with_priorities_names_none():
    assert not titles(table(("Priorities", "Action", "Lead", "Measures", "By when"), *PAGE[:1]))


def test_the_heads_of_quarters_and_years_right_of_priorities_are_none():
    for times in (("Q1", "Q2", "Q3"), ("2025/26", "2026/27", "2027/28")):
        assert not titles(table(("Priorities", *times, ""), *PAGE[:1]))


def test_themes_of_what_people_said_are_no_aims():
    said = table(
        ("Theme", "What we heard", "How this shaped the strategy"),
        ("Trust", "Nobody reports", "A priority on confidence was added"),
        ("Access", "Forms are only in English", "Translation was added"),
    )
    assert not titles(Heading("Key themes", 2), said)


def test_the_body_that_stands_beside_a_priority_is_not_what_it_means():
    groups = table(
        ("Priority", "Delivery group", "Chair"),
        ("Safe homes", "Refuge Group", "Director"),
        ("Safe streets", "Night Group", "Superintendent"),
        ("Safe schools", "Families Group", "Head"),
    )
    said = Paragraph("Our three priorities are safe homes, safe streets and safe schools.")
    rows = find_priorities(Document("x", (Heading("Governance", 1), said, groups)))
    assert [row.summary for row in rows] == [None, None, None]


def test_a_bold_sentence_across_the_table_below_a_priority_is_its_summary():
    said = "Nobody should wait for help until there is a crisis."
    whole = Table(
        (
            Cell(0, 0, (Paragraph("Priority 1: Early help", bold=True),), column_span=2),
            Cell(1, 0, (Paragraph(said, bold=True),), column_span=2),
            *(bold("Action", 2, 0), bold("Lead", 2, 1)),
            *(plain("Ring each carer", 3, 0), plain("Vale", 3, 1)),
        ),
        4,
        2,
    )
    band = Section("Priority 1: Early help", "Early help", "Priority 1", "priority", 0)
    (row,) = find_priorities(Document("x", (whole,)), (band,))
    assert row.summary == said


def test_titles_with_what_they_mean_below_our_aims_are_aims():
    rows = (
        ("Warm homes", "Nobody is cold in winter or pays for heat that is lost."),
        ("Clean travel", "More journeys are made on foot, by bicycle and by bus."),
        ("Fair work", "Local firms win work and residents have the skills for it."),
    )
    plan, aims = Heading("Vale plan", 1), Heading("Our aims", 2)
    assert [t for _, t in titles(plan, aims, table(*rows))] == [aim for aim, _ in rows]
    assert not titles(plan, Heading("Who we are", 2), table(*rows))
    assert not titles(plan, aims, table(("Lead", "Housing and Health"), *rows[:2]))


def test_what_was_done_to_choose_priorities_are_none():
    steps = table(
        ("Spring 2025", "Residents of all twelve wards said what matters most to them."),
        ("Summer 2025", "Groups that support survivors met with the board three times."),
        ("Autumn 2025", "The draft was put before the board and each of the parishes."),
    )
    assert not titles(Heading("Vale plan", 1), Heading("How we chose our priorities", 2), steps)


def test_objectives_with_their_label_above_the_heads_of_a_plan_head_no_column_of_aims():
    aims = "Safer homes//Fair courts"
    rows = f"Objectives|{aims}|<\nAction|Lead|By when\nOpen a hub|Vale|2026\nList sooner|HMCTS|2027"
    assert titles(Heading("Our plan", 1), written(rows)) == []


def test_a_title_in_a_box_beside_its_number_heads_the_text_of_its_chapter():
    aims = ("Warm homes", "Safer streets", "Fair courts")
    said = "One home in ten is cold in the winter months."
    listed = (Heading("Our goals", 2), *(Paragraph(aim, marker="•") for aim in aims))
    boxes = (written(f"{n}|**{aim}**") for n, aim in enumerate(aims, start=1))
    chapters = (block for box in boxes for block in (box, Paragraph(said)))
    rows = find_priorities(Document("x", (Heading("Vale plan", 1), *listed, *chapters)))
    assert [(row.title, row.summary) for row in rows] == [(aim, said) for aim in aims]


def test_the_objectives_listed_beside_a_priority_are_not_what_it_is_about():
    rows = "Priority|Our objectives\nWarm homes|• Insulate lofts // • Train fitters\n"
    more = "Safer streets|Light every path. // • Mend the lamps\nFair courts|• List sooner"
    found = find_priorities(Document("x", (Heading("Our priorities", 1), written(rows + more))))
    assert [row.summary for row in found] == [None, "Light every path.", None]
