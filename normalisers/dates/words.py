"""Cuts a date cell into words with a meaning: months, numbers, "by", "ongoing", separators.

Knows the vocabulary (``phrases.csv``), misspelt months and digits that a scan took for letters;
does not know how the words combine.
"""

import re
from functools import cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from normalisers.phrases import all_phrases, phrases_of

# fmt: off
DATE_LISTS = (
    "month", "weekday", "season", "term", "quarter", "half", "quarter_word", "fiscal", "school",
    "year_ending", "calendar", "year_word", "year_n", "number", "unit", "within", "by", "before",
    "after", "not_before", "from", "onwards", "until", "between", "to", "and", "end", "start",
    "early", "mid", "late", "approx", "unsure", "week", "week_ending", "ongoing", "recurring",
    "each", "throughout", "review", "tbc", "none", "immediate", "lifetime", "plan", "anchor",
    "this_year", "was", "now", "label", "title", "vague", "vague_relative", "named_day",
    "named_span", "filler", "quiet", "began", "plus", "first", "status",
)
"""Lists of ``phrases.csv`` that a date cell may use; a phrase of two keeps the earlier list."""
# fmt: on

SHORTEST_MISSPELT = 6
"""Letters; shorter words lie one letter from a month by chance ("match", "jury", "marsh")."""

MARKS = {"/": "slash", "-": "dash", ",": "comma", ".": "dot", "'": "quote", "(": "open"}
MARKS |= {"[": "open", ")": "close", "]": "close", ":": "colon"}
MARKS |= {"\\": "slash", "_": "quote"}
ORDINALS = ("st", "nd", "rd", "th")

_TOKEN = re.compile(
    r"(?:[?_]{1,4}|x{1,4})[/.-](?=[?_x0-9])|[0-9]{1,2}[:.][0-9]{2}\s?[ap]m\b|t?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?"
    r"|[0-9]{1,2}\s?[ap]m\b|[0-9]+|[^\W\d_]+|->|=>|>>|<=|\S"
)
_MISREAD = re.compile(r"(?<![^\W_])(?=[oli]{0,3}[0-9])[0-9oli]{1,4}(?=[/.-][0-9oli]|$|\s)")
_LOST_DIGIT = re.compile(r"(?<![0-9])(20[0-9])[?x_](?![0-9a-z])")
_STRUCK = re.compile(r"~~[^~]*~~")
_MIXED = re.compile(r"(?<![^\W_])(?=[a-z]{0,8}[015][a-z])[a-z015]{3,9}(?![^\W_])")
_DIGITS = str.maketrans("oli", "011")


class Token(NamedTuple):
    """One word with a meaning: ``Token("month", "sept", "9", glued=False)``.

    ``kind`` is a list of ``phrases.csv``, or "num", "ordinal" (31st), "time", "word" (unknown), or
    a separator; ``glued`` says that no space stands before it.
    """

    kind: str
    text: str
    value: str = ""
    glued: bool = False


class Words(NamedTuple):
    """A cell as words, and why the cutting is less than sure (keys of ``date_reasons.COSTS``)."""

    tokens: list[Token]
    reasons: tuple[str, ...]


def read_words(folded: str) -> Words:
    """Cut a folded cell into words: ``"by sept '24"`` gives by, month 9, quote and number 24."""
    folded = _LOST_DIGIT.sub(r"\1", _STRUCK.sub(" ", folded))
    mended = _MISREAD.sub(lambda found: found[0].translate(_DIGITS), folded)
    mended = _MIXED.sub(_mend_month, mended)
    reasons: tuple[str, ...] = ("letters and digits confused",) if mended != folded else ()
    raw = _cut(mended)
    tokens: list[Token] = []
    place = 0
    while place < len(raw):
        token, taken = _next(raw, place)
        if token is not None:
            tokens.append(token)
        elif raw[place].text in phrases_of("weekday") and tokens and tokens[-1].kind == "ordinal":
            tokens[-1] = Token("word", tokens[-1].text)  # "3rd Friday of March"
        place += taken
    if any(token.kind == "month" and (token.text,) not in _lexicon() for token in tokens):
        reasons += ("month misspelt",)
    return Words(tokens, reasons)


def _mend_month(found: re.Match[str]) -> str:
    """Give the month that a scan read with digits in it: "0ctober", "ju1y"; else the same word."""
    word = found[0].translate(str.maketrans("015", "ols"))
    return word if _lexicon().get((word,), ("", ""))[0] == "month" else found[0]


