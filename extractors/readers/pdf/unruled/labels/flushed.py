"""Labels that end at one place, close before their texts, instead of beginning at one.

``Lead | Vale`` above ``Complete by | 2027``, both labels set to the right. Each is taken to begin
where the longest does, so that all else sees labels that begin at one place. Knows lines of words
and their look; knows nothing of what is printed.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.unruled.heads.heads import is_at

MIN_STARTS = 3  # places where labels begin that end at one


def flushed_left(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a page, those of labels set to the right as if these began at one place."""
    places: dict[tuple[float, float], list[Line]] = {}
    for line in lines:
        if (at := _ends(line)) is not None:
            known = next((one for one in places if all(map(is_at, one, at))), at)
            places.setdefault(known, []).append(line)
    moved: dict[int, Line] = {}
    for (end, _), held in places.items():
        if len({round(line.x0) for line in held}) < MIN_STARTS:
            continue
        left = min(line.x0 for line in held)
        alone = [line for line in lines if _is_label(line) and is_at(line.x1, end)]
        moved |= {id(line): _from(line, left) for line in (*held, *alone) if line.x0 > left}
    return [moved.get(id(line), line) for line in lines] if moved else lines


def _ends(line: Line) -> tuple[float, float] | None:
    """Where the bold label of a line ends, and the plain text beside it begins; None for none."""
    if not line.words[0].style.bold or line.words[-1].style.bold:
        return None
    pieces = line.pieces
    plain = len(pieces) == 2 and all(word.style.bold for word in pieces[0])
    return (pieces[0][-1].x1, pieces[1][0].x0) if plain and not pieces[1][0].style.bold else None


def _is_label(line: Line) -> bool:
    return len(line.pieces) == 1 and all(word.style.bold for word in line.words)


def _from(line: Line, left: float) -> Line:
    first, *rest = line.words
    return replace(line, words=(first._replace(x0=left), *rest), x0=left)
