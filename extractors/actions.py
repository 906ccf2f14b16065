"""All action rows of a document: its tables one after another under the headings in force.

Knows blocks, the outline and what makes a table an action table; knows nothing of formats.
"""

from dataclasses import replace

from extractors.blocks import Document, Heading, Paragraph, Table, tables_of
from extractors.columns.heading_rows import names_columns
from extractors.columns.headings import taught_headings
from extractors.generic import repeated_headings
from extractors.grid import Grid, grid_of
from extractors.judging.leftovers import lost_cards, lost_heads, lost_labels, merged_labels
from extractors.judging.reports import Source, said_rows, unread_asides, unread_card
from extractors.judging.section_ends import (
    measures_of_sections,
    measures_told,
    without_measures,
)
from extractors.layouts.forms.card_tables import cards_of
from extractors.layouts.forms.cell_cards import asides_of, cell_cards
from extractors.layouts.forms.forms import is_about
from extractors.layouts.forms.headed_cards import headed_cards
from extractors.layouts.forms.prose_cards import says_who_and_when
from extractors.layouts.forms.strips import strip_cards
from extractors.layouts.forms.title_boxes import box_title, row_promises
from extractors.layouts.forms.titled_rows import titled_rows
from extractors.layouts.forms.titles import (
    Title,
    counted_name,
    heads_aim,
    line_title,
    says_action,
)
from extractors.layouts.grids.segments import cut_table, rows_beside
from extractors.layouts.labels.cards import Card, is_sure
from extractors.layouts.labels.learned import form_labels, learn
from extractors.layouts.labels.prose_labels import as_line, ref_lines
from extractors.layouts.labels.row_labels import MIN_FIELDS
from extractors.layouts.labels.taught import taught_labels
from extractors.layouts.plain import PLAIN
from extractors.layouts.plain.lifted import leads_of_box, under_leads
from extractors.layouts.plain.sides import split_sides
from extractors.outline import Outline, is_box, parts_of_aims
from extractors.prose_lines import read_prose
from extractors.sections import Section, heading_of, section_of_caption, section_of_line
from extractors.table_parts import read_cards, read_segment
from extractors.walk import Actions, Walk


def find_actions(document: Document) -> Actions:
    """The actions of a stitched document, the sections over them (each once), what was unread."""
    with taught_headings(taught_labels(document.blocks)):
        return _find_actions(document)


def _find_actions(document: Document) -> Actions:
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    of_set = document.entry is not None  # the title of a chapter heads its actions
    below = [one for one in headings if one.text != document.title]
    parts = repeated_headings(below) | parts_of_aims(document.blocks)
    outline = Outline(None if of_set else document.title, parts)
    tables = tables_of(document.blocks)
    learned = learn(document.blocks, tables)
    headed = headed_cards(document.blocks, learned.labels)
    walk = Walk(outline, Actions(), headed, tables, learned, document.title or "")
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
    walk.tell_unread()
    for at in measures_of_sections(walk.result.actions):
        walk.result.problems.append(measures_told(walk.result.actions[at]))
        walk.result.actions[at] = without_measures(walk.result.actions[at])
    walk.result.problems.extend(lost_heads(document.blocks, walk.plans, headed.labels))
    walk.result.problems.extend(merged_labels(document.blocks))
    rows = [one.row for one in walk.result.actions]
    walk.result.problems.extend(lost_cards(document.blocks, rows))
    if not (walk.result.actions or walk.result.problems):
        walk.result.problems.extend(lost_labels(document.blocks))
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
    own = (place not in walk.learned.shared or says_action(heading)) and not is_box(heading)
    among = place in walk.headed.titles
    names = place in walk.headed.names
    explained = among and (walk.headed.say_actions or place in walk.headed.alone)
    if names and walk.headed.counts:
        numbered = counted_name(numbered)
    walk.above = Title(numbered, place, among, names, explained=explained) if own else None


def _read_below_prose(source: Source, walk: Walk, *, before_table: bool) -> None:
    """Read a table with what the paragraphs above it say of it; one that gives nothing is left."""
    below = walk.tables[source.number] if before_table and heads_aim(walk.above) else None
    if leads := leads_of_box(source.table, below):
        walk.prose += leads.values()
        others = [row for row in range(source.table.row_count) if row not in leads]
        walk.result.said += said_rows(source, grid_of(source.table), others)
        return
    sections = [*map(section_of_line, walk.prose), *map(section_of_caption, walk.prose[-1:])]
    for section in filter(None, sections):
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
    walk.result.problems.extend(unread_asides(source, asides_of(grid, cards) if cards else ()))
    title = None if cards else box_title(source.table, source.block, before_table=before_table)
    if title is not None:
        walk.outline.band(title)
        return
    for plain in PLAIN:
        grid = grid_of(plain(grid))
    cut = cut_table(grid, source.block, walk.outline.path, walk.carried)
    cards = cards or _cards_in(grid, walk, bands_alone=cut.all_bands)
    titled = not before_table and walk.above is not None and walk.above.says_what
    if cards and not (cut.is_title and not titled and all(map(is_about, cards))):
        read_cards(source, cards, walk)
        return
    read = [read_segment(source, grid, segment, walk) for segment in cut.parts]
    if cut.is_title or any(read):
        for section in cut.bands:
            walk.outline.band(section)
        walk.carried = cut.bands if any(read) else ()
        walk.result.said += said_rows(source, grid, rows_beside(grid, cut, read))
    else:
        _read_nested(source, walk)


def _cards_in(grid: Grid, walk: Walk, *, bands_alone: bool) -> list[Card]:
    """The cards that a table holds; none where it prints nothing but sections."""
    strips = strip_cards(grid)
    if strips or bands_alone:
        return strips
    promises, labels = row_promises(grid), form_labels(grid.table)
    says_what = (walk.above is not None and walk.above.says_what) or promises
    again = labels in walk.learned.forms and (len(labels) > 1 or promises)
    least = MIN_FIELDS - says_what - again
    return cards_of(grid, least, promised=says_what) or titled_rows(grid)


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
