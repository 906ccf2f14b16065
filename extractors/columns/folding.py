"""The words of a printed heading in one form, whatever case, number and marks it is printed in.

Knows letters and words; knows no heading and no field.
"""

import re
import unicodedata
from functools import lru_cache

LOOKALIKES = str.maketrans("АВСЕНІКМОРТХасеорхуі", "ABCEHIKMOPTXaceopxyi")
EMPTY_WORDS = frozenset({"a", "an", "and", "or", "the"})  # "and/or", "the lead": no meaning lost
WORD_RE = re.compile(r"[a-z0-9]+")
SHORTENED_RE = re.compile(
    r"(?<=[a-z])'(?P<verb>ll|ve|re)\b|\b(?P<asked>what|who|how|when|where|it|that)'s\b"
)
VERBS = {"ll": "will", "ve": "have", "re": "are"}  # "How we'll know" is "How we will know"


@lru_cache(maxsize=1_024)  # one heading is folded up to ten times while its meaning is looked for
def fold_words(text: str) -> tuple[str, ...]:
    """The words of a heading in one case, singular, without empty words and punctuation.

    ``"Success Measure(s) and/or Targets"`` gives ``("success", "measure", "target")``.
    """
    plain = unicodedata.normalize("NFKC", text).translate(LOOKALIKES).casefold()
    plain = plain.replace("\u00ad", "").replace("(s)", "s").replace("’", "'")
    plain = SHORTENED_RE.sub(_in_full, plain).replace("'", "")
    plain = plain.replace("ization", "isation").replace("programme", "program")
    plain = plain.replace("#", " no ").replace("%", " percent ").replace("№", " no ")
    return tuple([_singular(word) for word in WORD_RE.findall(plain) if word not in EMPTY_WORDS])


def fold_heading(text: str) -> str:
    """The key under which a heading is looked up: its folded words without spaces.

    Without spaces because narrow columns break words: ``"Respon- sible"`` is ``"responsible"``.
    """
    return "".join(fold_words(text))


def _in_full(found: re.Match[str]) -> str:
    return f" {VERBS[found['verb']]}" if found["verb"] else f"{found['asked']} is"


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word
