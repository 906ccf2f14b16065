"""Whether the words around a general name leave it what it says: "Housing", but not "Wren Housing".

A department or a body that an area resolves is answered only where every capitalised word of its
run is explained; else the words are another body's name and stay as printed.
"""

from collections.abc import Sequence

from normalisers.agencies import COUNCIL
from normalisers.leads.draft import Draft
from normalisers.leads.kinds import BOARDS, CHARITY, GATHERINGS
from normalisers.leads.piece import Piece
from normalisers.leads.plan_words import plan_words
from normalisers.vocabulary import vocabulary

ONE_BOARD = frozenset({"commission", "board", "trust", "partnership"})
"""What makes a collective's name one body's; "Schools Forum" is still the schools."""


def is_other_body(draft: Draft, unknown: Sequence[Piece]) -> bool:
    """Tell whether a general name is only a part of a name that no file holds.

    Args:
        draft: The general body with the words around its name.
        unknown: Those before it that say something and are in no known name.
    """
    return goes_on(draft) or _has_other_words(draft, unknown) or _is_charitys_group(draft)


def goes_on(draft: Draft) -> bool:
    """Tell whether a department's name goes on as another body's behind it."""
    if draft.piece.key == "nhs" and draft.after[:1] and draft.after[0].kind in ("area", "word"):
        return is_name(draft.after[0]) or draft.after[0].text.isupper()
    return _is_gathering(draft) or _is_national(draft) or _is_board_of_many(draft)


def _is_gathering(draft: Draft) -> bool:
    """Tell whether a department's name goes on as that of a board: "Housing Partnership Board"."""
    after = [p for p in draft.after if p.kind == "word" or p.key in GATHERINGS]
    if draft.body.unit is None or draft.body.agency_type != COUNCIL or not after:
        return False
    first, last = draft.after[0], after[-1]
    named = first.text[:1].isupper() or last.key in ("provider", "providers")
    return first is after[0] and named and last.key in GATHERINGS


def _is_board_of_many(draft: Draft) -> bool:
    """Tell whether a collective body's name goes on as that of one: "Victims Commission"."""
    after, body = draft.after[:1], draft.body
    general = body.role_id is not None and body.agency_id is None and body.unit is None
    named = bool(after) and after[0].text[:1].isupper() and after[0].key in ONE_BOARD
    return general and named and body.agency_type not in BOARDS


def _has_other_words(draft: Draft, unknown: Sequence[Piece]) -> bool:
    """Tell whether words that no plan word explains stand before: "Brighter Futures for Children".

    A team of the council may have any name ("Horizon Housing Team"); initials may be an owner's.
    """
    body = draft.body
    one = body.unit is not None or body.agency_id is not None or body.role_id == "health"
    general = body.role_id is not None and one
    if not general or body.agency_type in BOARDS:
        return False
    other = [p for p in unknown if is_name(p)]
    last = draft.after[-1].key if draft.after else draft.piece.tokens[-1].key
    words = vocabulary().words
    return bool(other) and last not in words["team"] | words["post"]


def is_name(piece: Piece) -> bool:
    """Tell whether a word is capitalised and of no department, post or other word of plans."""
    text = piece.text
    return text[:1].isupper() and not text.isupper() and piece.key not in plan_words()


def _is_charitys_group(draft: Draft) -> bool:
    """Tell whether a charity's name is that of a group about it: "White Ribbon Steering Group"."""
    after = [p for p in draft.after if p.kind != "group"]
    ends = after[-1:] and after[-1].key in GATHERINGS and after[-1].text[:1].isupper()
    return draft.body.agency_type == CHARITY and bool(ends) and draft.body.unit is None


def _is_national(draft: Draft) -> bool:
    """Tell whether a department's name goes on with a nation: "Education Scotland"."""
    after = draft.after[:1]
    if draft.body.unit is None or not after or after[0].kind != "area":
        return False
    return vocabulary().area_of[after[0].value].area_type == "nation"
