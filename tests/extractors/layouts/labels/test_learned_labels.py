"""Labels that no list knows, told by a document that prints them again and again."""

from extractors.actions import find_actions
from extractors.blocks import Heading, Paragraph
from extractors.columns.folding import fold_heading
from extractors.layouts.labels.learned import form_labels, learned_labels, repeated_forms
from tests.extractors.tables import document, found, pick, table

AIM = Heading("Goal 2: Ports", 2)
CARDS = (
    AIM,
    Paragraph("1.1 Mend the slip", bold=True),
    Paragraph("Anchor body: Harbours"),
    Paragraph("By when: May 2027"),
    Paragraph("1.2 Light the pier", bold=True),
    Paragraph("Anchor body: Works"),
    Paragraph("By when: 2028"),
)


def test_a_label_printed_again_beside_one_that_says_when_is_a_label():
    assert "anchorbody" in learned_labels(CARDS)
    assert learned_labels(CARDS[:4]) == frozenset()


def test_cards_with_such_a_label_are_read_and_it_is_told_as_unknown():
    result = find_actions(document(*CARDS))
    cells = [action.row.cells for action in result.actions]
    assert [(c["ref"], c["activity"], c["due"]) for c in cells] == [
        ("1.1", "Mend the slip", "May 2027"),
        ("1.2", "Light the pier", "2028"),
    ]
    assert not any("lead" in c for c in cells)
    assert {problem.subject for problem in result.problems} == {"Anchor body"}


def test_a_title_that_two_cards_share_is_no_label():
    rows = found(
        *(Heading("Goal 2: Ports", 2), Paragraph("Train the crews", bold=True)),
        *(Paragraph("Lead: Harbours"), Paragraph("By when: May 2027")),
        *(Heading("Goal 3: Ferries", 2), Paragraph("Train the crews", bold=True)),
        *(Paragraph("Lead: Works"), Paragraph("By when: 2028")),
    )
    assert pick(rows, "activity", "lead") == [
        ("Train the crews", "Harbours"),
        ("Train the crews", "Works"),
    ]


def test_such_a_label_inside_a_line_ends_the_value_before_it():
    rows = found(
        AIM,
        Paragraph("1.1 Mend the slip", bold=True),
        Paragraph("By when: May 2027 | Anchor body: Harbours"),
        Paragraph("1.2 Light the pier", bold=True),
        Paragraph("By when: 2028 | Anchor body: Works"),
    )
    assert pick(rows, "activity", "due") == [
        ("Mend the slip", "May 2027"),
        ("Light the pier", "2028"),
    ]


def test_such_a_label_alone_is_no_title_of_the_card():
    rows = found(
        AIM,
        *(
            Paragraph(text, bold=text in ("Anchor body", "By when") or text[0] == "1")
            for text in (
                *("1.1 Mend the slip", "Anchor body", "Harbours", "By when", "May 2027"),
                *("1.2 Light the pier", "Anchor body", "Works", "By when", "2028"),
            )
        ),
    )
    assert pick(rows, "activity", "due") == [
        ("Mend the slip", "May 2027"),
        ("Light the pier", "2028"),
    ]


def test_forms_whose_labels_come_again_need_fewer_that_are_known():
    """Forms lost in silence: of three labels two were known, and three make a form."""
    forms = [
        table("Action|Mend the slip\nAnchor body|Harbours\nBy when|May 2027"),
        table("Action|Light the pier\nAnchor body|Works\nBy when|2028"),
    ]
    assert repeated_forms(forms) == {("action", "anchorbody", "bywhen")}
    assert pick(found(AIM, *forms), "activity", "due") == [
        ("Mend the slip", "May 2027"),
        ("Light the pier", "2028"),
    ]
    assert found(AIM, forms[0]) == []


