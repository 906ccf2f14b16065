"""The area of a document is found by what it shows, and joint plans are one area."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalisers.areas import area_code, find_area


@pytest.mark.parametrize(
    ("named", "code"),
    [
        ("E10000016", "E10000016"),
        ("Kent", "E10000016"),
        ("  kent ", "E10000016"),
        ("Durham", "E06000047"),
        ("Brighton & Hove", "E06000043"),
        ("Leicester, Leicestershire & Rutland", "X-LLR"),
        ("LLR", "X-LLR"),
        ("London Borough of Sutton", "E09000029"),
        ("Nowhere", None),
        ("", None),
        (None, None),
    ],
)
def test_an_area_is_found_by_code_and_by_name(named: str | None, code: str | None) -> None:
    assert area_code(named) == code


@pytest.mark.parametrize(
    ("title", "text", "furniture", "address", "code", "method"),
    [
        ("Rotherham Domestic Abuse Strategy 2022", "", "", "", "E08000018", "title"),
        ("Our strategy", "", "Rutland County Council | Page 3", "", "E06000017", "furniture"),
        ("Our strategy", "", "", "https://democracy.torbay.gov.uk/x", "E06000027", "address"),
        (
            "Strategy",
            "Dudley has grown. In Dudley we act. Dudley cares.",
            "",
            "",
            "E08000027",
            "text",
        ),
        ("Leicester, Leicestershire and Rutland VAWG Strategy", "", "", "", "X-LLR", "title"),
        ("Kingston and Richmond strategy to end VAWG", "", "", "", "X-KR", "title"),
        ("Plan for Westminster and Kensington and Chelsea", "", "", "", "X-BIBOROUGH", "title"),
        ("Pan-Dorset Domestic Abuse Strategy", "", "", "", "X-PANDORSET", "title"),
        ("Cardiff and the Vale of Glamorgan VAWDASV Strategy", "", "", "", "X-CV", "title"),
        (
            "Safer Reading",
            "Across London and England",
            "Reading Borough Council",
            "",
            "E06000038",
            "furniture",
        ),
        (
            "Equally Safe in Fife",
            "Scotland's strategy applies. Scotland leads.",
            "",
            "",
            "S12000047",
            "title",
        ),
    ],
)
def test_the_area_of_a_document(
    title: str, text: str, furniture: str, address: str, code: str, method: str
) -> None:
    found = find_area(title, text, furniture, address)
    assert found is not None
    assert (found.code, found.method) == (code, method)
    assert 0 < found.score <= 100


def test_the_registrys_hint_settles_the_area() -> None:
    found = find_area("Kent strategy", hint="E06000035")
    assert found is not None
    assert (found.name, found.score, found.method) == ("Medway", 100, "hint")


def test_the_publisher_is_the_body_that_the_document_names() -> None:
    found = find_area(
        "Strategy", furniture="Police and Crime Commissioner for Cleveland", hint="X-LLR"
    )
    assert found is not None
    assert "Cleveland" in found.publisher


def test_a_neighbour_named_once_in_the_text_decides_nothing() -> None:
    assert find_area("Strategy", "We learn from Hackney.") is None
    assert find_area("Strategy", "we like reading and a warm bath") is None


def test_no_words_no_area() -> None:
    assert find_area() is None
    assert find_area("", "", "", "http://[broken", "") is None


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_gives_an_area_or_none(title: str, address: str) -> None:
    found = find_area(title, title, title, address, title)
    assert found is None or 0 <= found.score <= 100
