"""The reading order of one page: columns, boxes, and tables among lines.

Knows where things stand; knows nothing of what they say.
"""

from collections.abc import Sequence
from itertools import takewhile

from extractors.blocks import Table
from extractors.readers.pdf.grid import area
from extractors.readers.pdf.lines import Line, make_lines
from extractors.readers.pdf.page.regions.atoms import Atom, Region, stripes_of
from extractors.readers.pdf.page.regions.label_cells import part_labels, piece_of
from extractors.readers.pdf.page.regions.numerals import with_numerals
from extractors.readers.pdf.page.regions.reach import text_end
from extractors.readers.pdf.page.regions.side_texts import beside_tables
from extractors.readers.pdf.record import Frame, Word, holds, inside

GUTTER_EM = 0.9  # of the size; the gaps between the words of justified lines stay below
MIN_GUTTER_PT = 8.0  # points; columns of prose stand 12 to 30 apart
MIN_COLUMN_LINES = 3  # lines on either side of a gap before it parts columns and no tab stop
MIN_COLUMN_LETTERS = 16  # letters of a column's middle line; shorter ones are lists of values
NEXT_BLOCK_EM = 2.2  # of the size: distance at which a line below columns belongs to neither
TITLE_EM = 1.5  # of the size of a title, or of a line of text, from its foot to what stands below
ROOM_PT = 4.0  # points by which a title may reach over the sides of its table
FULL_EM = 3.0  # of the size by which the widest of a few lines ends before its column does
MAX_FOOTER = 2  # lines of a footer, below columns
LARGER = 1.15  # times the size of the columns' lines: a line set so heads what follows


def reading_order(
    words: Sequence[Word], tables: Sequence[Table], boxes: Sequence[Frame]
) -> list[Region | Table]:
    """Put lines and tables into reading order.

    Args:
        words: Those that stand in no table.
        tables: Of the page, with their places.
        boxes: Frames round text, which is read together.
    """
    atoms, outside = _boxed(words, tables, boxes)
    lines = make_lines(with_numerals(outside))
    return _ordered(_with_titles(atoms, [piece for line in lines for piece in _pieces(line)]))


def _with_titles(atoms: Sequence[Atom], pieces: Sequence[Atom]) -> list[Atom]:
    """Atoms and lines, each table that has others beside it as one with the lines right above it.

    The title of a table that begins lower than its neighbour stands beside that one's rows. One
    above the first of several that begin level and have none of their own heads them all.
    """
    left = sorted(pieces, key=lambda one: one.frame.top, reverse=True)
    above = {id(atom): _right_above(atom.frame, left) for atom in atoms}
    whole: list[Atom] = []
    for atom in atoms:
        beside = [other for other in atoms if _beside(atom.frame, other.frame)]
        own = [piece for piece in above[id(atom)] if piece in left]
        if not own or not any(above[id(o)] or o.frame.top < own[0].frame.bottom for o in beside):
            whole.append(atom)
            continue
        left = [piece for piece in left if piece not in own]
        words = [word for piece in own if piece.line is not None for word in piece.line.words]
        top = min([atom.frame.top, *(piece.frame.top for piece in own)])
        held = (*_region(words, [atom.frame]), *atom.held)
        whole.append(Atom(atom.frame._replace(top=top), held=held))
    return [*whole, *left]


def _beside(one: Frame, other: Frame) -> bool:
    """Whether two frames share some height, and no width."""
    apart = one.x1 <= other.x0 or other.x1 <= one.x0
    return apart and min(one.bottom, other.bottom) > max(one.top, other.top)


def _right_above(frame: Frame, pieces: Sequence[Atom]) -> list[Atom]:
    """The lines above a frame that are no wider than it, lowest first, up to white space."""
    own: list[Atom] = []
    top = frame.top
    for piece in pieces:
        at, line = piece.frame, piece.line
        if line is None or at.bottom > top + 1.0 or at.x1 <= frame.x0 or at.x0 >= frame.x1:
            continue
        fits = frame.x0 - ROOM_PT <= at.x0 and at.x1 <= frame.x1 + ROOM_PT
        if not fits or top - at.bottom > TITLE_EM * line.size:
            break
        own.append(piece)
        top = at.top
    return own


