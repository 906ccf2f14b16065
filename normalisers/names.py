"""Names cut into words that can be compared: the one way in which phrases and cells are read.

Knows spelling (apostrophes, ampersands, hyphens, initials), not organisations.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from normalisers.text import clean, fold

MAX_NAME_CHARS = 10_000
"""Characters; a lead cell of a real plan holds 4 to 400, what follows in a longer one is left."""

LINE_BREAK = "\n"
"""The text of the mark that stands for a line break; its key is ``;``."""

_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_SHORT = re.compile(r"\b(St|Dr|Mr|Mrs|Ms|Cllr|Insp|Sgt|Det|Supt|Ch|Dept|Prof|Rev|Mgr)\.", re.I)
_OWNED = re.compile(
    r"\b(Council|Police|Constabulary|Trust|Authority|Partnership|Association|[A-Z]{3,})'s"
    r"(?= )(?! [Oo]ffice)"
)
"""An owner before what it owns: "the Council's Housing Team"; "PCC's office" is a name."""

_ACTING = re.compile(
    r"\b[TA]/(?=(?:D(?:et)?|C(?:h(?:ief)?)?)?[ /]?"
    r"(?:Supt|Super|Insp|Sgt|Serg|PS|DS|DI|DCI|ACC|DCC|CC|Chief|Com)[a-z]*)"
)
"""A temporary or acting rank: "T/Chief Inspector", "A/DCI"."""

_RAINBOW = re.compile(r"\b(LGBT[A-Z]*)\+")
"""The plus sign of LGBT+, which separates nothing."""

_PLURAL = re.compile(r"\(s\)", re.I)
_JOINED = re.compile(r"\b(co|sub|multi|inter|anti)-(?=[a-z])", re.I)
_TOKEN = re.compile(
    r"\s+"
    r"|(?<!\w)[^\W\d_]&[^\W\d_]\w*"  # initials with an ampersand: L&D, A&S, T&F
    r"|(?<=\w)-\w+(?:'\w+|'(?=\s|$))*"  # the second half of a hyphened word, with its hyphen
    r"|\w+(?:'\w+|'(?=\s|$))*"  # words, apostrophes inside or at the end
    r"|[^\w\s]"
)
_DASHES = dict.fromkeys("-‐‑‒–—−", "-")


@dataclass(frozen=True, slots=True)
class Token:
    """One printed word or mark: ``Token("Children's", "childrens", spaced=True)``.

    Attributes:
        text: As printed.
        key: Its comparable form; marks keep their shape, every dash is ``-``, ``&`` is ``and``.
        spaced: Whether a space stands before it.
    """

    text: str
    key: str
    spaced: bool

    @property
    def is_break(self) -> bool:
        """Tell whether the token stands for a line break."""
        return self.text == LINE_BREAK


def tokenise(text: str) -> list[Token]:
    r"""Cut a text into words and marks; a line break between two words becomes ``;``.

    ``"Adults' & Children's\nCo-ordinator"`` has the keys ``adults and childrens ; coordinator``.
    """
    tokens: list[Token] = []
    for line in text[:MAX_NAME_CHARS].splitlines():
        words = _line_tokens(clean(line))
        if words and tokens:
            tokens.append(Token(LINE_BREAK, ";", spaced=False))
        tokens.extend(words)
    return tokens


@lru_cache(maxsize=65_536)
def name_key(text: str) -> str:
    """Give the form in which two printings of a name are equal.

    ``"Women’s Aid"``, ``"Womens Aid"`` and ``"WOMEN'S AID"`` all give ``"womens aid"``.
    """
    if text.isascii() and text.isalpha():
        return text.lower()  # half of all names: one plain word
    return " ".join(token.key for token in tokenise(text))


def printed(tokens: Iterable[Token]) -> str:
    """Put tokens together again as they were printed."""
    return "".join(f" {t.text}" if t.spaced else t.text for t in tokens).strip()


def _line_tokens(line: str) -> list[Token]:
    if "." in line:
        line = _DOTTED.sub(lambda found: found[0].replace(".", ""), line)
        line = _SHORT.sub(r"\1", line)
    line = _ACTING.sub("", line) if "/" in line else line
    line = _RAINBOW.sub(r"\1", line) if "+" in line else line
    line = _PLURAL.sub("", line) if "(" in line else line
    line = _JOINED.sub(r"\1", line.replace("’", "'").replace("‘", "'").replace("`", "'"))
    line = _OWNED.sub(r"\1", line) if "'s" in line else line
    tokens: list[Token] = []
    spaced = False
    for text in _TOKEN.findall(line):
        if key := _key(text):
            tokens.append(Token(text, key, spaced))
        spaced = text.isspace()
    return tokens


@lru_cache(maxsize=65_536)
def _key(text: str) -> str:
    """Fold one word or mark; white space and a stray apostrophe fold to nothing."""
    folded = fold(text)
    if len(folded) == 1:
        return {"&": "and", "'": ""}.get(folded, _DASHES.get(folded, folded))
    return folded.replace("'", "").removeprefix("-")
