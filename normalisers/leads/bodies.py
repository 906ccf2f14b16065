"""One body of a run as a mention: its unit, what runs into its name, its printed words.

Knows which words around a name are its department or post and which say nothing; it does not
know who leads.
"""

from dataclasses import replace

from normalisers.agencies import COUNCIL, Body
from normalisers.leads.brackets import with_group
from normalisers.leads.draft import Draft, department, text_of
from normalisers.leads.kinds import BOARDS, GATHERINGS, NAMEABLE, SAFEGUARDING
from normalisers.leads.mention import Mention
from normalisers.leads.people import could_be_person
from normalisers.leads.proper import proper_name
from normalisers.leads.reader import Reader
from normalisers.leads.spelling import by_spelling
from normalisers.leads.units import says_something, shown, trimmed, with_unit
from normalisers.leads.unnamed import of_unknown
from normalisers.match import finder
from normalisers.names import name_key
from normalisers.vocabulary import vocabulary


def of_draft(draft: Draft, reader: Reader) -> list[Mention]:
    """Read one body and what its words and brackets say, in the order of the print."""
    if draft.body.role_id == "tbc":
        return _undecided(draft, reader)
    draft = _of_council(draft, reader)
    if (named := proper_name(draft)) is not None:
        mentions = [_with_rest(named, draft)]
        run_on: list[Mention] = []
    else:
        body, own_words = with_unit(draft)
        body = _mended(body, reader) if own_words else body
        run_on = _run_on(draft, reader)
        rank = _is_rank(draft)
        mention = Mention(
            body,
            _raw(draft, body),
            listed=_has_dash(draft),
            own_words=own_words,
            part=rank,
            rank=rank,
        )
        mentions = [mention]
        if run_on and _owns(draft):
            return [*run_on[:-1], _owned(run_on[-1], mention, draft)]
    for group in (piece for piece in draft.after if piece.kind == "group"):
        mentions = with_group(mentions, group, draft, reader)
    return [*run_on, *mentions]


def _mended(body: Body, reader: Reader) -> Body:
    """Give a council's department its name where only its spelling made it unknown."""
    meant, _ = by_spelling(body.unit or "", reader.place)
    if meant is None or meant.agency_type != COUNCIL or meant.unit is None:
        return body
    return replace(body, unit=meant.unit, score=min(body.score, meant.score), method="fuzzy")


def _of_council(draft: Draft, reader: Reader) -> Draft:
    """Read safeguarding under a post or as a team as the council's: "Head of Safeguarding"."""
    words = vocabulary().words
    near = [p for p in (*draft.before, *draft.after) if p.kind == "word"]
    if draft.piece.key != SAFEGUARDING or not any(
        p.key in words["post"] or p.key in words["team"] for p in near
    ):
        return draft
    team = text_of([draft.piece, *(p for p in draft.after if p.key in words["team"])])
    body = department(team, reader.place)
    return draft if body is None else replace(draft, body=body)


def _with_rest(named: Mention, draft: Draft) -> Mention:
    """Keep the words after a proper name as its unit: "Wearside Women's Aid - Housing"."""
    own = f" {name_key(named.raw)} "
    rest = [p for p in draft.after if p.kind != "group" and f" {p.key} " not in own]
    text = "" if could_be_person(rest) else shown(trimmed(rest))
    if not any(letter.isalpha() for letter in text):
        return named
    return replace(named, raw=f"{named.raw} {text}", body=replace(named.body, unit=text))


def _undecided(draft: Draft, reader: Reader) -> list[Mention]:
    """Read what stands beside a "TBC": the department that will name somebody."""
    groups = [piece for piece in (*draft.before, *draft.after) if piece.kind == "group"]
    return [m for group in groups for m in reader.inside(group.children)]


def _owns(draft: Draft) -> bool:
    """Tell whether unknown words before a department are its owner: "Barnet Homes' Housing"."""
    before = [piece for piece in draft.before if piece.kind != "dash"]
    if draft.body.unit is None or draft.body.agency_type != COUNCIL or not before:
        return False
    last = before[-1]
    return last.text.endswith("'") or (last.text.isupper() and last.kind == "word")


def _owned(owner: Mention, part: Mention, draft: Draft) -> Mention:
    if owner.body.agency_id is not None and owner.body.agency_id == part.body.agency_id:
        return part
    council = owner.body.agency_type in (COUNCIL, None)
    unit = part.body.unit if council else draft.piece.text
    raw = f"{owner.raw} {part.raw}" if owner.raw not in part.raw else part.raw
    name = owner.body.name.rstrip("'")
    return replace(owner, raw=raw, body=replace(owner.body, name=name, unit=unit))


def _run_on(draft: Draft, reader: Reader) -> list[Mention]:
    """Read unknown words that run into a body's name as a body of their own, lest they be lost."""
    own = draft.body
    tail = next((at for at, p in enumerate(draft.before) if p.kind == "tail"), None)
    if tail is not None:
        return of_unknown(draft.before[: tail + 1], reader)
    if any(p.kind == "word" and p.key in GATHERINGS for p in draft.before[-1:]):
        return of_unknown(draft.before, reader)  # "DA Governance Board" "DCC Public Health"
    if own.agency_type in BOARDS or own.role_id in NAMEABLE:
        return []
    if own.unit is not None:
        return _initials_before(draft, reader)
    words = [p for p in draft.before if p.kind in ("word", "council_suffix")]
    names = [p for p in words if says_something(p) and p.text[:1].isupper()]
    if own.role_id is not None:  # "HIOW Fire Service": initials of the place
        names = [p for p in names if not p.text.isupper()]
    if not names or could_be_person(draft.before):
        return []
    return of_unknown(draft.before, reader)


def _initials_before(draft: Draft, reader: Reader) -> list[Mention]:
    """Read unknown initials before a department as its owner: "XYZC Housing"."""
    if draft.piece.tokens[0].text.isupper() or not draft.before:
        return []
    last = draft.before[-1]
    initials = last.kind == "word" and last.text.isupper() and len(last.text) > 2
    if not (initials and says_something(last)) or draft.body.agency_type != COUNCIL:
        return []
    return of_unknown([last], reader)


def _raw(draft: Draft, body: Body) -> str:
    """Give the printed words that name a body; words in no known name may be a person's."""
    used = name_key(body.unit or "").split()
    known = finder(vocabulary())
    pieces = [*draft.before, *draft.other_names, draft.piece, *draft.after]
    person = could_be_person(draft.before) or could_be_person(draft.after)
    kept = [
        p
        for p in pieces
        if not says_something(p)
        or p.key in used
        or p.text.islower()
        or (not person and known.has_word(p.key))
    ]
    shown = [p for p in kept if p.kind != "group" or p.tokens]
    return text_of(draft.in_order(shown)).strip(" -\u2013\u2014")


def _has_dash(draft: Draft) -> bool:
    return draft.listed or _is_rank(draft) or any(piece.kind == "dash" for piece in draft.after)


def _is_rank(draft: Draft) -> bool:
    """Tell whether a body is named by an officer's rank: "DI", "Superintendent"."""
    return draft.piece.tokens[-1].key in vocabulary().words["honorific"]
