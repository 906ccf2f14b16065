"""Labels with their dates behind a name in one cell of a form: "Vale  Start May 2026  End 2027".

A form may print three labels in one row, of which only the first is in a cell of its own. The
others are put into rows of their own, so that everything after sees an ordinary form. Knows tables
and labels; knows nothing of formats.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.blocks import Cell, Paragraph, Table
from extractors.columns.contents import is_date
from extractors.columns.folding import fold_heading
from extractors.columns.headings import load_headings
from extractors.grid import Grid, filled_paragraphs, text_of
from extractors.layouts.labels.cards import label_of
from extractors.layouts.plain.paired import FORM_COLUMNS, MAX_ROWS, Pair, form_of
from extractors.rows import WHEN, WHO

MAX_COLUMNS = 4  # a label, a name, and two labels with their dates, in a cell each
MAX_LABEL = 3  # words of a label that nothing parts from its date: "Target end date"
MAX_DATE = 5  # words behind it: "Ongoing until 31 March 2027"


def part_dates(grid: Grid) -> Table:
    """The form with such dates in rows of their own; the same table where there are none."""
    table = grid.table
    if not FORM_COLUMNS <= table.column_count <= MAX_COLUMNS or table.row_count > MAX_ROWS:
        return table
    rows = [grid.filled(row) for row in range(table.row_count)]
    parted = [list(_parted(cells)) for cells in rows]
    beside = [len(cells) for cells, own in zip(rows, parted, strict=True) if not own]
    if not any(parted) or max(beside, default=0) > FORM_COLUMNS:
        return table
    pairs: list[Pair] = []
    for cells, own in zip(rows, parted, strict=True):
        whole = [(cells[0], cells[1] if len(cells) > 1 else None)] if cells else []
        pairs += own or whole
    return form_of(pairs, table)


def _parted(cells: Sequence[Cell]) -> Iterator[Pair]:
    """A label with its value, and the labels behind that with their dates; nothing without any."""
    meaning = label_of(text_of(cells[0])) if len(cells) >= FORM_COLUMNS else None
    if meaning is None or not meaning.sure or meaning.line.field not in WHO:
        return
    label, value, *_ = cells
    words = " ".join(one.text for one in filled_paragraphs(cells[1:])).split()
    marks = list(_marks(words))
    if {name for _, _, name in marks} != WHEN or len(marks) > len(WHEN):
        return
    ends = [*(start for start, _, _ in marks[1:]), len(words)]
    dates = [" ".join(words[at:end]) for (_, at, _), end in zip(marks, ends, strict=True)]
    if not all(is_date(one) and len(one.split()) <= MAX_DATE for one in dates):
        return
    yield label, _said(value, " ".join(words[: marks[0][0]]))
    for (start, at, _), date in zip(marks, dates, strict=True):
        yield _said(label, " ".join(words[start:at])), _said(value, date)


def _marks(words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Where labels of dates stand behind the first word, where their dates do, and their fields."""
    known = load_headings().whole
    start = 1
    while start < len(words):
        found = None
        if words[start][:1].isupper():
            ends = range(min(start + MAX_LABEL, len(words) - 1), start, -1)
            lines = ((end, known.get(fold_heading(" ".join(words[start:end])))) for end in ends)
            found = next(((end, line.field) for end, line in lines if line is not None), None)
        if found is not None and found[1] in WHEN:
            yield start, *found
            start = found[0]
        else:
            start += 1


def _said(like: Cell, text: str) -> Cell:
    """A cell that says one text, in all else like another."""
    first = filled_paragraphs([like])[0]
    return replace(like, paragraphs=(Paragraph(text, bold=first.bold, place=first.place),))
