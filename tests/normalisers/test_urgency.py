import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalisers.urgency import normalise_urgency


@pytest.mark.parametrize(
    ("printed", "urgency"),
    [
        ("H", "high"),
        ("\u041d", "high"),  # Cyrillic En
        ("\u043d", "high"),  # its small letter
        ("\u0397", "high"),  # Greek Eta
        ("M", "medium"),
        ("\u041c", "medium"),  # Cyrillic Em
        ("L", "low"),
        ("High", "high"),
        ("HIGH PRIORITY", "high"),
        ("Priority: Medium", "medium"),
        ("Med.", "medium"),
        ("High (by summer)", "high"),
        ("Low - review next year", "low"),
        ("High priority rating", "high"),
        ("Urgent", "high"),
        ("H (High)", "high"),
    ],
)
def test_urgency_is_read_from_words_and_marks(printed, urgency):
    assert normalise_urgency(printed) == urgency


@pytest.mark.parametrize(
    "printed",
    [
        *["", "TBC", "ТВС", "1", "3", "P1", "H/M", "Medium/High", "Medium - High", "Low to medium"],
        *["Highbury Ward", "Low numbers of referrals", "h" * 20_000, "-", "Mayor", "н м"],
    ],
)
def test_blank_undecided_numbered_or_double_levels_are_unknown(printed):
    assert normalise_urgency(printed) is None


@given(st.text(max_size=120))
def test_no_text_is_too_odd_for_an_urgency(printed):
    normalise_urgency(printed)


def test_every_mark_of_the_corpus_is_read_as_it_is_annotated(corpus: Path):
    levels = {"H": "high", "M": "medium", "L": "low"}
    for file in sorted((corpus / "gold").glob("*.json")):
        for action in json.loads(file.read_text("utf-8")).get("actions", []):
            if action.get("priority_rating"):
                assert normalise_urgency(action["rating_raw"]) == levels.get(
                    action["priority_rating"]
                )
