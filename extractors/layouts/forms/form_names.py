"""What names the action of a form: a label, the form's own title, or the heading above it.

Knows cards and titles; knows nothing of formats.
"""

from collections.abc import Sequence

from extractors.blocks import Cell, Heading
from extractors.columns.contents import bids, is_promise, is_ref
from extractors.columns.refs import (
    COUNTS_ONE_RE,
    Numbered,
    number_in,
    split_count,
    split_heading,
    split_ref,
    split_title,
)
from extractors.generic import is_generic
from extractors.grid import filled_paragraphs, text_of
from extractors.layouts.labels.cards import Line, label_of
from extractors.layouts.labels.form_refs import bare_ref, count_alone, own_ref
from extractors.rows import WHEN, Field
from extractors.sections import Section, section_from


def says_what(title: Sequence[Cell], above: Heading | None) -> bool:
    """Whether a card's title or the heading above it promises something, or the one counts the
    other: "Action 1" above "Heritage trails".
    """
    counted = above is not None and bare_ref(above.text) is not None and bool(title)
    promised = above is not None and is_promise(split_heading(above).text)
    return counted or promised or is_promise(_numbered(title).text) or is_named(title)


def named_with_ref(cells: dict[Field, str], lines: dict[Field, list[Line]]) -> list[Cell]:
    """The title that stands with the reference: "Number and name of the commitment | 3. Open data".

    The reference keeps its number alone; [] where it is nothing else.
    """
    values = [Cell(0, 0, line.value, place=line.cells[0].place) for line in lines.get("ref", [])]
    split = split_ref(values)
    if split.ref is None or not split.text or is_ref(cells["ref"]):
        return []
    cells["ref"] = split.ref
    return values


def name_form(
    cells: dict[Field, str],
    lines: dict[Field, list[Line]],
    title: Sequence[Cell],
    above: Heading | None,
    block: int,
    *,
    among: bool = False,
) -> tuple[tuple[Section, ...], bool]:
    """Find the action's text and reference: by label, in the card's title, or in the heading above.

    Gives the section that the card's title prints where the text has a label of its own. The
    heading is ``among`` those of cards, of which most promise something.
    """
    if cells.get("activity"):
        return _named_by_label(cells, lines, title, above, block), False
    numbered = _numbered(title)
    if numbered.text and not is_generic(numbered.text):
        over = above.text if above is not None else ""
        cells["activity"] = numbered.text
        cells.setdefault("ref", numbered.ref or bare_ref(over) or own_ref(over) or "")
        return (), False
    if above is None or not _may_name(above, cells, among=among):
        return (), False
    split = split_heading(above)
    cells["activity"] = _without_label(split.text)
    cells.setdefault("ref", split.ref or "")
    return (), True


def _without_label(text: str) -> str:
    """What a heading says behind the label of an action: "Action: Name a champion"."""
    label, colon, said = text.partition(":")
    meaning = label_of(label) if colon and said.strip() else None
    named = meaning is not None and meaning.sure and meaning.line.field == "activity"
    return said.strip() if named else text


def _may_name(above: Heading, cells: dict[Field, str], *, among: bool) -> bool:
    """Whether the heading above a form may say its action: it promises, or the form has no aim."""
    if is_generic(above.text) or bare_ref(above.text) is not None:
        return False
    split = split_heading(above)
    aimed = bool(cells.get("objective")) or not cells.keys() & WHEN  # "What was achieved" has none
    return not aimed or among or split.ref is not None or is_promise(split.text)


def _number(line: Line) -> str | None:
    """The number of a label that counts the form: "4" of "Commitment 4 | Open data"."""
    return number_in(line.label)


def _numbered(title: Sequence[Cell]) -> Numbered:
    """The title apart from its reference, which may stand in a cell of its own.

    What each card prints above it, "Our commitment" over "Action 1.1", is no part of the text.
    """
    ref = bare_ref(text_of(title[0])) if len(title) > 1 else None
    if ref is not None:
        return Numbered(ref, tuple(filled_paragraphs(title[1:])))
    lines = filled_paragraphs(title)
    counts = [bare_ref(one.text) or own_ref(one.text) for one in lines]
    at = next((at for at, one in enumerate(counts) if one), 0)
    plain = not any(is_promise(one.text) or one.marker for one in lines[:at])
    return split_title([Cell(0, 0, tuple(lines[at:]))] if at and plain else title)


def is_named(title: Sequence[Cell]) -> bool:
    """Whether a title is a name in bold letters above a plain text that promises.

    "Flood wardens" above "Recruit volunteers in each village": both are the action's text.
    """
    *names, last = title or [Cell(0, 0)]
    bold = all(one.bold and bare_ref(text_of(one)) is None for one in names) and not last.bold
    return bool(names) and bold and is_promise(text_of(last))


def _heads_more(section: Section) -> bool:
    """Whether a form's title names what it serves, and is not the form's own name or number.

    Its own are "Commitment 4: Open data" and "EH4".
    """
    own = is_ref(section.title) or any(f(section.title) for f in (own_ref, count_alone))
    return not own and not is_generic(section.name)


def _named_by_label(
    cells: dict[Field, str],
    lines: dict[Field, list[Line]],
    title: Sequence[Cell],
    above: Heading | None,
    block: int,
) -> tuple[Section, ...]:
    """Give an action that a label says its reference; the section that the card's title prints.

    A title that counts the action and promises it begins its text, "Action 4 Renew the fans" above
    "What we will do | All 318 kitchens will have a quiet fan.": one of them alone says half.
    """
    text = " ".join(map(text_of, title))
    over = text or (above.text if above is not None else "")
    split = _numbered(title)
    if COUNTS_ONE_RE.match(text) and bids(split.text):
        said = cells["activity"]
        cells["activity"] = said if split.text in said else f"{split.text} {said}"
    counted = split.ref or split_count(title).ref  # "1 Early help": a name, no quantity
    ref = counted or own_ref(over) or bare_ref(over) or count_alone(text)
    _count_by_label(cells, lines, ref)
    section = section_from(text, block, title[0].place) if title else None
    return (section,) if section and _heads_more(section) else ()


def _count_by_label(
    cells: dict[Field, str], lines: dict[Field, list[Line]], title_ref: str | None
) -> None:
    """Give an action without reference that of its label, of the title or of its own text."""
    if cells.get("ref"):
        return
    line = lines["activity"][0]
    own = split_ref([Cell(0, 0, line.value)])
    aims = [one for one in lines.get("objective", []) if bare_ref(one.label) is not None]
    ref = number_in(line.label) or title_ref or own.ref or next(map(_number, aims), None)
    if ref is None:
        return
    cells["ref"] = ref
    if own.ref == ref and len(lines["activity"]) == 1:
        cells["activity"] = own.text
