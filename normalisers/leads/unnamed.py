"""A run that names no known body, with the brackets behind it, as mentions.

Knows that a bracket may say what unknown words are: their provider, their full name, their unit.
"""

from collections.abc import Sequence
from dataclasses import replace

from normalisers.leads.brackets import abbreviates, can_provide, is_service, with_words
from normalisers.leads.draft import text_of
from normalisers.leads.mention import Mention
from normalisers.leads.piece import Piece
from normalisers.leads.reader import Reader
from normalisers.leads.unknown import read_unknown


def of_unknown(pieces: Sequence[Piece], reader: Reader) -> list[Mention]:
    """Read words that hold no known name; () where they say nothing."""
    flat = [piece for piece in pieces if piece.kind != "group"]
    groups = [piece for piece in pieces if piece.kind == "group"]
    found = read_unknown(flat, reader.place, reader.glossary)
    mentions = []
    if found is not None:
        mentions.append(
            Mention(
                found.body,
                text_of(flat),
                own_words=found.body.unit is not None and found.body.method == "pattern",
                filler=found.filler,
                runner_up=found.runner_up,
                part=found.part,
            )
        )
    for group in groups:
        inner = reader.inside(group.children)
        known = [m for m in inner if m.body.method != "unresolved"]
        provider = [m.body for m in known if can_provide(m.body)]
        named = bool(mentions) and (mentions[0].own_words or mentions[0].filler)
        if len(known) == 1 and provider and (named or is_service(mentions, provider[0])):
            known = [replace(known[0], body=replace(provider[0], unit=mentions[0].raw))]
            mentions = []
        if known and mentions and (mentions[0].filler or abbreviates(mentions[0], group)):
            mentions = []
        mentions += known
        if not known and mentions:
            mentions = [with_words(mentions[0], group), *mentions[1:]]
    return mentions
