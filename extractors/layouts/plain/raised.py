"""What cards print beside or above their titles, put below these, where others print it.

``Action 2: Review the rota On track``, or ``Lead: Vale | By when: May 2027`` above the title. Only
what all titles of a document have is moved. Knows blocks and headings.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from extractors.blocks import Block, Heading, Paragraph, Table
from extractors.columns.contents import is_colour, is_status, opens_promise
from extractors.columns.refs import split_title
from extractors.layouts.labels.cards import is_sure
from extractors.layouts.labels.prose_labels import cell_of, fields_of, read_labels
from extractors.rows import WHO_AND_WHEN

MIN_CARDS = 3  # titles alike that say so; two may do by chance
STATUS = "Status:"  # the label that a state alone lacks
SHORT = WHO_AND_WHEN | {"support", "status", "ref"}  # what a line above a title says


def lower_raised(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the states of titles, and the lines above titles, below these."""
    parted = _states_apart(blocks)
    titles = _raised(parted)
    texts = min((_run(parted, at + 1) for at in titles), default=0)
    for at in reversed(titles):
        start = at - sum(
            1 for _ in takewhile(_says_who, map(parted.__getitem__, range(at - 1, -1, -1)))
        )
        end = at + 1 + texts
        parted[start:end] = parted[at:end] + parted[start:at]
    return parted


def _states_apart(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; the state that ends a title, as it does most of its level, below its texts."""
    heads = [(at, one) for at, one in enumerate(blocks) if isinstance(one, Heading)]
    levels = defaultdict[int, list[str]](list)
    states = {at: _state(head.text) for at, head in heads if _promises(head.text)}
    for at, head in heads:
        levels[head.level] += [] if is_sure(head.text) else [states.get(at, "")]
    told = {level for level, ends in levels.items() if _are_states(ends)}
    parted = list(blocks)
    for at, head in reversed(heads):
        if head.level in told and (state := states.get(at)):  # no "Work that is Planned"
            line = Paragraph(f"{STATUS} {state}", lead_in=STATUS, place=head.place)
            parted.insert(at + 1 + _run(parted, at + 1), line)
            parted[at] = replace(head, text=head.text.removesuffix(state).rstrip())
    return parted


def _are_states(ends: Sequence[str]) -> bool:
    """Whether most titles end with a state, and not all with the same: "Keep the farm Open"."""
    return sum(map(bool, ends)) >= max(MIN_CARDS, len(ends) / 2) and len({*ends, ""}) > 2


def _state(text: str) -> str:
    """The state that ends a title, "On track" of "Review the rota On track"; "" for none."""
    words = text.split()
    ends = (" ".join(words[at:]) for at in range(2, len(words)) if words[at][0].isupper())
    return next((e for e in ends if len(e) > 1 and is_status(e) and not is_colour(e)), "")


def _raised(blocks: Sequence[Block]) -> list[int]:
    """Places of the titles below lines of who and when, where all stand so; [] elsewhere."""
    said = [*map(_says_who, blocks), False]
    below = [at + 1 for at in range(len(blocks)) if said[at] and not said[at + 1]]
    kinds = {_kind(blocks[at]) if at < len(blocks) else "" for at in below}
    alike = [at for at, one in enumerate(blocks) if not said[at] and _kind(one) in kinds]
    if len(below) < MIN_CARDS or len(kinds) > 1 or "" in kinds or below != alike:
        return []
    last = (one.text for one in blocks[below[-1] :] if not isinstance(one, Table))
    return below if any(map(_promises, last)) else []  # "Contact us" is the title of no card


def _promises(title: str) -> bool:
    return opens_promise(split_title([cell_of(Paragraph(title))]).text)


def _says_who(block: Block) -> bool:
    """Whether a line holds labels of who and when with their values, and nothing else."""
    if not isinstance(block, Paragraph) or block.marker is not None or ":" not in block.text:
        return False
    read = read_labels(block)
    fields = fields_of(read.lines)
    return not read.title and bool(fields & WHO_AND_WHEN) and fields <= SHORT


def _kind(block: Block) -> str:
    """How a title is set; "" for what is none: a text, a table, a label."""
    if isinstance(block, Table) or is_sure(block.text):
        return ""
    set_apart = isinstance(block, Heading) or (block.bold and not block.marker)
    return f"{type(block).__name__} {block.level} {block.size}" if set_apart else ""


def _run(blocks: Sequence[Block], start: int) -> int:
    """How many texts without a label stand one after another from a place on."""
    after = map(blocks.__getitem__, range(start, len(blocks)))
    texts = (isinstance(b, Paragraph) and not (b.bold or read_labels(b).lines) for b in after)
    return sum(takewhile(bool, texts))
