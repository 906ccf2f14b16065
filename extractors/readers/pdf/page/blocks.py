"""What one page holds, in reading order: paragraphs with their look, and tables.

Knows one page; what needs all pages (headings, running headers, words cut at line ends) is left
to ``whole.document``.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from extractors.blocks import Link, Paragraph, Problem, Table
from extractors.readers.pdf.engines.garbled import names_no_letters
from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.page.dots import drawn_bullets
from extractors.readers.pdf.page.margins import running_words
from extractors.readers.pdf.page.panels import panel_rows, row_frame
from extractors.readers.pdf.page.paragraphs import group_lines, make_paragraphs
from extractors.readers.pdf.page.regions import Region, reading_order
from extractors.readers.pdf.page.tables import Placed, make_table, place_words, turned_lines
from extractors.readers.pdf.page.turn import (
    main_turn,
    turned_paragraph,
    turned_record,
    turned_table,
)
from extractors.readers.pdf.record import (
    About,
    Fill,
    Frame,
    PageRecord,
    Rule,
    Word,
    holds,
    inside,
    is_light,
)
from extractors.readers.pdf.ruled.grids import find_grids, overlap
from extractors.readers.pdf.ruled.split import Grid
from extractors.readers.pdf.unruled.corridors import Columns
from extractors.readers.pdf.unruled.find import Unruled, find_unruled

SCAN_SHARE = 0.5  # of the page that pictures cover before it may be a scan
SCAN_LETTERS = 25  # letters on a scanned page that are stamps and page numbers, no text layer
STRIKE_SHARE = 0.7  # of a word's width that a line through it covers
STRIKE_EM = (0.12, 0.42)  # of the size above the base: where such a line runs


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph of the body with what tells a heading from the rest.

    Attributes:
        paragraph: Its text still holds the line ends.
        colour: Of most of its letters.
        lines: How many it has.
        left, right: Where the text of its column begins and may end, in points.
        turned: It is read in another direction than across the page.
    """

    paragraph: Paragraph
    colour: str
    lines: int
    left: float
    right: float
    turned: bool = False


@dataclass(frozen=True, slots=True)
class PageBlocks:
    """One page as read, before the whole document is known.

    Attributes:
        number: 1-based.
        blocks: In reading order.
        scanned: The page is a picture without text.
        garbled: Fonts of it name no letters, or the wrong ones.
        columns: Of the unruled table that ends the page; None where none does.
        opening: Lines at its top that may go on with such a table.
        rules: Heights of its rules and of the edges of its shaded rows.
    """

    number: int
    width: float
    height: float
    blocks: tuple[Text | Table, ...] = ()
    links: tuple[Link, ...] = ()
    scanned: bool = False
    garbled: bool = False
    columns: Columns | None = None
    opening: tuple[Line, ...] = ()
    rules: tuple[float, ...] = ()
    problems: tuple[Problem, ...] = ()
    about: About = field(default_factory=About)


def page_blocks(record: PageRecord, about: About, beside: Sequence[PageRecord] = ()) -> PageBlocks:
    """Read one page's record into blocks; ``beside`` are the pages before and after it."""
    turn = main_turn(record)
    if turn:
        return _turned_blocks(record, turn, about, beside)
    words, problems = _seen_words(record)
    words += drawn_bullets(record.dots, words)
    scanned = _is_scan(record)
    garbled = names_no_letters(record, words)
    if garbled or record.unread:
        problems.append(_garbled_problem(record, garbled))
    struck = _struck(words, record.across)
    grids = find_grids(record.across, record.down, record.fills, words)
    placed, rest = place_words(grids, words)
    boxes = [cell.frame for grid in grids if len(grid.xs) == 2 for cell in grid.cells]
    panels = panel_rows(record.fills, boxes, rest)
    within = [row_frame(row) for row in panels]
    free = [word for word in rest if not any(holds(row, word) for row in within)]
    unruled = _unruled(record, free, beside)
    boxes = [box for box in boxes if not any(overlap(box, one.frame) for one in unruled.grids)]
    boxes += [*within, *chain.from_iterable(panels)]
    blocks = _blocks(record, (placed, rest), unruled.grids, boxes, struck)
    return PageBlocks(
        record.number,
        record.width,
        record.height,
        tuple(blocks),
        tuple(_links(record, words)),
        scanned,
        garbled or bool(record.unread),
        unruled.columns,
        unruled.opening,
        unruled.rules,
        (*record.problems, *problems),
        about,
    )