def _boxed(
    words: Sequence[Word], tables: Sequence[Table], boxes: Sequence[Frame]
) -> tuple[list[Atom], list[Word]]:
    """The outermost boxes and the tables outside them as atoms, and the words outside."""
    left_words, left_tables = list(words), list(tables)
    left_boxes = sorted(boxes, key=area, reverse=True)
    atoms = []
    while left_boxes:
        box = left_boxes.pop(0)
        in_words = [word for word in left_words if holds(box, word)]
        in_tables = [table for table in left_tables if _middle_in(_frame(table), box)]
        if not in_words and not in_tables:
            continue
        in_boxes = [other for other in left_boxes if _middle_in(other, box)]
        left_words = [word for word in left_words if not holds(box, word)]
        left_tables = [table for table in left_tables if not _middle_in(_frame(table), box)]
        left_boxes = [other for other in left_boxes if not _middle_in(other, box)]
        atoms.append(Atom(box, held=tuple(reading_order(in_words, in_tables, in_boxes))))
    atoms += [Atom(_frame(table), held=(table,)) for table in left_tables]
    return atoms, left_words


def _middle_in(inner: Frame, outer: Frame) -> bool:
    return inside((inner.x0 + inner.x1) / 2, (inner.top + inner.bottom) / 2, outer)


def _frame(table: Table) -> Frame:
    box = table.place.boxes[0]
    return Frame(box.x0, box.top, box.x1, box.bottom)


def _pieces(line: Line) -> list[Atom]:
    """A line in the pieces between its wide gaps."""
    gutter = max(GUTTER_EM * line.size, MIN_GUTTER_PT)
    pieces: list[list[Word]] = [[line.words[0]]]
    for word in line.words[1:]:
        if word.x0 - pieces[-1][-1].x1 > gutter:
            pieces.append([word])
        else:
            pieces[-1].append(word)
    if len(pieces) == 1:
        return [Atom(line.frame, line)]
    return [Atom(piece.frame, piece) for piece in (piece_of(line, words) for words in pieces)]


def _ordered(atoms: Sequence[Atom]) -> list[Region | Table]:
    """Read stripe by stripe; stripes that share a gap from top to bottom are columns."""
    stripes = stripes_of(atoms)
    found: list[Region | Table] = []
    plain: list[Atom] = []
    index = 0
    while index < len(stripes):
        count, cut = _columns_from(stripes, index)
        if cut is None:
            count = _to_next_pieces(stripes, index, count)
        shared = stripes[index : index + count]
        index += count
        if cut is None:
            plain += [atom for stripe in shared for atom in stripe]
            continue
        found += _plain(plain)
        plain = []
        for inner in beside_tables(shared, cut):
            found += _ordered([atom for atom in inner if atom.frame.x1 <= cut])
            found += _ordered([atom for atom in inner if atom.frame.x1 > cut])
    return found + _plain(plain)


def _columns_from(stripes: Sequence[Sequence[Atom]], start: int) -> tuple[int, float | None]:
    """How many stripes from here on share a gap, and where it parts them; None for no columns."""
    if all(len(stripe) < 2 for stripe in stripes):
        return len(stripes) - start, None
    atoms = [atom.frame for stripe in stripes for atom in stripe]
    reach = min(frame.x0 for frame in atoms), max(frame.x1 for frame in atoms)
    gaps = _gaps(stripes[start], *reach)
    count = 1
    while start + count < len(stripes):
        narrowed = _narrow(gaps, stripes[start + count])
        if not narrowed:
            break
        if _heads(stripes, start, count) and not _goes_on_left(stripes, start, count, narrowed):
            break
        gaps, count = narrowed, count + 1
    inner = [atom for stripe in stripes[start : start + count] for atom in stripe]
    for low, high in sorted(gaps, key=lambda gap: gap[0] - gap[1]):
        cut = (low + high) / 2
        left = [atom for atom in inner if atom.frame.x1 <= cut]
        right = [atom for atom in inner if atom.frame.x1 > cut]
        if _is_column(left) and _is_column(right):
            return count, cut
    return count, None


def _to_next_pieces(stripes: Sequence[Sequence[Atom]], start: int, count: int) -> int:
    """How many stripes, of so many that make no columns, stand before the next that may begin some.

    A title above two columns leaves a gap at its right that they do not keep.
    """
    after = range(start + 1, start + count)
    return next((index - start for index in after if len(stripes[index]) > 1), count)


