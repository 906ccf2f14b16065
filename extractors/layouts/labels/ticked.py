"""Choices printed in one cell or line, of which a mark tells one: "☐ Not started ☒ In progress".

A box says nothing without the words beside it, so the words that are marked stand for the whole:
``In progress``. Knows marks and what choices are about; knows nothing of tables.
"""

import re
from collections.abc import Sequence

from extractors.columns.contents import is_colour, is_date, is_level, is_status

MAX_WORDS = 4  # words of one choice; "Partially complete / delayed" has four
MIN_CHOICES = 2  # a single box is a thing to tick off
MIN_ALIKE = 0.5  # share of the choices that are of one kind; forms add "Other" and the like
# Wingdings has its boxes at "o", "¨", "£", "þ" and "ý", seen as they are or from U+F000 on.
BLANKS = "☐□❏❑○◯\uf06f\uf0a8\uf0a3"
TICKS = "☑☒☒✓✔✗✘◉⦿\uf0fe\uf0fd\uf0fc\uf052\uf053\uf054"
MARK_RE = re.compile(rf"[{BLANKS}{TICKS}]|\[ ?\]|\[ ?[xX✓✔] ?\]")


def chosen(text: str) -> str | None:
    """The words that are marked among choices; "" where none is, None for any other text.

    >>> chosen("☐ Not started ☒ In progress ☐ Complete")
    'In progress'
    """
    marks = MARK_RE.findall(text)
    if len(marks) < MIN_CHOICES:
        return None
    parts = [part.strip(" ,;/|\n\t") for part in MARK_RE.split(text)]
    before, after = parts[0], parts[-1]
    words = parts[1:] if not before else parts[:-1]  # the mark stands before its words, or behind
    if (before and after) or not _are_choices(words):
        return None
    ticked = [word for mark, word in zip(marks, words, strict=True) if not _is_blank(mark)]
    return ", ".join(ticked) if len(ticked) < len(marks) else None  # all ticked: a list with ticks


def _is_blank(mark: str) -> bool:
    return mark in BLANKS or not mark.strip("[] ")


def _are_choices(words: Sequence[str]) -> bool:
    """Whether short texts, each said once, are mostly of one kind: status, level, colour, date."""
    if len(set(words)) < len(words) or not all(0 < len(w.split()) <= MAX_WORDS for w in words):
        return False
    kinds = (is_status, is_level, is_colour, is_date)
    return any(sum(map(is_kind, words)) >= MIN_ALIKE * len(words) for is_kind in kinds)
