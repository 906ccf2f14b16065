"""Labels set to the right or to the middle of their column, instead of beginning at one place.

``Lead | Vale`` above ``Complete by | 2027``, the labels ending close before their texts or standing
around one axis. Each is taken to begin where the longest does, and to end as far before its text as
pieces of a line do, so that all else sees labels that begin at one place. Knows lines of words and
their look; knows nothing of what is printed.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from extractors.readers.pdf.lines import Line, piece_gap
from extractors.readers.pdf.record import Word
from extractors.readers.pdf.unruled.heads.heads import is_at
from extractors.readers.pdf.unruled.labels.label_rows import label_print

MIN_STARTS = 3  # places where labels begin that end at one, or stand around one
MOST = 0.8  # share of the labels before texts at one place; others begin titles
GAP_EM = 0.5  # of the size between a label and its text; words stand 0.25 to 0.35 apart


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A line and the words of it that are a label; all of them where no text stands beside it."""

    line: Line
    label: tuple[Word, ...]

    @property
    def right(self) -> float:
        """Where the text beside it begins."""
        return self.line.words[len(self.label)].x0


def flushed_left(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a page, those of labels set otherwise as if these began at one place."""
    groups: dict[float, list[_Labelled]] = {}
    for line in lines:
        if count := _label_words(line):
            one = _Labelled(line, line.words[:count])
            known = next((at for at in groups if is_at(at, one.right)), one.right)
            groups.setdefault(known, []).append(one)
    moved: dict[int, Line] = {}
    for right, held in groups.items():
        if len(held) >= MIN_STARTS and _are_labels(held):
            moved |= _moved(held, right, lines)
    return [moved.get(id(line), line) for line in lines] if moved else lines


def _moved(held: Sequence[_Labelled], right: float, lines: Sequence[Line]) -> dict[int, Line]:
    """The lines of labels before texts at one place, moved; those alone beside no text as well."""
    look = _look(held[0].label)
    places: tuple[Callable[[Sequence[Word]], float], ...] = (_end, _middle)
    for place in places:
        at = median(place(one.label) for one in held)
        sets = [one for one in held if is_at(place(one.label), at)]
        if len({round(one.line.x0) for one in sets}) < MIN_STARTS or len(sets) < MOST * len(held):
            continue
        sets += [
            _Labelled(line, line.words)
            for line in lines
            if line.x1 < right and is_at(place(line.words), at) and _look(line.words) == look
        ]
        close = max(one.label[-1].x1 for one in sets) + piece_gap(held[0].line.size) - right
        left = min(one.line.x0 for one in sets) - max(close, 0.0)
        return {id(one.line): _from(one, left) for one in sets if one.line.x0 > left}
    return {}


def _end(words: Sequence[Word]) -> float:
    return words[-1].x1


def _middle(words: Sequence[Word]) -> float:
    return (words[0].x0 + words[-1].x1) / 2


def _label_words(line: Line) -> int:
    """How many words of a line are a label beside a text: a piece, or a look that ends at a gap."""
    pieces = line.pieces
    if len(pieces) in (2, 4):
        return len(pieces[0]) if _look(pieces[0]) is not None else 0
    if len(pieces) != 1:
        return 0
    first, look = line.words[0].style, _look(line.words[:1])
    others = (at for at, word in enumerate(line.words) if word.style is not first)  # mostly none
    end = next((at for at in others if _look(line.words[at : at + 1]) != look), 0)
    gap = line.words[end].x0 - line.words[end - 1].x1 if end else 0.0
    return end if gap >= GAP_EM * line.size else 0


def _are_labels(held: Sequence[_Labelled]) -> bool:
    """Whether lines begin with labels: in a look of their own, or with the same ones again."""
    looks = [(_look(one.label), _look(one.line.words[len(one.label) :][:1])) for one in held]
    times = Counter(label_print(one.label) for one in held)
    again = sum(count for count in times.values() if count > 1)
    return all(one != other for one, other in looks) or again >= MOST * len(held)


def _look(words: Sequence[Word]) -> tuple[bool, str] | None:
    """The look of words, None where it is not one."""
    looks = {(word.style.bold, word.style.colour) for word in words}
    return looks.pop() if len(looks) == 1 else None


def _from(one: _Labelled, left: float) -> Line:
    """A line whose label begins at a place."""
    by = one.line.x0 - left
    label = (word._replace(x0=word.x0 - by, x1=word.x1 - by) for word in one.label)
    return replace(one.line, words=(*label, *one.line.words[len(one.label) :]), x0=left)
