"""Headings that say the actions of cards, with texts below that explain them."""

import pytest

from extractors.blocks import Heading, Paragraph
from tests.extractors.tables import found, pick, table

GOAL = Heading("Goal 1: Quiet rivers", 2)
CARD = "**Lead**|{}\n**By when**|{}"
WHO_WHEN = {
    "table": lambda who, when: [table(CARD.format(who, when))],
    "lines": lambda who, when: [Paragraph(f"Lead: {who}"), Paragraph(f"By when: {when}")],
}


@pytest.mark.parametrize("form", WHO_WHEN.values(), ids=WHO_WHEN.keys())
def test_headings_that_all_promise_say_the_actions_above_texts_that_mostly_do_not(form):
    actions = found(
        GOAL,
        Heading("Restore the lower basin", 3),
        Paragraph("Silt has closed it to barges since 2019."),
        *form("Vale", "2026"),
        Heading("Repair the lock gates", 3),
        Paragraph("Boats will pass again once they close tightly."),
        *form("Port", "2027"),
    )
    assert pick(actions, "activity", "lead", "due") == [
        ("Restore the lower basin", "Vale", "2026"),
        ("Repair the lock gates", "Port", "2027"),
    ]


@pytest.mark.parametrize("form", WHO_WHEN.values(), ids=WHO_WHEN.keys())
def test_texts_that_promise_below_headings_that_promise_are_the_actions(form):
    actions = found(
        GOAL,
        Heading("Improve the lower basin", 3),
        Paragraph("Restore two miles of it each winter."),
        *form("Vale", "2026"),
        Heading("Open the locks", 3),
        Paragraph("We will repair the gates and both sluices."),
        *form("Port", "2027"),
    )
    assert pick(actions, "activity") == [
        ("Improve the lower basin Restore two miles of it each winter.",),
        ("Open the locks We will repair the gates and both sluices.",),
    ]


@pytest.mark.parametrize("form", WHO_WHEN.values(), ids=WHO_WHEN.keys())
def test_the_same_heading_above_the_labels_of_each_card_names_a_panel_and_no_action(form):
    actions = found(
        GOAL,
        Heading("Restore the lower basin", 3),
        Paragraph("Silt has closed it to barges since 2019."),
        Heading("Key facts", 4),
        *form("Vale", "2026"),
        Heading("Repair the lock gates", 3),
        Paragraph("Both leak."),
        Heading("Key facts", 4),
        *form("Port", "2027"),
    )
    assert pick(actions, "activity", "lead") == [
        ("Restore the lower basin", "Vale"),
        ("Repair the lock gates", "Port"),
    ]


@pytest.mark.parametrize(
    ("word", "cited"),
    [("Commitment", "Commitment "), ("Recommendation", "Recommendation "), ("Action", "")],
)
def test_a_heading_that_only_counts_a_form_gives_its_reference_and_is_no_section(word, cited):
    form = "**Action**|Restore the basin\n**Lead**|Vale\n**By when**|2026"
    actions = found(GOAL, *(b for n in (1, 2) for b in (Heading(f"{word} {n}", 3), table(form))))
    assert pick(actions, "ref", "section") == [
        (f"{cited}1", "Goal 1: Quiet rivers"),
        (f"{cited}2", "Goal 1: Quiet rivers"),
    ]


@pytest.mark.parametrize("bold", [Heading, lambda text, level: Paragraph(text, bold=True)])
def test_a_heading_that_counts_gives_its_reference_to_the_title_below_it(bold):
    strip = "**Lead**|**By when**\nVale|2026"
    actions = found(GOAL, Heading("Action 4", 3), bold("Restore the lower basin", 4), table(strip))
    assert pick(actions, "ref", "activity", "lead") == [("4", "Restore the lower basin", "Vale")]


def test_one_row_of_labels_and_values_below_a_bold_action_is_its_form():
    row = "**Lead**|{}|**By when**|2026"
    actions = found(
        GOAL,
        *(Paragraph("1.1 Restore the lower basin", bold=True), table(row.format("Vale"))),
        *(Paragraph("1.2 Open the locks", bold=True), table(row.format("Port"))),
    )
    assert pick(actions, "ref", "activity", "lead", "due") == [
        ("1.1", "Restore the lower basin", "Vale", "2026"),
        ("1.2", "Open the locks", "Port", "2026"),
    ]


