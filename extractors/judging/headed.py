"""Whether the headings of a table are a plan's own, before its cells are asked.

Knows the fields of columns and ``headings.csv``; knows no cell, no document and no format.
"""

from extractors.columns.claims import ends_in_its_words
from extractors.columns.folding import fold_heading
from extractors.columns.heading_rows import columns_named
from extractors.columns.headings import VAGUE_RANK, read_heading
from extractors.columns.named import Columns
from extractors.rows import STATES, WHEN, WHO

RISKS = ("risk", "threat")  # with which the first heading of a register begins
STAGES = "stage"
MILESTONE = "milestone"
ASKED = "recommendation"  # what others asked for: a promise once somebody is to do it, or by when
WEAK_RANK = 3  # of a heading; Action, Recommendation promise something, Project, Title may not
SIDE_RANK = 2  # of a heading of aims; Purpose, Rationale stand beside actions, and head none alone
MIN_NAMES = 2  # fields; what and when alone may be a calendar of events
NAMES_RANK = 5  # of a heading; Strategy, Title, Description head names of things with dates too


def is_asked(columns: Columns) -> bool:
    """Whether a table lists what others recommend: "No. | Recommendation | Evidence"."""
    return all(fold_heading(columns.headings[c]).startswith(ASKED) for c in columns.of("activity"))


def may_be_plan(columns: Columns) -> bool:
    """Whether who and when stand in a table that begins as no other does, so that it is told.

    "Hazard | Action to mitigate | Lead | By when"; "Event | Venue | Lead | Date" is no plan, and
    neither is "Service | Description | Provider | Contract end".
    """
    names = columns.names
    if "activity" in names and is_weak(columns, NAMES_RANK):
        return False
    return bool(names & WHO and names & WHEN) and first_heading(columns)[1] != "against"


def is_register(columns: Columns) -> bool:
    """Whether risks come first: "Risk | Action | Owner | By when"; a plan may name them last.

    It may name them first where it says what for or how success is told, as plans against heat and
    floods do, and headings of other tables too: "Protected characteristic", "Crime type".
    """
    heading, name = first_heading(columns)
    risks = name == "against" and fold_heading(heading).startswith(RISKS)
    return risks and not columns.names & {"objective", "measures"}


def is_tracker(columns: Columns) -> bool:
    """Whether who, when and how far stand beside recommendations, as where audits are followed up.

    "Audit | Recommendation | Risk | Responsible officer | Target date | Status": the risk rates
    each of them. A register of risks begins with these.
    """
    names = columns.names
    told = names & WHO and names & WHEN and names & STATES
    return bool(told) and is_asked(columns) and not is_register(columns)


def first_heading(columns: Columns) -> tuple[str, str | None]:
    """The first heading of a table that is none of its references, with its field."""
    named = zip(columns.headings, columns.fields, strict=True)
    return next((one for one in named if one[1] != "ref"), ("", None))


def is_weak(columns: Columns, least: int = WEAK_RANK, name: str = "activity") -> bool:
    """Whether what heads the activity says no more than Project, Title or Description do."""
    meanings = [read_heading(columns.headings[column]) for column in columns.of(name)]
    return all((m.line.rank if m is not None else WEAK_RANK) >= least for m in meanings)


def _surely(heading: str) -> set[str]:
    """The field that a heading surely names, or two headings over one another, both of who."""
    meaning = read_heading(heading)
    if meaning is not None and meaning.sure:
        return {meaning.line.field}
    stacked = next(columns_named(heading), ())
    fields = {line.field for line in stacked}
    return {stacked[-1].field} if stacked and fields <= WHO else set()


def is_vague(columns: Columns) -> bool:
    """Whether "Duty", "Aim" or "Requirement" heads the texts and others' heads are not known.

    "Section | Duty | Who it falls on | In force from", "Study | Aim | Investigator | Started".
    """
    return bool(columns.unknown) and is_weak(columns, VAGUE_RANK)


