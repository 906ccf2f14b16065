"""The labels that a paragraph prints with their values: ``"Lead: Public Health"``.

A line may be all label and value, may carry several behind the action's own text (``"Review the
rota (Lead: Housing; By when: May 2026)"``), or may be a label alone whose value stands below it.
Knows paragraphs and headings; knows nothing of formats.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.blocks import Cell, Heading, Paragraph
from extractors.columns.contents import (
    DASHES,
    YEAR_RE,
    ends_as_sentence,
    is_date,
    is_ref,
    is_status,
    opens_promise,
)
from extractors.columns.folding import fold_heading, fold_words
from extractors.columns.headings import MAX_COMPOUND_WORDS, Meaning
from extractors.columns.questions import asks_how_known
from extractors.layouts.labels.cards import MAX_LABEL_WORDS, Line, asked_by, label_of
from extractors.layouts.labels.form_refs import bare_ref
from extractors.layouts.labels.label_values import BRACKETS, own_value
from extractors.places import join_places
from extractors.rows import COMPANIONS, WHEN, WHO, WHO_AND_WHEN

COLON_RE = re.compile(r"\s*+(?P<label>[^:]{2,60}?)\s*+:(?!//)\s*")  # a run of blanks is read once
DASH_RE = re.compile(r"\s*+(?P<label>[^:\-–—]{2,60}?)\s[\-–—]\s\s*")
ASK_RE = re.compile(r"\s*+(?P<label>[A-Z][^:?.]{2,60}\?)\s+(?=\S)")  # "When? May 2027"
BOX_RE = re.compile(  # before choices: "Update \u2610 Not started \u2611 On track"
    r"\s*+(?P<label>[^:\u2610-\u2612\u25a0\u25a1]{2,60}?)\s+(?=[\u2610-\u2612\u25a0\u25a1])"
)
INNER_RE = re.compile(
    r"(?:[.;,|·•(\[]|\s[\-–—/](?=\s)|(?P<blank>\s)(?=[A-Z]))"
    r"(?=\s*(?P<label>[A-Za-z][^:.;,|·•()\[\]]{1,60}?(?:\(s\))?)"
    r"(?:\s*:|(?<=\?)|(?P<dash>\s[\-–—](?=\s)))(?!//)(?P<gap>\s*))"
)  # the label stands ahead, for a comma may part the words of the value before it
MARK_RE = re.compile(r"[:?\u2610-\u2612\u25a0\u25a1]|\s[\-–—]")  # each label stands before one
STATE_MARK_RE = re.compile(r"[\u25a0\u25aa\u25b2\u25bc\u25c6\u25cf\u2b24]\s*")
BARRED = frozenset("|·•;/")  # part labels before a dash: "Lead – Vale | By when – May 2026"
TEXTS = frozenset({"activity", "objective", "measures", "update"})  # dashes part few labels there
LED_OR_DUE = frozenset({"lead", "start", "due"})  # but these
WHOLE = frozenset(
    "|·•;/(["
)  # part a label from the value before, so that all its words are its own
TITLE_END = " \t(–—-[;,|·•"
Labels = frozenset[str]  # labels that a document tells, folded
NONE: Labels = frozenset()  # of most documents
UNTIL_RE = re.compile(
    r"\s*[;,|\u2013-]\s*(?P<label>(?:to be completed |due )?(?P<day>by))\s+", re.IGNORECASE
)
MAX_QUESTION_WORDS = 12  # words; "How we will know it has made a difference" has nine
REF = "Ref"  # the label of a line that is a reference alone
BY_WHEN = "By when"  # the label that "Lead: Police; by May 2026" cuts short


@dataclass(frozen=True, slots=True)
class Labelled:
    """A paragraph taken apart.

    Attributes:
        title: The text before its first label: ``"Review the rota"``; "" where a label begins it.
        lines: Its labels with their values; () where it prints none.
    """

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    """A label in a text: where it begins, with what stands before it, and where its value does."""

    label: str
    meaning: Meaning | None
    start: int
    value: int


def read_labels(paragraph: Paragraph, learned: Labels = NONE) -> Labelled:
    """Take a paragraph apart at its labels; those that are known whole and the ``learned`` count.

    ``learned`` are folded labels that the document tells, as ``{"anchorbody"}``.
    """
    text = paragraph.text
    may_label = paragraph.lead_in is not None or MARK_RE.search(text) is not None
    marks = list(_marks(paragraph, learned)) if may_label else []
    if not marks:
        return Labelled(text, ())
    marks = [*_before(text, marks), *marks]
    ends = [*(mark.start for mark in marks[1:]), len(text)]
    several = marks[0].start > 0 or len(marks) > 1
    lines: list[Line] = []
    for mark, end in zip(marks, ends, strict=True):
        value = _without_mark(own_value(text[mark.value : end], inner=several))
        line = line_of(mark.label, mark.meaning, replace(paragraph, text=value))
        lines.extend(_apart(line, paragraph))
    return Labelled(text[: marks[0].start].rstrip(TITLE_END), tuple(lines))


def _without_mark(value: str) -> str:
    """A status without the coloured mark before it: "On track" of "\u25a0 On track"."""
    found = STATE_MARK_RE.match(value)
    return value[found.end() :] if found and is_status(value[found.end() :]) else value


def _apart(line: Line, paragraph: Paragraph) -> tuple[Line, ...]:
    """A line of who apart from its day, which no colon tells: "Lead: Police; by May 2026".

    The day is as printed, with "by".
    """
    found = UNTIL_RE.search(line.text) if field_of(line) in WHO else None
    if found is None or not is_date(line.text[found.end() :]):
        return (line,)
    who, when = line.text[: found.start()], line.text[found.start("day") :]
    day = line_of(found["label"], known_label(BY_WHEN), replace(paragraph, text=when))
    return (line_of(line.label, line.meaning, replace(paragraph, text=who)), day)


def known_label(text: str, *, marked: bool = False, inside: bool = False) -> Meaning | None:
    """What a label means that is known whole, or a question that asks for who, when or the like.

    "Who will lead this work?" is known by "Who will lead this"; what is no question is not, unless
    ``marked`` as a label, bold and before a colon, or a known label is its noun, as of "Police
    lead"; ``inside`` a line the words before the noun may be of the value before. Behind a bracket
    or dash it is one by itself.
    """
    meaning = label_of(text)
    if meaning is None or meaning.sure:
        return meaning
    marked = marked and len(text.split()) <= MAX_LABEL_WORDS
    asked = marked or text.rstrip(": ").endswith("?") or asks_how_known(text)
    whole = text.count("(") == text.count(")") and DASHES.isdisjoint(text.split())
    told = whole and (asked or (not inside and _is_its_noun(meaning, text)))
    return replace(meaning, sure=True) if told and meaning.line.field in COMPANIONS else None


def _is_its_noun(meaning: Meaning, text: str) -> bool:
    """Whether a known label ends a short one; "A fresh start" names an aim, and not when."""
    words, known = fold_words(text), fold_words(meaning.line.heading)
    ends = len(words) <= MAX_COMPOUND_WORDS and words[-len(known) :] == known
    return ends and meaning.line.field != "start"


def lone_label(paragraph: Paragraph, learned: Labels = NONE) -> Line | None:
    """The label that a paragraph of its own prints, bold, before a colon or as a question."""
    text = paragraph.text.strip()
    marked = paragraph.bold or text.endswith((":", "?"))
    if not marked or paragraph.marker is not None or len(text.split()) > MAX_QUESTION_WORDS:
        return None
    meaning = known_label(text) if ":" not in text.rstrip(": ") else None
    told = meaning is not None or (bool(learned) and fold_heading(text) in learned)
    return bare_line(paragraph, meaning) if told else None


def ref_lines(above: Sequence[Paragraph]) -> list[Line]:
    """The references that the lines above a form give it: "Reference: 1.2", or a bold "5" alone."""
    lines = [line for one in above for line in read_labels(one).lines]
    alone = [(one, ref) for one in above[-1:] if one.bold and (ref := bare_ref(one.text))]
    lines += [line_of(REF, known_label(REF), replace(one, text=ref)) for one, ref in alone]
    return [line for line in lines if field_of(line) == "ref" and is_ref(line.text)][:1]


def as_line(heading: Heading) -> Paragraph:
    """A heading as a bold line: a label or title of a card, which is no section."""
    return Paragraph(
        heading.text,
        heading.marker,
        bold=True,
        size=heading.size,
        struck=heading.struck,
        place=heading.place,
    )


def bare_line(paragraph: Paragraph, meaning: Meaning | None) -> Line:
    """A label without a value yet."""
    return Line(paragraph.text.strip().rstrip(": "), meaning, (), (cell_of(paragraph),))


def line_of(label: str, meaning: Meaning | None, value: Paragraph) -> Line:
    """A label with its value in one paragraph, whose place is that of both."""
    held = (Paragraph(value.text, place=value.place),) if value.text else ()
    first = UNTIL_RE.split(value.text)[0]  # "Led by: Police; by May 2026" asks who
    dated = asked_by(label, first) if meaning is not None else None
    return Line(
        label, dated if dated is not None and dated.sure else meaning, held, (cell_of(value),)
    )


def cell_of(*paragraphs: Paragraph) -> Cell:
    """Paragraphs as the one cell of a card."""
    return Cell(0, 0, paragraphs, place=join_places(one.place for one in paragraphs))


def field_of(line: Line) -> str:
    """The field that a label names; "" for a label that is not known."""
    return line.meaning.line.field if line.meaning is not None else ""


def fields_of(lines: Sequence[Line]) -> frozenset[str]:
    """The fields that lines name."""
    return frozenset(map(field_of, lines)) - {""}


def names_who_and_when(fields: frozenset[str], *, unknown: bool) -> bool:
    """Whether labels say both who and when, one of them by a label that is ``unknown``."""
    return bool(fields & WHO and fields & WHEN) or (unknown and bool(fields & WHO_AND_WHEN))


def _marks(paragraph: Paragraph, learned: Labels) -> Iterator[_Mark]:
    first = _first_mark(paragraph, learned)
    if first is not None:
        yield first
    start = first.value if first is not None else 0
    told_in = first.meaning.line.field if first is not None and first.meaning is not None else ""
    long = ":" in paragraph.text[:start] and told_in in TEXTS
    for found in INNER_RE.finditer(paragraph.text, max(start - 1, 0)):
        told = False
        if found["blank"] is None:
            # "homes built; people on support: 40" goes on behind its semicolon
            cut = found.group().strip()
            whole = cut in WHOLE - ({";"} if found["label"][0].islower() else set())
            meaning = known_label(found["label"], inside=not whole)
            told = meaning is None and bool(learned) and fold_heading(found["label"]) in learned
        else:  # nothing parts it from a value, of which its words might be
            meaning = label_of(found["label"]) if 0 < start <= found.start() else None
        sure = meaning is not None and meaning.sure
        over_list = found.end("gap") == len(paragraph.text) and _repeats(first, meaning)
        asks = not start and found["label"].endswith("?") and found.group() not in BRACKETS.values()
        if over_list or asks:
            continue  # "Action: Open a hub. We will:", or a question in prose
        surely = meaning is not None and meaning.line.field in LED_OR_DUE
        bare = found.group().strip() not in BARRED or (long and not surely)
        if found["dash"] is not None and bare:
            continue  # "Lead: Police, Health – by May", "Action: Open a hub • Support – for all"
        if told or (meaning is not None and sure and (start or meaning.line.field in COMPANIONS)):
            start = found.end("gap")
            end = found.start() + found.group().startswith(".")  # the stop ends the sentence before
            long = meaning is not None and meaning.line.field in TEXTS
            yield _Mark(found["label"].strip(), meaning if sure else None, end, start)


def _repeats(first: _Mark | None, meaning: Meaning | None) -> bool:
    """Whether a label names the field that the first of its line does."""
    held = first.meaning if first is not None else None
    return held is not None and meaning is not None and held.line.field == meaning.line.field


def _before(text: str, marks: Sequence[_Mark]) -> list[_Mark]:
    """The label behind a title that no stop ends: "Light the quay Lead: Vale; Timescale: 2027".

    It says who or when, and those behind it say the other.
    """
    said = {mark.meaning.line.field for mark in marks if mark.meaning is not None}
    for found in INNER_RE.finditer(text, 0, marks[0].start) if marks[0].start else ():
        alone = found["blank"] is not None and found["dash"] is None
        meaning = label_of(found["label"]) if alone else None
        if meaning is None or not meaning.sure or meaning.line.field in said:
            continue
        wanted = WHO if said & WHEN else WHEN if said & WHO else frozenset()
        if meaning.line.field in wanted:
            return [_Mark(found["label"].strip(), meaning, found.start(), found.end("gap"))]
    return []


def _first_mark(paragraph: Paragraph, learned: Labels) -> _Mark | None:
    """The label that begins a paragraph: before a colon or a dash, or set bold."""
    text = paragraph.text
    bold = paragraph.lead_in or ""
    found = (
        (one["label"], one.end())
        for p in (COLON_RE, DASH_RE, ASK_RE, BOX_RE)
        if (one := p.match(text))
    )
    for label, end in (*found, (bold, len(bold))):
        marked = bold.endswith(":") and label.strip() == bold.rstrip(": ")
        meaning = known_label(label, marked=marked) if label.strip() else None
        if meaning is not None and _heads_promise(label, meaning, text[end:]):
            return None
        if meaning is not None or (learned and fold_heading(label) in learned):
            return _Mark(label.strip(" :"), meaning, 0, end)
    return None


def _heads_promise(label: str, meaning: Meaning, value: str) -> bool:
    """Whether what a word of a label says to be who or when is what is done.

    "Justice and community support: Establish a clinic" is no supporting body, and a sentence
    behind "Who is responsible?" explains what is known, unless the next question follows it; "It
    will be done by March 2027." says when.
    """
    known = label_of(label)
    by_word = known is None or not known.sure
    dated = meaning.line.field in WHEN and YEAR_RE.search(value) is not None
    explains = label.endswith("?") and "?" not in value and ends_as_sentence(value) and not dated
    tells = explains or (by_word and opens_promise(value))
    return tells and meaning.line.field in WHO_AND_WHEN
