"""Is a table an action table at all? Decided by its headings and by what its cells hold.

Knows fields and profiles of columns; knows no document and no format.
"""

from collections.abc import Sequence
from typing import Literal

from extractors.columns.contents import (
    is_date,
    is_promise,
    names_act,
    profile,
    tells_done,
)
from extractors.columns.fields import promises
from extractors.columns.headings import read_heading
from extractors.columns.named import Columns
from extractors.columns.suited import ACTION_WORDS
from extractors.grid import Grid
from extractors.judging.headed import (
    MIN_NAMES,
    SIDE_RANK,
    against,
    begins_with_days,
    counts_stages,
    first_heading,
    heads_anything,
    heads_events,
    is_asked,
    is_guess,
    is_headed_as_plan,
    is_log,
    is_mention,
    is_register,
    is_tracker,
    is_weak,
    is_weakly_headed,
    may_be_plan,
    says_little,
)
from extractors.judging.no_plans import (
    are_levels,
    is_budget,
    is_dated,
    is_procedure,
    lists_things,
    row_texts,
    tells_events,
    texts_in,
)
from extractors.rows import COMPANIONS, STANDING, STATES, WHEN, WHO, WHO_AND_WHEN

Verdict = Literal["plan", "other", "unread"]

ANSWERS = WHO_AND_WHEN | STANDING  # what a body says of what others asked of it
MAX_NUMBERS = 0.4  # share of figures among the texts of an action column; 0 in the plans seen
MIN_WORDS = 2.0  # words, median of an action column; "WCC governance." is the shortest text seen
MAX_AGAINST = 1  # headings of other kinds of table that a plan may have: a Risk or Baseline column
MAX_NAME_WORDS = 2  # words of the name of a project, which may begin as a promise does
CALENDAR = WHEN | {"activity"}  # what and when, and nobody
MAX_DONE = 0.5  # share of texts that tell what was done, as a report's; "Improved lights" does too
MAX_FEW_ACTS = 0.4  # share of texts that name an act, where a weak heading ("Method") heads no plan


def classify(grid: Grid, columns: Columns, body: Sequence[int]) -> Verdict:
    """Say whether rows under named columns promise actions.

    "plan": read them. "other": statistics, budgets, contacts, registers and the like. "unread": it
    may be a plan, but no column surely says what, or some speak against it; the caller reports it.
    """
    names = columns.names
    if not body:
        return "other"
    aims = "activity" if "activity" in names else "objective"
    if aims not in names or (aims == "objective" and is_weak(columns, SIDE_RANK, "objective")):
        stands = names & STATES and columns.unknown  # "Stage | When" is a timeline, and all known
        doubtful = bool(names & WHEN and (names & WHO or stands)) and not against(columns)
        return "unread" if doubtful or may_be_plan(columns) else "other"
    if not names & (COMPANIONS if aims == "activity" else WHO_AND_WHEN | STATES):
        return "other"
    if against(columns) > _allowed(columns, aims) and not _begins_a_plan(grid, columns, body):
        told = may_be_plan(columns) or _heads_promises(grid, columns, body)
        return "unread" if told else "other"
    if aims == "activity" and _promises_nothing(grid, columns, body):
        return "unread" if _may_promise(grid, columns, body) else "other"
    if aims == "activity" and lists_things(grid, columns, body):
        return "unread" if names & (WHO_AND_WHEN | STATES) else "other"
    if _is_doubtful(grid, columns, body, aims):
        return "unread"
    if is_budget(grid, columns, body) or is_procedure(grid, columns, body):
        return "unread" if names & WHO else "other"
    return "plan" if _says_something(grid, columns, body, aims) else "other"


def are_events(grid: Grid, columns: Columns, body: Sequence[int]) -> bool:
    """Whether "Milestone | Date | Lead" stands over what happens: "Strategy adopted by Cabinet".

    An aim above them makes them steps towards it; what begins as a promise does is one.
    """
    if not (columns.names <= CALENDAR | WHO and heads_events(columns)):
        return False
    texts = row_texts(grid, columns, body, "activity")
    return sum(map(_is_act, texts)) <= MAX_FEW_ACTS * len(texts)


def _is_doubtful(grid: Grid, columns: Columns, body: Sequence[int], aims: str) -> bool:
    """Whether what heads the texts, or what they say, leaves open whether they are a plan's.

    "Recommendation | Year": what was asked; "Commitment | Year": a promise. "Exercise | Objective |
    Lead | Date": of what is not known; "What we will measure" over names of things.
    """
    texts = texts_in(grid, columns, body, aims)
    done = sum(map(tells_done, texts)) > MAX_DONE * len(texts)
    if done or is_dated(grid, columns, body) or counts_stages(columns):
        return True
    whole = row_texts(grid, columns, body, aims)
    acts = sum(map(_is_act, whole))
    if aims == "objective":  # "Objective | Measure | Lead | Target": what is measured, by whom
        planned = acts > MAX_FEW_ACTS * len(whole) and not are_levels(grid, columns, body)
        return first_heading(columns)[1] is None or ("measures" in columns.names and not planned)
    if acts <= MAX_FEW_ACTS * len(whole) and heads_anything(columns, len(whole), acts):
        return True
    if columns.names <= CALENDAR and is_weakly_headed(columns):
        return True
    return is_weak(columns, SIDE_RANK) and _looks_back(grid, columns, body)


