"""Lines to groups: where paragraphs and list items start, within one column or cell.

Knows list markers, indents and gaps; knows nothing of tables, headings or other pages.
"""

import re
from collections.abc import Sequence
from itertools import takewhile
from types import MappingProxyType

from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.page.paragraphs.counted_lines import SAME_X_PT, counts_on
from extractors.readers.pdf.page.paragraphs.cut_dates import is_cut_date
from extractors.readers.pdf.page.paragraphs.label_lines import (
    bold_labels,
    label_lines,
    look_labels,
    may_label,
    opening,
)
from extractors.readers.pdf.page.paragraphs.leadings import (
    DEFAULT_LEADING_EM,
    OPEN_RE,
    WIDE_LEADING_EM,
    Leadings,
    goes_on,
    leadings_of,
)
from extractors.readers.pdf.page.paragraphs.markers import (
    STRONG_RE,
    WEAK_RE,
    Group,
    marked,
    marker_first,
)
from extractors.readers.pdf.page.paragraphs.terms import hung_terms, term_lines
from extractors.readers.pdf.record import Word

WIDE_GAP = 1.3  # times the usual distance of lines; paragraphs stand at 1.4 and more
INDENT_EM = 1.5  # of the size; definitions below their term stand 2 to 4 in
ROOM_EM = 0.6  # of the size left after the next word would have fitted: the break was meant
SIZE_CHANGE = 1.12  # times; a line set larger by this starts another paragraph
SLIGHT_GAP = 1.1  # times the usual distance of lines; lines of one text differ by less
TAB_EM = 0.55  # of the size; spaces are narrower, tabs after a marker wider
NONE_KNOWN: Leadings = MappingProxyType({})
PARTING = frozenset("–—-:=")  # between a term and its meaning
ENDS_SENTENCE_RE = re.compile(r"[.:;?!][\"'”’)]*$")


def group_lines(
    lines: Sequence[Line], left: float, right: float, around: Leadings = NONE_KNOWN
) -> list[Group]:
    """Part lines into paragraphs.

    Args:
        lines: Of one column or cell, top to bottom.
        left: Where its text begins, in points.
        right: Where it may end.
        around: The distances of lines that sentences show in the other cells of its table.
    """
    if len(lines) < 2:
        return [marked(line) or _plain(line) for line in lines]
    lines = marker_first(lines)
    leadings = leadings_of(lines, around)
    groups: list[Group] = []
    width = max(right, *(line.x1 for line in lines)) - left
    labels = label_lines(lines) | bold_labels(lines, width) | look_labels(lines)
    terms, hung = term_lines(lines), hung_terms(lines)
    for place, line in enumerate(lines):
        found = marked(line)
        labelled = place in labels and groups and may_label(line, groups[-1])
        parted = labelled or place in terms or place - 1 in terms or place in hung
        if groups and not parted and not _starts(line, found, groups, leadings, left, right):
            last = groups[-1]
            groups[-1] = Group((*last.lines, line), last.marker, last.marker_x, last.text_x)
        else:
            groups.append(found or _plain(line))
    return groups


def _plain(line: Line) -> Group:
    """A line that begins a paragraph without a marker."""
    return Group((line,), None, line.x0, line.x0)


def _starts(
    line: Line,
    found: Group | None,
    groups: Sequence[Group],
    leadings: Leadings,
    left: float,
    right: float,
) -> bool:
    """Whether a line starts a paragraph after the groups so far."""
    last, before = groups[-1], groups[-1].lines[-1]
    if _is_set_off(line, groups, leadings):
        ends = [one.x1 for group in groups for one in group.lines]
        return found is not None or not _is_wrapped(before, line, max(right, *ends))
    if leadings[line.size] > WIDE_LEADING_EM * line.size:
        if _ends_sentence(before):
            return True
        right = max(right, *(one.x1 for group in groups for one in group.lines))
    reach = max(right, line.x1) if _turns_plain(before, line) else right
    broke = _was_broken(before, line, left, reach)
    if found is not None and found.marker is not None:
        return _is_item(found, groups, broke)
    if last.marker is not None and len(last.lines) == 1 and _hangs(last, line):
        return False
    return broke or _leaves_list(last, line)


