import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalisers.text import clean, fold, latinise


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("  On–going ", "on-going"),
        ("Women’s   Aid", "women's aid"),
        ("“Safe” places", '"safe" places'),
        ("ﬁnance and oﬃce", "finance and office"),
        ("ＴＢＣ", "tbc"),
        ("31ˢᵗ March", "31st march"),
        ("Police¹", "police"),  # a footnote mark
        ("2024²/25", "2024 /25"),  # its digit must not join the year
        ("6½ posts", "6½ posts"),  # opened, it would read 61/2
        ("Н", "h"),
        ("н", "h"),
        ("ТВС", "tbc"),
        ("Маrch", "march"),
        ("Κent", "kent"),
        ("Москва", "москва"),
        ("Н Москва", "н москва"),
        ("cafe\u0301", "café"),
        ("\uf0b7 Refuge", "refuge"),
        ("Dec 2023 → March 2024", "dec 2023 -> march 2024"),
    ],
)
def test_two_printings_of_one_thing_fold_alike(printed, folded):
    assert fold(printed) == folded


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("Safe\u00adguarding \x07 Board", "Safeguarding Board"),
        ("Safe\u00ad\nguarding", "Safeguarding"),
        ("co-\nordinator", "co-ordinator"),
        ("Housing -\nAdults", "Housing - Adults"),
        ("Health\u200b and\u00a0Care", "Health and Care"),
        ("\u202eLead\u202c", "Lead"),
        ("bad\ud800half", "badhalf"),
        ("Н", "Н"),  # what is shown keeps the letter that is printed
        ("a\tb\r\nc", "a b c"),
    ],
)
def test_what_does_not_print_is_not_shown(printed, shown):
    assert clean(printed) == shown


@given(st.text(max_size=200))
def test_cleaning_and_folding_a_second_time_changes_nothing(printed):
    assert clean(clean(printed)) == clean(printed)
    assert fold(fold(printed)) == fold(printed)


@given(st.text("abcdefghijklmnopqrstuvwxyz ABCDEFGH 0123456789.,-'", max_size=60))
def test_plain_latin_text_is_only_folded_in_case_and_spaces(printed):
    assert fold(printed) == " ".join(printed.split()).casefold()
    assert latinise(printed) == printed
