"""Cells under a heading, or behind a label, of two fields: what of their text is which.

``Lead / Timescale``, ``RAG and comments``. Knows texts and the names of fields; knows no tables.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.columns.bodies import is_body
from extractors.columns.contents import DATE_WORD_RE, is_date, is_status, opens_promise
from extractors.months import EACH
from extractors.rows import AIMS, STATES, WHEN, WHO

PART_RE = re.compile(r"[.:;,/|\n]|\s[-–—](?=\s)|\Z")  # between a state and what is said of it
SPAN_RE = re.compile(r"\s[-–—]\s|[–—]|\n|\s(?:to|until)\s", re.IGNORECASE)  # from when to when
SINCE_RE = re.compile(
    r"(?:from|since|starts?|starting)\b|.*(?:\sonwards?|[-–—])\Z", re.IGNORECASE | re.DOTALL
)
BRACKET_RE = re.compile(r"(?P<said>.*\S)\s*\((?P<who>[^()\d]+)\)\.?", re.DOTALL)
COLOUR_RE = re.compile(r"(?i:red|amber|green|blue)(?=\s+[A-Z(])")
COUNTED = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen)"  # months
# Words before a date; a number before a sign or one of them is of a name: "Team 2, by May".
OF_DATE = rf"(?:by|from|until|in|within|the|end|early|mid|late|of|{EACH})"
BEFORE_DATE_RE = re.compile(
    rf"(?:[\s/,;|(\-\u2013\u2014]|\b{OF_DATE}\b"
    rf"|\b(?:{COUNTED}|\d{{1,2}}(?:st|nd|rd|th)?)\b"
    rf"(?!\s*(?:[,;|(]|(?!of\b){OF_DATE}\b)|\s+[-\u2013\u2014/]\s*(?:[^\W\d]|\Z)))++",
    re.IGNORECASE,
)
SPAN_WORD_RE = re.compile(
    rf"\b(?!{COUNTED}\b)[^\W\d]+\s+(?:years|months)", re.IGNORECASE
)  # "Early Years": a team; "within six months" says when
BETWEEN = " .:;,/|\n-–—"
NAME_RE = re.compile(r"[^,;|/()\n\u2013\u2014]+")  # a word that says when may begin one


def split_fields(first: str, second: str, texts: Sequence[str]) -> tuple[str, str] | None:
    """The texts of both fields of a cell; None where nothing parts them, and all is of the first.

    ``split_fields("lead", "due", ["Police by May 2026"])`` is ``("Police", "by May 2026")``;
    ``("rag", "update", ["Green: staff trained"])`` gives ``("Green", "staff trained")``, and a
    comment without a state is no state: ``("", "Staff trained")``. One date under ``Start / End``
    is the end, or none of the two can be told: ``("", "Ongoing")``.

    Args:
        first: The field that the heading names first.
        second: The other.
        texts: The paragraphs of the cell.
    """
    if "update" in (first, second) and STATES & {first, second}:
        state, said = _split_state("\n".join(texts))
        return (state, said) if second == "update" else (said, state)
    if (first, second) == ("start", "due"):
        return _split_span("\n".join(texts))
    if len(texts) == 1 and first in AIMS and second in WHO:
        found = BRACKET_RE.fullmatch(texts[0])  # "Fit locks in 200 homes (Housing)"
        return (found["said"], found["who"]) if found is not None else None
    if len(texts) == 1:
        return split_date(texts[0]) if second in WHEN else None
    if texts and first in AIMS and second in WHO and opens_promise(texts[-1]):
        return None  # a second paragraph of what is promised names nobody
    return (" ".join(texts[:-1]), texts[-1]) if texts else None


def split_date(text: str) -> tuple[str, str] | None:
    """A name and the date behind it in one line: ``"Police / by May 2026"``; None without both.

    ``("Police", "by May 2026")``
    """
    found = first_date(text)
    if found is None:
        return None
    before = BEFORE_DATE_RE.finditer(text, 0, found.start())
    cut = next((one.start() for one in before if one.end() == found.start()), found.start())
    name, when = text[:cut].strip(), text[cut:].strip(" /,;|-\u2013\u2014")
    if when.startswith("(") and when.endswith(")"):
        when = when[1:-1]
    return (name, when) if name and is_date(when) else None


def first_date(text: str) -> re.Match[str] | None:
    """The first word of a line that says when; None where none does.

    One of a body's name says nothing where another follows: "Winter Support Team, November 2026".
    """
    spans = {span.end() for span in SPAN_WORD_RE.finditer(text)}
    dates = [one for one in DATE_WORD_RE.finditer(text) if one.end() not in spans]
    own = (one for one, after in pairwise([*dates, None]) if one and not _names(text, one, after))
    return next(own, dates[0] if dates else None)


def _names(text: str, date: re.Match[str], after: re.Match[str] | None) -> bool:
    """Whether a word that says when is of a body's name, which ends before the next such word."""
    name = NAME_RE.match(text, date.start(), after.start() if after is not None else len(text))
    return name is not None and is_body(name[0].strip())


def _split_span(text: str) -> tuple[str, str]:
    """When an action begins and ends: "April 2025 - March 2026"; a date alone says when it is due.

    "From April 2025" and "April 2025 onwards" begin, and say no end.
    """
    parts = [_in_one_line(part) for part in SPAN_RE.split(text)]
    if len(parts) == 2 and all(map(is_date, parts)):
        return parts[0], parts[1]
    whole = _in_one_line(text)
    began = len([part for part in parts if part]) == 1 and SINCE_RE.match(whole)
    return (whole, "") if began else ("", whole)


def _split_state(text: str) -> tuple[str, str]:
    """How far an action is, and what is said of it: "Green - on track" and the sentences behind."""
    end = start = 0
    for part in PART_RE.finditer(text):
        if not is_status(text[start : part.start()]):
            break
        end, start = part.start(), part.end()
    colour = COLOUR_RE.match(text) if not end else None
    end = colour.end() if colour is not None else end
    return _in_one_line(text[:end]), _in_one_line(text[end:].lstrip(BETWEEN))


def _in_one_line(text: str) -> str:
    return " ".join(text.split())
