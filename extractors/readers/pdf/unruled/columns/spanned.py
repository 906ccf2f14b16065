"""Values merged over several columns where no vertical rule shows it: "Ongoing" for start and end.

Knows lines of words and columns; knows nothing of what is printed. Such a value runs over the
border between columns, while all that stands beside it keeps to its own.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.readers.pdf.grid import GridCell
from extractors.readers.pdf.lines import BULLETS, Line, make_lines
from extractors.readers.pdf.record import Word
from extractors.readers.pdf.unruled.columns.corridors import Columns, narrowed_by
from extractors.readers.pdf.unruled.heads.heads import is_among

MIN_WORD_EM = 0.12  # of the size between two words of one text; nearer ones overlap in tight cells
WORD_EM = 0.36  # the same at most; 0.22 to 0.32 in the usual fonts
EDGE_PT = 1.0  # points by which text without padding may begin left of its border
HANG_EM = 0.15  # of the size by which a J reaches left of where its column's other texts begin
SAME_PT = 0.5  # points; texts of one column begin nearer to one place
MIN_BESIDE = 2  # texts that begin as columns do, beside one that is centred over several of them


def held_by(columns: Columns, line: Line) -> Columns | None:
    """The columns once a line is added, of which one text may stand in a cell over several.

    None where it runs across their borders otherwise, as prose and headings do.
    """
    narrowed = narrowed_by(columns, line)
    if narrowed is not None:
        return narrowed
    over = [words for words in line.pieces if narrowed_by(columns, _line(words)) is None]
    if len(over) != 1 or len(line.pieces) < 2 or not _may_span(columns, line, over[0]):
        return None
    return narrowed_by(columns, _line([word for word in line.words if word not in over[0]]))


def _line(words: Sequence[Word]) -> Line:
    return make_lines(words)[0]


def _may_span(columns: Columns, line: Line, text: Sequence[Word]) -> bool:
    """Whether a text begins as a column right of the first does, or is centred over several.

    Some of what stands beside it begins as columns do: prose in columns does not on both sides.
    """
    beside = [words for words in line.pieces if words[0] is not text[0]]
    if not any(_begins(columns, words[0].x0, 0.0) for words in beside):
        return False
    centred = len(beside) >= MIN_BESIDE and text[0].x0 > _starts(columns)[1]
    return centred or _begins(columns, text[0].x0, _starts(columns)[1])


def _begins(columns: Columns, x: float, least: float) -> bool:
    """Whether text from ``x`` on begins a cell of a column that begins at ``least`` or after."""
    starts = [(at, start) for at, start in enumerate(_starts(columns)) if start >= least]
    return any(columns.begins(x, at) or abs(x - start) < SAME_PT for at, start in starts)


def _starts(columns: Columns) -> Sequence[float]:
    return columns.starts or [head.x0 for head in columns.heads]


def starts_in(lines: Sequence[Line], columns: Columns) -> list[float]:
    """Where the texts of lines begin that white space parts from those before, in points.

    So does what begins where its head does, and in columns that shading draws any word that begins
    a cell: a date set right ends hard by it.
    """
    starts = {words[0].x0 for line in lines for words in line.pieces}
    starts |= {head.x0 for head in columns.heads}
    if columns.stated:
        words = (word for line in lines for word in line.words)
        inner = range(1, len(columns.heads))
        starts |= {word.x0 for word in words if any(columns.begins(word.x0, at) for at in inner)}
    return sorted(starts)


def with_spans(
    cells: Sequence[GridCell],
    lines: Sequence[Line],
    borders: Sequence[float],
    starts: Sequence[float],
) -> list[GridCell]:
    """The cells of one row, those as one over whose border a text runs.

    Args:
        cells: One for each column, left to right.
        lines: Of the row.
        borders: x of the column borders, the table's edges first and last.
        starts: Where texts of the table begin; a full cell may end hard by one that begins there.
    """
    joined = [cells[0]]
    for at, cell in enumerate(cells[1:], 1):
        last = joined[-1]
        if at > 1 and _runs_over(lines, borders[at - 1 : at + 2], starts):
            frame = last.frame._replace(x1=cell.frame.x1)
            joined[-1] = replace(last, column_span=last.column_span + 1, frame=frame)
        else:
            joined.append(cell)
    return joined


def _runs_over(lines: Sequence[Line], borders: Sequence[float], starts: Sequence[float]) -> bool:
    """Whether words of a row follow one another over a border and none stands off beside it.

    ``borders`` are this one between its neighbours.
    """
    low, border, high = (border - EDGE_PT for border in borders)
    over = False
    for line in lines:
        left = [word for word in line.words if low <= word.x0 < border]
        right = [word for word in line.words if border <= word.x0 < high]
        if left and left[-1].x0 >= border - HANG_EM * line.size and _begins_piece(line, left[-1]):
            right = [left.pop(), *right]
        if left and right and not _follows(right[0], left[-1], line.size, starts):
            return False
        behind = [word for word in left[-2:-1] if word.text not in BULLETS]
        long = behind and left[-1].x1 > border + EDGE_PT
        follows = bool(long) and _follows(left[-1], behind[0], line.size, starts)
        over = over or follows or bool(left and right)
    return over


def _begins_piece(line: Line, word: Word) -> bool:
    """Whether white space parts a word from the one before it, as in a cell of its own."""
    return any(words[0] is word for words in line.pieces)


def _follows(word: Word, before: Word, size: float, starts: Sequence[float]) -> bool:
    """Whether a word goes on with the one before it, and begins no cell."""
    near = MIN_WORD_EM * size <= word.x0 - before.x1 <= WORD_EM * size
    return near and not is_among(word.x0, starts, SAME_PT)
