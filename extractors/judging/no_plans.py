"""What the rows of tables that are no plan hold: names of things, events, figures, cases.

Knows fields and profiles of columns; knows no document and no format.
"""

from collections.abc import Sequence

from extractors.columns.contents import Profile, is_date, is_promise, is_status, profile
from extractors.columns.fields import promises
from extractors.columns.headings import read_heading
from extractors.columns.named import SAMPLE_ROWS, Columns
from extractors.grid import Grid, printed_in, text_of
from extractors.judging.headed import MIN_NAMES, NAMES_RANK, is_headed_as_plan, is_vague, is_weak
from extractors.judging.turnarounds import are_turnarounds
from extractors.rows import WHEN, WHO

DONE = frozenset({"ref", "activity", "objective", "status"})  # what, and how far it is
LOOSE = (None, "ignore", "against")  # columns that are no field of an action
MAX_EVENTS = 0.5  # share of texts that promise nothing: "Step | When" over "Public consultation"
MONEY_SHARE = 0.6  # of a column's cells are figures: a column of a budget or of statistics


def texts_in(grid: Grid, columns: Columns, body: Sequence[int], name: str) -> list[str]:
    """What the filled cells of a field's columns say."""
    texts = (text_of(grid.at(row, c)) for row in body[:SAMPLE_ROWS] for c in columns.of(name))
    return [text for text in texts if text]


def row_texts(grid: Grid, columns: Columns, body: Sequence[int], name: str) -> list[str]:
    """What each row says in the columns of a field, left to right; "" for nothing."""
    rows = ((printed_in(grid.at(row, c)) for c in columns.of(name)) for row in body[:SAMPLE_ROWS])
    return [" ".join(filter(None, texts)) for texts in rows]


def lists_things(grid: Grid, columns: Columns, body: Sequence[int]) -> bool:
    """Whether "Project", "Milestone" or the like heads names of things alone, none a promise.

    "Coastal path | Harbours | Completed": what was done, or what there is. Beside dates "Strategy"
    and "Description" do, as "Housing Strategy | Chief Planner | 2027", and no milestone; a project
    does beside what it was granted or when it came, and not beside what it costs, who leads it and
    by when. So does "Requirement" beside unknown headings, unless it stands first and promises.
    """
    if is_vague(columns) and not (is_headed_as_plan(columns) and promises(grid, body, columns)):
        return True
    filled = texts_in(grid, columns, body, "activity")
    names = not any(map(is_promise, filled))
    if is_weak(columns, NAMES_RANK):
        return names and bool(filled)
    if not names or not is_weak(columns) or len(filled) < MIN_NAMES:
        return False
    planned = columns.names & WHO and columns.names & WHEN == {"due"}
    granted = _loose_columns(grid, columns, body, (None, "against") if planned else LOOSE)
    told = any(one.numbers >= MONEY_SHARE for one in granted)
    came = any(one.dates >= MONEY_SHARE for one in _loose_columns(grid, columns, body))
    return told or came or not columns.names & WHEN


def tells_events(grid: Grid, columns: Columns, body: Sequence[int]) -> bool:
    """Whether steps and milestones with dates alone are how a document came about, not a plan."""
    meanings = [read_heading(columns.headings[column]) for column in columns.of("activity")]
    days = [column for name in WHEN for column in columns.of(name)]
    leads = bool(days) and min(days) < min(columns.of("activity"))  # "Month | Activity"
    if not leads and any(meaning is not None and meaning.line.rank == 1 for meaning in meanings):
        return False
    filled = texts_in(grid, columns, body, "activity")
    events = sum(not is_promise(text) for text in filled)
    return events + leads > MAX_EVENTS * len(filled)


def is_dated(grid: Grid, columns: Columns, body: Sequence[int]) -> bool:
    """Whether only the day of completion is said beside: "Works | Completed" over "May 2024"."""
    held = texts_in(grid, columns, body, "status")
    dated = bool(held) and all(is_date(text) and not is_status(text) for text in held)
    return dated and columns.names <= DONE


def is_budget(grid: Grid, columns: Columns, body: Sequence[int]) -> bool:
    """Whether figures stand beside what promises nothing, or what nobody leads and no day ends."""
    names = columns.names
    if names & {"due", "start", "measures"} or _figure_columns(grid, columns, body) <= 1:
        return False
    return not (names & WHO and "activity" in names and promises(grid, body, columns))


def is_procedure(grid: Grid, columns: Columns, body: Sequence[int]) -> bool:
    """Whether a table says what is done each time a case comes in: "Within 5 working days".

    "Within 180 days", as orders of ministers say, counts from the day of the plan.
    """
    return are_turnarounds(texts_in(grid, columns, body, "due"))


def are_levels(grid: Grid, columns: Columns, body: Sequence[int]) -> bool:
    """Whether figures say how much of an aim there is to be, or nobody says by when."""
    seen = _loose_columns(grid, columns, body, (*LOOSE, "measures"))
    return "due" not in columns.names or any(one.numbers >= MONEY_SHARE for one in seen)


def _loose_columns(
    grid: Grid, columns: Columns, body: Sequence[int], names: Sequence[str | None] = LOOSE
) -> list[Profile]:
    """What the columns hold that are no field of an action."""
    loose = [c for c, name in enumerate(columns.fields) if name in names]
    return [profile(text_of(grid.at(row, c)) for row in body[:SAMPLE_ROWS]) for c in loose]


def _figure_columns(grid: Grid, columns: Columns, body: Sequence[int]) -> int:
    seen = _loose_columns(grid, columns, body)
    return sum(one.filled > 0 and one.numbers >= MONEY_SHARE for one in seen)
