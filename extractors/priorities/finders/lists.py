"""Aims printed as a list: below "Our priorities", or after "we will focus on:"."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise, takewhile

from extractors.lines import Line
from extractors.priorities.finders.titled import headed_titles
from extractors.priorities.sets import USUAL, Found, FoundSet, context_score, shape_score
from extractors.priorities.text import (
    FOCUS_POINTS,
    MAX_SHORT_WORDS,
    NOT_LEAD_RE,
    PARENT_POINTS,
    parent_noun,
    printed,
    sentences,
)
from extractors.priorities.words import (
    NOUN_WEIGHTS,
    PLURAL,
    PLURALS,
    announced_number,
    clean_title,
    fold_title,
    label_and_title,
    read_number,
    read_numbered,
)

MAX_SPLIT_WORDS = 10  # words before a colon or dash that still are the title of a list item
INDENT_PT = 6.0  # points; a list on a page is indented by a quarter of an inch (18) or more
MIN_INDENTED = 3  # items of an indented list whose number nothing promises
MAX_INTRO = 3  # paragraphs between a heading and its list
MAX_BACK = 6  # paragraphs between "six priorities have been set" and the list of six
POINTS_BACK_RE = re.compile(r"^(?:these|they|those)\b[^:]{0,40}:$", re.IGNORECASE)

LEAD_RE = re.compile(
    rf"\b(?P<noun>{PLURAL})\b(?P<rest>[^:]{{0,80}})(?P<end>:|\.|$)$", re.IGNORECASE
)
FOCUS_RE = re.compile(
    r"\b(?:we|strategy|plan|partnership|partners|council|board|commissioner|it)\b.*"
    r"\b(?:(?:focus(?:e[sd]|ing)?|concentrate|centred?)\b(?:\s+\w+){0,3}?\s*\b(?:on|around)\b|"
    r"prioriti[sz]e[sd]?\b)[^:]{0,60}:?$",
    re.IGNORECASE,
)
ANNOUNCES_RE = re.compile(
    r"(?:\bare\b|\bis\b|\binclud|\bfollow|\bas\s+below|\bto\b|\bbelow\b|^\s*$|\bfor\b|\bset\b|\bwe\b)",
    re.IGNORECASE,
)
FOLLOWING_RE = re.compile(r"\b(?:following|these)\b", re.IGNORECASE)
TITLE_BREAK_RE = re.compile(r"^(.+?)(?:\s*:\s+|\s+[\u2013\u2014-]\s+|\.\s+(?=[A-Z]))(.+)$")


def from_lists(lines: Sequence[Line], title: str | None) -> Iterator[FoundSet]:
    """List items below a lead-in ("we will focus on:") or directly below "Our priorities"."""
    heads = headed_titles(lines)
    for index, line in enumerate(lines):
        sentence, points = _lead(line)
        if sentence is None:
            continue
        start = index + 1 if line.is_text else _list_below(lines, index)
        if start >= len(lines):
            continue
        between = " ".join(one.text for one in lines[index + 1 : start])
        announced = announced_number(sentence) or announced_number(between)
        rows = _heading_chapters(_items(lines, start, line, announced), heads)
        if not rows:
            continue
        promised = announced or _promised_before(lines, index, len(rows))
        score = points + shape_score(rows, promised) + _split_points(rows)
        yield FoundSet(rows, score + context_score(sentence, line.above, title))


def _heading_chapters(rows: tuple[Found, ...], heads: Container[str]) -> tuple[Found, ...]:
    """The items that head chapters where each has others below it: what that aim holds."""
    headed = [at for at, row in enumerate(rows) if fold_title(row.title) in heads]
    apart = all(below - at > 1 for at, below in pairwise([*headed, len(rows)]))
    whole = len(headed) in USUAL and headed[0] == 0 and apart
    return tuple(rows[at] for at in headed) if whole else rows


def _lead(line: Line) -> tuple[str | None, int]:
    """The sentence that leads in to a list, and the points of its noun; (None, 0) elsewhere."""
    if line.table is not None:
        return None, 0
    if line.heading is not None:
        noun = parent_noun(line)
        return (None, 0) if noun is None else (line.text, NOUN_WEIGHTS[noun] + PARENT_POINTS)
    told = sentences(line.text)
    sentence = told[-1] if told else ""
    if POINTS_BACK_RE.match(sentence) and len(told) > 1:
        return _pointing_back(told[-2], sentence)
    if not sentence or not line.text.endswith(sentence) or NOT_LEAD_RE.search(sentence):
        return None, 0
    found = LEAD_RE.search(sentence)
    announced = announced_number(sentence) is not None
    if found and (announced or (found["end"] == ":" and _announces(sentence, found))):
        return sentence, NOUN_WEIGHTS[PLURALS[found["noun"].lower()]]
    return (sentence, FOCUS_POINTS) if FOCUS_RE.search(sentence) else (None, 0)


def _announces(sentence: str, found: re.Match[str]) -> bool:
    """Whether a sentence says that aims follow, before or behind its word for them."""
    before = sentence[: found.start("noun")]
    return FOLLOWING_RE.search(before) is not None or bool(ANNOUNCES_RE.search(found["rest"]))


def _pointing_back(before: str, sentence: str) -> tuple[str | None, int]:
    """A lead-in whose word for aims stands in the sentence before: "... goals. These include:"."""
    nouns = [PLURALS[noun.lower()] for noun in re.findall(rf"\b({PLURAL})\b", before, re.I)]
    if not nouns or NOT_LEAD_RE.search(before):
        return None, 0
    return f"{before} {sentence}", max(NOUN_WEIGHTS[noun] for noun in nouns)


def _promised_before(lines: Sequence[Line], index: int, count: int) -> int | None:
    """The number of aims in a list where a paragraph not far above it promised so many."""
    above = lines[max(0, index - MAX_BACK) : index]
    return count if any(announced_number(line.text) == count for line in above) else None


def _list_below(lines: Sequence[Line], index: int) -> int:
    """The first list item below a heading, past a paragraph or two that does not lead in itself."""
    for number in range(index + 1, min(index + 2 + MAX_INTRO, len(lines))):
        line = lines[number]
        if not line.is_text:
            return len(lines)
        counted = read_numbered(line.text)
        first = counted is not None and counted.number == 1
        if line.marker is not None or line.lead_in is not None or first:
            before = lines[number - 1]
            leads = number - 1 > index and before.text.endswith(":")
            return len(lines) if leads else number
    return len(lines)


def _items(
    lines: Sequence[Line], start: int, lead: Line, announced: int | None
) -> tuple[Found, ...]:
    first = lines[start]
    if not first.is_text:
        return ()
    if first.marker is not None or read_numbered(first.text) is not None:
        below = lead.marker is None or first.level > lead.level or lead.heading is not None
        return split_titles(_marked_items(lines, start)) if below else ()
    if first.lead_in is not None:
        return split_titles(_lead_in_items(lines, start))
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
    return _with_last_text(items, lines, start)


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
    return _with_last_text(items, lines, start)


def _with_last_text(
    items: list[tuple[Line, list[str]]], lines: Sequence[Line], start: int
) -> list[tuple[Line, list[str]]]:
    """The items, the last with as many paragraphs of its own as each of those before it has.

    No item follows the last one to show that what stands below it is still of the list.
    """
    counts = {len(texts) for _, texts in items[:-1]}
    if len(counts) != 1 or items[-1][1]:
        return items
    last = lines.index(items[-1][0], start)
    below = takewhile(
        lambda line: line.is_text and line.marker is None and line.lead_in is None,
        lines[last + 1 :],
    )
    items[-1][1].extend(line.text for line in islice(below, counts.pop()))
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


def split_titles(items: Sequence[tuple[Line, list[str]]]) -> tuple[Found, ...]:
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
    label, text = label_and_title(printed(line))
    number = line.marker if read_number(line.marker) is not None else None
    label = label or (number or "").strip("().:") or None
    return Found(text, label, None, line.block, line.place)


def _split_item(line: Line, below: Sequence[str]) -> Found:
    whole = _whole_item(line)
    parts: tuple[str, str] | None = None
    if line.lead_in is not None and line.text.startswith(line.lead_in):
        lead = _whole_item(replace(line, text=line.lead_in, lead_in=None))
        parts = (lead.title, line.text[len(line.lead_in) :])
    else:
        found = TITLE_BREAK_RE.match(whole.title)
        if found is not None and len(found[1].split()) <= _most_words(whole.title[found.end(1) :]):
            parts = (found[1], found[2])
    if parts is None:
        return replace(whole, summary=" ".join(below) or None)
    rest = re.sub(r";\s*(?:and)?$", "", parts[1].strip(" :\u2013\u2014-")).strip()
    summary = " ".join([rest, *below]).strip()
    return replace(whole, title=clean_title(parts[0]), summary=summary or None)


def _most_words(rest: str) -> int:
    """How many words a title before a break may have: a colon parts longer ones than a dash."""
    return MAX_SHORT_WORDS if rest.lstrip().startswith(":") else MAX_SPLIT_WORDS


def _split_points(rows: Sequence[Found]) -> int:
    return 1 if all(row.summary is not None for row in rows) else 0
