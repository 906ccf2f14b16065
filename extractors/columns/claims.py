"""What the printed headings of a table claim its columns to hold, each field for its best heading.

Knows heading rows and ``headings.csv``; nothing of what the columns hold.
"""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, takewhile

from extractors.blocks import Cell
from extractors.columns.folding import fold_words
from extractors.columns.headings import TOLD_AT_RE, HeadingLine, Meaning, read_heading
from extractors.grid import Grid, text_of
from extractors.rows import STANDING, WHO, WHO_AND_WHEN

NOT_FIELDS = frozenset({"ignore", "against", ""})
SINGLE = frozenset({"activity", "lead", "due", "start", "ref", "status", "rag"})
AIM_WORDS = frozenset({"aim", "goal", "objective", "outcome"})  # end a heading of objectives
QUARTER_RE = re.compile(r"q(?:tr|uarter)?\s?[1-4]", re.IGNORECASE)
AIM_FIELDS = ("section", "objective")
BEFORE_AIMS = {"ref"}  # what stands left of the aim that comes first
LAST_AIM = 3  # rank of "Output", the last that may be an aim or a test of it; "Target" has more


@dataclass(frozen=True, slots=True)
class Claim:
    """One heading with the columns (or the card's lines) that it names, and what it was read as.

    ``place`` is where it stands among others that claim the same: where the heading above it does,
    for columns that quarters of a year alone part, "Milestones" over "Q1" to "Q4".
    """

    columns: tuple[int, ...]
    heading: str
    meaning: Meaning | None
    place: int


def claims_of(grid: Grid, header: Sequence[int]) -> list[Claim]:
    """Read the headings of a table, each once, and settle which of them names which field.

    Args:
        grid: The table.
        header: Its heading rows, top to bottom: one, or two where ``Start`` and ``End`` stand
            under ``Timescale``.
    """
    claims = settle(_counts_apart(aims_first(_told_once(_claims(grid, header)))))
    return _without_namesakes(_wider_aims(claims))


def _claims(grid: Grid, header: Sequence[int]) -> list[Claim]:
    stacks = [_stack(grid, header, column) for column in range(grid.table.column_count)]
    apart = _apart(stacks)
    claims = []
    for _, members in groupby(enumerate(stacks), key=lambda item: item[1][-1:] or item[0]):
        columns = [column for column, _ in members]
        stack = stacks[columns[0]]
        texts = [text for text in map(text_of, stack) if text]
        meaning = apart.get(columns[0]) or _read_stack(texts)
        quarter = QUARTER_RE.fullmatch(" ".join(texts[-1:]))
        alike = [at for at, other in enumerate(stacks) if quarter and other[:1] == stack[:1]]
        claims.append(Claim(tuple(columns), " ".join(texts), meaning, (alike or columns)[0]))
    return claims


def _stack(grid: Grid, header: Sequence[int], column: int) -> list[Cell]:
    """The cells of the headings over a column, top to bottom, each once."""
    cells: list[Cell] = []
    for row in header:
        cell = grid.at(row, column)
        if cell is not None and cell not in cells:
            cells.append(cell)
    return cells


def _apart(stacks: Sequence[Sequence[Cell]]) -> dict[int, Meaning]:
    """What the headings say by themselves that stand below one which only joins them, by columns.

    "What we plan to do" over Ref, Action and KPI is no action three times, and no action is
    "How we will deliver it" over Lead and Timeline.
    """
    apart: dict[int, Meaning] = {}
    stacked = [column for column, stack in enumerate(stacks) if len(stack) > 1]
    tops = {column: text_of(stacks[column][0]) for column in stacked}
    for top in dict.fromkeys(tops.values()):
        over = read_heading(top)
        under = [column for column in stacked if tops[column] == top]
        lows = {column: _read_below(over, text_of(stacks[column][-1])) for column in under}
        sure = {column: low for column, low in lows.items() if low is not None and low.sure}
        if over is None or over.line.field not in SINGLE - STANDING:
            continue
        lines = {(low.line.field, low.line.otherwise) for low in sure.values()}
        names = [name for name, _ in lines if name not in NOT_FIELDS]
        acts = over.line.field == "activity"
        if sum(acts or name not in WHO for name in names) > 1:
            apart |= sure
    return apart


