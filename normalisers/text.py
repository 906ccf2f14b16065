"""Printed text made comparable: spaces, quotes, dashes, ligatures and look-alike letters.

Knows characters, not words: nothing here knows what a month, an agency or a status is.
"""

import re
import unicodedata
from functools import lru_cache

SMALLEST_GENUINE_WORD = 4
"""Letters; a shorter Cyrillic word made of look-alikes alone ("ТВС", "Н") is taken for a mark."""

_ALWAYS_ALIKE = str.maketrans(
    # Cyrillic, then Greek: letters whose usual shapes are those of a Latin letter
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝһ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονι",
    "ABESIJKMHOPCTYXaesijopcyxdqwh" + "ABEZHIKMNOPTYXovi",
)
_ALIKE_IN_MARKS = str.maketrans("внкмт", "bhkmt")
"""Small Cyrillic letters that look like small capitals: read as Latin only in marks ("н")."""

_QUOTES_AND_DASHES = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4`\u02bc\uff07", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
        "\u2044": "/",
        "\u2215": "/",
        "\u2192": "->",
    }
)

_WORD = re.compile(r"[^\W\d_]+")
_SPACES = re.compile(r"\s+")
_SOFT_BREAK = re.compile("\u00ad\\s*\n\\s*")
_HYPHEN_BREAK = re.compile(r"(?<=[^\W\d_][-\u2010])[^\S\n]*\n\s*(?=[^\W\d_])")


def clean(text: str) -> str:
    r"""Give a text as it would be shown: single spaces, nothing that does not print.

    Soft hyphens, zero-width and direction marks and lone surrogates go; control characters and
    line breaks become spaces; a word broken after a printed hyphen is closed up, hyphen kept,
    because "co-" + "ordinator" and "where-" + "by" cannot be told apart without a word list.
    ``"Safe\u00adguarding \x07 Board"`` becomes ``"Safeguarding Board"``.
    """
    if text.isascii() and text.isprintable():
        return _SPACES.sub(" ", text).strip()
    text = _HYPHEN_BREAK.sub("", _SOFT_BREAK.sub("", text))
    text = unicodedata.normalize("NFC", "".join(map(_printable, text)))
    return _SPACES.sub(" ", text).strip()


def fold(text: str) -> str:
    """Give a text in the form in which two printings of one thing are equal.

    Cleaned, small letters, straight quotes and dashes, ligatures and full-width letters opened,
    look-alike Cyrillic and Greek letters made Latin where the word is otherwise Latin or is a
    mark ("Н", "ТВС"). Raised numbers are footnote marks and go; fractions and circled numbers
    stay, since opening them would join their digits to a number beside them.
    ``"  On–going "`` becomes ``"on-going"``.
    """
    text = clean(text)
    if text.isascii():
        return text.replace("`", "'").casefold()
    text = "".join(map(_open, text)).translate(_QUOTES_AND_DASHES)
    return _SPACES.sub(" ", latinise(text)).strip().casefold()


def latinise(text: str) -> str:
    """Replace look-alike letters by the Latin ones that they stand for.

    Only in words that hold a Latin letter too, and, where the text has no genuine Cyrillic or
    Greek word, in those made of look-alikes alone: ``"Н"`` and ``"Маrch"`` change, ``"Москва"``
    and every word beside it do not.
    """
    if text.isascii():
        return text
    words = _WORD.findall(text)
    foreign = any(_is_genuine(word) for word in words)
    return _WORD.sub(lambda found: _latin_word(found[0], foreign), text)


def _latin_word(word: str, foreign: bool) -> str:
    if word.isascii():
        return word
    latin = word.translate(_ALWAYS_ALIKE)
    if len(word) < SMALLEST_GENUINE_WORD:
        latin = latin.translate(_ALIKE_IN_MARKS)
    mixed = any("LATIN" in _script(letter) for letter in word)
    plain = all("LATIN" in _script(letter) for letter in latin)
    return latin if plain and (mixed or not foreign) else word


def _is_genuine(word: str) -> bool:
    """Tell whether a word is Cyrillic or Greek beyond what look-alike letters explain."""
    if word.isascii():
        return False
    alike = word.translate(_ALWAYS_ALIKE)
    if len(word) < SMALLEST_GENUINE_WORD:
        alike = alike.translate(_ALIKE_IN_MARKS)
    return any(_script(letter).startswith(("CYRILLIC", "GREEK")) for letter in alike)


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "")


@lru_cache(maxsize=4096)
def _printable(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Cf", "Cs"):
        return ""
    return " " if category in ("Cc", "Zs", "Zl", "Zp") else character


@lru_cache(maxsize=4096)
def _open(character: str) -> str:
    category = unicodedata.category(character)
    if category == "No":
        raised = unicodedata.decomposition(character).startswith(("<super>", "<sub>"))
        return " " if raised else character
    return " " if category == "Co" else unicodedata.normalize("NFKC", character)
