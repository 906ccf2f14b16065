"""One aim under the names that its places print: codes, labels alone, words that count nothing."""

import pytest

from extractors.blocks import Cell, Document, Heading, Paragraph, Table
from extractors.extract import extract
from extractors.priorities.narrative import find_priorities
from extractors.priorities.words import label_and_title, read_counted
from tests.extractors.plan_text import plan
from tests.extractors.tables import document, table

ACTIONS = "Action|Lead|By when\n{}|Vale|May 2026"


def test_a_code_counts_the_aims_of_a_table_and_of_the_chapters():
    whole = document(
        Heading("Vale plan", 1),
        Heading("Strategic priorities", 2),
        table(
            "Code|Strategic priority|Why it matters\n"
            "SP1|Warm homes|One household in seven cannot pay for heating.\n"
            "SP2|A green economy|Local firms should win the work.\n"
            "SP3|Clean rivers|Becks ought to run clear to the sea."
        ),
        Heading("SP1 Warm homes", 3),
        table(ACTIONS.format("Insulate the lofts.")),
        Heading("SP2 A green economy", 3),
        table("Ref|" + ACTIONS.format("SP2.1|Open a skills academy.")),
        Heading("SP3 Clean rivers", 3),
        table(ACTIONS.format("Mend the weirs.")),
        title="Vale plan",
    )
    found = extract(whole)
    assert [(one.label, one.title) for one in found.priorities] == [
        ("SP1", "Warm homes"),
        ("SP2", "A green economy"),
        ("SP3", "Clean rivers"),
    ]
    assert [one.priority for one in found.actions] == [0, 1, 2]


def test_the_reference_of_an_action_is_no_priority_with_a_figure_for_its_title():
    assert read_counted("SP1.1") is None
    assert read_counted("SP1. Warm homes") is not None


def test_labels_alone_above_actions_count_the_aims_of_a_list():
    whole = document(
        Heading("Vale plan", 1),
        Heading("Our strategic aims", 2),
        Paragraph("Our three strategic aims are as follows:"),
        *(Paragraph(one, f"{n}.") for n, one in enumerate(("Homes", "Rivers", "Work"), start=1)),
        Heading("Delivery plan", 2),
        Heading("Strategic aim 1", 3),
        table(ACTIONS.format("Insulate the lofts.")),
        Heading("Strategic aim 2", 3),
        table(ACTIONS.format("Mend the weirs.")),
        Heading("Strategic aim 3", 3),
        table(ACTIONS.format("Open a skills academy.")),
        title="Vale plan",
    )
    found = extract(whole)
    assert [one.title for one in found.priorities] == ["Homes", "Rivers", "Work"]
    assert [one.priority for one in found.actions] == [0, 1, 2]


def test_priorities_that_themes_hold_are_the_priorities():
    themes = {"Theme A: Early help": (1, 2), "Theme B: Fair systems": (3, 4)}
    names = ("", "Warm homes", "Clean rivers", "Fair work", "Good schools")
    blocks = [Heading("Vale plan", 1)]
    blocks.append(Paragraph("Our strategy has two themes and four priorities."))
    for theme, numbers in themes.items():
        blocks.append(Heading(theme, 1))
        for n in numbers:
            blocks += [
                Heading(f"Priority {n}: {names[n]}", 2),
                table(ACTIONS.format(f"Publish plan {n} for all of the county.")),
            ]
    found = extract(document(*blocks, title="Vale plan"))
    assert [one.title for one in found.priorities] == list(names[1:])
    assert [one.priority for one in found.actions] == [0, 1, 2, 3]


def test_a_priority_without_actions_yet_is_one_where_headings_count_it():
    names = ("Warm homes", "Clean rivers", "Fair work")
    blocks = [Heading("Vale plan", 1), Heading("Our priorities", 2)]
    for n, name in enumerate(names, start=1):
        blocks += [Heading(f"Priority {n}: {name}", 3), Paragraph("It matters to everyone.")]
    blocks.append(Heading("Delivery plan", 2))
    for n, name in enumerate(names[:2], start=1):
        blocks += [
            Heading(f"Priority {n}: {name}", 3),
            table(ACTIONS.format(f"Publish the plan for {name.lower()}.")),
        ]
    found = extract(document(*blocks, title="Vale plan"))
    assert [one.title for one in found.priorities] == list(names)


@pytest.mark.parametrize("word", ["Delivery area", "Area for improvement"])
def test_areas_of_work_are_counted_by_the_name_that_the_plan_gives_them(word):
    names = ("Warm homes", "Clean rivers")
    blocks = [Heading("Vale plan", 1)]
    for n, name in enumerate(names, start=1):
        blocks += [
            Heading(f"{word} {n}: {name}", 2),
            table(
                ACTIONS.format(f"Publish the plan for {name}.") + "\nTrain staff.|Vale|June 2026"
            ),
        ]
    found = extract(document(*blocks, title="Vale plan"))
    aims = [(f"{word} 1", "Warm homes"), (f"{word} 2", "Clean rivers")]
    assert [(one.label, one.title) for one in found.priorities] == aims
    assert [one.priority for one in found.actions] == [0, 0, 1, 1]


