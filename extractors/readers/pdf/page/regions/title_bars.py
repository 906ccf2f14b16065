"""Titles on bars of colour: a reference at their right end, and those over cards side by side.

Knows words, their look and fills; knows nothing of what the titles say.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise, takewhile
from operator import attrgetter

from extractors.readers.pdf.heights import Heights
from extractors.readers.pdf.lines import Line, join_words, make_lines, piece_gap
from extractors.readers.pdf.record import Fill, Frame, Word, holds

BAR_PT = 200.0  # points of width of a bar over a text column; the narrowest column has 220
MAX_HEIGHT_PT = 60.0  # points; a bar with one line and its padding has 18 to 45
CARD_PT = 80.0  # points of width of a bar over a card; narrower fills abreast are cells
MAX_TITLE_PT = 100.0  # points of height of a bar over a card; an action of five lines has 80
GUTTER_PT = 4.0  # points between cards; cells touch, or leave 1 to 3 for a white rule
SAME_WIDTH_PT = 2.0  # points; columns of a table are seldom of one width, cards always
MIN_LABELS = 2  # that all cards of a row print under bars with a line each
ROOM_PT = 1.0  # points by which letters may pass the edges of their card
MAX_NUMBER_WORDS = 3  # words above a bar that count its card: "Key action 4"
MAX_WORDS = 40  # words on a bar; a title has up to 30
REF_RE = re.compile(r"[A-Z]{0,3}\d{1,2}\.\d{1,2}[a-z]?|[A-Z]{1,3}-?\d{1,2}")
Texts = dict[frozenset[Frame], Mapping[Frame, list[Line]]]  # below the bars of some columns
REF_GAP_EM = 0.3  # of the size, as a blank is
NEXT_EM = 2.5  # of the size from one line of a card to the next; what follows a card is further
LARGER = 1.15  # times the size of a card's text: a line set so heads what follows


def before_their_titles(words: Sequence[Word], fills: Sequence[Fill]) -> list[Word]:
    """The words, references at the right end of a title's bar before the title: "1.2 Light it"."""
    bars = [
        Frame(*fill[:4])
        for fill in fills
        if fill.x1 - fill.x0 >= BAR_PT and fill.bottom - fill.top <= MAX_HEIGHT_PT
    ]
    if not bars:
        return list(words)
    heights = Heights(words)
    moved: dict[Word, Word] = {}
    for bar in bars:
        held = heights.within(bar)
        moved.update(_begun_with_ref(held))
    return [moved.get(word, word) for word in words] if moved else list(words)


def _begun_with_ref(held: Sequence[Word]) -> dict[Word, Word]:
    """The reference at the right end of a bar, "1.2", set before the title in the same look.

    "Y3" behind "Action" and "Lead" is the head of a column as they are.
    """
    last = max(held, key=attrgetter("x0"), default=None)
    if last is None or not REF_RE.fullmatch(last.text) or len(held) > MAX_WORDS:
        return {}
    title = make_lines([word for word in held if word is not last])
    alike = all(word.style == last.style for line in title for word in line.words)
    far = max((line.x1 for line in title), default=last.x1) + piece_gap(last.style.size)
    whole = all(len(line.pieces) == 1 for line in title)
    if not whole or not alike or not last.style.bold or last.x0 < far:
        return {}
    first = title[0].words[0]
    x1 = first.x0 - REF_GAP_EM * last.style.size
    x0 = x1 - (last.x1 - last.x0)
    top, bottom, base = first.top, first.bottom, first.base
    return {last: last._replace(x0=x0, x1=x1, top=top, bottom=bottom, base=base)}


def cards_under_bars(
    rows: Sequence[Sequence[Frame]], fills: Sequence[Fill], words: Sequence[Word]
) -> list[Frame]:
    """The cards side by side that bars with bold titles begin, each down to the foot of its text.

    ``rows`` are panels of a page, which may be such bars; what is in a row prints the same label,
    "Lead: Housing", and a card ends above the next bar of its column. Bars with a line each are
    no panels, and may be the heads of a table: two labels tell that they are not.
    """
    read: Texts = {}
    found = [card for row in rows for card in _cards(row, fills, words, read)]
    low = [row for row in _low_bars(fills) if row not in rows]
    found += [card for row in low for card in _cards(row, fills, words, read, least=MIN_LABELS)]
    return list(dict.fromkeys(found))


