"""Aims whose titles nothing marks: in one run ("Homes Travel Nature"), or each above its text."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import dropwhile, islice, pairwise, takewhile

from extractors.blocks import Table
from extractors.generic import is_generic
from extractors.lines import Line
from extractors.priorities.sets import USUAL, Found, FoundSet, context_score, shape_score
from extractors.priorities.text import PARENT_POINTS, parent_noun, plain_text
from extractors.priorities.words import NOUN_WEIGHTS, fold_title, label_and_title

MAX_RUN_WORDS = 80  # words of a run of titles; a longer text is prose
MAX_WORDS = 12  # words of one of them
MIN_SENTENCE_WORDS = 5  # words of what is said of one: "Trust is earned every day."
MAX_LINES = 40  # lines looked at below one heading
JOINS = frozenset({"and"})  # what may stand between two


def from_runs_of_titles(lines: Sequence[Line], title: str | None) -> Iterator[FoundSet]:
    """The titles that stand side by side below "Our priorities" and each head a chapter.

    Nothing else parts them where a page sets them in boxes, on arrows or round a wheel. A menu of
    chapters names the "Action plan" among them.
    """
    heads = headed_titles(lines)
    for above, line in pairwise(lines):
        noun = parent_noun(above)
        if noun is None:
            continue
        texts = _texts(line.table) if line.table is not None else {}
        titles = titles_in(" ".join((line.text, *texts)), heads)
        if len(titles) < USUAL.start or any(map(is_generic, titles)):
            continue
        said = {fold_title(text): summary for text, summary in texts.items()}
        rows = tuple(
            Found(one, None, said.get(fold_title(one)), line.block, line.place) for one in titles
        )
        score = NOUN_WEIGHTS[noun] + PARENT_POINTS + shape_score(rows, None)
        yield FoundSet(rows, score + context_score(above.text, above.above, title))


def from_titles_above_texts(lines: Sequence[Line], title: str | None) -> Iterator[FoundSet]:
    """Plain lines below "Our priorities", a title and the sentence it is about by turns.

    A paragraph may introduce them, and another close them.
    """
    for index, above in enumerate(lines):
        noun = parent_noun(above)
        if noun is None:
            continue
        below = takewhile(_is_unmarked, islice(lines, index + 1, index + 1 + MAX_LINES))
        run = list(dropwhile(_is_sentence, below))
        pairs = list(takewhile(_is_pair, zip(run[::2], run[1::2], strict=False)))
        rest = run[2 * len(pairs) :]
        if len(pairs) not in USUAL or not all(map(_is_sentence, rest)):
            continue
        rows = tuple(_found(*pair) for pair in pairs)
        score = NOUN_WEIGHTS[noun] + PARENT_POINTS + shape_score(rows, None)
        yield FoundSet(rows, score + context_score(above.text, above.above, title))


def _found(line: Line, said: Line) -> Found:
    label, title = label_and_title(line.text)
    return Found(title, label, said.text, line.block, line.place)


def _is_unmarked(line: Line) -> bool:
    return line.is_text and line.marker is None and line.lead_in is None


def _is_sentence(line: Line) -> bool:
    return line.text.endswith((".", ":")) and len(line.text.split()) >= MIN_SENTENCE_WORDS


def _is_pair(pair: tuple[Line, Line]) -> bool:
    one, said = pair
    titled = one.text[:1].isupper() and not one.text.endswith((".", ":", ",", ";"))
    return titled and len(one.text.split()) <= MAX_WORDS and _is_sentence(said)


def _texts(table: Table) -> dict[str, str | None]:
    """The first paragraph of each cell, and what the cell says of it."""
    filled = [[one for one in cell.paragraphs if one.text] for cell in table.cells]
    return {first.text: plain_text(rest) for first, *rest in filter(None, filled)}


def headed_titles(lines: Sequence[Line]) -> dict[str, str]:
    """The titles of a document's headings, folded, each as first printed."""
    heads: dict[str, str] = {}
    for line in lines:
        if line.heading is not None:
            printed = label_and_title(line.text)[1]
            heads.setdefault(fold_title(printed), printed)
    return heads


def titles_in(text: str, heads: Mapping[str, str]) -> list[str]:
    """The headings that a text is made of and nothing else: the longest first; [] for other texts.

    "Young carers thriving and caring and working" is two of them where one is "Caring and working".
    """
    words = fold_title(text).split() if len(text.split()) <= MAX_RUN_WORDS else []
    found: list[str] = []
    at = 0
    while at < len(words):
        ends = range(min(at + MAX_WORDS, len(words)), at, -1)
        parts = (end for end in ends if end - at < len(words))  # the run itself may head
        end = next((end for end in parts if " ".join(words[at:end]) in heads), None)
        if end is not None:
            found.append(heads[" ".join(words[at:end])])
        elif words[at] not in JOINS:
            return []
        at = end or at + 1
    return found
