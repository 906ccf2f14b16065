"""What a title counts and names: "Priority 2: Early help", a priority; "Why this matters", none.

Knows titles and bold lines; which of them is in force where is told in ``outline``.
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

from extractors.blocks import NOWHERE, Block, Heading, Paragraph, Place
from extractors.columns.contents import is_status
from extractors.generic import LED_RE, aim_start, without_plan_behind

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


NUMBER = (  # "2", "1.2", "iv", "B1", "c"
    r"(?:\d{1,3}(?:\.\d{1,3})*|[a-z]{1,2}\d{1,2}|[ivx]{1,5}|[a-z]|one|two|three|four|five|six|seven|eight|nine|ten)"
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
ANSWERED_RE = re.compile(  # what the actions of the table below answer
    rf"(?:recommendation|finding|requirement|standard|lesson)\s+{NUMBER}(?:\s*:|\s+[\-–—])\s+\S",
    re.IGNORECASE,
)
LOOKS_LEVEL = 7  # the level of a bold line that heads what follows: below every marked heading
MAX_LINE_WORDS = 20  # words; a longer text behind a label says more than a title
CHAPTER_RE = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.):]?\s+(?=[A-Za-z])")  # "5.1 Priority 2: Homes"
PART_NUMBER_RE = re.compile(r"(?P<whole>\d{1,2})\.\d{1,2}[.):]?\s+(?=[^\W\d])")  # "1.2 Help"
COUNTED_RE = re.compile(r"\A\d{1,2}(?=[.):]?\s)")  # "1. Help"
AFTER_LABEL_RE = re.compile(r"\s*(?:[:\-–—.|)>•·→»]\s*|/(?!\s*\d)\s*)+")
CONTINUED_RE = re.compile(
    r"(?<![\s(\[])[\s(\[]*+\b(?:continued|cont'?d?|cont’d)\b[.)\]\s]*+$", re.IGNORECASE
)  # tries each run of blanks or brackets once: 100,000 took more than 4 s


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
    found = _label_in(title) if label is None else LABEL_RE.match(label)
    if found is None:
        return Section(title, title.rstrip(" :"), None, "group", block, place)
    kind: Kind = "priority" if found["priority"] else "objective"
    counted = found.string[found.start() : found.end("number")] if found["number"] else None
    rest = title if label is not None else AFTER_LABEL_RE.sub("", title[found.end() :], count=1)
    name = without_plan_behind(LED_RE.sub("", rest)).strip(" :")
    return Section(title, name or counted or title, counted, kind, block, place)


def _label_in(title: str) -> re.Match[str] | None:
    """What calls a title an aim, behind the number of its chapter or words that tell of a plan.

    A number in "Actions to deliver priority 1 well" counts none.
    """
    chapter = CHAPTER_RE.match(title)
    found = LABEL_RE.match(title, chapter.end() if chapter else 0)
    if found is not None and (found["number"] or NAMED_RE.match(title, found.end())):
        return found
    framed = LABEL_RE.match(title, aim_start(title))
    ends = framed is not None and (
        framed.end() == len(title) or AFTER_LABEL_RE.match(title, framed.end())
    )
    return framed if framed is not None and framed["number"] and ends else None


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


def section_of_caption(line: Paragraph) -> Section | None:
    """The section that the line right above a table names: "Priority 2 – Support victims".

    Set as body text it is one counted aim with its name; in bold it may be what the actions answer:
    "Recommendation 5: General practice. Surgeries should know whom to call." None for others.
    """
    if line.marker is not None or len(line.text.split()) > MAX_LINE_WORDS:
        return None
    section = section_from(line.text, place=line.place)
    if line.bold:
        return section if ANSWERED_RE.match(line.text) else None
    ended = line.text.endswith((".", ";", ",", ":")) or is_status(section.name)
    named = NAMED_RE.match(line.text, len(section.label or ""))
    one = sum(label["number"] is not None for label in LABEL_RE.finditer(line.text)) == 1
    return section if counts_and_names(section) and named and one and not ended else None


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
    return section.label is not None and section.name == section.label


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
