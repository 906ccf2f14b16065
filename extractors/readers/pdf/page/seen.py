"""What a reader of a page sees: words with ink on paper, scans, lines through words.

Knows one page record; knows nothing of lines, tables or paragraphs.
"""

from bisect import bisect_left
from collections.abc import Sequence

from extractors.blocks import Problem
from extractors.readers.pdf.record import (
    Fill,
    PageRecord,
    Rule,
    Word,
    inside,
    is_light,
)

SCAN_SHARE = 0.5  # of the page that pictures cover before it may be a scan
SCAN_LETTERS = 25  # letters on a scanned page that are stamps and page numbers, no text layer
STRIKE_SHARE = 0.7  # of a word's width that a line through it covers
STRIKE_EM = (0.12, 0.42)  # of the size above the base: where such a line runs


def seen_words(record: PageRecord) -> tuple[list[Word], list[Problem]]:
    """The words that a reader of the page sees, and a problem for those that are hidden."""
    words = list(record.words)
    if record.unseen and _picture_share(record) >= SCAN_SHARE and not _letters(words):
        return [*words, *record.unseen], []  # the text layer under a scan
    hidden = list(record.unseen)
    seen: list[Word] = []
    width, height = record.width, record.height
    light = {colour for colour in {word.style.colour for word in words} if is_light(colour)}
    for word in words:
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        on_page = 0 <= x <= width and 0 <= y <= height
        dark = on_page and word.style.colour not in light
        (seen if dark or (on_page and _on_colour(x, y, record)) else hidden).append(word)
    seen = _once(seen)
    if not any(letter.isalnum() for word in hidden for letter in word.text):
        return seen, []
    text = " ".join(word.text for word in hidden)
    message = f"page {record.number}: hidden text was left out: {text[:200]}"
    return seen, [Problem("read", "hidden_text", "notice", message, record.number)]


def _on_colour(x: float, y: float, record: PageRecord) -> bool:
    """Whether something darker than paper lies behind a point."""
    behind: Fill | None = None
    for fill in record.fills:
        if inside(x, y, fill[:4]):
            behind = fill
    if behind is not None and (behind.shape or not is_light(behind.colour)):
        return True
    return any(inside(x, y, picture) for picture in record.pictures) or any(
        rule.start <= x <= rule.end and abs(rule.at - y) < 3 for rule in record.across
    )


def _once(words: Sequence[Word]) -> list[Word]:
    """The words without copies printed over themselves (bold made by printing twice)."""
    places: dict[tuple[str, int, int], Word] = {}
    for word in words:
        at = word.base if word.turn in (0, 180) else word.top  # letters of one turned line
        places.setdefault((word.text, round(word.x0 / 2), round(at / 2)), word)
    return list(places.values())


def _letters(words: Sequence[Word]) -> int:
    return sum([len(word.text) for word in words])


def _picture_share(record: PageRecord) -> float:
    area = sum((p.x1 - p.x0) * (p.bottom - p.top) for p in record.pictures)
    return area / max(record.width * record.height, 1.0)


def is_scan(record: PageRecord) -> bool:
    """A picture without ink letters; a text layer under it knows no rules and may be poor."""
    return _letters(record.words) <= SCAN_LETTERS and _picture_share(record) >= SCAN_SHARE


def struck_words(words: Sequence[Word], rules: Sequence[Rule]) -> frozenset[Word]:
    """The words with a line through the middle of their letters."""
    lines = sorted(rule for rule in rules if not rule.fill)
    if not lines:
        return frozenset()
    places = [rule.at for rule in lines]
    found = []
    for word in words:
        size = word.style.size
        index = bisect_left(places, word.base - STRIKE_EM[1] * size)
        stop = word.base - STRIKE_EM[0] * size
        while index < len(lines) and places[index] <= stop:
            rule = lines[index]
            covered = min(rule.end, word.x1) - max(rule.start, word.x0)
            if not word.turn and covered >= STRIKE_SHARE * (word.x1 - word.x0):
                found.append(word)
                break
            index += 1
    return frozenset(found)
