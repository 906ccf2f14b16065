"""The action that a form of labels and values holds.

Knows cards and fields; knows nothing of formats.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractors.blocks import Cell, Heading, Paragraph, Place, join_places
from extractors.contents import is_colour, is_date, is_level, is_promise, is_ref, is_status
from extractors.grid import filled_paragraphs, text_of
from extractors.judging.classify import PROMISE
from extractors.judging.scoring import score
from extractors.layouts.cards import Card, Line, label_of, number_in, settled
from extractors.layouts.choices import MARKED
from extractors.layouts.grids import COLOURED, Found
from extractors.layouts.raw_texts import BODIES, FIELDS, in_lines
from extractors.layouts.ticked import chosen
from extractors.measures import split_items
from extractors.outline import Section, is_generic, section_from, section_in_column
from extractors.refs import LEADING_RE, Numbered, split_ref, split_title
from extractors.rows import ActionRow, Field
from extractors.suited import WHEN, WHO

PART_RE = re.compile(r"(?:commitment|recommendation|action)\s+\d+(?:\.\d+)+", re.IGNORECASE)
WEAK_RANK = 3  # of ``headings.csv``: "Title", "Project", which head other things as well
MIN_NAMES = 3  # fields that a form fills; who and when, and what is promised
DATED: frozenset[Field] = frozenset({"start", "due", "status", "ref"})  # what aims do not carry
MAX_TITLE_WORDS = 25  # words of the priority that a form names; real ones have up to 20
SAYS_STATUS: tuple[Field, ...] = ("rag", "update")  # labels that a status may stand behind
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


def read_card(card: Card, above: Heading | None, block: int) -> Form:
    """Make the action of one card.

    Args:
        card: The card.
        above: The heading that stands directly above it, which may be the action's text.
        block: Place in ``Document.blocks`` of the table that prints it.
    """
    title = [cell for cell in card.title if text_of(cell)]
    if not any(map(str.isalpha, "".join(line.text for line in card.lines))) and not title:
        return Form(None)  # "What we will do | 13": a line of a contents page
    lines = _by_field(card, titled=_says_what(title, above))
    cells: dict[Field, str] = {name: _said(name, lines[name]) for name in lines}
    title = title or _named_with_ref(cells, lines)
    unknown = tuple(line for line in card.lines if line.meaning is None and line.text)
    plan = bool(cells.keys() & PROMISE)
    reasons = ["card", *(["unknown heading"] if unknown else [])]
    says_itself = bool(cells.get("activity"))
    bands, by_heading = _name(cells, lines, title, above, block)
    bands = (*_sections(card, cells), *bands)
    named = bool(cells.get("activity") or (cells.get("objective") and DATED & cells.keys()))
    filled = len([name for name in cells if cells[name]])
    told = filled + len(unknown) if is_promise(cells.get("activity", "")) else filled
    if not named or not plan or told < MIN_NAMES or _is_about(card) or _heads_no_plan(above):
        return Form(None, looks_like_plan=plan and _may_be_plan(card, cells), unknown=unknown)
    if by_heading:
        reasons.append("action text taken from the heading above")
    row = ActionRow(
        cells=cells,
        measures=tuple(split_items([p for line in lines.get("measures", []) for p in line.value])),
        ref_derived=False,
        dropped=any(line.struck for line in lines.get("activity", [])),
        colours=_colours(lines),
        place=join_places(_places(card, above if by_heading else None)),
        score=score(reasons),
        reasons=tuple(reasons),
    )
    return Form(Found(row, bands), by_heading, says_itself, looks_like_plan=True, unknown=unknown)


def _may_be_plan(card: Card, cells: Mapping[Field, str]) -> bool:
    """Whether a card of which no action was made says so much, or who and when, that it is told."""
    both = bool(cells.keys() & WHO and cells.keys() & WHEN) and not _is_against(card)
    return len(cells) >= MIN_NAMES or both


def _said(name: Field, lines: Sequence[Line]) -> str:
    """The values of a field in one text; of choices those that are marked."""
    if name in BODIES:
        return in_lines(paragraph for line in lines for paragraph in line.value)
    text = " ".join(filter(None, (line.text for line in lines)))
    marked = chosen(text) if name in MARKED else None
    return text if marked is None else marked


def _named_with_ref(cells: dict[Field, str], lines: dict[Field, list[Line]]) -> list[Cell]:
    """The title that stands with the reference: "Number and name of the commitment | 3. Open data".

    The reference keeps its number alone; [] where it is nothing else.
    """
    values = [Cell(0, 0, line.value, place=line.cells[0].place) for line in lines.get("ref", [])]
    split = split_ref(values)
    if split.ref is None or not split.text or is_ref(cells["ref"]):
        return []
    cells["ref"] = split.ref
    return values


def _places(card: Card, heading: Heading | None) -> Iterator[Place]:
    """Where the card is printed, and the heading above it that is its action's text."""
    if heading is not None:
        yield heading.place
    yield from (cell.place for cell in card.cells)


def _is_about(card: Card) -> bool:
    """Whether a form is about a paper or a meeting: "Title | Strategy 2027", "Approved by | Board".

    What its weak label names promises nothing, and another label stands in no plan.
    """
    said = [line for name, line in settled(card) if name == "activity"]
    weak = [line.meaning is not None and line.meaning.line.rank >= WEAK_RANK for line in said]
    return (
        _is_against(card)
        and bool(said)
        and all(weak)
        and not any(is_promise(line.text) for line in said)
    )


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
        elif not _is_sentence(line):
            found.append(section_in_column(line.text, line.label, line.cells[0].place))
    return tuple(found)


