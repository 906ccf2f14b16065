"""The bodies of one run with their units, brackets and posts: drafts become mentions.

Knows which words around a name are its department or post and which say nothing; it does not
know who leads.
"""

from collections.abc import Sequence
from dataclasses import replace

from normalisers.agencies import COUNCIL, Body, Place
from normalisers.leads.initials import Glossary
from normalisers.leads.mention import Mention
from normalisers.leads.people import could_be_person
from normalisers.leads.piece import Piece
from normalisers.leads.proper import proper_name
from normalisers.leads.runs import Run, cut_runs
from normalisers.leads.split import (
    BOARDS,
    NAMEABLE,
    WITH_UNITS,
    Draft,
    is_directorate,
    read_run,
    text_of,
)
from normalisers.leads.units import SINGULARS, says_something, shown, trimmed, with_unit
from normalisers.leads.unknown import read_unknown
from normalisers.match import finder
from normalisers.names import name_key
from normalisers.vocabulary import vocabulary

SAFEGUARDING = "safeguarding-partnership"
SAFEGUARDING_TEAM = frozenset({"safeguarding", "team", "teams", "lead", "leads", "unit", "service"})

CHARITY = "voluntary-sector"
LONGEST_INITIALS = 6
"""Letters; "(VAWDASV)" has seven and is a subject, "(MARAC)" five."""


def read_mentions(
    pieces: Sequence[Piece], place: Place, glossary: Glossary, hint: str | None = None
) -> list[Mention]:
    """Read every body that the pieces name, in order."""
    found: list[Mention] = []
    for run in cut_runs(pieces, hint):
        for mention in _of_run(run, place, glossary, found):
            _add(found, mention)
    return found


def _add(found: list[Mention], new: Mention) -> None:
    """Add a mention; posts that two bodies share go to both, a colleague's post to its body."""
    last = found[-1] if found else None
    follows = new.joiner == ":" or (
        new.joiner == "," and last is not None and (last.listed or _is_named_council(last))
    )
    if last is not None and follows and _is_department_of(new, last):
        found.pop()
        new = replace(new, raw=f"{last.raw}{new.joiner} {new.raw}")
    if last is not None and new.joiner == "," and last.listed and _is_department_of(last, new):
        return  # "DI Smith, Kent Police": the force of the rank before it
    if last is not None and new.joiner == "and":
        post = new.body.unit in SINGULARS.values()
        if post and last.listed and new.body.role_id and last.body.unit != new.body.unit:
            new = replace(new, body=replace(last.body, unit=new.raw), listed=True)
        elif post and _plural(new) and last.body.unit is None and last.body.agency_type in BOARDS:
            found[-1] = replace(last, body=replace(last.body, unit=new.body.unit))
    found.append(new)


def _is_department_of(new: Mention, last: Mention) -> bool:
    """Tell whether a body printed before a colon is the owner: "Brent Council: Housing"."""
    same = new.body.agency_id is not None and new.body.agency_id == last.body.agency_id
    return same and new.body.unit is not None and last.body.unit is None


def _is_named_council(mention: Mention) -> bool:
    """Tell whether a council is printed by its own name: "Brent Council", not "Council"."""
    return mention.body.agency_type == COUNCIL and mention.body.role_id is None


def _plural(mention: Mention) -> bool:
    return mention.raw.lower().rsplit(" ", 1)[-1] in SINGULARS


def _of_run(run: Run, place: Place, glossary: Glossary, found: list[Mention]) -> list[Mention]:
    drafts, rest = read_run(run.pieces, place)
    if drafts and _qualifies(drafts[0], found):
        unit = f"{found[-1].body.unit}, {drafts[0].piece.text}"
        found[-1] = replace(found[-1], body=replace(found[-1].body, unit=unit))
        drafts = drafts[1:]
    mentions: list[Mention] = []
    for draft in drafts:
        mentions += _of_draft(draft, place, glossary)
    if rest:
        mentions += _of_unknown(rest, place, glossary)
    first = [replace(m, joiner=run.joiner) for m in mentions[:1]]
    return [replace(m, hint=m.hint or run.hint) for m in (*first, *mentions[1:])]


def _qualifies(draft: Draft, found: Sequence[Mention]) -> bool:
    """Tell whether a division after a comma says where the team before it sits."""
    return bool(found) and found[-1].own_words and is_directorate(draft.piece) and not draft.before