def _read_below(top: Meaning | None, text: str) -> Meaning | None:
    """Read a heading below another: "Complete" says how far; under "Timing" when, if no other does.

    Beside "Due" it says how far there too.
    """
    low = read_heading(text)
    if low is None or low.line.otherwise != "due" or top is None or top.line.field != "due":
        return low
    line = low.line
    line = replace(line, field="due", rank=line.rank + 1, otherwise=line.field)
    return replace(low, line=line)


def _read_stack(texts: Sequence[str]) -> Meaning | None:
    """Read the headings over one column, all of them first: "Action" over "by" says who.

    "Partners" under "Responsible parties" support, for the row above says of both that they do.
    What the row above alone says is not sure: "Action" stands over "Lead" and "Tier" too.
    "Lead" over "Council" and "NHS" leads in both.
    """
    whole = read_heading(" ".join(texts))
    if len(texts) < 2:
        return whole
    top = read_heading(texts[0])
    forms = [whole, _read_below(top, texts[-1]), top]
    if all(form is not None and form.line.field in WHO for form in forms):
        forms = forms[1:]
    sure = [m for m in forms if m is not None and m.sure and m.line.field not in NOT_FIELDS]
    known = [m for m in forms if m is not None]
    best = next(iter(sure or known), None)
    if best is not None and best not in forms[:-1] and best.line.field in SINGLE - WHO:
        best = replace(best, sure=False)
    return best


def _told_once(claims: Sequence[Claim]) -> list[Claim]:
    """Take the states at several times for none: "Status at March" beside "Status at June"."""
    told = [one for one in claims if TOLD_AT_RE.match(one.heading)]
    return [replace(one, meaning=None) if len(told) > 1 and one in told else one for one in claims]


def settle(claims: Sequence[Claim]) -> list[Claim]:
    """Give each field to its best claims; the others hold what their line says otherwise."""
    settled = list(claims)
    for _ in range(2):  # an "otherwise" may itself meet a better claim
        best = _best_ranks(settled)
        settled = [_yield_to(claim, best) for claim in settled]
    return settled


def aims_first(claims: Sequence[Claim]) -> list[Claim]:
    """Take an "Outcome" left of the actions for the aim that they serve, right of them for a test.

    In a card above them and below them.

    Of "Outcome" and "Output" the one next to the actions is their objective, as matrices of the
    United Nations print them, and so of "Goal" and "Strategy". Where another column names the
    objectives all stay what they are; right of who and when, as below an action across the table,
    none is an aim.
    """
    names = [claim.meaning.line.field if claim.meaning else "" for claim in claims]
    if "activity" not in names or "objective" in names:
        return list(claims)
    last = len(names) - 1 - names[::-1].index("activity")
    said = takewhile(lambda at: names[at] not in WHO_AND_WHEN, range(last))
    tests = (one.meaning.line for one in claims[last:] if one.meaning is not None)
    tested = any(line.field == "measures" and line.rank <= LAST_AIM for line in tests)
    left = [
        claims[at].columns
        for at in said
        if _may_be_aim(claims[at], claims[last], tested, first=set(names[:at]) <= BEFORE_AIMS)
    ]
    aims = dict.fromkeys(left, "section") | dict.fromkeys(left[-1:], "objective")
    return [_named(claim, aims.get(claim.columns)) for claim in claims]


def _wider_aims(claims: Sequence[Claim]) -> list[Claim]:
    """Of objectives side by side the wider one names the section, the last one is the row's.

    "Strategic objective | Operational objective"; "Objective | Description" is one.
    """
    aims = [
        claim.meaning is not None
        and claim.meaning.line.field == "objective"
        and fold_words(claim.heading)[-1] in AIM_WORDS
        for claim in claims
    ]
    wider = [one and other for one, other in pairwise([*aims, False])]
    return [_named(claim, "section" if w else None) for claim, w in zip(claims, wider, strict=True)]


def _counts_apart(claims: Sequence[Claim]) -> list[Claim]:
    """Leave the reference to the action's own: "Ref | Objective | Ref | Action" counts both."""
    names = [claim.meaning.line.field if claim.meaning else "" for claim in claims]
    own = len(names) - 1 - names[::-1].index("ref") if "ref" in names else 0
    aims = [at for at in range(own) if names[at] == "ref" and names[at + 1] in AIM_FIELDS]
    return [_named(claim, "ignore" if at in aims else None) for at, claim in enumerate(claims)]


