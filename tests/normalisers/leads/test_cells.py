"""Lead cells become bodies with units and parts, and never people."""

import json
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalisers.leads import Lead, is_unread, normalise_leads, without_names
from tests.normalisers.leads.lead_cells import CELLS, MORE_PEOPLE, PEOPLE
from tests.normalisers.leads.more_lead_cells import MORE_CELLS

METHODS = {"exact", "alias", "glossary", "pattern", "fuzzy", "override", "unresolved"}


def shown(leads: tuple[Lead, ...]) -> list[str]:
    """Leads as ``lead_cells.py`` writes them."""
    return [
        ("+ " if lead.role == "support" else "")
        + lead.agency_name.replace("’", "'")
        + (f" [{lead.unit}]" if lead.unit else "")
        for lead in leads
    ]


@pytest.mark.parametrize(("area", "cell", "bodies"), [*CELLS, *MORE_CELLS])
def test_a_cell_gives_its_bodies_units_and_parts(area: str, cell: str, bodies: list[str]) -> None:
    leads = normalise_leads(cell, area)
    assert shown(leads) == bodies
    leading = [lead for lead in leads if lead.role != "support"]
    assert {lead.role for lead in leading} <= {"lead" if len(leading) == 1 else "joint"}


@pytest.mark.parametrize(
    "cell", [None, "", " ", "-", "–", "n/a", "N/A", "TBC", "tbc", "Vacant", "?"]
)
def test_an_empty_mark_gives_no_lead(cell: str | None) -> None:
    assert normalise_leads(cell, "Barnsley") == ()


@pytest.mark.parametrize(("area", "cell", "bodies"), [*PEOPLE, *MORE_PEOPLE])
def test_no_name_of_a_person_comes_out(area: str, cell: str, bodies: list[str]) -> None:
    names = ("priya", "specimen", "invented", "tom", "placeholder", "madeup", "bloggs", "fictional")
    given_out = json.dumps([(x.agency_name, x.unit, x.raw) for x in normalise_leads(cell, area)])
    assert not [name for name in names if name in given_out.lower()]


@pytest.mark.parametrize(
    ("cell", "shown_as"),
    [
        ("Marguerite Specimen, Head of Housing", "[name], Head of Housing"),
        ("DA Coordinator (Priya Specimen)", "DA Coordinator ([name])"),
        ("Police and Housing", "Police and Housing"),
        ("jane.specimen@kent.gov.uk / Police", "[name] / Police"),
        (None, ""),
    ],
)
def test_names_of_people_can_be_replaced_in_a_raw_cell(cell: str | None, shown_as: str) -> None:
    assert without_names(cell, "Kent") == shown_as


@pytest.mark.parametrize(
    "cell",
    ["Zibbleton Quorum", "Police, Zibbleton Quorum", "Housing (Zibbleton Quorum)", "Sarah Example"],
)
def test_words_that_may_be_a_persons_or_a_bodys_are_told(cell: str) -> None:
    assert is_unread(cell, "Kent")
    assert "Zibbleton" not in json.dumps([x.raw for x in normalise_leads(cell, "Kent")])


@pytest.mark.parametrize(
    "cell",
    [
        None,
        "",
        "-",
        "TBC",
        "N/A",
        "Police",
        "Quixotic Lantern Collective",
        "Tom Sample, Police",
        "Domestic Abuse Perpetrator Task & Finish Group",
        "KCC Lantern Team (Domestic Abuse)",
    ],
)
def test_a_cell_that_is_read_or_names_nobody_yet_is_not_told(cell: str | None) -> None:
    assert not is_unread(cell, "Kent")


def test_a_council_is_the_one_of_the_day() -> None:
    (before,) = normalise_leads("County Council", "E10000027", on=date(2021, 6, 1))
    (after,) = normalise_leads("County Council", "E10000027", on=date(2024, 6, 1))
    assert (before.agency_name, after.agency_name) == (
        "Somerset County Council",
        "Somerset Council",
    )


def test_a_commissioner_gives_way_to_the_mayor() -> None:
    (before,) = normalise_leads("OPCC", "Leeds", on=date(2019, 1, 1))
    (after,) = normalise_leads("OPCC", "Leeds", on=date(2023, 1, 1))
    assert before.agency_id == "opcc-west-yorkshire"
    assert after.agency_id == "wyca-mayor"


