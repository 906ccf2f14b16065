"""All action rows of a document: its tables one after another under the headings in force.

Knows blocks, the outline and what makes a table an action table; knows nothing of formats.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.blocks import Document, Heading, Paragraph, Table, tables_of
from extractors.columns.heading_rows import names_columns
from extractors.columns.headings import taught_headings
from extractors.columns.named import Columns
from extractors.generic import repeated_headings
from extractors.grid import Grid, grid_of, text_of
from extractors.judging.chapters import looks_back
from extractors.judging.classify import CALENDAR, classify
from extractors.judging.doubts import table_doubts
from extractors.judging.headed import is_weak
from extractors.judging.leftovers import left_over, lost_heads
from extractors.judging.reports import (
    Source,
    past_table,
    said_rows,
    steps_of_form,
    undated_cells,
    unknown_headings,
    unknown_labels,
    unread_card,
    unread_rows,
    unread_table,
)
from extractors.layouts.forms.card_tables import cards_of
from extractors.layouts.forms.cell_cards import cell_cards
from extractors.layouts.forms.form_steps import Commitment, commitment_of, split_steps
from extractors.layouts.forms.forms import is_about, read_card
from extractors.layouts.forms.headed_cards import headed_cards
from extractors.layouts.forms.prose_cards import says_who_and_when
from extractors.layouts.forms.strips import strip_cards
from extractors.layouts.forms.titled_rows import measures_promise, row_card, titled_rows
from extractors.layouts.forms.titles import (
    Title,
    box_title,
    heads_aim,
    line_title,
    row_promises,
    says_action,
)
from extractors.layouts.grids.grids import read_rows
from extractors.layouts.grids.known import columns_for, goes_on, known_of, says_again
from extractors.layouts.grids.segments import Segment, cut_table, head_by_look, rows_beside
from extractors.layouts.labels.cards import Card, is_sure
from extractors.layouts.labels.learned import form_labels, learn
from extractors.layouts.labels.prose_labels import as_line, fields_of, ref_lines
from extractors.layouts.labels.row_labels import MIN_FIELDS
from extractors.layouts.labels.taught import taught_labels
from extractors.layouts.plain import PLAIN
from extractors.layouts.plain.lifted import leads_of_box, under_leads
from extractors.layouts.plain.parted import part_labelled_cells
from extractors.layouts.plain.sides import split_sides
from extractors.outline import Outline, Section, heading_of, section_from, section_of_line
from extractors.prose_lines import path_over, read_prose
from extractors.rows import STATES, WHO_AND_WHEN
from extractors.walk import Actions, Walk

CARD_ROWS = 3  # rows of values that a card may have, each line of a value read as a row of its own


def find_actions(document: Document) -> Actions:
    """The actions of a stitched document, the sections over them (each once), what was unread."""
    with taught_headings(taught_labels(document.blocks)):
        return _find_actions(document)


def _find_actions(document: Document) -> Actions:
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    of_set = document.entry is not None  # the title of a chapter heads its actions
    outline = Outline(None if of_set else document.title, repeated_headings(headings))
    tables = tables_of(document.blocks)
    learned = learn(document.blocks, tables)
    headed = headed_cards(document.blocks, learned.labels)
    walk = Walk(outline, Actions(), headed, tables, learned)
    number = 0
    for place, block in enumerate(document.blocks):
        heading = heading_of(block)
        if heading is not None and not names_columns(heading.text):
            _read_heading(heading, place, walk)
        elif isinstance(block, Table):
            number += 1
            before_table = bool(tables_of(document.blocks[place + 1 : place + 2]))
            _read_below_prose(Source(block, place, number), walk, before_table=before_table)
        elif isinstance(block, Paragraph) and block.printed:
            walk.prose.append(block)
    read_prose(walk, len(document.blocks))
    read = [action.row.place for action in walk.result.actions]
    walk.result.problems.extend(left_over(document.blocks, walk.plans, read))
    walk.result.problems.extend(lost_heads(document.blocks, walk.plans, headed.labels))
    return walk.result


def _read_heading(heading: Heading, place: int, walk: Walk) -> None:
    """Take a heading; a line or heading above it that is a reference alone is its own."""
    if place in walk.headed.labels:
        walk.labels.add(len(walk.prose))
        walk.prose.append(as_line(heading))
        return
    ref, counted = walk.ref_above(heading, place), walk.count_above()
    read_prose(walk, place)
    if not is_sure(heading.text):  # "Milestones" parts no form from its steps
        walk.form = None
    walk.outline.heading(heading, place, counted)
    numbered = heading if ref is None else replace(heading, marker=ref)
    own = place not in walk.learned.shared or says_action(heading)
    among = place in walk.headed.titles
    explained = among and walk.headed.say_actions
    walk.above = Title(numbered, place, among, explained=explained) if own else None


def _read_below_prose(source: Source, walk: Walk, *, before_table: bool) -> None:
    """Read a table with what the paragraphs above it say of it; one that gives nothing is left."""
    below = walk.tables[source.number] if before_table and heads_aim(walk.above) else None
    if leads := leads_of_box(source.table, below):
        walk.prose += leads.values()
        others = [row for row in range(source.table.row_count) if row not in leads]
        walk.result.said += said_rows(source, grid_of(source.table), others)
        return
    for section in filter(None, map(section_of_line, walk.prose)):
        walk.outline.band(replace(section, block=source.block))
    at = source.block
    title = line_title(walk.prose, source.table, at, walk.above, among=at - 1 in walk.headed.lines)
    source = replace(source, table=under_leads(source.table, walk.prose))
    walk.refs = ref_lines(walk.prose)
    read_prose(walk, source.block)
    walk.above = title or walk.above
    before = _given(walk)
    _read_table(source, walk, before_table=before_table)
    if _given(walk) == before:
        walk.result.left.append(source)
    walk.above = None


def _given(walk: Walk) -> tuple[int, int, tuple[Section, ...]]:
    """How much was read so far, to tell whether a table gave anything."""
    return len(walk.result.actions), len(walk.result.problems), walk.outline.path


def _read_table(source: Source, walk: Walk, *, before_table: bool) -> None:
    grid = grid_of(source.table)
    sides = split_sides(grid)
    if sides[0] is not source.table:
        for side in sides:
            _read_table(replace(source, table=side), walk, before_table=False)
        return
    cards = cell_cards(grid, walk.learned.labels)
    title = None if cards else box_title(source.table, source.block, before_table=before_table)
    if title is not None:
        walk.outline.band(title)
        return
    for plain in PLAIN:
        grid = grid_of(plain(grid))
    cut = cut_table(grid, source.block, walk.outline.path)
    says_what = (walk.above is not None and walk.above.says_what) or row_promises(grid)
    least = MIN_FIELDS - says_what - (form_labels(grid.table) in walk.learned.forms)
    cards = cards or strip_cards(grid)
    if not cards and not cut.all_bands:
        cards = cards_of(grid, least) or titled_rows(grid)
    if cards and not (cut.is_title and all(map(is_about, cards))):
        _read_cards(source, cards, walk)
        return
    read = [_read_segment(source, grid, segment, walk) for segment in cut.parts]
    if cut.is_title or any(read):
        for section in cut.bands:
            walk.outline.band(section)
        walk.result.said += said_rows(source, grid, rows_beside(grid, cut, read))
    else:
        _read_nested(source, walk)


def _read_segment(source: Source, grid: Grid, segment: Segment, walk: Walk) -> bool:
    """Read a stretch of rows; True when it promised actions."""
    segment = head_by_look(grid, segment)
    columns, doubts = columns_for(grid, segment, walk.known, walk.tables[source.number :])
    steps = columns is not None and walk.are_steps(grid, columns, segment.body)
    verdict = "plan" if steps else classify(grid, columns, segment.body) if columns else "other"
    if columns is None or verdict == "other":
        _leave_segment(source, grid, segment, columns, walk)
        return False
    if looks_back(columns, walk.over()):
        walk.result.problems.append(past_table(source, columns))
        return False
    dated = CALENDAR | STATES if is_weak(columns) else CALENDAR
    if walk.forms_action() and columns.names <= dated and not steps:
        walk.result.problems.append(steps_of_form(source, columns))
        return False
    if verdict == "unread" and walk.known is not None and says_again(columns, walk.known):
        verdict = "plan"
    if verdict == "unread" or (measures_promise(columns, segment, walk.above) and not steps):
        return _read_as_card(source, grid, segment, columns, walk)
    walk.known = known_of(columns, source.table)
    walk.plans.setdefault(source.block, source)
    rows = read_rows(grid, segment, columns, [*doubts, *table_doubts(source.table, columns)])
    if steps:
        walk.take_steps(rows.found)
    else:
        walk.take(walk.counted(rows.found), walk.outline.path)
        walk.form = None
    walk.result.problems.extend(unread_rows(source, grid, rows.unread))
    walk.result.problems.extend(undated_cells(source, rows.undated))
    walk.result.problems.extend(unknown_headings(source, grid, segment, columns))
    return True


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
    _read_cards(source, [card], walk)
    return True


def _read_cards(source: Source, cards: Sequence[Card], walk: Walk) -> None:
    above = walk.above.over_table() if walk.above is not None else None
    for card in cards:
        for cell in card.over:
            walk.outline.band(section_from(text_of(cell), source.block, cell.place))
        if walk.above is not None and len(cards) == 1 and not (card.title or card.says_what):
            card.title = walk.above.text_between()
        if len(cards) == 1 and "ref" not in fields_of(card.lines):
            card.lines[:0] = walk.refs
        _read_card(source, card, above, walk, alone=len(cards) == 1)
        for cell in card.bands:
            section = section_from(text_of(cell), source.block, cell.place)
            if section.kind != "group":  # "Goal 2: Ports" between cards of one table heads the rest
                walk.outline.band(section)


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
    if steps is not None:
        _read_inner(source, steps, walk.form, walk)
    elif form.found is not None:
        walk.take([form.found], path_over(form, walk))
    elif form.looks_like_plan or (not alone and len(card.lines) == 1):
        walk.result.problems.append(unread_card(source, card))


def _read_inner(source: Source, steps: Table, form: Commitment, walk: Walk) -> None:
    """Read the steps in a form, each an action."""
    grid = grid_of(part_labelled_cells(grid_of(steps)))
    for part in cut_table(grid, source.block).parts:
        walk.form = replace(form, holds=True)
        if not _read_segment(replace(source, table=steps), grid, part, walk):
            walk.result.problems.extend(unread_rows(source, grid, part.body))
    walk.form = form


def _read_nested(source: Source, walk: Walk) -> None:
    """Look for plans in the cells of a table; its own texts part them from what stands above."""
    above = walk.above
    walk.above = None if any(cell.text for cell in source.table.cells) else above
    for table in (table for cell in source.table.cells for table in cell.nested):
        inner, found = replace(source, table=table), walk.result
        before = len(found.actions) + len(found.problems)
        _read_table(inner, walk, before_table=False)
        if len(found.actions) + len(found.problems) == before:
            cards = cards_of(grid_of(table), MIN_FIELDS - 1)
            found.problems.extend(unread_card(inner, c) for c in cards if says_who_and_when(c))
    walk.above = above
