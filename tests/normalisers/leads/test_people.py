"""No name of a person comes out of a lead cell, however it is written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalisers.leads import normalise_leads
from normalisers.names import name_key

FORMS = [
    "{n}",
    "{n} (Police)",
    "Police - {n}",
    "Police ({n})",
    "{n}, Head of Housing",
    "Head of Housing ({n})",
    "Head of Service {n}",
    "Housing/{n}",
    "{n} & Jane Specimen",
    "DCI {n}",
    "Cllr {n}",
    "Dr {n} / Community Safety",
    "Community Safety: {n}",
    "KCC {n}",
    "{n} - DA Co-ordinator",
    "Police, {n} and Health",
    "{n}\nPublic Health",
]
NAMES = [
    "Priya Placeholder",
    "Angus Specimen",
    "Amina Placeholder",
    "Zbigniew Placeholder",
    "Wojtila Specimenski",
    "Oluwaseun Placeholder",
    "Eden Specimen",
    "Christie Placeholder",
]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(FORMS), st.sampled_from(NAMES))
def test_a_name_is_left_out_in_every_form(form: str, name: str) -> None:
    given_out = " ".join(
        f"{lead.agency_name} {lead.unit or ''} {lead.raw}"
        for lead in normalise_leads(form.format(n=name), "Kent")
    )
    assert not set(name_key(given_out).split()) & set(name_key(name).split())


@pytest.mark.parametrize(
    "cell",
    [
        "Placeholder, Zoltania (Housing)",
        "Zoltania (Community Safety)",
        "Ms Bolton",
        "Jane Bolton",
        "R Hastings",
        "Dr Jane Guinness",
    ],
)
def test_a_surname_may_be_a_place_or_a_bodys_word(cell: str) -> None:
    printed = " ".join(lead.raw for lead in normalise_leads(cell, "Kent"))
    names = ("placeholder", "zoltania", "bolton", "hastings", "guinness")
    assert not [name for name in names if name in printed.lower()]


@pytest.mark.parametrize(
    ("cell", "body"),
    [
        ("Ashdown Mind", "Ashdown Mind"),
        ("Jane's Place Project", "Jane's Place Project"),
        ("Quillon House", "Quillon House"),
        ("Comunity Saftey", "Kent County Council"),
    ],
)
def test_a_body_is_not_taken_for_a_person(cell: str, body: str) -> None:
    assert [lead.agency_name for lead in normalise_leads(cell, "Kent")] == [body]
