"""Which field each column of a table holds, from its printed headings and, failing them, its cells.

Knows tables and headings; knows nothing of formats, and of actions only the names of their fields.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from extractors.columns.claims import LAST_AIM, NOT_FIELDS, claims_of
from extractors.columns.contents import MAX_LEAD_WORDS, names_act, opens_promise, profile
from extractors.columns.damaged import DAMAGED, read_damaged
from extractors.columns.headings import read_heading
from extractors.columns.suited import (
    ACTION_WORDS,
    MIN_TEXTS,
    MOST,
    checked_field,
    counts,
    habitual_field,
    unheaded_field,
)
from extractors.grid import Grid, printed_in, text_of
from extractors.outline import section_from
from extractors.rows import STANDING, WHEN, WHO, WHO_AND_WHEN

SAMPLE_ROWS = 200  # rows; what a column holds shows in them, a plan has 20 to 60
# The fields that what their cells hold may speak against.
CHECKED = WHO_AND_WHEN | STANDING | {"section", "measures", "ref", "ignore", "against"}

CHANGE_RE = re.compile(
    r"(?:achiev|decreas|improv|increas|lower|maintain|reduc)(?:e|ing|s)?\b", re.IGNORECASE
)
INFERRED = "column inferred from content"
BY_WORDS = "heading known by its words"
COMBINED = "two fields in one column"


@dataclass(frozen=True, slots=True)
class Columns:
    """The fields of a table's columns.

    Attributes:
        fields: For each column its field, "section", "ignore" or "against"; None where unknown.
        headings: For each column what is printed above it, "" for nothing.
        seconds: Column to the second field that it holds as well: ``{3: "due"}``.
        reasons: What made naming doubtful.
        unknown: Columns with a heading that ``headings.csv`` does not know, whatever was made of
            them by what they hold.
    """

    fields: tuple[str | None, ...]
    headings: tuple[str, ...]
    seconds: Mapping[int, str] = field(default_factory=dict)
    reasons: tuple[str, ...] = ()
    unknown: tuple[int, ...] = ()

    def of(self, name: str) -> list[int]:
        """The columns of a field, left to right."""
        return [column for column, known in enumerate(self.fields) if known == name]

    @property
    def names(self) -> frozenset[str]:
        """Every field that some column holds, seconds included."""
        known = {name for name in self.fields if name not in NOT_FIELDS and name is not None}
        return frozenset(known | set(self.seconds.values()))


def name_columns(grid: Grid, header: Sequence[int], body: Sequence[int]) -> Columns:
    """Name the field that each column of a table holds.

    Args:
        grid: The table.
        header: Its heading rows, top to bottom: one, or two where ``Start`` and ``End`` stand
            under ``Timescale``.
        body: Its rows of text, which settle what headings leave open.
    """
    claims = claims_of(grid, header)
    count = grid.table.column_count
    fields: list[str | None] = [None] * count
    headings = [""] * count
    seconds: dict[int, str] = {}
    reasons: list[str] = []
    for claim in claims:
        for column in claim.columns:
            headings[column] = claim.heading
            fields[column] = claim.meaning.line.field if claim.meaning else None
        if claim.meaning is None:
            continue
        if claim.meaning.second is not None:
            seconds[claim.columns[0]] = claim.meaning.second.field
            reasons.append(COMBINED)
        if not claim.meaning.sure and claim.meaning.line.field not in NOT_FIELDS:
            reasons.append(BY_WORDS)
    unknown = tuple(c for c, name in enumerate(fields) if name is None and headings[c])
    named = Columns(tuple(fields), tuple(headings), seconds, tuple(reasons), unknown)
    named = by_content(_counted_actions(_through_damage(named, grid, body), grid, body), grid, body)
    return _by_habit(_find_activity(named, grid, body), grid, body)


def _through_damage(named: Columns, grid: Grid, body: Sequence[int]) -> Columns:
    """Name the columns whose heading is a known one with letters lost."""
    for column in named.unknown:
        seen = profile(_column_texts(grid, body[:SAMPLE_ROWS], column))
        found = read_damaged(named.headings[column], seen, named.names)
        if found is not None:
            fields = tuple(found if c == column else f for c, f in enumerate(named.fields))
            unknown = tuple(c for c in named.unknown if c != column)
            reasons = (*named.reasons, DAMAGED)
            named = replace(named, fields=fields, unknown=unknown, reasons=reasons)
    return named


def _counted_actions(named: Columns, grid: Grid, body: Sequence[int]) -> Columns:
    """Name "Description" the activity where the first column, "Action", counts them: 1.1, 1.2."""
    others = [c for c in named.of("ignore") if _names(named.headings[c], "activity")]
    if named.of("activity") != [0] or "ref" in named.fields or not others:
        return named
    if not counts(profile(_column_texts(grid, body[:SAMPLE_ROWS], 0))):
        return named
    fields = ["ref", *named.fields[1:]]
    fields[others[0]] = "activity"
    return replace(named, fields=tuple(fields))


def _names(heading: str, name: str) -> bool:
    """Whether a heading names a field but for a better claim: "Description" the activity."""
    meaning = read_heading(heading)
    return meaning is not None and meaning.line.field == name


def by_content(named: Columns, grid: Grid, body: Sequence[int]) -> Columns:
    """Settle by what the cells hold: Priority that is H / M / L, columns without a heading."""
    fields = list(named.fields)
    reasons = list(named.reasons)
    sample = body[:SAMPLE_ROWS]
    for column, name in enumerate(named.fields):
        if name in CHECKED or not named.headings[column]:
            seen = profile(_column_texts(grid, sample, column))
            found = checked_field(named.headings[column], fields, column, seen)
            if column == 0 and found in (None, "lead", "activity") and name is None:
                found = "section" if _names_sections(grid, sample, named, fields) else found
            if found is not None and found != name:
                fields[column] = found
                if not named.headings[column]:
                    reasons.append(INFERRED)
    return replace(named, fields=tuple(fields), reasons=tuple(dict.fromkeys(reasons)))


def _find_activity(named: Columns, grid: Grid, body: Sequence[int]) -> Columns:
    """Where headings say who and when but not what, the column of promises is the activity.

    "Measures" are what is done in plans of universities and of Malta, Finland and Germany, beside
    "Indicators", and what shows success in most others: their texts tell which.
    """
    who, when = WHO & named.names, WHEN & named.names
    if "activity" in named.names:
        return _over_milestones(named, grid, body)
    if not (who or when):
        return named
    others = (*named.of("measures"), *named.of("ignore"))  # "Output" yields to "Indicator"
    sought = [c for c in others if _may_promise(named.headings[c])]
    texts = {c: _column_texts(grid, body[:SAMPLE_ROWS], c) for c in (*sought, *named.unknown)}
    found = [c for c in sought if _promise(texts[c]) and not _tell_changes(texts[c])]
    if who and when:
        found = found or [c for c in sought if _name_acts(texts[c])]
        dated = [c for name in when for c in named.of(name)]
        left = [c for c in named.unknown if not dated or c < min(dated)]  # not "Month | Items"
        found += [c for c in left if _promise(texts[c], MIN_TEXTS)]
    if len(found) != 1:
        return named
    names = dict.fromkeys(found, "activity") | dict.fromkeys(
        _tests_after(named, *found), "measures"
    )
    fields = tuple(names.get(c, f) for c, f in enumerate(named.fields))
    doubt = () if found[0] in sought else (INFERRED,)
    return replace(named, fields=fields, reasons=(*named.reasons, *doubt))


def _tests_after(named: Columns, activity: int) -> list[int]:
    """The columns right of the actions whose "Intended outcome" is a test of them and no aim."""
    aims = [c for c in named.of("objective") if c > activity]
    return [c for c in aims if _names(named.headings[c], "measures")]


def _over_milestones(named: Columns, grid: Grid, body: Sequence[int]) -> Columns:
    """Name a "Measure" that promises the activity where "Milestones" right of it are its steps."""
    steps = [c for c in named.of("activity") if _is_step(named.headings[c])]
    left = [c for c in named.of("measures") if _may_promise(named.headings[c])]
    if not steps or steps != named.of("activity") or len(left) != 1 or left > steps:
        return named
    texts = list(_column_texts(grid, body[:SAMPLE_ROWS], left[0]))
    if not _promise(texts) or _tell_changes(texts):
        return named
    names: dict[int, str] = dict.fromkeys(steps, "measures") | dict.fromkeys(left, "activity")
    return replace(named, fields=tuple(names.get(c, f) for c, f in enumerate(named.fields)))


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
    """Whether a heading of measures may as well stand above actions: "Measures", "Output"."""
    meaning = read_heading(heading)
    if meaning is None or not meaning.sure:
        return False
    line = meaning.line
    return line.otherwise == "activity" or (line.field == "measures" and line.rank == LAST_AIM)


def _tell_changes(texts: Iterable[str]) -> bool:
    """Whether most texts tell a change and no act, as tests of success do: "Reduce waits"."""
    filled = [text for text in texts if text]
    return sum(CHANGE_RE.match(text) is not None for text in filled) > MOST * len(filled)


def _by_habit(named: Columns, grid: Grid, body: Sequence[int]) -> Columns:
    """Name columns under headings that are not known by what almost all their cells look like.

    In a table that says what and who or when: "ID no." above 1.1, 1.2, 1.3 heads its references.
    """
    fields = list(named.fields)
    if "activity" in fields and {"lead", "due"} & set(fields):
        for column in named.unknown:
            if fields[column] is None:
                seen = profile(_column_texts(grid, body[:SAMPLE_ROWS], column))
                fields[column] = habitual_field(fields, column, seen)
    return replace(named, fields=tuple(fields))


def promises(grid: Grid, body: Sequence[int], columns: Columns) -> bool:
    """Whether most texts of the activity promise something, as those of other tables do not."""
    held = [text for c in columns.of("activity") for text in _column_texts(grid, body, c) if text]
    return sum(map(opens_promise, held)) >= MOST * max(len(held), 1)


def without_activity(columns: Columns) -> Columns:
    """The columns where what was taken for the activity promises nothing."""
    fields = (None if name == "activity" else name for name in columns.fields)
    return replace(columns, fields=tuple(fields))


def _column_texts(grid: Grid, rows: Iterable[int], column: int) -> list[str]:
    cells = (grid.at(row, column) for row in rows)
    return [printed_in(cell) if cell is None or cell.column == column else "" for cell in cells]


def _names_sections(
    grid: Grid, rows: Sequence[int], named: Columns, fields: Sequence[str | None]
) -> bool:
    """Whether a first column without a heading, often set upright, says what its rows serve.

    Its cells are counted aims ("Priority 2: Safer streets"), or short and merged over several rows.
    """
    if named.headings[0] or "section" in fields or "activity" not in named.names:
        return False
    cells = {id(cell): cell for row in rows if (cell := grid.at(row, 0)) and text_of(cell)}
    aims = sum(section_from(text_of(cell)).kind != "group" for cell in cells.values())
    merged = sum(
        cell.row_span > 1 and cell.column_span == 1 and len(text_of(cell).split()) <= MAX_LEAD_WORDS
        for cell in cells.values()
    )
    return bool(cells) and max(aims, merged) >= MOST * len(cells)


def infer_columns(grid: Grid, body: Sequence[int]) -> Columns:
    """Name the columns of a table without any heading by what their cells hold.

    The column of the longest texts is the activity; the others follow from their cells.
    """
    count = grid.table.column_count
    seen = [profile(_column_texts(grid, body[:SAMPLE_ROWS], column)) for column in range(count)]
    fields: list[str | None] = [None] * count
    texts = [c for c in range(count) if seen[c].words >= ACTION_WORDS and seen[c].blank < MOST]
    if texts:
        fields[max(texts, key=lambda column: (seen[column].words, -column))] = "activity"
    for column in range(count):
        if fields[column] is None and seen[column].filled:
            fields[column] = unheaded_field(fields, column, seen[column])
    blank = ("",) * count
    return Columns(tuple(fields), blank, {}, (INFERRED,))
