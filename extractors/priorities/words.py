"""The words that announce and count priorities: "Priority 1:", "our four priorities are".

Knows single texts and nothing of blocks, so that every rule about wording is tested by itself.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from extractors.generic import LED_RE
from extractors.months import MONTH
from extractors.sections import OTHER_TONGUE, QUALIFIED

MAX_LABELLED = 1_500  # characters of a label, its title and the text that runs on
LONG_TITLE = 12  # letters; shorter titles differ by one ("Learn", "Earn") and must be equal
SAME_TITLE = 88.0  # rapidfuzz ratio 0-100; "changing behaviours" to "changing behaviour" gives 97

_NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
NUMBER_OF = {
    **{word: number for number, word in enumerate(_NUMBER_WORDS, start=1)},
    **{word: number for number, word in enumerate(_ORDINALS, start=1)},
}

NOUN_WEIGHTS = {
    "priority": 3,
    "blaenoriaeth": 3,
    "priority area": 3,
    "priority theme": 3,
    "objective": 2,
    "theme": 2,
    "aim": 2,
    "goal": 2,
    "pillar": 2,
    "strand": 2,
    "area of focus": 2,
    "focus area": 2,
    "key area": 2,
    "area for action": 2,
    "action area": 2,
    "workstream": 2,
    "work stream": 2,
    "mission": 2,
    "ambition": 2,
    "line of effort": 2,
    "line of action": 2,
    "line of work": 2,
    "thematic area": 2,
    "result area": 2,
    "strategic direction": 2,
    "outcome area": 2,
    "impact area": 2,
    "outcome": 1,
    "commitment": 1,
    "pledge": 1,
    "promise": 1,
}
"""What an aim is called, singular, to how surely the word means the highest one (points)."""

COUNTED_WEIGHTS = {
    **NOUN_WEIGHTS,
    "building block": 1,
    "cornerstone": 2,
    "direction": 1,
    "driver": 1,
    "enabler": 1,
    "foundation": 1,
    "imperative": 2,
    "initiative": 1,
    "intention": 2,
    "sector": 1,
    "shift": 2,
    "strategy": 1,
}
"""The same with words that mean an aim only where they count it: "Strategy 2: Fair pay"."""


def _plural(noun: str) -> str:
    if noun.endswith("y"):
        return f"{noun[:-1]}ies"
    if noun.startswith("area for "):
        return noun.replace("area ", "areas ")
    head, of, rest = noun.partition(" of ")
    return f"{head}s{of}{rest}"


PLURALS = {_plural(noun): noun for noun in NOUN_WEIGHTS}
_BY_LENGTH = sorted(NOUN_WEIGHTS, key=len, reverse=True)
_NOUN = "|".join(_BY_LENGTH)
_COUNTED_NOUN = "|".join(sorted(COUNTED_WEIGHTS, key=len, reverse=True))
PLURAL = "|".join(sorted(PLURALS, key=len, reverse=True))
ADJECTIVES = (
    r"(?:(?:our|the|key|core|main|strategic|overarching|overall|shared|local|headline|joint|"
    r"broad|central|corporate|delivery|partnership|priority|high[- ]level|long[- ]term|cross[- ]"
    r"cutting|clear|distinct|inter(?:linked|related|connected)|linked|thematic|top|big|new|"
    r"following|policy|key\s+strategic)\s+)"
)
NUMBER = r"(?:\d{1,2}|" + "|".join(_NUMBER_WORDS) + r")"
_COUNT = r"(?:\d{1,2}|" + "|".join(_NUMBER_WORDS) + "|" + "|".join(reversed(_ROMANS)) + r"|[a-h])"
_BREAK = r"\s*(?:[:.|)>\u2010-\u2015\u2022\u00b7\u2192\u00bb-]|/(?!\s*\d))+\s*|\s+|$"

_QUALIFIED = QUALIFIED.format(nouns=_COUNTED_NOUN, count=_COUNT)

ABBREVIATED = {"p": "priority", "so": "objective", "sp": "priority", "kp": "priority"}
ABBREVIATED_RE = re.compile(
    r"^(?P<label>(?P<short>SO|SP|KP|P)\s?(?P<count>\d{1,2}))(?!\.\d)\s*[:.\u2010-\u2015-]+\s*(?P<title>\S.*)$",
    re.DOTALL,
)
COUNTED_RE = re.compile(
    rf"^(?P<label>{OTHER_TONGUE}(?:{ADJECTIVES}{{1,2}}|{_QUALIFIED})(?P<noun>{_COUNTED_NOUN})\s*"
    rf"(?:no\.?\s*|number\s+|#\s*)?(?P<count>{_COUNT}))(?:\.0\b|\s+of\s+{NUMBER}\b)?(?![\w.]*\d)(?P<break>{_BREAK})(?P<title>.*)$",
    re.IGNORECASE | re.DOTALL,
)
ORDINAL_RE = re.compile(
    rf"^(?P<label>(?:our\s+|the\s+)?(?P<count>{'|'.join(_ORDINALS)})\s+{ADJECTIVES}{{0,2}}"
    rf"(?P<noun>{_NOUN}))\s*[:\u2010-\u2015-]\s*(?P<title>.*)$",
    re.IGNORECASE | re.DOTALL,
)
CLOSING_RE = re.compile(
    rf"^(?P<title>.+?)\s*[(\u2010-\u2015-]\s*(?P<label>{ADJECTIVES}{{0,2}}(?P<noun>{_NOUN})\s+"
    rf"(?P<count>{_COUNT}))\)?$",
    re.IGNORECASE | re.DOTALL,
)
UNCOUNTED_RE = re.compile(
    rf"^{ADJECTIVES}{{0,2}}(?P<noun>{_NOUN})\s*[:\u2013\u2014]\s*(?P<title>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
NUMBERED_RE = re.compile(
    r"^(?P<label>\(?0?\d{1,2})(?:[.):]+\s*|\s+)(?P<title>[^\W\d].*)$", re.DOTALL
)
DAY_RE = re.compile(rf"\d{{1,2}} {MONTH}(?: (?:20)?\d\d)?", re.IGNORECASE)  # "1 May 2026"
PAGE_REFERENCE_RE = re.compile(
    r"\s*\(?(?:see\s+)?pages?\s+\d{1,3}(?:\s*[\u2013-]\s*\d{1,3})?\)?$", re.I
)
SECTION_NUMBER_RE = re.compile(r"^\d{1,2}(?:\.\d{1,2})+\.?\s+")
BARE_NUMBER_RE = re.compile(r"^\(?(?P<count>0?\d{1,2})[.):]?$")


ANNOUNCED_RE = re.compile(
    rf"\b(?P<n>{NUMBER})\s+(?:(?!(?:years?|months?|our|my|the|its|these|of|in|to|we|and|or|are|is|"
    r"share|have|has|with|for|set|boroughs?|councils?|partners?|agencies|districts?|areas?\s+of\s+the)"
    rf"\b)[\w'\u2019-]+\s+){{0,3}}?(?P<noun>{PLURAL})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A title and what counts it: ``Counted("Priority 1", "priority", 1, "Prevention")``.

    ``noun`` is None for a bare number ("01"). ``title`` is "" where only the label is printed.
    """

    label: str
    noun: str | None
    number: int
    title: str


