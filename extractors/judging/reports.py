"""Problem rows about tables that were not read, or not wholly: where, what, what to do.

Knows tables and columns; knows nothing of formats.
"""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from extractors.blocks import Cell, Paragraph, Problem, Table
from extractors.columns.named import Columns
from extractors.grid import Grid, text_of
from extractors.judging.among import MISREAD
from extractors.judging.doubts import MERGED_DATES, MERGED_REFS, text_of_row
from extractors.layouts.grids.segments import Segment, row_text
from extractors.layouts.labels.cards import Card, Line
from extractors.rows import STANDING, WHEN, WHO, ActionRow

SAID = (  # words for fields of a table
    ("who", WHO),
    ("when", WHEN),
    ("how it stands", STANDING),
    ("how success is told", frozenset({"measures"})),
)
MAX_QUOTED = 120  # characters of a row or cell that a problem quotes


@dataclass(frozen=True, slots=True)
class Source:
    """A table, its place among the blocks and its number in the document, from 1."""

    table: Table
    block: int
    number: int

    @property
    def where(self) -> str:
        """How a problem names it: ``"p.12 table 3"``; without the page where there is none."""
        page = self.table.place.page
        return f"table {self.number}" if page is None else f"p.{page} table {self.number}"

    def problem(self, code: str, message: str, page: int | None = None) -> Problem:
        """A problem of this table; on its first page unless another is given."""
        text = f"{self.where}: {message}"
        return Problem("extract", code, "warning", text, page or self.table.place.page)


@dataclass(frozen=True, slots=True)
class Said:
    """A text beside the actions of a table, and what is told where nothing else prints it."""

    text: str
    problem: Problem


def unknown_in(columns: Columns) -> dict[str, int]:
    """Headings that no line of ``headings.csv`` knows, with the first column of each."""
    found: dict[str, int] = {}
    for column in columns.unknown:
        found.setdefault(columns.headings[column], column)
    return found


def unknown_headings(
    source: Source, grid: Grid, segment: Segment, columns: Columns
) -> list[Problem]:
    """One problem for each heading that is not known, with what stands under it."""
    problems = []
    for heading, column in unknown_in(columns).items():
        texts = [text_of(grid.at(row, column)) for row in segment.body]
        problems.append(_unknown(source, heading, [text for text in texts if text]))
    return problems


def unknown_labels(source: Source, lines: Iterable[Line]) -> list[Problem]:
    """One problem for each label of a form that is not known, with its value."""
    return [_unknown(source, line.label, [line.text]) for line in lines]


def unknown_lines(lines: Iterable[Line]) -> list[Problem]:
    """One problem for each label of a card in prose that is not known, with its value."""
    return [
        on_page(
            "unknown_heading",
            _not_known(line.label, [line.text]),
            _page_of(line.cells),
            line.label,
        )
        for line in lines
    ]


def _unknown(source: Source, heading: str, texts: Sequence[str]) -> Problem:
    problem = source.problem("unknown_heading", _not_known(heading, texts))
    return replace(problem, subject=heading)


def _not_known(heading: str, texts: Sequence[str]) -> str:
    said = f' It holds {len(texts)} texts, first "{short(texts[0])}".' if texts else ""
    return (
        f'heading "{short(heading)}" is not known.{said} '
        'Add it to extractors/headings.csv, or map it to "ignore".'
    )


def unread_table(source: Source, columns: Columns) -> Problem:
    """A table that says who, when or how it stands, but nowhere surely what, or no plan's."""
    said = " and ".join(word for word, fields in SAID if columns.names & fields)
    if "activity" in columns.names:
        why, then = "what it says beside does not read as actions of a plan", "Check the page."
    else:
        why = "no column was recognised that surely says what"
        then = "Add the heading of its actions to extractors/headings.csv."
    message = f"it says {said}, but {why} (headings {_heads(columns)}). {then}"
    return source.problem("unread_table", message)


def past_table(source: Source, columns: Columns) -> Problem:
    """A table of what became of promises, or of how a plan was made, below a heading of that."""
    message = (
        "it was taken for a report on a plan that is over or on how this one was made, and left "
        f"out (headings {_heads(columns)}). Check the page."
    )
    return source.problem("unread_table", message)


def steps_of_form(source: Source, columns: Columns) -> Problem:
    """A table below the form of an action that says what and when, and nobody: its milestones."""
    message = (
        f"steps of the action above it were not read (headings {_heads(columns)}). Check the page."
    )
    return source.problem("unread_table", message)


def _heads(columns: Columns) -> str:
    return ", ".join(f'"{short(text)}"' for text in dict.fromkeys(columns.headings) if text)


def unread_card(source: Source, card: Card) -> Problem:
    """A form that says who or when, but nowhere what, or where no plan stands."""
    labels = ", ".join(f'"{short(line.label)}"' for line in card.lines)
    page = next((cell.place.page for cell in card.cells if cell.place.page), None)
    if any(line.meaning and line.meaning.line.field == "activity" for line in card.lines):
        why, then = "it does not read as an action of a plan", "Check the page."
    else:
        why = "no label was recognised that says what"
        then = "Add the label of its action to extractors/headings.csv."
    message = f"a form says who or when, but {why} (labels {labels}). {then}"
    return source.problem("unread_table", message, page)


