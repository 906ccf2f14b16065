"""What a reader of a page sees: words with ink on paper, and scans.

Knows one page record; knows nothing of lines, tables or paragraphs.
"""

from collections.abc import Iterator, Sequence

from extractors.blocks import Problem
from extractors.readers.pdf.page.printed.overprints import without_copies
from extractors.readers.pdf.record import (
    Fill,
    PageRecord,
    Word,
    inside,
    is_light,
)
from extractors.readers.symbols import PRIVATE_RE, glyphs

SCAN_SHARE = 0.5  # of the page that pictures cover before it may be a scan
CONTROLS = frozenset(map(chr, range(0x80, 0xA0)))
SCAN_LETTERS = 25  # letters on a scanned page that are stamps and page numbers, no text layer


def seen_words(record: PageRecord) -> tuple[list[Word], list[Problem]]:
    """The words that a reader of the page sees, and a problem for those that are hidden."""
    words = list(record.words)
    if record.unseen and _picture_share(record) >= SCAN_SHARE and not _letters(words):
        return [*words, *record.unseen], []  # the text layer under a scan
    width, height = 2 * record.width, 2 * record.height
    seen = [w for w in words if 0 <= w.x0 + w.x1 <= width and 0 <= w.top + w.bottom <= height]
    light = {colour for colour in {word.style.colour for word in words} if is_light(colour)}
    if light:
        seen = [w for w in seen if w.style.colour not in light or _on_colour(w, record)]
    hidden = [*record.unseen, *(_others(words, seen) if len(seen) < len(words) else ())]
    seen = without_copies(seen)
    if not any(letter.isalnum() for word in hidden for letter in word.text):
        return seen, []
    text = " ".join(word.text for word in hidden)
    message = f"page {record.number}: hidden text was left out: {text[:200]}"
    return seen, [Problem("read", "hidden_text", "notice", message, record.number)]


def _others(words: Sequence[Word], seen: Sequence[Word]) -> Iterator[Word]:
    """The words that are not among those seen."""
    shown = set(map(id, seen))
    return (word for word in words if id(word) not in shown)


def with_signs(words: Sequence[Word]) -> list[Word]:
    """The words with signs of Symbol and Wingdings as they look: ``"\uf0b7"`` is a bullet.

    So is a control character that stands alone: its font names no characters.
    """
    if "".join([word.text for word in words]).isascii():
        return list(words)
    return [
        word._replace(text="•" if word.text in CONTROLS else glyphs(word.text))
        if word.text in CONTROLS or PRIVATE_RE.search(word.text)
        else word
        for word in words
    ]


def _on_colour(word: Word, record: PageRecord) -> bool:
    """Whether something darker than paper lies behind a word."""
    x, y = word.middle_x, word.middle_y
    behind: Fill | None = None
    for fill in record.fills:
        if inside(x, y, fill[:4]):
            behind = fill
    if behind is not None and (behind.shape or not is_light(behind.colour)):
        return True
    return any(inside(x, y, picture) for picture in record.pictures) or any(
        rule.start <= x <= rule.end and abs(rule.at - y) < 3 for rule in record.across
    )


def _letters(words: Sequence[Word]) -> int:
    return sum([len(word.text) for word in words])


def _picture_share(record: PageRecord) -> float:
    area = sum((p.x1 - p.x0) * (p.bottom - p.top) for p in record.pictures)
    return area / max(record.width * record.height, 1.0)


def is_scan(record: PageRecord) -> bool:
    """A picture without ink letters; a text layer under it knows no rules and may be poor."""
    return _picture_share(record) >= SCAN_SHARE and _letters(record.words) <= SCAN_LETTERS