def _of_unknown(pieces: Sequence[Piece], place: Place, glossary: Glossary) -> list[Mention]:
    flat = [piece for piece in pieces if piece.kind != "group"]
    groups = [piece for piece in pieces if piece.kind == "group"]
    found = read_unknown(flat, place, glossary)
    mentions = []
    if found is not None:
        mentions.append(
            Mention(
                found.body,
                text_of(flat),
                own_words=found.body.unit is not None and found.body.method == "pattern",
                filler=found.filler,
                runner_up=found.runner_up,
            )
        )
    for group in groups:
        inner = read_mentions(group.children, place, glossary)
        known = [m for m in inner if m.body.method != "unresolved"]
        provider = [m.body for m in known if _can_provide(m.body)]
        named = bool(mentions) and (mentions[0].own_words or mentions[0].filler)
        if len(known) == 1 and provider and (named or _is_service(mentions, provider[0])):
            known = [replace(known[0], body=replace(provider[0], unit=mentions[0].raw))]
            mentions = []
        if known and mentions and (mentions[0].filler or _abbreviates(mentions[0], group)):
            mentions = []
        mentions += known
        if not known and mentions:
            mentions = [_with_words(mentions[0], group), *mentions[1:]]
    return mentions


def _can_provide(body: Body) -> bool:
    """Tell whether a bracketed body is one of its own, not a generic one or a department."""
    return body.unit is None and (body.agency_id is not None or body.role_id is None)


def _abbreviates(mention: Mention, group: Piece) -> bool:
    """Tell whether a mention is the initials of what its bracket spells out."""
    letters = "".join(t.text[0] for t in group.tokens if t.text[:1].isupper())
    return mention.raw.isupper() and len(mention.raw) > 1 and mention.raw == letters


def _initials(text: str) -> str:
    return "".join(word[0] for word in text.split() if word[0].isupper())


def _with_words(mention: Mention, group: Piece) -> Mention:
    """Keep what a bracket says of a body that is not known: its unit, or its initials."""
    text = text_of(group.children)
    letters = _initials(mention.raw)
    if not any(letter.isalpha() for letter in text) or text == mention.body.unit:
        return mention
    raw = f"{mention.raw} ({text})"
    same = text.isupper() and text[:1] == letters[:1] and len(text) <= LONGEST_INITIALS
    if mention.body.unit is not None or same:
        return replace(mention, raw=raw)
    return replace(mention, raw=raw, body=replace(mention.body, unit=text))


def _is_service(mentions: Sequence[Mention], provider: Body) -> bool:
    """Tell whether unknown words before a bracketed charity are its service: "Athena (Refuge)"."""
    return bool(mentions) and provider.agency_type in (CHARITY, "housing-provider")


def _of_draft(draft: Draft, place: Place, glossary: Glossary) -> list[Mention]:
    if draft.body.role_id == "tbc":
        return _undecided(draft, place, glossary)
    if (named := proper_name(draft)) is not None:
        mentions = [_with_rest(named, draft)]
        run_on: list[Mention] = []
    else:
        body, own_words = with_unit(draft)
        run_on = _run_on(draft, place, glossary)
        mention = Mention(body, _raw(draft, body), listed=_has_dash(draft), own_words=own_words)
        mentions = [mention]
        if run_on and _owns(draft):
            return [*run_on[:-1], _owned(run_on[-1], mention, draft)]
    for group in (piece for piece in draft.after if piece.kind == "group"):
        mentions = _with_group(mentions, group, draft, place, glossary)
    return [*run_on, *mentions]


def _with_rest(named: Mention, draft: Draft) -> Mention:
    """Keep the words after a proper name as its unit: "Wearside Women's Aid - Housing"."""
    own = f" {name_key(named.raw)} "
    rest = [p for p in draft.after if p.kind != "group" and f" {p.key} " not in own]
    text = "" if could_be_person(rest) else shown(trimmed(rest))
    if not any(letter.isalpha() for letter in text):
        return named
    return replace(named, raw=f"{named.raw} {text}", body=replace(named.body, unit=text))


def _undecided(draft: Draft, place: Place, glossary: Glossary) -> list[Mention]:
    """Read what stands beside a "TBC": the department that will name somebody."""
    groups = [piece for piece in (*draft.before, *draft.after) if piece.kind == "group"]
    return [m for group in groups for m in read_mentions(group.children, place, glossary)]


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


def _run_on(draft: Draft, place: Place, glossary: Glossary) -> list[Mention]:
    """Read unknown words that run into a body's name as a body of their own, lest they be lost."""
    own = draft.body
    tail = next((at for at, p in enumerate(draft.before) if p.kind == "tail"), None)
    if tail is not None:
        return _of_unknown(draft.before[: tail + 1], place, glossary)
    if own.agency_type in BOARDS or own.role_id in NAMEABLE:
        return []
    if own.unit is not None:
        return _initials_before(draft, place, glossary)
    words = [p for p in draft.before if p.kind in ("word", "council_suffix")]
    names = [p for p in words if says_something(p) and p.text[:1].isupper()]
    if own.role_id is not None:  # "HIOW Fire Service": initials of the place
        names = [p for p in names if not p.text.isupper()]
    if not names or could_be_person(draft.before):
        return []
    return _of_unknown(draft.before, place, glossary)