def test_references_and_rows_across_are_no_labels_of_a_form():
    one = table("1.1 Mend the slip|<\nLead|Harbours\nDue|May")
    other = table("H2|Mend the slip\nLead|Harbours\nDue|May")
    assert form_labels(one) == form_labels(other) == ("lead", "due")


def test_a_bold_cell_beside_a_plain_one_is_a_second_label_though_unknown():
    """A wrong cell: "May 2027 Paid from The reserve" was the date."""
    form = "Action|Mend the slip|<|<\nLead|Harbours|<|<\nBy when|May 2027|**Paid from**|The reserve"
    result = find_actions(document(table(form)))
    assert [action.row.cells["due"] for action in result.actions] == ["May 2027"]
    assert [problem.subject for problem in result.problems] == ["Paid from"]


def test_a_heading_over_several_forms_with_the_same_labels_is_the_action_of_none():
    """A false action: the aim above two forms whose label of the action was not known."""
    form = "What follows|{}\nLead|Harbours\nPaid from|The reserve\nBy when|May 2027"
    texts = ("Mend the slip", "Light the pier")
    result = find_actions(
        document(Heading("Safe landings", 2), *(table(form.format(text)) for text in texts))
    )
    assert result.actions == []
    told = [problem.code for problem in result.problems]
    assert told.count("unread_table") == 2


def test_a_heading_over_one_form_may_be_its_action():
    form = "Lead|Harbours\nPaid from|The reserve\nBy when|May 2027"
    rows = found(
        *(Heading("Mend the slip", 3), table(form)),
        *(Heading("Light the pier", 3), table(form)),
    )
    assert pick(rows, "activity") == [("Mend the slip",), ("Light the pier",)]


def test_a_long_unknown_label_is_told_where_it_is_printed_three_times():
    label = "What people have told us about this"
    blocks = []
    for action in ("Open a refuge", "Light the quay", "Train every usher"):
        blocks += [
            Paragraph(f"Action: {action}"),
            Paragraph(f"{label}: it is needed."),
            Paragraph("Lead: Vale"),
            Paragraph("Deadline: May 2027"),
        ]
    assert fold_heading(label) in learned_labels(blocks)
    assert fold_heading(label) not in learned_labels(blocks[:8])


def test_a_known_label_behind_the_end_of_a_value_makes_no_label_of_both():
    """ "Victim Support; Women's Aid" lost its second body, and the lead was told as unknown."""
    line = "Timescale: 2027 Partners: Victim Support; Women's Aid Lead officer: {}"
    rows = found(
        *(Heading("Action 1: Open a refuge", 3), Paragraph(line.format("Vale"))),
        *(Heading("Action 2: Train ushers", 3), Paragraph(line.format("Pier"))),
    )
    assert pick(rows, "due", "support", "lead") == [
        ("2027", "Victim Support; Women's Aid", "Vale"),
        ("2027", "Victim Support; Women's Aid", "Pier"),
    ]


def test_the_end_of_a_value_behind_a_dash_is_no_part_of_the_label_after_it():
    """The lead was the "Manager", and the label "Early Help Partners"."""
    cards = [
        block
        for title in ("Mend the slip", "Light the pier")
        for block in (
            Heading(title, 3),
            Paragraph("Lead: Manager – Early Help Partners: Vale When: 2027"),
        )
    ]
    assert (
        pick(found(AIM, *cards), "lead", "support", "due")
        == [("Manager – Early Help", "Vale", "2027")] * 2
    )


def test_forms_of_a_title_that_promises_and_one_label_of_who_are_actions_where_several_are():
    one, other = (table(f"**{act}**|<\nLead|Vale") for act in ("Mend the quay", "Light the lanes"))
    assert [row["activity"] for row in found(one, other)] == ["Mend the quay", "Light the lanes"]
    assert not found(one, table("Priority|Homes"))
    lead = table("Lead|Vale")
    assert not found(Heading("Reduce crime", 2), lead, Heading("Support victims", 2), lead)