def _cut(text: str) -> list[Token]:
    cut = []
    end = 0
    for found in _TOKEN.finditer(text):
        piece, value = found[0], ""
        glued = found.start() == end and end > 0
        if piece.isascii() and any(map(str.isdigit, piece)):
            kind = "num" if piece.isdigit() else "time"
        else:
            kind = MARKS.get(piece, "word" if piece[0].isalpha() else "stop")
            if len(piece) > 1 and piece[-1] in "/.-":  # "??/03/2024"
                kind, value = "damaged", "unreadable number"
        cut.append(Token(kind, piece, value, glued))
        end = found.end()
    return cut


def _next(raw: list[Token], place: int) -> tuple[Token | None, int]:
    """Give the next word with a meaning (None: one to skip) and how many pieces it takes."""
    token = raw[place]
    phrase = _phrase_at(raw, place)
    if phrase is not None:
        kind, value, taken = phrase
        if kind in ("filler", "weekday"):
            return None, taken
        text = " ".join(piece.text for piece in raw[place : place + taken])
        return Token(kind, text, value, token.glued), taken
    if token.kind == "num":
        return _number(raw, place)
    if token.kind == "word":
        return _unknown_word(raw, place)
    return token, 1


def _number(raw: list[Token], place: int) -> tuple[Token, int]:
    token = raw[place]
    after = raw[place + 1] if place + 1 < len(raw) else None
    if after is not None and len(token.text) <= 2 and after.text in ORDINALS:
        return Token("ordinal", token.text, glued=token.glued), 2
    if after is not None and after.glued and after.text[:2] in ORDINALS:
        raw[place + 1] = Token("word", after.text[2:])  # 31stMarch, printed without its space
        return Token("ordinal", token.text, glued=token.glued), 1
    return token, 1


def _unknown_word(raw: list[Token], place: int) -> tuple[Token, int]:
    word = raw[place]
    split = raw[place + 1 : place + 3]
    if split and split[0].kind == "dash" and len(split) > 1:
        split, taken = split[1:], 3
    else:
        split, taken = split[:1], 2
    if split and split[0].kind == "word" and len(word.text + split[0].text) > 4:
        joined = _lexicon().get((word.text + split[0].text,))
        if joined is not None and joined[0] == "month":
            return Token("month", word.text + split[0].text, joined[1], word.glued), taken
    month = _misspelt_month(word.text)
    return (word, 1) if month is None else (Token("month", word.text, month, word.glued), 1)


def _misspelt_month(word: str) -> str | None:
    """Give the number of the one month that a long word misspells; None where it is another word.

    A word of 6 or 7 letters may differ by one slip, a longer one by two, and begins alike.
    """
    if not SHORTEST_MISSPELT <= len(word) <= 12:
        return None
    slips = 1 if len(word) < 8 else 2
    near = {
        value
        for name, value in _month_names()
        if name[0] == word[0] and OSA.distance(name, word, score_cutoff=slips) <= slips
    }
    return near.pop() if len(near) == 1 else None


@cache
def _month_names() -> tuple[tuple[str, str], ...]:
    return tuple(
        (line.phrase, line.value)
        for line in all_phrases()
        if line.list == "month" and len(line.phrase) >= SHORTEST_MISSPELT
    )


def _phrase_at(raw: list[Token], place: int) -> tuple[str, str, int] | None:
    """Find the longest phrase that starts here: its list, its value, the pieces that it takes."""
    best: tuple[str, str, int] | None = None
    words: tuple[str, ...] = ()
    for taken in range(1, min(_longest(), len(raw) - place) + 1):
        text = raw[place + taken - 1].text
        inner = taken > 1 and text in _fillers()
        ended = (*words, text)
        words = words if inner else ended
        if words not in _beginnings():
            break
        found = _lexicon().get(ended)
        if found is not None:
            best = (*found, taken)
    return best


@cache
def _fillers() -> frozenset[str]:
    return frozenset(line.phrase for line in all_phrases() if line.list == "filler")


@cache
def _lexicon() -> dict[tuple[str, ...], tuple[str, str]]:
    """Every phrase as its words without fillers, to its list and value."""
    ranks = {name: rank for rank, name in enumerate(DATE_LISTS)}
    lines = [line for line in all_phrases() if line.list in ranks]
    lines.sort(key=lambda line: ranks[line.list], reverse=True)
    lexicon = {}
    for line in lines:
        words = [piece.text for piece in _cut(line.phrase)]
        inner = (word for word in words[1:-1] if word not in _fillers())
        kept = [words[0], *inner, *words[1:][-1:]]  # "start of" is another thing than "start"
        lexicon[tuple(kept)] = (line.list, line.value)
    return lexicon


@cache
def _beginnings() -> frozenset[tuple[str, ...]]:
    return frozenset(words[:end] for words in _lexicon() for end in range(1, len(words) + 1))


@cache
def _longest() -> int:
    return 2 * max(map(len, _lexicon()))
