"""Items of a list that end with who and when in brackets, where no label says which is which.

"Lend tools to new growers (Parks Team; September 2026)". Knows paragraphs; knows no tables.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.blocks import Paragraph
from extractors.columns.contents import MAX_LEAD_WORDS, YEAR_RE, opens_promise
from extractors.layouts.labels.prose_labels import BY_WHEN, UNTIL_RE, read_labels
from extractors.layouts.labels.two_fields import split_date

BRACKET_RE = re.compile(
    r"(?P<said>.*\S)\s*(?:\((?P<round>[^()]+)\)|\[(?P<square>[^\[\]]+)\])\.?", re.DOTALL
)
MIN_ITEMS = 3  # of a list; fewer may name who said something, and when
ALMOST_ALL = 0.8  # share of the items; a plan may leave one without its day


def name_brackets(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The paragraphs, with "Lead" and "By when" written into brackets that say both.

    ``"Lend tools (Parks; May 2026)"`` becomes ``"Lend tools (Lead: Parks; By when: May 2026)"``.
    They are left as they are unless nearly all items promise something and end so; bare years
    behind names are those of books: "(Home Office, 2021)".
    """
    items = [one for one in paragraphs if one.marker is not None] or paragraphs
    named = {id(one): text for one in items if (text := _named(one)) is not None}
    if len(named) < max(MIN_ITEMS, ALMOST_ALL * len(items)):
        return paragraphs
    return [replace(one, text=named.get(id(one), one.text)) for one in paragraphs]


def _named(item: Paragraph) -> str | None:
    """The text of an item with its bracket labelled; None where that does not say who and when."""
    found = BRACKET_RE.fullmatch(item.text)
    if found is None or not opens_promise(found["said"]) or read_labels(item).lines:
        return None
    parts = split_date(UNTIL_RE.sub("; ", found["round"] or found["square"]))
    if parts is None or len(parts[0].split()) > MAX_LEAD_WORDS or YEAR_RE.fullmatch(parts[1]):
        return None
    who, when = parts
    return f"{found['said']} (Lead: {who.rstrip(' .:')}; {BY_WHEN}: {when})"
