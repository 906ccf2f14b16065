"""Chapters of whole publications that hold no plan, whatever stands in them looks like.

Knows columns and the headings above a table or text; knows no document and no format. "Progress
on our last plan" has a table of promises, and "Responsible Owner: ..." in a glossary is no lead.
"""

import re
from collections.abc import Iterable, Sequence

from extractors.columns.contents import is_status, tells_done
from extractors.columns.folding import fold_heading
from extractors.columns.headings import read_heading
from extractors.columns.named import Columns
from extractors.glossary.terms import names_glossary
from extractors.judging.headed import first_heading
from extractors.phrases import one_of
from extractors.rows import WHO_AND_WHEN

LOOKS_BACK_RE = re.compile(  # "Raising achievement" is a priority of schools
    r"\blook(?:ing|s|ed)?\s+back\b|\bachievements\b|\baccomplishments\b"
    r"|\b(?:previous|former|earlier|last(?!\s+(?:year|phase)\b)|expired)"
    r"\s+(?:\w+\s+){0,3}?(?:strategy|plan)\b"
    r"|\breview\s+of\s+(?:the|our)\s+(?:19|20)\d\d"
    r"|\bwhat\s+(?:we|has|was|our\s+\w+)(?:['\u2019]ve|\s+have|\s+has)?\s+(?:been\s+)?"
    r"(?:achieved|accomplished|delivered|done)\b",
    re.IGNORECASE,
)
MADE_RE = re.compile(  # how the document itself came about, or who is to work on it
    r"\bhow\s+(?:the|this|our|we)\s+(?:\w+\s+){0,4}?"
    r"(?:developed|prepared|produced|drafted|made|written|wrote|created)\b"
    r"|\b(?:developing|preparing|producing|drafting|writing"
    r"|(?:development|preparation|production|drafting)\s+of)"
    r"\s+(?:the|this|our)\s+(?:\w+\s+){0,2}?(?:plan|strategy|framework)\b"
    r"|\b(?:consultation|procurement|tender(?:ing)?)\s+(?:timetable|timeline|stages|process)\b",
    re.IGNORECASE,
)
RISKS_RE = re.compile(  # "Community Risk Management Plan" is the title of a fire service's plan
    r"(?<!\bcommunity\s)(?<!\bintegrated\s)\brisks?\s+(?:register|log|matrix|management|assessment)|\bmanag(?:ing|ement\s+of)\s+(?:(?:our|the|key)\s+)?risks?"
    r"|\brisks?\s+(?:and|&)\s+(?:\w+\s+)?(?:mitigat\w+|issues|opportunities|assumptions)"
    r"|\b(?:key|main|principal|strategic|corporate)\s+risks\b",
    re.IGNORECASE,
)
OTHER_RE = re.compile(
    rf"\b{one_of('other end')}\s+(?:(?:and|&)\s+\w+\s+)?{one_of('other plan')}\b", re.IGNORECASE
)
STAFF_RE = re.compile(r"\bworkforce\b|\b(?:people|skills)\s+(?:plan|strategy)\b", re.IGNORECASE)
"""A document about those who work for its publisher: to teach them is its own end."""
YEARS_RE = re.compile(r"\b(20\d\d)(?:\s?(?:-|\u2013|/|to)\s?(20\d\d|\d\d))?(?!\d)")
OWN_RE = re.compile(r"\b(?:action|delivery|implementation)\s+plan\b", re.IGNORECASE)
"""A publication's own plan, whatever it is about: "Resident engagement strategy: action plan"."""
EXAMPLE_RE = re.compile(
    r"\b(?:worked|completed|illustrative)\s+examples?\b|\b(?:sample|specimen)\s+(?:\w+\s+)?plan\b"
    r"|^\W*(?:an?\s+)?example(?!s?\s+of)\b",
    re.IGNORECASE,
)
AHEAD_RE = re.compile(r"\b(?:next|will|ahead|forwards?|now)\b", re.IGNORECASE)
"""A chapter that looks both ways: "Our achievements and next steps"."""
DONE_RE = re.compile(
    r"\W*(?:fully )?(?:achieved|closed|completed?|delivered|done|implemented)\b", re.IGNORECASE
)
MAX_OPEN = 0.5  # share of what became of the promises of a plan that is over
BECAME = frozenset({"update", "status", "rag", "measures"})
REPORT = BECAME | {"activity", "ref", "rating"}
"""What was said, and what became of it."""
OTHERS = (None, "against", "ignore")  # headings of what is no field of an action
STEPS = WHO_AND_WHEN | {"activity", "ref"}
"""What was done on which day, and by whom."""


