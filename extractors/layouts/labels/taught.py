"""What the labels of a document mean, told by the values that it prints with them again and again.

No list holds "To be kept by" or knows "Promise lead" for sure; where forms print them among labels
that are known, days beside the one say when, and names beside the other who. Knows blocks and
known labels; knows nothing of formats.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.blocks import Block, Cell, Heading, Paragraph, Table, tables_of
from extractors.columns.claims import NOT_FIELDS
from extractors.columns.contents import MAX_LEAD_WORDS, is_date, is_ref, is_status, profile
from extractors.columns.folding import fold_heading, fold_words
from extractors.columns.headings import JOINING, MAX_COMPOUND_WORDS, HeadingLine, Meaning
from extractors.columns.suited import ACTION_WORDS, ALMOST_ALL, FEW_WORDS, MOST
from extractors.grid import Grid, filled_paragraphs, grid_of, text_of
from extractors.layouts.labels.cards import is_sure, label_of
from extractors.layouts.labels.prose_labels import COLON_RE, DASH_RE
from extractors.rows import STATES, WHEN, WHO
from extractors.sections import section_from

AGAIN = 3  # times that a label is printed; two rows of a table may begin alike by chance
OFTEN = 0.4  # share of the times of the label printed most often; forms leave out empty fields
MAX_WORDS = 6  # of a label; "How to be sure of progress"
NEAR = 3  # labels between a label and one that is known
MAX_LETTERS = 60  # of a label
MIN_KNOWN = 2  # fields of known labels in a column of labels; rows of labels in a form
LABELS = 0.3  # share of a column's cells that are known labels, where it holds labels
SOME = 0.3  # share of values beside a label which asks who that look like no names
MAX_STRIP_ROWS = 3  # of a form with one row of labels above one of values, below a title
BARS_RE = re.compile(r"\s*[|·•]\s*|;\s+(?=[A-Z])")  # between labels in one line
MAX_ROWS = 1_000  # of a table of forms; a longer one is a register with a row for each
DAYS = 0.75  # share of values that say when; others are "Already started", "As they arise"
ONCE = STATES | {"lead"}  # fields that one label of a form names
DATED = "dated"  # stands for the field of a label beside days, which others of its form settle
PAST_RE = re.compile(r"\b[a-z]{3,}ed\b(?!.*\bby$)", re.IGNORECASE)  # "Adopted", not "Wanted by"
RANK = 3  # of a label that its values tell: one that is known has the better claim

Said = tuple[str, str]
"""A label with one of its values."""


def taught_labels(blocks: Sequence[Block]) -> dict[str, HeadingLine]:
    """What the labels that ``headings.csv`` does not know for sure mean in one document, folded.

    ``{"tobekeptby": HeadingLine("To be kept by", "due", ...)}``; empty for most documents.
    """
    values: dict[str, list[str]] = defaultdict(list)
    printed: dict[str, str] = {}
    for run in _runs(blocks):
        known = [place for place, (label, _) in enumerate(run) if _field(label)]
        for place, (label, value) in enumerate(run):
            if any(place != other and abs(place - other) <= NEAR for other in known):
                key = fold_heading(label)
                printed.setdefault(key, label)
                values[key].append(value)
    least = max(
        AGAIN, OFTEN * max((len(v) for k, v in values.items() if _field(printed[k])), default=0)
    )
    again = {key: label for key, label in printed.items() if len(values[key]) >= least}
    told = {key: name for key, label in again.items() if (name := _told(label, values[key]))}
    told = _settled(told, {key: _field(label) for key, label in again.items()})
    return {key: _line(again[key], name) for key, name in told.items()}


def _line(label: str, name: str) -> HeadingLine:
    """The line of a label that tells a field, as good a claim to it as the words known in it."""
    meaning = label_of(label)
    if meaning is not None and meaning.line.field == name:
        return replace(meaning.line, heading=label)
    return HeadingLine(label, name, RANK, "", False)


def _settled(told: dict[str, str], fields: dict[str, str]) -> dict[str, str]:
    """The fields of labels; of those that days alone tell the last is the end, the first the start.

    Beside a label that is known for the end, ``fields``, only one that stands before it is a start.
    A state or a lead beside a label that is known for it, or beside another, is none that counts:
    "Who helps" beside "Who leads".
    """
    dated = [key for key, name in told.items() if name == DATED]
    known = set(fields.values())
    sure = {name for key, name in fields.items() if key not in told}
    times = Counter([*told.values(), *sure])
    settled = {
        key: name
        for key, name in told.items()
        if name != DATED and (name not in ONCE or times[name] == 1)
    }
    ended = "due" in known
    if dated and not ended:
        settled[dated[-1]] = "due"
    order = list(fields)
    first = order.index(next(key for key in order if fields[key] == "due")) if ended else len(order)
    free = [key for key in dated if fields[key] != "measures"]  # a target is no start
    before = [key for key in free if order.index(key) < first]
    if "start" not in known and len(dated) == 2 - ended and len(before) == len(dated):
        settled[dated[0]] = "start"
    return settled


def _told(label: str, values: Sequence[str]) -> str:
    """The field that the values of a label tell; "" where they tell none, or it is known."""
    meaning, seen = label_of(label), profile(values)
    dated = seen.dates >= DAYS and seen.statuses < MOST
    if meaning is not None:
        name = meaning.line.field
        if name == "against" and seen.statuses >= ALMOST_ALL:
            return "status"  # "Position" above "Delayed"
        if name == "measures" and dated and seen.words <= FEW_WORDS:
            return DATED  # "Target" beside "March 2027"; "Fewer calls within a year" is a measure
        told = not meaning.sure and _says(label, meaning) and _fits(name, values)
        return name if told else ""
    if dated:
        return "" if PAST_RE.search(label) else DATED
    if seen.statuses >= ALMOST_ALL:
        return "rag" if seen.colours >= ALMOST_ALL else "status"
    return ""


def _says(label: str, meaning: Meaning) -> bool:
    """Whether the words by which a label is known begin or end it: "Promise lead".

    One for who is short, and joins nothing: "Support for carers" names an aim; but "Who leads on
    this" asks.
    """
    words, own = fold_words(label), fold_words(meaning.line.heading)
    short = len(words) <= MAX_COMPOUND_WORDS and JOINING.isdisjoint(words)
    short = short or words[:1] == ("who",)
    ends = own in (words[: len(own)], words[-len(own) :])
    return ends and (short or meaning.line.field not in WHO)


def _fits(name: str, values: Sequence[str]) -> bool:
    """Whether values are such as the field holds that a label is known for by its words."""
    seen = profile(values)
    if name in WHO:
        other = seen.dates + seen.numbers + seen.statuses + seen.promises
        return seen.words <= MAX_LEAD_WORDS and other < SOME
    if name in WHEN:
        return seen.dates >= MOST
    if name == "activity":
        return seen.promises >= MOST and seen.words >= ACTION_WORDS
    if name in ("measures", "objective"):
        return max(seen.dates, seen.statuses, seen.numbers) < MOST and seen.words > 1
    return name in ("status", "rag") and seen.statuses >= MOST and seen.words <= FEW_WORDS


def _field(label: str) -> str:
    """The field that a label is known for, surely or by its words; "" for none."""
    meaning = label_of(label)
    return "" if meaning is None or meaning.line.field in NOT_FIELDS else meaning.line.field


def _may_be_label(text: str) -> bool:
    """Whether a few words may be a label: no value that says who, when or how far."""
    words = text.split() if len(text) <= MAX_LETTERS else []
    if not 0 < len(words) <= MAX_WORDS or not words[0][0].isupper():
        return False
    if any(map(str.isdigit, text)) or is_status(text) or is_ref(text):
        return False
    return section_from(text).kind == "group" and not (len(words) == 1 and is_date(text))


def _runs(blocks: Sequence[Block]) -> Iterator[list[Said]]:
    """Labels with their values as they follow one another: in the body, and in each table."""
    yield list(_in_lines([b for b in blocks if not isinstance(b, Table)]))
    for table in tables_of(blocks):
        yield from _in_table(table)


def _in_lines(lines: Sequence[Heading | Paragraph]) -> Iterator[Said]:
    """Labels that begin a line, or part of it, and those that stand alone above their value."""
    for line, after in zip(lines, (*lines[1:], None), strict=False):
        if isinstance(line, Paragraph):
            yield from _in_line(line)
        if not isinstance(after, Paragraph) or after.bold:
            continue
        lone = isinstance(line, Heading) or line.bold
        lone = lone or (line.text.endswith(":") and after.marker is None)
        if lone and _may_be_label(label := _bare(line)):
            yield label, after.text


def _in_line(line: Paragraph) -> Iterator[Said]:
    lead = line.lead_in or ""
    if lead and _may_be_label(lead.rstrip(": ")):
        yield lead.rstrip(": "), BARS_RE.split(line.text[len(lead) :].lstrip(" :–—-"))[0]
    for part in BARS_RE.split(line.text)[bool(lead) :]:
        found = COLON_RE.match(part) or DASH_RE.match(part)
        if found and _may_be_label(found["label"]):
            yield found["label"], part[found.end() :]


def _bare(line: Heading | Paragraph) -> str:
    return line.text.strip().rstrip(": ")


def _in_table(table: Table) -> Iterator[list[Said]]:
    if table.row_count > MAX_ROWS:
        return
    grid = grid_of(table)
    yield [*_beside(grid), *(_above(grid) if table.column_count > 1 else _stacked(table))]
    cells = [_first_set_apart(cell) for cell in table.cells if len(cell.paragraphs) > 1]
    yield [said for lines in cells for said in _in_lines(lines)]
    for nested in (nested for cell in table.cells for nested in cell.nested):
        yield from _in_table(nested)


def _beside(grid: Grid) -> Iterator[Said]:
    """The labels of a form, each with the values right of it."""
    columns = _label_columns(grid.table)
    for row in range(grid.table.row_count):
        label = None
        cells = grid.filled(row)
        for cell in cells:
            if cell.column in columns:
                label = _plain(cell) if _may_be_label(_plain(cell)) else None
            elif label is not None:
                yield label, text_of(cell)
        wide = len(cells) == 2 and cells[1].column_span > 1 == cells[0].column_span
        if wide and not columns and _may_be_label(_plain(cells[0])):
            yield _plain(cells[0]), text_of(cells[1])


def _label_columns(table: Table) -> set[int]:
    """The columns that hold labels: many cells are known ones, of several fields in one of them.

    Of pairs beside one another those that are set as the first do, known or not.
    """
    known: dict[int, Counter[str]] = defaultdict(Counter)
    sure: Counter[int] = Counter()
    for cell in table.cells:
        if cell.text and cell.column_span < table.column_count:
            label = _plain(cell) if len(cell.text) <= MAX_LETTERS else ""
            known[cell.column][_field(label)] += 1
            sure[cell.column] += is_sure(label)
    found = {column for column, names in known.items() if sure[column] >= LABELS * names.total()}
    told = any(len(set(known[column]) - {""}) >= MIN_KNOWN for column in found)
    found |= _set_alike(table, found)
    return found if told and not any(column + 1 in found for column in found) else set()


def _set_alike(table: Table, found: set[int]) -> set[int]:
    """Every other column, where it looks as the first of labels does and the one between not."""
    looks: dict[int, set[tuple[str | None, bool, bool]]] = defaultdict(set)
    for cell in table.cells:
        if cell.text and cell.column_span == 1:
            looks[cell.column].add((cell.fill, cell.bold, cell.text.endswith(":")))
    own = looks[0] - looks[1] if 0 in found else set()
    return {at for at in range(0, table.column_count, 2) if looks[at] and looks[at] <= own}


def _above(grid: Grid) -> Iterator[Said]:
    """The labels of a form with the values below them, in rows that hold known labels."""
    rows = [row for row in range(grid.table.row_count - 1) if _heads(grid, row)]
    if len(rows) < MIN_KNOWN and grid.table.row_count > MAX_STRIP_ROWS:
        return
    for row in rows:
        for label in grid.own(row):
            below = grid.at(row + 1, label.column)
            if below is not None and below.row == row + 1:
                yield _plain(label), text_of(below)


def _stacked(table: Table) -> Iterator[Said]:
    """The labels of a form of one column, set on a background, with the values below them."""
    for label, value in pairwise(cell for cell in table.cells if text_of(cell)):
        if label.fill is not None and value.fill is None and _may_be_label(_plain(label)):
            yield _plain(label), text_of(value)


def _heads(grid: Grid, row: int) -> bool:
    """Whether a row holds labels alone, most of which are known."""
    texts = [_plain(cell) for cell in grid.own(row) if text_of(cell)]
    known = {_field(text) for text in texts} - {""}
    return all(map(_may_be_label, texts)) and len(known) > 1 and len(known) >= MOST * len(texts)


def _plain(cell: Cell) -> str:
    return text_of(cell).strip().rstrip(": ")


def _first_set_apart(cell: Cell) -> list[Paragraph]:
    """The paragraphs of a cell, of which the first may be a label that nothing marks."""
    first, *rest = filled_paragraphs([cell]) or [Paragraph("")]
    return [replace(first, bold=True), *rest]
