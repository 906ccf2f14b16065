"""Which priority and objective stand above each block and row."""

import re
from collections.abc import Iterator, Sequence

from extractors.blocks import Block, Heading, Paragraph, Table
from extractors.columns.headings import read_heading
from extractors.generic import PART_RE, is_caption, is_figure, is_generic, words_of
from extractors.months import PART_OF_YEAR
from extractors.sections import (
    CHAPTER_RE,
    Section,
    counted_by,
    counts_alone,
    is_under,
    section_from,
)

HEAD_ROWS = 3  # rows of a table in which its heads stand, below a banner and their groups
APPENDIX_RE = re.compile(r"(?:appendix|annex)\b", re.IGNORECASE)
MARKING = r"(?:official|not\s+protectively\s+marked)(?:[\s:\u2010-\u2015-]+sensitive)?"
ABOUT_RE = re.compile(  # like a title, but of no chapter: "Contents", "Last updated: 3 June 2026"
    r"(?:(?:last|date|next|plan|document)\s+)?(?:updated?|review(?:ed)?|revised|amended|approved"
    rf"|version|owner|author|prepared|contact)(?:\s+(?:by|on|date))?\s*(?::|(?=\d|{PART_OF_YEAR}\s+\d))"
    r"|(?:(?:position|progress|status|correct)\s+)?as\s+(?:at|of)\s+(?=.*\d)"
    rf"|(?:position|progress|status)\s+(?:at|on)\s+(?=\d|{PART_OF_YEAR}\s+\d)"
    rf"|draft(?:\s*$|\s+(?:for\b|of\b|v(?:ersion)?\s*\d|{PART_OF_YEAR}\s+\d|\d))"
    r"|(?:success\s+measures?|measures?\s+of\s+success|what\s+success\s+looks\s+like)\s*:\s*(?=\S)"
    r"|(?:did\s+you\s+know|case\s+stud(?:y|ies)|(?:key|fast|quick)\s+facts?|spotlight\s+on)\b"
    r"|(?:(?:table\s+of\s+)?contents|contents\s+page|cynnwys)[\s:]*$"
    rf"|(?:.*\s[|:\u2010-\u2015-]\s*)?{MARKING}$",
    re.IGNORECASE,
)

BAR_RE = re.compile(r"\s[|\u2022\u00b7]\s")
FACT_RE = re.compile(r"\w:\s|\b(?:19|20)\d\d\b|\bversion\b|\bv\d", re.IGNORECASE)
MIN_FACTS = 2  # of a line between bars; "Streets | Homes | 2026" may be a title


BOX_RE = re.compile(  # titles of boxes among actions, which head what the box says and no more
    r"contact(?:\s+us|\s+details)?|get\s+in\s+touch|(?:to\s+)?find\s+out\s+more|questions\?"
    r"|(?:for\s+)?(?:more|further)\s+information|(?:document|version)\s+control"
    r"|in\s+(?:numbers|figures)|you\s+(?:said|told\s+us)"
    r"|what\s+(?:you|people|residents)\s+(?:said|told\s+us)|what\s+we\s+(?:have\s+)?heard"
    r"|(?:what\s+we\s+(?:have\s+)?achieved|our\s+achievements)(?:\s+(?:last\s+year|so\s+far))?"
    r"|(?:in\s+practice|(?:our|a)?\s*stor(?:y|ies))\s*:.*",
    re.IGNORECASE,
)


def is_box(heading: Heading) -> bool:
    """Whether a heading titles a box of contacts, figures or voices: "Get in touch"."""
    return BOX_RE.fullmatch(heading.text.strip(" :")) is not None


class Outline:
    """The headings in force while a document is walked from its first block to its last."""

    __slots__ = ("_band", "_before", "_repeated", "_stack", "_title", "headings")

    def __init__(
        self, title: str | None, repeated: frozenset[tuple[int, str]] = frozenset()
    ) -> None:
        self._title = (title or "").strip().casefold()
        self._repeated = repeated
        self._stack: list[tuple[int, Section]] = []
        self._before: list[tuple[int, Section]] = []  # as it was above the lowest heading
        self._band: list[Section] = []
        self.headings: list[Heading] = []  # of chapters in force, those that name no section too

    def heading(self, heading: Heading, block: int, counted: Section | None = None) -> None:
        """Take a heading block: it ends its equals, what stands below them, and every band.

        ``counted`` is what a line right above it calls it: "Priority 1".
        """
        printed = " ".join(part for part in (heading.marker, heading.text) if part)
        text = heading.text.strip()
        if is_figure(text) or ABOUT_RE.match(text) or _lists_facts(text):
            return
        if is_box(heading) and any(level < heading.level for level, _ in self._stack):
            return
        self._band = []
        self.headings = [one for one in self.headings if one.level < heading.level] + [heading]
        section, level = section_from(printed, block, heading.place), heading.level
        group = section.kind == "group"
        named = is_generic(heading.text) or words_of(heading) in self._repeated or is_box(heading)
        if named or (group and _says_again(heading, self._title)):
            self._stack = [entry for entry in self._stack if self._outlasts(entry, heading)]
            return
        if self._heads_table(heading, section) or (group and self._names_above(heading)):
            return
        self._before = self._stack
        if group and not PART_RE.fullmatch(section.name):
            section, level = self._counted(section, level, counted)
        self._stack = [entry for entry in self._stack if _stays(entry, level, section)]
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

    def _heads_table(self, heading: Heading, named: Section) -> bool:
        """Whether it only counts a table below an aim: "Table 2 - actions, leads and dates".

        It may count that aim once more, ``named``: "Table 4: Actions for pillar 3".
        """
        aims = [(one.label or "").casefold() for _, one in self._stack if one.kind != "group"]
        again = counts_alone(named) and (named.label or "").casefold() in aims
        return bool(aims) and (named.kind == "group" or again) and is_caption(heading.text)

    def _names_above(self, heading: Heading) -> bool:
        """Whether it only names the section above it once more: "Homes", then its caption."""
        above = (section.name for level, section in self._stack if level <= heading.level)
        return any(_says_again(heading, CHAPTER_RE.sub("", name).casefold()) for name in above)

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


