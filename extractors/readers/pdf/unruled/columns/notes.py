"""Lines across a table that say more of the row above them: "Progress: two sites are open".

Knows lines and columns; knows nothing of what is printed but the colon. Such lines begin with the
same words again and again, at the table's edge, and run on below the next head as no cell does.
"""

from collections import Counter
from collections.abc import Collection, Sequence

from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.unruled.columns.corridors import Columns
from extractors.readers.pdf.unruled.heads.heads import is_at
from extractors.readers.pdf.unruled.rows.rows import ONE_TEXT_EM, Band, bands_of

MIN_AGAIN = 2  # lines that begin alike
MAX_LABEL_WORDS = 4  # "Progress to date:"


def labels_again(lines: Sequence[Line], columns: Columns, below: int) -> frozenset[str]:
    """What begins the notes among the lines of a page: "Progress:", "Aim:" below all heads.

    The line ``below`` heads begins with it once: "Aim: streams run clear" across a table's top.
    """
    labels = {at: label for at, line in enumerate(lines) if (label := _label(line, columns))}
    if not labels:
        return frozenset()  # nearly always
    counts = Counter(labels.values())
    return frozenset(
        label
        for at, label in labels.items()
        if (counts[label] >= MIN_AGAIN or at == below) and lines[at].x1 > columns.heads[1].x0
    )


def notes_in(lines: Sequence[Line], columns: Columns, known: Collection[str]) -> list[list[Line]]:
    """The notes among the lines below heads, each with the lines in which it goes on.

    None where no other line stands there: they would say more of no row.
    """
    notes: list[list[Line]] = []
    last: Line | None = None
    for line in lines if known else ():
        if _label(line, columns) in known:
            notes.append([line])
        elif last is not None and _goes_on(last, line):
            notes[-1].append(line)
        else:
            last = None
            continue
        last = line
    return notes if sum(map(len, notes)) < len(lines) else []


def bases_of(notes: Sequence[Sequence[Line]]) -> frozenset[float]:
    """The baselines of the lines of notes."""
    return frozenset(line.base for note in notes for line in note)


def with_notes(bands: Sequence[Band], notes: Sequence[Sequence[Line]]) -> Sequence[Band]:
    """The rows of a table and its notes, top to bottom."""
    if not notes:
        return bands
    return bands_of(sorted([*(band.lines for band in bands), *notes], key=_top))


def _top(lines: Sequence[Line]) -> float:
    return min(line.base for line in lines)


def _label(line: Line, columns: Columns) -> str:
    """The words before a colon with which a line of one piece begins at the edge; "" for none."""
    for end, word in enumerate(line.words[:MAX_LABEL_WORDS], 1):
        if word.text[-1] == ":":  # seldom
            lone = len(line.pieces) == 1 and len(columns.heads) > 1 and end < len(line.words)
            at_edge = lone and columns.begins(line.x0, 0)
            return " ".join(word.text for word in line.words[:end]) if at_edge else ""
    return ""


def _goes_on(above: Line, line: Line) -> bool:
    """Whether a line of one piece follows as closely as lines of one text do."""
    step = line.base - above.base
    return len(line.pieces) == 1 and is_at(line.x0, above.x0) and step <= ONE_TEXT_EM * line.size
