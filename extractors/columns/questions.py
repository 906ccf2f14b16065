"""Headings that ask: how success is known, what is to be done, or how, and when.

Knows the ways in which plans put these questions; knows no fields.
"""

import re
from dataclasses import dataclass

# "How will each of the partners be able to tell that the action has worked?", but not "How will we
# tell people about it?": whoever is asked, the column holds what shows success.
ASKED_RE = re.compile(
    r"^(?:how\b(?:(?!\b(?:how|who)\b).)*|we(?:\s+will|['’]ll)\s+)\b(?:know|tell)\b"
    r"(?:\s+(?:that|if|whether|when|it|this|we)\b|\s*\?*$)",
    re.IGNORECASE | re.DOTALL,
)
# "We will have succeeded when: 90 families helped", on the cards of a charity.
SUCCEEDED_RE = re.compile(
    r"(?:we|it|this)(?:['’]ll|\s+(?:will|shall))?\s+ha(?:ve|s)\s+"
    r"(?:succeeded|worked|been\s+(?:a\s+)?success(?:ful)?)\s+(?:when|if)\W*",
    re.IGNORECASE,
)
ASKED = "How will we know"  # the heading that stands for all such questions
# "What the partnership must do", "How it is going to be delivered": whoever is to do it and however
# surely, but not what a reader may do, nor what was said, nor "How will this be paid for".
PROMISED_RE = re.compile(
    r"(?P<asked>what|how)\b(?!.*\b(?:you|your|said|did|know|should\s+i|they\s+should)\b)(?:\s+\S+){0,5}?\s+"
    r"(?:will|shall|must|should|(?:going|have|has|propos(?:e|es|ed|ing)|(?:plan|intend)(?:s|n?ed)?"
    r"|planning|aiming|hoping|agreed?|committed|(?:need|aim|hope|expect)s?)\s+to)"
    r"(?:\s+\S+){0,4}?\s+(?:do|doing|done|deliver|delivered|happen)\b(?:\s+\S+){0,4}\s*[?:]*",
    re.IGNORECASE,
)
PROMISED = {"what": "What we will do", "how": "How will we do it"}
# "When we'll start", "When will it be finished by?": with the last word the question is whole.
WHEN_RE = re.compile(
    r"when\b(?:\s+\S+){0,4}?\s+(?:(?P<start>start|begin|commence)(?:s|ed)?"
    r"|(?:be\s+)?(?:completed?|delivered|done|end(?:s|ed)?|finish(?:es|ed)?))(?:\s+by)?\s*[?:]*",
    re.IGNORECASE,
)
MAX_ASKED_WORDS = 12  # words of a question alone; a longer text says more


@dataclass(frozen=True, slots=True)
class Asked:
    """A heading of ``headings.csv`` that stands for a question; ``sure`` that it asks no more."""

    heading: str
    sure: bool


def what_is_asked(text: str) -> Asked | None:
    """What a heading asks for: ``Asked("What we will do", True)``; None where it asks nothing."""
    if SUCCEEDED_RE.fullmatch(text.strip()):
        return Asked(ASKED, sure=True)
    if ASKED_RE.match(text.strip()):
        return Asked(ASKED, sure=False)
    if when := WHEN_RE.fullmatch(text.strip()):
        return Asked("Start date" if when["start"] else "By when", sure=True)
    promised = PROMISED_RE.fullmatch(text.strip())
    return Asked(PROMISED[promised["asked"].lower()], sure=True) if promised is not None else None


def asks_how_known(text: str) -> bool:
    """Whether a text asks how success is known and no more: "How we will know it has worked"."""
    plain = text.strip()
    short = len(plain.split()) <= MAX_ASKED_WORDS and plain[:3].casefold() == "how"
    return short and ASKED_RE.match(plain) is not None
