"""Measures that stand below all cards of a section, and are no more of the last than of the others.

"How will we know it has worked?" below the last card of each chapter asks of the chapter. Knows
actions with the sections over them; knows nothing of formats.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from extractors.blocks import Problem
from extractors.judging.among import CARD
from extractors.judging.reports import on_page, short
from extractors.rows import OtherCell
from extractors.walk import Action

MIN_SECTIONS = 3  # that end so; below the last cards of fewer the measures may be their own
MIN_CARDS = 2  # of each of them
KEPT_AS = "Measures of the section"


def measures_of_sections(actions: Sequence[Action]) -> list[int]:
    """Places of the actions whose measures are their sections'.

    ``[1, 3]`` of four actions in two sections: none but the last of each has measures. [] where
    another action has some, or one of the sections ends without.
    """
    if not any(one.row.measures for one in actions):
        return []
    groups = [[*group] for _, group in groupby(range(len(actions)), lambda at: actions[at].path)]
    ends = {group[-1] for group in groups if len(group) >= MIN_CARDS}
    said = {at for at, one in enumerate(actions) if one.row.measures}
    in_cards = all(CARD in one.row.reasons for one in actions)
    return sorted(ends) if in_cards and said == ends and len(ends) >= MIN_SECTIONS else []


def without_measures(action: Action) -> Action:
    """An action without the measures of its section, which are kept beside it."""
    cells = dict(action.row.cells)
    said = cells.pop("measures", None) or "\n".join(action.row.measures)
    others = (*action.row.other_cells, OtherCell(KEPT_AS, said))
    return replace(action, row=replace(action.row, cells=cells, measures=(), other_cells=others))


def measures_told(action: Action) -> Problem:
    """The problem that says where measures of a whole section stand."""
    row = action.row
    message = (
        f'"{short(row.cells.get("measures") or row.measures[0])}" stands below the last of the '
        f'actions of "{short(row.section or "")}", of which none other has measures; it was taken '
        "for what the section is measured by, and is kept in other_cells. Check the page."
    )
    return on_page("unread_row", message, row.place.page)
