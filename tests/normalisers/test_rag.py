import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalisers.rag import normalise_rag, rag_says_done


@pytest.mark.parametrize(
    ("printed", "rag"),
    [
        ("Red", "red"),
        ("R", "red"),
        ("AMBER", "amber"),
        ("А", "amber"),  # Cyrillic A
        ("Yellow", "amber"),
        ("G", "green"),
        ("Green - on track", "green"),
        ("RAG rating: Green", "green"),
        ("Amber (staff shortage)", "amber"),
        ("🟢", "green"),
    ],
)
def test_a_rating_is_read_from_its_word_or_letter(printed, rag):
    assert normalise_rag(printed) == rag


@pytest.mark.parametrize(
    "printed",
    [
        *["", "Blue", "B", "Grey", "Amber/Green", "A/G", "Red to amber", "R A G", "Redbridge"],
        *["Green spaces audit", "Grant", "TBC", "n/a", "r" * 20_000],
    ],
)
def test_a_rating_between_two_or_none_is_unknown(printed):
    assert normalise_rag(printed) is None


@pytest.mark.parametrize(
    ("colour", "rag"),
    [
        ("#ff0000", "red"),
        ("#C00000", "red"),
        ("#ffc000", "amber"),
        ("#ffff00", "amber"),
        ("#ed7d31", "amber"),
        ("#92d050", "green"),
        ("#00b050", "green"),
        ("#008000", "green"),
        ("#c6efce", "green"),  # Excel's ready-made Good, Bad and Neutral
        ("#ffc7ce", "red"),
        ("#ffeb9c", "amber"),
    ],
)
def test_a_cell_without_words_is_rated_by_its_colour(colour, rag):
    assert normalise_rag("", colour) == rag


@pytest.mark.parametrize(
    "colour",
    [
        "#ffffff",
        "#f2f2f2",  # banded rows
        "#e2efd9",
        "#fbe4d5",
        "#d9d9d9",
        "#000000",
        "#1f3864",  # headings
        "#0070c0",
        "#7030a0",
        "#ff69b4",
        "#00b0a0",
        "#833c0b",
        "#ff4500",  # between red and amber
        "red",
        "#fff",
        "#gggggg",
        "",
        None,
    ],
)
def test_pale_dark_and_other_colours_say_nothing(colour):
    assert normalise_rag("", colour) is None


def test_words_and_colour_that_contradict_each_other_are_unknown():
    assert normalise_rag("Green", "#ff0000") is None
    assert normalise_rag("Green", "#00b050") == "green"
    assert normalise_rag("Green", "#f2f2f2") == "green"
    assert normalise_rag("Amber/Green", "#00b050") is None
    assert normalise_rag("Blue", "#00b050") is None


def test_words_of_progress_leave_the_rating_to_the_colour():
    assert normalise_rag("On track", "#00b050") == "green"


def test_blue_is_the_rating_of_what_is_done():
    assert rag_says_done("Blue")
    assert rag_says_done("B")
    assert not rag_says_done("Bluebell Refuge")
    assert not rag_says_done("")


@given(st.text(max_size=80), st.none() | st.text(max_size=8))
def test_no_text_is_too_odd_for_a_rating(printed, colour):
    normalise_rag(printed, colour)
