"""The action that a form of labels and values holds.

Knows cards and fields; knows nothing of formats. What the labels say is read in ``form_values``,
what names the action in ``form_names``; here it is judged whether there is one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.blocks import Cell, Heading, Place
from extractors.columns.contents import is_colour, is_level, is_promise, is_status, opens_promise
from extractors.columns.headings import is_taught
from extractors.columns.refs import split_title
from extractors.grid import text_of
from extractors.judging.doubts import UNKNOWN
from extractors.judging.headed import WEAK_RANK
from extractors.judging.scoring import score
from extractors.judging.turnarounds import is_turnaround
from extractors.layouts.forms.form_names import name_form, named_with_ref, says_what
from extractors.layouts.forms.form_values import (
    beside_title,
    by_field,
    colours,
    explained,
    said_in,
)
from extractors.layouts.grids.grids import Found
from extractors.layouts.grids.measures import split_items
from extractors.layouts.grids.raw_texts import other_texts
from extractors.layouts.labels.cards import Card, Line, are_of_no_plan, label_of, settled
from extractors.layouts.labels.form_refs import own_ref
from extractors.layouts.labels.prose_labels import field_of
from extractors.places import join_places
from extractors.rows import WHEN, WHO, WHO_AND_WHEN, ActionRow, Field, OtherCell
from extractors.sections import Section, section_in_column

MIN_NAMES = 3  # fields that a form fills; who and when, and what is promised
DATED: frozenset[Field] = frozenset({"start", "due", "status", "ref"})  # what aims do not carry
MAX_TITLE_WORDS = 25  # words of the priority that a form names; real ones have up to 20
FEW_WORDS = 3  # words; "Prevention." is a title whatever it ends in


@dataclass(frozen=True, slots=True)
class Form:
    """What a card gave.

    Attributes:
        found: Its action; None where the card promises nothing that can be read.
        from_heading: The action's text is the heading above the card.
        says_itself: A label of the card gives the action's text.
        looks_like_plan: It says who or when, so that a card without action must be reported.
        unknown: Its labels that ``headings.csv`` does not know.
    """

    found: Found | None
    from_heading: bool = False
    says_itself: bool = False
    looks_like_plan: bool = False
    unknown: tuple[Line, ...] = ()


def read_card(card: Card, above: Heading | None, block: int, *, among: bool = False) -> Form:
    """Make the action of one card.

    The heading directly ``above`` it may be the action's text; the table that prints it has the
    place ``block`` in ``Document.blocks``. It stands ``among`` others which have titles of their
    own as it has, most of which promise something.
    """
    if card.are_two:
        return Form(None, looks_like_plan=True)
    title, states = _title_and_states(card)
    if not any(map(str.isalpha, "".join(line.text for line in card.lines))) and not title:
        return Form(None)  # "What we will do | 13": a line of a contents page
    titled = says_what(title, above)
    over = " ".join(map(text_of, title)) or (above.text if above is not None else "")
    card = beside_title(card) if titled or own_ref(over) is not None else card
    card = explained(card, titled=titled or among, named=bool(title))
    lines = by_field(card, titled=titled)
    cells: dict[Field, str] = {name: said_in(name, lines[name]) for name in lines}
    for state in states:
        cells.setdefault("rag" if is_colour(state) else "status", state)
    unknown = tuple(line for line in card.lines if line.meaning is None and line.text)
    says_itself = bool(cells.get("activity"))
    title = title or named_with_ref(cells, lines)
    named, by_heading = name_form(cells, lines, title, above, block, among=among)
    bands = (*_sections(card, cells), *named)
    whole = (says_itself or not _is_cut(card)) and not _heads_no_plan(above)
    promised = opens_promise(cells.get("activity", ""))
    plan = _is_of_plan(card, over, said=titled or among or above is not None, promised=promised)
    if not (whole and plan and _is_action(card, cells, len(unknown), titled=among and by_heading)):
        return Form(None, looks_like_plan=_may_be_plan(card, cells), unknown=unknown)
    row = _row(card, cells, lines, above if by_heading else None)
    if says_itself and not named:
        row = replace(row, other_cells=(*_names(title, cells), *row.other_cells))
    return Form(Found(row, bands), by_heading, says_itself, looks_like_plan=True, unknown=unknown)


def _title_and_states(card: Card) -> tuple[list[Cell], list[str]]:
    """The title's cells, and how the action stands: "1.1 | Review the rota | On track"."""
    title = [cell for cell in card.title if text_of(cell)]
    states = [cell for cell in title[1:] if is_status(text_of(cell))]
    return [cell for cell in title if cell not in states], list(map(text_of, states))


def _is_of_plan(card: Card, over: str, *, said: bool, promised: bool) -> bool:
    """Whether its labels are those of a plan; ``over`` is its title, or the heading above it."""
    names = [field_of(line) for line in card.lines if line.text]
    counted = own_ref(over) is not None
    return not are_of_no_plan(names, said=said, counted=counted, promised=promised)


def is_about(card: Card) -> bool:
    """Whether a form is about a paper or a meeting: "Title | Strategy 2027", "Approved by | Board".

    What its weak label names promises nothing, and another label stands in no plan, or none says
    when or how far it is, as above the actions of a plan: "Strategy | Homes", "Sponsor | Mayor".
    """
    fields = settled(card)
    said = [line for name, line in fields if name == "activity"]
    weak = [line.meaning is not None and line.meaning.line.rank >= WEAK_RANK for line in said]
    return (
        (_is_against(card) or not DATED & {name for name, _ in fields})
        and bool(said)
        and all(weak)
        and not any(is_promise(line.text) for line in said)
    )


