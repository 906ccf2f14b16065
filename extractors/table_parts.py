"""One part of a table while a document is read: a stretch of rows below heads, or its cards.

Knows what makes a part a plan and what is told of one that is not read; knows nothing of formats.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.blocks import Heading, Problem, Table
from extractors.columns.folding import fold_heading
from extractors.columns.named import Columns
from extractors.grid import Grid, grid_of, text_of
from extractors.judging.chapters import (
    heads_results,
    lists_risks,
    looks_back,
    serves_another_end,
    shows_example,
)
from extractors.judging.classify import CALENDAR, Verdict, are_events, classify
from extractors.judging.doubts import table_doubts
from extractors.judging.headed import is_weak
from extractors.judging.no_plans import texts_in
from extractors.judging.reports import (
    Source,
    past_table,
    steps_of_form,
    undated_cells,
    unknown_headings,
    unknown_labels,
    unread_card,
    unread_rows,
    unread_table,
)
from extractors.layouts.forms.form_steps import Commitment, commitment_of, split_steps
from extractors.layouts.forms.form_values import may_test
from extractors.layouts.forms.forms import read_card
from extractors.layouts.forms.titled_rows import row_card, title_says
from extractors.layouts.grids.grids import Rows, read_rows
from extractors.layouts.grids.known import INHERITED, columns_for, goes_on, known_of, says_again
from extractors.layouts.grids.segments import Segment, cut_table, head_by_look
from extractors.layouts.labels.cards import Card
from extractors.layouts.labels.prose_labels import field_of, fields_of
from extractors.layouts.plain.parted import part_labelled_cells
from extractors.layouts.plain.timed import MADE, list_times
from extractors.prose_lines import take_form
from extractors.rows import COMPANIONS, STATES, WHO_AND_WHEN
from extractors.sections import section_from
from extractors.walk import Unread, Walk

CARD_ROWS = 3  # rows of values that a card may have, each line of a value read as a row of its own


def read_segment(source: Source, grid: Grid, segment: Segment, walk: Walk) -> bool:
    """Read a stretch of rows; True when it promised actions."""
    segment = head_by_look(grid, segment)
    columns, doubts = columns_for(grid, segment, walk.known, walk.tables[source.number :])
    steps = columns is not None and walk.are_steps(grid, columns, segment.body)
    judged = _judge(source, grid, columns, segment, walk) if columns is not None else "other"
    verdict = "plan" if steps else judged
    titled = columns is not None and not steps and title_says(columns, segment, walk.above)
    if columns is None or (verdict == "other" and not titled):
        _leave_segment(source, grid, segment, columns, walk)
        return False
    past = _past_or_steps(source, grid, segment, columns, walk, steps=steps)
    if past is not None:
        walk.result.problems.append(past)
        return False
    if verdict == "unread" and walk.known is not None and says_again(columns, walk.known):
        verdict = "plan"
    if verdict == "unread" or titled:
        return _read_as_card(source, grid, segment, columns, walk)
    walk.take_heads(used=INHERITED in doubts)
    rows = read_rows(grid, segment, columns, [*doubts, *table_doubts(source.table, columns)])
    walk.known = known_of(columns, source.table)
    walk.plans.setdefault(source.block, source)
    if steps:
        walk.take_steps(rows.found)
    else:
        walk.take(walk.counted(rows.found), walk.outline.path)
        walk.form = None
    walk.result.problems += _not_read(source, grid, segment, columns, rows)
    return True


def _not_read(
    source: Source, grid: Grid, segment: Segment, columns: Columns, rows: Rows
) -> list[Problem]:
    """What is told of the rows, dates and headings of a plan that were not read."""
    return [
        *unread_rows(source, grid, rows.unread),
        *undated_cells(source, rows.undated),
        *unknown_headings(source, grid, segment, columns),
    ]


def _past_or_steps(
    source: Source, grid: Grid, segment: Segment, columns: Columns, walk: Walk, *, steps: bool
) -> Problem | None:
    """What is told of a table of what was done, or of the days of a form's steps; else None."""
    became = [
        text
        for name in ("update", "status")
        for text in texts_in(grid, columns, segment.body, name)
    ]
    chapters = [heading.text for heading in walk.outline.headings] if became else []
    if looks_back(columns, [*chapters, *walk.over()], became, walk.title):
        return past_table(source, columns)
    dated = CALENDAR | STATES if is_weak(columns) else CALENDAR
    if walk.forms_action() and columns.names <= dated and not steps:
        return steps_of_form(source, columns)
    return None


def _judge(source: Source, grid: Grid, columns: Columns, segment: Segment, walk: Walk) -> Verdict:
    """Whether a table is a plan by its headings and cells, and by where it stands."""
    verdict = classify(grid, columns, segment.body)
    aimed = any(section.kind != "group" for section in walk.outline.path)
    over = walk.over()
    events = are_events(grid, columns, segment.body) or serves_another_end(
        columns, over, walk.title
    )
    dues = texts_in(grid, columns, segment.body, "due")
    made = columns.headings == MADE and list_times(grid_of(source.table)) is not source.table
    timed = made and heads_results(over, dues, walk.title)
    doubted = (events and not aimed) or lists_risks(columns, over) or shows_example(over) or timed
    return "unread" if verdict == "plan" and doubted else verdict


