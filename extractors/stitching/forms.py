"""Forms cut by a page break right above their milestones.

Knows tables and headings; knows nothing of formats.
"""

from extractors.columns.headings import Meaning, read_heading
from extractors.grid import Grid
from extractors.rows import WHEN, WHO

MIN_LABELS = 3  # fields that the labels of a form name


def heads_steps_of(form: Grid, below: Grid) -> bool:
    """Whether a page begins with "Milestone | Start date | End date", and a form ends above it."""
    heads = [meaning.line for text in below.texts(0) if (meaning := read_heading(text))]
    what = [line for line in heads if line.field == "activity"]
    fields = {line.field for line in heads}
    steps = bool(what) and all(line.yields for line in what) and not fields & WHO
    return steps and fields >= WHEN and _is_form(form)


def _is_form(grid: Grid) -> bool:
    """Whether rows of a label and its value name several fields, who leads among them."""
    rows = map(grid.texts, range(grid.table.row_count))
    known: list[Meaning | None] = [read_heading(row[0]) for row in rows if len(row) == 2]
    fields = {meaning.line.field for meaning in known if meaning is not None and meaning.sure}
    return len(fields) >= MIN_LABELS and "lead" in fields