def test_initials_hold_in_their_own_area_alone() -> None:
    (own,) = normalise_leads("NCC", "Nottinghamshire")
    (other,) = normalise_leads("NCC", "Torbay")
    assert own.agency_name == "Nottinghamshire County Council"
    assert (other.agency_id, other.method) == (None, "unresolved")


def test_without_an_area_generic_bodies_stay_generic() -> None:
    (lead,) = normalise_leads("Police", None)
    assert (lead.agency_id, lead.agency_name) == (None, "Police")


def test_the_documents_glossary_explains_its_initials() -> None:
    terms = {"QZV": "Domestic Abuse Partnership Board", "XWL": "Lantern Quay Collective"}
    known, unknown = normalise_leads("QZV and XWL", "Torbay", terms)
    assert (known.agency_name, known.method) == (
        "Domestic Abuse Local Partnership Board",
        "glossary",
    )
    assert (unknown.agency_id, unknown.agency_name) == (None, "Lantern Quay Collective")


def test_a_misspelt_name_is_found_with_a_lower_score() -> None:
    (lead,) = normalise_leads("Probaton Servce", "Torbay")
    assert (lead.agency_name, lead.method) == ("Probation Service (South West)", "fuzzy")
    assert lead.score < 90


def test_one_letter_of_initials_makes_another_body() -> None:
    (lead,) = normalise_leads("Torbay CXP", "Torbay")
    assert lead.method == "unresolved"
    assert lead.agency_id is None


def test_what_is_not_known_keeps_its_text() -> None:
    (lead,) = normalise_leads("Quixotic Lantern Collective", "Torbay")
    assert (lead.agency_id, lead.agency_name, lead.score) == (
        None,
        "Quixotic Lantern Collective",
        0,
    )


@pytest.mark.fault("C46")
@pytest.mark.parametrize(
    "cell",
    [
        "Police, " * 1250,
        "(" * 10_000,
        ")" * 10_000,
        "and " * 2500,
        "Aaaa Bbbb " * 1000,
        "x" * 10_000,
        "Housing (" * 1100,
        "- " * 5000,
        "Полиция и совет",
        "警察、市役所",
        "\x00\x07Police\x1f",
        "Police\u202e/\u200bHousing",
        "\ud800Police",
        "OPCC " * 2000,
        "Lead: " * 1600,
    ],
)
def test_hostile_cells_take_little_time_and_raise_nothing(cell: str) -> None:
    begun = time.process_time()
    leads = normalise_leads(cell, "Barnsley")
    assert time.process_time() - begun < 2.0
    assert all(0 <= lead.score <= 100 and lead.method in METHODS for lead in leads)


MARKS = ["(", ")", "-", "/", ",", ";", ":", "&", "and", "with", "of", "Lead:", "TBC", "\n"]
NAMES = ["Police", "Council", "Housing", "OPCC", "WCC", "Board", "Chair", "Team", "Women's Aid"]
PARTS = st.sampled_from([*MARKS, *NAMES, "Jane", "Sample"])


@given(st.lists(PARTS, max_size=14).map(" ".join) | st.text(max_size=60))
def test_any_text_gives_leads_and_never_an_error(cell: str) -> None:
    for lead in normalise_leads(cell, "Warrington", {"TBC": "Police"}):
        assert lead.agency_name
        assert lead.role in ("lead", "support", "joint")
        assert lead.method in METHODS
        assert (lead.method == "unresolved") <= (lead.agency_id is None)


@given(st.lists(PARTS, max_size=10).map(" ".join))
def test_reading_a_cell_twice_gives_the_same(cell: str) -> None:
    assert normalise_leads(cell, "Kent") == normalise_leads(f" {cell} ", "Kent")


def test_the_labelled_cells_are_read_as_labelled(labelled: Path) -> None:
    text = (labelled / "leads_dev.jsonl").read_text(encoding="utf-8")
    rows = [json.loads(line) for line in text.splitlines()]
    right = 0
    for row in rows:
        leads = normalise_leads(row["lead_raw"], row["area"])
        wanted = {e["canonical_name"].replace("’", "'") for e in row["expected"]}
        right += {lead.agency_name.replace("’", "'") for lead in leads} == wanted
        out = json.dumps([(x.agency_name, x.unit, x.raw) for x in leads])
        assert not [name for name in row.get("personal_names") or [] if name in out]
    assert right / len(rows) >= 0.97