def _is_wrapped(before: Line, line: Line, right: float) -> bool:
    """Whether a line in the same look goes on in small letters below the widest line of all.

    Labels that stand closer to their values than the lines of a text make its lines seem far apart.
    """
    near = line.base - before.base <= WIDE_GAP * DEFAULT_LEADING_EM * line.size
    if not (near and line.words[0].text[:1].islower() and line.size == before.size):
        return False  # nearly always
    need = _first_end(line.words) - line.x0 + ROOM_EM * before.size
    alike = before.words[-1].style == line.words[0].style
    return alike and right - before.x1 < need and not _ends_sentence(before)


def _is_set_off(line: Line, groups: Sequence[Group], leadings: Leadings) -> bool:
    """Whether the gap above a line, its look or what it counts parts it from the groups so far."""
    last, before = groups[-1], groups[-1].lines[-1]
    carried = _carries_look(before, line)
    size = max(before.size, line.size) if carried else line.size
    step, leading = line.base - before.base, leadings[size]
    if step > WIDE_GAP * leading or (step > SLIGHT_GAP * leading and _may_begin(before, line)):
        return True
    if not (carried or 1 / SIZE_CHANGE < line.size / (before.size or 1.0) < SIZE_CHANGE):
        return True
    if _opens_bold(before, line) or _comes_back(before, line) or _turns_colour(before, line):
        return True
    if _ends_title(before, line, leadings) or counts_on(line, groups):
        return True
    return not before.words[-1].style.bold and _opens_alike(last.lines[0], before, line)


def _carries_look(before: Line, line: Line) -> bool:
    """Whether letters of the size that ends a line go on in the next: "[Lead: Parks // Team]".

    "LEAD BODY: The" has most of its letters in small capitals.
    """
    return line.size != before.size and before.words[-1].style.size == line.words[0].style.size


def _may_begin(before: Line, line: Line) -> bool:
    """Whether a line may begin a paragraph: no sentence goes on there, no raised mark moved it."""
    sizes = {word.style.size for word in (*before.words, *line.words)}
    return len(sizes) == 1 and not goes_on(before, line.words[0])


def _opens_bold(before: Line, line: Line) -> bool:
    """Whether a line that begins bold stands well below the end of a sentence that is not.

    One that is bold from end to end below one that is nowhere need not end it: a title below an
    item. Where each paragraph has one line, their distance is the only one, and says nothing.
    """
    last, first = before.words[-1], line.words[0]
    apart = line.base - before.base > WIDE_GAP * DEFAULT_LEADING_EM * line.size
    if not apart or last.style.bold or not first.style.bold:
        return False
    return _ends_sentence(before) or (_turns_plain(line, before) and first.text[:1].isupper())


def _turns_colour(before: Line, line: Line) -> bool:
    """Whether a bold line of one colour begins below another: a label in black below a blue title.

    The lines of one title are all in its colour, or some have words in both.
    """
    words = (*before.words, *line.words)
    if not all(word.style.bold for word in words):
        return False  # told by the first word nearly always
    colours = [{word.style.colour for word in one.words} for one in (before, line)]
    alone = len(colours[0]) == len(colours[1]) == 1 and colours[0] != colours[1]
    return alone and line.words[0].text[:1].isupper()


def _ends_title(before: Line, line: Line, leadings: Leadings) -> bool:
    """Whether a line that is not bold stands somewhat lower than usual below one that is.

    So does a bold label with its value, "Lead: Vale", however close it stands; a title is not over
    that ends in "and".
    """
    if _turns_plain(before, line):
        return line.base - before.base > SLIGHT_GAP * leadings[line.size]
    labelled = opening(line) is not None and _defines(line)
    bold = labelled and all(word.style.bold for word in before.words)
    return bold and OPEN_RE.match(before.words[-1].text) is None


