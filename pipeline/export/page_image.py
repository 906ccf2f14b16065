"""Draws the pages that an action is printed on, with its boxes: bytes to PNG.

Runs in a worker: a page is hostile until drawn. Knows pages and boxes, not actions.
"""

import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image, ImageDraw
from pypdfium2 import PdfiumError

from extractors.errors import UnreadableDocument

DPI = 110  # pixels an inch: 9 point letters are read with ease, a page has 1,300 lines
POINTS = 72.0  # points an inch
MAX_PIXELS = 12_000_000  # of a page; A4 at this DPI has 1.2 million, larger ones are drawn smaller
MAX_PAGES = 6  # drawn; a row over more pages would be a fault of the reading
GAP_PX = 12  # between two pages, one below the other
EDGE = (213, 94, 0)  # Okabe and Ito's vermilion, seen by the colour-blind and dark in print
TINT = (*EDGE, 40)  # of 255: the letters below stay readable
EDGE_PX, MARGIN_PX = 3, 4

PageBox = tuple[int, float, float, float, float]  # page from 1, x0, top, x1, bottom in points


def draw_pages(path: Path, boxes: Sequence[PageBox]) -> bytes:
    """Draw each page that has a box, one below the other, as a PNG.

    Args:
        path: A PDF.
        boxes: Where the row is printed, points from the top left of the page as displayed.

    Raises:
        UnreadableDocument: The file has no such page, or pdfium cannot draw it.
    """
    numbers = sorted({box[0] for box in boxes})[:MAX_PAGES]
    try:
        document = pypdfium2.PdfDocument(path.read_bytes())
        try:
            pages = [
                _draw(document[number - 1], [box for box in boxes if box[0] == number])
                for number in numbers
            ]
        finally:
            document.close()
    except (PdfiumError, IndexError) as cause:
        raise UnreadableDocument("broken", f"its page cannot be drawn: {cause}") from cause
    return _png(pages)


def _draw(page: Any, boxes: Iterable[PageBox]) -> Image.Image:
    width, height = page.get_size()
    scale = min(DPI / POINTS, (MAX_PIXELS / max(1.0, width * height)) ** 0.5)
    picture: Image.Image = page.render(scale=scale).to_pil().convert("RGB")
    brush = ImageDraw.Draw(picture, "RGBA")
    for _, x0, top, x1, bottom in boxes:
        left, upper = x0 * scale - MARGIN_PX, top * scale - MARGIN_PX
        right, lower = x1 * scale + MARGIN_PX, bottom * scale + MARGIN_PX
        corners = (left, upper, max(left, right), max(upper, lower))
        brush.rectangle(corners, fill=TINT, outline=EDGE, width=EDGE_PX)
    return picture


def _png(pages: Sequence[Image.Image]) -> bytes:
    width = max(page.width for page in pages)
    height = sum(page.height for page in pages) + GAP_PX * (len(pages) - 1)
    sheet = Image.new("RGB", (width, height), "grey")
    top = 0
    for page in pages:
        sheet.paste(page, (0, top))
        top += page.height + GAP_PX
    held = io.BytesIO()
    sheet.save(held, "PNG")
    return held.getvalue()
