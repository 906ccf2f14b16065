"""Dates and financial years in figures that a narrow column cuts: "31/08/202" above "6".

Knows figures; knows no lines and no cells.
"""

import re

# The whole is a date or a financial year, or a part of none.
DATE_RE = re.compile(
    r"^(?:\d{1,2}[/.]\d{1,2}[/.](?:\d{2}|\d{4})|(?:19|20)\d\d[/\-\u2013](?:\d\d){1,2})$"
)
DATE_START_RE = re.compile(
    r"^\d{1,2}[/.]\d{1,2}[/.]?\d{0,3}$|^(?:19|20)\d{0,2}[/\-\u2013]?\d{0,3}$"
)
YEAR_RE = re.compile(r"^(?:19|20)\d\d$")  # of which a narrow column leaves "202" and "6"
DATE_END_RE = re.compile(r"^[\d/.\-\u2013]*\d(?=\s|$|[,;)])")


def is_cut_date(before: str, after: str, full: bool) -> bool:
    """Whether a line's end cuts a date or a financial year in figures.

    Args:
        before: The text of a line: ``"By 31/08/202"``.
        after: That of the next: ``"6"``.
        full: The first line is one word that reaches the right border.
    """
    start, end = before.rsplit(None, 1)[-1], DATE_END_RE.match(after)
    if end is not None and (full or after[0] == "0") and YEAR_RE.match(start + end.group()):
        return True  # no number in a text begins with 0
    if end is None or not DATE_START_RE.match(start):
        return False
    whole = DATE_RE.match(start + end.group()) is not None
    return whole and (full or not (DATE_RE.match(start) or start == "20"))
