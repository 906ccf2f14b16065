"""One body named in a cell, before its part is known."""

from dataclasses import dataclass

from normalisers.agencies import Body


@dataclass(frozen=True, slots=True)
class Mention:
    """One body named in a cell, before its part is known.

    ``hint`` is lead, support, joint or None; ``listed`` says that a dash opened a list of its
    posts; ``own_words`` that the unit is printed words, which a directorate may still qualify;
    ``filler`` that it is a bare post ("Service Manager") that counts only where it stands alone;
    ``part`` that it is an officer's rank or a division, which a force beside it completes, and
    ``rank`` that it is the rank.
    """

    body: Body
    raw: str
    hint: str | None = None
    joiner: str = ""
    listed: bool = False
    own_words: bool = False
    filler: bool = False
    part: bool = False
    rank: bool = False
    runner_up: str | None = None