def _leave_segment(
    source: Source, grid: Grid, segment: Segment, columns: Columns | None, walk: Walk
) -> None:
    """Keep the heads that rows without actions may give those below, and tell what may be lost."""
    if columns is not None and not segment.body and "activity" in columns.names:
        walk.known = known_of(columns, source.table)  # heads in a table of their own
    if columns is None and walk.known is not None and source.block - 1 in walk.plans:
        lost = segment.body if goes_on(walk.known.table, source.table) else ()
        walk.result.problems.extend(unread_rows(source, grid, lost))
    if columns is not None and _is_part_of_card(columns, segment, walk):
        walk.result.problems.append(unread_table(source, columns))


def _is_part_of_card(columns: Columns, segment: Segment, walk: Walk) -> bool:
    """Whether a table says only who or only when of the action that stands right above it."""
    titled = walk.above is not None and walk.above.says_what
    only = bool(columns.names) and columns.names <= WHO_AND_WHEN and not columns.of("against")
    return titled and len(segment.body) <= CARD_ROWS and only


def _read_as_card(
    source: Source, grid: Grid, segment: Segment, columns: Columns, walk: Walk
) -> bool:
    """Read a row that says who and when below the heading that says what; True for an action."""
    card = row_card(grid, segment, columns)
    if card is None or walk.above is None or not walk.above.says_what:
        walk.result.problems.append(unread_table(source, columns))
        if walk.above is not None and walk.above.names_one:
            walk.outline.leave(walk.above.block)  # what it names is lost, and heads nothing below
        return False
    read_cards(source, [card], walk)
    return True


def read_cards(source: Source, cards: Sequence[Card], walk: Walk) -> None:
    """Read the cards of a table, each below the title and the bands that stand above it."""
    above = walk.above.over_table() if walk.above is not None else None
    if sum(not (card.title or card.says_what) for card in cards) > 1:
        above = None  # the heading above several cards is the text of none
    for card in cards:
        for cell in card.over:
            walk.outline.band(section_from(text_of(cell), source.block, cell.place))
        if walk.above is not None and len(cards) == 1 and _lacks_text(card):
            title, labelled = walk.above.part_labels()
            card.title = title.text_between(below_say=walk.headed.below_say)
            known = fields_of(card.lines)
            card.lines[:0] = [one for one in labelled if field_of(one) in COMPANIONS - known]
        if len(cards) == 1 and "ref" not in fields_of(card.lines):
            card.lines[:0] = walk.refs
        _read_card(source, card, above, walk, alone=len(cards) == 1)
        for cell in card.bands:
            section = section_from(text_of(cell), source.block, cell.place)
            if section.kind != "group":  # "Goal 2: Ports" between cards of one table heads the rest
                walk.outline.band(section)


def _lacks_text(card: Card) -> bool:
    """Whether no title and no label says the action; "Milestones" may as well be its tests."""
    lines = [line for line in card.lines if not may_test(line)]
    return not (card.title or Card(lines=lines).says_what)


def _read_card(
    source: Source, card: Card, above: Heading | None, walk: Walk, *, alone: bool
) -> None:
    """Read a form as one action, or as those of the small table in it, which it leads."""
    steps = split_steps(card, source.table)
    among = above is not None and walk.above is not None and walk.above.among
    form = read_card(card, above, source.block, among=among and walk.headed.promise)
    action = form.found.row if form.found is not None and steps is None else None
    walk.form = commitment_of(card, walk.outline.path, source.block, action)
    if form.found is not None or form.looks_like_plan:
        walk.result.problems.extend(unknown_labels(source, form.unknown))
    labels = tuple(fold_heading(line.label) for line in card.lines)
    if steps is not None:
        _read_inner(source, steps, walk.form, walk)
    elif form.found is not None:
        walk.read.add(labels)
        own = walk.above is not None and (walk.above.names or bool(card.title))
        take_form(form.found, form, walk, title=card.title, alone=alone and own)
    elif form.looks_like_plan or (not alone and len(card.lines) == 1):
        walk.result.problems.append(unread_card(source, card))
    elif len(labels) > 1 and fields_of([one for one in card.lines if one.text]) & WHO_AND_WHEN:
        walk.unread.append(Unread(labels, source.table, unread_card(source, card)))


def _read_inner(source: Source, steps: Table, form: Commitment, walk: Walk) -> None:
    """Read the steps in a form, each an action."""
    grid = grid_of(part_labelled_cells(grid_of(steps)))
    for part in cut_table(grid, source.block).parts:
        walk.form = replace(form, holds=True)
        if not read_segment(replace(source, table=steps), grid, part, walk):
            walk.result.problems.extend(unread_rows(source, grid, part.body))
    walk.form = form
