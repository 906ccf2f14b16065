"""Which priority and objective stand above each block and row."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from extractors.blocks import NOWHERE, Block, Heading, Paragraph, Place
from extractors.generic import LED_RE, is_figure, is_generic, words_of

Kind = Literal["priority", "objective", "group"]


@dataclass(frozen=True, slots=True)
class Section:
    """One heading that stands above actions: a heading block, a banner row or a labelled band.

    Attributes:
        title: As printed: ``"Objective 1 - Prioritising Prevention:"``.
        label: What counts it, as printed: ``"Objective 1"``; None where it is not counted.
        name: The title without its label and closing colon: ``"Prioritising Prevention"``.
        kind: "priority" (a strategic aim), "objective" (below one), "group" ("Strategic Actions").
        block: Place in ``Document.blocks`` of the block that prints it.
        place: Where it is printed.
    """

    title: str
    name: str
    label: str | None = None
    kind: Kind = "group"
    block: int = 0
    place: Place = NOWHERE


NUMBER = (
    r"(?:\d{1,3}(?:\.\d{1,3})*|[ivx]{1,5}|[a-z]|one|two|three|four|five|six|seven|eight|nine|ten)"
)
PRIORITY_WORDS = (
    r"priority|priorities|theme|pillar|strand|ambition|workstream|focus|goal|commitment"
    r"|blaenoriaeth|mission|promise|line\s+of\s+(?:effort|action|work)|(?:thematic|result)(?=\s+area)"
    r"|strategic\s+direction|pledge|work\s+stream|(?:key|action|impact)\s+area"
    r"|area\s+(?:of|for)\s+(?:(?:priority\s+)?action|focus|work|improvement)|(?:domain|imperative|shift)(?=\s+\d)"
)
OTHER_TONGUE = (  # "Blaenoriaeth 2 / Priority 2: Homes", but not "Status / Priority"
    r"(?:[^\W\d_]{3,}(?:\s\d{1,2})?\s*/\s*"
    r"(?=[^:]{0,30}(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)))?"
)
PROMISES = frozenset({"commitment", "pledge", "promise"})  # aims, or what is done for one
OBJECTIVE_WORDS = r"objectives?|aims?|outcomes?|amcan|output(?=\s+\d)"
QUALIFIED = (  # "Stretch Outcome 1: Good food", "Police and Crime Priority 2 - Fair": whose aims
    r"(?:(?-i:[A-Z][\w'\u2019-]+\s+(?:(?:and|of)\s+)?){{1,3}}"
    r"(?=(?:{nouns})\s+{count}\s*[:|\u2010-\u2015-]))?"
)
_QUALIFIED = QUALIFIED.format(nouns=f"{PRIORITY_WORDS}|{OBJECTIVE_WORDS}", count=NUMBER)
LABEL_RE = re.compile(
    rf"(?P<word>{OTHER_TONGUE}(?:(?:strategic|key|our|local|overarching)\s+|{_QUALIFIED})?"
    rf"(?:(?P<priority>{PRIORITY_WORDS})|(?P<objective>{OBJECTIVE_WORDS}))(?:\s+areas?)?)"
    rf"(?:(?:\s+(?:no\.?\s*|number\s+)?|(?=\d))(?P<number>{NUMBER})(?![a-z])(?:\s+of\s+\d\b)?)?",
    re.IGNORECASE,
)
NAMED_RE = re.compile(r"\s*(?::|\s[\-–—])\s*\S")  # "Aim: a safe county", "Theme - Prevent"
LOOKS_LEVEL = 7  # the level of a bold line that heads what follows: below every marked heading
MAX_LINE_WORDS = 20  # words; a longer text behind a label says more than a title
CHAPTER_RE = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.):]?\s+(?=[A-Za-z])")  # "5.1 Priority 2: Homes"
PART_NUMBER_RE = re.compile(r"(?P<whole>\d{1,2})\.\d{1,2}[.):]?\s+(?=[^\W\d])")  # "1.2 Help"
COUNTED_RE = re.compile(r"\A\d{1,2}(?=[.):]?\s)")  # "1. Help"
AFTER_LABEL_RE = re.compile(r"\s*(?:[:\-–—.|)]\s*)+")
CONTINUED_RE = re.compile(
    r"(?<![\s(\[])[\s(\[]*+\b(?:continued|cont'?d?|cont’d)\b[.)\]\s]*+$", re.IGNORECASE
)  # tries each run of blanks or brackets once: 100,000 took more than 4 s
TABLE_RE = re.compile(r"(?:table|figure)\s+\d", re.IGNORECASE)
APPENDIX_RE = re.compile(r"(?:appendix|annex)\b", re.IGNORECASE)
PART_RE = re.compile(
    r"(?:(?:key|our|my|the|planned|detailed|success|expected|summary\s+of)\s+)*(?:action\s+plan|delivery\s+plan|actions?|outcomes?|"
    r"measures?(?:\s+of\s+success)?|progress|indicators?|objectives?|commitments?|next\s+steps|overview|summary|"
    r"what\s+(?:we|this|you|it|does|success|will)\b.*|how\s+(?:we|will|this)\b.*|why\b.*|"
    r"where\s+(?:we|are)\b.*|(?:what|how|where|who)\b.*\?|case\s+stud\w+|performance|milestones?|continued|cont\.?d?)"
    r"(?:\s+20\d\d.*)?",
    re.IGNORECASE,
)
ABOUT_RE = re.compile(  # like a title, but of no chapter: "Contents", "Last updated: 3 June 2026"
    r"(?:(?:last|date|next|plan|document)\s+)?(?:updated?|review(?:ed)?|revised|amended|approved"
    r"|version|owner|author|prepared|contact)(?:\s+(?:by|on|date))?\s*(?::|(?=\d))"
    r"|(?:success\s+measures?|measures?\s+of\s+success|what\s+success\s+looks\s+like)\s*:\s*(?=\S)"
    r"|(?:did\s+you\s+know|case\s+stud(?:y|ies)|(?:key|fast|quick)\s+facts?|spotlight\s+on)\b"
    r"|(?:(?:table\s+of\s+)?contents|contents\s+page|cynnwys)[\s:]*$"
    r"|(?:official|not\s+protectively\s+marked)(?:[\s:\u2010-\u2015-]+sensitive)?$",
    re.IGNORECASE,
)


def section_from(
    text: str, block: int = 0, place: Place = NOWHERE, label: str | None = None
) -> Section:
    """Read one heading: ``"Priority 2: Early help"`` is the priority "Early help".

    Args:
        text: As printed, marker first.
        block: Place in ``Document.blocks`` of the block that prints it.
        place: Where it is printed.
        label: What a cell beside it calls it: ``"Priority"`` or ``"Objective 3"``.
    """
    title = CONTINUED_RE.sub("", text).strip()
    chapter = CHAPTER_RE.match(title) if label is None else None
    start = chapter.end() if chapter else 0
    found = LABEL_RE.match(title, start) if label is None else LABEL_RE.match(label)
    named = found is not None and (found["number"] or NAMED_RE.match(title, found.end()))
    if found is None or (label is None and not named):
        return Section(title, title.rstrip(" :"), None, "group", block, place)
    kind: Kind = "priority" if found["priority"] else "objective"
    counted = found.string[found.start() : found.end("number")] if found["number"] else None
    rest = title if label is not None else AFTER_LABEL_RE.sub("", title[found.end() :], count=1)
    return Section(title, LED_RE.sub("", rest).strip(" :") or title, counted, kind, block, place)


def section_of_line(line: Paragraph) -> Section | None:
    """The section that a line above a table names by a label: "Priority  Warm homes".

    The label is marked (bold, or in a cell of its own); "Objectives  Educate. Prevent." lists what
    a priority holds and names no section. None where no label does.
    """
    label = (line.lead_in or "").strip(" :")
    rest = line.text[len(line.lead_in or "") :].strip(" :\u2013\u2014-")
    if not label or not is_label(label) or not 0 < len(rest.split()) <= MAX_LINE_WORDS:
        return None
    section = section_from(rest, place=line.place, label=label)
    many = section.kind == "objective" and section.label is None
    return None if many or rest.endswith((".", ";", ",")) else section


def section_in_column(text: str, heading: str, place: Place) -> Section:
    """The section that a cell of a column names: under "Theme" or "Pillar" every one is an aim."""
    section = section_from(text, place=place)
    if section.kind != "group" or not is_label(heading):
        return section
    return section_from(text, place=place, label=heading)


def lists_aims(text: str) -> bool:
    """Whether a text lists the aims of the section above it: "Objectives: People feel safe".

    A plan that prints such a row under "Priority 2: Safer streets" files its actions under the
    priority; a single or counted one ("Objective 3: People feel safe") is a section.
    """
    found = LABEL_RE.match(text)
    if found is None or found["objective"] is None or found["number"]:
        return False
    return found["objective"].casefold().endswith("s") and text[found.end() :].startswith(":")


def is_label(text: str) -> bool:
    """Whether a text only says what stands beside it: "Priority", "Objectives", "Theme 2:"."""
    return LABEL_RE.fullmatch(text.strip(" :—–-._|")) is not None


def counts_alone(section: Section) -> bool:
    """Whether an aim is counted and not named: "Priority 1" above "Warm homes"."""
    return section.label is not None and section.name == section.title


def counted_by(counted: Section, section: Section) -> Section:
    """A title with what counts it right above: "Priority 1", then "Warm homes"."""
    title = f"{counted.title} {section.title}"
    return replace(section, title=title, label=counted.label, kind=counted.kind)


def heading_of(block: Block) -> Heading | None:
    """A heading, or a bold line that names a counted aim in a sentence; None for other blocks.

    Readers take no line that ends as a sentence does for a heading: "Outcome 2: Homes are warm.".
    """
    if isinstance(block, Heading):
        return block
    if not isinstance(block, Paragraph) or not names_aim(block):
        return None
    return Heading(block.text, LOOKS_LEVEL, None, block.size, block.place, block.struck)


def names_aim(line: Paragraph) -> bool:
    """Whether a bold line is a counted aim and its name: "Outcome 2: Every home is warm."."""
    if not line.bold or line.marker is not None or len(line.text.split()) > MAX_LINE_WORDS:
        return False
    return counts_and_names(section_from(line.text))


def counts_and_names(section: Section) -> bool:
    """Whether a section is a counted aim with its name: "Priority 1: Warm homes"."""
    tells = section.name[:1].islower()  # "Aim 2 of the national plan is met." tells of one
    return section.label is not None and not (tells or counts_alone(section))


def is_under(section: Section, above: Section) -> bool:
    """Whether a band goes on under another: an objective under a priority, or what its number says.

    "1.2 Earlier help" stands under "Priority 1: Safer streets", under "Outcome 1", and "1. Help".
    """
    if above.kind == "priority" and section.kind == "objective":
        return True
    count = (above.label or "").split()[-1:] or COUNTED_RE.findall(above.title)
    number = PART_NUMBER_RE.match(section.title) if section.kind == "group" else None
    return number is not None and [number["whole"]] == count


def _stays(entry: tuple[int, Section], level: int, section: Section) -> bool:
    """Whether a heading goes on under another: a higher one, or an objective under a priority."""
    above, held = entry
    nested = held.kind == "priority" and section.kind == "objective"
    return above < level or (above == level and nested)


class Outline:
    """The headings in force while a document is walked from its first block to its last."""

    __slots__ = ("_band", "_before", "_repeated", "_stack", "_title")

    def __init__(
        self, title: str | None, repeated: frozenset[tuple[int, str]] = frozenset()
    ) -> None:
        self._title = (title or "").strip().casefold()
        self._repeated = repeated
        self._stack: list[tuple[int, Section]] = []
        self._before: list[tuple[int, Section]] = []  # as it was above the lowest heading
        self._band: list[Section] = []

    def heading(self, heading: Heading, block: int, counted: Section | None = None) -> None:
        """Take a heading block: it ends its equals, what stands below them, and every band.

        ``counted`` is what a line right above it calls it: "Priority 1".
        """
        printed = " ".join(part for part in (heading.marker, heading.text) if part)
        if is_figure(heading.text) or ABOUT_RE.match(heading.text.strip()):
            return
        self._band = []
        if is_generic(heading.text) or words_of(heading) in self._repeated:
            self._stack = [entry for entry in self._stack if self._outlasts(entry, heading)]
            return
        section, level = section_from(printed, block, heading.place), heading.level
        if section.kind == "group" and self._heads_table(heading):
            return
        self._before = self._stack
        if section.kind == "group" and not PART_RE.fullmatch(section.name):
            section, level = self._counted(section, level, counted)
        self._stack = [entry for entry in self._stack if _stays(entry, level, section)]
        if section.kind != "group" or heading.text.strip().casefold() != self._title:
            self._stack.append((level, section))

    def _counted(
        self, section: Section, level: int, counted: Section | None
    ) -> tuple[Section, int]:
        """A title and its level with what counts it right above: "Priority 1", then "Homes"."""
        above, last = self._stack[-1] if self._stack else (level, None)
        if counted is None and last is not None and last.block == section.block - 1:
            counted = last
        if counted is None or not counts_alone(counted):
            return section, level
        return counted_by(counted, section), min(level, above) if counted is last else level

    def _heads_table(self, heading: Heading) -> bool:
        """Whether it only counts a table below an aim: "Table 2 - actions, leads and dates"."""
        aims = any(section.kind != "group" for _, section in self._stack)
        return aims and TABLE_RE.match(heading.text) is not None

    def leave(self, block: int) -> None:
        """Forget the lowest heading if it is that block: an action's text heads and ends no aim.

        A plan may set "Priority 1: Homes" and "Action 1.1: Insulate the lofts" alike. A chapter
        that names no aim ("Introduction") stays ended, as it may hold no actions.
        """
        if self._band or not self._stack or self._stack[-1][1].block != block:
            return
        level, left = self._stack.pop()
        ended = [entry for entry in self._before if entry not in self._stack]
        equals = [entry for entry in ended if entry[0] == level]
        self._stack += [one for one in equals if one[1].kind != "group" or is_under(left, one[1])]

    def _outlasts(self, entry: tuple[int, Section], heading: Heading) -> bool:
        """Whether a section goes on below a generic heading: "Homes", then "Actions".

        Of its equals only an aim does, and where the heading is printed below several: parts of a
        chapter ("Why this matters") end, and "Action plan", printed once, ends any chapter.
        """
        level, section = entry
        if level != heading.level:
            return level < heading.level
        if APPENDIX_RE.match(heading.text.strip()) or words_of(heading) not in self._repeated:
            return False
        wider = any(one.kind != "group" for above, one in self._stack if above < level)
        return section.kind != "group" or not wider

    def band(self, section: Section) -> None:
        """Take a section that a table prints: it ends the bands of its kind and below."""
        above = self._band[:1]
        self._band = [*above, section] if above and is_under(section, above[0]) else [section]

    @property
    def path(self) -> tuple[Section, ...]:
        """The sections in force, the widest first; () where none is.

        Parts of a chapter ("Why this matters") are none where the chapter is one.
        """
        sections = (*(section for _, section in self._stack), *self._band)
        whole = tuple(one for one in sections if not PART_RE.fullmatch(one.name))
        return whole or sections
