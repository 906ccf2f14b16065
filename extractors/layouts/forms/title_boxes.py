"""Rows and boxes that title what stands below them: a form, or the next table.

Knows tables and sections; knows nothing of formats.
"""

from extractors.blocks import Table
from extractors.columns.contents import is_promise, is_ref, is_status
from extractors.columns.refs import split_title
from extractors.grid import Grid, text_of
from extractors.sections import CHAPTER_RE, Section, counts_and_names, section_from

MAX_BOX_WORDS = 25  # words; a box of one cell before a table is its title, a longer one is text


def row_promises(grid: Grid) -> bool:
    """Whether a first row across a form says an action: "SL-1 Review lighting", or "1 | Review".

    How far it is may stand behind it: "1 | Review lighting | On track".
    """
    cells = [cell for cell in grid.covering(0) if text_of(cell)] if grid.squares else []
    across = sum(cell.column_span for cell in cells) == grid.table.column_count
    if len(cells) > 1 and is_status(text_of(cells[-1])):
        cells = cells[:-1]
    apart = len(cells) == 2 and (cells[1].column_span > 1 or cells[1].bold)
    if apart and across and is_ref(text_of(cells[0])):
        return is_promise(text_of(cells[1]))
    if len(cells) != 1 or not across:
        return False
    return section_from(cells[0].text).kind == "group" and is_promise(split_title(cells).text)


def box_title(table: Table, block: int, *, before_table: bool) -> Section | None:
    """The section that a box of one short text before a table names; None for any other table.

    With text between the two it names one where it counts an aim, "Priority 1: Warm homes", or is
    a marked and counted title, "1. Warm homes".
    """
    cells = [cell for cell in table.cells if text_of(cell)]
    text = text_of(cells[0]) if len(cells) == 1 else ""
    if not 0 < len(text.split()) <= MAX_BOX_WORDS or text.endswith((".", "?", "!")):
        return None
    section = section_from(text, block, cells[0].place)
    marked = cells[0].bold or cells[0].fill is not None
    if not before_table:
        counted = marked and CHAPTER_RE.match(text) is not None
        return section if counted or counts_and_names(section) else None
    return section if marked or section.kind != "group" else None
