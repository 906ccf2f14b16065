"""The bodies that a cell names, in order: runs are cut, read and put together.

Knows the order of the work; what a name, a bracket or a comma says, its parts know.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from normalisers.agencies import Place
from normalisers.leads.bodies import of_draft
from normalisers.leads.draft import Draft, department, is_directorate
from normalisers.leads.initials import Glossary
from normalisers.leads.joining import add_mention
from normalisers.leads.mention import Mention
from normalisers.leads.piece import Piece
from normalisers.leads.reader import Reader
from normalisers.leads.runs import Run, cut_runs
from normalisers.leads.split import read_run
from normalisers.leads.unnamed import of_unknown


def read_mentions(
    pieces: Sequence[Piece], place: Place, glossary: Glossary, hint: str | None = None
) -> list[Mention]:
    """Read every body that the pieces name, in order."""
    reader = Reader(place, glossary, partial(read_mentions, place=place, glossary=glossary))
    found: list[Mention] = []
    for run in cut_runs(pieces, hint):
        for mention in _of_run(run, reader, found):
            add_mention(found, mention)
    return found


def _of_run(run: Run, reader: Reader, found: list[Mention]) -> list[Mention]:
    drafts, rest = read_run(run.pieces, reader.place)
    if drafts and _qualifies(drafts[0], found):
        unit = f"{found[-1].body.unit}, {drafts[0].piece.text}"
        found[-1] = replace(found[-1], body=replace(found[-1].body, unit=unit))
        drafts = drafts[1:]
    mentions: list[Mention] = []
    for draft in drafts:
        mentions += of_draft(draft, reader)
    if rest:
        mentions += [_of_post(m, run, reader, found) for m in of_unknown(rest, reader)]
    if mentions and run.joiner:
        mentions[0] = replace(mentions[0], joiner=run.joiner)
    return [replace(m, hint=m.hint or run.hint) for m in mentions] if run.hint else mentions


def _of_post(mention: Mention, run: Run, reader: Reader, found: Sequence[Mention]) -> Mention:
    """Read half a department's name after a post as that department: "Director, Communities"."""
    after_post = bool(found) and found[-1].filler and run.joiner in (",", ":")
    body = department(mention.raw, reader.place) if after_post and mention.filler else None
    return mention if body is None else replace(mention, body=body, filler=False)


def _qualifies(draft: Draft, found: Sequence[Mention]) -> bool:
    """Tell whether a division after a comma says where the team before it sits."""
    return bool(found) and found[-1].own_words and is_directorate(draft.piece) and not draft.before
