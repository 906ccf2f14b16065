"""Pages that were read before it was known how the page before them ends."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extractors.readers.pdf.page.blocks import PageBlocks, page_blocks
from extractors.readers.pdf.unruled.carry import PageEnd


def carry_on(pages: Iterable[PageBlocks]) -> Iterator[PageBlocks]:
    """The pages, those read again whose first lines may go on with a table of the page before.

    Pages read one after the other know that; the first of a part, and one behind a picture whose
    letters were recognised later, do not.
    """
    end = PageEnd()
    for page in pages:
        if page.again is not None:
            known = page_blocks(page.again.record, page.about, page.again.beside, end)
            page = replace(page, blocks=known.blocks, end=known.end, again=None)
        yield page
        end = page.end or PageEnd()