def test_a_measure_below_a_title_that_says_the_action_is_none_though_it_begins_as_a_promise():
    row = "**Owner**|**When**|**Measure**\n{}"
    actions = found(
        GOAL,
        *(
            Paragraph("1.1 Restore the basin", bold=True),
            table(row.format("Vale|2026|Audit shows safe banks")),
        ),
        *(Paragraph("1.2 Open the locks", bold=True), table(row.format("Port|2027|Locks open"))),
    )
    assert pick(actions, "ref", "activity", "lead", "measures") == [
        ("1.1", "Restore the basin", "Vale", "Audit shows safe banks"),
        ("1.2", "Open the locks", "Port", "Locks open"),
    ]


def test_a_promise_between_a_heading_and_a_form_that_says_its_action_is_no_section():
    form = "**Action**|Restore the basin\n**Lead**|{}\n**By when**|2026"
    actions = found(
        GOAL,
        *(Heading("River basin", 3), Paragraph("Partners will meet."), table(form.format("Vale"))),
        *(Heading("Old locks", 3), Paragraph("Partners will meet."), table(form.format("Port"))),
    )
    assert pick(actions, "activity", "lead", "section") == [
        ("Restore the basin", "Vale", "River basin"),
        ("Restore the basin", "Port", "Old locks"),
    ]


def test_the_state_behind_a_title_is_its_status():
    cards = table(
        "**2.1**|**Repair the locks**|<|**On track**\n"
        "Lead: Vale|<|By when: 2026|<\nBoats wait for hours.|<|<|<"
    )
    assert pick(found(GOAL, cards), "ref", "activity", "lead", "status") == [
        ("2.1", "Repair the locks", "Vale", "On track")
    ]


def test_an_aim_across_a_table_heads_the_cards_below_it():
    card = "**{0}**|**Repair the locks**|<|<\n|Lead: Vale|By when: 2026|Status: Late\n"
    cards = table("**Goal 2: Locks**|<|<|<\n" + card.format("2.1") + card.format("2.2"))
    assert pick(found(cards), "ref", "activity", "status", "section") == [
        ("2.1", "Repair the locks", "Late", "Goal 2: Locks"),
        ("2.2", "Repair the locks", "Late", "Goal 2: Locks"),
    ]


def test_a_row_across_that_only_counts_the_form_below_is_its_reference():
    card = table("**Commitment 4**|<\nRepair the locks|<\nLead: Vale|By when: 2026")
    assert pick(found(GOAL, card), "ref", "activity", "section") == [
        ("Commitment 4", "Repair the locks", "Goal 1: Quiet rivers")
    ]


@pytest.mark.parametrize(
    "title",
    [
        Heading("1.1 Restore the lower basin", 3),
        Paragraph("1.1 Restore the lower basin", bold=True),
        Paragraph("1.1 Restore the lower basin"),
    ],
    ids=["heading", "bold", "plain"],
)
def test_a_labelled_row_below_the_one_row_of_values_is_part_of_its_card(title):
    """The table had two rows and no title of its own, and was told as unread."""
    strip = table(
        "**Lead**|**Start**|**End**|**Status**\n"
        "Vale|2026|2027|On track\nProgress: half of the silt is out.|<|<|<"
    )
    assert pick(found(GOAL, title, strip), "ref", "activity", "lead", "due", "status") == [
        ("1.1", "Restore the lower basin", "Vale", "2027", "On track")
    ]


def test_a_counted_line_above_a_form_is_its_action_though_the_heading_begins_like_one():
    (row,) = found(
        Heading("Support that survivors can reach", 2),
        Paragraph("Services must fit around lives."),
        Paragraph("2.1 Map the lighting of the quay", lead_in="2.1"),
        table("**Owner**|**Start**|**End**\nVale|May 2026|June 2027"),
    )
    assert (row["ref"], row["activity"], row["section"]) == (
        "2.1",
        "Map the lighting of the quay",
        "Support that survivors can reach",
    )