def _is_action(card: Card, cells: Mapping[Field, str], unknown: int, *, titled: bool) -> bool:
    """Whether the fields of a card make an action; labels not known count behind a promise, or
    behind a heading that is ``titled`` as others which mostly promise.

    So do those without a value there, beside one that says who or when: "By when | "; and so does
    one that surely says the promise: "Action | Open a refuge", "By when | May 2026".
    """
    named = bool(cells.get("activity") or (cells.get("objective") and DATED & cells.keys()))
    filled = {name for name, text in cells.items() if text}
    promised = titled or is_promise(cells.get("activity", ""))
    held = cells if promised and filled & WHO_AND_WHEN else filled
    told = len(held) + unknown + card.says_what if promised else len(held)
    plan = bool(cells.keys() & WHO_AND_WHEN) and not _is_procedure(cells)
    return named and plan and told >= MIN_NAMES and not is_about(card)


def _is_cut(card: Card) -> bool:
    """Whether a page's end parts the label of the action from its text, which no title replaces."""
    labels = [label_of(text_of(cell)) for cell in card.bands]
    return any(m is not None and m.sure and m.line.field == "activity" for m in labels)


def _is_procedure(cells: Mapping[Field, str]) -> bool:
    """Whether a form says what is done with each case: "Timescale | 10 working days".

    What promises something may be due in "working days" from the day of the plan.
    """
    times = [text for name, text in cells.items() if name in WHEN]
    return any(map(is_turnaround, times)) and not is_promise(cells.get("activity", ""))


def _row(
    card: Card,
    cells: dict[Field, str],
    lines: Mapping[Field, Sequence[Line]],
    heading: Heading | None,
) -> ActionRow:
    """The row of a card's action; ``heading`` is the one that gives its text, None for none."""
    unknown = any(line.meaning is None and line.text for line in card.lines)
    taught = any(is_taught(line.label) for held in lines.values() for line in held if line.text)
    reasons = ["card", *([UNKNOWN] if unknown else [])]
    reasons += ["label known by its values"] if taught else []
    reasons += ["action text taken from the heading above"] if heading is not None else []
    return ActionRow(
        cells=cells,
        measures=tuple(split_items([p for line in lines.get("measures", []) for p in line.value])),
        other_cells=_other_cells(card),
        ref_derived=False,
        dropped=any(line.struck for line in lines.get("activity", [])),
        colours=colours(lines),
        place=join_places(_places(card, heading)),
        score=score(reasons),
        reasons=tuple(reasons),
    )


def _other_cells(card: Card) -> tuple[OtherCell, ...]:
    """What stands behind labels of no field, or tells more behind a section's, and its own name."""
    read = {id(line) for name, line in settled(card) if name != "section" or _is_section(line)}
    return other_texts((line.label, line.value) for line in card.lines if id(line) not in read)


def _names(title: Sequence[Cell], cells: Mapping[Field, str]) -> tuple[OtherCell, ...]:
    """The title of a card whose action a label says, where it is no part of what that says."""
    named = split_title(title)
    said = named.text in cells["activity"] or named.text == cells.get("ref")
    return () if said else other_texts([("Title", named.paragraphs)])


def _may_be_plan(card: Card, cells: Mapping[Field, str]) -> bool:
    """Whether a card of which no action was made says so much, or who and when, that it is told."""
    both = bool(cells.keys() & WHO and cells.keys() & WHEN) and not _is_against(card)
    return bool(cells.keys() & WHO_AND_WHEN) and (len(cells) >= MIN_NAMES or both)


def _places(card: Card, heading: Heading | None) -> Iterator[Place]:
    """Where the card is printed, and the heading above it that is its action's text."""
    if heading is not None:
        yield heading.place
    yield from (cell.place for cell in card.cells)


def _heads_no_plan(above: Heading | None) -> bool:
    """Whether the heading above a form says that it is of no plan: "Risk 7", "Case study: Quay"."""
    meaning = label_of(above.text.partition(":")[0]) if above is not None else None
    return meaning is not None and meaning.sure and meaning.line.field == "against"


def _is_against(card: Card) -> bool:
    """Whether a label of a form stands in no plan."""
    return any(line.meaning and line.meaning.line.field == "against" for line in card.lines)


def _sections(card: Card, cells: dict[Field, str]) -> tuple[Section, ...]:
    """What the card says that it serves: "Priority | Warm homes"; under "Priority | High" none."""
    found = []
    for line in (line for name, line in settled(card) if name == "section" and line.text):
        if is_level(line.text):
            cells.setdefault("rating", line.text)
        elif _is_section(line):
            found.append(section_in_column(line.text, line.label, line.cells[0].place))
    return tuple(found)


def _is_section(line: Line) -> bool:
    """Whether a value titles what the card serves; "Project | Youth shelter" is its own name."""
    known = line.meaning.line if line.meaning is not None else None
    own = known is not None and (known.field, known.otherwise) == ("activity", "section")
    return not (own or _is_sentence(line))


def _is_sentence(line: Line) -> bool:
    """Whether a value tells more than a title: "Ambition | This will open the data."."""
    words = len(line.text.split())
    listed = sum(paragraph.marker is not None for paragraph in line.value) > 1
    return listed or words > MAX_TITLE_WORDS or (words > FEW_WORDS and line.text.endswith("."))
