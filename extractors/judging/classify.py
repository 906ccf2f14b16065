"""Is a table an action table at all? Decided by its headings and by what its cells hold.

Knows fields and profiles of columns; knows no document and no format.
"""

import re
from collections.abc import Sequence
from typing import Literal

from extractors.columns.contents import is_date, is_promise, is_status, profile, tells_done
from extractors.columns.fields import promises
from extractors.columns.headings import fold_heading, read_heading
from extractors.columns.named import SAMPLE_ROWS, Columns
from extractors.columns.suited import ACTION_WORDS
from extractors.grid import Grid, printed_in, text_of
from extractors.rows import COMPANIONS, STANDING, STATES, WHEN, WHO, WHO_AND_WHEN

Verdict = Literal["plan", "other", "unread"]

ANSWERS = WHO_AND_WHEN | STANDING  # what a body says of what others asked of it
DONE = frozenset({"ref", "activity", "objective", "status"})  # what, and how far it is
MAX_NUMBERS = 0.4  # share of figures among the texts of an action column; 0 in the plans seen
MIN_WORDS = 2.0  # words, median of an action column; "WCC governance." is the shortest text seen
RISKS = ("risk", "threat")  # with which the first heading of a register begins
ASKED = "recommendation"  # what others asked for: a promise once somebody is to do it, or by when
MAX_AGAINST = 1  # headings of other kinds of table that a plan may have: a Risk or Baseline column
MIN_NAMES = 2  # fields; what and when alone may be a calendar of events
WEAK_RANK = 3  # of a heading; Action, Recommendation promise something, Project, Title may not
SIDE_RANK = 2  # of a heading of aims; Purpose, Rationale stand beside actions, and head none alone
NAMES_RANK = 5  # of a heading; Strategy, Title, Description head names of things with dates too
CALENDAR = WHEN | {"activity"}  # what and when, and nobody
MAX_EVENTS = 0.5  # share of texts that promise nothing: "Step | When" over "Public consultation"
MAX_DONE = 0.5  # share of texts that tell what was done: none of the actions of 6,300 plans does
MONEY_SHARE = 0.6  # of a column's cells are figures: a column of a budget or of statistics
DAYS_SHARE = 0.6  # of the times are days or hours: a procedure, "within 5 working days"
DAYS_RE = re.compile(r"\b(?:day|hour|minute)s?\b", re.IGNORECASE)
WORKING_RE = re.compile(r"\b(?:(?:working|business)[ -]days?|hours?|minutes?)\b", re.IGNORECASE)


def classify(grid: Grid, columns: Columns, body: Sequence[int]) -> Verdict:
    """Say whether rows under named columns promise actions.

    "plan": read them. "other": statistics, budgets, contacts, registers and the like. "unread": it
    may be a plan, but no column surely says what, or some speak against it; the caller reports it.
    """
    names = columns.names
    if not body:
        return "other"
    aims = "activity" if "activity" in names else "objective"
    if aims not in names or (aims == "objective" and _is_weak(columns, SIDE_RANK, "objective")):
        stands = names & STATES and columns.unknown  # "Stage | When" is a timeline, and all known
        doubtful = bool(names & WHEN and (names & WHO or stands)) and not _against(columns)
        return "unread" if doubtful or _may_be_plan(columns) else "other"
    if not names & (COMPANIONS if aims == "activity" else WHO_AND_WHEN | STATES):
        return "other"
    if _against(columns) > _allowed(columns, aims) and not _begins_a_plan(grid, columns, body):
        told = _may_be_plan(columns) or _heads_promises(grid, columns, body)
        return "unread" if told else "other"
    if aims == "activity" and _promises_nothing(grid, columns, body):
        return "unread" if _may_promise(grid, columns, body) else "other"
    if aims == "activity" and _lists_things(grid, columns, body):
        return "unread" if names & (WHO_AND_WHEN | STATES) else "other"
    if aims == "activity" and names <= CALENDAR and _is_weakly_headed(columns):
        return "unread"  # "Recommendation | Year": what was asked; "Commitment | Year": a promise
    texts = _texts(grid, columns, body, aims)
    if sum(map(tells_done, texts)) > MAX_DONE * len(texts) or _is_dated(grid, columns, body):
        return "unread"
    if _is_budget(grid, columns, body) or _is_procedure(grid, columns, body):
        return "unread" if names & WHO else "other"
    return "plan" if _says_something(grid, columns, body, aims) else "other"


def _promises_nothing(grid: Grid, columns: Columns, body: Sequence[int]) -> bool:
    """Whether what heads the activity, or what stands beside it, tells of a table that is no plan.

    "Description | Notes" heads keys of a keyboard, streets, anything.
    """
    names = columns.names
    if _is_guess(columns) and not names & (WHO_AND_WHEN | {"ref"}):
        return True
    if _is_weak(columns) and _says_little(columns):
        return True
    if not names & WHO and _is_log(columns):
        return True
    if not names & ANSWERS and _is_asked(columns):
        return True
    return names <= CALENDAR and _tells_events(grid, columns, body)