def _initials_before(draft: Draft, place: Place, glossary: Glossary) -> list[Mention]:
    """Read unknown initials before a department as its owner: "XYZC Housing"."""
    if draft.piece.tokens[0].text.isupper() or not draft.before:
        return []
    last = draft.before[-1]
    initials = last.kind == "word" and last.text.isupper() and len(last.text) > 2
    if not (initials and says_something(last)) or draft.body.agency_type != COUNCIL:
        return []
    return _of_unknown([last], place, glossary)


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
    return text_of([p for p in kept if p.kind != "group" or p.tokens]).strip(" -\u2013\u2014")


def _has_dash(draft: Draft) -> bool:
    rank = draft.piece.tokens[-1].key in vocabulary().words["honorific"]
    return draft.listed or rank or any(piece.kind == "dash" for piece in draft.after)


def _with_group(
    mentions: list[Mention], group: Piece, draft: Draft, place: Place, glossary: Glossary
) -> list[Mention]:
    """Add what a bracket after a body holds: its units, its initials, or further bodies."""
    *others, owner = mentions
    inner = read_mentions(group.children, place, glossary)
    inner = [m for m in inner if not _repeats(m, owner, draft)]
    if owner.own_words:
        return [*mentions, *(m for m in inner if m.body.agency_id and m.body.unit is None)]
    inner = [_safeguarding(m) for m in inner]
    units = [m for m in inner if _is_unit_of(m, owner)]
    bodies = [m for m in inner if m not in units and m.body.method != "unresolved"]
    if units and owner.body.unit is None and draft.body.agency_type in WITH_UNITS | BOARDS:
        made = [_as_unit(m, owner, group) for m in units]
        return [*others, *made, *bodies]
    if units:  # a prison has no departments of ours; the words stay in print
        owner = replace(owner, raw=f"{owner.raw} ({text_of(group.children)})")
    return [*others, owner, *bodies]


def _repeats(inner: Mention, owner: Mention, draft: Draft) -> bool:
    """Tell whether a bracket says the name before it again: "(MARAC)", "GPs (IRIS)", "(ICB)"."""
    key = name_key(inner.raw)
    roles = {m.value for m in vocabulary().meanings.get(key, ()) if m.kind == "role"}
    same = (inner.body.name, inner.body.unit) == (owner.body.name, owner.body.unit)
    initials = inner.raw.isupper() and len(inner.raw) <= LONGEST_INITIALS
    letters = "".join(token.text[0] for token in draft.piece.tokens if token.text[0].isupper())
    if inner.body.agency_id and inner.body.agency_id == owner.body.agency_id:
        same = same or inner.body.unit is None
    spelt = (letters, _initials(owner.raw))
    return same or draft.body.role_id in roles or (initials and inner.raw in spelt)


def _safeguarding(inner: Mention) -> Mention:
    """Read "(safeguarding team)" after a body as its team; alone it is the local partnership."""
    key = name_key(inner.raw)
    if inner.body.role_id != SAFEGUARDING or not set(key.split()) <= SAFEGUARDING_TEAM:
        return inner
    return replace(inner, body=Body(None, inner.raw, None, None, None, 0, "unresolved"))


def _is_unit_of(inner: Mention, owner: Mention) -> bool:
    """Tell whether what a bracket holds is a part of the body before it."""
    if inner.hint is not None:
        return False
    if inner.body.method == "unresolved" or inner.filler:
        return True
    if inner.body.agency_id and inner.body.agency_id == owner.body.agency_id:
        return inner.body.unit is not None
    return inner.body.unit is not None and inner.body.agency_type == COUNCIL


def _as_unit(inner: Mention, owner: Mention, group: Piece) -> Mention:
    unit = inner.body.unit if inner.body.agency_type == owner.body.agency_type else inner.raw
    post = SINGULARS.get(name_key(inner.raw), unit)
    known = owner.body.method != "unresolved" and inner.body.method != "unresolved"
    body = replace(owner.body, unit=post, method=inner.body.method if known else owner.body.method)
    printed = owner.raw.removesuffix(f" ({text_of(group.children)})")
    return Mention(body, f"{printed} ({inner.raw})", joiner=owner.joiner, listed=True)