def is_headed_as_plan(columns: Columns) -> bool:
    """Whether what is done or an aim comes first, and surely who and when: "Duty | Owner | Date".

    "Article | Requirement | Responsible authority | Year" tells what a treaty asks. "Who" over
    "Owner" and "Support from" asks surely who, though no line of ``headings.csv`` says both.
    """
    sure = {field for heading in columns.headings for field in _surely(heading)}
    first = first_heading(columns)[1] in ("activity", "objective", "section")
    return bool(first and sure & WHO and sure & WHEN)


def says_little(columns: Columns) -> bool:
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


def counts_stages(columns: Columns) -> bool:
    """Whether rows are the stages of one piece of work: "Stage | Task | Lead | Dates".

    So timetables of research, evaluations, consultations and tenders begin, and plans hardly do.
    """
    return fold_heading(columns.headings[0]) == STAGES


def heads_events(columns: Columns) -> bool:
    """Whether "Key milestone", or "Activity" where nobody is named, heads what may only happen."""
    heads = {fold_heading(columns.headings[column]) for column in columns.of("activity")}
    activity = {"activity"} if not columns.names & WHO else set()
    return all(MILESTONE in head or head in activity for head in heads)


def is_log(columns: Columns) -> bool:
    """Whether a table is a log of what was asked and what became of it, year by year.

    ``Year | Recommendation | Outcome``: a plan has its dates right of what is to be done, and one
    of its headings is an Action, a Deadline or a Success measure.
    """
    if not {"due", "measures"} <= columns.names or not is_weakly_headed(columns):
        return False
    return min(columns.of("due")) < min(columns.of("activity"))


def is_weakly_headed(columns: Columns) -> bool:
    """Whether each heading may be of another kind of table, as Recommendation, Year, Outcome."""
    names = columns.names
    headings = [columns.headings[c] for c, name in enumerate(columns.fields) if name in names]
    meanings = [read_heading(heading) for heading in headings]
    return all(meaning is not None and meaning.line.rank > 1 for meaning in meanings)


def begins_with_days(columns: Columns) -> bool:
    """Whether days stand left of what is done: "Month | Activity", "Year | Milestone | Who"."""
    return first_heading(columns)[1] in WHEN


def is_guess(columns: Columns) -> bool:
    """Whether every heading of the activity is known by a word inside it alone."""
    meanings = [read_heading(columns.headings[column]) for column in columns.of("activity")]
    return all(meaning is None or not meaning.sure for meaning in meanings)


def is_mention(columns: Columns) -> bool:
    """Whether headings mention what is done and head something else: "What we will measure"."""
    meanings = {
        columns.headings[c]: read_heading(columns.headings[c]) for c in columns.of("activity")
    }
    return is_guess(columns) and not any(ends_in_its_words(*one) for one in meanings.items())


def heads_anything(columns: Columns, rows: int, acts: int) -> bool:
    """Whether what heads texts of which few promise may head what nobody plans: "Method | Led by".

    "What we will measure", "Date | Milestone". "Commitment | Lead | By when" heads a plan where any
    of several promises or says what for, and "Project | Lead | By when" where none does; so does
    "Commitment | Lead | By when | Measure | Status", whatever the texts are.
    """
    if is_mention(columns) and columns.names & WHO:
        return True
    if not is_weak(columns, SIDE_RANK):
        return False
    if is_weak(columns):
        return not is_headed_as_plan(columns)
    followed = "measures" in columns.names and columns.names & STATES and is_headed_as_plan(columns)
    return not (acts or followed) and rows > MIN_NAMES and "objective" not in columns.names


def against(columns: Columns) -> int:
    """How much headings of other kinds of table weigh, each once by its rank."""
    meanings = {
        columns.headings[c]: read_heading(columns.headings[c]) for c in columns.of("against")
    }
    return sum(meaning.line.rank for meaning in meanings.values() if meaning is not None)
