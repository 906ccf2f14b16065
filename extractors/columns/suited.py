"""Which field the cells of one column look like, whatever its heading says.

Knows fields and profiles of columns; knows no table and, of headings, what they may mean.
"""

from collections.abc import Sequence

from extractors.columns.contents import MAX_LEAD_WORDS, Profile
from extractors.columns.headings import read_heading
from extractors.rows import STANDING, WHEN, WHO

LISTED = frozenset(["measures", "activity", "objective"])  # texts that a list may hold
FEW_WORDS = 3  # words; a status is one to three words, an update is a sentence
MOST = 0.6  # share of filled cells that must look alike before a column is named by them
ACTION_WORDS = 4  # words; the shortest action texts in two plans have two, the median is over ten
RATES = "Priorities"  # the line of headings.csv for "Priority" as well, which may rate an action
MIN_TEXTS = 2  # texts of a column whose heading is not known; one alone shows no habit
ALMOST_ALL = 0.9  # share of filled cells, where a heading that is not known stands above them


def checked_field(
    heading: str, fields: Sequence[str | None], column: int, seen: Profile
) -> str | None:
    """The field that a column's cells name; None where they say nothing against its heading."""
    name = fields[column]
    if not seen.filled:
        return "ignore" if name is None else None
    if name in WHO:
        return _checked_bodies(fields, seen)
    if name in WHEN:  # figures below "Year 1", not below "Quarter" or "Timescale (months)"
        meaning = read_heading(heading)  # "Payback (years)" only mentions them
        counted = any(map(str.isdigit, heading)) or (meaning is not None and not meaning.sure)
        told = seen.numbers >= MOST > seen.dates or not seen.dates  # "Launch" below "Year 1"
        return "ignore" if counted and told else None
    if name == "objective" and _may_hold(heading, "measures"):  # "Target" above days or figures
        told = seen.words >= ACTION_WORDS and seen.dates < MOST
        return None if told else "ignore"
    if name == "ref" or (name == "section" and seen.ticks == 1.0):
        # What was said, below "Minute"; which of the outcomes an action serves, a column each.
        return "ignore" if name == "section" or seen.words >= ACTION_WORDS else None
    if name == "section":
        rated = seen.levels >= MOST and "rating" not in fields
        return "rating" if rated and not _counts_aims(heading, seen) else None
    if name == "measures" or (name == "ignore" and _may_hold(heading, "measures")):
        return _checked_measures(fields, column, seen)
    if name in STANDING:
        return _checked_standing(heading, fields, column, seen)
    if name is None and not heading:
        return unheaded_field(fields, column, seen)
    return _checked_against(heading, fields, seen) if name == "against" else None


def _counts_aims(heading: str, seen: Profile) -> bool:
    """Whether figures are numbers of aims: below "Theme" and "Links to priority" they rate none.

    Below "Priority" alone 1 to 5 say how urgent an action is, but not beside 6.
    """
    meaning = read_heading(heading)
    rates = meaning is not None and meaning.line.heading == RATES and seen.levels == 1.0
    return seen.numbers >= MOST and not rates


def _checked_against(heading: str, fields: Sequence[str | None], seen: Profile) -> str | None:
    """What a column holds else that speaks against a plan: dates below "Time", no hour of a day.

    "Risk rating" above High and Low says how urgent what is done about a fire risk is, where a
    column says by when and no other speaks of risks.
    """
    if seen.answers >= MOST:
        return "ignore"  # "Position" above "Accepted in part", beside a response
    if seen.dates >= MOST and _may_hold(heading, "due"):
        return "due"
    acts = {"activity", "due"} <= set(fields) and fields.count("against") == 1
    if acts and seen.levels >= MOST and "rating" not in fields and _may_hold(heading, "rating"):
        return "rating"
    return "status" if seen.statuses >= MOST and _may_hold(heading, "status") else None


def _checked_bodies(fields: Sequence[str | None], seen: Profile) -> str | None:
    """What a column of bodies holds else: dates beside "Led by" ("Delivered by"), ticks, votes."""
    if seen.numbers >= MOST:
        return "against"  # "Support" beside "Oppose"
    if seen.roles == 1.0:
        return "ignore"  # who is consulted of what, in a handbook
    if seen.dates >= MOST and "due" not in fields and sum(one in WHO for one in fields) > 1:
        return "due"
    return "ignore" if seen.ticks == 1.0 else None  # who may, in a table of rights


def _checked_standing(
    heading: str, fields: Sequence[str | None], column: int, seen: Profile
) -> str | None:
    """What a column holds else that is headed by how far an action is."""
    name = fields[column]
    if name == "status" and seen.dates >= MOST > seen.statuses and "due" not in fields:
        return "due" if _may_hold(heading, "due") else None  # "Complete" beside "Start"
    if name == "status":  # "Stage" above "Drafting", left of what is done then
        other = not column and seen.statuses < MOST
        return "ignore" if other and _may_hold(heading, "ignore") else None
    if "status" in fields or seen.statuses < MOST:
        return None
    short = seen.words <= FEW_WORDS if name == "update" else not seen.colours
    return "status" if short else None


def _checked_measures(fields: Sequence[str | None], column: int, seen: Profile) -> str | None:
    """What a column of measures holds else: references ("Measure" above 1, 2, 3), or dates.

    "Target" and "Milestone" are what shall be reached, or by when; levels test nothing.
    """
    if not column and "ref" not in fields and counts(seen):
        return "ref"
    if seen.levels >= MOST:
        return "ignore"  # "Impact" above High, Medium and Low
    dates = seen.dates >= MOST and seen.words <= FEW_WORDS
    return "due" if dates and "due" not in fields else None


def unheaded_field(fields: Sequence[str | None], column: int, seen: Profile) -> str | None:
    """The field that the cells of a column without a heading look like; None for no known look."""
    right = fields[column + 1] if column + 1 < len(fields) else None
    if seen.marks >= MOST and right in LISTED and column:
        return right
    tests = (
        ("ref", seen.refs >= MOST and seen.distinct > MOST and column <= 1),
        ("rating", seen.levels >= MOST),
        ("status", seen.statuses >= MOST),
        ("due", seen.dates >= MOST),
        ("activity", seen.words >= ACTION_WORDS * 2 and seen.distinct > MOST),
        ("lead", 0 < seen.words <= MAX_LEAD_WORDS and seen.numbers < MOST and "activity" in fields),
    )
    return next((name for name, holds in tests if holds and name not in fields), None)


def habitual_field(fields: Sequence[str | None], column: int, seen: Profile) -> str | None:
    """The one field whose look almost all cells of a column have; ticks and levels say nothing."""
    if seen.filled < MIN_TEXTS:
        return None
    counted = column == 0 or seen.numbers < MOST  # figures further right are amounts
    tests = (
        ("ref", counts(seen) and column <= 1 and counted),
        ("status", seen.statuses >= ALMOST_ALL and seen.ticks < MOST and "rag" not in fields),
        ("due", seen.dates >= ALMOST_ALL and seen.statuses < MOST and "start" not in fields),
    )
    return next((name for name, holds in tests if holds and name not in fields), None)


def counts(seen: Profile) -> bool:
    """Whether almost all cells of a column are references, hardly one of them twice."""
    return seen.refs >= ALMOST_ALL and seen.distinct > MOST


def _may_hold(heading: str, name: str) -> bool:
    """Whether a heading that is known for something else may name a field as well."""
    meaning = read_heading(heading)
    return meaning is not None and name in (meaning.line.field, meaning.line.otherwise)
