"""What a printed column heading means: ``headings.csv`` looked up in folded form.

Knows headings alone: neither tables nor formats. Facts are lines of ``headings.csv``:

- ``field``: a name of ``rows.Field``; "section" (the priority or theme that a row serves);
  "ignore" (known, and no part of an action); "against" (a heading of tables that are no plan).
- ``rank``: 1 is the best claim to the field where two columns of a table claim it; of a heading
  that is "against", how many of its kind it weighs ("Likelihood" stands in no plan).
- ``otherwise``: the field that the column holds when a better claim has taken its own; "activity"
  where its texts alone can tell that it does ("Measures" that promise, beside no actions), and so
  of a heading that is "against" ("Time" above dates).
- ``words``: "yes" where the heading may also be recognised inside a longer one.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from operator import attrgetter

from extractors.columns.bodies import body_asked
from extractors.columns.folding import fold_heading, fold_words
from extractors.columns.questions import what_is_asked
from extractors.rows import AIMS, WHO_AND_WHEN

PARTS_RE = re.compile(r"[/&+\n,]|\band\b|\s[-–—]\s|(?<=[a-z])[–—](?=[a-z])", re.IGNORECASE)
JOINED_RE = re.compile(r"(?<!\s)\s*+[/&+]\s*|(?<!\s)\s++and\s+", re.IGNORECASE)
BRACKET_RE = re.compile(r"[(\[{][^)\]}]*[)\]}]?")
OWN_RE = re.compile(  # "Our ambition", "Agreed measure", "What is the pledge?"
    r"\A\s*+(?:(?:(?:what|who)(?:\s+(?:is|are)|['\u2019]s))\s+(?:the|our)|our|your|agreed|planned"
    r"|proposed|specific)\s+",
    re.IGNORECASE,
)
TOLD_AT_RE = re.compile(  # "Status at review", "RAG as of March 2026"
    r"\A(\s*(?:status|rag(?:\s+(?:status|rating))?))\s+(?:as\s+of|(?:as\s+)?(?:at|on))\b.*",
    re.IGNORECASE | re.DOTALL,
)
ENDING_BRACKET_RE = re.compile(r"\(([^()]+)\)\s*\Z")
CLAUSE_RE = re.compile(r"(?<=\S)\s++(?:(?:(?:by|in|with)\s+)?which|that|to\s+be)\b", re.IGNORECASE)
WHAT = AIMS | {"measures"}  # what a clause explains further; of who and when it says another
MAX_NUMBER_WORDS = 3  # words: "Mitigation action no."; longer ones are headings read as one
BESIDE_RE = re.compile(r"co-(?=[a-z])", re.IGNORECASE)
NUMBERS = frozenset({"code", "id", "no", "nr", "number", "ref", "reference"})
# "We will know it worked when..." ends no sentence.
SENTENCE_END_RE = re.compile(r"(?:(?<![.…])\.|[;,])\s*\Z")
MAX_ABBREVIATED_WORDS = 3  # words; "Resp. agency ref." is a heading, a longer text a sentence
MAX_COMPOUND_WORDS = 3  # words of "Key delivery partners"; a sentence may end in "the lead" too
AIMS_ALONE = frozenset({"aim", "ambition", "goal"})  # which alone may head what is done: "Aim"
JOINING = frozenset({"by", "for", "from", "in", "of", "on", "to", "with", "we", "will", "is"})
VAGUE_RANK = 4  # of a heading; Duty, Requirement, Need are told of much that nobody plans
MAX_LABEL_WORDS = 12  # words; longer ones are sentences, which mention actions and partners
MAX_HEADING_WORDS = 30  # words; headings of twenty words are printed, cells of thirty are text


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """A line of ``headings.csv``; see the module for what its columns mean."""

    heading: str
    field: str
    rank: int
    otherwise: str
    embedded: bool

    @property
    def yields(self) -> bool:
        """Whether it gives way to a better claim to its field."""
        return self.field != "against" and self.otherwise not in ("", "activity")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one printed heading says.

    Attributes:
        line: The line of ``headings.csv`` that explains it.
        second: The line of its second half where one column holds two fields
            (``"Lead / Timescale"``); None elsewhere.
        sure: The whole heading is known; False when recognised by words inside it.
    """

    line: HeadingLine
    second: HeadingLine | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Headings:
    """The lines of ``headings.csv`` by folded heading, and those that may stand inside others."""

    whole: Mapping[str, HeadingLine]
    embedded: Mapping[tuple[str, ...], HeadingLine]
    longest: int