def _is_sentence(line: Line) -> bool:
    """Whether a value tells more than a title: "Ambition | This will open the data."."""
    words = len(line.text.split())
    listed = sum(paragraph.marker is not None for paragraph in line.value) > 1
    return listed or words > MAX_TITLE_WORDS or (words > FEW_WORDS and line.text.endswith("."))


def _says_what(title: Sequence[Cell], above: Heading | None) -> bool:
    """Whether a card's title or the heading above it promises something, or the one counts the
    other: "Action 1" above "Heritage trails".
    """
    counted = above is not None and bare_ref(above.text) is not None and bool(title)
    promised = above is not None and is_promise(above.text)
    return counted or promised or is_promise(_numbered(title).text)


def _by_field(card: Card, *, titled: bool) -> dict[Field, list[Line]]:
    """The lines of a card by their fields.

    Labels that may as well say how success is told ("Deliverables") say that below a title that is
    the action.
    """
    lines: dict[Field, list[Line]] = {}
    for name, line in settled(card):
        if name in FIELDS:
            lines.setdefault(name, []).append(line)
    said = lines.get("activity", [])
    tests = [line for line in said if line.meaning and line.meaning.line.otherwise == "measures"]
    if titled and tests and tests == said:
        lines["measures"] = [*lines.pop("activity"), *lines.get("measures", [])]
    for name in SAYS_STATUS:
        marks = lines.get(name, [])
        if marks and "status" not in lines and all(map(_says_status, marks)):
            lines["status"] = lines.pop(name)
    return lines


def _says_status(line: Line) -> bool:
    """Whether a value says in a word how far an action is: "RAG status | On track".

    A colour does not, nor does a report: "Progress | Two schools have joined".
    """
    return is_status(line.text) and not is_colour(line.text)


def _name(
    cells: dict[Field, str],
    lines: dict[Field, list[Line]],
    title: Sequence[Cell],
    above: Heading | None,
    block: int,
) -> tuple[tuple[Section, ...], bool]:
    """Find the action's text and reference: by label, in the card's title, or in the heading above.

    Gives the section that the card's title prints where the text has a label of its own.
    """
    numbered = _numbered(title)
    if cells.get("activity"):
        text = " ".join(map(text_of, title))
        over = text or (above.text if above is not None else "")
        _name_by_label(cells, lines, numbered.ref or own_ref(over) or bare_ref(over))
        section = section_from(text, block, title[0].place) if title else None
        return ((section,) if section and _heads_more(section) else (), False)
    if numbered.text and not is_generic(numbered.text):
        cells["activity"] = numbered.text
        counted = bare_ref(above.text) if above is not None else None
        cells.setdefault("ref", numbered.ref or counted or "")
        return (), False
    if above is None or is_generic(above.text):
        return (), False
    split = split_title([Cell(0, 0, (Paragraph(above.text, above.marker),))])
    says_what = split.ref is not None or is_promise(split.text)
    aimed = bool(cells.get("objective")) or not cells.keys() & WHEN  # "What was achieved" has none
    if (aimed and not says_what) or bare_ref(above.text) is not None:
        return (), False
    cells["activity"] = split.text
    cells.setdefault("ref", split.ref or "")
    return (), True


def _numbered(title: Sequence[Cell]) -> Numbered:
    """The title apart from its reference, which may stand in a cell of its own."""
    ref = bare_ref(text_of(title[0])) if len(title) > 1 else None
    return split_title(title) if ref is None else Numbered(ref, tuple(filled_paragraphs(title[1:])))


def _heads_more(section: Section) -> bool:
    """Whether a form's title names what it serves, and is not the form's own name or number.

    Its own are "Commitment 4: Open data" and "EH4".
    """
    own = is_ref(section.title) or own_ref(section.title) is not None
    return not own and not is_generic(section.name)


def own_ref(text: str) -> str | None:
    """The reference of the one form that a name counts: "4" of "Commitment 4: Open data".

    None where it counts nothing, or an aim of several actions: "Priority 4: Open data".
    """
    found = LEADING_RE.match(text)
    return found["ref"] if found is not None and found["own"] else None


def bare_ref(text: str) -> str | None:
    """The reference that a title is, without a text behind it: "P4.5" of "Action P4.5".

    "Priority 1" above forms counts a priority and none of them, "Commitment 1.2" a part of one; a
    date ("Year 1") counts nothing.
    """
    part = PART_RE.fullmatch(text.strip()) is not None
    counts = is_ref(text) and not is_date(text) and (part or section_from(text).kind == "group")
    return number_in(text) if counts else None


def _name_by_label(
    cells: dict[Field, str], lines: dict[Field, list[Line]], title_ref: str | None
) -> None:
    if cells.get("ref"):
        return
    line = lines["activity"][0]
    own = split_ref([Cell(0, 0, line.value)])
    ref = number_in(line.label) or title_ref or own.ref
    if ref is None:
        return
    cells["ref"] = ref
    if own.ref == ref and len(lines["activity"]) == 1:
        cells["activity"] = own.text


def _colours(lines: dict[Field, list[Line]]) -> dict[Field, str]:
    """Backgrounds of the values of status labels that differ from their labels'."""
    found: dict[Field, str] = {}
    for name in COLOURED:
        for line in lines.get(name, []):
            fill = line.cells[-1].fill
            if len(line.cells) > 1 and fill is not None and fill != line.cells[0].fill:
                found[name] = fill
    return found
