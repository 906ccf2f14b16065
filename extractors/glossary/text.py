"""The entries of glossaries that are printed as lists, paragraphs or headings and their text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise

from extractors.blocks import Place
from extractors.glossary.terms import (
    BRACKETED_RE,
    in_glossary,
    names_glossary,
    own_acronym,
    split_acronym,
    stands_for,
)
from extractors.lines import Line
from extractors.places import join_places
from extractors.rows import GlossaryRow

MIN_ENTRIES = 2  # entries; one line with a colon below "Definitions" is no glossary
MIN_INTRODUCED = 3  # terms below a paragraph that introduces them, where nothing else marks them
MAX_ENTRY = 5_000  # characters of a term and its definition; the longest of 1,271 has 447
MAX_TERM_WORDS = 9  # words; the longest of 1,271 terms, made and of the corpus, has 5
MAX_NAMED_WORDS = 16  # words of a name with its acronym behind it; that of an inspectorate has 12
MAX_ALONE_WORDS = 6  # words of a term alone on its line, which nothing else marks

ENTRY_RE = re.compile(
    r"^(?P<term>[^:;.]{1,90}?)(?:\s*:\s+|\s+[\u2013\u2014-]\s+|\s*=\s*)(?P<rest>\S.*)$"
)
ACRONYM_FIRST_RE = re.compile(r"^(?P<acronym>[A-Z][A-Za-z&+]{1,9})\s+(?P<rest>[A-Z].*)$")
NEXT_ENTRY_RE = re.compile(r"(?<=[a-z)]\.)\s+([A-Z][^.:;]{2,60}:\s+[A-Z])")
NEXT_ACRONYM_RE = re.compile(
    r"(?<=\s)(?P<acronym>[A-Z][A-Za-z&+]{1,9})(?P<mark>\s*[:=\u2013\u2014-])?\s+(?=[A-Z])"
)
DAY_RE = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+)?[A-Z][a-z]+\s+\d{4}|\d{1,2}[./]\d{1,2}[./]\d{2,4}"
)
ABBREVIATION_RE = re.compile(r"^[A-Z][A-Z&+-]{1,9}$")
LETTER_RE = re.compile(r"^[A-Z](?:\s*(?:[\u2013-]|to)\s*[A-Z])?$")


@dataclass(slots=True)
class _Entry:
    term: str
    texts: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)


def from_text(lines: Sequence[Line], whole: bool, beside: bool = False) -> list[GlossaryRow]:
    """The entries of paragraphs, lists and headings below the heading of a glossary.

    [] where fewer than ``MIN_ENTRIES`` are found, but for abbreviations in capitals ``beside``
    those of a table: one as wide as its tab stop stands apart from the rest in print. ``whole`` is
    True where the document is nothing but a glossary.
    """
    rows = [_text_row(entry) for entry in _entries(lines, whole) if _is_entry(entry)]
    if len(rows) >= MIN_ENTRIES:
        return rows
    if beside:
        return [row for row in rows if ABBREVIATION_RE.match(row.term)]
    return _from_pairs([line for line in lines if line.is_text and in_glossary(line, whole)])


def _entries(lines: Sequence[Line], whole: bool) -> list[_Entry]:
    """Terms with the lines that explain them; those without any are names of groups."""
    entries: list[_Entry] = []
    headed = ended = False  # terms are headings; a heading that is no term has ended the glossary
    for line in chain.from_iterable(map(_parted, _of_glossaries(lines, whole))):
        if line.heading is not None:
            if _heads_terms(line.text):
                ended = ended and not names_glossary(line.text)
                continue
            headed = headed or not entries
            ended = ended or not headed
            if headed:
                entries.append(_Entry(_clean(line.text), [], [line.place]))
        elif ended:
            continue
        elif entries and not entries[-1].texts and stands_for(entries[-1].term, line.text):
            _say_more(entries[-1], line)  # "ASB", and below it "Anti-social behaviour: conduct ..."
        elif (entry := _read_entry(line)) is not None:
            entries.append(entry)
        elif entries:
            _say_more(entries[-1], line)
    return entries


def _of_glossaries(lines: Sequence[Line], whole: bool) -> Iterator[Line]:
    """The lines below the headings of glossaries, but their tables.

    A heading below a table of terms is none of them and ends the glossary, whatever its size; but
    "B" and "Abbreviations" head further ones.
    """
    tabled = ended = False
    for line in lines:
        if not in_glossary(line, whole):
            tabled = ended = False
        elif line.table is not None:
            tabled = True
        else:
            named = line.heading is not None and _heads_terms(line.text)
            ended = not named and (ended or (tabled and line.heading is not None))
            tabled = tabled and not named
            if not ended:
                yield line


def _heads_terms(heading: str) -> bool:
    """Whether a heading stands over terms and is none itself: "A to C", "Abbreviations"."""
    return LETTER_RE.match(heading) is not None or names_glossary(heading)


def _say_more(entry: _Entry, line: Line) -> None:
    entry.texts.append(line.text)
    entry.places.append(line.place)


def _parted(line: Line) -> Iterator[Line]:
    """The entries that a reader took for one paragraph: "Term: what it means. Next: that too.".

    So are lines set close: "GP - General Practitioner HMO - House in Multiple Occupation", and
    columns without any mark: "ISS Intensive Supervision and Surveillance YOS Youth Offending
    Service".
    """
    if not line.is_text or len(line.text) > MAX_ENTRY:
        yield line
        return
    ends = NEXT_ENTRY_RE.finditer(line.text) if line.lead_in is None else ()
    starts = {0, *(found.start(1) for found in ends)}
    bare = ACRONYM_FIRST_RE.match(line.text) is not None
    for found in NEXT_ACRONYM_RE.finditer(line.text):
        short, rest = found["acronym"], line.text[found.end() :]
        marked = found["mark"] or (bare and short.isupper() and short[0] == rest[0])
        if marked and stands_for(short, rest):
            starts.add(found.start("acronym"))
    for start, end in pairwise([*sorted(starts), len(line.text)]):
        own = line.lead_in if start == 0 else None
        yield replace(line, text=line.text[start:end].rstrip(), lead_in=own)


def _from_pairs(lines: Sequence[Line]) -> list[GlossaryRow]:
    """A term alone on its line, what it means below: a list of definitions without any mark.

    A paragraph may introduce several.
    """
    entries: list[_Entry] = []
    introduced = False
    for line in lines:
        short = len(line.text.split()) <= MAX_ALONE_WORDS
        if entries and not entries[-1].texts and stands_for(entries[-1].term, line.text):
            _say_more(entries[-1], line)
        elif short and line.text[:1].isupper() and not line.text.endswith((".", ",", ":", ";")):
            entries.append(_Entry(_clean(line.text), [], [line.place]))
        elif entries:
            _say_more(entries[-1], line)
        elif introduced:
            return []  # the section begins with prose
        else:
            introduced = True
    least = MIN_INTRODUCED if introduced else MIN_ENTRIES
    whole = len(entries) >= least and all(one.texts for one in entries)
    return [_text_row(entry) for entry in entries] if whole else []


def _is_entry(entry: _Entry) -> bool:
    """A heading without text below it is the name of a group of terms."""
    return _is_short(entry.term) and (
        bool(entry.texts) or BRACKETED_RE.match(entry.term) is not None
    )


def _is_short(term: str) -> bool:
    """Whether a term has few words, or is a name that gives its acronym: "The ... (HMIP)"."""
    most = MAX_NAMED_WORDS if BRACKETED_RE.match(term.strip()) else MAX_TERM_WORDS
    return 0 < len(term.split()) <= most


def _read_entry(line: Line) -> _Entry | None:
    """Read "Term: definition", "Term \u2013 definition" or "ABC Name in full"; else None."""
    if len(line.text) > MAX_ENTRY:
        return None
    if line.lead_in is not None and line.text.startswith(line.lead_in):
        rest = line.text[len(line.lead_in) :].strip(" :\u2013\u2014-")
        return _Entry(_clean(line.lead_in), [rest] if rest else [], [line.place])
    found = ENTRY_RE.match(line.text)
    if found is not None and DAY_RE.fullmatch(found["rest"]):
        return None  # "Last updated: 12 March 2025"
    if found is not None and _is_short(found["term"]):
        return _Entry(_clean(found["term"]), [found["rest"]], [line.place])
    bracketed = BRACKETED_RE.match(line.text)
    if bracketed is not None:
        return _Entry(line.text.rstrip("."), [], [line.place])
    first = ACRONYM_FIRST_RE.match(line.text)
    if first is not None and stands_for(first["acronym"], first["rest"]):
        return _Entry(first["acronym"], [first["rest"]], [line.place])
    return None


def _text_row(entry: _Entry) -> GlossaryRow:
    definition = " ".join(entry.texts) or None
    term, acronym = split_acronym(entry.term)
    acronym = acronym or own_acronym(term, definition)
    return GlossaryRow(term, acronym, definition, join_places(entry.places))


def _clean(text: str) -> str:
    return text.strip(" :\u2013\u2014-=")