@lru_cache(maxsize=1)
def load_headings() -> Headings:
    """Read ``headings.csv`` once."""
    text = (files("extractors") / "headings.csv").read_text(encoding="utf-8")
    lines = [
        HeadingLine(
            row["heading"], row["field"], int(row["rank"]), row["otherwise"], row["words"] == "yes"
        )
        for row in csv.DictReader(text.splitlines())
    ]
    embedded = {fold_words(line.heading): line for line in lines if line.embedded}
    return Headings(
        {fold_heading(line.heading): line for line in lines},
        embedded,
        max((len(words) for words in embedded), default=0),
    )


def decide_headings(fields: Mapping[str, str]) -> None:
    """Let what people decided of headings go before ``headings.csv``, in this process.

    Args:
        fields: Printed heading to field: ``{"Owner of the task": "lead"}``; empty for none.
    """
    global _decided
    lines = {
        fold_heading(heading): HeadingLine(heading, field, 1, "", False)
        for heading, field in fields.items()
    }
    if lines != _decided:
        _decided = lines
        read_heading.cache_clear()


_decided: Mapping[str, HeadingLine] = {}
_taught: Mapping[str, HeadingLine] = {}


@contextmanager
def taught_headings(lines: Mapping[str, HeadingLine]) -> Iterator[None]:
    """Let what a document tells of its own headings go before ``headings.csv`` while it is read.

    ``lines`` are by folded heading; none, as for most documents, cost nothing.
    """
    global _taught
    if not lines:
        yield
        return
    _taught = lines
    read_heading.cache_clear()
    try:
        yield
    finally:
        _taught = {}
        read_heading.cache_clear()


def is_taught(text: str) -> bool:
    """Whether only the document itself tells what a heading means."""
    return fold_heading(text) in _taught


@lru_cache(maxsize=32_768)  # every cell of a table of 5,000 rows, which is asked in several passes
def read_heading(text: str) -> Meaning | None:
    """Tell what a printed heading means; None when ``headings.csv`` does not know it.

    Tried in turn: what people decided of it; the whole heading; without its brackets; without its
    years and numbers; without the word that says whose it is, "Our ambition"; a state without when
    it was told; one that asks for who leads beside another, for a kind of body, or for a number;
    its parts around "/" or "and"; a question for success or what is done; the bracket that ends it;
    the known heading that ends a short one; what its clause explains; the one that begins first
    inside it (in a sentence, one of several words before a single word that it may only mention).
    """
    if not text.strip() or len(text.split()) > MAX_HEADING_WORDS:
        return None
    key = fold_heading(text)
    if told := _decided.get(key) or _taught.get(key):
        return Meaning(told)
    known = load_headings()
    counted = re.sub(r"\d+", " ", text) if any(map(str.isalpha, text)) else ""  # "45%" is none
    bare = BRACKET_RE.sub(" ", text)
    for form in (text, bare, counted, OWN_RE.sub("", text, count=1), TOLD_AT_RE.sub(r"\1", text)):
        line = known.whole.get(fold_heading(form))
        if line is not None:
            return _both(text, line, known) or Meaning(line)
    if SENTENCE_END_RE.search(text) and len(text.split()) > MAX_ABBREVIATED_WORDS:
        return None
    wholly = (_beside_lead, _by_body, _by_number, _by_parts, _by_question)
    forms = (*wholly, _by_bracket, _by_noun, _by_clause, _by_words)
    return next((meaning for form in forms if (meaning := form(text, known))), None)


def _both(text: str, line: HeadingLine, known: Headings) -> Meaning | None:
    """Two fields in one column, which say another heading without what joins them.

    "Action and lead", "Action / Owner"; "Action owner" is the one.
    """
    lines = [known.whole.get(fold_heading(part)) for part in JOINED_RE.split(text)]
    if len(lines) != 2 or lines[0] is None or lines[1] is None or JOINED_RE.search(line.heading):
        return None
    both = lines[0].field in AIMS and lines[1].field in WHO_AND_WHEN
    return Meaning(lines[0], lines[1]) if both else None