def _unruled(record: PageRecord, words: Sequence[Word], beside: Sequence[PageRecord]) -> Unruled:
    """The tables without vertical rules, of which running headers and footers are no rows."""
    running = running_words(record, beside) if words else ()
    own = [word for word in words if word not in running] if running else words
    return find_unruled(own, record.across, record.fills)


def _turned_blocks(
    record: PageRecord, turn: int, about: About, beside: Sequence[PageRecord]
) -> PageBlocks:
    """Read a page whose text stands sideways; its places are those on the page as displayed."""
    around = [turned_record(one, turn) for one in beside]
    page = page_blocks(turned_record(record, turn), about, around)
    width, height = record.width, record.height
    blocks: list[Text | Table] = []
    for block in page.blocks:
        if isinstance(block, Table):
            blocks.append(turned_table(block, turn, width, height))
        else:
            paragraph = turned_paragraph(block.paragraph, turn, width, height)
            blocks.append(replace(block, paragraph=paragraph))
    return replace(page, width=width, height=height, blocks=tuple(blocks))


def _blocks(
    record: PageRecord,
    found: tuple[list[Placed], list[Word]],
    aligned: Sequence[Grid],
    boxes: Sequence[Frame],
    struck: frozenset[Word],
) -> list[Text | Table]:
    placed, rest = found
    if aligned:
        more, rest = place_words(aligned, rest)
        placed += more
    tables = [make_table(one, record.number, record.fills, struck) for one in placed]
    upright = [word for word in rest if word.turn == 0]
    blocks: list[Text | Table] = []
    for region in reading_order(upright, tables, boxes):
        if isinstance(region, Table):
            blocks.append(region)
        else:
            blocks += _texts(region, record.number, struck)
    for turn in (270, 90, 180):
        turned = [word for word in rest if word.turn == turn]
        blocks += _turned_texts(turned, turn, record.number)
    return blocks


def _texts(region: Region, page: int, struck: frozenset[Word]) -> list[Text]:
    groups = group_lines(region.lines, region.left, region.right)
    paragraphs = make_paragraphs(groups, page, struck, region.right)
    return [
        Text(paragraph, _colour(group.lines), len(group.lines), region.left, region.right)
        for paragraph, group in zip(paragraphs, groups, strict=True)
    ]


def _turned_texts(words: Sequence[Word], turn: int, page: int) -> list[Text]:
    lines = turned_lines(words, turn)
    if not lines:
        return []
    paragraphs = make_paragraphs(group_lines(lines, 0.0, 0.0), page)
    return [Text(paragraph, "#000000", 1, 0.0, 0.0, turned=True) for paragraph in paragraphs]


def _colour(lines: Sequence[Line]) -> str:
    letters: dict[str, int] = {}
    for line in lines:
        for word in line.words:
            letters[word.style.colour] = letters.get(word.style.colour, 0) + len(word.text)
    return max(letters, key=lambda colour: letters[colour])


def _seen_words(record: PageRecord) -> tuple[list[Word], list[Problem]]:
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


def _is_scan(record: PageRecord) -> bool:
    """A picture without ink letters; a text layer under it knows no rules and may be poor."""
    return _letters(record.words) <= SCAN_LETTERS and _picture_share(record) >= SCAN_SHARE


def _garbled_problem(record: PageRecord, whole: bool) -> Problem:
    number = record.number
    message = f"page {number}: its fonts name no letters, so its text makes no words"
    if not whole:
        count = len(record.unread)
        message = f"page {number}: {count} words left out, whose font names no letters"
    return Problem("read", "garbled", "warning", message, number)


def _struck(words: Sequence[Word], rules: Sequence[Rule]) -> frozenset[Word]:
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


def _links(record: PageRecord, words: Sequence[Word]) -> list[Link]:
    if not record.links:
        return []
    middles = [((w.x0 + w.x1) / 2, (w.top + w.bottom) / 2, w.text) for w in words]
    links = []
    for link in record.links:
        x0, top, x1, bottom = link.frame
        held = [text for x, y, text in middles if top <= y <= bottom and x0 <= x <= x1]
        links.append(Link(" ".join(held), link.address))
    return links