def read_counted(text: str) -> Counted | None:
    """Split "Objective 2 - Supporting victims:" into label, number and title; None if uncounted.

    A letter or Roman figure counts only in capitals or before a colon, dash or the end: "Theme a
    safe city" is no theme A.
    """
    if len(text) > MAX_LABELLED:
        return None
    short = ABBREVIATED_RE.match(text)
    if short is not None:
        noun = ABBREVIATED[short["short"].lower()]
        return Counted(short["label"], noun, int(short["count"]), clean_title(short["title"]))
    for pattern in (COUNTED_RE, ORDINAL_RE, CLOSING_RE):
        found = pattern.match(text)
        if found is None:
            continue
        number = read_count(found["count"])
        if number is None or _is_sentence(found):
            continue
        return Counted(
            found["label"].strip(), found["noun"].lower(), number, clean_title(found["title"])
        )
    return None


def read_numbered(text: str) -> Counted | None:
    """Split "01 Changing attitudes" or "2. Support" at its bare number; None without one."""
    found = NUMBERED_RE.match(text)
    if found is None or DAY_RE.fullmatch(text.strip()):
        return None
    label = found["label"].lstrip("(")
    return Counted(label, None, int(label), clean_title(found["title"]))


def label_and_title(text: str) -> tuple[str | None, str]:
    """What counts a title, and the title: "2. Warm homes" is "2" and "Warm homes".

    A word for aims that counts nothing is left out: "Theme: Warm homes" is "Warm homes".
    """
    counted = read_counted(text) or read_numbered(text)
    if counted is not None and counted.title:
        return counted.label, counted.title
    named = UNCOUNTED_RE.match(text)
    label = counted.label if counted is not None else None
    return label, clean_title(named["title"] if named is not None else text)


