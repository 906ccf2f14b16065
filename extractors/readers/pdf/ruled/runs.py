"""Printed rules put together: pieces on one line, double lines, dashes.

Knows rules; knows nothing of grids.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.readers.pdf.record import Rule

SNAP_PT = 1.5  # points; rules nearer than this to the one before are one rule (double lines,
# borders of neighbouring fills); the lines of a double rule lie 0.5 to 1.5 apart
MAX_BAND_PT = 5.5  # points that one rule so put together may be thick: print of 5 points needs a
# row of 6, so that what is narrower is a double frame or the gap between cells, and no cell
JOIN_PT = 3.0  # points of a gap that a rule bridges (dashes, missing corners); pdfplumber's value


@dataclass(slots=True)
class Run:
    """Rules on one line that touch, as one: ``lines`` are the places of its double lines."""

    at: float
    start: float
    end: float
    lines: list[Rule] = field(default_factory=list)


def join_rules(rules: Sequence[Rule]) -> list[Run]:
    """Put rules on one line together, and their pieces that touch."""
    runs: list[Run] = []
    for band in _bands(sorted(rules)):
        pieces = sorted(band, key=lambda rule: rule.start)
        current = [pieces[0]]
        end = pieces[0].end
        for rule in pieces[1:]:
            if rule.start > end + JOIN_PT:
                runs.append(_one_run(current, end))
                current = []
            current.append(rule)
            end = rule.end if len(current) == 1 else max(end, rule.end)
        runs.append(_one_run(current, end))
    return runs


def _bands(rules: Sequence[Rule]) -> list[list[Rule]]:
    bands: list[list[Rule]] = []
    for rule in rules:
        if (
            bands
            and rule.at - bands[-1][-1].at <= SNAP_PT
            and rule.at - bands[-1][0].at <= MAX_BAND_PT
        ):
            bands[-1].append(rule)
        else:
            bands.append([rule])
    return bands


def _one_run(rules: Sequence[Rule], end: float) -> Run:
    drawn = [rule for rule in rules if not rule.fill] or rules
    at = (drawn[0].at + drawn[-1].at) / 2 if len(drawn) < 3 else _mean(drawn)
    return Run(at, rules[0].start, end, list(drawn))


def _mean(rules: Sequence[Rule]) -> float:
    return sum(rule.at for rule in rules) / len(rules)
