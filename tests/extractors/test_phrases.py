"""``phrases.csv``: words and phrases by what they tell of a text."""

import csv
from pathlib import Path

import pytest

import extractors
from extractors.phrases import finder_of

FILE = Path(extractors.__file__).with_name("phrases.csv")


@pytest.mark.parametrize(
    ("says", "text"),
    [
        ("opinion", "What residents\nsaid in 2024"),
        ("foreign", "England’s plan for women’s health"),
        ("was done", "What we achieved"),  # "achiev*"
    ],
)
def test_a_phrase_of_a_list_is_found_in_a_text(says, text):
    assert finder_of(says).search(text) is not None


def test_a_phrase_is_no_part_of_a_word():
    assert finder_of("told or done").search("A hundred homes: we undid damp") is None


def test_lines_are_sorted_and_stand_once():
    with FILE.open(encoding="utf-8") as file:
        lines = [(line["says"], line["phrase"]) for line in csv.DictReader(file)]
    assert lines == sorted(set(lines))
