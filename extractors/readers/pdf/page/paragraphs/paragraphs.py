"""Lines to paragraphs and list items, within one column or cell.

Knows list markers, indents and gaps; knows nothing of tables, headings or other pages. In the
text of a paragraph made here every line's end is kept as ``LINE_END``, since only the whole
document can tell whether a hyphen there belongs to the word (see ``whole.text``).
"""

from collections.abc import Sequence

from extractors.blocks import Box, Paragraph, Place
from extractors.readers.pdf.lines import Line, join_words
from extractors.readers.pdf.page.paragraphs.counted_lines import SAME_X_PT
from extractors.readers.pdf.page.paragraphs.markers import Group
from extractors.readers.pdf.record import Word

LINE_END = "\n"
FULL_LINE_END = "\v"  # the end of a line that one unbroken word fills
SAME_SIZE = 0.1  # of its size by which an item differs from the one that it is nested in
FULL_EM = 1.2  # of the size at the right of a line that had no room for one more letter


def make_paragraphs(
    groups: Sequence[Group],
    page: int,
    struck: frozenset[Word] = frozenset(),
    right: float = 0.0,
    edge: float = 0.0,
) -> list[Paragraph]:
    """Make the paragraphs of one column or cell.

    ``right`` is where its text ends, in points, and ``edge`` where a cell has room for it.
    """
    levels: list[float] = []
    made = []
    size = 0.0
    for group in groups:
        if abs(group.lines[0].size - size) > SAME_SIZE * size:
            levels.clear()  # "1. Homes" somewhat in below "8. Our plan" is a heading and no item
        size = group.lines[0].size
        level = _level(group, levels)
        made.append(_paragraph(group, page, level, struck, right, edge))
    return made


def _level(group: Group, levels: list[float]) -> int:
    """How deep an item is nested; ``levels`` holds the places of the markers around it."""
    if group.marker is None:
        levels.clear()
        return 0
    while levels and levels[-1] > group.marker_x + SAME_X_PT:
        levels.pop()
    if not levels or levels[-1] < group.marker_x - SAME_X_PT:
        levels.append(group.marker_x)
    return len(levels) - 1


def _paragraph(
    group: Group, page: int, level: int, struck: frozenset[Word], right: float, edge: float
) -> Paragraph:
    lines = [line.words for line in group.lines]
    if group.marker is not None:
        lines[0] = lines[0][1:]
    kept = lines if not struck else [tuple(w for w in words if w not in struck) for words in lines]
    words = [word for line in kept for word in line]
    leading = _bold_words(words)
    bold = 0 < leading == len(words)
    return Paragraph(
        _text(kept, group.lines, right, edge),
        group.marker,
        level,
        lead_in=_plain(join_words(words[:leading])) if leading and not bold else None,
        bold=bold,
        size=group.lines[0].size,
        struck=_struck(lines, group.lines, right, edge, struck) if struck else None,
        place=Place((_box(group.lines, page),)),
    )


def _text(kept: Sequence[Sequence[Word]], lines: Sequence[Line], right: float, edge: float) -> str:
    parts = []
    for place, (words, line) in enumerate(zip(kept, lines, strict=True)):
        if words:
            after = lines[place + 1].words[0] if place + 1 < len(lines) else words[0]
            full = _is_full(words, line, right) and not _has_room(line, after, edge)
            parts += [join_words(words), FULL_LINE_END if full else LINE_END]
    return "".join(parts[:-1])


def _is_full(words: Sequence[Word], line: Line, right: float) -> bool:
    """Whether one word reaches the right border, where it may have been cut."""
    full = line.x1 > right - line.size * FULL_EM
    return full and all([word.glued for word in words[1:]])  # letters set apart are words


def _has_room(line: Line, after: Word, edge: float) -> bool:
    """Whether the figure that begins the next line had room in this one: "EDI" above "01".

    Two figures are parts of one number, which some producers break early: "01/06/20" above "25".
    """
    starts = after.text[0].isdigit() and not line.words[-1].text[-1].isdigit()
    return starts and line.x1 + (after.x1 - after.x0) / len(after.text) < edge


def _struck(
    words: Sequence[Sequence[Word]],
    lines: Sequence[Line],
    right: float,
    edge: float,
    struck: frozenset[Word],
) -> str | None:
    crossed = [tuple(word for word in line if word in struck) for line in words]
    return _text(crossed, lines, right, edge) or None


def _bold_words(words: Sequence[Word]) -> int:
    """How many words are bold before the first that is not."""
    count = 0
    while count < len(words) and words[count].style.bold:
        count += 1
    return count


def _plain(text: str) -> str:
    return " ".join(text.split())


def _box(lines: Sequence[Line], page: int) -> Box:
    if len(lines) == 1:
        (line,) = lines
        return Box(page, line.x0, line.top, line.x1, line.bottom)
    return Box(
        page,
        min([line.x0 for line in lines]),
        min([line.top for line in lines]),
        max([line.x1 for line in lines]),
        max([line.bottom for line in lines]),
    )
