"""Spreadsheets that are published as a page, without the frame around their cells.

Google Sheets prints the letters of the columns above the table and the numbers of the rows beside
it. Knows HTML tables.
"""

from string import ascii_uppercase

from lxml.html import HtmlElement

from extractors.readers.web.page.page import text_of

MOST_DIGITS = 7  # of a row's number; programs for sheets end at 1,048,576
LEAST = 2  # columns and rows; a table of two letters and two numbers has no other words


def drop_frames(body: HtmlElement) -> None:
    """Take the letters of columns and the numbers of rows off the tables of a page."""
    for table in body.iter("table"):
        rows = [row for row in table.iter("tr") if len(row)]
        if len(rows) > LEAST and _is_letters(rows[0]) and _are_counted(rows[1:]):
            rows[0].drop_tree()
            for row in rows[1:]:
                row[0].drop_tree()


def _is_letters(row: HtmlElement) -> bool:
    """Whether a row prints nothing in its first cell, and A, B, C and so on in the others."""
    first, *letters = (text_of(cell, 1) for cell in row)
    return len(letters) >= LEAST and not first and letters == list(ascii_uppercase[: len(letters)])


def _are_counted(rows: list[HtmlElement]) -> bool:
    """Whether the first cells of rows are figures that rise, as hidden rows are left out."""
    texts = [text_of(row[0], MOST_DIGITS) for row in rows]
    figures = [int(text) for text in texts if text.isascii() and text.isdigit()]
    filled = [text for text in texts if text]
    return len(figures) == len(filled) >= LEAST and figures == sorted(set(figures))
