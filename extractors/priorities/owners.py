"""Whose aims a sentence speaks of: the plan's own, a former or another plan's, or what people said.

Knows single texts and nothing of blocks, so that every rule about wording is tested by itself.
"""

import re

from extractors.phrases import finder_of
from extractors.priorities.words import PLURAL, fold_title

OWN_RE = re.compile(
    r"\b(?:our|my|(?:this|the|its|the\s+\w+\s+partnership's)\s+(?:\w+\s+){0,3}?"
    r"(?:strategy|plan|framework|partnership|board|document|programme|council)|"
    rf"(?:his|her)\s+(?:\w+\s+){{0,2}}?(?:plan|strategy|{PLURAL})|"
    r"it\s+(?:sets|has|outlines|identifies|focuses|is\s+built)|"
    r"as\s+its\s+framework|structured\s+around|organised\s+(?:around|under|into)|"
    r"built\s+(?:around|on))\b",
    re.IGNORECASE,
)
WE_RE = re.compile(r"\b(?:we|us|i)\b", re.IGNORECASE)
FOREIGN_RE = finder_of("foreign")
ADOPTED_RE = re.compile(
    r"\b(?:adopt(?:s|ed)?|structured\s+around|organised\s+(?:around|under)|as\s+(?:its|our|the)\s+"
    r"(?:framework|priorities)|built\s+around|will\s+(?:use|follow)|(?:our|this)\s+(?:strategy|plan)"
    r"\s+(?:uses|follows|mirrors))\b",
    re.IGNORECASE,
)
FORMER_RE = re.compile(
    r"\b(?:previous|former|earlier|last|old|expired|predecessor)\s+(?:\w+\s+){0,3}?(?:strategy|plan|"
    rf"{PLURAL})\b|\b(?:{PLURAL})\s+(?:were|had)\b(?!\s+(?:been\s+)?(?:identified|agreed|"
    r"developed|chosen|selected|set|shaped|co-produced|established))",
    re.IGNORECASE,
)
OF_OTHERS_RE = re.compile(
    rf"\b(?:{PLURAL})\s+(?:of|for)\s+(?:the|this|each)\s+(?:\w+\s+)?(?:group|sub-?group|meeting|board|"
    r"committee|panel|forum|review|project|study|workshop|event|survey|consultation|visit|session|"
    r"course|training|role|post|evaluation|audit|research)\b",
    re.IGNORECASE,
)
OPINION_RE = finder_of("opinion")
ASIDE_RE = finder_of("aside")
_PLAN_NAME_RE = re.compile(
    r"\b[Tt]he\s+((?:[A-Z][\w&'\u2019-]*\s+)(?:(?:[A-Z][\w&'\u2019-]*|and|for|of|the|to|on|&)\s+)*"
    r"(?:Strategy|Plan|Framework|Agenda|Convention|Act|Programme|Review))\b"
)
_PLAN_YEARS_RE = re.compile(  # not "Building on the 2022 strategy, our aims are"
    r"^\W*(?:(?:in|under|during|through|of)\s+)?the\s+"
    r"(20\d\d)(?:\s*(?:[\u2013/-]|to)\s*(?:20)?\d\d)?\s+(?:\w+\s+){0,3}?(?:strategy|plan)\b",
    re.IGNORECASE,
)
_YEAR_RE = re.compile(r"\b20\d\d\b")


def names_other_plan(text: str, title: str | None) -> bool:
    """Tell whether a sentence speaks of a named plan, or of that of earlier years, and not of this.

    ``names_other_plan("The Police and Crime Plan has four aims:", "Housing Strategy 2024")`` is
    True. Without a title nothing is known, so False.
    """
    if not title:
        return False
    years = _YEAR_RE.findall(title)
    if years and any(year < min(years) for year in _PLAN_YEARS_RE.findall(text)):
        return True
    own = set(fold_title(title).split())
    small = {"and", "for", "of", "the", "to", "on", "s"}
    return any(
        not (set(fold_title(name).split()) - small) & own - {"strategy", "plan", "act", "action"}
        for name in _PLAN_NAME_RE.findall(text)
    )
