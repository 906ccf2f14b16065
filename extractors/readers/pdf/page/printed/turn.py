"""Pages whose text stands sideways: a landscape table on a portrait page.

Knows page records and blocks; turns the record so that its text reads across, and the places of
what was read back to where they stand on the page as displayed.
"""

from collections import Counter
from dataclasses import replace

from extractors.blocks import Box, Cell, Paragraph, Place, Table
from extractors.readers.pdf.record import Fill, Frame, PageLink, PageRecord, Rule, Word

TURNED_SHARE = 0.8  # of a page's letters that stand alike before the page is turned


def main_turn(record: PageRecord) -> int:
    """How most letters of a page stand, in degrees clockwise; 0 where no turn prevails."""
    if not any([word.turn for word in record.words]):  # a list: twice as fast as a generator
        return 0
    letters: Counter[int] = Counter()
    for word in record.words:
        letters[word.turn] += len(word.text)
    turn, count = letters.most_common(1)[0]
    return turn if count >= TURNED_SHARE * sum(letters.values()) else 0


def turned_record(record: PageRecord, turn: int) -> PageRecord:
    """The page as one sees it who turns it so that most of its text reads across."""
    width, height = record.width, record.height

    def frame(x0: float, top: float, x1: float, bottom: float) -> Frame:
        return _upright(Frame(x0, top, x1, bottom), turn, width, height)

    sideways = turn != 180
    rules = [
        (axis, Rule(*_turned_rule(rule, axis, turn, width, height), rule.fill))
        for axis, found in (("across", record.across), ("down", record.down))
        for rule in found
    ]
    return replace(
        record,
        width=height if sideways else width,
        height=width if sideways else height,
        words=tuple(_word(word, turn, width, height) for word in record.words),
        across=tuple(rule for axis, rule in rules if (axis == "across") != sideways),
        down=tuple(rule for axis, rule in rules if (axis == "down") != sideways),
        fills=tuple(Fill(*frame(*fill[:4]), fill.colour, fill.shape) for fill in record.fills),
        pictures=tuple(frame(*picture) for picture in record.pictures),
        dots=tuple(Fill(*frame(*dot[:4]), dot.colour, True) for dot in record.dots),
        struck=tuple(frame(*mark) for mark in record.struck),
        links=tuple(PageLink(frame(*link.frame), link.address) for link in record.links),
        unseen=tuple(_word(word, turn, width, height) for word in record.unseen),
        unsure=tuple(frame(*box) for box in record.unsure),
    )


def _upright(frame: Frame, turn: int, width: float, height: float) -> Frame:
    x0, top, x1, bottom = frame
    if turn == 270:  # read from the bottom up: turn the page clockwise
        return Frame(height - bottom, x0, height - top, x1)
    if turn == 90:
        return Frame(top, width - x1, bottom, width - x0)
    return Frame(width - x1, height - bottom, width - x0, height - top)


def _turned_rule(
    rule: Rule, axis: str, turn: int, width: float, height: float
) -> tuple[float, float, float]:
    flat = axis == "across"
    frame = rule.frame if flat else Frame(rule.at, rule.start, rule.at, rule.end)
    x0, top, x1, bottom = _upright(frame, turn, width, height)
    return (top, x0, x1) if flat == (turn == 180) else (x0, top, bottom)


def _word(word: Word, turn: int, width: float, height: float) -> Word:
    x0, top, x1, bottom = _upright(
        Frame(word.x0, word.top, word.x1, word.bottom), turn, width, height
    )
    base = word.base
    if word.turn == turn:
        base = {270: base, 90: width - base, 180: height - base}[turn]
    elif turn != 180:
        base = x0
    return word._replace(
        x0=x0, top=top, x1=x1, bottom=bottom, base=base, turn=(word.turn - turn) % 360
    )


def turned_paragraph(paragraph: Paragraph, turn: int, width: float, height: float) -> Paragraph:
    """A paragraph read on a turned page, with its place on the page as displayed.

    ``width`` and ``height`` are those of the page as displayed, in points.
    """
    return replace(paragraph, place=_place(paragraph.place, turn, width, height))


def turned_table(table: Table, turn: int, width: float, height: float) -> Table:
    """The same for a table and all that it holds; its ``edges`` stay those of the turned page."""
    cells = tuple(_cell(cell, turn, width, height) for cell in table.cells)
    return replace(table, cells=cells, place=_place(table.place, turn, width, height))


def _cell(cell: Cell, turn: int, width: float, height: float) -> Cell:
    return replace(
        cell,
        paragraphs=tuple(
            turned_paragraph(paragraph, turn, width, height) for paragraph in cell.paragraphs
        ),
        nested=tuple(turned_table(inner, turn, width, height) for inner in cell.nested),
        place=_place(cell.place, turn, width, height),
    )


def _place(place: Place, turn: int, width: float, height: float) -> Place:
    return Place(tuple(_box(box, turn, width, height) for box in place.boxes))


def _box(box: Box, turn: int, width: float, height: float) -> Box:
    if turn == 270:
        return Box(box.page, box.top, height - box.x1, box.bottom, height - box.x0)
    if turn == 90:
        return Box(box.page, width - box.bottom, box.x0, width - box.top, box.x1)
    return Box(box.page, width - box.x1, height - box.bottom, width - box.x0, height - box.top)