def _may_be_aim(claim: Claim, action: Claim, tested: bool, *, first: bool) -> bool:
    """Whether a heading left of one of actions names an aim: "Expected output", "Goal".

    So do "Measure" and "Indicator" where tests of success stand right of them: "Measure |
    Activities | Lead | Indicator", as states of the European Union print it, "WRES indicator |
    Action | Lead | Expected impact"; a "Target" there says how much of it, unless it comes
    ``first``: "Target | Strategies | Timescale | Success criteria", as schools print it.
    """
    if claim.meaning is None or action.meaning is None:
        return False
    line, best = claim.meaning.line, action.meaning.line
    if line.field == "activity" and line.otherwise == "objective":
        nearer = best.rank < line.rank or best.otherwise == line.otherwise
        return nearer and action.meaning.sure
    if line.field == "measures" and (line.otherwise == "activity" or line.rank == 1):
        return tested and action.meaning.sure
    if line.field == "measures" and line.rank > LAST_AIM:
        return tested and first
    return line.field == "measures" and 1 < line.rank <= LAST_AIM


def _named(claim: Claim, name: str | None) -> Claim:
    """The claim for another field, which it keeps; as it was where none is given."""
    if claim.meaning is None or name is None:
        return claim
    line = replace(claim.meaning.line, field=name, otherwise="")
    return replace(claim, meaning=replace(claim.meaning, line=line))


def _without_namesakes(claims: Sequence[Claim]) -> list[Claim]:
    """Take the field from headings that only mention it where another column is headed by it.

    "Related actions" beside "Action" and "Duplicates an action?" hold no action, and "Outputs and
    milestones" beside "Planned action" no second one; "How the action helps" holds none beside
    "Departmental action". What several columns may tell together, as
    updates and measures, is left to them.
    """
    known = [claim.meaning for claim in claims if claim.meaning is not None]
    headed = {meaning.line.field for meaning in known if meaning.sure} & SINGLE
    settled = [replace(claim, meaning=_unnamed(claim.meaning, headed)) for claim in claims]
    nouns = {meaning.line.field for c in settled if (meaning := _ended_by(c))} & SINGLE - headed
    return [
        claim if _ended_by(claim) else replace(claim, meaning=_unnamed(claim.meaning, nouns))
        for claim in settled
    ]


def _ended_by(claim: Claim) -> Meaning | None:
    """What a heading is known by where that ends it: "Departmental action" heads actions."""
    return claim.meaning if ends_in_its_words(claim.heading, claim.meaning) else None


def ends_in_its_words(heading: str, meaning: Meaning | None) -> bool:
    """Whether a heading known by words inside it ends in them: "Agreed management action"."""
    if meaning is None or meaning.sure:
        return False
    own = fold_words(meaning.line.heading)
    return fold_words(heading)[-len(own) :] == own


def _unnamed(meaning: Meaning | None, headed: Container[str]) -> Meaning | None:
    """What a heading says without the fields that others head; None where nothing is left."""
    if meaning is None or (not meaning.sure and meaning.line.field in headed):
        return None
    mentioned = meaning.second is not None and meaning.second.field in headed
    return replace(meaning, second=None) if mentioned else meaning


def otherwise(meaning: Meaning) -> Meaning:
    """What a heading holds when a better claim has taken its field."""
    line = meaning.line
    then = "section" if line.otherwise == "objective" else "ignore"  # an aim above objectives
    moved = HeadingLine(line.heading, line.otherwise, line.rank, then, line.embedded)
    return replace(meaning, line=moved)


def _best_ranks(claims: Iterable[Claim]) -> dict[str, tuple[int, bool, int]]:
    best: dict[str, tuple[int, bool, int]] = {}
    for claim in claims:
        if claim.meaning is not None:
            field, rank = claim.meaning.line.field, _rank(claim.meaning, claim.place)
            best[field] = min(best.get(field, rank), rank)
    return best


def _rank(meaning: Meaning, column: int) -> tuple[int, bool, int]:
    """How good a claim is, less is better; of two alike the left one, if it could yield.

    "How will we know that it made a difference" is known by its words alone, and still a better
    claim to the measures than "Outcome", which may as well be an aim.
    """
    return (meaning.line.rank, not meaning.sure, column if meaning.line.yields else 0)


def _yield_to(claim: Claim, best: Mapping[str, tuple[int, bool, int]]) -> Claim:
    meaning = claim.meaning
    if meaning is None or not meaning.line.yields:
        return claim
    if _rank(meaning, claim.place) == best[meaning.line.field]:
        return claim
    return replace(claim, meaning=otherwise(meaning))
