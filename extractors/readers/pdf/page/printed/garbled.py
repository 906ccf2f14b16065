"""Text that fonts give no letters for, or the wrong ones, told before it is taken for words.

Knows the words of a page as its fonts name them and as they are recognised from its picture. A font
without a table of characters (ToUnicode) shows letters and says "6DIHW" for "Safet"; nothing of
that may stand in a cell.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from extractors.readers.pdf.known import words_of
from extractors.readers.pdf.record import PageRecord, Word

ODD_RE = re.compile("[\ue000-\uf8ff\x01-\x08\x0b-\x1f\ufffd]")  # no letters of any language
GARBLED_SHARE = 0.2  # of a page's letters that fonts name no character for
FEW_LETTERS = 20  # on a page that holds no text to speak of
TOKEN_RE = re.compile("[a-z\u00e0-\u017e]{2,}")  # of Latin letters; the lists know no other script
MIN_TOKENS = 40  # words of two letters and more before their kind says anything; shares of pages
# with fewer fell to 0.20
# Of the words, those of common.csv or words.csv in any readable text. 360 pages of plans have 0.43
# and more, texts in eight other languages 0.10 and more; of 2,543 pages with letters exchanged or
# shifted one in 85 has 0.04 and more, one 0.08.
KNOWN_SHARE = 0.08


def names_no_letters(record: PageRecord, words: Sequence[Word]) -> bool:
    """Whether the fonts of a page name no letters, or letters that make no words."""
    text = " ".join([word.text for word in words])
    letters = len(text) - max(len(words) - 1, 0)
    odd = record.unmapped + len(ODD_RE.findall(text))
    named = text.count("(cid:") * len("(cid:12)")
    if letters + odd <= FEW_LETTERS:
        return False
    share = (odd + named) / (letters + record.unmapped)
    return share > GARBLED_SHARE or makes_no_words(text)


def makes_no_words(text: str) -> bool:
    """Whether a text of many words holds hardly any that are known: "wkh srolfh" for "the police".

    Pages of names or figures hold too few words to tell.
    """
    if " the " in text and " and " in text:
        return False  # most pages, told fast
    tokens = TOKEN_RE.findall(text.lower())
    known = sum(token in _readable() for token in tokens)
    return len(tokens) >= MIN_TOKENS and known < KNOWN_SHARE * len(tokens)


@lru_cache(maxsize=1)
def _readable() -> frozenset[str]:
    return words_of("common.csv") | words_of("words.csv")


def mended(record: PageRecord, seen: PageRecord) -> PageRecord:
    """The page with words as recognised where its fonts name no letters.

    Args:
        record: As its fonts name it; ``unread`` are the words in such fonts.
        seen: As it is recognised.

    Returns:
        ``unread`` are those in whose place no letters were recognised.
    """
    named, unread = record.words, record.unread
    if names_no_letters(record, named):
        named, unread = (), (*named, *unread)
    found: list[Word] = []
    for word in seen.words:
        x, y = word.middle_x, word.middle_y
        beside = [one for one in unread if one.top <= y <= one.bottom]
        if beside and not any(_holds(one, x, y) for one in named):
            near = min(beside, key=lambda one: max(one.x0 - x, x - one.x1))
            found.append(word._replace(style=near.style, base=near.base))
    left = tuple(word for word in unread if not _is_among(word, found))
    words = (*named, *found)
    return replace(
        record, words=words, unread=left, unmapped=0, doubts=seen.doubts, unsure=seen.unsure
    )


def _holds(word: Word, x: float, y: float) -> bool:
    """Whether the point lies in the box of a word."""
    return word.x0 <= x <= word.x1 and word.top <= y <= word.bottom


def _is_among(word: Word, found: Sequence[Word]) -> bool:
    """Whether letters were recognised where a word stands."""
    return any(
        one.x0 < word.x1 and word.x0 < one.x1 and one.top < word.bottom and word.top < one.bottom
        for one in found
    )
