"""Running headers, footers and page numbers, told from the text by what repeats.

Knows the tops and bottoms of all pages; knows nothing of headings.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.blocks import Table
from extractors.readers.pdf.page.blocks import PageBlocks, Text
from extractors.readers.pdf.page.printed.margins import MARGIN, SAME_PLACE_PT, pattern
from extractors.readers.pdf.whole.headings import Looks
from extractors.readers.pdf.whole.text import BREAK_RE

SIDE_MARGIN = 0.12  # of the page's width at either side, where slides name their publisher
MAX_LINES = 3  # lines of a text, rows of a table, that may be furniture
EDGE_BLOCKS = 4  # blocks from the top and from the bottom that may be furniture
MIN_PAGES = 2  # pages on which a line must stand in its place
MIN_SHARE = 0.3  # of the pages, where there are many: sections have headers of their own
FEW_PAGES = 4  # pages below which two of the same line are enough
PAGE_NUMBER_RE = re.compile(
    r"^(?:[-–|\s]*)(?:page|p\.?|pg\.?)?\s*(\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/|\|)\s*\d{1,4})?[-–|\s]*$",
    re.IGNORECASE,
)
COUNT_RE = re.compile(  # of a chapter; "Tudalen 3" is a page in Welsh
    r"(?!page|sheet|slide|tudalen)[a-z]+(?: [a-z]+)? \d{1,2}(?:\.\d{1,2}| of \d{1,2})?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A text near an edge: how far from it, in points, and whether it, or the text below, heads.

    ``form`` is the width and height of its page: those on their side have margins of their own.
    """

    page: int
    form: tuple[int, int]
    index: int
    text: str
    at: float
    bottom: bool
    heads: bool
    titled: bool = False


def split_furniture(pages: Sequence[PageBlocks]) -> tuple[list[PageBlocks], list[str]]:
    """Part the pages' text from what runs along their edges.

    Returns:
        The pages without it, and each line of it once, page numbers left out.
    """
    looks = Looks([block for page in pages for block in page.blocks])
    candidates = [one for page in pages for one in _candidates(page, looks)]
    forms = Counter(map(_form, pages))
    drop = _repeated(candidates, forms) - _counts_begun(candidates) - _labels(candidates, pages)
    drop |= _page_numbers(candidates)
    lines: dict[str, str] = {}
    for one in candidates:
        if (one.page, one.index) in drop and not PAGE_NUMBER_RE.match(one.text):
            lines.setdefault(pattern(one.text), one.text)
    kept = [
        replace(
            page,
            blocks=tuple(
                block for index, block in enumerate(page.blocks) if (page.number, index) not in drop
            ),
        )
        for page in pages
    ]
    return kept, list(lines.values())


def _labels(candidates: Sequence[_Candidate], pages: Sequence[PageBlocks]) -> set[tuple[int, int]]:
    """Lines that pages print at least as often within as at their edges: labels of cards.

    "How we will know" stands at the top of two pages by chance, and so may "Action 2", "Action 7",
    and "No." above the number of a card.
    """
    edges = {(one.page, one.index) for one in candidates}
    said = [one for one in candidates if any(map(str.isalpha, one.text))]
    wanted = Counter(pattern(one.text) for one in said)
    within: dict[str, list[str]] = defaultdict(list)
    for page in pages if wanted else ():
        texts = (
            BREAK_RE.sub(" ", block.paragraph.printed)
            for index, block in enumerate(page.blocks)
            if isinstance(block, Text) and (page.number, index) not in edges
        )
        for text in texts:
            within[pattern(text)].append(text)
    found: set[tuple[int, int]] = set()
    for form, times in wanted.items():
        own, inner = [one for one in said if pattern(one.text) == form], within[form]
        if len(inner) >= max(MIN_PAGES, times) or _count_on(own, inner):
            found |= {(one.page, one.index) for one in own}
    return found


def _count_on(edges: Sequence[_Candidate], within: Sequence[str]) -> bool:
    """Whether counts at the edges and within are each printed once, as those of cards are."""
    texts = [*(one.text for one in edges), *within]
    counted = all(COUNT_RE.fullmatch(text) for text in texts)
    return counted and bool(within) and len(set(texts)) == len(texts)


def _form(page: PageBlocks) -> tuple[int, int]:
    return round(page.width), round(page.height)


def _candidates(page: PageBlocks, looks: Looks) -> Iterable[_Candidate]:
    made = (_candidate(page, index, block, looks) for index, block in enumerate(page.blocks))
    near = sorted((one for one in made if one is not None), key=lambda one: one.at)
    tops = [one for one in near if not one.bottom]
    bottoms = [one for one in near if one.bottom]
    return [*tops[:EDGE_BLOCKS], *bottoms[:EDGE_BLOCKS]]


def _candidate(
    page: PageBlocks, index: int, block: Text | Table, looks: Looks
) -> _Candidate | None:
    """A short text, or a low table (a ruled header), near an edge; None for any other block."""
    if isinstance(block, Table):
        place, lines = block.place, block.row_count
        text = " ".join(cell.text for cell in block.cells) if lines <= MAX_LINES else ""
        heads = turned = False
    else:
        place, text, lines = block.paragraph.place, block.paragraph.printed, block.lines
        heads, turned = looks.stands_out(block, block.paragraph), block.turned
    if not place.boxes or lines > MAX_LINES or not text:
        return None
    box, text = place.boxes[0], BREAK_RE.sub(" ", text)
    beside = box.x1 < SIDE_MARGIN * page.width or box.x0 > (1 - SIDE_MARGIN) * page.width
    if box.bottom < MARGIN * page.height or (beside and turned):
        titled = _heads_below(page, index, looks)
        return _Candidate(page.number, _form(page), index, text, box.top, False, heads, titled)
    if box.top > (1 - MARGIN) * page.height:
        return _Candidate(
            page.number, _form(page), index, text, page.height - box.bottom, True, heads
        )
    return None


