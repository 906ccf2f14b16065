"""What a reader of a page sees: signs of symbol fonts as they look, and no hidden words."""

import pytest

from extractors.readers.pdf.page.printed.seen import seen_words, with_signs
from extractors.readers.pdf.record import Fill, PageRecord, Style
from tests.extractors.readers.pdf_fixtures import words

WHITE = Style(10.0, False, False, "#ffffff")


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("\uf0b7", "•"),  # Symbol
        ("\uf0a7", "▪"),  # Wingdings
        ("\uf0fc", "✓"),
        ("\uf06c", "●"),
        ("\uf0d8", "➢"),
        ("\x8d", "•"),  # of a font that names no characters
        ("\ue123", "\ue123"),  # no sign of a font that is known
        ("Café", "Café"),
    ],
)
def test_signs_of_symbol_fonts_are_kept_as_they_look(stored, shown):
    (word,) = with_signs(words(100, (40, stored)))
    assert word.text == shown


def test_white_words_are_seen_on_a_colour_alone():
    shown, hidden = (
        word._replace(style=WHITE) for word in words(100, (40, "Lead"), (200, "Secret"))
    )
    record = PageRecord(
        3, 400.0, 300.0, (shown, hidden), fills=(Fill(30, 80, 120, 110, "#1f497d"),)
    )
    seen, (problem,) = seen_words(record)
    assert seen == [shown]
    assert (problem.code, problem.page) == ("hidden_text", 3)
    assert problem.message.endswith("Secret")
