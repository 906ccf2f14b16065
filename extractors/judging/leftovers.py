"""Headings and labels of tables and cards that were not recognised, of which no action was made.

They are printed all the same, as lines between other text. Knows blocks and where they stand;
knows no format, and reads nothing itself: it only tells.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import islice, takewhile

from extractors.blocks import Block, Heading, Paragraph, Problem, Table
from extractors.columns.contents import opens_promise
from extractors.columns.folding import fold_heading
from extractors.columns.heading_rows import columns_named
from extractors.columns.refs import leading_ref
from extractors.columns.run_together import promises
from extractors.judging.reports import Source, on_page, plain_words, short
from extractors.layouts.labels.cards import Line, is_vague, said_twice
from extractors.layouts.labels.prose_labels import (
    as_line,
    field_of,
    known_label,
    lone_label,
    read_labels,
)
from extractors.rows import WHO_AND_WHEN, ActionRow

MAX_HEADS = 200  # letters of a line of headings; eight long ones have 150
MAX_WAYS = 20  # in which a line may be cut into headings; "Actions Lead officer" has two
MIN_LABELS = 4  # times that a label is printed before its texts may be a plan; names of posts once
HEADS = frozenset({"activity", "lead", "due"})  # fields of which a plan's headings name two
MAX_OPENING = 40  # letters of a text by which it is found in a row, which may end otherwise
CARD_BLOCKS = 8  # blocks of a card below its action; four measures stand between in some
NEAR_BLOCKS = 4  # blocks below a line of headings among which its table's first row would stand


def lost_heads(
    blocks: Sequence[Block], plans: Mapping[int, Source], labels: Collection[int] = ()
) -> list[Problem]:
    """One problem for each line that is the headings of an action table which was not seen.

    It names what and who, or what and when, and nothing else; a promise stands near below it, and
    no table of actions that was read. It may be the labels of a form, who and when among them,
    below the heading that promises. ``labels`` are the places of headings that are labels of cards
    ("Milestone date").
    """
    told = []
    for place, block in enumerate(blocks):
        if isinstance(block, Table) or place in labels or not (heads := _heads_in(block.text)):
            continue
        below = range(place + 1, min(place + 1 + NEAR_BLOCKS, len(blocks)))
        texts = [one.text for at in below if isinstance(one := blocks[at], Paragraph)]
        title = [one.text for one in blocks[max(place - 1, 0) : place] if isinstance(one, Heading)]
        said = texts if "activity" in heads else title
        if texts and plans.keys().isdisjoint(below) and any(map(promises, said)):
            message = (
                f'"{short(block.text)}" reads as the headings of an action table, but no '
                f'table was recognised below (first text "{short(texts[0])}"). Check the page.'
            )
            told.append(on_page("unread_table", message, block.place.page))
    return told


def merged_labels(blocks: Sequence[Block]) -> list[Problem]:
    """One problem for the first label that a line prints twice: two cards were read as one.

    "What we will do: What we will do:" stood over two columns of text that nothing parted.
    """
    for block in blocks:
        if isinstance(block, Table):
            continue
        label = said_twice(block.text)
        if label and known_label(label) is not None:
            message = f'"{short(block.text)}" is the label of two cards beside one another, which '
            message += "were read as one or not at all. Check the page."
            return [on_page("unread_table", message, block.place.page)]
    return []


def lost_labels(blocks: Sequence[Block]) -> list[Problem]:
    """One problem for each label of who or when that a document without actions prints throughout.

    "Lead: Housing" stands behind or below what promises, most times that it is printed, or "Lead:"
    alone, whose values were lost.
    """
    held: defaultdict[str, list[Heading | Paragraph]] = defaultdict(list)
    promised: Counter[str] = Counter()
    for place, block in enumerate(blocks):
        if isinstance(block, Table):
            continue
        said = read_labels(as_line(block) if isinstance(block, Heading) else block)
        near = [one.text for one in blocks[max(place - 2, 0) : place] if not isinstance(one, Table)]
        for line in (one for one in said.lines if field_of(one) in WHO_AND_WHEN):
            held[line.label].append(block)
            promised[line.label] += not line.text or any(map(opens_promise, (said.title, *near)))
    told = []
    for label, lines in held.items():
        if len(lines) >= MIN_LABELS and 2 * promised[label] > len(lines):
            message = (
                f'"{short(label)}" is printed {len(lines)} times as the label of an action (first '
                f'"{short(lines[0].text)}"), but no action was read. Check the page.'
            )
            told.append(on_page("unread_table", message, lines[0].place.page))
    return told


def lost_cards(blocks: Sequence[Block], rows: Iterable[ActionRow]) -> list[Problem]:
    """One problem for each card that prints its labels and is no row: "What we will do" over a
    promise, and below it "Lead", or "Lead By when" in one line, whose values were not parted.

    Cards print it again and again; a chapter so headed opens with a sentence of its own.
    """
    labels = {at: line for at, block in enumerate(blocks) if (line := _lone_label(block))}
    asks = {at: fold_heading(one.label) for at, one in labels.items() if _asks_what(one)}
    times = Counter(asks.values())
    told, held = [], ""
    for place in (at for at, label in asks.items() if times[label] > 1):
        said, *_ = *blocks[place + 1 : place + 2], None
        below = range(place + 2, min(place + 2 + CARD_BLOCKS, len(blocks)))
        card = takewhile(lambda at: at not in asks and _goes_on(at, blocks, labels), below)
        if not isinstance(said, Paragraph) or read_labels(said).lines:
            continue
        if not any(_says_who(at, blocks, labels) for at in card):
            continue
        held = held or "\n".join(plain_words(text) for row in rows for text in _texts_of(row))
        ref = leading_ref(said.text)
        if plain_words(ref.rest if ref else said.text)[:MAX_OPENING] not in held:
            message = (
                f'"{short(said.text)}" stands in a card that says who or when, but no action '
                "was made of it. Check the page."
            )
            told.append(on_page("unread_table", message, said.place.page))
    return told


def _lone_label(block: Block) -> Line | None:
    """The label that a block prints and nothing else; None for any other."""
    if isinstance(block, Table):
        return None
    return lone_label(as_line(block) if isinstance(block, Heading) else block)


def _asks_what(line: Line) -> bool:
    """Whether a label asks for the action: "Aim" and "Need" stand beside it as often."""
    return field_of(line) == "activity" and not is_vague(line)


def _goes_on(at: int, blocks: Sequence[Block], labels: Mapping[int, Line]) -> bool:
    """Whether a block may be of the card above it: no table, and no heading but labels."""
    block = blocks[at]
    if isinstance(block, Heading):
        return at in labels or bool(_heads_in(block.text))
    return isinstance(block, Paragraph)


def _says_who(at: int, blocks: Sequence[Block], labels: Mapping[int, Line]) -> bool:
    """Whether a block is a label of who or when, or the labels of both in one line."""
    block = blocks[at]
    if at in labels or isinstance(block, Table):
        return at in labels and field_of(labels[at]) in WHO_AND_WHEN
    return {"lead", "due"} <= _heads_in(block.text)


def _texts_of(row: ActionRow) -> Iterable[str]:
    """What a row prints, and the aim above it, which "Aim" may name below each title."""
    return (*row.cells.values(), *(one.text for one in row.other_cells), row.section or "")


def _heads_in(text: str) -> frozenset[str]:
    """What a line says as the headings of a plan, or labels of a form, do; empty for any other."""
    if len(text) > MAX_HEADS or ":" in text:
        return frozenset()
    ways = (HEADS.intersection(line.field for line in way) for way in columns_named(text))
    return next((way for way in islice(ways, MAX_WAYS) if len(way) > 1), frozenset())
