"""What the cells of a column hold: references, levels, dates, status words, list numbers, text.

Knows how such values look and no printed heading: a heading that lies, or none, is found out here.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from extractors.columns.folding import LOOKALIKES
from extractors.months import MONTH, PART_OF_YEAR
from extractors.phrases import one_of

REF_RE = re.compile(
    r"(?:(?:action|ref|no|objective|priority|rec|recommendation|commitment|initiative)\.?\s*)?"
    r"(?:[A-Z]{1,5}[ .\-/]?)?\d{1,3}(?:[.\-/]\d{1,3}){0,3}(?:\.?[a-z]|\s?\([a-z]\))?[.):]?"
    r"|\(?[A-Za-z][.)]|[A-Z]{1,2}",
    re.IGNORECASE,
)
LIST_MARK_RE = re.compile(
    r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|[•●▪◦‣·\uf0b7\uf0a7o\-–]", re.IGNORECASE
)
LEVEL_RE = re.compile(
    r"(?:very )?(?:h|m|l|high|med|medium|low|hml|urgent|important|critical|essential|desirable|must"
    r"|should|could|tbc|[1-5])(?:\s*[/\-–(]\s*(?:h|m|l|high|medium|low|[1-5])\)?)?(?:\s+priority)?",
    re.IGNORECASE,
)
DATE_WORD_RE = re.compile(
    rf"\b{MONTH}\b"
    r"|\b(?:19|20)\d\d\b|\b\d{1,2}[./\-]\d{1,2}[./\-]\d{2,4}\b|\b(?:fy)?\d\d[/\-–]\d\d\b|\bq[1-4]\b"
    r"|\bfy\s?(?:20)?\d\d\b"
    r"|\bquarter|\bon-?\s?going\b|\bannual|\b(?:year|term|quarter|month|fortnight|week)ly\b"
    r"|\bimmediate"
    r"|\b(?:spring|summer|autumn|winter)\b|\b(?:short|near|mid|medium|long(?:er)?)[ -]term\b"
    r"|(?<!\bearly )\byears?\b|\bmonths?\b"
    r"|\bcontinuous|\bthroughout\b|\bend of\b|\btbc\b|\btbd\b|\bcomplete[d]?\b",
    re.IGNORECASE,
)
STATUS_RE = re.compile(rf"{one_of('status')}\.?", re.IGNORECASE)
COLOUR_RE = re.compile(r"(?:red|amber|green|blue|gr[ea]y|white|yellow|[ragb])\b", re.IGNORECASE)
ANSWER_RE = re.compile(
    r"(?:we )?(?:(?:not|partly|partially|fully) )?"
    r"(?:accept|agree|concur|reject|note|support)(?:e?d)?"
    r"(?:,? (?:in (?:part|full|principle)|partially|partly|fully|with modifications?))?\.?",
    re.IGNORECASE,
)
# Wingdings has its tick, cross and ticked box at "ü", "û" and "þ", or at U+F0FC to U+F0FE.
TICK_RE = re.compile(r"[✓✔☑☒√üþ\uf0fc\uf0fe●■•\uf0b7\uf06c\uf06e]|y|yes", re.IGNORECASE)
CROSS_RE = re.compile(r"[x×✗✘û\uf0fb\uf0fd]", re.IGNORECASE)
ROLE_RE = re.compile(r"[RASCI](?:\s*[/,&]\s*[RASCI])*")
BLANK_RE = re.compile(r"[☐□○¨\uf06f\uf0a8\uf0a3–—-]?|no?", re.IGNORECASE)
DASHES = frozenset({"-", "–", "—"})  # nobody, nothing, none
FIRST_WORD_RE = re.compile(  # past bullets and "to"; "A working group" begins with no verb
    r"(?!to\b|we\b)\b(?:a (?-i:[a-z]+ing)\b|[a-z]{2,}(?:-[a-z]+)*)", re.IGNORECASE
)
IZE_RE = re.compile(r"(?<=[iy])z(?=(?:e|ing)$)")  # "Organize", "Analyzing": plans of the Americas
NUMBER_RE = re.compile(
    r"[£$€]?\s*+[\-–+]?\d[\d,. ]*+\s*+(?:%|k|m|bn|per cent)?+\s*+(?:\([^)]*+\))?+", re.IGNORECASE
)  # gives nothing back: a cell of 10,000 spaces took seconds
PAST_RE = re.compile(r"[a-z-]{2,}[^e]ed")  # "founded"; "need", "speed" and "succeed" tell nothing
PASTS = frozenset(
    {"began", "brought", "built", "gave", "grew", "had", "held", "led", "made", "ran", "saw"}
    | {"sent", "spoke", "took", "won", "wrote"}
)
WE_HAVE_RE = re.compile(r"\W*we(?:\s+have|['\u2019]ve)\s+(?!(?:to|an?|the|no|our|plans)\b)")
PASSIVE_RE = re.compile(
    r"\W*(?P<first>[a-z]+)(?P<between>(?:\s+(?!(?:how|if|that|those|wh\w+)\b)[^\s.;]+){0,6}?)"
    r"\s+(?:was|were|ha(?:s|ve) been)\b"
)
ACT_RE = re.compile(r"\W*(?:\d+(?:\.\d+)*[.)]?\s+)?(?P<noun>[a-z]{5,})\s+(?:of|for|and)\b")
NOUN_ENDINGS = (  # of nouns, and how the verb ends: develop-ment, prepar-ation, introdu-ction
    ("", ""),
    ("ment", ""),
    ("ation", ""),
    ("ation", "e"),
    ("ition", "e"),
    ("ion", ""),
    ("ion", "e"),
    ("ction", "ce"),
    ("cation", "sh"),
    ("sion", "d"),
    ("sion", "de"),
    ("al", ""),
    ("al", "e"),
    ("y", ""),
)
MONTH_RE = re.compile(rf"(?:(?:by|end of|end|early|mid|late) )*{PART_OF_YEAR}", re.IGNORECASE)
SENTENCE_RE = re.compile(
    r"\b(?:have|has|had|are|is|was|were|will|must|should)\b.*\.\s*$", re.DOTALL
)
YEAR_RE = re.compile(r"(?:19|20)\d\d(?:/\d\d)?")
UNFINISHED_RE = re.compile(
    r"(?:[,\-–(/&]|\b(?:and|or|the|of|to|for|with|in|a|an|by|on|that|from|their|its|our))$",
    re.IGNORECASE,
)
MAX_DATE_WORDS = 10  # words; the longest date cell of two plans, one with its review, has ten
MAX_LEAD_WORDS = 14  # words; the longest half of lead cells in two plans have fourteen and fewer


@dataclass(frozen=True, slots=True)
class Profile:
    """What a column holds, as shares (0 to 1) of its filled cells.

    ``filled`` is their number and ``blank`` the share of empty cells among all; ``words`` is the
    median number of words of a filled cell.
    """

    filled: int
    blank: float
    words: float
    refs: float
    marks: float
    levels: float
    dates: float
    statuses: float
    colours: float
    numbers: float
    ticks: float
    roles: float
    promises: float
    answers: float
    distinct: float


def profile(texts: Iterable[str]) -> Profile:
    """Describe the texts of one column; all shares are 0 where every cell is empty."""
    cells = [text.translate(LOOKALIKES).strip() for text in texts]
    filled = [text for text in cells if text]
    lengths = sorted(len(text.split()) for text in filled)
    return Profile(
        filled=len(filled),
        blank=1 - len(filled) / len(cells) if cells else 1.0,
        words=float(lengths[len(lengths) // 2]) if lengths else 0.0,
        refs=_share(filled, is_ref),
        marks=_share(filled, is_list_mark),
        levels=_share(filled, is_level),
        dates=_share(filled, is_date),
        statuses=_share(filled, is_status),
        colours=_share(filled, is_colour),
        numbers=_share(filled, is_number),
        ticks=_share([text for text in filled if text not in DASHES], is_tick),
        roles=_share([text for text in filled if text not in DASHES], is_role),
        promises=_share(filled, is_promise),
        answers=_share(filled, is_answer),
        distinct=len(set(filled)) / len(filled) if filled else 0.0,
    )


def _share(texts: list[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, texts)) / len(texts) if texts else 0.0


def is_ref(text: str) -> bool:
    """A reference: "AB.01", "1.2", "Action 3", "IH-4a", "1(a)"; not a year."""
    return REF_RE.fullmatch(text.strip()) is not None


def is_list_mark(text: str) -> bool:
    """The number or bullet of a list and nothing else: "(a)", "2.", "•"."""
    return LIST_MARK_RE.fullmatch(text.strip()) is not None


def is_level(text: str) -> bool:
    """A mark of urgency: "H", "Medium", "High priority", "TBC", "1"."""
    return LEVEL_RE.fullmatch(text.strip()) is not None


def is_date(text: str) -> bool:
    """Says when: "Mar-24", "2023/24", "On-going. To be reviewed October 2023", "TBC"."""
    return len(text.split()) <= MAX_DATE_WORDS and DATE_WORD_RE.search(text) is not None


def date_goes_on(due: str, following: str) -> bool:
    """Whether a date without a year stands above a year without a date: "Q3", "2027/28"."""
    return bool(YEAR_RE.fullmatch(following.strip()) and MONTH_RE.fullmatch(due.strip()))


def names_time(text: str) -> bool:
    """Whether a text is a part of a year, or a year, and nothing else: "Q1", "March", "2026/27"."""
    return any(form.fullmatch(text.strip()) is not None for form in (MONTH_RE, YEAR_RE))


def is_unfinished(text: str) -> bool:
    """Whether a text breaks off: it ends in a comma, a bracket, or a word such as "and"."""
    return UNFINISHED_RE.search(text.rstrip()) is not None


def is_status(text: str) -> bool:
    """Says how far an action is: "Not started", "In Progress", "Green"."""
    return STATUS_RE.fullmatch(text.strip()) is not None


def ends_as_sentence(text: str) -> bool:
    """Whether a text ends in a sentence, as no name does: "Vale The old bridge is shut."."""
    return SENTENCE_RE.search(text) is not None


def is_colour(text: str) -> bool:
    """Says it by a colour: "Amber", "G", "Green - on track"."""
    return COLOUR_RE.match(text.strip()) is not None


def is_answer(text: str) -> bool:
    """What a body answers to a recommendation: "Accepted in part", "We concur", "Rejected"."""
    return ANSWER_RE.fullmatch(text.strip()) is not None


def is_tick(text: str) -> bool:
    """A mark that says yes or no, or a box that is left blank: "✓", "X", "No", "☐"."""
    plain = text.strip()
    return any(pattern.fullmatch(plain) for pattern in (TICK_RE, CROSS_RE, BLANK_RE))


def is_role(text: str) -> bool:
    """Who is responsible, accountable, supports, is consulted or informed, by letter: "A/R"."""
    return ROLE_RE.fullmatch(text.strip()) is not None


def is_number(text: str) -> bool:
    """A figure: "1,204", "£12k", "34%"."""
    return NUMBER_RE.fullmatch(text.strip()) is not None


def is_promise(text: str) -> bool:
    """Promises something to be done: begins with "Review" or "Reviewing", or says "will"."""
    word = _first_word(text)
    return bool(word) and (
        _is_verb(word) or re.search(r"\b(?:will|shall|to be|continue to)\b", text) is not None
    )


def opens_promise(text: str) -> bool:
    """Begins with "Review", "Reviewing" or "We will", as the actions of a plan without heads do.

    "Sets out where homes will be built" says what another document does.
    """
    word = _first_word(text)
    return word == "will" or _is_verb(word)


def bids(text: str) -> bool:
    """Begins with a verb in its plain form, "Bring in a rota", as no name does: "Reducing harm"."""
    word = _first_word(text)
    return opens_promise(text) and (not word.endswith("ing") or word in _verbs())


def names_act(text: str) -> bool:
    """Begins with an act by its noun, as plans of many states do: "Development of a portal".

    "Number of crimes" and "Level of trust" name no act.
    """
    found = ACT_RE.match(text.casefold())
    return found is not None and any(
        found["noun"].removesuffix(ending) + root in _verbs()
        for ending, root in NOUN_ENDINGS
        if found["noun"].endswith(ending)
    )


def tells_done(text: str) -> bool:
    """Says first what was done: "Opened a refuge", "We have set up a fund", "A fund was set up".

    "Improved lighting" would as well, and "Trauma-informed training" does not.
    """
    said = text.casefold()
    word = _first_word(text)
    verbs = _verbs()
    past = PAST_RE.fullmatch(word) is not None and word not in verbs
    acted = past and ("-" not in word or {word[:-2], word[:-1]} & verbs)
    if acted or word in PASTS or WE_HAVE_RE.match(said):
        return True
    passive = PASSIVE_RE.match(said)  # but "Review what was agreed"
    return passive is not None and not (passive["between"] and _is_verb(passive["first"]))


def _first_word(text: str) -> str:
    """The word that says whether a text promises, in small letters; "" where there is none."""
    found = FIRST_WORD_RE.search(text)
    return found.group().casefold() if found is not None else ""


def _is_verb(word: str) -> bool:
    verbs = _verbs()
    word = IZE_RE.sub("s", word)
    if word.startswith("re-"):
        return word in verbs or _is_verb(word.removeprefix("re-"))  # "Re-procure the service"
    if word in verbs or not word.endswith("ing"):
        return word in verbs  # "Shares the aim of ..." says what is, and promises nothing
    stem = word.removesuffix("ing")
    return stem in verbs or f"{stem}e" in verbs or stem[:-1] in verbs


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    """The verbs of ``verbs.csv``, one a line, with which printed actions begin."""
    text = (files("extractors") / "verbs.csv").read_text(encoding="utf-8")
    return frozenset(text.split()[1:])
