"""Lines right above tables that are the titles of these: bold ones, and plain ones that promise.

Knows blocks and labels; what makes a heading a title is judged in ``headed_cards``.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from extractors.blocks import Block, Heading, Paragraph, Table
from extractors.columns.contents import opens_promise
from extractors.columns.refs import split_heading
from extractors.layouts.forms.headed_runs import table_labels
from extractors.layouts.forms.titles import is_form
from extractors.layouts.labels.cards import are_of_no_plan
from extractors.rows import WHO_AND_WHEN

MIN_LINES = 3  # lines above tables with the same labels; two may be so by chance


def title_lines(blocks: Sequence[Block], alone: frozenset[int]) -> frozenset[int]:
    """Places of the bold lines right above tables whose labels name the same fields.

    With them, the headings over cards that say who or when ``alone``: a long one is a bold line;
    and plain ones that promise, however many sentences they have, above forms that say no action.
    """
    groups: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, (line, table) in enumerate(pairwise(blocks)):
        titles = place in alone or (isinstance(line, Paragraph) and (line.bold or _promises(line)))
        if titles and not isinstance(line, Table) and isinstance(table, Table):
            names = [name for _, name in table_labels(table)]
            if not (_stands_out(line) or (is_form(table) and "activity" not in names)):
                continue
            plan = not are_of_no_plan(names, said=opens_promise(line.text))
            if plan and (said_of := WHO_AND_WHEN.intersection(names)):
                groups[said_of, line.size, _stands_out(line)].append(place)
    said = {
        place: opens_promise(text_of_line(blocks[place]))
        for one in groups.values()
        for place in one
    }
    told = [one for one in groups.values() if len(one) >= MIN_LINES]
    most = (one for one in told if sum(said[place] for place in one) > len(one) / 2)
    return frozenset(place for one in most for place in one)


def _stands_out(line: Heading | Paragraph) -> bool:
    """Whether a title is set apart from texts: a heading, or a bold line."""
    return isinstance(line, Heading) or line.bold


def _promises(line: Paragraph) -> bool:
    return line.marker is None and opens_promise(line.text)


def text_of_line(line: Block) -> str:
    """What a heading or a line says behind its reference."""
    return "" if isinstance(line, Table) else split_heading(line).text
