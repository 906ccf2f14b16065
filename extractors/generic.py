"""Headings, or parts of them, that name no aim: "Action plan 2024-25", "(Lead: Jo Ray)".

Knows single headings and how often they come; nothing of what stands under them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.blocks import Document, Heading
from extractors.columns.contents import opens_promise
from extractors.columns.headings import read_heading
from extractors.phrases import one_of, words_that

PARTS = frozenset({"activity", "objective", "measures", "ignore"})  # what labels of a part name
PLAIN_WORD_RE = re.compile(r"[a-z]+|\d+")
LED_RE = re.compile(  # who answers for an aim is no part of its name: "Homes (Lead: Jo Ray)"
    r"\s*[(\[]\s*(?:[\w/]+\s+){0,3}(?:leads?|owners?|sponsors?|champions?)"
    r"(?:\s+(?:by|officers?|agency|body|partners?))?\s*[:\u2013\u2014-][^()\[\]]+[)\]]$",
    re.IGNORECASE,
)
_FIGURE = r"(?:[£$€+\-\u2013]?\d[\d,.]*(?:%|k|m|bn)?|in|out|of)"
COUNTS_AIM_RE = re.compile(r"\b(?:objective|outcome|aim|goal)\s+\d{1,2}\s*$", re.IGNORECASE)
CAPTION_RE = re.compile(r"(?:table|figure)\s+\d", re.IGNORECASE)
FIGURES_RE = re.compile(rf"{_FIGURE}(?:\s+{_FIGURE})*", re.IGNORECASE)
YEAR_RE = re.compile(r"(?:19|20)\d\d(?:\s*[/\u2013-]\s*\d{2,4})?")
ICONS_RE = re.compile(  # arrows, symbols, letters of icon fonts and emoji; not circled figures
    "(?:[\u2022\u2190-\u21ff\u2300-\u245f\u2500-\u2775\u2794-\u2bff\ue000-\uf8ff"
    "\U0001f000-\U0001faff][\ufe0f\\s]*)+"
)
PART_RE = re.compile(
    r"(?:(?:key|our|my|the|planned|detailed|success|expected|summary\s+of)\s+)*(?:action\s+plan|delivery\s+plan|actions?|outcomes?|"
    r"measures?(?:\s+of\s+success)?|progress|indicators?|objectives?|commitments?|next\s+steps|overview|summary|"
    r"what\s+(?:we|this|you|it|does|success|will|has|have)\b.*|how\s+(?:we|will|this)\b.*|why\b.*|"
    r"what\s+(?:the\s+)?(?:figures|data|numbers|evidence)\b.*|what\s+\w+\s+(?:told|said)\b.*|"
    r"(?=.*\d)(?:\w+\s+){0,2}(?:as\s+at|updated|agreed|approved)\b.*|actions?\s+by\s+\w+|"
    r"(?:key\s+)?(?:facts(?:\s+and\s+figures)?|achievements)|in\s+numbers|did\s+you\s+know|challenges|"
    r"(?:progress|achievements|the\s+story)\s+(?:so\s+far|to\s+date)|since\s+(?:the|our)\s+last\b.*|"
    r"years?\s+(?:\d|one|two|three|four|five)(?:\s*(?:[-\u2013:(]|to\b|and\b).{0,30})?|"
    r"where\s+(?:we|are)\b.*|we\s+will|(?:what|how|where|who)\b.*\?|case\s+stud\w+|performance|milestones?|continued|cont\.?d?)"
    r"(?:\s+20\d\d.*)?",
    re.IGNORECASE,
)
PLAN_WORDS = words_that("plan word")
BODY_RE = re.compile(  # set as a name: neither "Our partnership" nor "Youth board"
    r"(?!(?:A|An|In|Our|OUR)\s)(?=\S+\s(?:.*\s)?[A-Z])"
    r"(?:(?:[^\sa-z]\S*|and|by|for|in|of|on|the|to|upon|with)\s+)+"
    rf"(?i:{one_of('body that publishes')})(?:\s+\([A-Z]+\))?"
)
JOINT_RE = re.compile(  # between what says that a plan follows and what it is for
    r"\s+(?:for|under|to\s+deliver)\s+|\s*:\s+|\s+[|\u2010-\u2015-]\s+", re.IGNORECASE
)
PLAN_BEHIND_RE = re.compile(r"(?:\s*:|\s+[|\u2010-\u2015-])\s+(?P<plan>[^:|\u2010-\u2015]+)$")
PLAN_RE = re.compile(r"\b(?:actions?|delivery|implementation|will\s+do)\b", re.IGNORECASE)
MAX_TITLE = 250  # letters of a title; longer ones are sentences and lists
MOST_TITLES = 3  # headings above the first table of a sheet: its name, the plan's, the publisher's
FILLER_WORDS = words_that("filler word")


def without_icons(document: Document) -> Document:
    """The document without the pictures that are set as letters before its headings' words."""
    blocks = tuple(_without_icon(b) if isinstance(b, Heading) else b for b in document.blocks)
    return replace(document, blocks=blocks)


def _without_icon(heading: Heading) -> Heading:
    icon = ICONS_RE.match(heading.text)
    text = heading.text[icon.end() :] if icon is not None else ""
    if heading.marker is not None and ICONS_RE.fullmatch(heading.marker):
        return replace(heading, text=text or heading.text, marker=None)
    return replace(heading, text=text) if text else heading