def _low_bars(fills: Sequence[Fill]) -> Iterator[list[Frame]]:
    """Fills of one colour and width that begin level, as bars over cards side by side do."""
    low = {
        fill
        for fill in fills
        if fill.x1 - fill.x0 >= CARD_PT and fill.bottom - fill.top <= MAX_TITLE_PT
    }
    ordered = sorted(low, key=lambda one: (*_level(one), one.x0))
    for _, level in groupby(ordered, key=_level):
        row = [Frame(*fill[:4]) for fill in level]
        gaps = [other.x0 - one.x1 for one, other in pairwise(row)]
        widths = [one.x1 - one.x0 for one in row]
        if gaps and min(gaps) >= GUTTER_PT and max(widths) - min(widths) <= SAME_WIDTH_PT:
            yield row


def _level(fill: Fill) -> tuple[int, str]:
    return round(fill.top), fill.colour


def _cards(
    row: Sequence[Frame],
    fills: Sequence[Fill],
    words: Sequence[Word],
    read: Texts,
    least: int = 1,
) -> list[Frame]:
    """The cards that a row of bars, and those like them in their columns, begin; else [].

    ``least`` is how many labels all cards of the row print; ``read`` are the texts below bars of
    rows that were asked before, to which those of this one are added.
    """
    colours = {fill.colour for fill in fills if fill[:4] in row}
    columns = {(round(bar.x0), round(bar.x1)) for bar in row}
    alike = {Frame(*fill[:4]) for fill in fills if fill.colour in colours}
    bars = frozenset([*row, *(b for b in alike if (round(b.x0), round(b.x1)) in columns)])
    if bars not in read:
        read[bars] = _texts_below(row, bars, fills, words)
    texts = read[bars]
    shared = set.intersection(*(set(map(_label, texts[bar])) for bar in row)) - {""}
    bold = (word.style.bold for bar in row for word in words if holds(bar, word))
    if len(shared) < least or not all(bold):
        return []
    cards = [bar._replace(bottom=text[-1].bottom) for bar, text in texts.items() if text]
    level = [card for card in cards if round(card.top) == round(row[0].top)]
    tops = {card: _number_above(card, words) for card in level}
    if None in tops.values():
        return cards
    return [card._replace(top=top) if (top := tops.get(card)) else card for card in cards]


def _texts_below(
    row: Sequence[Frame],
    bars: Collection[Frame],
    fills: Sequence[Fill],
    words: Sequence[Word],
) -> dict[Frame, list[Line]]:
    """The lines below each of the bars in the columns of a row."""
    gutters = [(one.x1 + ROOM_PT, other.x0 - ROOM_PT) for one, other in pairwise(row)]
    reach = [(w.top, w.x0, w.x1) for w in words] + [(one.top, one.x0, one.x1) for one in fills]
    over = [top for top, x0, x1 in reach if any(x0 < b and x1 > a for a, b in gutters)]
    return {bar: _text_below(bar, bars, over, words) for bar in bars}


def _text_below(
    bar: Frame, bars: Iterable[Frame], over: Sequence[float], words: Sequence[Word]
) -> list[Line]:
    """The lines below a bar, up to the next bar, or one that stands apart or is set larger.

    ``over`` are the tops of words and fills in the gutters beside the cards: they go across.
    """
    ends = [one.top for one in bars if round(one.x0) == round(bar.x0)]
    ends = [top for top in (*ends, *over) if top > bar.top]
    column = Frame(bar.x0, bar.bottom, bar.x1, min(ends, default=float("inf")))
    lines = make_lines([word for word in words if holds(column, word)])
    bases = [bar.bottom, *(line.base for line in lines)]
    near = zip(lines, pairwise(bases), strict=True)
    size = lines[0].size if lines else 0.0
    own = takewhile(lambda one: one[1][1] - one[1][0] <= NEXT_EM * size, near)
    return [line for line, _ in takewhile(lambda one: one[0].size <= LARGER * size, own)]


def _number_above(card: Frame, words: Sequence[Word]) -> float | None:
    """The top of the line right above a card's bar that counts it, "Project 1.1"; else None."""
    near = [word for word in words if 0 <= card.top - word.bottom <= word.style.size]
    own = [word for word in near if card.x0 <= word.x0 + ROOM_PT and word.x1 <= card.x1]
    counts = bool(own) and own[-1].text[-1:].isdigit() and len(own) <= MAX_NUMBER_WORDS
    return min(word.top for word in own) if counts else None


def _label(line: Line) -> str:
    """What a line begins with before a colon, or in bold letters: "Lead"; "" for nothing."""
    label, colon, _ = line.text.partition(":")
    return label if colon else join_words(list(takewhile(lambda w: w.style.bold, line.words)))