def _gaps(stripe: Sequence[Atom], left: float, right: float) -> list[tuple[float, float]]:
    """The free stretches between the atoms of a stripe, and beside them."""
    gaps = []
    reach = left
    for atom in sorted(stripe, key=lambda one: one.frame.x0):
        if atom.frame.x0 - reach >= MIN_GUTTER_PT:
            gaps.append((reach, atom.frame.x0))
        reach = max(reach, atom.frame.x1)
    return [*gaps, (reach, right)] if right - reach >= MIN_GUTTER_PT else gaps


def _narrow(
    gaps: Sequence[tuple[float, float]], stripe: Sequence[Atom]
) -> list[tuple[float, float]]:
    """What stays free of the gaps when a stripe is added."""
    narrowed = []
    for low, high in gaps:
        for atom in stripe:
            if atom.frame.x1 <= low or atom.frame.x0 >= high:
                continue
            if atom.frame.x0 - low > high - atom.frame.x1:
                high = min(high, atom.frame.x0)
            else:
                low = max(low, atom.frame.x1)
        if high - low >= MIN_GUTTER_PT:
            narrowed.append((low, high))
    return narrowed


def _heads(stripes: Sequence[Sequence[Atom]], start: int, count: int) -> bool:
    """Whether the next stripe is a line that stands apart below columns, or is set larger."""
    following = stripes[start + count]
    if len(following) != 1 or following[0].line is None:
        return False
    line = following[0].line
    beside = stripes[start + count - 1]
    above = [atom.line for atom in beside if atom.line is not None]
    if not above:
        return len(beside) > 1  # boxes or tables side by side end together
    size = max(one.size for one in above)
    far = line.base - max(one.base for one in above) > NEXT_BLOCK_EM * size
    return line.size > LARGER * size or (far and count >= MIN_COLUMN_LINES)


def _goes_on_left(
    stripes: Sequence[Sequence[Atom]], start: int, count: int, gaps: Sequence[tuple[float, float]]
) -> bool:
    """Whether the left column goes on to the foot of the page where the right one has ended.

    What follows the line that heads it is set as wide as the column was, and no wider.
    """
    above = [atom.frame for stripe in stripes[start : start + count] for atom in stripe]
    inner = [gap for gap in gaps if any(frame.x0 >= gap[1] for frame in above)]  # no margin
    if not inner:
        return False
    low = max(inner, key=lambda gap: gap[1] - gap[0])[0]
    beside = (frame.x1 for frame in above)
    width = max((x1 for x1 in beside if x1 <= low), default=0.0)
    line, below = stripes[start + count][0].line, stripes[start + count + 1 :]
    held = list(takewhile(lambda stripe: max(one.frame.x1 for one in stripe) <= low, below))
    reach = max((one.frame.x1 for stripe in held for one in stripe), default=0.0)
    full = line is not None and reach > width - FULL_EM * line.size
    return full and len(held) >= MIN_COLUMN_LINES and len(below) - len(held) <= MAX_FOOTER


def _is_column(atoms: Sequence[Atom]) -> bool:
    if any(atom.line is None for atom in atoms):
        return True
    lines = make_lines([word for atom in atoms if atom.line for word in atom.line.words])
    lengths = sorted(len(line.text) for line in lines)
    return len(lines) >= MIN_COLUMN_LINES and lengths[len(lines) // 2] >= MIN_COLUMN_LETTERS


def _plain(atoms: Sequence[Atom]) -> list[Region | Table]:
    """Atoms without columns: lines put together again, between tables and boxes."""
    tables = [atom.frame for atom in atoms if atom.is_table]
    found: list[Region | Table] = []
    words: list[Word] = []
    for atom in sorted(atoms, key=lambda one: one.frame.top):
        if atom.line is not None:
            words += atom.line.words
            continue
        found += _region(words, tables)
        words = []
        found += atom.held
    return found + _region(words, tables)


def _region(words: Sequence[Word], tables: Sequence[Frame]) -> list[Region]:
    runs = part_labels(make_lines(words))
    return [
        Region(tuple(lines), min(line.x0 for line in lines), text_end(lines, tables))
        for lines in runs
    ]
