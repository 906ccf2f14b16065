"""Aims printed as a list with a lead-in or in a sentence: "Our four priorities are: ..."."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.lines import Line
from extractors.priority_headings import PARENT_POINTS, parent_noun
from extractors.priority_sets import Found, FoundSet, context_score, shape_score
from extractors.priority_words import (
    NOUN_WEIGHTS,
    PLURAL,
    PLURALS,
    announced_number,
    clean_title,
    read_counted,
    read_number,
    read_numbered,
)

FOCUS_POINTS = 2  # points for "we will focus on:", as much as for "aims"
MAX_SPLIT_WORDS = 10  # words before a colon or dash that still are the title of a list item
MAX_SHORT_WORDS = 15  # words of a list item without marker
INDENT_PT = 6.0  # points; a list on a page is indented by a quarter of an inch (18) or more
MIN_INDENTED = 3  # items of an indented list whose number nothing promises
MAX_INTRO = 3  # paragraphs between a heading and its list

SENTENCE_RE = re.compile(r"(?<=[.!?])(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\beg\.)\s+(?=[A-Z\u201c\"'])")
LEAD_RE = re.compile(
    rf"\b(?P<noun>{PLURAL})\b(?P<rest>[^:]{{0,80}})(?P<end>:|\.|$)$", re.IGNORECASE
)
FOCUS_RE = re.compile(
    r"\b(?:we|strategy|plan|partnership|partners|council|board|commissioner|it)\b.*"
    r"\b(?:(?:focus(?:e[sd]|ing)?|concentrate|centred?)\b(?:\s+\w+){0,3}?\s*\b(?:on|around)\b|"
    r"prioriti[sz]e[sd]?\b)[^:]{0,60}:?$",
    re.IGNORECASE,
)
NOT_LEAD_RE = re.compile(
    r"\b(?:progress|achieved|achievements|measur\w+|indicators?|against|success|know\s+(?:we|that)|"
    r"this\s+(?:priority|theme|objective|aim|goal|outcome|strand|pillar)|actions?\s+(?:will|we|to)|"
    r"evaluat\w+|challenges?|supports?\s+the|contribut\w+|vision)\b|\b(?:by|through|when|if|we\s+will)\s*:?$",
    re.IGNORECASE,
)
ANNOUNCES_RE = re.compile(
    r"(?:\bare\b|\bis\b|\binclud|\bfollow|\bas\s+below|\bto\b|\bbelow\b|^\s*$|\bfor\b|\bset\b|\bwe\b)",
    re.IGNORECASE,
)
PROSE_RE = re.compile(
    rf"\b(?P<noun>{PLURAL})\b(?P<gap>[^:;.]{{0,80}}?)"
    r"(?P<link>\s*:\s*|\s*[\u2013\u2014]\s*|,?\s+(?:are|include|namely|being)\b(?:\s+to)?\s*:?\s*)"
    r"(?P<items>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
FOCUS_PROSE_RE = re.compile(
    r"\b(?:we|strategy|plan|partnership|partners|council|board|commissioner|it)\b[^:]*\b"
    r"(?:focus(?:e[sd]|ing)?|concentrate|priorit(?:y|ies|ise|ised))(?:\s+on)?(?P<gap>[^:]{0,60})"
    r"(?P<link>:\s*)(?P<items>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
PARTICIPLE_RE = re.compile(
    r"^(?:\w+ed|based|set|built|shown|drawn|not|also|all|now|then|in|as|the\s+same|on|at|more|what|"
    r"there|those|these|that)\b",
    re.IGNORECASE,
)
ENUMERATION_RE = re.compile(
    r"(?:^|[\s;,])\(?(?:\d{1,2}|[a-h]|i{1,3}|iv|vi{0,3})[.)]\s+", re.IGNORECASE
)
TITLE_BREAK_RE = re.compile(r"^(.+?)(?:\s*:\s+|\s+[\u2013\u2014-]\s+|\.\s+(?=[A-Z]))(.+)$")
ORDINAL_PROSE_RE = re.compile(
    r"\b(?:our|the)\s+(?:first|second|third|fourth|fifth|sixth|final|last)\s+(?:\w+\s+)?"
    rf"(?P<noun>{'|'.join(sorted(NOUN_WEIGHTS, key=len, reverse=True))})\s+is\s+(?:to\s+)?"
    r"(?P<title>[^.;:]+)",
    re.IGNORECASE,
)


def from_lists(lines: Sequence[Line], title: str | None) -> Iterator[FoundSet]:
    """List items below a lead-in ("we will focus on:") or directly below "Our priorities"."""
    for index, line in enumerate(lines):
        sentence, points = _lead(line)
        if sentence is None:
            continue
        start = index + 1 if line.is_text else _list_below(lines, index)
        between = " ".join(one.text for one in lines[index + 1 : start])
        announced = announced_number(sentence) or announced_number(between)
        rows = _items(lines, start, line, announced)
        if not rows:
            continue
        score = points + shape_score(rows, announced) + _split_points(rows)
        yield FoundSet(rows, score + context_score(sentence, line.above, title))


def from_prose(lines: Sequence[Line], title: str | None) -> Iterator[FoundSet]:
    """Aims told off inside a sentence: "The plan has three themes: homes, jobs and health."."""
    for line in lines:
        if not line.is_text:
            continue
        for sentence in SENTENCE_RE.split(line.text):
            found = _read_sentence(sentence)
            if found is None:
                continue
            rows = tuple(Found(item, None, None, line.block, line.place) for item in found.items)
            score = found.points + shape_score(rows, announced_number(found.lead))
            yield FoundSet(rows, score + context_score(found.lead, line.above, title))


def from_ordinals(lines: Sequence[Line], title: str | None) -> Iterator[FoundSet]:
    """Aims that sentences count: "Our first priority is ... Our second priority is ..."."""
    rows: list[Found] = []
    weight = 0
    above: tuple[str, ...] = ()
    for line in lines:
        for found in ORDINAL_PROSE_RE.finditer(line.text if line.is_text else ""):
            rows.append(Found(clean_title(found["title"]), None, None, line.block, line.place))
            weight = max(weight, NOUN_WEIGHTS[found["noun"].lower()])
            above = line.above
    if len(rows) > 1:
        yield FoundSet(
            tuple(rows), weight + shape_score(rows, None) + context_score("our", above, title)
        )


@dataclass(frozen=True, slots=True)
class _Sentence:
    """What announces the aims, the aims, and the points of the word that they go by."""

    lead: str
    items: tuple[str, ...]
    points: int


def _read_sentence(sentence: str) -> _Sentence | None:
    """Read a sentence that tells its aims off; None where it does not."""
    found = PROSE_RE.search(sentence)
    points = FOCUS_POINTS
    if found is not None:
        points = NOUN_WEIGHTS[PLURALS[found["noun"].lower()]]
    else:
        found = FOCUS_PROSE_RE.search(sentence)
    if found is None:
        return None
    lead = sentence[: found.start("items")]
    announced = announced_number(lead)
    if NOT_LEAD_RE.search(lead) or (announced is None and ":" not in found["link"]):
        return None
    items = split_items(found["items"], announced)
    return _Sentence(lead, tuple(items), points) if items else None


def split_items(text: str, announced: int | None) -> list[str]:
    """Split the aims told off in a sentence; [] where they cannot be told apart.

    Args:
        text: What follows "are:": ``"prevention, early help, and support and recovery."``.
        announced: How many the sentence promises: 3; it decides which "and" parts two aims.
    """
    text = text.strip().rstrip(".")
    if PARTICIPLE_RE.match(text):
        return []
    for parts in _splittings(text):
        items = [clean_title(re.sub(r"^(?:and|or)\s+", "", part.strip())) for part in parts]
        items = [item for item in items if item]
        short = all(len(item.split()) <= MAX_SHORT_WORDS for item in items)
        if short and len(items) > 1 and len(items) == (announced or len(items)):
            return items
    return []


def _splittings(text: str) -> Iterator[list[str]]:
    numbered = [part for part in ENUMERATION_RE.split(text) if part.strip()]
    if len(numbered) > 1 and ENUMERATION_RE.match(text):
        yield numbered
    if ";" in text:
        yield text.split(";")
        yield _split_last_and(text.split(";"))
        return
    commas = re.split(r",\s+", text)
    if commas[-1].startswith("and "):
        yield commas
    yield _split_last_and(commas)
    yield commas


def _split_last_and(parts: Sequence[str]) -> list[str]:
    before, found, after = parts[-1].rpartition(" and ")
    return [*parts[:-1], before, after] if found else list(parts)


def _lead(line: Line) -> tuple[str | None, int]:
    """The sentence that leads in to a list, and the points of its noun; (None, 0) elsewhere."""
    if line.table is not None:
        return None, 0
    if line.heading is not None:
        noun = parent_noun(line)
        return (None, 0) if noun is None else (line.text, NOUN_WEIGHTS[noun] + PARENT_POINTS)
    sentence = SENTENCE_RE.split(line.text)[-1]
    if NOT_LEAD_RE.search(sentence):
        return None, 0
    found = LEAD_RE.search(sentence)
    announced = announced_number(sentence) is not None
    if found and (announced or (found["end"] == ":" and ANNOUNCES_RE.search(found["rest"]))):
        return sentence, NOUN_WEIGHTS[PLURALS[found["noun"].lower()]]
    return (sentence, FOCUS_POINTS) if FOCUS_RE.search(sentence) else (None, 0)


def _list_below(lines: Sequence[Line], index: int) -> int:
    """The first list item below a heading, past a paragraph or two that does not lead in itself."""
    for number in range(index + 1, min(index + 2 + MAX_INTRO, len(lines))):
        line = lines[number]
        if not line.is_text:
            return len(lines)
        if line.marker is not None or line.lead_in is not None:
            before = lines[number - 1]
            leads = number - 1 > index and before.text.endswith(":")
            return len(lines) if leads else number
    return len(lines)


def _items(
    lines: Sequence[Line], start: int, lead: Line, announced: int | None
) -> tuple[Found, ...]:
    if start >= len(lines):
        return ()
    first = lines[start]
    if not first.is_text:
        return ()
    if first.marker is not None or read_numbered(first.text) is not None:
        below = lead.marker is None or first.level > lead.level or lead.heading is not None
        return _split_titles(_marked_items(lines, start)) if below else ()
    if first.lead_in is not None:
        return _split_titles(_lead_in_items(lines, start))
    if announced is None and not _is_indented(first, lead):
        return ()
    return _plain_items(lines, start, announced)


def _marked_items(lines: Sequence[Line], start: int) -> list[tuple[Line, list[str]]]:
    """Items of one level with the unmarked paragraphs that belong to each."""
    level = lines[start].level
    items: list[tuple[Line, list[str]]] = []
    for index in range(start, len(lines)):
        line = lines[index]
        marked = line.marker is not None or read_numbered(line.text) is not None
        if not line.is_text or (marked and line.level < level):
            break
        if not marked:
            if not _count_goes_on(lines, index, items):
                break
            items[-1][1].append(line.text)
        elif line.level == level:
            items.append((line, []))
    return items


def _count_goes_on(
    lines: Sequence[Line], index: int, items: Sequence[tuple[Line, list[str]]]
) -> bool:
    """After an unmarked paragraph the next number of the same list follows."""
    last = _number_of(items[-1][0])
    for line in lines[index + 1 : index + 1 + MAX_INTRO]:
        if not line.is_text:
            return False
        if last is not None and _number_of(line) == last + 1:
            return True
    return False


def _number_of(line: Line) -> int | None:
    number = read_number(line.marker)
    counted = read_numbered(line.text)
    return number if number is not None else (counted.number if counted else None)


def _lead_in_items(lines: Sequence[Line], start: int) -> list[tuple[Line, list[str]]]:
    """Paragraphs with a bold start, and the plain ones that belong to each."""
    items: list[tuple[Line, list[str]]] = []
    for index in range(start, len(lines)):
        line = lines[index]
        if line.is_text and line.lead_in is not None:
            items.append((line, []))
            continue
        ahead = lines[index + 1 : index + 1 + MAX_INTRO]
        if not line.is_text or all(one.lead_in is None for one in ahead):
            break
        if line.marker is None:
            items[-1][1].append(line.text)
    return items


def _plain_items(lines: Sequence[Line], start: int, announced: int | None) -> tuple[Found, ...]:
    """Short unmarked paragraphs, as many as promised: bullets that are drawn, not typed.

    Those further in than the first (on a page) are the items of a list below it.
    """
    run: list[Line] = []
    for line in lines[start:]:
        if run and _is_indented(line, run[0]):
            continue
        if run and _is_indented(run[0], line):
            break
        long = len(line.text.split()) > MAX_SHORT_WORDS or line.text.endswith(":")
        sentence = bool(run) and line.text.endswith(".") and not run[0].text.endswith(".")
        ended = len(run) == announced and sentence
        if not line.is_text or long or ended:
            break
        run.append(line)
    if len(run) != (announced or max(len(run), MIN_INDENTED)):
        return ()
    return tuple(Found(clean_title(line.text), None, None, line.block, line.place) for line in run)


def _is_indented(line: Line, other: Line) -> bool:
    """Whether a line begins further right than another; False where the format has no pages."""
    if not line.place.boxes or not other.place.boxes:
        return False
    return line.place.boxes[0].x0 - other.place.boxes[0].x0 > INDENT_PT


def _split_titles(items: Sequence[tuple[Line, list[str]]]) -> tuple[Found, ...]:
    """Title and summary of each item; a colon or dash parts them where most items have one."""
    rows = [_split_item(line, below) for line, below in items]
    split = sum(row.summary is not None for row in rows)
    if split * 2 >= len(rows):
        return tuple(rows)
    whole = (_whole_item(line) for line, _ in items)
    return tuple(
        replace(one, summary=" ".join(below) or None)
        for one, (_, below) in zip(whole, items, strict=True)
    )


def _whole_item(line: Line) -> Found:
    counted = read_counted(line.text) or read_numbered(line.text)
    text = counted.title if counted and counted.title else clean_title(line.text)
    number = line.marker if read_number(line.marker) is not None else None
    label = counted.label if counted else ((number or "").strip("().:") or None)
    return Found(text, label, None, line.block, line.place)


def _split_item(line: Line, below: Sequence[str]) -> Found:
    whole = _whole_item(line)
    parts: tuple[str, str] | None = None
    if line.lead_in is not None and line.text.startswith(line.lead_in):
        lead = _whole_item(replace(line, text=line.lead_in, lead_in=None))
        parts = (lead.title, line.text[len(line.lead_in) :])
    else:
        found = TITLE_BREAK_RE.match(whole.title)
        if found is not None and len(found[1].split()) <= MAX_SPLIT_WORDS:
            parts = (found[1], found[2])
    if parts is None:
        return replace(whole, summary=" ".join(below) or None)
    rest = re.sub(r";\s*(?:and)?$", "", parts[1].strip(" :\u2013\u2014-")).strip()
    summary = " ".join([rest, *below]).strip()
    return replace(whole, title=clean_title(parts[0]), summary=summary or None)


def _split_points(rows: Sequence[Found]) -> int:
    return 1 if all(row.summary is not None for row in rows) else 0
