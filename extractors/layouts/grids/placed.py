"""Where a row that names a section stands among the sections in force above it.

Knows tables and the outline; knows nothing of formats.
"""

import re

from extractors.columns.bands import Band
from extractors.generic import is_generic
from extractors.grid import Grid, text_of
from extractors.sections import Section, counted_by, counts_alone, is_under, section_from

TOLD_RE = re.compile(r"\b(?:aims?|outcomes?|objectives)$")  # a counted one is a section


def placed_bands(
    grid: Grid,
    row: int,
    bands: tuple[Section, ...],
    over: tuple[Section, ...],
    band: Band,
    *,
    below: bool,
) -> tuple[Section, ...] | None:
    """The bands in force under one more; None where it only says more of the last.

    ``below`` says that it stands right below the last; ``over`` are the sections above the table.
    """
    if below and _goes_on(bands, band):
        return _lengthened(bands, band)
    if below and bands and band.section is not None and _is_title_of(bands[-1], band.section):
        return (*bands[:-1], counted_by(bands[-1], band.section))
    if (below and _is_told_once(grid, row, bands, band)) or _describes(bands or over, band):
        return None
    if below and _explains(bands, band):
        return None
    if _says_again(over, band):
        return bands
    return _after(bands, band)


def _explains(bands: tuple[Section, ...], band: Band) -> bool:
    """Whether a sentence stands right below a counted aim: "It is slow." below "Priority 2: Buses".

    A number or a word for what it is makes it a section of its own.
    """
    said = band.section
    counted = bool(bands) and bands[-1].label is not None and not bands[-1].title.endswith(".")
    return counted and said is not None and said.kind == "group" and said.title.endswith(".")


def _says_again(over: tuple[Section, ...], band: Band) -> bool:
    """Whether a row only says that a plan follows: "THEME 3 ACTION PLAN" below "Theme 3: Homes"."""
    section = band.section
    if section is None or section.label is None or not is_generic(section.name):
        return False
    label = section.label.casefold()
    return any(one.label is not None and one.label.casefold() == label for one in over)


def _after(bands: tuple[Section, ...], band: Band) -> tuple[Section, ...]:
    if band.section is None or is_generic(band.section.title):
        return bands
    return add_band(bands, band.section)


def _is_title_of(counted: Section, section: Section) -> bool:
    """Whether "Warm homes" right below "Priority 1" names it."""
    return counts_alone(counted) and section.kind == "group" and not is_generic(section.title)


def _describes(bands: tuple[Section, ...], band: Band) -> bool:
    """Whether a labelled row says more of the aim above it: "Outcome | Fewer people come to harm".

    "Objective | Warm homes" below "Priority 1" names the aim of its rows; a sentence does not, in a
    cell of its own or behind a colon, nor does what no number counts below an objective that one
    does.
    """
    if band.section is None:
        return band.label is not None  # several aims in one cell
    if not bands or band.section.label is not None:
        return False
    if band.label is None and band.section.name == band.section.title:
        return False  # no word says what it is
    counted = band.label is not None and bands[-1].label is not None
    beside = counted and bands[-1].kind == band.section.kind
    return band.section.kind == "objective" and (beside or band.section.title.endswith("."))


def _is_told_once(grid: Grid, row: int, bands: tuple[Section, ...], band: Band) -> bool:
    """Whether "Aim | Nobody is cold" right below "Priority | Warm homes" says more of it.

    Plans print one aim, outcome or row of objectives for each priority or objective, or several,
    each with its own rows; those are sections. A single "Objective" is one: its rows serve it.
    """
    label = (band.label or "").casefold()
    if TOLD_RE.search(label) is None or not bands or bands[-1].kind == "group":
        return False
    for other in range(row + 1, grid.table.row_count):
        first = next((text_of(cell) for cell in grid.own(other) if text_of(cell)), "")
        if first.casefold() == label:
            return False
        if section_from("", label=first).kind == bands[-1].kind:
            break
    return True


def _goes_on(bands: tuple[Section, ...], band: Band) -> bool:
    """Whether a row across the table is the rest of the one above it, cut by a page break."""
    if not bands or band.section is None or band.label is not None:
        return False
    return band.section.title[:1].islower() and not bands[-1].title.endswith((".", ":"))


def _lengthened(bands: tuple[Section, ...], band: Band) -> tuple[Section, ...]:
    rest = band.section.title if band.section is not None else ""
    last = bands[-1]
    return (*bands[:-1], section_from(f"{last.title} {rest}", last.block, last.place))


def add_band(bands: tuple[Section, ...], section: Section) -> tuple[Section, ...]:
    """Put a new band under those in force: it ends those of its kind and below."""
    return (bands[0], section) if bands and is_under(section, bands[0]) else (section,)
