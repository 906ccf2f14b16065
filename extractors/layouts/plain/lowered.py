"""Rows across a table that print an action above headings that say only who and when.

``Action 1.1: Review the rota`` across, or ``1.1 | Review the rota``, below it ``Lead | Deadline |
Status``, below that one row of values, and again for the next action. In place of the title ``Ref |
Action`` may stand above one row of values, as who and when do. Below these may stand other heads
with theirs, and rows that carry a label: ``Measures: visits counted``. The title and what such rows
say are put into columns beside the values. Knows tables and headings; nothing of formats.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from extractors.blocks import Cell, Paragraph, Table
from extractors.columns.contents import is_promise, is_ref
from extractors.columns.folding import fold_heading
from extractors.columns.headings import VAGUE_RANK, read_heading
from extractors.columns.heads import heading_rows
from extractors.columns.near_heads import is_told_head
from extractors.columns.refs import COUNTS_RE, Numbered, number_in, split_title
from extractors.columns.suited import ACTION_WORDS
from extractors.grid import Grid, filled_paragraphs, text_of
from extractors.layouts.labels.cards import Line, is_sure, is_vague, label_of
from extractors.layouts.labels.form_refs import bare_ref, own_ref
from extractors.layouts.labels.labelled_cells import marked, part_cell
from extractors.layouts.labels.prose_labels import field_of
from extractors.layouts.labels.row_labels import LIFTED, RowLabel, row_label
from extractors.layouts.plain.lifted import widened
from extractors.rows import AIMS, WHEN, WHO, WHO_AND_WHEN
from extractors.sections import section_from

MAX_CUT = 2  # rows of a card that a page break cut: its title and heads, or its heads and values
ABOVE = LIFTED | {"ignore", "objective"}  # fields of labels across that stand above their value
REF, ACTION, NAME = "Ref", "Action", "Title"  # heads of the columns that titles are put into


@dataclass(frozen=True, slots=True)
class _Titled:
    """One action: the cells of its title, its heading rows, the row of its values, the labels with
    their values below it, and its last row. Without a title its first heads name the action, and
    ``ref`` is the cell of them that counts it: "Action 1.2".
    """

    title: tuple[Cell, ...]
    heads: tuple[int, ...]
    values: int
    more: tuple[RowLabel, ...]
    last: int
    ref: Cell | None = None

    @property
    def beside(self) -> dict[str, Cell]:
        """What is put beside its values, by the headings of the columns."""
        said: dict[str, Cell] = {}
        if self.title:
            split = _split(self.title)
            said[REF] = replace(self.title[0], paragraphs=(Paragraph(split.ref or ""),))
            said[ACTION] = replace(self.title[-1], paragraphs=split.paragraphs)
            if _names(self.title[:-1]):
                said[NAME] = replace(self.title[0], paragraphs=_split(self.title[:1]).paragraphs)
        elif self.ref is not None:
            number = number_in(text_of(self.ref)) or ""
            said[REF] = replace(self.ref, paragraphs=(Paragraph(number),))
        for one in self.more:
            said[one.label] = replace(one.cells[-1], paragraphs=one.value)
        return said


def lower_titles(grid: Grid) -> Table:
    """The table with its titles as columns; the same table where it is not made of such cards."""
    cards = list(_cards(grid))
    if not cards:
        return grid.table
    table = grid.table
    lowered = [cell for card in cards for cell in card.title]
    lowered += [cell for card in cards for one in card.more for cell in one.cells]
    gone = set(map(id, lowered))
    cells = [cell for cell in table.cells if id(cell) not in gone]
    columns = _columns(table, cards)
    for card in cards:
        for head, cell in card.beside.items():
            column = columns[fold_heading(head)]
            heading = (Paragraph(head, bold=True),)
            cells.append(Cell(card.heads[0], column, heading, len(card.heads)))
            cells.append(replace(cell, row=card.values, column=column, column_span=1, row_span=1))
    return widened(table, cells, len(columns))


def _columns(table: Table, cards: Iterable[_Titled]) -> dict[str, int]:
    """The column that each added heading gets, behind those of the table."""
    heads = dict.fromkeys(fold_heading(head) for card in cards for head in card.beside)
    return {head: column for column, head in enumerate(heads, table.column_count)}


def _cards(grid: Grid) -> Iterator[_Titled]:
    """The cards that a table is made of; nothing where some row of it belongs to none.

    What stands above the first of several or below the last may be the rest of one that a page
    break cut.
    """
    rows = [row for row in range(grid.table.row_count) if grid.texts(row)]
    start = next((at for at in range(min(MAX_CUT, len(rows))) if _card(grid, rows[at:])), 0)
    rows = rows[start:]
    cards = []
    while rows and (card := _card(grid, rows)) is not None:
        cards.append(card)
        rows = [row for row in rows if row > card.last]
    if not (start or rows) or (len(cards) > 1 and len(rows) <= MAX_CUT):
        yield from cards


def _card(grid: Grid, rows: list[int]) -> _Titled | None:
    """The card that begins at the first of some rows; None where none does."""
    title = _title(grid, rows)
    rest = rows[len({cell.row for cell in title}) :]
    heads = heading_rows(grid, rest[0]) if title and rest else ()
    if not title and heads_tier(grid, rows[0]):
        heads = (rows[0],)
    after = [row for row in rows if heads and row > heads[-1]]
    if not after or rest[0] not in heads:
        return None
    named = {m.line.field for row in heads for t in grid.texts(row) if (m := read_heading(t))}
    above = frozenset() if title else named
    more = list(_labelled(grid, after[1:], above, _count_word(title)))
    values = grid.filled(after[0])
    filled = len(values) > 1 or (bool(values) and values[0].column_span < grid.table.column_count)
    labels = not title and bool(values) and is_sure(text_of(values[0]))  # "Lead | Vale" in a form
    below = {one.field for one in more if not _only_explains(one)}
    if not filled or labels or not _is_plan(title, named, below):
        return None
    last = max((cell.row for one in more for cell in one.cells), default=after[0])
    counted = (cell for row in heads for cell in grid.own(row) if bare_ref(text_of(cell)))
    own = next(counted, None) if "ref" not in named else None
    return _Titled(title, heads, after[0], tuple(more), last, own)


def _only_explains(one: RowLabel) -> bool:
    """Whether a label that may name the action stands above a text that promises nothing."""
    named = one.field == "activity"
    return named and is_vague(Line(one.label, read_heading(one.label), one.value, one.cells))


def _is_plan(title: Sequence[Cell], named: set[str], below: set[str]) -> bool:
    """Whether a card says what, who and when: its title, what its heads name, what is ``below``.

    Without a title a part of it stands below, and nothing there is said by the heads above.
    """
    fields = named | below
    plan = bool(fields & WHO and fields & WHEN)
    if not title:
        return plan and "activity" in named and bool(below) and "against" not in fields
    says_what = bool(fields & (AIMS | {"against"}))
    return (plan or (bool(fields & WHO_AND_WHEN) and _promises(title))) and not says_what


def _count_word(title: Sequence[Cell]) -> str | None:
    """What counts a title: "measure" of "Measure 1.1.2: Review the rota"; None where nothing."""
    text = text_of(title[-1]) if title else ""
    counted = COUNTS_RE.match(text) is not None and split_title(title).ref is not None
    return text.split()[0].casefold() if counted else None


def _labelled(
    grid: Grid, rows: Sequence[int], above: Set[str], word: str | None
) -> Iterator[RowLabel]:
    """The labels with their values of the rows right below those of a card, one a row or two.

    A label may stand in one cell with its value, beside it or above it. Fields that heads ``above``
    named begin the next card, and so does the ``word`` that counts the title, a label as well.
    """
    left = list(rows)
    while left:
        row, *left = left
        again = word is not None and _count_word(_title(grid, [row, *left])) == word
        if again or _is_count(grid, row):
            return
        heads = len(grid.texts(row)) > 1 and heads_tier(grid, row)
        one = None if heads else row_label(grid, row) or _on_top(grid, row)
        found = [one] if one else []
        if left and (not found or not found[0].value):
            found = list(_over(grid, row, left[0], found))
            left = left[1:]
        if not found or above & {one.field for one in found}:
            return
        yield from found


def _over(grid: Grid, row: int, below: int, alone: Sequence[RowLabel]) -> Iterator[RowLabel]:
    """The heads of a row with the values right below them, or the one label across it with its."""
    if not alone and not heads_tier(grid, row):
        return
    for label in grid.filled(row):
        value = grid.at(below, label.column)
        if value is not None and value.row == below:
            meaning = read_heading(text_of(label))
            field = meaning.line.field if meaning is not None else ""
            said = tuple(filled_paragraphs([value]))
            yield RowLabel((label, value), text_of(label), field, said)


def heads_tier(grid: Grid, row: int) -> bool:
    """Whether a row of a card holds headings, or is set as such and one of them is known."""
    texts = grid.texts(row)
    told = is_told_head(grid, row) and any(map(is_sure, texts))
    heads = told or heading_rows(grid, row, again=row > 0) == (row,)
    return heads and not any(map(_runs_on, texts))


def _runs_on(text: str) -> bool:
    """Whether a cell holds two labels one behind the other: "Start Finish"."""
    words = [] if is_sure(text) else text.split()
    parts = ((words[:at], words[at:]) for at in range(1, len(words)))
    both = (tuple(map(" ".join, part)) for part in parts if part[1][0][0].isupper())
    return any(all(map(is_sure, labels)) for labels in both)


def _on_top(grid: Grid, row: int) -> RowLabel | None:
    """The label at the top of the one cell of a row, its value below it in the cell or the row."""
    cells = [cell for cell in grid.covering(row) if text_of(cell)]
    if len(cells) != 1 or not _is_whole(grid, cells):
        return None
    alone = label_of(text_of(cells[0]))
    if (
        alone is not None
        and alone.sure
        and (alone.line.field in ABOVE or alone.line.rank >= VAGUE_RANK)
    ):
        return RowLabel((cells[0],), text_of(cells[0]), alone.line.field, ())
    parted = part_cell(marked(cells[0]))
    if text_of(parted.cell) or len(parted.lines) != 1:
        return None
    (line,) = parted.lines
    field = field_of(line)
    return RowLabel((cells[0],), line.label, field, line.value) if field in LIFTED else None


def _title(grid: Grid, rows: Sequence[int]) -> tuple[Cell, ...]:
    """The cells at the top of some rows that may say an action, with a row above that counts it.

    That is "Action 1.1" across, or a name: "Action 1.1: Early help". So is a sentence below one.
    """
    own, text = _titles(grid, rows[0]), _titles(grid, rows[1]) if len(rows) > 1 else ()
    if _is_count(grid, rows[0]):
        return (*grid.own(rows[0])[:1], *text) if len(text) == 1 else ()
    said = text_of(text[0]) if own and len(text) == 1 else ""
    return (*own, *text) if (is_promise(said) if _names(own) else said.endswith(".")) else own


def _names(title: Sequence[Cell]) -> bool:
    """Whether a cell counts a name, which seems to promise in few words: "Action 2: Open doors"."""
    name, counts = split_title(title).text, [cell for cell in title if own_ref(text_of(cell))]
    return len(counts) == 1 and (len(name.split()) < ACTION_WORDS or not is_promise(name))


def _is_count(grid: Grid, row: int) -> bool:
    """Whether a row counts the card that it begins, and says nothing else: "Action 1.1"."""
    cells = grid.own(row)
    return len(cells) == 1 and _is_whole(grid, cells) and bare_ref(text_of(cells[0])) is not None


def _titles(grid: Grid, row: int) -> tuple[Cell, ...]:
    """The cells of a row that may say an action; () where it says none.

    One cell across it: "Action 4: Lighting", "New lamps for the quay"; or its reference and a text
    that goes on to the last column: "PL4" | "Safer lighting".
    """
    cells = tuple(cell for cell in grid.covering(row) if text_of(cell))
    if not cells or any(cell.row != row for cell in cells) or not _is_whole(grid, cells):
        return ()
    text = text_of(cells[-1])
    known = read_heading(text.partition(":")[0]) if ":" in text else None
    labelled = (
        known is not None and known.sure and known.line.field == "activity"
    )  # "Activity: ..."
    if (labelled or section_from(text).kind != "group") and own_ref(text) is None:
        return ()
    if len(cells) > 1:
        return cells if is_ref(text_of(cells[0])) and len(text.split()) > 1 else ()
    split = split_title(cells)
    short = split.ref is None and len(text.split()) < ACTION_WORDS  # "Housing board"
    return cells if not short or is_promise(split.text) else ()


def _promises(title: Sequence[Cell]) -> bool:
    """Whether a title says what is to be done, or counts it, whatever stands below it."""
    split, counts = split_title(title), COUNTS_RE.match(text_of(title[-1])) is not None
    return len(title) > 1 or (counts and split.ref is not None) or is_promise(split.text)


def _is_whole(grid: Grid, cells: Sequence[Cell]) -> bool:
    """Whether one cell stands across the table, or two of which the second goes to its end."""
    last, count = cells[-1], grid.table.column_count
    wide = last.column_span >= count
    return wide if len(cells) == 1 else len(cells) == 2 and last.column + last.column_span == count


def _split(title: Sequence[Cell]) -> Numbered:
    """The title apart from its reference, which may stand in a cell of its own."""
    if len(title) > 1 and (is_ref(text_of(title[0])) or _names(title[:-1])):
        return Numbered(number_in(text_of(title[0])), tuple(filled_paragraphs(title[1:])))
    return split_title(title)