def read_number(text: str | None) -> int | None:
    """Read a text that is a bare number: "01", "2.", "(3)"; None for anything else."""
    found = BARE_NUMBER_RE.match(text.strip()) if text else None
    return int(found["count"]) if found else None


def clean_title(text: str) -> str:
    """Take section number, list marks and colon from a title: "4.1 Supporting victims; and"."""
    title = SECTION_NUMBER_RE.sub("", " ".join(text.split()))
    title = re.sub(r"[;,]\s*(?:and|or)$", "", title)
    title = PAGE_REFERENCE_RE.sub("", title)
    title = LED_RE.sub("", title)
    title = title.strip(' ;:,\u2013\u2014-|"\u201c\u201d')
    if title.endswith(".") and not title.endswith(("etc.", "...")):
        title = title[:-1].rstrip()
    return title


@lru_cache(maxsize=4096)
def fold_title(text: str) -> str:
    """A title for comparison: lower case, letters and digits, "&" as "and"."""
    words = re.sub(r"[^\w]+", " ", text.casefold().replace("&", " and "))
    return " ".join(words.split())


def same_title(one: str, other: str) -> bool:
    """Tell whether two titles name the same aim, whatever their case and punctuation."""
    first, second = fold_title(one), fold_title(other)
    return first == second or (
        min(len(first), len(second)) >= LONG_TITLE and fuzz.ratio(first, second) >= SAME_TITLE
    )


def announced_number(text: str) -> int | None:
    """The number of aims that a text promises: 5 in "sets out five core priorities:"; else None.

    In "the next three years our priorities" and "four boroughs share aims" the number counts
    something else.
    """
    found = ANNOUNCED_RE.search(text)
    return None if found is None else read_count(found["n"])


def read_count(text: str) -> int | None:
    """What a figure, word, Roman figure or letter counts: 3 for "3", "three", "iii" and "C"."""
    folded = text.lower()
    if folded.isdigit():
        return int(folded)
    if folded in NUMBER_OF:
        return NUMBER_OF[folded]
    if folded in _ROMANS:
        return _ROMANS.index(folded) + 1
    return ord(folded) - ord("a") + 1 if len(folded) == 1 and folded.isalpha() else None


def _is_sentence(found: re.Match[str]) -> bool:
    """Words that go on without a mark, as in "Priority 1 is about homes"; "Theme a safe city"."""
    count, title = found["count"], found["title"]
    if title[:1].islower() and "break" in found.groupdict() and not found["break"].strip():
        return True
    if not count.isalpha() or count.lower() in NUMBER_OF or count.isupper():
        return False
    return "break" not in found.groupdict() or not found["break"].strip()