def _turns_plain(before: Line, line: Line) -> bool:
    """Whether a line without a bold word stands below one of bold words alone."""
    bold = all(word.style.bold for word in before.words)
    return bold and not any(word.style.bold for word in line.words)


def _opens_alike(first: Line, before: Line, line: Line) -> bool:
    """Whether a line begins with a term as its group does: "**ICB** – ", or bold after a stop.

    Terms whose meanings are a full line each leave no room that would show where they end.
    """
    if _defines(first) and _defines(line):
        return True
    bold = (one.words[0].style.bold and not one.words[-1].style.bold for one in (first, line))
    return all(bold) and _ends_sentence(before) and line.words[0].text[:1].isupper()


def _defines(line: Line) -> bool:
    """Whether a line begins with a bold term and what parts it from its meaning: "**ICB** – ".

    Two lines that begin so are two entries, however close they are set.
    """
    bold = list(takewhile(lambda word: word.style.bold, line.words))
    after = line.words[len(bold) : len(bold) + 1]
    if not bold or not after:
        return False
    return bold[-1].text.endswith(":") or after[0].text in PARTING


def _comes_back(before: Line, line: Line) -> bool:
    """Whether a line stands left of an indented one that ends a sentence: the next term's.

    The second line of a paragraph whose first is indented goes on with that line's sentence.
    """
    return line.x0 < before.x0 - INDENT_EM * line.size and _ends_sentence(before)


def _ends_sentence(line: Line) -> bool:
    return ENDS_SENTENCE_RE.search(line.words[-1].text) is not None


def _is_item(found: Group, groups: Sequence[Group], broke: bool) -> bool:
    """Whether a line that shows a marker is an item, and no sentence that goes on with one."""
    marker = found.marker or ""
    if STRONG_RE.match(marker) or broke:
        return True
    siblings = [group for group in groups if group.marker is not None]
    if any(abs(group.marker_x - found.marker_x) <= SAME_X_PT for group in siblings):
        return True
    last = groups[-1]
    line = found.lines[0]
    tabbed = line.words[1].x0 - line.words[0].x1 > TAB_EM * line.size
    indented = abs(found.marker_x - last.lines[-1].x0) > SAME_X_PT
    return tabbed or (indented and not WEAK_RE.match(marker))


def _hangs(item: Group, line: Line) -> bool:
    """Whether a line stands under the text of an item, not under its marker."""
    return item.text_x - item.marker_x > SAME_X_PT and abs(line.x0 - item.text_x) <= SAME_X_PT


def _leaves_list(last: Group, line: Line) -> bool:
    """Whether a line goes back to the left of the text of a hanging list item."""
    if last.marker is None:
        return False
    if len(last.lines) == 1:
        first = last.lines[0]
        return line.x0 < last.marker_x - SAME_X_PT and len(first.words) > 1
    return line.x0 < last.lines[-1].x0 - SAME_X_PT


def _first_end(words: Sequence[Word]) -> float:
    """Where the first word ends; letters set apart are glued words."""
    at = 1
    while at < len(words) and words[at].glued:
        at += 1
    return words[at - 1].x1


def _was_broken(before: Line, line: Line, left: float, right: float) -> bool:
    """Whether a line ended although the next line's first word would have fitted on it."""
    first, end_x = line.words[0], _first_end(line.words)
    need = end_x - first.x0 + ROOM_EM * before.size
    centred = (
        before.x0 - left > SAME_X_PT
        and abs((before.x0 - left) - (right - before.x1)) < SAME_X_PT * 2
    )
    room = right - before.x1 + (before.x0 - left if centred else 0.0)
    if room < need or is_cut_date(before.words[-1].text, first.text, len(before.words) == 1):
        return False
    return _ends_sentence(before) or not goes_on(before, first)
