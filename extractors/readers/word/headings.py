"""Which paragraphs of a Word body are headings: by style where there is one, else by their look."""

import re
from collections import Counter
from collections.abc import Sequence

from extractors.blocks import Block, Heading, Paragraph, Table
from extractors.readers.word.blocks import Draft

MAX_LEVEL = 6
MAX_CHARS = 120  # of a heading by look; the longest styled heading of the corpus has 78
MAX_STYLED_CHARS = 250  # of a heading by style; longer ones are prose in the wrong style
MIN_CAPITALS = 6  # letters of a heading that nothing but capitals marks; fewer are an acronym
MAX_WORDS = 18  # of a heading by look
LARGER = 1.15  # times the body's size: 12 to 14 points is the smallest step that writers choose
SAME_SIZE_PT = 0.5  # points; sizes are stated in half points
SENTENCE_END = (".", ";", ",")
TYPED_NUMBER_RE = re.compile(
    r"^((?:\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|[A-Z][.)]|[IVX]{1,5}[.)]))\s+(?=\S)"
)
CONTENTS_RE = re.compile(r"^(?:table of )?contents:?$", re.IGNORECASE)
FIRST_PAGE_DRAFTS = 30  # paragraphs and tables of a first page, where no page break is stored
TOP_BLOCKS = 3  # blocks at the top of a document where a bold line may be its title
NO_HEADING_RE = re.compile(  # a quotation, a caption, the beginning of a list
    r"^[“‘\"'«]|^(?:table|figure|diagram|chart|box|source)\s+\d"
    r"|\b(?:are|as|be|by|for|following|include|includes|including|is|of|that|to|we|will|with):$",
    re.IGNORECASE,
)
WORD_RE = re.compile(r"[^\W\d_]{2,}")


def tell_headings(drafts: Sequence[Draft]) -> list[Block]:
    """Give the blocks of a body, its headings told from its paragraphs."""
    body_size = _body_size(drafts)
    looks = [_looks_like_heading(drafts, place, body_size) for place in range(len(drafts))]
    ranks = _Ranks(drafts, looks)
    blocks: list[Block] = []
    styled_level = 0
    for draft, looks_like in zip(drafts, looks, strict=True):
        block = draft.block
        if isinstance(block, Table):
            blocks.append(block)
        elif _is_styled(draft):
            styled_level = _styled_level(draft)
            _add_heading(blocks, block, styled_level, draft.title)
        elif looks_like:
            _add_heading(blocks, block, ranks.level(block, styled_level), joined=False)
        else:
            blocks.append(block)
    return blocks


def find_title(drafts: Sequence[Draft], stated: str | None) -> str | None:
    """The document's title as displayed, else as the file states it.

    Word's "Title" paragraphs; else the largest heading of the first page that is set in a heading
    style or larger than the body; else the file's field; else a bold line at the very top.

    Args:
        drafts: The body as read.
        stated: The file's own title field; None where it is empty.
    """
    start = [d for d in drafts[:FIRST_PAGE_DRAFTS] if d.page == drafts[0].page]
    titles = [d.block.printed for d in start if isinstance(d.block, Paragraph) and d.title]
    if titles:
        return " ".join(titles)
    body_size = _body_size(drafts)
    plain = {
        d.block.text for d in start if isinstance(d.block, Paragraph) and _is_plain(d, body_size)
    }
    blocks = tell_headings(start)
    headings = [b for b in blocks if isinstance(b, Heading) and _may_be_title(b)]
    marked = [heading for heading in headings if heading.text not in plain]
    if marked:
        return max(marked, key=lambda heading: (heading.size or 0, -heading.level)).text
    top = [heading.text for heading in headings if heading in blocks[:TOP_BLOCKS]]
    return stated or next(iter(top), None)


def _may_be_title(heading: Heading) -> bool:
    """A counted heading ("1. Better homes") is a chapter's, and "Contents" heads a list."""
    return heading.marker is None and not CONTENTS_RE.match(heading.text)


def _is_plain(draft: Draft, body_size: float | None) -> bool:
    """Neither of a heading style nor larger than the body."""
    block = draft.block
    return (
        not _is_styled(draft) and isinstance(block, Paragraph) and not _is_larger(block, body_size)
    )


def _is_larger(paragraph: Paragraph, body_size: float | None) -> bool:
    return bool(body_size and paragraph.size and paragraph.size >= body_size * LARGER)