def _heads_below(page: PageBlocks, index: int, looks: Looks) -> bool:
    """Whether the text below another looks like a heading."""
    below = page.blocks[index + 1] if index + 1 < len(page.blocks) else None
    return isinstance(below, Text) and looks.stands_out(below, below.paragraph)


def _repeated(
    candidates: Sequence[_Candidate], forms: Mapping[tuple[int, int], int]
) -> set[tuple[int, int]]:
    """Lines that stand at the same height on several pages, page numbers in them apart.

    On pages of another form, of which an appendix on its side has few, they stand elsewhere.
    """
    groups: dict[tuple[str, bool], list[_Candidate]] = defaultdict(list)
    for one in candidates:
        groups[pattern(one.text), one.bottom].append(one)
    found: set[tuple[int, int]] = set()
    single = [one for group in groups.values() if len(group) == 1 for one in group]
    heads = [one for one in candidates if one.heads and not one.bottom]
    for group in groups.values():
        running: set[tuple[int, int]] = set()
        for one in group:
            count = forms[one.form]
            level = [other for other in group if abs(other.at - one.at) <= SAME_PLACE_PT]
            near = {other.page for other in level}
            along = {other.page for other in level if other.page > 1 or not other.titled}
            enough = count <= FEW_PAGES or len(near) >= MIN_SHARE * count or len(near) >= 3
            begins = _begins_text(one, len(along), single) or _begins_chapter(one, group, heads)
            if len(near) >= MIN_PAGES and enough and not begins:
                found.add((one.page, one.index))
                running.add(one.form)
        if running:
            found |= {(x.page, x.index) for x in group if x.form not in running and not x.heads}
    return found


def _begins_text(one: _Candidate, pages: int, single: Sequence[_Candidate]) -> bool:
    """Whether a heading stands where the text of as many other pages begins: "What we will do".

    A running header stands above the text of every page, or its pages have no other line there. The
    publisher above the title on the first page is none, and may head a part of the plan below it.
    """
    if not one.heads or one.bottom:
        return False
    beside = {x.page for x in single if not x.bottom and abs(x.at - one.at) <= SAME_PLACE_PT}
    return len(beside - {one.page}) >= pages


def _begins_chapter(
    one: _Candidate, group: Sequence[_Candidate], heads: Sequence[_Candidate]
) -> bool:
    """Whether it is the first of one title on slides in a row, of which others have other titles.

    Running headers of left and right pages alternate, those of chapters stand above titles, and
    those of most pages are no chapter's.
    """
    pages = sorted({other.page for other in group})
    in_a_row = pages[-1] - pages[0] < len(pages)
    if not one.heads or one.bottom or one.titled or one.page != pages[0] or not in_a_row:
        return False
    beside = {x.page for x in heads if abs(x.at - one.at) <= SAME_PLACE_PT}.difference(pages)
    return 2 * len(beside) >= len(pages)


def _counts_begun(candidates: Sequence[_Candidate]) -> set[tuple[int, int]]:
    """The first line of each count along the tops: "Priority 2", above the title of its chapter.

    On further pages of the chapter it runs along.
    """
    groups: dict[str, list[_Candidate]] = defaultdict(list)
    for one in candidates:
        if not one.bottom and COUNT_RE.fullmatch(one.text):
            groups[pattern(one.text)].append(one)
    found: set[tuple[int, int]] = set()
    for group in groups.values():
        first = {one.text: (one.page, one.index) for one in reversed(group)}
        found |= set(first.values()) if len(first) > 1 and not _count_pages(group) else set()
    return found


def _count_pages(counts: Sequence[_Candidate]) -> bool:
    """Whether counts go up with the pages, as "Housing strategy 12" does on page 13.

    So do chapters of a page each, but a title stands below each of them.
    """
    if any("." in one.text for one in counts):
        return False  # "Project 1.3"
    numbers = [int(one.text.split()[-1]) for one in counts]
    apart = {one.page - number for one, number in zip(counts, numbers, strict=True)}
    return apart == {0} or (len(apart) == 1 and not all(one.titled for one in counts))


def _page_numbers(candidates: Sequence[_Candidate]) -> set[tuple[int, int]]:
    """Lines that hold a page number alone; the number must fit the page by one distance.

    A distance that one page alone has may be that of a number in the text, such as a panel's.
    """
    numbers = []
    for one in candidates:
        match = PAGE_NUMBER_RE.match(one.text)
        if match is not None:
            digits = match.group(1)
            numbers.append((one, int(digits) - one.page if digits.isdigit() else None))
    pages: dict[int, set[int]] = defaultdict(set)
    for one, step in numbers:
        if step is not None:
            pages[step].add(one.page)
    usual = max(pages, key=lambda step: (len(pages[step]), step == 0), default=0)
    known = usual == 0 or len(pages[usual]) >= MIN_PAGES
    return {
        (one.page, one.index) for one, step in numbers if step is None or (known and step == usual)
    }
