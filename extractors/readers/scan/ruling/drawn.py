"""Strokes across a page that someone drew, whole or in dashes: rows of letters have gaps.

Knows grey pixels and strokes; knows no letters and no tables. All lengths are pixels.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from extractors.readers.scan.pixels.image import Grey, Mask
from extractors.readers.scan.ruling.strokes import (
    EDGE_DEPTH,
    RIDGE_DEPTH,
    Places,
    Segment,
    stretches,
)

Tones = NDArray[np.int16]

CORE_REACH = 2  # pixels to either side in which a rule is followed along its stroke
SIDE_REACH = 7  # pixels to the paper beside it
LEVEL = 33  # pixels along a rule over which its paper is of one tone: the side of a low row
WHOLE_SHARE = 0.88  # of its pixels that are inked: rules of a fax have 0.9 on, letters up to 0.75

CLOSE_INCHES = 0.125  # the longest of which the gap may be as long as the dash; lines are wider
LONG_DASH = 2.0  # times the gap that a longer dash is: letters below one another are 1.7 at most
SHORTEST_INCHES = 0.35  # of a dashed rule: the narrowest column; the dots that scanners make greys
# of stand evenly by chance over less
APART_INCHES = 0.1  # between two dashed rules: no row is so low, rows of such dots are
MIN_DASHES = 6  # of a dashed rule; a word has as many strokes, but none so even
EVEN = 4  # pixels between one dash, or gap, and the next, and between the extremes of most
LEAST_CHAIN = 3  # dashes between two crossings, where one dash runs into another
ODD_SHARE = 0.15  # of the shortest, and of the longest, that are left out: crossings cut them


def is_drawn(grey: Grey, line: Segment, share: float = WHOLE_SHARE) -> bool:
    """Whether a stroke across is a rule or the border of a band, all along.

    Args:
        grey: The straightened page; its rows and columns changed over, for a stroke down.
        line: Its place.
        share: Of its pixels that are inked at least.
    """
    middle, above, below = _strips(grey, line)
    step = above - below
    if max(np.mean(step >= EDGE_DEPTH / 2), np.mean(step <= -EDGE_DEPTH / 2)) >= share:
        return True
    return bool(np.mean(_inked(middle, above, below)) >= share)


def stands_free(grey: Grey, line: Segment) -> bool:
    """Whether what is beside a stroke across is of one tone: letters stand on a row of their feet.

    That of three rules in pieces was so for 0.99 of their length, above one row of feet for 0.15.
    """
    _, *sides = _strips(grey, line)
    even = (np.abs(side - np.median(side)) < EDGE_DEPTH for side in sides)
    return all(np.mean(one) >= WHOLE_SHARE for one in even)


def dashed_across(grey: Grey, mask: Mask, dpi: int) -> list[Segment]:
    """The rules across that are drawn in even dashes.

    Args:
        grey: The straightened page, or its rows and columns changed over.
        mask: The pixels of its strokes.
        dpi: Its pixels an inch.
    """
    found: list[Segment] = []
    near: list[Segment] = []
    least = MIN_DASHES * RIDGE_DEPTH / 4
    for row in np.flatnonzero(mask.sum(axis=1) >= least).tolist():
        for start, end in _dashes(mask[row]):
            if end - start < SHORTEST_INCHES * dpi:
                continue
            line = Segment(_middle(grey, row, start, end), start, end)
            near = [other for other in near if row - other.at <= 2 * SIDE_REACH]
            if not any(_is_same(line, other) for other in near) and _is_dashed(grey, line, dpi):
                near.append(line)
                found.append(line)
    return _apart(found, APART_INCHES * dpi)


def _apart(lines: Sequence[Segment], least: float) -> list[Segment]:
    """The dashed rules without others as long close above or below, as rows of a shade's dots have.

    Letters that stand evenly by chance do so over a few words beside a rule.
    """
    ordered = sorted(lines, key=lambda line: line.at)
    crowded: set[Segment] = set()
    for place, line in enumerate(ordered):
        for other in ordered[place + 1 :]:
            if other.at - line.at > least:
                break
            along = min(line.end, other.end) > max(line.start, other.start)
            if along and other.at - line.at > SIDE_REACH:
                longest = max(line.length, other.length)
                crowded |= {one for one in (line, other) if 2 * one.length >= longest}
    return [line for line in ordered if line not in crowded]


def _strips(grey: Grey, line: Segment) -> tuple[Tones, Tones, Tones]:
    """The pixels along a stroke, and the tones to either side of each."""
    at, span = round(line.at - 0.5), slice(int(line.start), int(line.end))
    above, below = max(at - SIDE_REACH, 0), min(at + SIDE_REACH, len(grey) - 1)
    middle = grey[max(at - CORE_REACH, 0) : at + CORE_REACH + 1, span].astype(np.int16)
    return middle, grey[above, span].astype(np.int16), grey[below, span].astype(np.int16)


def _inked(middle: Tones, above: Tones, below: Tones) -> Mask:
    """Where along a stroke its ink stands, darker or lighter than the paper beside it.

    A border may be black on a grey cell and white on the dark one below it.
    """
    sides = np.pad((above + below) / 2, LEVEL // 2, "edge")
    paper = np.median(sliding_window_view(sides, LEVEL), axis=-1)
    darker, lighter = paper - middle.min(axis=0), middle.max(axis=0) - paper
    return np.asarray((darker >= _least(darker)) | (lighter >= _least(lighter)))


def _least(depth: NDArray[np.floating]) -> float:
    return max(float(np.percentile(depth, 75)) / 2, RIDGE_DEPTH)


def _dashes(row: Mask) -> Iterator[tuple[int, int]]:
    """Stretches of a row with even dashes and even gaps, but for a dash where rules cross."""
    first, last = stretches(row)
    if first.size < MIN_DASHES:
        return
    lengths, steps = last - first, first[1:] - first[:-1]
    alike = np.abs(lengths[1:] - lengths[:-1]) <= EVEN
    alike[1:] &= np.abs(steps[1:] - steps[:-1]) <= EVEN
    ends = np.flatnonzero(~alike) + 1
    chains = [pair for pair in pairwise((0, *ends.tolist(), first.size))
              if pair[1] - pair[0] >= LEAST_CHAIN]  # fmt: skip
    for group in _chained(chains, steps):
        start, end = group[0][0], group[-1][1] - 1
        if end - start >= MIN_DASHES - 1:
            yield int(first[start]), int(last[end])


def _chained(chains: Sequence[tuple[int, int]], steps: Places) -> list[list[tuple[int, int]]]:
    """Chains of dashes that go on with one another: where rules cross, two dashes are one."""
    groups: list[list[tuple[int, int]]] = []
    for chain in chains:
        last = groups[-1][-1] if groups else chain
        between = steps[last[1] - 1 : chain[0]]
        crossing = between.max(initial=0) <= 2 * steps[last[0]] + EVEN
        if groups and between.size <= LEAST_CHAIN and crossing:
            groups[-1].append(chain)
        else:
            groups.append([chain])
    return groups


def _is_dashed(grey: Grey, line: Segment, dpi: int) -> bool:
    """Whether the ink itself stands in even dashes, longer ones with shorter gaps."""
    first, last = stretches(_inked(*_strips(grey, line)))
    if first.size < MIN_DASHES:
        return False
    lengths, gaps = last - first, first[1:] - last[:-1]
    dash, gap = float(np.median(lengths)), float(np.median(gaps))
    near = gap <= dash and dash + gap <= CLOSE_INCHES * dpi
    return (near or dash >= LONG_DASH * gap) and _are_even(lengths) and _are_even(gaps)


def _are_even(sizes: Places) -> bool:
    order, odd = np.sort(sizes), math.ceil(ODD_SHARE * sizes.size)
    return bool(order[-1 - odd] - order[odd] <= EVEN)


def _middle(grey: Grey, row: int, start: int, end: int) -> float:
    """The middle of the ink of a stroke that was found by one of its sides."""
    top = max(row - SIDE_REACH, 0)
    tones = grey[top : row + SIDE_REACH + 1, start:end].mean(axis=1)
    depth = np.abs(tones - np.median(tones))
    return top + float((depth * np.arange(depth.size)).sum() / max(depth.sum(), 1.0)) + 0.5


def _is_same(line: Segment, other: Segment) -> bool:
    beside = abs(line.at - other.at) <= SIDE_REACH
    return beside and other.start <= line.start + SIDE_REACH and line.end <= other.end + SIDE_REACH
