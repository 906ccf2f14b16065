"""What is struck through in a document: left out of every text, and told here for every format.

Readers keep struck words beside the text (``Paragraph.struck``) and tell nothing of them, so that
the same plan as PDF, Word file, web page and spreadsheet gives the same problems.
"""

from collections.abc import Iterator, Sequence

from extractors.blocks import Block, Heading, Paragraph, Problem, Table
from extractors.judging.doubts import text_of_row
from extractors.judging.reports import short
from extractors.rows import ActionRow

MAX_PASSAGES = 5  # passages that a problem quotes; a dropped row has one in each of its cells

Spot = tuple[int | None, int | None]
"""A page and the number of a table on it, from 1; None for a format without pages, and for text."""


def struck_passages(blocks: Sequence[Block]) -> list[Problem]:
    """One notice for each table, on each of its pages, that holds struck words; one for text.

    ``Problem("extract", "struck_text", "notice", 'p.2 table 3: 1 passage is struck through and was
    left out: "Open a second refuge".', 2)``; the row of an action that is wholly struck is read
    all the same, as dropped.
    """
    spots: dict[Spot, list[str]] = {}
    number = 0
    for block in blocks:
        number += isinstance(block, Table)
        table = number if isinstance(block, Table) else None
        for line in _lines(block):
            if line.struck:
                spots.setdefault((line.place.page, table), []).append(line.struck)
    return [_problem(spot, passages) for spot, passages in spots.items()]


def without_moved(actions: Sequence[ActionRow]) -> tuple[ActionRow, ...]:
    """The actions without those struck in one place that stand as they were in another.

    A reviewer who moves a row leaves it struck where it was; what is struck is told all the same.
    """
    if not any(action.dropped for action in actions):
        return tuple(actions)
    standing = {text_of_row(action) for action in actions if not action.dropped}
    return tuple(
        action for action in actions if not action.dropped or text_of_row(action) not in standing
    )


def _lines(block: Block) -> Iterator[Paragraph | Heading]:
    if not isinstance(block, Table):
        yield block
        return
    for cell in block.cells:
        yield from cell.paragraphs
        for inner in cell.nested:
            yield from _lines(inner)


def _problem(spot: Spot, passages: Sequence[str]) -> Problem:
    page, table = spot
    parts = [f"p.{page}" if page else None, f"table {table}" if table else "text outside tables"]
    count = "1 passage is" if len(passages) == 1 else f"{len(passages)} passages are"
    quoted = ", ".join(f'"{short(passage)}"' for passage in passages[:MAX_PASSAGES])
    more = " and more" if len(passages) > MAX_PASSAGES else ""
    where = " ".join(filter(None, parts))
    message = f"{where}: {count} struck through and left out: {quoted}{more}."
    return Problem("extract", "struck_text", "notice", message, page)
