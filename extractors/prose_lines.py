"""Cards that a document prints as lines of text between its headings and tables.

Knows what is known while a document is walked; knows nothing of formats and tables.
"""

from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import takewhile

from extractors.blocks import Cell, Paragraph
from extractors.columns.contents import is_promise, opens_promise
from extractors.columns.refs import split_title
from extractors.judging.chapters import explains_terms
from extractors.judging.reports import unknown_lines, unread_brackets, unread_lines
from extractors.layouts.forms.asides import take_aside
from extractors.layouts.forms.forms import Form, read_card
from extractors.layouts.forms.headed_runs import labels_in
from extractors.layouts.forms.prose_cards import (
    cards_in,
    is_news,
    says_who_and_when,
    title_promises,
)
from extractors.layouts.forms.titles import MAX_BETWEEN, Title, Titles, is_explained, is_titled
from extractors.layouts.grids.grids import Found
from extractors.layouts.labels.bracketed import name_brackets
from extractors.layouts.labels.cards import Card
from extractors.layouts.labels.prose_labels import cell_of, lone_label
from extractors.rows import ActionRow, OtherCell
from extractors.sections import Section
from extractors.walk import Walk


def read_prose(walk: Walk, place: int) -> None:
    """Read the cards printed as paragraphs since the last heading; what is none is prose."""
    title, over = walk.above, walk.over()
    sure = title is not None and title.block in walk.headed.over
    cards = cards_in(
        () if explains_terms(over) else _with_labels(over, walk),
        walk.labels,
        titled=sure or (title is not None and title.over_prose() is not None),
        said=title is not None and (title.says_one or title.counts),
        among=title is not None and title.block in walk.headed.titles,
        followed=not walk.headed.titles.isdisjoint((place, place + 1)),  # below the next theme
        learned=walk.learned.labels,
        shapes=walk.headed.shapes,
    )
    if title is not None and _heads_counted(title, cards):
        title = walk.above = replace(title, among=False)
    heads = set() if sure else {id(walk.prose[place]) for place in walk.labels}
    if len(cards) == 1 and _is_news(cards[0], walk):
        walk.result.problems.append(unread_lines(cards[0]))
    else:
        _read_cards(cards, place, walk, heads)
    if title is not None:
        walk.above = None if cards else replace(title, between=(*title.between, *walk.prose))
    walk.prose, walk.badge, walk.labels = walk.badge, [], set()


def _read_cards(cards: Sequence[Card], place: int, walk: Walk, heads: Container[int]) -> None:
    """Keep the actions of cards; ``heads`` are the lines, by id, that are headings and labels."""
    title = walk.above
    above = title.over_prose() if title is not None else None
    among = title is not None and title.among and walk.headed.promise
    promise = sum(map(title_promises, cards)) > len(cards) / 2
    titles = Titles.of(cards)
    for card in cards:
        headed = id(card.lines[0].cells[0].paragraphs[0]) in heads
        card.title = _own_title(card, cards, titles, title, walk, headed=headed)
        form = read_card(card, above, place, among=among or (promise and bool(card.title)))
        walk.result.problems.extend(unknown_lines(form.unknown))
        if form.found is not None:
            take_form(form.found, form, walk, title=card.title, alone=len(cards) == 1)
        elif says_who_and_when(card):
            walk.result.problems.append(unread_lines(card))


def _is_news(card: Card, walk: Walk) -> bool:
    """Whether the only card below a heading is news; its values are none of what is told."""
    above = walk.above.over_prose() if walk.above is not None else None
    lines = (one for one in walk.prose if not labels_in(one, walk.learned.labels))
    return above is not None and is_news(card, above.text, [one.text for one in lines if one.text])


def _heads_counted(title: Title, cards: Sequence[Card]) -> bool:
    """Whether a heading like those that title cards is the section of cards with a bold, counted
    title each: "School meals" over "2.01 Print a leaflet" and its labels.
    """
    own = title.among and title.ref is None and title.numbered.ref is None
    heads = [card.title[0] for card in cards if card.title] if own else []
    counted = (one.bold and split_title([one]).ref is not None for one in heads)
    return bool(heads) and len(heads) == len(cards) and all(counted)


def _with_labels(over: Sequence[str], walk: Walk) -> Sequence[Paragraph]:
    """The paragraphs read, who and when in their brackets labelled below what announces a plan.

    Below any other heading such a list is told.
    """
    aimed = any(section.kind != "group" for section in walk.outline.path)
    labelled = name_brackets(walk.prose, over, aimed=aimed)
    if labelled is walk.prose and name_brackets(walk.prose, over, aimed=True) is not walk.prose:
        walk.result.problems.append(unread_brackets(walk.prose, over))
    return labelled


