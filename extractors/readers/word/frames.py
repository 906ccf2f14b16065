"""Tables that only frame a part of the page: a box around a heading, columns of small tables.

Knows ``w:tbl`` and heading styles; knows nothing of what the cells hold.
"""

from extractors.readers.word.styles import BODY_OUTLINE, Styles
from extractors.readers.word.xml import CELL, PARAGRAPH, ROW, TABLE, Element, W, number, value

TABLE_PROPERTIES = (f"{W}tblPr", f"{W}tblGrid")


def frame_cells(table: Element, styles: Styles) -> list[Element]:
    """The cells of a table that only frames others; [] for a table of data.

    It has one column with a table in it, a table in every cell, or a single cell with a heading.
    What stands in it is the page's: its headings name sections as those outside do.
    """
    cells = [row.findall(CELL) for row in table.findall(ROW)]
    if any(child.tag not in (ROW, *TABLE_PROPERTIES) for child in table):
        return []  # a content control holds some of its rows
    inside = [cell for row in cells for cell in row]
    framing = [cell.find(TABLE) is not None for cell in inside]
    lone = all(len(row) == 1 for row in cells) and any(framing)
    boxed = len(inside) == 1 and any(_is_heading(p, styles) for p in inside[0].findall(PARAGRAPH))
    return inside if lone or boxed or (inside and all(framing)) else []


def _is_heading(paragraph: Element, styles: Styles) -> bool:
    properties = paragraph.find(f"{W}pPr")
    direct = number(properties, f"{W}outlineLvl")
    if direct is not None:
        return 0 <= direct < BODY_OUTLINE
    return styles.paragraph(value(properties, f"{W}pStyle")).outline is not None
