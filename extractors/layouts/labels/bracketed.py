"""Items of a list that end with who and when in brackets, where no label says which is which.

"Lend tools to new growers (Parks Team; September 2026)". Knows paragraphs; knows no tables.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.blocks import Paragraph
from extractors.columns.contents import (
    MAX_DATE_WORDS,
    MAX_LEAD_WORDS,
    YEAR_RE,
    opens_promise,
)
from extractors.layouts.labels.prose_labels import BY_WHEN, read_labels
from extractors.layouts.labels.two_fields import first_date, split_date
from extractors.phrases import finder_of

BRACKET_RE = re.compile(
    r"(?P<said>.*\S)\s*(?:\((?P<round>[^()]+)\)|\[(?P<square>[^\[\]]+)\])\.?", re.DOTALL
)
SEPARATORS = ",;|"  # a comma or the like; a dash is of names and spans of years as well
WILL_RE = re.compile(
    r"(?<!you )(?<!visitors )\b(?:will|shall)\s*[:.…]*$", re.IGNORECASE
)  # "Our partners will:"
WILL_DO_RE = finder_of("will do")
MIN_ITEMS = 3  # of a list; fewer may name who said something, and when
MIN_PROMISED = 2  # of a list below "We will:"


@dataclass(frozen=True, slots=True)
class _Item:
    """An item apart from its bracket, which says who and when."""

    paragraph: Paragraph
    said: str
    bracket: str


def name_brackets(
    paragraphs: Sequence[Paragraph], headings: Sequence[str] = (), *, aimed: bool = False
) -> Sequence[Paragraph]:
    """The paragraphs, with "Lead" and "By when" written into brackets that say both.

    ``"Lend tools (Parks; May 2026)"`` becomes ``"Lend tools (Lead: Parks; By when: May 2026)"``.
    They are left as they are unless all items promise something and end so; up to half may say
    who alone. What stands below "We will:", a line or the last heading, is promised whatever it
    begins with. A plan's lists stand below a line or one of the ``headings`` that announces what
    will be done, or below an aim of it (``aimed``): others name books, events and who said what.
    """
    items = [one for one in paragraphs if one.marker is not None] or paragraphs
    above = [one.text for one in paragraphs if one.marker is None] if items != paragraphs else []
    promised = any(map(WILL_RE.search, (*headings[-1:], *above)))
    if not (aimed or promised or any(map(WILL_DO_RE.search, (*headings, *above)))):
        return paragraphs
    ending = [found for one in items if (found := _item_of(one, promised=promised)) is not None]
    least = MIN_PROMISED if promised else MIN_ITEMS
    if len(ending) < max(least, len(items)):
        return paragraphs
    both = _named(ending)
    named = {
        id(one.paragraph): f"{one.said} (Lead: {one.bracket})" for one in ending if _is_who(one)
    }
    named |= both
    if len(both) < max(MIN_PROMISED, len(items) / 2) or len(named) < len(items):
        return paragraphs
    return [replace(one, text=named.get(id(one), one.text)) for one in paragraphs]


def _is_who(item: _Item) -> bool:
    """Whether a bracket may say who alone, as beside others that say when as well: "(Vale CVS)"."""
    words = item.bracket.split()
    named = item.bracket[0].isupper() and not any(map(str.isdigit, item.bracket))
    return named and len(words) <= MAX_LEAD_WORDS


def _item_of(paragraph: Paragraph, *, promised: bool) -> _Item | None:
    """An item that ends in brackets; None where it promises nothing, or labels say what they do."""
    found = BRACKET_RE.fullmatch(paragraph.text)
    if found is None or not (promised or opens_promise(found["said"])):
        return None
    if read_labels(paragraph).lines:
        return None
    return _Item(paragraph, found["said"], found["round"] or found["square"])


def _named(items: Sequence[_Item]) -> dict[int, str]:
    """The texts of the items, by paragraph, with the labels that their brackets lack.

    Bare years behind most names are those of books: "(Home Office, 2021)"; most in small letters
    name no body: "(phase two, 2027)", "(see page 12, May 2026)".
    """
    between = _separator([one.bracket for one in items])
    parts = [(one, said) for one in items if (said := _parts(one.bracket, between)) is not None]
    years = sum(YEAR_RE.fullmatch(when) is not None for _, (_, when) in parts)
    small = sum(who[0].islower() for _, (who, _) in parts)
    if max(years, small) > len(parts) / 2:
        return {}
    return {
        id(one.paragraph): f"{one.said} (Lead: {who}; {BY_WHEN}: {when})"
        for one, (who, when) in parts
    }


def _separator(brackets: Sequence[str]) -> str:
    """What parts who and when in half of the brackets of a list, or more: ","; else ""."""
    before: Counter[str] = Counter()
    for bracket in brackets:
        parts = split_date(bracket)
        rest = bracket[len(parts[0]) :].lstrip() if parts is not None else ""
        before.update(rest[:1] if rest[:1] in SEPARATORS else "")
    (sign, times), *_ = before.most_common(1) or [("", 0)]
    return sign if times >= len(brackets) / 2 else ""


def _parts(bracket: str, between: str) -> tuple[str, str] | None:
    """Who and when of a bracket: at what parts them in the list, else before the date.

    ``("Ranger Service", "Easter to October")`` of "Ranger Service, Easter to October".
    """
    date = first_date(bracket)
    if date is None:
        return None
    who, sign, when = bracket[: date.end()].rpartition(between) if between else ("", "", "")
    if sign and who.strip():
        when = bracket[len(who) + 1 :].strip()
    else:
        parts = split_date(bracket)
        if parts is None:
            return None
        who, when = parts
    fits = len(who.split()) <= MAX_LEAD_WORDS and len(when.split()) <= MAX_DATE_WORDS
    who = who.strip(" .:")
    return (who, when) if fits and who else None