@pytest.mark.parametrize("label", ["Need", "Issue", "Reason for action"])
def test_a_label_that_may_say_an_action_says_why_below_titles_that_promise(label):
    needs = ("Boats cannot see it at night.", "The gates have leaked since 2019.")
    actions = found(
        GOAL,
        Heading("1.1 Light the lower basin", 3),
        table(f"**{label}**|{needs[0]}\n" + CARD.format("Vale", "2026")),
        Heading("1.2 Screen each lock for leaks", 3),
        table(f"**{label}**|{needs[1]}\n" + CARD.format("Port", "2027")),
        Heading("1.3 Repair the slipway", 3),
        table(f"**{label}**|{needs[1]}\n" + CARD.format("Port", "2028")),
    )
    assert pick(actions, "ref", "activity", "lead") == [
        ("1.1", "Light the lower basin", "Vale"),
        ("1.2", "Screen each lock for leaks", "Port"),
        ("1.3", "Repair the slipway", "Port"),
    ]


def test_a_label_that_may_say_an_action_says_it_where_its_text_promises():
    card = table("**Need**|Light the lower basin\n" + CARD.format("Vale", "2026"))
    actions = found(GOAL, Heading("Safer moorings", 3), card)
    assert pick(actions, "activity") == [("Light the lower basin",)]


def test_the_same_labels_below_bold_lines_tell_that_all_these_say_actions():
    cards = [
        (Paragraph(title, bold=True), table(CARD.format("Vale", "2026")))
        for title in ("Restore the basin", "Every lock is to have a keeper", "Open the weir")
    ]
    actions = found(GOAL, *(block for card in cards for block in card))
    assert pick(actions, "activity") == [(card[0].text,) for card in cards]


def test_a_word_alone_is_an_aim_and_no_action():
    lines = (Paragraph("Lead: Vale"), Paragraph("By when: 2026"))
    titles = ("Brief the crews and the wardens", "Restore the basin")
    cards = [(Paragraph(title, bold=True), *lines) for title in titles]
    actions = found(Heading("Identify", 2, "2."), *(block for card in cards for block in card))
    assert pick(actions, "activity", "section") == [(title, "2. Identify") for title in titles]


def test_a_need_below_a_counted_line_begins_no_card():
    cards = [
        (
            Paragraph(f"Action 1.{number}: Restore the {what}", bold=True),
            Paragraph("Issue: Silt has closed it."),
            Paragraph("Lead: Vale"),
            Paragraph("By when: 2026"),
        )
        for number, what in ((1, "basin"), (2, "weir"))
    ]
    actions = found(GOAL, *(block for card in cards for block in card))
    assert pick(actions, "ref", "activity", "lead") == [
        ("1.1", "Restore the basin", "Vale"),
        ("1.2", "Restore the weir", "Vale"),
    ]


def test_a_reference_beside_a_bold_title_begins_a_form():
    card = table("**1.3**|**Restore the basin**\nWho:|Vale\nBy: 2026|<")
    assert pick(found(GOAL, card), "ref", "activity", "lead", "due") == [
        ("1.3", "Restore the basin", "Vale", "2026")
    ]


def test_a_bold_counted_title_is_no_item_of_the_value_above_it():
    cards = [
        (
            Paragraph(title, marker, bold=True),
            Paragraph("Silt has closed it to barges since 2019."),
            Paragraph("Lead: Vale"),
            Paragraph("By when: 2026"),
            Paragraph("Cost: none"),
        )
        for marker, title in (("1.", "Restore the basin"), ("2.", "Repair the lock gates"))
    ]
    actions = found(GOAL, *(block for card in cards for block in card))
    assert pick(actions, "ref", "activity") == [
        ("1", "Restore the basin"),
        ("2", "Repair the lock gates"),
    ]


def test_names_of_forms_that_say_their_actions_are_no_sections_below_the_heading_over_them_all():
    form = "**Action**|{}\n**Lead**|Vale\n**By when**|2026"
    names = {"A1 – Locks": "Repair the gates", "11 – Barges": "Buy two", "Weirs": "Rebuild one"}
    blocks = [
        block
        for name, action in names.items()
        for block in (Heading(name, 3), table(form.format(action)))
    ]
    assert pick(found(GOAL, *blocks), "ref", "activity", "section") == [
        ("A1", "Repair the gates", GOAL.text),
        ("11", "Buy two", GOAL.text),
        (None, "Rebuild one", GOAL.text),
    ]


