"""Titles of cards, right above the labels that each card of a page prints again.

Knows lines of words and where labels stand; knows nothing of what is printed.
"""

from collections.abc import Sequence

from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.record import Rule
from extractors.readers.pdf.unruled.labels.label_grids import Labels
from extractors.readers.pdf.unruled.labels.labels import labelled_rows


def titles_card(
    lines: Sequence[Line], index: int, again: Sequence[Labels], edges: Sequence[Rule]
) -> bool:
    """Whether a line of one piece stands above such labels, and heads no columns.

    Dotted rules part the cards of a priority; two of one width, a title below each, framed what
    looked like a table (a police and crime plan, of which two actions of nine were lost).

    Args:
        lines: Those of the page.
        index: The line.
        again: The places of labels that are printed again and again.
        edges: As for ``labelled_rows``.
    """
    if not again or len(lines[index].pieces) > 1 or index + 1 == len(lines):
        return False
    return labelled_rows(lines, index + 1, again, edges) is not None