def looks_back(
    columns: Columns, above: Sequence[str], became: Sequence[str], title: str = ""
) -> bool:
    """Whether a table reports on a plan that is over, and nobody is to do anything by any day.

    Most of it is done where somebody was: "Action | Lead | Status". Or it reports on the making of
    the plan itself: "Stage | Activity | Date" below "How we wrote this plan". The plan of "2021 to
    2024" is over where most of it is done and the document's own, by its title, begins later.

    Args:
        columns: The fields of its columns: "Commitment", "Progress made".
        above: The headings in force: ``["Introduction", "What we have delivered"]``.
        became: What its rows say of how far each promise is: ``["Complete", "Opened in May"]``.
        title: The document's: "Homelessness strategy 2025 to 2030".
    """
    over = sum(map(_is_over, became)) > MAX_OPEN * len(became)
    if columns.names <= STEPS:
        past = MADE_RE
    elif columns.names & BECAME and columns.names <= (REPORT | WHO_AND_WHEN if over else REPORT):
        past = LOOKS_BACK_RE
    else:
        return False
    earlier = over and any(_ends_before(text, title) for text in above)
    return earlier or any(past.search(text) and not AHEAD_RE.search(text) for text in above)


def heads_results(above: Iterable[str], times: Sequence[str], title: str) -> bool:
    """Whether "Year 1 | Year 2" stand over what comes of a plan, or what was done before it.

    So it is below "Our targets", and where all are as "2021/22" in a "Strategy 2025-28".
    """
    known = filter(None, map(read_heading, above))
    results = any(one.sure and one.line.field in {*BECAME, "against"} for one in known)
    return results or (bool(times) and all(_ends_before(one, title) for one in times))


def _ends_before(chapter: str, title: str) -> bool:
    """Whether the years of a chapter end as those of a title begin: "Our 2021-24 action plan"."""
    years, begins = YEARS_RE.search(chapter), YEARS_RE.search(title)
    if years is None or begins is None or years[1] >= begins[1]:
        return False
    return int((years[2] or years[1])[-2:]) <= int(begins[1][-2:])


def _is_over(text: str) -> bool:
    return DONE_RE.match(text) is not None or (tells_done(text) and not is_status(text))


def lists_risks(columns: Columns, above: Iterable[str]) -> bool:
    """Whether what may go wrong comes first below "Risk register": "Risk | Action | Lead | Date".

    It may be called otherwise ("Threat", "What could go wrong?"), and an action or an aim comes
    first in plans for the assessment of risks. Plans against heat and floods begin with risks too,
    in chapters that are called otherwise: "Managing flood risk".
    """
    first = first_heading(columns)[1]
    return first in OTHERS and _is_under(RISKS_RE, above)


def serves_another_end(columns: Columns, above: Iterable[str], title: str = "") -> bool:
    """Whether a table tells how others are told, asked or taught: "Activity | Audience | Date".

    Below "Communications plan", "Consultation plan", "Training programme"; "Action" heads a plan's.
    It is the document's own end where its title says so: "Resident engagement strategy".
    """
    if OTHER_RE.search(title) or STAFF_RE.search(title):
        return False
    heads = [fold_heading(columns.headings[column]) for column in columns.of("activity")]
    return not any("action" in head for head in heads) and _is_under(OTHER_RE, above)


def _is_under(chapter: re.Pattern[str], above: Iterable[str]) -> bool:
    return any(chapter.search(text) and not OWN_RE.search(text) for text in above)


def shows_example(above: Sequence[str]) -> bool:
    """Whether what stands right below a heading only shows how a plan is written."""
    return bool(above) and EXAMPLE_RE.search(above[-1]) is not None


def explains_terms(above: Iterable[str]) -> bool:
    """Whether text stands in a glossary: "Stakeholder: ..." below "Jargon buster" is a term."""
    return any(map(names_glossary, above))
