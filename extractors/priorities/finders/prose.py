"""Aims told off in sentences: "Our four priorities are: ...", "Our first priority is ..."."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.lines import Line
from extractors.phrases import one_of
from extractors.priorities.finders.titled import headed_titles, titles_in
from extractors.priorities.sets import Found, FoundSet, context_score, shape_score
from extractors.priorities.text import (
    FOCUS_POINTS,
    MAX_SENTENCE,
    MAX_SHORT_WORDS,
    NOT_LEAD_RE,
    sentences,
)
from extractors.priorities.words import (
    NOUN_WEIGHTS,
    PLURAL,
    PLURALS,
    Counted,
    announced_number,
    clean_title,
    fold_title,
    read_counted,
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
PARTICIPLE_RE = re.compile(rf"^{one_of('tells of aims')}\b", re.IGNORECASE)
ENUMERATION_RE = re.compile(
    r"(?:^|[\s;,])\(?(?:\d{1,2}|[a-h]|i{1,3}|iv|vi{0,3})[.)]\s+", re.IGNORECASE
)
JOINED_RE = re.compile(r"[\s,;]*\b(?:and|&)\s*$")
INLINE_LABEL_RE = re.compile(
    rf"\b(?:{'|'.join(sorted(NOUN_WEIGHTS, key=len, reverse=True))})\s+\d{{1,2}}\s*"
    r"[:\u2010-\u2015-]",
    re.IGNORECASE,
)
ORDINAL_PROSE_RE = re.compile(
    r"\b(?:our|the)\s+(?:first|second|third|fourth|fifth|sixth|final|last)\s+(?:\w+\s+)?"
    rf"(?P<noun>{'|'.join(sorted(NOUN_WEIGHTS, key=len, reverse=True))})\s+is\s+(?:to\s+)?"
    r"(?P<title>[^.;:]+)",
    re.IGNORECASE,
)


def from_prose(lines: Sequence[Line], title: str | None) -> Iterator[FoundSet]:
    """Aims told off inside a sentence: "The plan has three themes: homes, jobs and health."."""
    heads = headed_titles(lines)
    for line in lines:
        if not line.is_text:
            continue
        for sentence in sentences(line.text):
            found = _read_sentence(sentence, heads)
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
        text = ". ".join(sentences(line.text)) if line.is_text else ""
        for found in ORDINAL_PROSE_RE.finditer(text):
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


def _read_sentence(sentence: str, heads: Mapping[str, str]) -> _Sentence | None:
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
    if any(fold_title(item) not in heads for item in items):
        headed = titles_in(found["items"], heads)
        items = headed if len(headed) == len(items) else items
    return _Sentence(lead, tuple(items), points) if items else None


def from_inline_labels(lines: Sequence[Line], title: str | None) -> Iterator[FoundSet]:
    """Labels that count on inside a paragraph: "Theme 1 - Food, Theme 2 - Fuel"."""
    rows: list[Found] = []
    nouns: list[str] = []
    above: tuple[str, ...] = ()
    for line in lines:
        parts = _labelled_parts(line.text) if line.is_text else []
        for one in parts:
            if one.number == len(rows) + 1 and (not nouns or one.noun == nouns[0]):
                rows.append(Found(one.title, one.label, None, line.block, line.place))
                nouns.append(one.noun or "")
                above = line.above
    if len(rows) > 1:
        score = NOUN_WEIGHTS[nouns[0]] + shape_score(rows, None)
        yield FoundSet(tuple(rows), score + context_score("", above, title))


def _labelled_parts(text: str) -> list[Counted]:
    """The labels of a paragraph that has two or more of them, each with the text up to the next."""
    if len(text) > MAX_SENTENCE:
        return []
    starts = [found.start() for found in INLINE_LABEL_RE.finditer(text)]
    parts = [JOINED_RE.sub("", text[a:b]) for a, b in pairwise([*starts, len(text)])]
    counted = [one for part in parts if (one := read_counted(part)) is not None]
    short = all(0 < len(one.title.split()) <= MAX_SHORT_WORDS for one in counted)
    return counted if len(counted) > 1 and short else []


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