class _Ranks:
    """Levels for headings by look: by the size of styled headings, else by the sizes there are."""

    def __init__(self, drafts: Sequence[Draft], looks: Sequence[bool]) -> None:
        self.styled: dict[int, float] = {}
        for draft in drafts:
            if isinstance(draft.block, Paragraph) and _is_styled(draft) and draft.block.size:
                level = _styled_level(draft)
                self.styled[level] = max(self.styled.get(level, 0.0), draft.block.size)
        found = {
            (draft.block.size or 0.0, draft.block.bold)
            for draft, looks_like in zip(drafts, looks, strict=True)
            if looks_like and isinstance(draft.block, Paragraph)
        }
        self.found = sorted(found, reverse=True)

    def level(self, paragraph: Paragraph, above: int) -> int:
        """The level of a heading by look that stands below a styled one of level ``above``."""
        size = paragraph.size or 0.0
        if not above:
            return min(self.found.index((size, paragraph.bold)) + 1, MAX_LEVEL)
        like = [level for level, other in self.styled.items() if size >= other - SAME_SIZE_PT]
        if like:
            return min(like)
        smallest = min(self.styled.values(), default=0.0) - SAME_SIZE_PT
        lower = [look for look in self.found if not self.styled or look[0] < smallest]
        return min(above + 1 + lower.index((size, paragraph.bold)), MAX_LEVEL)


def _is_styled(draft: Draft) -> bool:
    block = draft.block
    if isinstance(block, Table) or draft.contents or not any(map(str.isalnum, block.printed)):
        return False
    if len(block.text) > MAX_STYLED_CHARS:
        return False
    return draft.title or draft.outline is not None


def _styled_level(draft: Draft) -> int:
    return 1 if draft.outline is None else min(draft.outline + 1, MAX_LEVEL)


def _add_heading(blocks: list[Block], paragraph: Paragraph, level: int, joined: bool) -> None:
    """Add a heading; a title set in several paragraphs is one heading."""
    before = blocks[-1] if blocks else None
    text = paragraph.text
    marker = None if _is_bullet(paragraph.marker) else paragraph.marker
    if marker is None:
        found = TYPED_NUMBER_RE.match(text)
        marker, text = (found[1], text[found.end() :]) if found else (None, text)
    elif WORD_RE.search(marker):  # "Priority 1:" counted by Word is part of what the heading says
        marker, text = None, paragraph.printed
    if joined and isinstance(before, Heading) and before.level == level and not marker:
        struck = " ".join(filter(None, (before.struck, paragraph.struck))) or None
        both = f"{before.text} {text}"
        blocks[-1] = Heading(both, level, before.marker, before.size, struck=struck)
    else:
        blocks.append(Heading(text, level, marker, paragraph.size, struck=paragraph.struck))


def _body_size(drafts: Sequence[Draft]) -> float | None:
    """The size in points of most letters of the body's prose; None where nothing states it."""
    sizes: Counter[float | None] = Counter()
    for draft in drafts:
        if isinstance(draft.block, Paragraph) and not _is_styled(draft):
            sizes[draft.block.size] += len(draft.block.text)
    return max(sizes, key=lambda size: sizes[size]) if sizes else None


def _looks_like_heading(drafts: Sequence[Draft], place: int, body_size: float | None) -> bool:
    draft = drafts[place]
    block = draft.block
    if isinstance(block, Table) or draft.contents or draft.aside or _is_styled(draft):
        return False
    if not _reads_like_heading(block.text) or _is_bullet(block.marker):
        return False
    capitals = block.lead_in is None and _is_in_capitals(block.text)  # no "DUE 30/09/2027"
    marked = block.bold or _is_larger(block, body_size) or capitals
    return marked and place + 1 < len(drafts)


def _is_in_capitals(text: str) -> bool:
    return text.isupper() and sum(map(str.isalpha, text)) >= MIN_CAPITALS


def _reads_like_heading(text: str) -> bool:
    if len(text) > MAX_CHARS or len(text.split()) > MAX_WORDS or text.endswith(SENTENCE_END):
        return False
    return WORD_RE.search(text) is not None and NO_HEADING_RE.search(text) is None


def _is_bullet(marker: str | None) -> bool:
    return marker is not None and (marker == "o" or not any(map(str.isalnum, marker)))