def _lists_facts(text: str) -> bool:
    """Whether a line says what the plan is and names no theme, as below the title of a sheet.

    "Vale Homes | Assessment dated 1 May 2026 | Assessor: Brayford Consultants"
    """
    pieces = BAR_RE.split(text)
    facts = sum(FACT_RE.search(piece) is not None for piece in pieces)
    return len(pieces) > MIN_FACTS <= facts and section_from(text).kind == "group"


def _says_again(heading: Heading, name: str) -> bool:
    """Whether it adds to a name what names no aim: "Homes action plan" says "homes" again."""
    more, times = re.subn(rf"(?<!\w){re.escape(name)}(?!\w)", " ", heading.text.casefold(), count=1)
    return bool(name and times) and is_generic(more)


def _stays(entry: tuple[int, Section], level: int, section: Section) -> bool:
    """Whether a heading goes on under another: a higher one, or an objective under a priority."""
    above, held = entry
    nested = held.kind == "priority" and section.kind == "objective"
    return above < level or (above == level and nested)


def parts_of_aims(blocks: Sequence[Block]) -> frozenset[tuple[int, str]]:
    """The headings printed once below each of several aims: "Delivering this priority".

    Below "Warm homes", which nothing counts, it is one where three of a level have it. Two of one
    level with actions below one aim are strands of it: "Pursue", "Prevent".
    """
    levels = {block.level for block in blocks if isinstance(block, Heading)}
    found = [_repeated_below(blocks, None, least=2)]
    found += [_repeated_below(blocks, level, least=3) for level in levels]
    return frozenset().union(*found)


def _repeated_below(
    blocks: Sequence[Block], level: int | None, *, least: int
) -> set[tuple[int, str]]:
    """The headings below at least so many of a level, or of those that count an aim (None)."""
    below: dict[tuple[int, str], list[int]] = {}
    acting: dict[tuple[int, int], set[tuple[int, str]]] = {}  # by aim and level
    for aim, parts, block in _below_aims(blocks, level):
        if isinstance(block, Heading):
            below.setdefault(parts[-1], []).append(aim)
        elif _acts(block):
            for part in parts:
                acting.setdefault((aim, part[0]), set()).add(part)
    strands = {part for equals in acting.values() if len(equals) > 1 for part in equals}
    return {
        part
        for part, aims in below.items()
        if len(aims) == len(set(aims)) >= least and part not in strands
    }


def _below_aims(
    blocks: Sequence[Block], of: int | None
) -> Iterator[tuple[int, list[tuple[int, str]], Block]]:
    """Each block in a part of an aim: that aim's place, and the parts, the widest first.

    Aims are the headings that count one, or those of a level (``of``).
    """
    level, aim = 0, None
    parts: list[tuple[int, str]] = []
    for place, block in enumerate(blocks):
        if isinstance(block, Heading):
            counts = section_from(block.text).kind != "group"
            if counts if of is None else block.level == of:
                level, aim, parts = block.level, place, []
            elif aim is not None and block.level > level and not counts:
                parts = [*(one for one in parts if one[0] < block.level), words_of(block)]
            else:
                aim, parts = None, []
        if aim is not None and parts:
            yield aim, parts, block


def _acts(block: Table | Paragraph) -> bool:
    """Whether the heads of a table or the label of a line surely say actions."""
    if isinstance(block, Table):
        texts = [cell.text for cell in block.cells if cell.row < HEAD_ROWS]
    else:
        label, _, value = block.text.partition(":")
        texts = [block.lead_in or (label if value else "")]
    heads = map(read_heading, texts)
    return any(one is not None and one.sure and one.line.field == "activity" for one in heads)
