"""The text that a scanner laid under its picture: followed, asked in doubt, or left out."""

import math

import pytest

from extractors.readers.pdf.record import Style, Word
from extractors.readers.scan.words.layer import follow, place
from extractors.readers.scan.words.words import SeenWord
from extractors.slant import Slant

WORDS = ("Repair", "lamps", "beside", "harbour", "wardens", "route", "before", "winter")


def _page(*texts: str, sure: float = 95.0) -> list[SeenWord]:
    """Words on a grid of places, so that those of two pages stand one on the other."""
    return [
        SeenWord(text, 100 * (n % 8), 40 * (n // 8), 100 * (n % 8) + 80, 40 * (n // 8) + 28, sure,
                 (1, 1, n // 8)) for n, text in enumerate(texts)
    ]  # fmt: skip


EASY = WORDS * 6
HARD = ("1.1", "1.2", "1.3", "2.1", "2.2", "31/03/2027", "A-7", "2026/27", "Q4")
OURS = [*_page(*EASY), *(w for w in _page(*EASY, *HARD)[len(EASY) :])]


def _layer(**changed: str) -> list[SeenWord]:
    return _page(*(changed.get(f"at{n}", text) for n, text in enumerate((*EASY, *HARD))))


def test_a_layer_that_says_all_that_is_sure_is_followed_where_the_two_differ():
    ours = [*OURS[:-1], *_page(*EASY, *HARD[:-1], "G4", sure=80.0)[-1:]]
    words, verdict = follow(ours, _layer())
    assert verdict.right
    assert words[-1].text == "Q4"
    assert verdict.said.endswith("it was followed where the two differ")


def test_a_layer_that_is_wrong_in_figures_is_asked_about_doubtful_words_alone():
    ours = [*OURS[:-1], *_page(*EASY, *HARD[:-1], "G4", sure=50.0)[-1:]]
    words, verdict = follow(ours, _layer(at48="11", at49="12", at50="13"))
    assert (verdict.helps, verdict.right) == (True, False)
    assert [word.text for word in words[48:51]] == ["1.1", "1.2", "1.3"]
    assert words[-1].text == "Q4"


def test_a_poor_layer_is_left_out():
    wrong = {f"at{n}": "rnn" for n in range(0, 48, 2)}
    words, verdict = follow(OURS, _layer(**wrong))
    assert words == OURS
    assert verdict.said == "says the same as 50% of the words recognised surely; it was left out"


def test_a_layer_of_another_place_is_left_out():
    moved = [SeenWord(w.text, w.x0 + 90, w.top, w.x1 + 90, w.bottom, 0.0, w.line) for w in _layer()]
    words, verdict = follow(OURS, moved)
    assert (words, verdict.helps) == (OURS, False)


def test_a_word_that_the_layer_joins_with_the_next_one_stays_apart():
    ours = [SeenWord("HR", 0, 500, 60, 528, 95.0, (1, 1, 99)),
            SeenWord("/", 70, 500, 80, 528, 95.0, (1, 1, 99))]  # fmt: skip
    joined = SeenWord("HR/", 0, 500, 64, 528, 0.0, (0, 0, 0))
    words, verdict = follow([*OURS, *ours], [*_layer(), joined])
    assert verdict.right
    assert [word.text for word in words[-2:]] == ["HR", "/"]


def test_too_few_words_say_nothing_of_a_layer():
    words, verdict = follow(_page("Repair", "lamps"), _page("Repair", "lamps"))
    assert [word.text for word in words] == ["Repair", "lamps"]
    assert verdict.said == "has too little in the same places to be judged; it was left out"


@pytest.mark.parametrize(("angle", "rises"), [(0.0, 0.0), (2.0, -math.sin(math.radians(2)))])
def test_a_word_is_found_where_it_stands_after_straightening(angle, rises):
    word = Word("Lamps", 460.0, 295.0, 500.0, 305.0, 303.0, Style(10, False, False, "#000000"))
    placed = place(word, Slant(1, angle, 600, 600), 1.0)
    assert (placed.top + placed.bottom) / 2 == pytest.approx(300 + 180 * rises, abs=1)
    assert (placed.x0 + placed.x1) / 2 == pytest.approx(480, abs=1)
