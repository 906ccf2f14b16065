"""Headings, or parts of them, that name no aim: "Action plan 2024-25", "(Lead: Jo Ray)".

Knows single headings and how often they come; nothing of what stands under them.
"""

import re
from collections import Counter
from collections.abc import Iterable

from extractors.blocks import Heading

PLAIN_WORD_RE = re.compile(r"[a-z]+|\d+")
LED_RE = re.compile(  # who answers for an aim is no part of its name: "Homes (Lead: Jo Ray)"
    r"\s*[(\[]\s*(?:[\w/]+\s+){0,3}(?:leads?|owners?|sponsors?|champions?)"
    r"(?:\s+(?:by|officers?|agency|body|partners?))?\s*[:\u2013\u2014-][^()\[\]]+[)\]]$",
    re.IGNORECASE,
)
# fmt: off
PLAN_WORDS = frozenset(
    {
        "plan", "plans", "action", "actions", "activity", "activities", "deliverables", "programme",
        "tracker", "table", "tables", "log", "template", "matrix", "steps", "do", "deliver",
        "appendix", "annex", "sheet", "worksheet", "list", "case", "study",
    }
)
FILLER_WORDS = frozenset(
    {
        "our", "the", "a", "an", "draft", "detailed", "full", "annual", "local", "summary",
        "appendix", "annex", "table", "figure", "part", "year", "years", "for", "of", "and", "to",
        "in", "strategy", "delivery", "implementation", "improvement", "work", "what", "we", "will",
        "how", "it", "this", "next", "update", "progress", "vawg", "one", "two", "three", "four",
        "five", "going", "are", "continued", "april", "march", "high", "level", "key", "planned",
        "main", "strategies", "measures", "view", "show", "see", "read", "open", "all", "these",
        "details", "more", "section", "chapter",
    }
)
# fmt: on


def is_generic(text: str) -> bool:
    """Whether a heading names no aim: "Action plan 2024-25", "What we will do", "Appendix A"."""
    words = PLAIN_WORD_RE.findall(text.casefold())
    plain = [word for word in words if len(word) > 1 and not word.isdigit()]
    if not plain:
        return True
    return bool(PLAN_WORDS.intersection(plain)) and set(plain) <= PLAN_WORDS | FILLER_WORDS


def repeated_headings(headings: Iterable[Heading]) -> frozenset[tuple[int, str]]:
    """The generic headings printed below several others: "Actions" under each priority.

    Gives level and words of each, years and numbers left out. A plan that prints "Action plan" once
    ends the chapter before it; one that prints "Actions" in every chapter names a part of each.
    """
    seen = Counter(words_of(one) for one in headings if is_generic(one.text))
    return frozenset(key for key, count in seen.items() if count > 1)


def words_of(heading: Heading) -> tuple[int, str]:
    """What two such headings have in common: their level and their words without figures."""
    return heading.level, " ".join(re.findall(r"[^\W\d]+", heading.text.casefold()))
