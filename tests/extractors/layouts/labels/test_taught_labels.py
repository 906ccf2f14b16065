"""Labels whose meaning the values of a document tell, which prints them form after form."""

import pytest

from extractors.actions import find_actions
from extractors.blocks import Heading, Paragraph
from extractors.columns.headings import read_heading
from extractors.layouts.labels.taught import taught_labels
from tests.extractors.tables import document, found, pick, table

WHAT = ("Open a second refuge", "Train the wardens", "Map the culverts")
DAYS = ("May 2027", "31 March 2028", "Autumn 2026")


def _forms(who: str, when: str, days: tuple[str, ...] = DAYS):
    names = ("Housing", "Parks Team", "Highways")
    return [
        table(f"The promise | {what}\n{who} | {name}\n{when} | {day}\nStage | On track")
        for what, name, day in zip(WHAT, names, days, strict=True)
    ]


def test_days_and_names_tell_what_labels_mean_that_forms_repeat():
    rows = found(*_forms("Promise lead", "To be kept by"))
    assert pick(rows, "activity", "lead", "due", "status") == [
        ("Open a second refuge", "Housing", "May 2027", "On track"),
        ("Train the wardens", "Parks Team", "31 March 2028", "On track"),
        ("Map the culverts", "Highways", "Autumn 2026", "On track"),
    ]


def test_a_target_says_when_where_days_stand_beside_it():
    rows = found(
        *(
            block
            for number, (what, day) in enumerate(zip(WHAT, DAYS, strict=True), 1)
            for block in (
                Heading(what, 3, str(number)),
                Paragraph("Owner: Housing"),
                Paragraph("Milestone: Waits fall to six weeks"),
                Paragraph(f"Target: {day}"),
            )
        )
    )
    assert pick(rows, "ref", "activity", "due", "items") == [
        (str(number), what, day, ["Waits fall to six weeks"])
        for number, (what, day) in enumerate(zip(WHAT, DAYS, strict=True), 1)
    ]


def test_a_state_behind_a_label_that_stands_in_no_plan_tells_it():
    states = ("On track", "Delayed", "Complete")
    rows = found(
        *(
            table(f"The promise | {what}\nLead | Parks Team\nBy when | {day}\nPosition | {state}")
            for what, day, state in zip(WHAT, DAYS, states, strict=True)
        )
    )
    assert tuple(row["status"] for row in rows) == states


def test_texts_tell_nothing_and_two_forms_are_too_few():
    texts = ("The lease ends", "A pilot has run", "There is none")
    assert "whatwehave" not in taught_labels(_forms("Lead", "What we have", texts))
    assert taught_labels(_forms("Promise lead", "To be kept by")[:2]) == {}


def test_of_two_labels_beside_days_the_first_is_the_start():
    lines = [
        line
        for what, day in zip(WHAT, DAYS, strict=True)
        for line in (
            Heading(what, 3),
            Paragraph("Lead: Housing"),
            Paragraph("First light: April 2026"),
            Paragraph(f"Last light: {day}"),
        )
    ]
    told = taught_labels(lines)
    assert {line.heading: line.field for line in told.values()} == {
        "First light": "start",
        "Last light": "due",
    }


def test_days_of_what_was_done_are_no_start_and_no_end():
    forms = [
        table(f"Action | {what}\nLead | Housing\nAdopted by cabinet | May 2024\nBy when | {day}")
        for what, day in zip(WHAT, DAYS, strict=True)
    ]
    assert pick(found(*forms), "start", "due") == [(None, day) for day in DAYS]
    assert taught_labels(_forms("Promise lead", "Adopted on")).keys() == {"promiselead"}


def test_of_several_states_none_is_the_status():
    head = "Action | Review the rota\nLead | Housing\nLast quarter | Delayed"
    assert taught_labels([table(head)] * 3).keys() == {"lastquarter"}
    for second in ("This quarter", "Status"):
        assert taught_labels([table(f"{head}\n{second} | On track")] * 3) == {}


def test_what_a_document_tells_is_forgotten_behind_it():
    found(*_forms("Promise lead", "To be kept by"))
    assert read_heading("To be kept by") is None


def test_values_of_a_transposed_table_are_no_labels():
    plans = [
        table(
            "| Action 1 | Action 2\n"
            "What we will do | Map the culverts | Train the wardens\n"
            "Lead | Parish councils | Parish councils\n"
            f"By when | {day} | End of 2028"
        )
        for day in DAYS
    ]
    assert taught_labels(document(*plans).blocks) == {}


def test_bold_words_before_values_are_labels_and_a_row_that_rests_on_them_says_so():
    lines = [
        Paragraph(f"{label} {value}", lead_in=label)
        for action, who in (("Mend", "Vale"), ("Sell", "Port Authority"), ("Light", "Fen Council"))
        for label, value in (
            ("Action", f"{action} the old pier"),
            ("Who leads on this", who),
            ("Objective supported", "Open quays"),
            ("Timescale", "May 2027"),
        )
    ]
    rows = [one.row for one in find_actions(document(Heading("Quays", 2), *lines)).actions]
    assert [(row.cells["lead"], row.cells["objective"]) for row in rows] == [
        ("Vale", "Open quays"),
        ("Port Authority", "Open quays"),
        ("Fen Council", "Open quays"),
    ]
    assert all("label known by its values" in row.reasons for row in rows)


def test_measures_that_name_a_time_are_no_days():
    form = "Action|Mend the {0}\nLead|Vale\nMeasures|Fewer {0} lost within twelve months"
    rows = found(*(table(form.format(what)) for what in ("piers", "locks", "weirs")))
    assert [row["items"] for row in rows][:1] == [["Fewer piers lost within twelve months"]]


@pytest.mark.parametrize("label", ["Who benefits", "Who is affected"])
def test_those_whom_an_action_helps_do_not_lead_it(label):
    form = "Action|Open a {0}\n{1}|{2}\nLead|Vale\nBy when|2027"
    told = (("refuge", "Women and children"), ("hub", "Young people"), ("pier", "Anglers"))
    rows = found(*(table(form.format(what, label, whom)) for what, whom in told))
    assert pick(rows, "lead", "due") == [("Vale", "2027")] * 3


def test_a_second_label_beside_one_that_surely_says_who_leads_is_no_lead():
    form = "Action|Open a {0}\nLead|Vale\nWho to ask|{1}\nBy when|2027"
    told = (("refuge", "Police"), ("hub", "Harbour Trust"), ("pier", "Angling Club"))
    rows = found(*(table(form.format(what, whom)) for what, whom in told))
    assert pick(rows, "lead", "due") == [("Vale", "2027")] * 3