def _is_act(text: str) -> bool:
    """Whether a text promises or names an act; "Open Doors" is the name of a project."""
    return len(text.split()) > MAX_NAME_WORDS and (is_promise(text) or names_act(text))


def _looks_back(grid: Grid, columns: Columns, body: Sequence[int]) -> bool:
    """Whether what became of "Commitments" is all that is said of them: "Three rooms were opened".

    Nobody is named then, no day and no state.
    """
    if columns.names & (WHO_AND_WHEN | STATES):
        return False
    told = texts_in(grid, columns, body, "update")
    return sum(map(tells_done, told)) > MAX_DONE * len(told)


def _promises_nothing(grid: Grid, columns: Columns, body: Sequence[int]) -> bool:
    """Whether what heads the activity, or what stands beside it, tells of a table that is no plan.

    "Description | Notes" heads keys of a keyboard, streets, anything.
    """
    names = columns.names
    guess = is_guess(columns) and not names & (WHO_AND_WHEN | {"ref"})
    told = "measures" in names and not is_mention(columns)
    if guess and not (told and promises(grid, body, columns)):
        return True
    if is_weak(columns) and says_little(columns):
        return True
    if not names & WHO and is_log(columns):
        return True
    if not names & ANSWERS and is_asked(columns):
        return True
    dated = names <= CALENDAR or (begins_with_days(columns) and is_weak(columns, SIDE_RANK))
    return dated and tells_events(grid, columns, body)


def _begins_a_plan(grid: Grid, columns: Columns, body: Sequence[int]) -> bool:
    """Whether promises come first, and who and when beside: what else is told of them matters not.

    "Action | Lead | By when | Likelihood | Residual risk"; a register begins with its risks.
    "Initiative" may as well head what is planned where somebody surely leads it, and no
    "Organisation" was granted something; "Description" heads anything.
    """
    names = columns.names
    heading, field = first_heading(columns)
    meaning = read_heading(heading)
    may = meaning is not None and meaning.line.otherwise == "section"
    work = may and not is_weak(columns, SIDE_RANK, "lead")
    first = field == "activity" and (work or not is_weak(columns))
    return bool(first and names & WHO and names & WHEN) and promises(grid, body, columns)


def _heads_promises(grid: Grid, columns: Columns, body: Sequence[int]) -> bool:
    """Whether "Action" heads promises, with who, when or how far beside, so that it is told.

    "Crime type | Action | Lead"; a register of risks has its own actions.
    """
    heads = "activity" in columns.names and not (is_weak(columns) or is_register(columns))
    beside = columns.names & (WHO_AND_WHEN | STATES)
    return heads and bool(beside) and promises(grid, body, columns)


def _may_promise(grid: Grid, columns: Columns, body: Sequence[int]) -> bool:
    """Whether a table that seems to promise nothing may do so all the same, so that it is told.

    "By when | Action" above "May 2026 | New lights", or texts that promise below "Our response".
    """
    if columns.names <= CALENDAR:
        return not is_weak(columns, SIDE_RANK)
    if begins_with_days(columns) and columns.names & WHO:
        return True
    return not is_guess(columns) and promises(grid, body, columns)


def _allowed(columns: Columns, aims: str) -> int:
    """How many headings of other kinds of table a plan with these fields may have."""
    names = columns.names
    if aims == "objective" or len(names) <= MIN_NAMES or not names & WHO_AND_WHEN:
        return 0
    if is_weak(columns, SIDE_RANK) and not is_headed_as_plan(columns):
        return MAX_AGAINST * is_tracker(columns)  # "Phase | Method | Participants | Led by"
    if is_weak(columns) or is_register(columns):
        return 0
    return MAX_AGAINST + (len(names) > MIN_NAMES + 1)


def _says_something(grid: Grid, columns: Columns, body: Sequence[int], aims: str) -> bool:
    texts = row_texts(grid, columns, body, aims)
    seen = profile(texts)
    dates = sum(is_date(text) and not is_promise(text) for text in texts)  # "Hold monthly talks"
    if not seen.filled or seen.numbers > MAX_NUMBERS or dates > (1 - MAX_NUMBERS) * seen.filled:
        return False
    if aims == "activity":
        return seen.words >= MIN_WORDS or bool(columns.names & WHO_AND_WHEN)
    return seen.words >= ACTION_WORDS
