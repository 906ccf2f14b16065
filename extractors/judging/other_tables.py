"""The tables of which nothing was made, so that none is left out in silence.

Statistics, budgets and risks are no plans, and a plan whose headings are not known looks like them:
whoever reads the problems of a document sees which of its tables gave nothing. Knows tables and
what else was read of the document; reads nothing.
"""

from collections.abc import Container, Iterable, Sequence

from extractors.blocks import Problem, Table
from extractors.columns.contents import opens_promise
from extractors.columns.headings import read_heading
from extractors.grid import grid_of
from extractors.judging.reports import Source, plain_words
from extractors.rows import GlossaryRow, PriorityRow

MIN_ROWS = 2  # rows with two texts side by side; a frame around a text has none
MIN_PROMISES = 3  # texts of a table of one column; a box around two sentences has fewer
MAX_NAMED = 12  # tables that the problem names; the others are counted
HEADS = 0.5  # of a first row's texts, of which more are known headings before it is quoted
MAX_HEADS = 60  # characters of a table's first row that it quotes


def other_tables(
    left: Sequence[Source], priorities: Iterable[PriorityRow], glossary: Iterable[GlossaryRow]
) -> list[Problem]:
    """One notice that names the tables of a document of which nothing was made.

    ``2 tables hold no action plan and were left out: p.4 table 1 "Year | Offences" (12 rows), ...``

    Args:
        left: Those that gave neither actions nor sections nor problems, in reading order.
        priorities: What was read; a table that prints one of them gave it.
        glossary: The same.
    """
    aims = [plain_words(row.title) for row in priorities]
    terms = {plain_words(text) for row in glossary for text in (row.term, row.acronym) if text}
    others = [one for one in left if _is_grid(one.table) and not _gave(one.table, aims, terms)]
    if not others:
        return []
    named = ", ".join(map(_named, others[:MAX_NAMED]))
    more = f" and {len(others) - MAX_NAMED} more" if len(others) > MAX_NAMED else ""
    held = "1 table holds" if len(others) == 1 else f"{len(others)} tables hold"
    was = "was" if len(others) == 1 else "were"
    message = (
        f"{held} no action plan and {was} left out: {named}{more}. Where one is a plan, "
        "add its headings to extractors/headings.csv."
    )
    return [Problem("extract", "other_tables", "notice", message, others[0].table.place.page)]


def _is_grid(table: Table) -> bool:
    """Whether a table has rows of several texts, or lists promises below one another."""
    rows = _rows_of_texts(table)
    promised = sum(opens_promise(text) for texts in rows for text in texts)
    return len(rows) >= MIN_ROWS and (len(rows[0]) > 1 or promised >= MIN_PROMISES)


def _rows_of_texts(table: Table) -> list[list[str]]:
    """The texts of each row that prints several; of each row where none does."""
    grid = grid_of(table)
    rows = [grid.texts(row) for row in range(table.row_count)]
    return [texts for texts in rows if len(texts) > 1] or [texts for texts in rows if texts]


def _gave(table: Table, aims: Sequence[str], terms: Container[str]) -> bool:
    """Whether a cell is a term of the glossary, or prints a priority, with its number or more."""
    texts = [plain_words(cell.text) for cell in table.cells]
    return any(text in terms or any(aim in text for aim in aims) for text in texts)


def _named(source: Source) -> str:
    """``p.4 table 1 "Year | Offences" (12 rows)``; a first row of values, which may be names of
    people, is not quoted: ``p.4 table 1 (12 rows)``.
    """
    first, *rows = texts = _rows_of_texts(source.table)
    if sum(read_heading(text) is not None for text in first) <= HEADS * len(first):
        return f"{source.where} ({_counted(len(texts))})"
    heads = " | ".join(first)
    quoted = heads if len(heads) <= MAX_HEADS else f"{heads[:MAX_HEADS].rstrip()}..."
    return f'{source.where} "{quoted}" ({_counted(len(rows))})'


def _counted(rows: int) -> str:
    return "1 row" if rows == 1 else f"{rows} rows"
