"""Which field each column of a table holds, from its printed headings and, failing them, its cells.

Knows tables and headings; knows nothing of formats, and of actions only the names of their fields.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractors.columns.claims import NOT_FIELDS, Claim, claims_of
from extractors.columns.contents import MAX_LEAD_WORDS, opens_promise, profile
from extractors.columns.damaged import DAMAGED, read_damaged
from extractors.columns.named import INFERRED, SAMPLE_ROWS, Columns, column_texts, heads
from extractors.columns.promised import find_activity
from extractors.columns.refs import split_ref
from extractors.columns.suited import (
    ACTION_WORDS,
    ALMOST_ALL,
    MIN_TEXTS,
    MOST,
    checked_field,
    counts,
    habitual_field,
    unheaded_field,
)
from extractors.grid import Grid, text_of
from extractors.rows import STANDING, WHO_AND_WHEN
from extractors.sections import section_from

# The fields that what their cells hold may speak against.
CHECKED = WHO_AND_WHEN | STANDING | {"section", "measures", "ref", "ignore", "against"}

BY_WORDS = "heading known by its words"
COMBINED = "two fields in one column"


def name_columns(grid: Grid, header: Sequence[int], body: Sequence[int]) -> Columns:
    """Name the field that each column of a table holds.

    Args:
        grid: The table.
        header: Its heading rows, top to bottom: one, or two where ``Start`` and ``End`` stand
            under ``Timescale``.
        body: Its rows of text, which settle what headings leave open.
    """
    named = _as_headed(claims_of(grid, header), grid.table.column_count)
    for step in (_through_damage, _counted_actions, by_content, find_activity, _by_habit):
        named = step(named, grid, body)
    return named


def _as_headed(claims: Sequence[Claim], count: int) -> Columns:
    """The columns as their headings name them, before their cells are asked."""
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
    seconds = {column: name for column, name in seconds.items() if name not in fields}
    unknown = tuple(c for c, name in enumerate(fields) if name is None and headings[c])
    return Columns(tuple(fields), tuple(headings), seconds, tuple(reasons), unknown)


def _through_damage(named: Columns, grid: Grid, body: Sequence[int]) -> Columns:
    """Name the columns whose heading is a known one with letters lost."""
    for column in named.unknown:
        seen = profile(column_texts(grid, body[:SAMPLE_ROWS], column))
        found = read_damaged(named.headings[column], seen, named.names)
        if found is not None:
            fields = tuple(found if c == column else f for c, f in enumerate(named.fields))
            unknown = tuple(c for c in named.unknown if c != column)
            reasons = (*named.reasons, DAMAGED)
            named = replace(named, fields=fields, unknown=unknown, reasons=reasons)
    return named


def _counted_actions(named: Columns, grid: Grid, body: Sequence[int]) -> Columns:
    """Name "Description" the activity where the first column, "Action", counts them: 1.1, 1.2."""
    others = [c for c in named.of("ignore") if heads(named.headings[c], "activity")]
    if named.of("activity") != [0] or "ref" in named.fields or not others:
        return named
    if not counts(profile(column_texts(grid, body[:SAMPLE_ROWS], 0))):
        return named
    fields = ["ref", *named.fields[1:]]
    fields[others[0]] = "activity"
    return replace(named, fields=tuple(fields))


def by_content(named: Columns, grid: Grid, body: Sequence[int]) -> Columns:
    """Settle by what the cells hold: Priority that is H / M / L, columns without a heading."""
    fields = list(named.fields)
    reasons = list(named.reasons)
    sample = body[:SAMPLE_ROWS]
    for column, name in enumerate(named.fields):
        if name in CHECKED or not named.headings[column]:
            seen = profile(column_texts(grid, sample, column))
            found = checked_field(named.headings[column], fields, column, seen)
            if column == 0 and found in (None, "lead", "activity") and name is None:
                found = _unheaded_aims(grid, sample, named, fields) or found
            if found is not None and found != name:
                fields[column] = found
                if not named.headings[column]:
                    reasons.append(INFERRED)
    return replace(named, fields=tuple(fields), reasons=tuple(dict.fromkeys(reasons)))


def _by_habit(named: Columns, grid: Grid, body: Sequence[int]) -> Columns:
    """Name columns under headings that are not known by what almost all their cells look like.

    In a table that says what and who or when: "ID no." above 1.1, 1.2, 1.3 heads its references.
    Where several look alike, a state for each quarter, none says which of them counts.
    """
    sample = body[:SAMPLE_ROWS]
    fields = list(named.fields)
    if "activity" not in fields or not {"lead", "due"} & set(fields):
        return named
    found = {
        column: habitual_field(fields, column, profile(column_texts(grid, sample, column)))
        for column in named.unknown
        if fields[column] is None
    }
    names = Counter(found.values())
    for column, name in found.items():
        fields[column] = name if names[name] == 1 else None
    return replace(named, fields=tuple(fields))


def promises(grid: Grid, body: Sequence[int], columns: Columns) -> bool:
    """Whether most texts of the activity promise something, as those of other tables do not."""
    held = [text for c in columns.of("activity") for text in column_texts(grid, body, c) if text]
    return sum(map(opens_promise, held)) >= MOST * max(len(held), 1)


def without_activity(columns: Columns) -> Columns:
    """The columns where what was taken for the activity promises nothing."""
    fields = (None if name == "activity" else name for name in columns.fields)
    return replace(columns, fields=tuple(fields))


def _unheaded_aims(
    grid: Grid, rows: Sequence[int], named: Columns, fields: Sequence[str | None]
) -> str | None:
    """The aims that a first column without a heading, often set upright, says its rows serve.

    Sections where its cells are counted aims ("Priority 2: Safer streets"), or short and merged
    over several rows; objectives where they are counted texts, as university charters print them
    ("1.2.1 Monitor staff data by gender" beside what is done for it). None where it says none.
    """
    if named.headings[0] or "activity" not in named.names:
        return None
    cells = {id(cell): cell for row in rows if (cell := grid.at(row, 0)) and text_of(cell)}
    aims = sum(section_from(text_of(cell)).kind != "group" for cell in cells.values())
    merged = sum(
        cell.row_span > 1 and cell.column_span == 1 and len(text_of(cell).split()) <= MAX_LEAD_WORDS
        for cell in cells.values()
    )
    if "section" not in fields and cells and max(aims, merged) >= MOST * len(cells):
        return "section"
    refs = [split_ref([cell]).ref for cell in cells.values()]
    counted = sum(ref is not None for ref in refs) >= ALMOST_ALL * len(cells) > MIN_TEXTS
    return "objective" if counted and not {"objective", "ref"} & set(fields) else None


def infer_columns(grid: Grid, body: Sequence[int]) -> Columns:
    """Name the columns of a table without any heading by what their cells hold.

    The column of the longest texts is the activity; the others follow from their cells.
    """
    count = grid.table.column_count
    seen = [profile(column_texts(grid, body[:SAMPLE_ROWS], column)) for column in range(count)]
    fields: list[str | None] = [None] * count
    texts = [c for c in range(count) if seen[c].words >= ACTION_WORDS and seen[c].blank < MOST]
    if texts:
        fields[max(texts, key=lambda column: (seen[column].words, -column))] = "activity"
    for column in range(count):
        if fields[column] is None and seen[column].filled:
            fields[column] = unheaded_field(fields, column, seen[column])
    blank = ("",) * count
    return Columns(tuple(fields), blank, {}, (INFERRED,))