def test_the_counted_name_across_a_form_heads_nothing_below_a_section():
    card = table("1.2: Locks|<\nAction|Repair the gates\nLead|Vale\nBy when|2026")
    assert pick(found(GOAL, card), "ref", "activity", "section") == [
        ("1.2", "Repair the gates", GOAL.text)
    ]


@pytest.mark.parametrize(
    "heads",
    ["Action|Repair the gates\nLead|Vale\nBy when|2026", "Action|Lead|By when\nDredge|Vale|2026"],
)
@pytest.mark.parametrize("name", ["Action 4: Locks", "Action 4"])
def test_the_counted_name_of_one_action_is_its_reference_whether_labels_or_heads_say_it(
    heads, name
):
    inside = table(f"**{name}**|<" + ("|<" if heads.count("|") > 3 else "") + f"\n{heads}")
    assert pick(found(GOAL, inside), "ref") == [("4",)]
    assert pick(found(GOAL, Heading(name, 3), table(heads)), "ref") == [("4",)]


def test_a_number_before_the_name_of_a_form_that_says_its_action_is_its_reference():
    card = table("**1 Early help**|<\nAction|Repair the gates\nLead|Vale\nBy when|2026")
    assert pick(found(GOAL, card), "ref", "activity") == [("1", "Repair the gates")]


@pytest.mark.parametrize("told", ["Lead|Vale\nStatus|Open", "By when|2027\nStatus|Open"])
@pytest.mark.parametrize("stop", [".", ""])
def test_names_of_forms_alike_are_no_sections_though_one_of_who_and_when_is_left_out(told, stop):
    names = ("School nurses", "Warm homes", "Safe streets")
    forms = (
        (Heading(f"{at}{stop} {name}", 3), table(f"Action|Repair the {name}\n{told}"))
        for at, name in enumerate(names, 1)
    )
    actions = found(GOAL, *(block for form in forms for block in form))
    assert pick(actions, "ref", "section") == [(str(at), GOAL.text) for at in (1, 2, 3)]


def test_a_bold_number_alone_above_a_form_is_its_reference():
    card = table("Activity:|Repair the gates|<|<\nEnd date:|2026|Owner:|Vale\nLinks:|Plan|<|<")
    actions = found(GOAL, Paragraph("12", bold=True), card)
    assert pick(actions, "ref", "activity") == [("12", "Repair the gates")]


def test_a_counted_name_is_no_reference_of_several_actions_or_that_of_an_aim():
    one = "Action|Lead|By when\nDredge the quay|Vale|2026"
    two = f"{one}\nOpen the locks|Port|2027"
    assert pick(found(GOAL, Heading("Action 4: Locks", 3), table(two)), "ref") == [(None,), (None,)]
    assert pick(found(Heading("Commitment 4: Locks", 3), table(one)), "ref") == [(None,)]


@pytest.mark.parametrize("form", WHO_WHEN.values(), ids=WHO_WHEN.keys())
def test_headings_of_which_most_promise_say_the_actions_above_texts_that_mostly_do_not(form):
    titles = ("Restore the lower basin", "Repair the lock gates", "Charge for moorings by length")
    texts = ("A small group will meet each month.", "Both leak.", "Boats have grown since 2019.")
    blocks = [
        block
        for title, text in zip(titles, texts, strict=True)
        for block in (Heading(title, 3), Paragraph(text), *form("Vale", "2026"))
    ]
    more = [
        Heading("Open the towpath", 3),
        Paragraph("It is shut at night."),
        *form("Port", "2027"),
    ]
    assert [row["activity"] for row in found(GOAL, *blocks, *more)] == [*titles, "Open the towpath"]


def test_a_form_of_who_and_of_an_aim_alone_is_read_below_the_heading_that_says_the_action():
    form = "Lead officer|{}\nGoal|Homes are clean"
    actions = found(
        GOAL,
        Heading("1.1 Restore the lower basin", 3),
        table(form.format("Vale")),
        Heading("1.2 Repair the lock gates", 3),
        table(form.format("Port")),
    )
    assert pick(actions, "ref", "activity", "lead", "objective") == [
        ("1.1", "Restore the lower basin", "Vale", "Homes are clean"),
        ("1.2", "Repair the lock gates", "Port", "Homes are clean"),
    ]


