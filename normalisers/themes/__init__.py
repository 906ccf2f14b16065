"""Themes: a printed priority becomes one of ours, with its score and the words that decided.

``choosing.py`` is the way in; ``words.py`` weighs the phrases of ``theme_phrases.csv``.
"""

from normalisers.themes.choosing import ThemeMatch, normalise_theme

__all__ = ["ThemeMatch", "normalise_theme"]