def is_generic(text: str) -> bool:
    """Whether a heading names no aim: "Action plan 2024-25", "What we will do", "Appendix A"."""
    words = PLAIN_WORD_RE.findall(text.casefold())
    plain = [word for word in words if len(word) > 1 and not word.isdigit()]
    if not plain:
        return True
    return bool(PLAN_WORDS.intersection(plain)) and set(plain) <= PLAN_WORDS | FILLER_WORDS


def aim_start(title: str) -> int:
    """Where a title begins that says first that a plan follows: 16 in "Action plan for priority 1".

    0 where it names something from its first word on.
    """
    joints = JOINT_RE.finditer(title) if len(title) <= MAX_TITLE else ()
    return max((one.end() for one in joints if _tells_plan(title[: one.start()])), default=0)


def without_plan_behind(title: str) -> str:
    """A title without words that only say what stands below it: "Warm homes – action plan"."""
    behind = PLAN_BEHIND_RE.search(title) if len(title) <= MAX_TITLE else None
    return title[: behind.start()] if behind and _tells_plan(behind["plan"]) else title


def _tells_plan(text: str) -> bool:
    return is_generic(text) and PLAN_RE.search(text) is not None


def is_figure(text: str) -> bool:
    """Whether what is set as a heading is a figure of a picture: "1 in 4", "£4.2m", "12% 214".

    Such are set larger than the headings of chapters, and end none. A year may head actions.
    """
    return FIGURES_RE.fullmatch(text.strip()) is not None and not YEAR_RE.fullmatch(text.strip())


def is_caption(text: str) -> bool:
    """Whether a text names a table or picture: "Table 3: what we will do"."""
    return CAPTION_RE.match(text.strip()) is not None


def repeated_headings(headings: Iterable[Heading]) -> frozenset[tuple[int, str]]:
    """The headings of parts, printed below several others: "Actions" under each priority.

    They are generic, a part of any chapter ("Why this matters"), or known as labels: "Objective",
    "Ambition" and "Status quo" under each commitment. Gives level and words of each, years and
    numbers left out. A plan that prints "Action plan" once ends the chapter before it; one that
    prints "Actions" in every chapter names a part of each.
    """
    held = [*headings]
    seen = Counter(words_of(one) for one in held if is_part(one.text))
    shared = frozenset(key for key, count in seen.items() if count > 1)
    return shared | _repeated_labels(held) | _mastheads(held) | _publishers(held)


def _repeated_labels(headings: Sequence[Heading]) -> frozenset[tuple[int, str]]:
    """The headings that are labels of a part, each below at least two wider ones.

    "Objective 1" and "Objective 2" count aims, each above its name.
    """
    over: dict[tuple[int, str], set[int]] = {}
    for place, heading in enumerate(headings):
        meaning = read_heading(heading.text) if not COUNTS_AIM_RE.search(heading.text) else None
        if meaning is not None and meaning.sure and meaning.line.field in PARTS:
            wider = _wider(headings, place)
            over.setdefault(words_of(heading), set()).update([] if wider is None else [wider])
    return frozenset(key for key, wider in over.items() if len(wider) > 1)


def _mastheads(headings: Sequence[Heading]) -> frozenset[tuple[int, str]]:
    """The headings that come again and again below each of several: the name of a form over each.

    It stands alone or beside "Context"; themes may go on over pages below each of several years.
    """
    below: defaultdict[tuple[int, int | None], list[str]] = defaultdict(list)
    for place, heading in enumerate(headings):
        below[heading.level, _wider(headings, place)].append(heading.text)
    alone = [(at, own) for (at, _), texts in below.items() if len({*(own := _named(texts))}) == 1]
    groups = Counter((level, texts[0]) for level, texts in alone)
    again = {(level, texts[0]) for level, texts in alone if len(texts) > 1}
    return frozenset(words_of(Heading(text, at)) for at, text in again if groups[at, text] > 1)


def _named(texts: Sequence[str]) -> Sequence[str]:
    """Those that name no part of a chapter, as "Context" does; all where each does."""
    known = {text for text in texts if (meaning := read_heading(text)) and meaning.sure}
    return [text for text in texts if not (text in known or is_part(text))] or texts


def is_part(text: str) -> bool:
    """Whether a heading is of a part that any chapter may have: "Actions", "Why this matters"."""
    return is_generic(text) or PART_RE.fullmatch(text) is not None


def _publishers(headings: Sequence[Heading]) -> frozenset[tuple[int, str]]:
    """The only heading that names a body, where it stands at once below the plan's own title.

    Above "Essex Police" and "Probation Service" each of them heads its own actions.
    """
    named = (at for at, one in enumerate(headings) if BODY_RE.fullmatch(one.text))
    bodies = [at for at in named if not opens_promise(headings[at].text)]  # "Building Trust"
    if len(bodies) != 1 or not 0 < bodies[0] < MOST_TITLES:
        return frozenset()
    title, body = headings[bodies[0] - 1], headings[bodies[0]]
    plan = PLAN_WORDS.intersection(PLAIN_WORD_RE.findall(title.text.casefold()))
    return frozenset([words_of(body)] if plan and title.level <= body.level else [])


def _wider(headings: Sequence[Heading], place: int) -> int | None:
    """The place of the next wider heading above one; None where none is."""
    level = headings[place].level
    return next((at for at in range(place - 1, -1, -1) if headings[at].level < level), None)


def words_of(heading: Heading) -> tuple[int, str]:
    """What two such headings have in common: their level and their words without figures."""
    return heading.level, " ".join(re.findall(r"[^\W\d]+", heading.text.casefold()))
