"""Lists of labels with their texts beside them: glossaries, forms, cards, facts without rules.

Knows lines of words and their look; knows nothing of what is printed. Labels and texts each begin
at one place, and both may take several lines. Labels are bold, or the same ones are printed again
and again, as on a page of cards: "Lead", "By when"; "Lead", "By when".
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.readers.pdf.lines import Line, begins_small
from extractors.readers.pdf.record import Frame, Rule, Word
from extractors.readers.pdf.unruled.columns.corridors import Columns
from extractors.readers.pdf.unruled.heads.heads import SAME_START_PT, is_at
from extractors.readers.pdf.unruled.labels.label_grids import SIDE_PT, Labels, label_grid, seconds
from extractors.readers.pdf.unruled.labels.label_rows import (
    ONE_TEXT_EM,
    REST_EM,
    alone_or_close,
    are_entries,
    ends_title,
    in_one_frame,
    is_set_apart,
    label_print,
    label_rows,
    leaves_room,
    printed_at,
    row_step,
)
from extractors.readers.pdf.unruled.table import LineTable

MIN_LABELS = 3  # labels below one another, two may be run-in heads; 20 made lists had 4 to 8
MIN_AGAIN = 2  # labels that are each printed twice and more: one is as often a word of a table
AGAIN_SHARE = 0.6  # of a page's labels that are printed again where they make cards
MAX_LABEL_LETTERS = 40  # letters of a line of a label, longer ones are headings; 11 to 17 were seen
MAX_STEP_EM = 3.5  # of the size from line to line, rows' padding included; 1.4 to 3.2 were seen
MAX_CARD_STEP_EM = 5.0  # the same where labels come again; 1.3 to 4.2 were seen in cards
MAX_MARKS = 2  # words of a reference: "Action 4"
INDENT_EM = 3.2  # of the size by which lists in a text are indented; browsers do by 24 points
SAME_SIZE = 1.1  # times the size of the lines beside it: what is set larger is a heading
GAP_EM = 0.5  # of the size between a label and its text; words stand 0.25 to 0.35 apart


def find_labels(lines: Sequence[Line], beside: Sequence[Sequence[Word]] = ()) -> list[Labels]:
    """The places at which the lines of a page have labels with a text beside them.

    ``beside`` are the words of the pages before and after, which may print the same labels.
    """
    places: dict[tuple[float, float], list[Line]] = {}
    wide: Counter[float] = Counter()
    again = _pairs_again(lines)
    for line in lines:
        pieces = line.pieces
        paired = len(pieces) == 4 and (are_pairs(pieces) or _label_pair(pieces) in again)
        if len(pieces) > 2 and not paired:
            wide[round(line.x0)] += 1
        if not (len(pieces) == 2 or paired) or not _is_short(pieces[0]):
            continue
        left, right = pieces[0][0].x0, pieces[1][0].x0
        known = next((at for at in places if is_at(left, at[0]) and is_at(right, at[1])), None)
        places.setdefault(known or (left, right), []).append(line)
    return [
        labels
        for (left, right), held in places.items()
        if len(held) > wide[round(left)]
        and (labels := _labels_at(left, right, held, lines, beside)) is not None
    ]


def _labels_at(
    left: float,
    right: float,
    held: Sequence[Line],
    lines: Sequence[Line],
    beside: Sequence[Sequence[Word]],
) -> Labels | None:
    bold = sum(is_labelled(line) for line in held) > len(held) / 2
    step = row_step(held, lines)  # what stands closer below a label goes on with it
    others = [
        label_print(label)
        for above, line in pairwise(lines)
        if (label := alone_or_close(line, left, right)) and not ends_title(above, line, right)
        if not is_at(above.x0, left) or line.base - above.base >= step
    ]
    counts = Counter(label_print(line.pieces[0]) for line in held)
    plain = bold and len(held) > 1 and not any(one.pieces[1][0].style.bold for one in held)
    overleaf = {one for page in beside for one in printed_at(left, page)} if plain else ()
    again = {text for text, count in counts.items() if count > 1 or text in overleaf}
    share = sum(counts[text] for text in again)
    others += [label_print(pieces[2]) for line in held if are_pairs(pieces := line.pieces)]
    again |= {text for text, count in Counter(others).items() if count > 1 or text in overleaf}
    cards = len(again) >= MIN_AGAIN and share >= AGAIN_SHARE * len(held)
    room = leaves_room(held, left, right)
    if not cards or not (bold or room):
        listed = bold or (room and are_entries(held, lines, right))
        return Labels(left, right, bold, twice=frozenset(again)) if listed else None
    least = 1 if bold and max(counts.values()) == 1 else MIN_AGAIN  # of one card on the page
    return Labels(left, right, bold, frozenset(again), seconds(held, least))


def are_pairs(pieces: Sequence[Sequence[Word]]) -> bool:
    """Whether a line is two bold labels with a plain text each: "Lead", "Vale", "Due", "2027"."""
    looks = [{word.style.bold for word in words} for words in pieces]
    return looks == [{True}, {False}] * 2 and all(map(_is_short, pieces[::2]))


def _pairs_again(lines: Sequence[Line]) -> frozenset[tuple[str, str]]:
    """Plain pairs of labels that come again among labels with one text, as on a page of cards.

    In rows of a table two texts may come again as well, and nothing but rows stands between.
    """
    pieces = [held for line in lines if len(held := line.pieces) in (2, 4)]
    single = Counter(label_print(held[0]) for held in pieces if len(held) == 2)
    pairs = Counter(_label_pair(held) for held in pieces if len(held) == 4)
    cards = sum(count > 1 for count in single.values()) >= MIN_AGAIN
    return frozenset(pair for pair, count in pairs.items() if cards and count > 1)


def _label_pair(pieces: Sequence[Sequence[Word]]) -> tuple[str, str]:
    """What two labels of one line say; the same ones come again in each card."""
    return label_print(pieces[0]), label_print(pieces[2])


def _is_short(words: Sequence[Word]) -> bool:
    letters = sum(len(word.text) for word in words)
    return letters <= MAX_LABEL_LETTERS and any(c.isalpha() for w in words for c in w.text)


def is_labelled(line: Line) -> bool:
    """Whether a line is a bold piece with a plain one behind a gap, or two such pairs."""
    if are_pairs(line.pieces):
        return True
    if not line.words[0].style.bold or line.words[-1].style.bold:
        return False
    pieces = line.pieces
    return (
        len(pieces) == 2
        and all(word.style.bold for word in pieces[0])
        and not pieces[1][0].style.bold
        and _is_short(pieces[0])
    )


def labelled_rows(
    lines: Sequence[Line], index: int, places: Sequence[Labels], edges: Sequence[Rule] = ()
) -> LineTable | None:
    """The list that begins at a line; None where none does.

    ``edges`` are the rules of the page, and those of its shaded cells.
    """
    for labels in places:
        if _begins(lines, index, labels):
            found = _list_from(lines, index, labels, edges)
            if found is not None:
                return found
    return None


def _begins(lines: Sequence[Line], index: int, labels: Labels) -> bool:
    """Whether a line is the first of a list: a label, or a text whose label stands beside it."""
    line = lines[index]
    if is_at(line.x0, labels.left):
        return bool(_text_of(line, labels)) or _is_cut_label(lines, index, labels)
    if not is_at(line.x0, labels.right) or not labels.again:
        return False
    for above, below in pairwise(lines[index : index + 3]):
        if below.base - above.base > ONE_TEXT_EM * below.size:
            return False
        if is_at(below.x0, labels.left):
            return label_print(_label_of(below, labels)) in labels.again
    return False


def _list_from(
    lines: Sequence[Line], index: int, labels: Labels, edges: Sequence[Rule]
) -> LineTable | None:
    left, right = labels.left, labels.right
    over = sorted(edge.at for edge in edges if edge.start <= left + SIDE_PT and edge.end > left)
    body = in_one_frame(list(_kept(lines, index, labels)), right - SIDE_PT, over)
    count = sum(is_at(line.x0, left) for line in body)
    if not count or not any(_text_of(line, labels) for line in body):
        return None
    own = {label_print(held) for line in body if (held := _label_of(line, labels))}
    least = MIN_AGAIN if own <= labels.twice else 0 if labels.again else MIN_LABELS
    if count < least:
        return None
    rows = label_rows(body, right - SIDE_PT, labels.again, over)
    if len(rows) < least:
        return None
    headed = index > 0 and _is_head(lines[index - 1], left, right, lines[index])
    grid = label_grid(labels, rows, lines[index - 1] if headed else None)
    stop = max((w.x1 for line in body for w in _label_of(line, labels)), default=left)
    top, end, bottom = grid.ys[0], grid.xs[-1], grid.ys[-1]
    boxes = (Frame(left, top, stop, bottom), Frame(right, top, end, bottom))
    return LineTable(grid, index + len(body), Columns(boxes, (((min(stop, right), right),),)))


def _label_of(line: Line, labels: Labels) -> list[Word]:
    return [word for word in line.words if word.x0 < labels.right - SIDE_PT]


def _text_of(line: Line, labels: Labels) -> list[Word]:
    return [word for word in line.words if word.x0 >= labels.right - SIDE_PT]


def _kept(lines: Sequence[Line], index: int, labels: Labels) -> Iterator[Line]:
    """The lines that keep to labels at one place and texts at another."""
    before = lines[index]
    step = MAX_CARD_STEP_EM if labels.again else MAX_STEP_EM
    for place, line in enumerate(lines[index:], index):
        if line.base - before.base > step * before.size:
            return
        if min(word.style.size for word in line.words) > SAME_SIZE * before.size:
            return  # a heading; labels may be smaller than their texts
        label, text = _label_of(line, labels), _text_of(line, labels)
        titled = _is_mark(label, labels)
        if label and not titled and not _is_label(label, labels):
            return
        if label and not text and not _goes_with(lines, place, before, labels):
            return
        alone = titled or not label or (bool(labels.again) and _goes_on(line, before))
        if text and not _is_text(text, line.size, labels, alone=alone):
            return
        close = label and text and text[0].x0 - label[-1].x1 < GAP_EM * line.size
        if close and not is_set_apart(line.words, len(label)):
            return  # a title of which a word begins where the texts do
        yield line
        before = line


def _goes_with(lines: Sequence[Line], place: int, before: Line, labels: Labels) -> bool:
    """Whether a label without a text beside it is no title above the next list.

    It goes on with the line above, stands in the middle beside a text of several lines, is the
    first line of a label whose text stands in its middle, or has a text in another card, as no
    title has.
    """
    if _goes_on(lines[place], before) or _is_cut_label(lines, place, labels):
        return True
    said = label_print(lines[place].words)
    return said in labels.again and any(
        label_print(_label_of(line, labels)) == said for line in lines if _text_of(line, labels)
    )


def _goes_on(line: Line, before: Line) -> bool:
    """Whether a line stands as close below another as the next line of one label."""
    most = REST_EM if begins_small(line.words[0].text) else ONE_TEXT_EM
    return line is not before and line.base - before.base <= most * line.size


def _is_cut_label(lines: Sequence[Line], place: int, labels: Labels) -> bool:
    """Whether a label stands above the first line of its text, which is set to its middle."""
    if place + 1 >= len(lines):
        return False
    line, below = lines[place], lines[place + 1]
    near = below.base - line.base <= ONE_TEXT_EM * line.size
    near &= line.size <= SAME_SIZE * below.size
    known = not labels.again or label_print(line.words) in labels.again
    return near and known and bool(_text_of(below, labels))


def _is_label(words: Sequence[Word], labels: Labels) -> bool:
    look = not labels.bold or all(word.style.bold for word in words)
    at_place = is_at(words[0].x0, labels.left) and words[-1].x1 < labels.right
    return look and at_place and _is_short(words)


def _is_mark(words: Sequence[Word], labels: Labels) -> bool:
    """Whether what stands at the place of the labels of cards is the reference of one: "PL4".

    The title behind it is set in the look of the labels, or of their texts.
    """
    numbered = any(letter.isdigit() for word in words for letter in word.text)
    return (
        bool(labels.again)
        and numbered
        and len(words) <= MAX_MARKS
        and label_print(words) not in labels.again
        and is_at(words[0].x0, labels.left)
    )


def _is_text(words: Sequence[Word], size: float, labels: Labels, *, alone: bool) -> bool:
    indent = words[0].x0 - labels.right
    near = abs(indent) <= SAME_START_PT or (bool(labels.again) and 0 < indent < INDENT_EM * size)
    near = near or (alone and any(is_at(words[0].x0, at) for at in labels.second or ()))
    return near and (alone or not labels.bold or not words[0].style.bold)


def _is_head(line: Line, left: float, right: float, below: Line) -> bool:
    """Whether a line above a list heads its two columns."""
    pieces = line.pieces
    near = 0 < below.base - line.base <= MAX_STEP_EM * line.size
    return (
        near and len(pieces) == 2 and is_at(pieces[0][0].x0, left) and is_at(pieces[1][0].x0, right)
    )
