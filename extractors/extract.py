"""One document to its rows: stitch, actions, priorities, glossary.

Composes the extractors; knows what each gives and nothing of how.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extractors.actions import find_actions
from extractors.blocks import Box, Document, Heading, Place, Problem
from extractors.columns.folding import fold_heading
from extractors.generic import without_icons
from extractors.glossary import find_glossary
from extractors.judging.among import CARD, doubt_among
from extractors.judging.minutes import log_of_minutes
from extractors.judging.other_tables import other_tables
from extractors.judging.prose import prose_promises
from extractors.judging.recognised import doubt_recognised
from extractors.judging.reports import merged_rows, misread_rows, unused
from extractors.layouts.plain.counted import count_as_actions
from extractors.layouts.plain.gathered import gather_labels
from extractors.layouts.plain.raised import lower_raised
from extractors.layouts.plain.tiers import join_tiers
from extractors.lines import lines_of
from extractors.priorities.announced import unread_priorities
from extractors.priorities.narrative import find_priorities
from extractors.priorities.words import fold_title, read_counted, read_number
from extractors.prompts import without_prompts
from extractors.rows import WHO_AND_WHEN, ActionRow, Extraction, PriorityRow
from extractors.sections import CHAPTER_RE, Section, counts_alone, section_from
from extractors.slant import Slant
from extractors.stitching.stitch import stitch
from extractors.struck import struck_passages, without_moved
from extractors.walk import Action, Actions


def extract(document: Document) -> Extraction:
    """Find the actions, priorities and glossary terms of a document that a reader gave."""
    whole, prompts = without_prompts(without_icons(_in_whole_cards(stitch(document))))
    found = _find_counted(whole)
    priorities = find_priorities(whole, tuple(found.sections), acted=bool(found.actions))
    glossary = find_glossary(whole)
    linked = without_moved(without_aims(link(found.actions, priorities), priorities))
    judged = doubt_among(linked, found.problems, [one.title for one in priorities])
    actions = doubt_recognised(judged, whole.scanned, whole.unsure)
    log = log_of_minutes(whole, actions, found.sections)
    actions = () if log is not None else actions
    lines = lines_of(whole)
    return Extraction(
        document=whole,
        actions=as_displayed(actions, whole.slants),
        priorities=priorities,
        glossary=glossary,
        problems=(
            *prompts,
            *found.problems,
            *_beside(found, actions, priorities),
            *([log] if log is not None else ()),
            *merged_rows(actions),
            *misread_rows(actions),
            *struck_passages(whole.blocks),
            *other_tables(found.left, priorities, glossary),
            *prose_promises(lines, actions, priorities),
            *unread_priorities(lines, whole.title, priorities, acted=bool(actions)),
        ),
    )


def _in_whole_cards(document: Document) -> Document:
    """The document with each card that stands in pieces as one table, its title above it."""
    blocks = gather_labels(lower_raised(join_tiers(document.blocks)))
    return replace(document, blocks=tuple(blocks))


def _find_counted(whole: Document) -> Actions:
    """The actions, titles that count one card each read as "Action 1".

    Where such a title is a section all the same, it stands over more than its card.
    """
    counted, cited = count_as_actions(whole)
    found = find_actions(counted)
    own = {id(block) for block in whole.blocks}
    ends = len(counted.blocks)  # where lines that end a document print a card, no block is below
    over = (counted.blocks[one.block] for one in found.sections if one.block < ends)
    told = any(isinstance(block, Heading) and id(block) not in own for block in over)
    return find_actions(whole) if told else replace(found, actions=_as_cited(found.actions, cited))


def _as_cited(actions: Sequence[Action], cited: Sequence[tuple[str, str]]) -> list[Action]:
    """The actions with the references that the titles of their cards print: "Pledge 7" for 7.

    Cards stand in the order of their titles, some of which may have given no action.
    """
    rest = list(cited)
    found: list[Action] = []
    for one in actions:
        ref = one.row.cells.get("ref") if CARD in one.row.reasons else None
        at = next((at for at, (number, _) in enumerate(rest) if number == ref), None)
        if at is not None:
            cells = {**one.row.cells, "ref": rest[at][1]}
            one = replace(one, row=replace(one.row, cells=cells))
            rest = rest[at + 1 :]
        found.append(one)
    return found


def _beside(
    found: Actions, actions: Sequence[ActionRow], priorities: Sequence[PriorityRow]
) -> list[Problem]:
    """What plans say of all their actions in rows of their own, where no priority says it."""
    summaries = [priority.summary for priority in priorities if priority.summary]
    return unused(found.said, found.problems, summaries) if actions else []


def link(actions: Sequence[Action], priorities: Sequence[PriorityRow]) -> tuple[ActionRow, ...]:
    """Give each action its priority: its nearest section, or its own objective, that prints one.

    A column of links may give its number alone: "3" is "Priority 3".
    """
    names: dict[str, int] = {}
    for place, priority in enumerate(priorities):
        label = priority.label or ""
        count = read_counted(label)
        number = str(count.number) if count is not None else None
        for text in (priority.title, f"{label} {priority.title}", label, number):
            if text:
                names.setdefault(fold_heading(text), place)
    for label, place in _by_count(actions, priorities):
        names.setdefault(fold_heading(label), place)
    return tuple(replace(one.row, priority=_priority_of(one, names)) for one in actions)


def without_aims(
    rows: Sequence[ActionRow], priorities: Sequence[PriorityRow]
) -> tuple[ActionRow, ...]:
    """The rows but those that only name a priority, where others serve some: an overview of them.

    "Commitment | What it means | Outcomes" has the look of a plan that names nobody.
    """
    served = any(row.priority is not None for row in rows)
    titles = {fold_title(one.title) for one in priorities} if served else ()
    return tuple(
        row
        for row in rows
        if row.cells.keys() & WHO_AND_WHEN
        or fold_title(row.cells.get("activity") or "") not in titles
    )


def _by_count(
    actions: Sequence[Action], priorities: Sequence[PriorityRow]
) -> Iterator[tuple[str, int]]:
    """Headings "Priority 1", "Priority 2" above the actions of a list that counts: "1. Homes".

    They name the list's aims where they count as many.
    """
    places = {read_number(one.label): place for place, one in enumerate(priorities)}
    alone = (one for action in actions for one in action.path if counts_alone(one))
    counted = {label: read_counted(label) for one in alone if (label := one.label)}
    numbers = {label: one.number for label, one in counted.items() if one is not None}
    if None not in places and sorted(numbers.values()) == sorted(filter(None, places)):
        yield from ((label, places[number]) for label, number in numbers.items())


def as_displayed(rows: Sequence[ActionRow], slants: Sequence[Slant]) -> tuple[ActionRow, ...]:
    """The rows with their boxes on the pages as displayed, which crooked scans are not read as."""
    lying = {slant.page: slant for slant in slants}
    return tuple(replace(row, place=_displayed(row.place, lying)) for row in rows)


def _displayed(place: Place, lying: Mapping[int, Slant]) -> Place:
    boxes: list[Box] = []
    for box in place.boxes:
        slant = lying.get(box.page)
        if slant is None:
            boxes.append(box)
        else:
            frames = slant.boxes(box.x0, box.top, box.x1, box.bottom)
            boxes += [Box(box.page, *frame) for frame in frames]
    return Place(tuple(boxes))


def _priority_of(action: Action, names: dict[str, int]) -> int | None:
    for section in (*_own_aim(action), *reversed(action.path)):
        for text in _forms(section):
            place = names.get(fold_heading(text)) if text else None
            if place is not None:
                return place
    return None


def _own_aim(action: Action) -> list[Section]:
    """What the row's own cell names as its aim, where a column of the plan holds its goals."""
    objective = action.row.cells.get("objective")
    return [section_from(objective)] if objective else []


def _forms(section: Section) -> Iterator[str | None]:
    """The ways in which a section may name a priority: "2. Warm homes" is "Warm homes" too."""
    yield from (section.title, section.name, section_from(section.title).name, section.label)
    chapter = CHAPTER_RE.match(section.title)
    yield section.title[chapter.end() :] if chapter is not None else None
