"""Precision, recall and field accuracy of a release against gold annotations.

A gold file is JSON, named like its document: ``{"actions": [{"ref": ..., "activity": ...}]}``.
Texts are compared folded (case, spaces, those beside punctuation too, quotes, dashes, look-alike
letters), without bullets; measures without their counting ("1)", "b.") as well. Of a long text two
letters in a hundred may differ, of a section's heading ten.
"""

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from normalisers.text import fold
from pipeline.errors import UsageError
from pipeline.releases import Release, read_table

SAME_ACTION = 80  # percent alike; below it two texts are two actions
ALMOST = 98  # percent; a long text may differ by a letter in fifty
HEADING = 90  # percent; annotators leave a heading's number or colon out
ALIKE = dict.fromkeys(("activity", "objective", "measures"), ALMOST) | {"section": HEADING}
FIELDS = (
    "ref",
    "objective",
    "activity",
    "measures",
    "lead_raw",
    "support_raw",
    "start_raw",
    "due_raw",
    "status_raw",
    "rating_raw",
    "section",
    "page",
)
BULLET_RE = re.compile(r"[•●▪◦‣·\uf0b7\uf0a7➢✓]|(?:^|(?<=\s))[o-](?=\s)")
COUNTING_RE = re.compile(r"\(?\b[a-z0-9]{1,3}[).]\s*")
LOOSE_RE = re.compile(r"\s*([-/,;:()&.])\s*")  # "Police/ Health" and "Police/Health" are one cell


@dataclass(frozen=True, slots=True)
class Score:
    """How well one document, or all of them, was read.

    Attributes:
        name: Name of the gold file without its ending; "all documents" for the sum.
        gold: Actions in the gold.
        found: Actions in the release.
        matched: Actions in both.
        fields: For each field, how many matched actions have it right, and how many have it.
    """

    name: str
    gold: int
    found: int
    matched: int
    fields: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def precision(self) -> float | None:
        """Share of the found actions that are in the gold; None where none was found."""
        return self.matched / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Share of the gold's actions that were found; None where it has none."""
        return self.matched / self.gold if self.gold else None

    def accuracy(self, name: str) -> float | None:
        """Share of the matched actions that have a field right; None where none has it."""
        right, asked = self.fields.get(name, (0, 0))
        return right / asked if asked else None


def evaluate(release: Release, gold_folder: Path) -> list[Score]:
    """Score every edition of a release that has a gold file of its name, then all together.

    Raises:
        UsageError: The folder holds no gold file, or one that is no such JSON.
    """
    gold = _read_gold(gold_folder)
    documents = read_table(release, "documents").to_pylist()
    actions = read_table(release, "actions").to_pylist()
    scores = []
    for document in documents:
        stem = Path(document["file_name"]).stem
        if stem in gold:
            rows = [row for row in actions if row["edition_id"] == document["edition_id"]]
            has_pages = document["pages"] is not None
            scores.append(_score(document["file_name"], gold[stem], rows, has_pages))
    if not scores:
        raise UsageError(f"No document of {release.name} has a gold file in {gold_folder}.")
    return [*scores, _sum(scores)]


def _read_gold(folder: Path) -> dict[str, list[dict[str, Any]]]:
    gold = {}
    if not folder.is_dir():
        raise UsageError(f"{folder} is no folder. Give the folder of the gold files.")
    for path in sorted(folder.glob("*.json")):
        try:
            gold[path.stem] = [dict(row) for row in json.loads(path.read_bytes())["actions"]]
        except (ValueError, KeyError, TypeError) as cause:
            raise UsageError(f"{path} is no gold file: a list of actions is expected.") from cause
    if not gold:
        raise UsageError(f"{folder} holds no gold file (*.json).")
    return gold


def _score(
    name: str, gold: Sequence[dict[str, Any]], rows: Sequence[dict[str, Any]], has_pages: bool
) -> Score:
    pairs = _pair(gold, rows)
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for expected, row in pairs:
        for column in FIELDS:
            if column in expected and (has_pages or column != "page"):
                asked[column] += 1
                right[column] += is_right(column, expected[column], row[column])
    fields = {column: (right[column], asked[column]) for column in asked}
    return Score(name, len(gold), len(rows), len(pairs), fields)


def _pair(
    gold: Sequence[dict[str, Any]], rows: Sequence[dict[str, Any]]
) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Pair by text, best first; each action is paired at most once."""
    texts = [_words(row) for row in rows]
    found = [
        (score, -abs(place - other), place, other)
        for place, expected in enumerate(gold)
        for _, score, other in process.extract(
            _words(expected), texts, scorer=fuzz.ratio, score_cutoff=SAME_ACTION, limit=None
        )
    ]
    pairs, taken_gold, taken_rows = [], set(), set()
    for _, _, place, other in sorted(found, reverse=True):
        if place not in taken_gold and other not in taken_rows:
            taken_gold.add(place)
            taken_rows.add(other)
            pairs.append((gold[place], rows[other]))
    return pairs


def _words(action: Mapping[str, Any]) -> str:
    return _plain(action.get("activity")) or _plain(action.get("objective"))


def is_right(column: str, expected: object, read: object) -> bool:
    """Whether a field was read as annotated, in all that matters; where both are empty it was."""
    if column == "page":
        return expected in (None, read)
    counted = column == "measures"
    one, other = _plain(expected, counted), _plain(read, counted)
    if not one or not other:
        return one == other
    return one == other or fuzz.ratio(one, other) >= ALIKE.get(column, 100)


def _plain(value: object, counted: bool = False) -> str:
    """A text as it is compared; that of a ``counted`` list is without its "1)" or "b."."""
    text = " ".join(map(str, value)) if isinstance(value, list) else str(value or "")
    text = BULLET_RE.sub(" ", fold(text))
    text = COUNTING_RE.sub(" ", text) if counted else text
    return " ".join(LOOSE_RE.sub(r"\1", text).split()).strip(" .;,")


def _sum(scores: Sequence[Score]) -> Score:
    columns = dict.fromkeys(column for score in scores for column in score.fields)
    fields = {
        column: (
            sum(score.fields.get(column, (0, 0))[0] for score in scores),
            sum(score.fields.get(column, (0, 0))[1] for score in scores),
        )
        for column in columns
    }
    gold, found = sum(s.gold for s in scores), sum(s.found for s in scores)
    return Score("all documents", gold, found, sum(s.matched for s in scores), fields)