def _own_title(
    card: Card,
    cards: Sequence[Card],
    titles: Titles,
    title: Title | None,
    walk: Walk,
    *,
    headed: bool,
) -> list[Cell]:
    """The title of one of the cards; [] where what stands above its lines is none.

    ``headed`` says that its first line is a heading, which is a label.
    """
    if title is not None and len(cards) == 1:
        if title.among and walk.headed.below_say:
            return card.title and [*_name_of(title, card, walk), *_said_below(walk)]
        if title.among and walk.headed.behind_say and (said := _said_behind(card, walk)):
            return [*_name_of(title, card, walk), *said]
        if is_explained(title, card, walk.prose):
            return []
    several = len(cards) > 1 and titles.alike  # the heading is of none
    among = title is not None and title.heads_one
    says_more = bool(card.title) and (card is not cards[0] or (several and not among))
    titled = is_titled(card, titles, title, headed=headed, says_more=says_more)
    if title is not None and titled and title.heads_one and len(cards) == 1:
        return [*_name_of(title, card, walk), *card.title]
    return card.title if titled else []


def _name_of(title: Title, card: Card, walk: Walk) -> list[Cell]:
    """The name of a heading's only card; [] where it says who, when or how far it is."""
    return take_aside(title.name(), card, leads=walk.headed.lead)


def _said_below(walk: Walk) -> list[Cell]:
    """What is said below a title: a list of bullets, or the first text and those that promise too.

    "Volunteers will be trained" says more of it; "Few people ask for help" tells why it is done.
    """
    first, *rest = walk.prose
    items = takewhile(lambda one: None is not first.marker == one.marker, rest)
    texts = takewhile(lambda one: not (one.lead_in or labels_in(one, walk.learned.labels)), rest)
    said = takewhile(lambda one: one.marker is not None or is_promise(one.text), texts)
    more = list(items if first.marker is not None else said)
    long = first.marker is None and sum(one.marker is None for one in more) >= MAX_BETWEEN
    return [cell_of(first), *map(cell_of, () if long else more)]


def _said_behind(card: Card, walk: Walk) -> list[Cell]:
    """What is said behind the labels of a card, taken from the value of the last; [] for nothing.

    A promise, and the bullets below it.
    """
    learned = walk.learned.labels
    told = [at for at, one in enumerate(walk.prose) if at in walk.labels or labels_in(one, learned)]
    last = told[-1] if told else 0
    alone = last in walk.labels or lone_label(replace(walk.prose[last], bold=True)) is not None
    first, *rest = walk.prose[last + 1 + alone :] or [Paragraph("")]
    if first.marker is not None or not opens_promise(first.text):
        return []
    said = [first, *takewhile(lambda one: one.marker is not None, rest)]
    line = card.lines[-1]
    card.lines[-1] = replace(line, value=tuple(one for one in line.value if one not in said))
    return list(map(cell_of, said))


def take_form(found: Found, form: Form, walk: Walk, *, title: Sequence[Cell], alone: bool) -> None:
    """Keep the action of a form; its own ``title``, "1.2 Light", heads nothing below a section.

    "3. Open data" may below none that is an aim: national plans count commitments so, and file
    what they promise under them. That of a heading's only form, ``alone``, has its reference.
    """
    above, cells = walk.above, found.row.cells
    ref = above.numbered.ref if alone and above is not None and above.among else None
    if ref is not None and not cells.get("ref"):
        found = replace(found, row=replace(found.row, cells={**cells, "ref": ref}))
    path, left = _path_over(form, walk)
    aimed = any(section.kind != "group" for section in path)
    own = path and title and (aimed or not (split_title(title).ref or "").isdigit())
    names = [one for one in found.bands if one.kind == "group"]
    bands = tuple(one for one in found.bands if not own or one not in names)
    lost = [*left, *(one.title for one in names if own)]
    walk.take([replace(found, row=_with_names(found.row, lost), bands=bands)], path, names)


def _with_names(row: ActionRow, names: Sequence[str]) -> ActionRow:
    """A row with the names of its card that head nothing and stand in none of its cells."""
    said = [*row.cells.values(), *(one.text for one in row.other_cells)]
    kept = [OtherCell("Title", name) for name in names if not any(name in one for one in said)]
    return replace(row, other_cells=(*kept, *row.other_cells))


def _path_over(form: Form, walk: Walk) -> tuple[tuple[Section, ...], list[str]]:
    """The sections in force over a card without its title, which heads no other, and that title."""
    title = walk.above
    named = title is not None and title.names and len(walk.outline.path) > 1
    if title is None or not (named or title.is_own(form.says_itself) or form.from_heading):
        return walk.outline.path, []
    walk.outline.leave(title.block)
    walk.above = None
    return walk.outline.path, [title.numbered.text] if title.numbered.text else []
