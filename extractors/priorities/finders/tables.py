"""Aims printed in tables, in each of their forms, with the evidence around the table."""

from collections.abc import Iterator, Sequence

from extractors.lines import Line
from extractors.priorities.finders.abreast import from_columns_abreast
from extractors.priorities.finders.columns import from_column
from extractors.priorities.finders.labelled import from_label_rows
from extractors.priorities.finders.named_rows import from_named_row
from extractors.priorities.finders.panels import from_panels
from extractors.priorities.sets import FoundSet, context_score, shape_score
from extractors.priorities.text import TABLE_POINTS, below_priorities
from extractors.priorities.words import NOUN_WEIGHTS

FORMS = (from_column, from_label_rows, from_named_row, from_panels, from_columns_abreast)


def from_tables(lines: Sequence[Line], title: str | None) -> Iterator[FoundSet]:
    """Tables with a column of priorities, rows "Priority 1 | Warm homes", panels, columns."""
    for index, line in enumerate(lines):
        if line.table is None:
            continue
        context = context_score(_text_before(lines, index), line.above, title)
        for found in (finder(line) for finder in FORMS):
            if found is not None:
                points = NOUN_WEIGHTS["priority"] if below_priorities(line) else 0
                extra = points if found.score < NOUN_WEIGHTS["priority"] + TABLE_POINTS else 0
                yield FoundSet(
                    found.rows, found.score + context + extra + shape_score(found.rows, None)
                )


def _text_before(lines: Sequence[Line], index: int) -> str:
    return lines[index - 1].text if index and lines[index - 1].is_text else ""
