"""Text that stands right below an action table, in its columns, and became no action.

A row that a reader could not put into its grid is printed all the same, mostly as paragraphs
that stand side by side under the table's columns; of a table that it could not see at all the
headings are printed as a line. Knows blocks and where they stand; knows no format, and reads
nothing itself: it only tells.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice

from extractors.blocks import Block, Box, Heading, Paragraph, Place, Problem, Table
from extractors.columns.contents import DATE_WORD_RE, opens_promise
from extractors.columns.heading_rows import columns_named
from extractors.columns.run_together import promises, reads_as_row
from extractors.judging.reports import Source, on_page, short
from extractors.layouts.labels.cards import said_twice
from extractors.layouts.labels.prose_labels import as_line, field_of, known_label, read_labels
from extractors.rows import WHO_AND_WHEN

LEFT_PT = 3.0  # points; a text may begin this far left of its column's border
PADDING_PT = 12.0  # points; or this far right of it: cells of made and real plans pad 2 to 9
MIN_COMMON_PT = 2.0  # points; height that texts which stand side by side share
MAX_HEADS = 200  # letters of a line of headings; eight long ones have 150
MAX_WAYS = 20  # in which a line may be cut into headings; "Actions Lead officer" has two
MIN_LABELS = 4  # times that a label is printed before its texts may be a plan; names of posts once
HEADS = frozenset({"activity", "lead", "due"})  # fields of which a plan's headings name two
NEAR_BLOCKS = 4  # blocks below a line of headings among which its table's first row would stand


def left_over(
    blocks: Sequence[Block], plans: Mapping[int, Source], read: Sequence[Place]
) -> list[Problem]:
    """One problem for each action table below which texts look like a row of it.

    Args:
        blocks: All blocks of the document, tables stitched.
        plans: The tables that gave actions, by their place among the blocks.
        read: Where the actions stand; a text inside one of them was read.

    Gives nothing where the format has no pages: there a table's rows cannot leave its grid.
    """
    told = []
    for place, source in plans.items():
        texts = [text for text in _below(blocks, place) if not _was_read(text, read)]
        if source.table.edges and texts and _looks_like_row(texts, source.table):
            said = short(" | ".join(text.printed for text in texts))
            message = (
                f'text below its rows stands as a row of it would, "{said}", but no action was '
                "made of it. Check the page, and add the action by hand."
            )
            told.append(source.problem("unread_row", message, texts[0].place.page))
    return told


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


def _heads_in(text: str) -> frozenset[str]:
    """What a line says as the headings of a plan, or labels of a form, do; empty for any other."""
    if len(text) > MAX_HEADS or ":" in text:
        return frozenset()
    ways = (HEADS.intersection(line.field for line in way) for way in columns_named(text))
    return next((way for way in islice(ways, MAX_WAYS) if len(way) > 1), frozenset())


def _below(blocks: Sequence[Block], place: int) -> Iterator[Paragraph]:
    """The paragraphs after a table, up to a heading or a table, on its last page or the next."""
    last = blocks[place].place.page_end
    for block in blocks[place + 1 :]:
        if isinstance(block, Heading | Table) or last is None:
            return
        if block.place.page is None or block.place.page > last + 1:
            return
        if block.printed:
            yield block


def _was_read(text: Paragraph, read: Sequence[Place]) -> bool:
    return any(_holds(box, own) for own in text.place.boxes[:1] for at in read for box in at.boxes)


def _holds(box: Box, own: Box) -> bool:
    x, y = (own.x0 + own.x1) / 2, (own.top + own.bottom) / 2
    return box.page == own.page and box.x0 <= x <= box.x1 and box.top <= y <= box.bottom


def _looks_like_row(texts: Sequence[Paragraph], table: Table) -> bool:
    """Whether texts promise something by a day, and stand or read like the cells of a row."""
    if not any(promises(text.printed) for text in texts):
        return False
    if not any(DATE_WORD_RE.search(text.printed) for text in texts):
        return False
    return _stand_in_columns(texts, table) or any(
        reads_as_row(text.printed, table) for text in texts
    )


def _stand_in_columns(texts: Sequence[Paragraph], table: Table) -> bool:
    """Whether two texts stand side by side, each at the left border of a column of its own."""
    placed = [
        (column, box)
        for text in texts
        for box in text.place.boxes[:1]
        if (column := _column(box, table)) is not None
    ]
    return any(one < other and _side_by_side(a, b) for one, a in placed for other, b in placed)


def _column(box: Box, table: Table) -> int | None:
    """The column at whose left border a text begins; None where it begins at none."""
    starts = enumerate(table.edges[:-1])
    return next((n for n, x in starts if -LEFT_PT <= box.x0 - x <= PADDING_PT), None)


def _side_by_side(one: Box, other: Box) -> bool:
    common = min(one.bottom, other.bottom) - max(one.top, other.top)
    return one.page == other.page and common >= MIN_COMMON_PT and one.x1 <= other.x0