def _beside_lead(text: str, known: Headings) -> Meaning | None:
    """Who leads beside another supports: "Co-implementing bodies", "Co-responsible ministry"."""
    found = BESIDE_RE.match(text.strip())
    meaning = read_heading(text.strip()[found.end() :]) if found else None
    leads = meaning is not None and meaning.sure and meaning.line.field == "lead"
    return Meaning(known.whole[fold_heading("Support")]) if leads else None


def _by_body(text: str, known: Headings) -> Meaning | None:
    """A heading that asks for a kind of body: "Responsible Office", "Lead partner organisation"."""
    field = body_asked(fold_words(BRACKET_RE.sub(" ", text)))
    return None if field is None else Meaning(known.whole[field])


def _by_number(text: str, known: Headings) -> Meaning | None:
    """A heading that asks for the number of what another holds: "Mitigation action no."."""
    *words, last = fold_words(text) or ("",)
    if last not in NUMBERS or not 0 < len(words) < MAX_NUMBER_WORDS:
        return None
    line = known.whole.get("".join(words)) or _first_within(tuple(words), known, 1)
    counted = line is not None and line.field in ("activity", "objective", "measures", "section")
    return Meaning(known.whole[fold_heading("Ref")]) if counted else None


def _by_parts(text: str, known: Headings) -> Meaning | None:
    parts = [part for part in PARTS_RE.split(text) if part.strip()]
    lines = [known.whole.get(fold_heading(part)) for part in parts]
    first, second = lines[:2] if len(parts) > 1 else (None, None)
    if first is None or first.field in ("ignore", "against"):
        return None
    if all(line is not None and first.field in (line.field, line.otherwise) for line in lines):
        same = [line for line in lines if line is not None and line.field == first.field]
        return Meaning(min(same, key=attrgetter("rank")))  # "Metrics/Milestones": tests of success
    served = first.field in ("measures", "objective", "section")
    if second and second.field == "activity" and served:
        return Meaning(second)  # one text: "Output / actions", "Theme / action"
    if len(parts) == 2 and second and second.field not in ("ignore", "against"):
        return Meaning(first, second)
    return Meaning(first, sure=False)


def _by_question(text: str, known: Headings) -> Meaning | None:
    """One of the ways in which plans ask how success is known, what is to be done, or how."""
    asked = what_is_asked(text)
    return Meaning(known.whole[fold_heading(asked.heading)], sure=asked.sure) if asked else None


def _by_bracket(text: str, known: Headings) -> Meaning | None:
    """What a bracket at the end says in other words: "Impact of the actions (success measure)"."""
    found = ENDING_BRACKET_RE.search(text)
    line = known.whole.get(fold_heading(found[1])) if found else None
    return None if line is None else Meaning(line, sure=False)


def _by_noun(text: str, known: Headings) -> Meaning | None:
    """The known heading that ends a compound of two or three words: "Task owner" is an owner.

    "WRES/WDES aim" and "Equality goal" are what the actions beside them serve.
    """
    words = fold_words(BRACKET_RE.sub(" ", text))
    if not 1 < len(words) <= MAX_COMPOUND_WORDS or not JOINING.isdisjoint(words):
        return None
    ends = (known.embedded.get(words[start:]) for start in range(1, len(words)))
    line = next((line for line in ends if line is not None), None)
    line = known.whole["objective"] if line is None and words[-1] in AIMS_ALONE else line
    return None if line is None else Meaning(line, sure=False)


def _by_clause(text: str, known: Headings) -> Meaning | None:
    """What a clause explains: "Activities that the bodies will carry out" are activities."""
    found = CLAUSE_RE.search(text)
    line = known.whole.get(fold_heading(text[: found.start()])) if found else None
    return Meaning(line, sure=False) if line is not None and line.field in WHAT else None


def _by_words(text: str, known: Headings) -> Meaning | None:
    """The known heading that begins first inside this one; in a sentence, one of several words."""
    words = fold_words(text)
    fewest = (2, 1) if len(words) > MAX_LABEL_WORDS else (1,)
    found = (_first_within(words, known, least) for least in fewest)
    line = next((line for line in found if line is not None), None)
    return None if line is None else Meaning(line, sure=False)


def _first_within(words: tuple[str, ...], known: Headings, least: int) -> HeadingLine | None:
    """The known heading of at least so many words that begins first; the longest of those."""
    for start in range(len(words)):
        for end in range(min(len(words), start + known.longest), start + least - 1, -1):
            line = known.embedded.get(words[start:end])
            if line is not None:
                return line
    return None
