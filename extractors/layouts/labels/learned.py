"""Labels that ``headings.csv`` does not know, told by a document that prints them again and again.

"Anchor body: Vale" between an action and "By when: May 2026", card after card, is a label whatever
it says; so is what stands first in the rows of one form as in those of the next. Knows blocks and
known labels; knows nothing of formats.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.blocks import Block, Heading, Paragraph, Table
from extractors.columns.claims import ends_in_its_words
from extractors.columns.contents import DASHES, is_level, is_ref
from extractors.columns.folding import fold_heading
from extractors.grid import filled_paragraphs, text_of
from extractors.layouts.labels.cards import label_of
from extractors.layouts.labels.prose_labels import (
    COLON_RE,
    INNER_RE,
    Labels,
    fields_of,
    lone_label,
    read_labels,
)
from extractors.rows import WHO_AND_WHEN
from extractors.sections import section_from

AGAIN = 2  # times that a label is printed; a remark ("Note: ...") beside one card comes once
MAX_WORDS = 4  # of a label that is not known; "Community safety partnership board" names a body
LONG_AGAIN = 3  # times that a longer one stands before a colon: "What people have told us so far"
MAX_LONG_WORDS = 9
NEAR = 2  # paragraphs between two labels that stand alone: the value of the first


@dataclass(frozen=True, slots=True)
class Learned:
    """What a document tells of its labels by printing them again and again.

    Attributes:
        labels: Those that stand near labels which say who or when, folded: ``{"anchorbody"}``.
        forms: The labels of tables that several tables have in the same order.
        shared: Places of headings over several such tables, which they title none of.
    """

    labels: Labels = frozenset()
    forms: frozenset[tuple[str, ...]] = frozenset()
    shared: frozenset[int] = frozenset()


def learn(blocks: Sequence[Block], tables: Iterable[Table]) -> Learned:
    """Look through a document once for the labels that it repeats."""
    forms = repeated_forms(tables)
    return Learned(learned_labels(blocks), forms, over_several(blocks, forms))


def learned_labels(blocks: Sequence[Block]) -> Labels:
    """The labels, folded, that stand near those which say who or when, more than once.

    ``frozenset({"anchorbody"})``; empty for most documents. Labels alone are bold.
    """
    said: Counter[tuple[str, int]] = Counter()
    for run in _runs(blocks):
        known = [_says_who_or_when(paragraph) for paragraph in run]
        for place, paragraph in enumerate(run):
            near = known[max(place - NEAR, 0) : place + NEAR + 1]
            if any(near):
                said.update(
                    set(_candidates(paragraph, alone=not any(known[place + 1 : place + 2])))
                )
    return frozenset(one for (one, least), times in said.items() if times >= least)


def form_labels(table: Table) -> tuple[str, ...]:
    """What stands first in the rows of a table, folded; neither rows across it nor references."""
    firsts = [cell for cell in table.cells if cell.column == 0]
    beside = [text_of(cell) for cell in firsts if cell.column_span < table.column_count]
    return tuple(fold_heading(text) for text in beside if text and not is_ref(text))


def repeated_forms(tables: Iterable[Table]) -> frozenset[tuple[str, ...]]:
    """The labels of tables that several tables of a document have in the same order."""
    times = Counter(form_labels(table) for table in tables if table.column_count > 1)
    return frozenset(labels for labels, count in times.items() if count >= AGAIN and labels)


def over_several(blocks: Sequence[Block], forms: frozenset[tuple[str, ...]]) -> frozenset[int]:
    """Places of the headings over several forms with the same labels, which they title none of.

    ``forms`` are those of ``repeated_forms``.
    """
    shared: set[int] = set()
    heading = -1
    seen: Counter[tuple[str, ...]] = Counter()
    for place, block in enumerate(blocks):
        if isinstance(block, Heading):
            heading, seen = place, Counter()
        elif isinstance(block, Table) and (labels := form_labels(block)) in forms:
            seen[labels] += 1
            shared.update([heading] if seen[labels] >= AGAIN else [])
    return frozenset(shared)


def _runs(blocks: Sequence[Block]) -> Iterator[list[Paragraph]]:
    """Paragraphs that follow one another: in the body, and in each cell."""
    run: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            run.append(block)
            continue
        yield run
        run = []
        if isinstance(block, Table):
            yield from (filled_paragraphs([cell]) for cell in block.cells)
    yield run


def _says_who_or_when(paragraph: Paragraph) -> bool:
    lone = lone_label(paragraph)
    lines = read_labels(paragraph).lines if lone is None else (lone,)
    return bool(fields_of(lines) & WHO_AND_WHEN)


def _candidates(paragraph: Paragraph, *, alone: bool) -> Iterator[tuple[str, int]]:
    """What may be labels in a paragraph, folded, each with the times that it is printed then.

    A few words before a colon, bold before plain ones, or bold and ``alone``.

    Right above a label stands no other, but a title, which two cards may share ("Train staff").
    """
    text = paragraph.text
    first = COLON_RE.match(text)
    inner = [found["label"] for found in INNER_RE.finditer(text) if found["blank"] is None]
    inner = [one for one in inner if not _ends_in_known(one)]
    bold = [text] if alone and paragraph.bold and paragraph.marker is None else []
    bold += [lead.rstrip(" :-–—")] if (lead := paragraph.lead_in) and first is None else []
    for label in (*([first["label"]] if first else []), *inner, *bold):
        if _may_be_label(label, MAX_WORDS):
            yield fold_heading(label), AGAIN
    if first and _may_be_label(first["label"], MAX_LONG_WORDS):
        yield fold_heading(first["label"]), LONG_AGAIN


def _ends_in_known(text: str) -> bool:
    """Whether a known label ends a text that begins with a value: "Women's Aid Lead officer"."""
    meaning = label_of(text)
    return meaning is not None and ends_in_its_words(text, meaning)


def _may_be_label(text: str, most: int) -> bool:
    words = text.split()
    plain = 0 < len(words) <= most and words[0][0].isupper()
    plain = plain and not is_level(text)  # "High priority" above each action
    plain = plain and not DASHES.intersection(words)  # "Commissioning – Deadline" ends a value
    return plain and not any(map(str.isdigit, text)) and section_from(text).kind == "group"
