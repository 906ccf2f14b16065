"""The plan's own priorities, wherever they are printed: sections, headings, panels, lists, prose.

Each finder gives sets of aims with their evidence; ``sets.choose`` takes one set and joins what
other places print of the same aims. Knows nothing of formats.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from extractors.blocks import Document
from extractors.lines import Line, lines_of
from extractors.priorities.announced import own_announcements
from extractors.priorities.finders.chapters import from_announced_headings, from_child_headings
from extractors.priorities.finders.contents import from_contents, from_page_of_set
from extractors.priorities.finders.headings import from_counted_headings, from_uncounted_headings
from extractors.priorities.finders.labelled import from_labelled_tables
from extractors.priorities.finders.lists import from_lists
from extractors.priorities.finders.panels import from_number_panels
from extractors.priorities.finders.prose import from_inline_labels, from_ordinals, from_prose
from extractors.priorities.finders.sections import from_plain_sections, from_sections
from extractors.priorities.finders.tables import from_tables
from extractors.priorities.finders.titled import from_runs_of_titles, from_titles_above_texts
from extractors.priorities.sets import USUAL, choose
from extractors.priorities.text import summary_below
from extractors.priorities.words import fold_title, label_and_title, read_number
from extractors.rows import PriorityRow
from extractors.sections import Section

FINDERS = (
    from_counted_headings,
    from_uncounted_headings,
    from_child_headings,
    from_announced_headings,
    from_lists,
    from_prose,
    from_ordinals,
    from_inline_labels,
    from_tables,
    from_labelled_tables,
    from_number_panels,
    from_runs_of_titles,
    from_titles_above_texts,
)


def find_priorities(
    document: Document, sections: Sequence[Section] = (), *, acted: bool = True
) -> tuple[PriorityRow, ...]:
    """Find the strategic aims of a plan, each once, in the order of their first printing.

    Args:
        document: The document, its tables stitched.
        sections: What stands above its action rows. Those of kind "priority" are aims for sure;
            without one, those of kind "objective" are.
        acted: Whether actions were found in it.

    Returns:
        ``(PriorityRow("Priority 1", "Warm homes", "Every home ...", place), ...)``; () where no
        set of aims has enough evidence to be the plan's own.
    """
    lines = lines_of(document)
    announced = {one.number for one in own_announcements(lines, document.title)}
    found = (finder(lines, document.title) for finder in FINDERS)
    known = (
        from_sections(lines, sections, announced),
        from_page_of_set(lines, document),
        from_contents(lines, document),
    )
    aims = choose(chain(*known, *found), acted=acted)
    themes = () if aims else choose(from_plain_sections(lines, sections, announced))
    return _with_summaries(aims or (themes if len(themes) in USUAL else ()), lines)


def _with_summaries(
    rows: tuple[PriorityRow, ...], lines: Sequence[Line]
) -> tuple[PriorityRow, ...]:
    """Aims that a list or a table only names, with the text below the heading of the same words."""
    if all(row.summary for row in rows):
        return rows
    first = fold_title(rows[0].title)
    aims = {fold_title(row.title) for row in rows}  # below another one the last is set close
    heads = {n: _folded(line) for n, line in enumerate(lines) if line.heading is not None}
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, text in heads.items():
        counted = index > 0 and read_number(lines[index - 1].text) is not None
        if text == first or heads.get(index - 2 if counted else index - 1) not in aims:
            places[text].append(index)

    def said(row: PriorityRow) -> str | None:
        below = (summary_below(lines, index) for index in places.get(fold_title(row.title), ()))
        return next(filter(None, below), None)

    return tuple(row if row.summary else replace(row, summary=said(row)) for row in rows)


def _folded(line: Line) -> str:
    return fold_title(label_and_title(line.text)[1])
