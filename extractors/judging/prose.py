"""Promises that stand in lists of prose, and in no table: told, since only tables give actions.

A plan may be printed as headings with bullets below "Actions" or "We will:" and hold no table at
all; whoever reads its rows must learn that there is more. Knows lines and wording; reads nothing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from extractors.blocks import Problem
from extractors.columns.contents import opens_promise
from extractors.judging.reports import plain_words, short
from extractors.lines import Line
from extractors.phrases import finder_of, one_of
from extractors.rows import ActionRow, PriorityRow

MIN_ITEMS = 3  # promises of a document; one or two stand in any foreword
HEAD_RE = finder_of("will do")
WILL_RE = re.compile(  # "In 2026 the council and its partners will:"
    rf"\b(?:partners|{one_of('body that publishes')})\b.*\bwill\s*:$", re.IGNORECASE
)
OTHER_RE = finder_of("was done")  # and how it will be told whether it worked


def prose_promises(
    lines: Sequence[Line], actions: Sequence[ActionRow], priorities: Sequence[PriorityRow]
) -> list[Problem]:
    """One notice where list items promise something and are neither action nor priority.

    ``Problem("extract", "prose_promises", "notice", 'p.4: 7 list items below "Actions" ...', 4)``.

    Args:
        lines: Of the whole document.
        actions: Those that were read: lists inside cells and cards are in them.
        priorities: Those that were read, some of them from lists.
    """
    read = plain_words(" ".join(text for one in actions for text in one.cells.values()))
    acts = filter(None, (plain_words(one.cells.get("activity") or "") for one in actions))
    known = (  # "Lend tools (Parks; May 2026)" is the action "Lend tools"
        *(f"{text} {bracket}" for text in acts for bracket in "(["),
        *(plain_words(one.title) for one in priorities),
    )
    items = [
        (head, line)
        for head, line in _listed(lines)
        if (text := plain_words(line.text)) not in read and not text.startswith(known)
    ]
    if len(items) < MIN_ITEMS:
        return []
    (head, first), heads = items[0], len({head for head, _ in items})
    page = first.place.page
    more = f" and {heads - 1} more" if heads > 1 else ""
    message = (
        f"{'' if page is None else f'p.{page}: '}{len(items)} list items below "
        f'"{short(head)}"{more} promise something but stand in no table, so they are not among the '
        f'actions (first "{short(first.text)}"). Read them in the document.'
    )
    return [Problem("extract", "prose_promises", "notice", message, page)]


def _listed(lines: Sequence[Line]) -> Iterator[tuple[str, Line]]:
    """The list items that open a promise, each with the heading or text that announces them."""
    leads_in = ""
    for line in lines:
        if line.marker is None:
            leads_in = line.text if line.is_text and line.text.endswith(":") else ""
        elif line.is_text and opens_promise(line.text):
            head = _announcing((leads_in, *line.above[-1:]))
            if head is not None:
                yield head, line


def _announcing(texts: Iterable[str]) -> str | None:
    """The first text that announces what will be done, and neither what was nor its measures."""
    heads = (text for text in texts if HEAD_RE.search(text) or WILL_RE.search(text))
    return next((text for text in heads if not OTHER_RE.search(text)), None)
