"""Places put together, and parts of them. Knows boxes on pages alone."""

from collections.abc import Iterable

from extractors.blocks import Box, Place


def join_places(places: Iterable[Place]) -> Place:
    """Give the place that covers several: one box a page, pages in order.

    ``[Place((Box(22, 10, 10, 50, 20),)), Place((Box(22, 50, 10, 90, 20),))]`` becomes
    ``Place((Box(22, 10, 10, 90, 20),))``.
    """
    pages: dict[int, Box] = {}
    for box in (box for place in places for box in place.boxes):
        known = pages.get(box.page)
        pages[box.page] = box if known is None else _cover(known, box)
    return Place(tuple(pages[page] for page in sorted(pages)))


def share_beside(rows: Place, merged: Place) -> Place:
    """The part of a merged cell that stands beside some of its rows, page by page.

    Args:
        rows: Where these rows stand: ``Place((Box(4, 200, 100, 500, 130),))``.
        merged: The cell, taller than they are: ``Place((Box(4, 40, 60, 200, 300),))`` gives
            ``Place((Box(4, 40, 100, 200, 130),))``; nothing on a page that the rows do not touch.
    """
    shares = []
    for beside in rows.boxes:
        for box in (one for one in merged.boxes if one.page == beside.page):
            top, bottom = max(box.top, beside.top), min(box.bottom, beside.bottom)
            if top < bottom:
                shares.append(Box(box.page, box.x0, top, box.x1, bottom))
    return Place(tuple(shares))


def _cover(one: Box, other: Box) -> Box:
    return Box(
        one.page,
        min(one.x0, other.x0),
        min(one.top, other.top),
        max(one.x1, other.x1),
        max(one.bottom, other.bottom),
    )
