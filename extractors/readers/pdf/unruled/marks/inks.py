"""The ink of a page's text, which sets nothing apart: many publishers print it in a dark blue.

Knows words and their colours; knows nothing of lines or tables.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractors.readers.pdf.record import BLACK, Word, is_black, is_light

MOST = 0.5  # share of a page's letters in one ink: its text's; heads and banners hold 5 to 30 %
PALE_FROM = 0x90  # of 255 in every channel: such an ink is that of notes, or stands on a dark page


def with_black_text(words: Sequence[Word], page: Sequence[Word]) -> Sequence[Word]:
    """The words, those in the ink of their page's text as black ones.

    Args:
        words: Some of the page's.
        page: All of them, which tell its ink: ``"#1d3557"`` where most letters have it.
    """
    if all(is_black(ink) for ink in {word.style.colour for word in page}):
        return words
    letters: Counter[str] = Counter()
    for word in page:
        letters[word.style.colour] += len(word.text)
    ink, most = letters.most_common(1)[0] if letters else (BLACK, 0)
    if is_black(ink) or is_light(ink, PALE_FROM) or most <= MOST * letters.total():
        return words
    styles = {word.style for word in words if word.style.colour == ink}
    black = {style: replace(style, colour=BLACK) for style in styles}
    return [
        word._replace(style=black[word.style]) if word.style.colour == ink else word
        for word in words
    ]
