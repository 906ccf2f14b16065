"""Aims that are printed as headings: counted, below "Our priorities", or announced just before."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.lines import LOOKS_LEVEL, Line, section_end
from extractors.outline import Section
from extractors.priority_sets import Found, FoundSet, context_score, shape_score
from extractors.priority_words import (
    ADOPTED_RE,
    NOUN_WEIGHTS,
    PLURAL,
    PLURALS,
    UNCOUNTED_RE,
    Counted,
    announced_number,
    clean_title,
    read_counted,
    read_number,
    read_numbered,
    same_title,
)

HEADING_POINTS = 2  # points for standing as a heading rather than in the text
PARENT_POINTS = 2  # points for a heading "Our priorities" above the list or the headings
SUPPORT = 4  # points for aims whose names stand, uncounted, above action rows
NESTED = 6  # points off for objectives that stand between priorities
SECTION_POINTS = 8  # points of headings that the action tables themselves name as priorities
MAX_LABELLED_WORDS = 20  # words; a longer text after "Priority 1" is a sentence about it
MAX_PARENT_WORDS = 9  # words of a heading such as "Our strategic priorities for 2024 to 2027"
MAX_SUMMARY = 5  # paragraphs below a title that are taken as its summary
MIN_PARALLEL = 3  # headings in a row with the same verb form that a mere mention may announce

GENERAL_RE = re.compile(
    r"^(?:\d+(?:\.\d+)*\.?\s*)?(?:(?:our|the|key|a|an)\s+)?(?:introduction|overview|background|vision|"
    r"mission|values|how\b|why\b|what\b|where\b|who\b|when\b|next\s+steps?|delivery|delivering\s+the|"
    r"governance|monitoring|measur\w+|evaluation|conclusion|summary|executive|action\s+plan|actions?|"
    r"outcomes?|performance|timeline|resources?|resourcing|funding|context|purpose|scope|foreword|"
    r"approach|principles?|glossary|appendi\w+|contents|contact|references|acknowledg\w+|equalit\w+|"
    r"consultation|statistics|case\s+stud\w+|get\s+help|annex|working\s+group|key\s+considerations|"
    r"priorities|objectives|aims|themes|accountability|related|review\w*|general|further)\b",
    re.IGNORECASE,
)
NOT_PARENT_RE = re.compile(
    r"\b(?:how|why|develop\w*|agree\w*|measur\w+|review\w*|progress|align\w*|links?|links|against|"
    r"background|previous|national|government|beyond|monitor\w*)\b",
    re.IGNORECASE,
)
WHOLE_RE = re.compile(
    rf"\b(?:these|all|above|overarching)\s+(?:\w+\s+)?(?:\w+\s+)?(?:{PLURAL})\b", re.IGNORECASE
)
GERUND_RE = re.compile(r"^\w+ing\b", re.IGNORECASE)


def from_sections(lines: Sequence[Line], sections: Sequence[Section]) -> Iterator[FoundSet]:
    """The headings above action rows: priorities, else counted objectives; the rest support."""
    titles = [section for section in sections if _is_title(section.name)]
    chosen = [section for section in titles if section.kind == "priority"]
    if not chosen:
        counted = [one for one in titles if one.kind == "objective" and one.label is not None]
        chosen = [] if _starts_again(counted) else counted
    rows = tuple(_from_section(lines, section) for section in chosen)
    if rows:
        yield FoundSet(rows, SECTION_POINTS, acted_on=True)
    others = [section for section in titles if section not in chosen]
    if others:
        yield FoundSet(tuple(_from_section(lines, one) for one in others), 0, support=SUPPORT)


def from_counted_headings(lines: Sequence[Line], title: str | None) -> Iterator[FoundSet]:
    """Headings such as "Priority 1: X" and "Strategic aim three", one set a run of numbers."""
    found = [(index, counted) for index, counted in _counted_lines(lines)]
    by_noun: dict[str, list[tuple[int, Counted]]] = {}
    for index, counted in found:
        by_noun.setdefault(counted.noun or "", []).append((index, counted))
    for noun, entries in by_noun.items():
        others = [[i for i, _ in rest] for name, rest in by_noun.items() if name != noun]
        nested = any(_stands_within([i for i, _ in entries], other) for other in others)
        for run in _runs(entries):
            yield _counted_set(lines, run, noun, nested, title)


def from_uncounted_headings(lines: Sequence[Line], title: str | None) -> Iterator[FoundSet]:
    """Headings that repeat the noun without a number: "Priority: Warm homes"."""
    by_noun: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        found = UNCOUNTED_RE.match(line.text) if line.heading is not None else None
        if found is not None:
            by_noun.setdefault(found["noun"].lower(), []).append(index)
    for noun, indexes in by_noun.items():
        rows = tuple(
            Found(
                clean_title(lines[index].text.partition(":")[2] or _after_dash(lines[index].text)),
                None,
                summary_below(lines, index),
                lines[index].block,
                lines[index].place,
            )
            for index in indexes
        )
        score = NOUN_WEIGHTS[noun] + HEADING_POINTS + shape_score(rows, None)
        yield FoundSet(rows, score + context_score("", lines[indexes[0]].above, title))


def from_child_headings(lines: Sequence[Line], title: str | None) -> Iterator[FoundSet]:
    """The headings one level below "Our priorities" or "Strategic aims 2024 to 2027"."""
    for index, line in enumerate(lines):
        noun = parent_noun(line)
        if noun is None:
            continue
        end = section_end(lines, index)
        children = _children(lines, index + 1, end)
        announced = announced_number(line.text) or _announced_below(lines, index, end)
        rows = _heading_rows(lines, children[:announced])
        score = NOUN_WEIGHTS[noun] + PARENT_POINTS + shape_score(rows, announced)
        yield FoundSet(rows, score + context_score(line.text, line.above, title))


def from_announced_headings(lines: Sequence[Line], title: str | None) -> Iterator[FoundSet]:
    """The headings after a sentence that says that the plan follows N themes, or a framework."""
    for index, line in enumerate(lines):
        if not line.is_text:
            continue
        sentence = _announcing(line.text)
        start = next((i for i in range(index + 1, len(lines)) if lines[i].heading), None)
        if sentence is None or start is None:
            continue
        announced = announced_number(sentence)
        siblings = _children(lines, start, _end_of_siblings(lines, start))
        if announced is None:
            siblings = _parallel(lines, siblings) if ADOPTED_RE.search(sentence) else []
        rows = _heading_rows(lines, siblings[:announced])
        nouns = [PLURALS[noun.lower()] for noun in re.findall(rf"\b({PLURAL})\b", sentence, re.I)]
        score = max(NOUN_WEIGHTS[noun] for noun in nouns) + 1 + shape_score(rows, announced)
        yield FoundSet(rows, score + context_score(sentence, line.above, title))


def summary_below(lines: Sequence[Line], index: int) -> str | None:
    """The paragraphs directly below a title, up to the next heading, list or table.

    A paragraph that leads in to a list ("We will:") and one that closes the whole chapter ("To
    achieve these objectives ...") are no part of it. None where no paragraph follows.
    """
    texts: list[str] = []
    for line in lines[index + 1 :]:
        if not line.is_text or line.marker is not None or len(texts) == MAX_SUMMARY:
            break
        if line.lead_in is not None or read_counted(line.text) is not None:
            break
        if texts and WHOLE_RE.search(line.text):
            break
        texts.append(line.text)
    if texts and texts[-1].endswith(":"):
        texts.pop()
    return " ".join(texts) or None


def _is_title(name: str) -> bool:
    """A name and not a sentence that a labelled cell holds: "This effort will open the data."."""
    words = len(name.split())
    return words <= MAX_LABELLED_WORDS and not (name.endswith(".") and words > MAX_PARENT_WORDS)


def _starts_again(sections: Sequence[Section]) -> bool:
    """The same label counts two aims: objectives below something wider that is not counted."""
    names: dict[str, str] = {}
    return any(
        not same_title(names.setdefault((one.label or "").casefold(), one.name), one.name)
        for one in sections
    )


def _from_section(lines: Sequence[Line], section: Section) -> Found:
    index = next(
        (
            number
            for number, line in enumerate(lines)
            if line.block == section.block and same_title(line.text, section.title)
        ),
        None,
    )
    summary = None if index is None else summary_below(lines, index)
    if index is None:
        summary = _summary_in_band(lines, section)
    return Found(section.name, section.label, summary, section.block, section.place)


def _summary_in_band(lines: Sequence[Line], section: Section) -> str | None:
    """The further paragraphs of the banner cell that prints the title."""
    tables = [line.table for line in lines if line.block == section.block and line.table]
    for cell in (cell for table in tables for cell in table.cells):
        texts = [paragraph for paragraph in cell.paragraphs if paragraph.text]
        if len(texts) > 1 and same_title(texts[0].text, section.title):
            plain = [paragraph.text for paragraph in texts[1:] if paragraph.marker is None]
            return " ".join(plain) or None
    return None


def _counted_lines(lines: Sequence[Line]) -> Iterator[tuple[int, Counted]]:
    for index, line in enumerate(lines):
        text = line.lead_in or line.text
        if line.table is not None or len(text.split()) > MAX_LABELLED_WORDS:
            continue
        if line.is_text and line.lead_in is None and text.endswith("."):
            continue
        counted = read_counted(text)
        if counted is None or (counted.title and GENERAL_RE.match(counted.title)):
            continue
        if counted.title or _title_below(lines, index) is not None:
            yield index, counted


def _title_below(lines: Sequence[Line], index: int) -> str | None:
    """The title of a label that stands alone on its line: "Priority 1", then "Warm homes"."""
    if index + 1 >= len(lines):
        return None
    below = lines[index + 1]
    short = len(below.text.split()) <= MAX_LABELLED_WORDS and not below.text.endswith((".", ":"))
    fits = below.table is None and below.marker is None and short
    return clean_title(below.text) if fits and read_counted(below.text) is None else None


def _runs(entries: Sequence[tuple[int, Counted]]) -> list[list[tuple[int, Counted]]]:
    """Cut where the count starts again: an overview and the chapters are two runs."""
    runs: list[list[tuple[int, Counted]]] = []
    for entry in entries:
        if not runs or entry[1].number < runs[-1][-1][1].number:
            runs.append([])
        if not runs[-1] or entry[1].number != runs[-1][-1][1].number:
            runs[-1].append(entry)
    return runs


def _counted_set(
    lines: Sequence[Line],
    run: Sequence[tuple[int, Counted]],
    noun: str,
    nested: bool,
    title: str | None,
) -> FoundSet:
    rows = tuple(_counted_row(lines, index, counted) for index, counted in run)
    heads = sum(lines[index].heading is not None for index, _ in run)
    score = NOUN_WEIGHTS[noun] + shape_score(rows, None) - (NESTED if nested else 0)
    score += HEADING_POINTS if heads * 2 > len(run) else 0
    return FoundSet(rows, score + context_score("", lines[run[0][0]].above, title))


def _counted_row(lines: Sequence[Line], index: int, counted: Counted) -> Found:
    line = lines[index]
    if counted.title:
        run_in = line.text[len(line.lead_in) :].strip(" :\u2013\u2014-") if line.lead_in else ""
        summary = " ".join(filter(None, (run_in, summary_below(lines, index)))) or None
        return Found(counted.title, counted.label, summary, line.block, line.place)
    title = _title_below(lines, index) or ""
    return Found(title, counted.label, summary_below(lines, index + 1), line.block, line.place)


def _stands_within(inner: Sequence[int], outer: Sequence[int]) -> bool:
    """Some of ``inner`` lie between two of ``outer``, which begins first."""
    if not inner or len(outer) < 2 or outer[0] > inner[0]:
        return False
    filled = sum(any(a < i < b for i in inner) for a, b in pairwise(outer))
    return filled * 2 >= len(outer) - 1


def _after_dash(text: str) -> str:
    return re.split(r"\s*[\u2013\u2014]\s*", text, maxsplit=1)[-1]


def parent_noun(line: Line) -> str | None:
    """The word for aims in a heading that stands above them: "priority" in "Our priorities"."""
    if line.heading is None or len(line.text.split()) > MAX_PARENT_WORDS:
        return None
    found = re.findall(rf"\b({PLURAL})\b", line.text, re.IGNORECASE)
    if not found or NOT_PARENT_RE.search(line.text):
        return None
    return max((PLURALS[noun.lower()] for noun in found), key=NOUN_WEIGHTS.__getitem__)


def _children(lines: Sequence[Line], start: int, end: int) -> list[int]:
    """The highest headings between two lines, without general ones such as "Next steps"."""
    heads = [index for index in range(start, end) if lines[index].heading is not None]
    top = min((lines[index].heading or LOOKS_LEVEL for index in heads), default=0)
    return [
        index
        for index in heads
        if lines[index].heading == top and not GENERAL_RE.match(lines[index].text)
    ]


def _end_of_siblings(lines: Sequence[Line], start: int) -> int:
    level = lines[start].heading or LOOKS_LEVEL
    higher = (i for i in range(start, len(lines)) if (lines[i].heading or LOOKS_LEVEL) < level)
    return next(higher, len(lines))


def _announced_below(lines: Sequence[Line], index: int, end: int) -> int | None:
    """The number that the paragraphs between a heading and its first child promise."""
    for line in lines[index + 1 : end]:
        if not line.is_text:
            return None
        number = announced_number(line.text)
        if number is not None:
            return number
    return None


def _announcing(text: str) -> str | None:
    """The sentence of a paragraph that announces the themes that follow; None if there is none."""
    for sentence in re.split(r"(?<=[.!?])\s+", text):
        if not re.search(rf"\b(?:{PLURAL})\b", sentence, re.IGNORECASE):
            continue
        if announced_number(sentence) is not None or ADOPTED_RE.search(sentence):
            return sentence
    return None


def _parallel(lines: Sequence[Line], siblings: Sequence[int]) -> list[int]:
    """The run of headings in the same verb form: "Preventing ...", "Supporting ..."."""
    run: list[int] = []
    for index in siblings:
        if GERUND_RE.match(lines[index].text):
            run.append(index)
        elif run:
            break
    return run if len(run) >= MIN_PARALLEL else []


def _heading_rows(lines: Sequence[Line], indexes: Sequence[int]) -> tuple[Found, ...]:
    return tuple(_heading_row(lines, index) for index in indexes)


def _heading_row(lines: Sequence[Line], index: int) -> Found:
    line = lines[index]
    counted = read_counted(line.text) or read_numbered(line.text)
    title = counted.title if counted is not None and counted.title else clean_title(line.text)
    marked = line.marker if read_number(line.marker) is not None else None
    label = counted.label if counted is not None else (marked or "").strip(".():") or None
    return Found(title, label, summary_below(lines, index), line.block, line.place)
