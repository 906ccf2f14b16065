"""What a glossary is called, and which letters of an entry are an acronym.

Knows lines and terms; not where entries stand.
"""

import re

from extractors.lines import Line

MIN_CAPITALS = 2  # of an acronym; "LeDeR" has three
MAX_HEADING_WORDS = 10  # words; longer headings are sentences about something else

GLOSSARY_RE = re.compile(
    r"\b(?:glossary|abbreviations?|acronyms?|jargon|terminology|word\s?list|initials"
    r"|(?:key|common|main|important|useful)\s+(?:terms|words|concepts)(?!\s+of\b)"
    r"|(?:hard|difficult|new)\s+words|key\s?words"
    r"|(?:explanation|list|a\s*(?:to|[-\u2013])\s*z)\s+of\s+(?:\w+\s+)?(?:terms|words)"
    r"|(?:explaining|understanding|guide\s+to)\s+(?:(?:the|our)\s+)?(?:terms|words)"
    r"|(?:explaining|understanding)\s+(?:the|our)\s+language"
    r"|(?:words|terms)\s+and\s+phrases|(?:words|terms)\s+used"
    r"|(?:words|terms)\s+(?:(?:that\s+)?we\s+(?:have\s+)?used?|you\s+(?:may|will|might)|explained|in\s+this)"
    r"|(?:words|terms|letters)\s+(?:mean|stand\s+for)|mean\s+by\s+the\s+(?:words|terms))\b"
    r"|^(?:\d+\.?\s+)?(?:(?:appendix|annexe?)\s+\w+\s*[:.\u2013-]?\s*)?(?:"
    r"(?:(?:key|useful)\s+)?(?:terms\s+and\s+)?definitions"
    r"(?:\s+(?:and\s+\w+|of\s+terms|used\b.*))?|terms|what\s+(?:do\s+)?we\s+mean(?:\s+by)?)\W*$",
    re.IGNORECASE,
)
BRACKETED_RE = re.compile(r"^(?P<term>[^()]{3,90}?)\s*\((?P<acronym>[A-Z][\w&/+-]{1,11})\)\.?$")


def names_glossary(heading: str) -> bool:
    """Whether a heading is that of a glossary: "Appendix B: Glossary of terms"."""
    return len(heading.split()) <= MAX_HEADING_WORDS and GLOSSARY_RE.search(heading) is not None


def in_glossary(line: Line, whole: bool) -> bool:
    """Whether a heading in force names a glossary, or the ``whole`` document is one."""
    return whole or any(names_glossary(heading) for heading in line.above)


def split_acronym(term: str) -> tuple[str, str | None]:
    """A term apart from its acronym: "Independent Domestic Violence Adviser (IDVA)".

    ``("Independent Domestic Violence Adviser", "IDVA")``; None where no brackets hold any.
    """
    found = BRACKETED_RE.match(term)
    if found is None or sum(map(str.isupper, found["acronym"])) < MIN_CAPITALS:
        return term, None  # "Abuse (Physical)"
    return found["term"], found["acronym"]


def own_acronym(term: str, definition: str | None) -> str | None:
    """The term itself where it abbreviates its definition, else None.

    ``"ICB"`` for ``"Integrated Care Board"``.
    """
    return term if definition and " " not in term and stands_for(term, definition) else None


def stands_for(acronym: str, words: str) -> bool:
    """The capitals of an acronym are the initials of the words: "FGM Female Genital Mutilation"."""
    initials = [word[0].upper() for word in re.findall(r"[A-Za-z]+", words)]
    capitals = [letter for letter in acronym if letter.isupper()]
    rest = iter(initials)
    return len(capitals) > 1 and all(letter in rest for letter in capitals)
