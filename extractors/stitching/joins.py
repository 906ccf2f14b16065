"""Was a row cut by the page break? Named evidence from the row before it and the row after it.

Knows cells and how rows of the same table look; knows nothing of formats.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.blocks import Cell, Paragraph
from extractors.columns.contents import (
    date_goes_on,
    is_colour,
    is_date,
    is_level,
    is_ref,
    is_unfinished,
)
from extractors.columns.headings import read_heading
from extractors.columns.refs import split_ref
from extractors.grid import filled_paragraphs, text_of
from extractors.sections import CONTINUED_RE

USUAL = 0.8  # share of the other rows in which a column is filled before a blank there is odd
OFTEN = 0.2  # share of cells that begin in lower case before such a beginning means nothing
MOST = 0.6  # share of cells that hold a reference before the column is one of references
LINKS_RE = re.compile(r"(?:and|or|of)\s")  # in small letters: no text begins with them
BLANK = "cells left empty"
CUT = "\u00ad"  # a soft hyphen at the end of a cell: its last word goes on on the next page
SURE_ROWS = 3  # rows that must all have a reference before one without it is known to be cut


@dataclass(slots=True)
class RowHabits:
    """How the rows of one table look, counted by column: what is usual, merged or numbered."""

    rows: int = 0
    filled: Counter[int] = field(default_factory=Counter)
    lower: Counter[int] = field(default_factory=Counter)
    refs: Counter[int] = field(default_factory=Counter)
    numbered: Counter[int] = field(default_factory=Counter)
    ratings: Counter[int] = field(default_factory=Counter)
    merged: Counter[int] = field(default_factory=Counter)
    blank: Counter[int] = field(default_factory=Counter)

    def count(self, cells: Sequence[Cell]) -> None:
        """Add one row by the cells that begin in it; a banner across the table is none."""
        if len(cells) == 1 and cells[0].column_span > 1:
            return
        self.rows += 1
        for cell in cells:
            column, text = cell.column, text_of(cell)
            self.filled[column] += bool(text)
            self.blank[column] += not text
            self.lower[column] += _begins_lower(cell)
            self.refs[column] += bool(text) and is_ref(text)
            self.numbered[column] += bool(text) and split_ref([cell]).ref is not None
            self.ratings[column] += text.isupper() and (is_colour(text) or is_level(text))
            self.merged[column] += cell.row_span > 1

    def is_usual(self, column: int) -> bool:
        """Whether rows of this table have text in a column."""
        return self.rows > 0 and self.filled[column] >= USUAL * self.rows

    def holds_refs(self, column: int) -> bool:
        """Whether a column holds references or texts that begin with one, and not R, A and G."""
        filled = self.filled[column]
        found = max(self.refs[column], self.numbered[column])
        return self.ratings[column] < filled and found >= MOST * filled

    def may_be_blank(self, column: int) -> bool:
        """Whether cells of a column are merged over rows, or left out, elsewhere in the table."""
        return self.merged[column] > 0 or self.blank[column] > 0


@dataclass(frozen=True, slots=True)
class Pair:
    """A cell of the row before the page break and the one under it after the break, if any."""

    before: Cell
    after: Cell | None


def cut_reasons(pairs: Sequence[Pair], habits: RowHabits, *, is_open: bool) -> tuple[str, ...]:
    """Name why the first row of a page goes on with the last row of the page before.

    Args:
        pairs: The cells of both rows, column by column.
        habits: How the other rows of the table look.
        is_open: No rule closes the row before the break or begins the one after it.

    Returns:
        ``("no reference", "unfinished sentence")``; () when it is a row of its own.
    """
    sure = any(_surely_goes_on(p) for p in pairs if not habits.merged[p.before.column])
    if _is_banner(pairs) or _is_labelled(pairs) or _has_reference(pairs, habits, sure=sure):
        return ()
    if not any(_says(pair) for pair in pairs):
        return ()
    texts = [reason for pair in pairs for reason in _text_reasons(pair, habits)]
    shape = _shape_reasons(pairs, habits)
    rule = ["no closing rule"] if is_open else []
    found = tuple(dict.fromkeys([*rule, *shape, *texts]))
    if texts and (sure or shape or not _is_complete(pairs, habits)):
        return found
    if _is_complete(pairs, habits):
        certain = "no reference" in shape and habits.rows >= SURE_ROWS
        return found if certain else ()
    closed = shape == [BLANK] and not (is_open or texts)
    return () if closed and _mostly_begins(pairs, habits) else found


def _surely_goes_on(pair: Pair) -> bool:
    """Whether one cell shows both ends of a cut: "(Mental" | "Health)", "Police" | "and courts".

    It outweighs a text of its own in another column: the rest of a name begins with a capital.
    A cell merged over several rows goes on below rows that are whole, and so may any of a column
    in which cells are merged.
    """
    if pair.before.row_span > 1 or (pair.after is not None and pair.after.row_span > 1):
        return False
    before = filled_paragraphs([pair.before])
    after = filled_paragraphs([pair.after] if pair.after else [])
    if not before or not after or after[0].marker is not None:
        return False
    one, other = before[-1].text.rstrip(), after[0].text
    bracket = one.count("(") > one.count(")") and other.count(")") > other.count("(")
    if one.endswith(CUT) or bracket or date_goes_on(one, other) or LINKS_RE.match(other):
        return True
    return is_unfinished(one) and other[:1].islower()


def _is_labelled(pairs: Sequence[Pair]) -> bool:
    """Whether both rows begin with a label, as those of a form do: "Complete by", "Lead".

    One that is known by a word of it alone is set bold beside a plain value.
    """
    first = pairs[0] if pairs and pairs[0].before.column == 0 else None
    if first is None or first.after is None or first.after.column:
        return False
    values = [cell for pair in pairs[1:] for cell in (pair.before, pair.after) if cell is not None]
    marked = bool(values) and not any(cell.bold for cell in values)
    labels = (first.before, first.after)
    known = [(read_heading(text_of(cell)), marked and cell.bold) for cell in labels]
    return all(meaning is not None and (meaning.sure or bold) for meaning, bold in known)


def _is_banner(pairs: Sequence[Pair]) -> bool:
    """One cell under several: a row across the table, which goes on with none of them."""
    below = [pair.after for pair in pairs if pair.after is not None]
    return len(below) > 1 and all(cell is below[0] for cell in below)


def _says(pair: Pair) -> bool:
    return pair.after is not None and bool(text_of(pair.after))


def _has_reference(pairs: Sequence[Pair], habits: RowHabits, *, sure: bool) -> bool:
    """Whether the row has a reference of its own, alone in a cell or before a text.

    One before a text may number a list of a row that was surely cut: "(c) Fund two posts".
    """
    return any(
        pair.after is not None
        and habits.holds_refs(pair.after.column)
        and (is_ref(text_of(pair.after)) or (not sure and split_ref([pair.after]).ref is not None))
        for pair in pairs
    )


def _text_reasons(pair: Pair, habits: RowHabits) -> list[str]:
    before, after = (
        filled_paragraphs([pair.before]),
        filled_paragraphs([pair.after] if pair.after else []),
    )
    if not before or not after:
        return []
    if date_goes_on(before[-1].text, after[0].text):
        return ["unfinished sentence"]
    if goes_on(before[-1], after[0]):
        often = habits.lower[pair.before.column] > OFTEN * habits.filled[pair.before.column]
        return [] if often and not _is_unfinished(before[-1]) else ["unfinished sentence"]
    marks = [p.marker for p in before if p.marker]
    if marks and after[0].marker and _follows(marks[-1], after[0].marker):
        return ["list goes on"]
    return []


def goes_on(before: Paragraph, after: Paragraph) -> bool:
    """Whether one paragraph was cut into two: it ends in mid-sentence or goes on in lower case."""
    if after.marker is not None or not after.text:
        return False
    return after.text[:1].islower() or _is_unfinished(before)


def says_again(pair: Pair) -> bool:
    """Whether a cell only names the one above it again: "Head of Housing (continued)"."""
    after = text_of(pair.after)
    rest = CONTINUED_RE.sub("", after)
    return rest != after and rest in ("", CONTINUED_RE.sub("", text_of(pair.before)))


def _is_unfinished(paragraph: Paragraph) -> bool:
    text = paragraph.text.rstrip()
    return text.endswith(CUT) or is_unfinished(text) or text.count("(") > text.count(")")


def _begins_lower(cell: Cell) -> bool:
    first = next(iter(filled_paragraphs([cell])), None)
    return first is not None and first.marker is None and first.text[:1].islower()


def _follows(one: str, other: str) -> bool:
    """Whether a marker counts on from another: "(c)" after "(b)", "3." after "2."."""
    a, b = one.strip("(). "), other.strip("(). ")
    if one.replace(a, "") != other.replace(b, ""):
        return False
    if a.isdigit() and b.isdigit():
        return int(b) == int(a) + 1
    return len(a) == len(b) == 1 and a.isalpha() and ord(b) == ord(a) + 1


def _shape_reasons(pairs: Sequence[Pair], habits: RowHabits) -> list[str]:
    """Columns that other rows fill and this one does not."""
    found = []
    for pair in pairs:
        column = pair.before.column
        if _says(pair) or not text_of(pair.before) or habits.may_be_blank(column):
            continue
        if habits.is_usual(column):
            found.append("no reference" if habits.holds_refs(column) else BLANK)
    return list(dict.fromkeys(found))


def _is_complete(pairs: Sequence[Pair], habits: RowHabits) -> bool:
    """Every usual column but the references and merged ones begins a text of its own."""
    asked = _asked(pairs, habits)
    fresh = _fresh(asked, habits)
    dated = any(is_date(text_of(p.after)) and is_date(text_of(p.before)) for p in fresh)
    return bool(asked) and (len(fresh) == len(asked) or (dated and len(fresh) * 2 > len(asked)))


def _mostly_begins(pairs: Sequence[Pair], habits: RowHabits) -> bool:
    """Whether most cells of a row begin a text, or most of those that rows usually fill."""
    asked = _asked(pairs, habits)
    said = sum(map(_says, pairs))
    return said * 2 > len(pairs) or len(_fresh(asked, habits)) * 2 > len(asked)


def _asked(pairs: Sequence[Pair], habits: RowHabits) -> list[Pair]:
    """The usual columns but the references and merged ones."""
    return [
        pair
        for pair in pairs
        if habits.is_usual(pair.before.column)
        and not habits.holds_refs(pair.before.column)
        and not (habits.may_be_blank(pair.before.column) and not _says(pair))
    ]


def _fresh(asked: Sequence[Pair], habits: RowHabits) -> list[Pair]:
    """Those that begin a text of their own."""
    return [pair for pair in asked if _says(pair) and not _text_reasons(pair, habits)]
