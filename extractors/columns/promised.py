"""Which column holds the actions where the headings leave it open: its texts promise.

Knows columns and what their cells hold; knows nothing of formats.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.columns.claims import LAST_AIM
from extractors.columns.contents import names_act, opens_promise, profile
from extractors.columns.folding import fold_words
from extractors.columns.headings import read_heading
from extractors.columns.named import INFERRED, SAMPLE_ROWS, Columns, column_texts, heads
from extractors.columns.suited import ACTION_WORDS, MIN_TEXTS, MOST
from extractors.grid import Grid
from extractors.rows import WHEN, WHO

CHANGE_RE = re.compile(
    r"(?:achiev|decreas|improv|increas|lower|maintain|reduc)(?:e|ing|s)?\b", re.IGNORECASE
)
COUNTED_RE = re.compile(
    r"(?:numbers?|rates?|shares?|percentage|proportion)\s+of\b|%|average\b", re.IGNORECASE
)
LOOSE = ("measures", "ignore", "section", "ref")
"""Fields of headings that may stand over actions as well: "Measures", "Output", which yields to
"Indicator", "Work stream", "Item"."""
ANSWER = "response"  # the last word of the heading over what a body says to recommendations


def find_activity(named: Columns, grid: Grid, body: Sequence[int]) -> Columns:
    """Where headings say who and when but not what, the column of promises is the activity.

    "Measures" are what is done in plans of universities and of Malta, Finland and Germany, beside
    "Indicators", and what shows success in most others: their texts tell which.
    """
    who, when = WHO & named.names, WHEN & named.names
    if "activity" in named.names:
        told = _told_instead(_over_milestones(named, grid, body), grid, body)
        return _answered(told, grid, body)
    if not (who or when):
        return named
    others = [c for name in LOOSE for c in named.of(name)]
    sought = [c for c in others if _may_promise(named.headings[c])]
    texts = {c: column_texts(grid, body[:SAMPLE_ROWS], c) for c in (*sought, *named.unknown)}
    found = [c for c in sought if _promise(texts[c]) and not _tell_changes(texts[c])]
    if who and when:
        counted = [c for c in sought if _is_counted(named, c) and not _tell_counts(texts[c])]
        found = found or [c for c in sought if _name_acts(texts[c]) or c in counted]
        dated = [c for name in when for c in named.of(name)]
        left = [c for c in named.unknown if not dated or c < min(dated)]  # not "Month | Items"
        found += [c for c in left if _promise(texts[c], MIN_TEXTS)]
    if len(found) != 1:
        return named
    fields_of = dict.fromkeys(found, "activity") | dict.fromkeys(
        _tests_after(named, *found), "measures"
    )
    fields = tuple(fields_of.get(c, f) for c, f in enumerate(named.fields))
    doubt = () if found[0] in sought else (INFERRED,)
    return replace(named, fields=fields, reasons=(*named.reasons, *doubt))


def _is_counted(named: Columns, column: int) -> bool:
    """Whether the references of a table count what a column holds: "Measure No." of "Measure".

    Those of a scorecard do too, beside "Baseline".
    """
    if named.of("against"):
        return False
    own = fold_words(named.headings[column])
    counts = [fold_words(named.headings[ref]) for ref in named.of("ref") if ref != column]
    return any(words[: len(own)] == own for words in counts)


def _tests_after(named: Columns, activity: int) -> list[int]:
    """The columns right of the actions whose "Intended outcome" is a test of them and no aim."""
    aims = [c for c in named.of("objective") if c > activity]
    return [c for c in aims if heads(named.headings[c], "measures")]


def _over_milestones(named: Columns, grid: Grid, body: Sequence[int]) -> Columns:
    """Name a "Measure" that promises the activity where "Milestones" right of it are its steps."""
    steps = [c for c in named.of("activity") if _is_step(named.headings[c])]
    left = [c for c in named.of("measures") if _may_promise(named.headings[c])]
    if not steps or steps != named.of("activity") or len(left) != 1 or left > steps:
        return named
    texts = list(column_texts(grid, body[:SAMPLE_ROWS], left[0]))
    if not _promise(texts) or _tell_changes(texts):
        return named
    fields_of: dict[int, str] = dict.fromkeys(steps, "measures") | dict.fromkeys(left, "activity")
    return replace(named, fields=tuple(fields_of.get(c, f) for c, f in enumerate(named.fields)))


def _told_instead(named: Columns, grid: Grid, body: Sequence[int]) -> Columns:
    """Name the column that promises the activity where another took the name and promises less.

    "Improvement" over "Access to refuges" gives way to "Step" over "Open a second refuge", and so
    does "Project" over "Safe hubs" to its "Description".
    """
    held = named.of("activity")
    others = [
        c for c, text in enumerate(named.headings) if c not in held and heads(text, "activity")
    ]
    if len(held) != 1 or len(others) != 1:
        return named
    meaning = read_heading(named.headings[held[0]])
    if meaning is None or not meaning.line.yields:
        return named
    described = meaning.line.otherwise == "section" and named.fields[others[0]] == "ignore"
    if meaning.line.rank <= LAST_AIM and not described:
        return named  # of "Commitment" and "Milestone" the one that takes the name holds the acts
    names, texts = (list(column_texts(grid, body[:SAMPLE_ROWS], c)) for c in (held[0], others[0]))
    if _promise(names) or not _promise(texts, MIN_TEXTS):
        return named
    fields_of = {held[0]: meaning.line.otherwise, others[0]: "activity"}
    return replace(named, fields=tuple(fields_of.get(c, f) for c, f in enumerate(named.fields)))


def _answered(named: Columns, grid: Grid, body: Sequence[int]) -> Columns:
    """Name a "Recommendation" the aim where the response right of it says what is to be done.

    "Our response" over "Publish a summary"; where it says "Agreed" the recommendation is the act.
    """
    asked = [c for c in named.of("activity") if _is_asked(named.headings[c])]
    others = (*named.of("activity"), *named.of("ignore"), *named.unknown)
    answers = [c for c in others if ANSWER in fold_words(named.headings[c])[-1:]]
    if len(asked) != 1 or len(answers) != 1 or answers < asked or "objective" in named.names:
        return named
    texts = [text for text in column_texts(grid, body[:SAMPLE_ROWS], answers[0]) if text]
    if sum(map(opens_promise, texts)) < MOST * max(len(texts), 1):
        return named
    fields_of = {asked[0]: "objective", answers[0]: "activity"}
    return replace(named, fields=tuple(fields_of.get(c, f) for c, f in enumerate(named.fields)))


def _is_asked(heading: str) -> bool:
    """Whether a heading of actions heads what others asked for where an answer stands beside."""
    meaning = read_heading(heading)
    return meaning is not None and meaning.line.otherwise == "objective"


def _is_step(heading: str) -> bool:
    """Whether a heading of actions as well heads what shows that one goes on: "Milestones"."""
    meaning = read_heading(heading)
    return meaning is not None and meaning.line.otherwise == "measures"


def _promise(texts: Iterable[str], least: int = 1) -> bool:
    """Whether the texts of a column, so many at least, promise what is to be done."""
    seen = profile(texts)
    enough = seen.filled >= least and seen.words >= ACTION_WORDS
    return enough and seen.promises >= MOST


def _name_acts(texts: Iterable[str]) -> bool:
    """Whether most texts of a column name acts: "Development of a portal"."""
    filled = [text for text in texts if text]
    return sum(map(names_act, filled)) > MOST * len(filled)


def _may_promise(heading: str) -> bool:
    """Whether a heading of another field may as well stand above actions: "Measures", "Item"."""
    meaning = read_heading(heading)
    if meaning is None or not meaning.sure:
        return False
    line = meaning.line
    return line.otherwise == "activity" or (line.field == "measures" and line.rank == LAST_AIM)


def _tell_changes(texts: Iterable[str]) -> bool:
    """Whether most texts tell a change and no act, as tests of success do: "Reduce waits"."""
    filled = [text for text in texts if text]
    return sum(CHANGE_RE.match(text) is not None for text in filled) > MOST * len(filled)


def _tell_counts(texts: Iterable[str]) -> bool:
    """Whether a text says what is counted, as tests of success do: "Number of homes let"."""
    return any(map(COUNTED_RE.match, texts))
