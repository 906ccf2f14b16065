"""The reference that a title of a form gives: "Commitment 4" of "Commitment 4: Open data", "P4.5".

Knows references and sections; knows nothing of forms.
"""

import re

from extractors.columns.contents import is_colour, is_date, is_ref, is_status
from extractors.columns.refs import KIND_WORDS, leading_ref, number_in
from extractors.sections import section_from

OWN = "action|activity|card|form|initiative|profile|project|sheet|task"  # for one promise alone
PART_RE = re.compile(rf"(?:{KIND_WORDS}|{OWN})\s+\d+(?:\.\d+)+", re.IGNORECASE)
ALONE_RE = re.compile(rf"(?i:{KIND_WORDS})\s+(?:[A-Z]{{1,3}})?\d{{1,3}}")  # no text behind
OWN_CODE_RE = re.compile(rf"(?i:{OWN})\s+[A-Z]{{1,4}}[.\-/]?\d{{1,3}}")  # "Card FG2"
WORD_RE = re.compile(r"[A-Z][a-z]{2,}\s+(\d{1,3}(?:\.\d{1,2})*)")
CODE_RE = re.compile(r"(?:[^\W\d]+\s+){1,4}([A-Z]{1,4}(?:[/-]\d{1,3}|0\d{1,2}))")  # no "A40"
MAX_HEAD_LETTERS = 40  # letters of "Action 12.3", "Not yet started"


def own_ref(text: str) -> str | None:
    """The reference of the one form that a name counts: "4" of "Project 4: Open data".

    None where it counts nothing, or an aim of several actions: "Priority 4: Open data".
    """
    found = leading_ref(text)
    return found.ref if found is not None and found.own else None


def bare_ref(text: str) -> str | None:
    """The reference that a title is, without a text behind it: "P4.5" of "Action P4.5".

    "Priority 1" above forms counts a priority and none of them, "Commitment 1.2" a part of one, and
    "Commitment 1" the one form below it, as "Project 1.2" does; a date ("Year 1") counts nothing.
    """
    part = any(one.fullmatch(text.strip()) for one in (PART_RE, ALONE_RE, OWN_CODE_RE))
    group = is_ref(text) and section_from(text).kind == "group" and not is_date(text)
    return number_in(text) if part or group else None


def count_alone(text: str) -> str | None:
    """The number of a title that is a word and a number, whatever it calls its form: "Project 4".

    Or a few words and a code: "PROJECT DELIVERY FORM LB/01". None where it counts an aim, "Goal 4",
    or a year.
    """
    found = WORD_RE.fullmatch(text.strip()) or CODE_RE.fullmatch(text.strip())
    counts = found is not None and section_from(text).kind == "group" and not is_date(text)
    return found[1] if found is not None and counts else None


def split_badge(text: str) -> tuple[str, str] | None:
    """The reference and the badge that head a card: "Action 1.2", "On track"; None for others."""
    words = text.split() if len(text) <= MAX_HEAD_LETTERS else []
    for at in range(1, len(words)):
        ref, badge = " ".join(words[:at]), " ".join(words[at:])
        if bare_ref(ref) is not None:
            return (ref, badge) if is_status(badge) and not is_colour(badge) else None
    return None
