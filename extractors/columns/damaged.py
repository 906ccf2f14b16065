"""Headings that lost letters in print or in a picture: the nearest known one, if the cells agree.

Knows headings and what columns hold. ``"COMPLET DATE"`` over a column of dates is a due date: two
signs that know nothing of each other, the letters that are left and the cells below.
"""

from collections.abc import Callable, Collection
from functools import lru_cache

from rapidfuzz import fuzz, process

from extractors.columns.contents import Profile
from extractors.columns.folding import fold_heading
from extractors.columns.headings import load_headings

DAMAGED = "heading read through its damage"

MOST = 0.6  # share of filled cells that must hold what the heading would say
LIKE = 82.0  # rapidfuzz ratio 0-100, where cells agree; of 45 other headings over dates "Date
# joined" comes nearest to one of headings.csv, with 80; "COMPLET DATE" has 88
LIKE_ALONE = 90.0  # ratio 0-100, where cells cannot agree, as those of a lead; one letter of eight
# lost leaves 93; of 429 headings of other fields 8 have 90 to 94 ("Delivery by", "Delivery body")
FEWEST = 5  # letters; of 41 headings of 3 and 4 "Sr No" is like another, of 108 of 5 to 7 none is
FEWEST_ALONE = 8  # letters; one lost of seven leaves 92, two 83

AGREES: dict[str, Callable[[Profile], float]] = {
    "ref": lambda seen: seen.refs,
    "start": lambda seen: seen.dates,
    "due": lambda seen: seen.dates,
    "status": lambda seen: seen.statuses,
    "rating": lambda seen: seen.levels,
}
"""Field to the share of a column's cells that look like it; other fields hold any text."""

ANY_TEXT = frozenset({"activity", "objective", "measures", "lead", "support", "update"})


def read_damaged(heading: str, seen: Profile, taken: Collection[str]) -> str | None:
    """The field that a damaged heading names; None where letters or cells leave a doubt.

    Args:
        heading: As printed: ``"PROGR STATUS"`` over "On track", "Delayed" gives ``"status"``.
        seen: What the column holds.
        taken: Fields that other columns of the table have.
    """
    letters = fold_heading(heading)
    agreeing = frozenset(name for name, agrees in AGREES.items() if agrees(seen) >= MOST)
    found = _nearest(letters, agreeing, LIKE) if len(letters) >= FEWEST else None
    if found is None and len(letters) >= FEWEST_ALONE:
        found = _nearest(letters, ANY_TEXT, LIKE_ALONE)
    return None if found in taken else found


@lru_cache(maxsize=1_024)
def _nearest(letters: str, among: frozenset[str], floor: float) -> str | None:
    """The field of the known heading most like these letters, from ``floor`` up."""
    lines = load_headings().whole
    known = [heading for heading, line in lines.items() if line.field in among]
    best = process.extractOne(letters, known, scorer=fuzz.ratio, score_cutoff=floor)
    return lines[best[0]].field if best else None
