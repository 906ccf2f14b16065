"""What the labels of a form say, field by field.

Knows cards and fields; knows nothing of what names an action.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extractors.blocks import Paragraph
from extractors.columns.claims import otherwise
from extractors.columns.contents import is_colour, is_ref, is_status
from extractors.columns.headings import VAGUE_RANK
from extractors.layouts.forms.asides import is_day
from extractors.layouts.grids.grids import COLOURED
from extractors.layouts.grids.raw_texts import FIELDS, in_lines
from extractors.layouts.labels.cards import Card, Line, is_vague, settled
from extractors.layouts.labels.choices import MARKED
from extractors.layouts.labels.ticked import chosen
from extractors.layouts.labels.two_fields import split_date, split_fields
from extractors.rows import WHEN, WHO, Field

LAST_RANK = 6  # of labels that name an action where nothing else does: "Next steps", "Ambition"
BEFORE_WHEN = (";", ",", "|", "/", "(", "-", "\u2013", "\u2014")  # behind who
SAYS_STATUS: tuple[Field, ...] = ("rag", "update")  # labels that a status may stand behind


def explained(card: Card, *, titled: bool, named: bool) -> Card:
    """The card whose vague labels name no action where something else does.

    "Need", "Reason for action" or "Description" before a text that promises nothing say why, or
    what, beside a label that surely says the action, or below a title that promises it; a need
    does below any title of the card's own.

    Args:
        card: The card.
        titled: Its title, or the heading above it, promises something.
        named: It has a title of its own.
    """
    said = [line for name, line in settled(card) if name == "activity"]
    vague = [line for line in said if is_vague(line)]
    if not (titled or len(vague) < len(said)):
        vague = [line for line in vague if named and _tells_need(line)]
    held = set(map(id, vague))
    lines = [_explaining(line) if id(line) in held else line for line in card.lines]
    return replace(card, lines=lines) if vague else card


def beside_title(card: Card) -> Card:
    """The card below a title that is its action: "Next steps" are what comes after it."""
    lines = [_explaining(line) if _is_last(line) else line for line in card.lines]
    return replace(card, lines=lines)


def _is_last(line: Line) -> bool:
    known = line.meaning.line if line.meaning is not None else None
    return known is not None and known.field == "activity" and known.rank >= LAST_RANK


def _tells_need(line: Line) -> bool:
    meaning = line.meaning
    sure = meaning is not None and meaning.sure and meaning.line.rank == VAGUE_RANK
    return meaning is not None and sure and meaning.line.otherwise == "ignore"


def _explaining(line: Line) -> Line:
    """A label that names no action as what else it may be; it is not known by a word alone."""
    meaning = line.meaning
    return replace(line, meaning=otherwise(meaning) if meaning and meaning.sure else None)


def may_test(line: Line) -> bool:
    """Whether a label that may say an action may say how success is told too: "Milestones"."""
    known = line.meaning.line if line.meaning is not None else None
    return known is not None and (known.field, known.otherwise) == ("activity", "measures")


def tests_below(card: Card) -> list[Line]:
    """The lines of a card below a title that is its action, whose "Milestones" are its tests."""
    return [_explaining(line) if may_test(line) else line for line in card.lines]


def by_field(card: Card, *, titled: bool) -> dict[Field, list[Line]]:
    """The lines of a card by their fields.

    Labels that may as well say how success is told ("Deliverables") say that below a title that is
    the action.
    """
    lines: dict[Field, list[Line]] = {}
    for name, line in (part for one in settled(card) for part in _parts(*one)):
        if name in FIELDS:
            lines.setdefault(name, []).append(line)
    lines |= _counted(lines)
    said = lines.get("activity", [])
    tests = [line for line in said if line.meaning and line.meaning.line.otherwise == "measures"]
    if titled and tests and tests == said:
        both = [*lines.pop("activity"), *lines.get("measures", [])]
        lines["measures"] = sorted(both, key=lambda line: [*card.lines, line].index(line))
    if not WHEN & lines.keys():
        lines |= _dated(lines.get("lead", []))
    for name in SAYS_STATUS:
        marks = lines.get(name, [])
        if marks and "status" not in lines and all(map(_says_status, marks)):
            lines["status"] = lines.pop(name)
    return lines


def _counted(lines: Mapping[Field, list[Line]]) -> dict[Field, list[Line]]:
    """What of an action's labels only counts it: "Commitment | C1" above "What | Inspect farms"."""
    said = lines.get("activity", [])
    counts = [line for line in said if is_ref(line.text)]
    if not 0 < len(counts) < len(said) or "ref" in lines:
        return {}
    return {"ref": counts, "activity": [line for line in said if line not in counts]}


def _parts(name: str, line: Line) -> Iterator[tuple[str, Line]]:
    """A line with its field, in two where its label names two: "Start - end | May 2026 - 2027"."""
    second = line.meaning.second if line.meaning is not None else None
    held = [paragraph.printed for paragraph in line.value if paragraph.printed]
    parts = split_fields(name, second.field, held) if second is not None else None
    if second is None or parts is None:
        yield name, line
        return
    for field, text in zip((name, second.field), parts, strict=True):
        if text:
            yield field, replace(line, value=(Paragraph(text, place=line.value[0].place),))


def _dated(leads: Sequence[Line]) -> dict[Field, list[Line]]:
    """Who and when of a label that asks who alone: "Lead: Estates; March 2028"; {} without both."""
    text = leads[0].text if len(leads) == 1 and len(leads[0].value) == 1 else ""
    parts = split_date(text)
    if parts is None or not text[len(parts[0]) :].lstrip().startswith(BEFORE_WHEN):
        return {}
    if not is_day(parts[1]) or parts[1].isdigit():
        return {}  # "Housing, Spring House" names a body, and so may "Games Team, 2022"
    fields: tuple[Field, Field] = ("lead", "due")
    place = leads[0].value[0].place
    return {
        name: [replace(leads[0], value=(Paragraph(part, place=place),))]
        for name, part in zip(fields, parts, strict=True)
    }


def said_in(name: Field, lines: Sequence[Line]) -> str:
    """The values of a field in one text; of choices those that are marked."""
    if name in WHO:
        return in_lines(paragraph for line in lines for paragraph in line.value)
    text = " ".join(filter(None, (line.text for line in lines)))
    marked = chosen(text) if name in MARKED else None
    return text if marked is None else marked


def _says_status(line: Line) -> bool:
    """Whether a value says in a word how far an action is: "RAG status | On track".

    A colour does not, nor does a report: "Progress | Two schools have joined".
    """
    text = chosen(line.text) or line.text
    return is_status(text) and not is_colour(text)


def colours(lines: Mapping[Field, Sequence[Line]]) -> dict[Field, str]:
    """Backgrounds of the values of status labels that differ from their labels'."""
    found: dict[Field, str] = {}
    for name in COLOURED:
        for line in lines.get(name, []):
            fill = line.cells[-1].fill
            if len(line.cells) > 1 and fill is not None and fill != line.cells[0].fill:
                found[name] = fill
    return found