def _is_asked(columns: Columns) -> bool:
    """Whether a table lists what others recommend: "No. | Recommendation | Evidence"."""
    return all(fold_heading(columns.headings[c]).startswith(ASKED) for c in columns.of("activity"))


def _begins_a_plan(grid: Grid, columns: Columns, body: Sequence[int]) -> bool:
    """Whether promises come first, and who and when beside: what else is told of them matters not.

    "Action | Lead | By when | Likelihood | Residual risk"; a register begins with its risks.
    """
    names = columns.names
    first = _first(columns)[1] == "activity" and not _is_weak(columns)
    return bool(first and names & WHO and names & WHEN) and promises(grid, body, columns)


def _may_be_plan(columns: Columns) -> bool:
    """Whether who and when stand in a table that begins as no other does, so that it is told.

    "Hazard | Action to mitigate | Lead | By when"; "Event | Venue | Lead | Date" is no plan, and
    neither is "Service | Description | Provider | Contract end".
    """
    names = columns.names
    if "activity" in names and _is_weak(columns, NAMES_RANK):
        return False
    return bool(names & WHO and names & WHEN) and _first(columns)[1] != "against"


def _heads_promises(grid: Grid, columns: Columns, body: Sequence[int]) -> bool:
    """Whether "Action" heads promises, with who, when or how far beside, so that it is told.

    "Crime type | Action | Lead"; a register of risks has its own actions.
    """
    heads = "activity" in columns.names and not (_is_weak(columns) or _is_register(columns))
    beside = columns.names & (WHO_AND_WHEN | STATES)
    return heads and bool(beside) and promises(grid, body, columns)


def _may_promise(grid: Grid, columns: Columns, body: Sequence[int]) -> bool:
    """Whether a table that seems to promise nothing may do so all the same, so that it is told.

    "By when | Action" above "May 2026 | New lights", or texts that promise below "Our response".
    """
    if columns.names <= CALENDAR:
        return not _is_weak(columns, SIDE_RANK)
    return not _is_guess(columns) and promises(grid, body, columns)


def _allowed(columns: Columns, aims: str) -> int:
    """How many headings of other kinds of table a plan with these fields may have."""
    names = columns.names
    if aims == "objective" or len(names) <= MIN_NAMES or not names & WHO_AND_WHEN:
        return 0
    if _is_weak(columns) or _is_register(columns):
        return 0
    return MAX_AGAINST + (len(names) > MIN_NAMES + 1)


def _is_register(columns: Columns) -> bool:
    """Whether risks come first: "Risk | Action | Owner | By when"; a plan may name them last.

    It may name them first where it says how success is told, as plans against heat and floods do,
    and headings of other tables too: "Protected characteristic", "Crime type".
    """
    if "measures" in columns.names:
        return False
    heading, name = _first(columns)
    return name == "against" and fold_heading(heading).startswith(RISKS)


def _first(columns: Columns) -> tuple[str, str | None]:
    """The first heading of a table that is none of its references, with its field."""
    named = zip(columns.headings, columns.fields, strict=True)
    return next((one for one in named if one[1] != "ref"), ("", None))


def _is_weak(columns: Columns, least: int = WEAK_RANK, name: str = "activity") -> bool:
    """Whether what heads the activity says no more than Project, Title or Description do."""
    meanings = [read_heading(columns.headings[column]) for column in columns.of(name)]
    return all((m.line.rank if m is not None else WEAK_RANK) >= least for m in meanings)


def _says_little(columns: Columns) -> bool:
    """Whether beside the activity only Notes, Comments or a Target stand, and what it is about.

    "Theme | Comment | Our response" tells of a consultation, "Intervention | Strength of evidence"
    of research.
    """
    if not columns.names <= {"objective", "activity", "update", "measures"}:
        return False
    if "measures" not in columns.names:
        return True  # "What we said we would do | Progress made", "Project | Update"
    beside = [c for name in ("update", "measures") for c in columns.of(name)]
    meanings = [read_heading(columns.headings[column]) for column in beside]
    return all(m is not None and (m.line.rank > 1 or not m.sure) for m in meanings)


def _is_log(columns: Columns) -> bool:
    """Whether a table is a log of what was asked and what became of it, year by year.

    ``Year | Recommendation | Outcome``: a plan has its dates right of what is to be done, and one
    of its headings is an Action, a Deadline or a Success measure.
    """
    if not {"due", "measures"} <= columns.names or not _is_weakly_headed(columns):
        return False
    return min(columns.of("due")) < min(columns.of("activity"))


