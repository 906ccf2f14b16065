"""Checks every reference CSV of the normalisers before anything is normalised.

Knows which files there are; what a good line is, each reader knows itself.
"""

from normalisers.phrases import all_phrases
from normalisers.themes.words import theme_words
from normalisers.vocabulary import vocabulary


def check_reference() -> None:
    """Read all facts, phrases and theme phrases once.

    Raises:
        ReferenceDataError: A line that must be mended, with its file and number.
    """
    vocabulary()
    all_phrases()
    theme_words()