def test_a_word_that_counts_nothing_is_no_part_of_a_title():
    assert label_and_title("Theme: Warm homes") == (None, "Warm homes")
    assert label_and_title("2. Warm homes") == ("2", "Warm homes")
    text = """
# Vale plan
## Our themes
Three themes run through this strategy.
## Theme: Warm homes
Nobody is cold.
## Theme: A green economy
Local firms win the work.
## Theme: Clean rivers
Becks run clear.
"""
    titles = [one.title for one in find_priorities(plan(text))]
    assert titles == ["Warm homes", "A green economy", "Clean rivers"]


def test_who_answers_for_an_aim_is_no_part_of_its_name():
    whole = document(
        Heading("Vale plan", 1),
        Heading("Priority 1: Warm homes (Lead: Director of Housing)", 2),
        table(ACTIONS.format("Insulate the lofts.")),
        Heading("Priority 2: Clean rivers (Lead Officer: Jo Ray)", 2),
        table(ACTIONS.format("Mend the weirs.")),
        title="Vale plan",
    )
    found = extract(whole)
    assert [one.title for one in found.priorities] == ["Warm homes", "Clean rivers"]
    assert [one.priority for one in found.actions] == [0, 1]


def test_a_count_of_all_is_no_part_of_a_label():
    counted = read_counted("PRIORITY 2 OF 4: Clean rivers")
    assert counted is not None
    assert (counted.label, counted.number, counted.title) == ("PRIORITY 2", 2, "Clean rivers")


def test_four_panels_in_two_columns_are_aims():
    names = ("Warm homes", "Clean rivers", "Fair work", "Good schools")
    cells = tuple(
        Cell(
            n // 2,
            n % 2,
            (Paragraph(name, bold=True), Paragraph(f"We want {name.lower()} for everyone.")),
        )
        for n, name in enumerate(names)
    )
    ours = (Heading("Vale plan", 1), Heading("Our priorities", 2))
    found = find_priorities(Document("x", (*ours, Table(cells, 2, 2))))
    assert [one.title for one in found] == list(names)


def test_a_small_line_priorities_stands_above_larger_titles():
    blocks = (
        Heading("Vale plan", 1),
        Heading("Our priorities", 5),
        *(
            block
            for name in ("Warm homes", "Clean rivers", "Fair work")
            for block in (Heading(name, 3), Paragraph(f"We want {name.lower()} for everyone."))
        ),
        Heading("Enablers", 5),
        Heading("Our people", 3),
    )
    found = find_priorities(Document("x", blocks, title="Vale plan"))
    assert [one.title for one in found] == ["Warm homes", "Clean rivers", "Fair work"]


def test_the_bold_title_of_a_cell_names_the_aim_of_its_actions_and_the_rest_says_what_it_means():
    def aim(row: int, name: str, said: str) -> Cell:
        return Cell(row, 0, (Paragraph(f"{name} {said}", f"{row}.", lead_in=name),))

    def rest(row: int, *texts: str) -> list[Cell]:
        return [Cell(row, n, (Paragraph(text),)) for n, text in enumerate(texts, start=1)]

    heads = [
        Cell(0, n, (Paragraph(h),)) for n, h in enumerate(("Priority", "Action", "Lead", "By when"))
    ]
    cells = (
        *heads,
        aim(1, "Warm homes", "Nobody is cold in winter."),
        *rest(1, "Insulate the lofts.", "Vale", "May 2026"),
        aim(2, "Clean rivers", "Becks run clear to the sea."),
        *rest(2, "Mend the weirs.", "Vale", "June 2026"),
    )
    plan_ = Document("x", (Heading("Vale plan", 1), Table(cells, 3, 4)), title="Vale plan")
    found = extract(plan_)
    assert [(one.title, one.summary) for one in found.priorities] == [
        ("Warm homes", "Nobody is cold in winter."),
        ("Clean rivers", "Becks run clear to the sea."),
    ]
    assert [one.priority for one in found.actions] == [0, 1]
    assert [one.section for one in found.actions] == ["1. Warm homes", "2. Clean rivers"]


def test_who_sponsors_a_priority_is_no_summary_of_it():
    whole = document(
        Heading("Vale plan", 1),
        Heading("Priorities and sponsors", 2),
        table("No.|Priority|Executive sponsor\n1|Homes|Jo Ray\n2|Rivers|Al Dee\n3|Work|Bo Lin"),
        title="Vale plan",
    )
    assert [one.summary for one in find_priorities(whole)] == [None, None, None]


def test_the_title_of_an_action_is_no_part_of_a_summary():
    form = table("**Lead**|Vale\n**By when**|2027")
    whole = document(
        *(
            block
            for title in ("Priority 1: Quiet rivers", "Priority 2: Clean air")
            for block in (
                Heading(title, 1),
                Paragraph("Nobody can do this alone."),
                Paragraph("Dredge the dock before the spring tide.", bold=True),
                form,
            )
        )
    )
    assert [one.summary for one in find_priorities(whole)] == ["Nobody can do this alone."] * 2