def _is_weakly_headed(columns: Columns) -> bool:
    """Whether each heading may be of another kind of table, as Recommendation, Year, Outcome."""
    names = columns.names
    headings = [columns.headings[c] for c, name in enumerate(columns.fields) if name in names]
    meanings = [read_heading(heading) for heading in headings]
    return all(meaning is not None and meaning.line.rank > 1 for meaning in meanings)


def _lists_things(grid: Grid, columns: Columns, body: Sequence[int]) -> bool:
    """Whether "Project", "Milestone" or the like heads names of things alone, none a promise.

    "Coastal path | Harbours | Completed": what was done, or what there is. Beside dates "Strategy"
    and "Description" do, as "Housing Strategy | Chief Planner | 2027", and no milestone.
    """
    filled = _texts(grid, columns, body, "activity")
    names = not any(map(is_promise, filled))
    if _is_weak(columns, NAMES_RANK):
        return names and bool(filled)
    return names and not columns.names & WHEN and _is_weak(columns) and len(filled) >= MIN_NAMES


def _tells_events(grid: Grid, columns: Columns, body: Sequence[int]) -> bool:
    """Whether steps and milestones with dates alone are how a document came about, not a plan."""
    meanings = [read_heading(columns.headings[column]) for column in columns.of("activity")]
    days = [column for name in WHEN for column in columns.of(name)]
    leads = bool(days) and min(days) < min(columns.of("activity"))  # "Month | Activity"
    if not leads and any(meaning is not None and meaning.line.rank == 1 for meaning in meanings):
        return False
    filled = _texts(grid, columns, body, "activity")
    return sum(not is_promise(text) for text in filled) > MAX_EVENTS * len(filled)


def _is_guess(columns: Columns) -> bool:
    """Whether every heading of the activity is known by a word inside it alone."""
    meanings = [read_heading(columns.headings[column]) for column in columns.of("activity")]
    return all(meaning is None or not meaning.sure for meaning in meanings)


def _against(columns: Columns) -> int:
    """How much headings of other kinds of table weigh, each once by its rank."""
    meanings = {
        columns.headings[c]: read_heading(columns.headings[c]) for c in columns.of("against")
    }
    return sum(meaning.line.rank for meaning in meanings.values() if meaning is not None)


def _is_dated(grid: Grid, columns: Columns, body: Sequence[int]) -> bool:
    """Whether only the day of completion is said beside: "Works | Completed" over "May 2024"."""
    held = _texts(grid, columns, body, "status")
    dated = bool(held) and all(is_date(text) and not is_status(text) for text in held)
    return dated and columns.names <= DONE


def _is_budget(grid: Grid, columns: Columns, body: Sequence[int]) -> bool:
    """Whether figures stand beside what promises nothing, or what nobody leads and no day ends."""
    names = columns.names
    if names & {"due", "start", "measures"} or _figure_columns(grid, columns, body) <= 1:
        return False
    return not (names & WHO and "activity" in names and promises(grid, body, columns))


def _is_procedure(grid: Grid, columns: Columns, body: Sequence[int]) -> bool:
    """Whether a table says what is done each time a case comes in: "Within 5 working days".

    "Within 180 days", as orders of ministers say, counts from the day of the plan.
    """
    times = _texts(grid, columns, body, "due")
    days = sum(DAYS_RE.search(text) is not None for text in times)
    return days > DAYS_SHARE * len(times) and any(map(is_turnaround, times))


def is_turnaround(text: str) -> bool:
    """Whether a time is counted from each case that comes in: "Within 5 working days"."""
    return WORKING_RE.search(text) is not None


def _texts(grid: Grid, columns: Columns, body: Sequence[int], name: str) -> list[str]:
    """What the filled cells of a field's columns say."""
    texts = (text_of(grid.at(row, c)) for row in body[:SAMPLE_ROWS] for c in columns.of(name))
    return [text for text in texts if text]


def _figure_columns(grid: Grid, columns: Columns, body: Sequence[int]) -> int:
    loose = [c for c, name in enumerate(columns.fields) if name in (None, "ignore", "against")]
    seen = [profile(text_of(grid.at(row, c)) for row in body[:SAMPLE_ROWS]) for c in loose]
    return sum(one.filled > 0 and one.numbers >= MONEY_SHARE for one in seen)


def _says_something(grid: Grid, columns: Columns, body: Sequence[int], aims: str) -> bool:
    texts = [
        " ".join(filter(None, (printed_in(grid.at(row, column)) for column in columns.of(aims))))
        for row in body[:SAMPLE_ROWS]
    ]
    seen = profile(texts)
    dates = sum(is_date(text) and not is_promise(text) for text in texts)  # "Hold monthly talks"
    if not seen.filled or seen.numbers > MAX_NUMBERS or dates > (1 - MAX_NUMBERS) * seen.filled:
        return False
    if aims == "activity":
        return seen.words >= MIN_WORDS or bool(columns.names & WHO_AND_WHEN)
    return seen.words >= ACTION_WORDS
