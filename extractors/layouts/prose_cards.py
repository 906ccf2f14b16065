"""Actions printed without a table: a title and, under it, lines such as "Lead: Public Health".

Knows paragraphs and headings; nothing of formats. A run of prose is no action unless its lines
say who or when under labels that ``headings.csv`` knows.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.blocks import Cell, Paragraph
from extractors.contents import is_promise
from extractors.headings import Meaning
from extractors.judging.classify import COMPANIONS, PROMISE
from extractors.layouts.cards import INLINE_RE, Card, Line, label_of
from extractors.refs import split_ref

MIN_LABELS = 2  # labelled lines under one title; a single "Lead: ..." stands in much prose


def cards_in(paragraphs: Sequence[Paragraph]) -> list[Card]:
    """The cards among the paragraphs that stand between two headings or tables."""
    cards: list[Card] = []
    before: Paragraph | None = None
    for place, paragraph in enumerate(paragraphs):
        line = _line(paragraph)
        if line is not None:
            if not cards or before is not None or _is_said(cards[-1], line):
                cards.append(Card(_title(before, line)))
            cards[-1].lines.append(line)
            before = None
        elif (
            cards
            and before is None
            and paragraph.marker
            and cards[-1].lines
            and not _begins_next(cards[-1], paragraphs, place)
        ):
            _extend(cards[-1], paragraph)
        else:
            before = paragraph
    return [card for card in cards if _is_card(card)]


def _begins_next(card: Card, paragraphs: Sequence[Paragraph], place: int) -> bool:
    """Whether a list item is the title of the next card and no item of the line above it.

    It stands above the labelled lines in the list, or a label that is said already follows it.
    """
    above = card.lines[-1].cells[0].paragraphs[0]
    if above.marker is not None and paragraphs[place].level < above.level:
        return True
    line = _line(paragraphs[place + 1]) if place + 1 < len(paragraphs) else None
    return line is not None and _is_said(card, line)


def _line(paragraph: Paragraph) -> Line | None:
    found = INLINE_RE.match(paragraph.text)
    meaning = label_of(found[1]) if found else None
    if found is None or meaning is None or not meaning.sure:
        return None
    value = (Paragraph(found[2], place=paragraph.place),) if found[2] else ()
    return Line(found[1], meaning, value, (_cell(paragraph),))


def _cell(paragraph: Paragraph) -> Cell:
    return Cell(0, 0, (paragraph,), place=paragraph.place)


def _is_said(card: Card, line: Line) -> bool:
    """Whether the card has said this label already, so that the next card begins."""
    return any(_field(known.meaning) == _field(line.meaning) for known in card.lines)


def _title(before: Paragraph | None, line: Line) -> list[Cell]:
    """The paragraph above a card's first line, without its bullet, as the card's title.

    A sentence above a line that says the action itself opens the section and names no card.
    """
    if before is None or (_field(line.meaning) == "activity" and before.text.endswith(".")):
        return []
    marker = before.marker or ""
    bullet = marker == "o" or not any(map(str.isalnum, marker))
    return [_cell(replace(before, marker=None) if bullet else before)]


def _field(meaning: Meaning | None) -> str:
    return meaning.line.field if meaning else ""


def _extend(card: Card, paragraph: Paragraph) -> None:
    last = card.lines[-1]
    cells = (*last.cells, _cell(paragraph))
    card.lines[-1] = Line(last.label, last.meaning, (*last.value, paragraph), cells)


def _is_card(card: Card) -> bool:
    fields = {_field(line.meaning) for line in card.lines if line.value}
    if len(fields & COMPANIONS) < MIN_LABELS or not fields & PROMISE or "against" in fields:
        return False
    return "activity" in fields or not card.title or _promises(card.title)


def _promises(title: Iterable[Cell]) -> bool:
    """A title that promises something or carries a reference; other prose is no action."""
    number = split_ref(list(title))
    return number.ref is not None or is_promise(number.text)
