"""Terms above or before what they mean, in a list of definitions that only its indents tell.

Knows lines, their indents and how they begin; knows no other pages.
"""

from collections.abc import Sequence
from itertools import pairwise

from extractors.readers.pdf.lines import Line

MIN_TERMS = 3  # of a list; fewer lines may stand left of the next by chance
MAX_TERM_WORDS = 6  # of a term; as many as a glossary takes for one
INDENT_EM = 1.5  # of the size, or more, that meanings stand in
SAME_X_PT = 3.0  # points; starts of lines that differ by less are aligned


def term_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Places of the lines that are terms: ``{1, 3, 5}`` of three below a heading.

    They alone stand left, one by one above what they mean, are short and end no sentence. Where
    the first lines of paragraphs are indented, what stands left goes on with one, and what hangs
    below an item in small letters goes on with it.
    """
    runs: list[list[int]] = [[]]
    for at, (line, below) in enumerate(pairwise(lines)):
        run = runs[-1]
        if run and _is_aligned(line, lines[run[0] + 1]):
            continue  # of what the last term means
        inside = below.x0 - line.x0 >= INDENT_EM * line.size
        term = inside and _is_term(line) and not below.words[0].text[0].islower()
        if run and not (term and _is_aligned(line, lines[run[0]])):
            runs.append([])
        if term:
            runs[-1].append(at)
    return frozenset(at for run in runs if len(run) >= MIN_TERMS for at in run)


def hung_terms(lines: Sequence[Line]) -> frozenset[int]:
    """Places of the lines that begin with a bold term and its meaning, whose next lines hang.

    ``{0, 2, 3}`` where the second line goes on with the first, further in: a meaning that ends
    without a stop at the edge of the page leaves nothing else to tell where the next term begins.
    """
    runs: list[list[int]] = [[]]
    hangs: list[bool] = [False]
    for at, line in enumerate(lines):
        run = runs[-1]
        term = line.words[0].style.bold and not line.words[-1].style.bold
        if run and line.x0 - lines[run[0]].x0 >= INDENT_EM * line.size:
            hangs[-1] = True
        elif run and term and _is_aligned(line, lines[run[0]]):
            run.append(at)
        else:
            runs.append([at] if term else [])
            hangs.append(False)
    whole = (run for run, hung in zip(runs, hangs, strict=True) if hung and len(run) >= MIN_TERMS)
    return frozenset(at for run in whole for at in run)


def _is_aligned(line: Line, other: Line) -> bool:
    return abs(line.x0 - other.x0) <= SAME_X_PT


def _is_term(line: Line) -> bool:
    first, last = line.words[0].text, line.words[-1].text
    return len(line.words) <= MAX_TERM_WORDS and not first[0].islower() and last[-1] not in ".:;,"
