"""Printed priorities get one of our themes, with a score and the words that decided."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalisers.themes import normalise_theme
from normalisers.themes.words import read_pointers, stem, stem_key
from normalisers.vocabulary import vocabulary
from tests.normalisers.themes.theme_headings import HEADINGS


def test_headings_of_many_publishers_get_their_theme() -> None:
    missed = []
    for theme, heading, summary in HEADINGS:
        match = normalise_theme(heading, summary)
        if match is None or match.theme_id != theme:
            missed.append((heading, theme, match))
    assert len(missed) <= len(HEADINGS) * 0.05, missed


@pytest.mark.parametrize(
    ("heading", "theme", "method"),
    [
        ("Harmful practices", "harmful-practices", "exact"),
        ("PURSUING PERPETRATORS", "perpetrators", "alias"),
        ("Priority 3: Safer streets", "public-safety", "alias"),
        ("Objective 2 - Building trust and confidence", "trust-confidence", "exact"),
        ("4. Safe accommodation", "safe-accommodation", "alias"),
        ("Strategic Aim IV: Governance", "partnership-system", "alias"),
        ("Brighter lamps on every street", "public-safety", "keyword"),
        ("Harmfull practises", "harmful-practices", "fuzzy"),
    ],
)
def test_the_method_says_how_a_theme_was_found(heading: str, theme: str, method: str) -> None:
    match = normalise_theme(heading)
    assert match is not None
    assert (match.theme_id, match.method) == (theme, method)


def test_the_words_that_decided_come_with_the_theme() -> None:
    match = normalise_theme("Evenings out", "Street lighting, CCTV and night buses.")
    assert match is not None
    assert match.theme_id == "public-safety"
    assert "street light" in match.words


def test_the_heading_outweighs_its_summary() -> None:
    match = normalise_theme("Stalking", "Police, courts and housing providers train their staff.")
    assert match is not None
    assert match.theme_id == "stalking-harassment"


def test_a_close_call_scores_lower_than_a_clear_one() -> None:
    close = normalise_theme("Housing and health", None)
    clear = normalise_theme("More refuge spaces", None)
    assert close is not None
    assert clear is not None
    assert close.score < clear.score
    assert close.runner_up is not None


@pytest.mark.parametrize(
    ("heading", "summary"),
    [
        (None, None),
        ("", ""),
        ("Introduction", None),
        ("12", ""),
        ("\x00", "\x07"),
        ("Foreword by the Leader's cat", None),
        ("警察", "市役所"),
    ],
)
def test_words_that_say_nothing_have_no_theme(heading: str | None, summary: str | None) -> None:
    assert normalise_theme(heading, summary) is None


@pytest.mark.parametrize(
    "family",
    [
        ("support", "supports", "supported", "supporting"),
        ("house", "housing", "houses"),
        ("police", "policing"),
        ("agency", "agencies"),
    ],
)
def test_forms_of_one_word_have_one_stem(family: tuple[str, ...]) -> None:
    assert len({stem(word) for word in family}) == 1


@pytest.mark.parametrize(("one", "other"), [("use", "us"), ("ward", "wards-"), ("being", "be")])
def test_short_words_keep_their_ending(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_hyphens_and_apostrophes_make_no_difference() -> None:
    assert stem_key("Re-offending") == stem_key("reoffending")
    assert stem_key("Women’s voices") == stem_key("womens voices")


def test_every_theme_has_headings_and_evidence() -> None:
    pointers = [pointer for found in read_pointers().values() for pointer in found]
    for theme in vocabulary().themes:
        own = [pointer for pointer in pointers if pointer.theme_id == theme.theme_id]
        assert sum(pointer.is_heading for pointer in own) >= 5
        assert len(own) >= 15


@given(st.text(max_size=80), st.text(max_size=200))
def test_any_text_gives_a_theme_or_none(heading: str, summary: str) -> None:
    match = normalise_theme(heading, summary)
    assert match is None or (0 <= match.score <= 100 and match.words)


@pytest.mark.parametrize("text", ["prevention " * 1000, "x" * 10_000, "a " * 5000])
def test_long_texts_are_read_and_raise_nothing(text: str) -> None:
    assert normalise_theme(text, text) is None or normalise_theme(text, text) is not None


def test_the_labelled_headings_get_their_theme(labelled: Path) -> None:
    text = (labelled / "themes_dev.jsonl").read_text(encoding="utf-8")
    rows = [json.loads(line) for line in text.splitlines()]
    matches = [normalise_theme(row["heading"], row["summary"]) for row in rows]
    right = [
        m is not None and m.theme_id == r["theme_id"] for m, r in zip(matches, rows, strict=True)
    ]
    assert sum(right) / len(rows) >= 0.95
