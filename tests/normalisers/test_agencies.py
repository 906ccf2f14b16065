"""A generic body is the organisation that serves an area on a day, or stays generic."""

from datetime import date

import pytest

from normalisers.agencies import Place, best_meaning, body_of, council, serving
from normalisers.areas import area_code
from normalisers.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("area", "kind", "name"),
    [
        ("Torbay", "police-force", "Devon & Cornwall Police"),
        ("Swansea", "pcc-office", "Office of the Police and Crime Commissioner for South Wales"),
        ("Swansea", "fire-service", "Mid and West Wales Fire and Rescue Service"),
        ("Cumberland", "fire-service", "Cumbria Fire and Rescue Service"),
        ("Gateshead", "fire-service", "Tyne and Wear Fire and Rescue Service"),
        ("Solihull", "probation", "Probation Service (West Midlands)"),
        ("Bury", "probation", "Probation Service (Greater Manchester)"),
        ("Slough", "probation", "Probation Service (South Central)"),
        ("Bridgend", "nhs-health-board", "Cwm Taf Morgannwg University Health Board"),
        ("Highland", "police-force", "Police Scotland"),
        ("Mid Ulster", "fire-service", "Northern Ireland Fire and Rescue Service"),
        ("Leicester, Leicestershire and Rutland", "probation", "Probation Service (East Midlands)"),
        ("Coventry and Warwickshire", "probation", "Probation Service (West Midlands)"),
    ],
)
def test_the_body_that_serves_an_area(area: str, kind: str, name: str) -> None:
    agency = serving(area_code(area), kind, None)
    assert agency is not None
    assert agency.name == name


@pytest.mark.parametrize(
    ("area", "kind"),
    [
        ("Coventry and Warwickshire", "police-force"),  # two forces
        ("Kingston and Richmond", "local-authority"),  # two councils
        ("Fife", "pcc-office"),  # Scotland has none
        ("Suffolk", "community-safety-partnership"),  # one in each district
        ("Bristol", "nhs-icb"),  # no list of areas
    ],
)
def test_no_body_is_forced_where_several_or_none_fit(area: str, kind: str) -> None:
    assert serving(area_code(area), kind, None) is None


def test_a_replaced_council_gives_way_only_to_a_single_successor() -> None:
    northampton = vocabulary().area_of["E07000154"]
    after = serving(northampton.area_code, "local-authority", date(2022, 1, 1))
    assert after is not None
    assert after.name == "West Northamptonshire Council"
    assert serving("E10000006", "local-authority", date(2024, 1, 1)) is None  # Cumbria: two


def test_a_council_is_found_shortly_before_it_takes_over() -> None:
    agency = serving("E06000063", "local-authority", date(2023, 2, 1))
    assert agency is not None
    assert agency.name == "Cumberland Council"


def test_shared_initials_mean_the_council_of_the_area() -> None:
    meanings = vocabulary().meanings["ncc"]
    found = best_meaning(meanings, Place("E10000020", None))
    assert found is not None
    assert found.value == "norfolk-county-council"
    assert best_meaning(meanings, Place("E09000004", None)) is None


def test_a_county_knows_the_initials_of_its_districts() -> None:
    found = best_meaning(vocabulary().meanings["nbbc"], Place("E10000031", None))
    assert found is not None
    assert found.value == "nuneaton-and-bedworth-borough-council"


def test_an_official_name_scores_above_an_alias() -> None:
    place = Place(None, None)
    meaning = vocabulary().meanings["solace womens aid"][0]
    assert body_of(meaning, place, "solace womens aid").method == "exact"
    assert body_of(meaning, place, "solace").score < 100


def test_no_area_has_no_council() -> None:
    assert council(Place(None, None)) is None