def unread_lines(card: Card) -> Problem:
    """Lines of text that say who and when, under no title that says what."""
    labels = ", ".join(f'"{short(line.label)}"' for line in card.lines)
    across = "cards that stand side by side were read across"
    why = "no title was recognised above them that says what"
    message = (
        f"lines say who and when, but {across if card.are_two else why} "
        f'(labels {labels}, first value "{short(card.lines[0].text)}"). Check the page.'
    )
    return on_page("unread_table", message, _page_of(card.cells))


def unread_brackets(items: Sequence[Paragraph], over: Sequence[str]) -> Problem:
    """A list that says who and when in brackets below what announces no plan."""
    last = next((one for one in items if one.marker is not None), items[0])
    message = (
        f'items below "{short(over[-1] if over else "")}" end with a name and a date, but nothing '
        f'says that they are actions of a plan (first "{short(last.text)}"). Check the page.'
    )
    return on_page("unread_table", message, last.place.page)


def unread_rows(source: Source, grid: Grid, rows: Iterable[int]) -> list[Problem]:
    """One problem for each row with text of which no action was made."""
    return [
        source.problem(
            "unread_row",
            f'no action was made of row {row + 1}, "{short(row_text(grid, row))}". '
            "Check the page; the row has no action text of its own, or says it is an example.",
            _page_of(grid.own(row)),
        )
        for row in rows
    ]


def unread_asides(source: Source, cells: Iterable[Cell]) -> list[Problem]:
    """One problem for each text in a square of a table of cards that is none of them."""
    return [
        source.problem(
            "unread_row",
            f'no action was made of "{short(text_of(cell))}", which stands beside cards. '
            "Check the page.",
            cell.place.page,
        )
        for cell in cells
    ]


def said_rows(source: Source, grid: Grid, rows: Iterable[int]) -> list[Said]:
    """The texts of rows that say more of a section, each with the problem that it may be."""
    return [
        Said(" ".join(grid.texts(row)[1:] or grid.texts(row)), problem)
        for row in rows
        for problem in unread_rows(source, grid, [row])
    ]


def unused(
    said: Iterable[Said], told: Container[Problem], summaries: Iterable[str]
) -> list[Problem]:
    """The problems of texts that stand in no summary of a priority; those told already are not."""
    known = [*summaries]
    used = (one for one in said if not any(one.text in summary for summary in known))
    return list(dict.fromkeys(one.problem for one in used if one.problem not in told))


def merged_rows(rows: Iterable[ActionRow]) -> list[Problem]:
    """One problem for each action that two references or two days show to be several."""
    return [_merged(row) for row in rows if {MERGED_REFS, MERGED_DATES} & set(row.reasons)]


def _merged(row: ActionRow) -> Problem:
    why = next(reason for reason in (MERGED_REFS, MERGED_DATES) if reason in row.reasons)
    message = (
        f'"{short(text_of_row(row))}" may be several '
        f"actions, or two cells, read as one ({why}). Check the page."
    )
    return on_page("merged_rows", message, row.place.page)


def misread_rows(rows: Iterable[ActionRow]) -> list[Problem]:
    """One problem for each page with actions that hold parts of other cells or rows.

    Where a row was read at the wrong borders its neighbour may be lost: of 84 actions of 874 made
    plans that were missed and told by nothing, 34 stood on a page with such a row, and none of the
    735 plans that were read right had one.
    """
    pages: dict[int | None, list[ActionRow]] = {}
    for row in rows:
        if MISREAD & set(row.reasons):
            pages.setdefault(row.place.page, []).append(row)
    return [_misread(page, held) for page, held in pages.items()]


def _misread(page: int | None, rows: Sequence[ActionRow]) -> Problem:
    reasons = ", ".join(sorted({reason for row in rows for reason in MISREAD & set(row.reasons)}))
    message = (
        f"{len(rows)} actions hold parts of other cells or rows ({reasons}), first "
        f'"{short(text_of_row(rows[0]))}". An action beside them may be missing. Check the page.'
    )
    return on_page("misread_rows", message, page)


def on_page(code: str, message: str, page: int | None, subject: str | None = None) -> Problem:
    """A problem of a page, which its message names where the format has pages."""
    where = "" if page is None else f"p.{page}: "
    return Problem("extract", code, "warning", f"{where}{message}", page, subject)


def undated_cells(source: Source, cells: Iterable[Cell]) -> list[Problem]:
    """One problem for each cell across the columns of start and due, which is no date of either."""
    return [
        source.problem(
            "merged_dates",
            f'"{short(text_of(cell))}" stands across the columns of start and due; it was taken '
            "for neither. Read the page, and give the dates by an override.",
            cell.place.page,
        )
        for cell in cells
    ]


def _page_of(cells: Iterable[Cell]) -> int | None:
    return next((cell.place.page for cell in cells if cell.place.page), None)


def short(text: str) -> str:
    """A text as a problem quotes it: cut after ``MAX_QUOTED`` characters."""
    return text if len(text) <= MAX_QUOTED else f"{text[:MAX_QUOTED].rstrip()}..."


def plain_words(text: str) -> str:
    """A text in small letters, its words with single spaces, as two are compared."""
    return " ".join(text.casefold().split())