def test_such_a_form_right_above_a_table_of_actions_says_what_they_serve():
    aims = ("A workforce like the places we serve", "A culture of dignity", "Knowing our towns")
    actions = "#|Action|Lead|By when\n1|Hold open days|People|2027\n2|Train ushers|Courts|2028"
    sheets = [
        block
        for number, aim in enumerate(aims, start=1)
        for block in (
            Heading(f"{number} {aim[:20]}", 2),
            table(f"Strategy|Dignity\nPriority|{aim}\nSponsor|Director of Health\nWhy|It is low."),
            table(actions),
        )
    ]
    assert pick(found(*sheets), "section") == [(aim,) for aim in aims for _ in range(2)]


def test_a_labelled_line_between_a_counted_title_and_its_form_is_the_cards_and_no_text_of_it():
    """A dementia strategy, whose cards say first what shows success; what is done was lost."""
    actions = []
    for ref, name, success, said, who in (
        ("1.1", "Better training", "40 staff trained", "Update the training offer.", "Vale"),
        ("1.2", "Better referral form", "Pilot extended", "Extend the form to all wards.", "Port"),
    ):
        actions += [
            Heading(f"Action {ref}", 5),
            Heading(name, 4),
            Paragraph(f"Evidence of success: {success}"),
            Paragraph(said),
            table(f"**Lead partner**|**Timescales**|**Key partners**\n{who}|2026|Schools"),
        ]
    read = found(GOAL, *actions)
    assert pick(read, "ref", "activity", "items", "lead") == [
        ("1.1", "Better training Update the training offer.", ["40 staff trained"], "Vale"),
        ("1.2", "Better referral form Extend the form to all wards.", ["Pilot extended"], "Port"),
    ]


def test_a_label_of_risk_behind_who_and_when_is_of_an_action_below_a_title_that_promises():
    card = "**Lead**|Vale\n**Timeline**|May 2027\n**Risk**|Staff turnover"
    rows = found(
        GOAL,
        Heading("Consult on a new form for grants", 3),
        table(card),
        Heading("Open the lock on Sundays", 3),
        table(card),
    )
    assert pick(rows, "activity", "lead", "due") == [
        ("Consult on a new form for grants", "Vale", "May 2027"),
        ("Open the lock on Sundays", "Vale", "May 2027"),
    ]


def test_a_label_of_risk_alone_makes_a_register_below_a_name():
    card = "**Risk**|Flooding\n**Owner**|Vale\n**Review date**|May 2027"
    assert not found(GOAL, Heading("Rivers", 3), table(card), Heading("Locks", 3), table(card))


def test_milestones_of_a_form_below_a_text_that_promises_are_its_measures():
    card = "**Lead**|Vale\n**By when**|2027\n**Milestones**|One wait fewer"
    rows = found(
        GOAL,
        Heading("Station travel plan", 3),
        Paragraph("Train 40 volunteers to use the plan."),
        table(card),
        Heading("Demand bus", 3),
        Paragraph("Trial a minibus to the hospital."),
        table(card),
    )
    assert pick(rows, "activity", "items") == [
        ("Station travel plan Train 40 volunteers to use the plan.", ["One wait fewer"]),
        ("Demand bus Trial a minibus to the hospital.", ["One wait fewer"]),
    ]


def test_plain_sentences_right_above_three_forms_of_who_and_when_are_their_actions():
    """Above two they may open the section: "We know how few homes are warm. We will help."."""
    card = "**Timing**|{}\n**Who**|Vale"
    said = "{} the lower quay. Costs will be met from existing budgets."
    blocks = [
        block
        for verb, when in (("Light", "2026"), ("Mend", "2027"), ("Repair", "2028"))
        for block in (Paragraph(said.format(verb)), table(card.format(when)))
    ]
    assert pick(found(GOAL, *blocks), "activity", "due") == [
        (said.format("Light"), "2026"),
        (said.format("Mend"), "2027"),
        (said.format("Repair"), "2028"),
    ]
