"""Sets of aims found together, the evidence that they are the plan's own, and which set wins.

A plan names many fours and fives: its priorities, its principles, the government's pillars, what
residents said. Each set is scored by its evidence; sets of the same titles support each other.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from extractors.blocks import NOWHERE, Place
from extractors.priorities.owners import (
    ADOPTED_RE,
    ASIDE_RE,
    FOREIGN_RE,
    FORMER_RE,
    OF_OTHERS_RE,
    OPINION_RE,
    OWN_RE,
    WE_RE,
    names_other_plan,
)
from extractors.priorities.same import Titles
from extractors.priorities.words import PLURAL, clean_title, fold_title, read_counted
from extractors.rows import PriorityRow
from extractors.sections import PROMISES

USUAL = range(3, 9)  # aims of one plan; the six plans of the corpus have 4 or 5
MOST = 12  # aims; longer lists are of actions
MIN_SCORE = 5  # points; a set with less evidence is left out rather than guessed
ACTIONS_BELOW = 8  # points for headings that stand above action rows: the plan acts on them
SUMMARY_WORDS = 8  # words; shorter ones are a strapline ("Stop it early"), not a summary
SENTENCE_WORDS = 5  # words; of a text that ends as a sentence does: "Trust is earned every day."
FULL_COUNT = 3  # points for labels that count from 1 without a gap
NESTED = 6  # points off for objectives that stand between priorities
MAX_SETS = 200  # sets, those of most evidence first; the fullest plan of the corpus gives 4
UNLIKELY = 8  # points off for a single aim, or for more than a plan can have
REPEATED = 6  # points off where two of a set have one title: "growth, growth and growth"
FOREIGN = 6  # points off for the aims of the government, of another or of an earlier plan
ASIDE = 5  # points off below "National context" or "What residents told us"
MAX_STEP = 2  # blocks from one to the next of titles set close: a number, and the title below it
MAX_SUPPORT = 5  # points for being printed in other places of the document too
MAX_TITLE_WORDS = 30  # words; longer items are statements, not titles
MAX_PLEDGE_WORDS = 8  # words of an aim: 1,577 of 1,585 made ones; 12 actions so called had 9 to 14
CODED_RE = re.compile(
    r"(?P<label>(?P<word>[A-Za-z]{1,12}\.?)\s?0?(?P<count>\d{1,2}))"
    r"(?:\s*[:.|\u2010-\u2015-]\s*|\s+)(?P<title>[^\W\d].*)"
)
PROGRAM_RE = re.compile(r"\w_\w|\b[a-z]+[A-Z]\w*\.\w|^Class:\s")


@dataclass(frozen=True, slots=True)
class Found:
    """One aim as printed in one place; ``block`` is its place in ``Document.blocks``."""

    title: str
    label: str | None = None
    summary: str | None = None
    block: int = 0
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class FoundSet:
    """Aims that are printed together as one set.

    ``score`` counts the points of evidence; ``acted_on`` marks headings that stand above actions;
    ``support`` is what the set adds to another that has the same titles.
    """

    rows: tuple[Found, ...]
    score: int
    acted_on: bool = False
    support: int = 1


def context_score(sentence: str, above: Sequence[str], title: str | None) -> int:
    """Points for whose aims these are: 2 for "our priorities are", -6 for the government's.

    "We have these aims" is worth 1: any notice says so; a heading "Our priorities" above, 2.

    Args:
        sentence: What announces them: ``"The national strategy has four pillars:"``; "" if nothing.
        above: The headings in force, outermost first.
        title: The document's title, which tells its own name from that of another plan.
    """
    score = 2 if OWN_RE.search(sentence) else int(WE_RE.search(sentence) is not None)
    score += 2 if above and re.search(rf"\b(?:{PLURAL})\b", above[-1], re.IGNORECASE) else 0
    adopted = ADOPTED_RE.search(sentence) is not None
    foreign = FOREIGN_RE.search(sentence) is not None or names_other_plan(sentence, title)
    if foreign and not adopted:
        score -= FOREIGN
    if any(pattern.search(sentence) for pattern in (FORMER_RE, OPINION_RE, OF_OTHERS_RE)):
        score -= FOREIGN
    if any(ASIDE_RE.search(heading) for heading in above) and not adopted:
        score -= ASIDE
    return score


def shape_score(rows: Sequence[Found], announced: int | None) -> int:
    """Points for how the set looks: its length, the announced number, labels, summaries."""
    count = len(rows)
    score = 1 if count in USUAL else 0
    if count < 2 or count > MOST:
        score -= UNLIKELY
    if announced is not None:
        score += 2 if announced == count else -2
        score -= UNLIKELY if announced > MOST else 0  # "the 36 commitments" are actions
    if len({fold_title(row.title) for row in rows}) < count:
        score -= REPEATED
    score += _label_score(rows)
    score += 1 if sum(row.summary is not None for row in rows) * 2 > count else 0
    if sum(len(row.title.split()) > MAX_TITLE_WORDS for row in rows):
        score -= 4
    return score


def choose(sets: Iterable[FoundSet], *, acted: bool = True) -> tuple[PriorityRow, ...]:
    """Give the aims of the set with most evidence, each once with its best summary and label.

    A set that repeats titles of another supports it and lends label, summary and earlier place.
    Without a set of ``MIN_SCORE`` points there are no priorities. What is pledged in sentences is
    what a plan does where it has actions (``acted``), and else its aims.
    """
    told = (
        replace(one, rows=_without_close(without_code(one.rows))) for one in sets if one.score >= 0
    )
    named = (found for found in told if _are_named(found.rows))
    known = [found for found in named if not (acted and _are_actions(found.rows))]
    if not known:
        return ()
    best = max(_families(known), key=lambda family: (_says_so(family), _family_score(family)))
    if _family_score(best) < MIN_SCORE:
        return ()
    return tuple(_merge(best))


def without_code(rows: tuple[Found, ...]) -> tuple[Found, ...]:
    """The aims of a set with the code or word that counts them all from 1 as their label.

    "SP1 Warm homes" and "SP2 Clean travel", "Chapter 1: Warm homes" and "Chapter 2: ...".
    """
    found = [CODED_RE.fullmatch(row.title) for row in rows if row.label is None]
    coded = [one for one in found if one is not None]
    whole = [int(one["count"]) for one in coded] == list(range(1, len(rows) + 1))
    if len(rows) < 2 or not whole or len({one["word"] for one in coded}) > 1:
        return rows
    return tuple(
        replace(row, label=one["label"], title=clean_title(one["title"]))
        for row, one in zip(rows, coded, strict=True)
    )


def _without_close(rows: tuple[Found, ...]) -> tuple[Found, ...]:
    """The aims of a set without the text that closes it: what stands below the last of several.

    They are printed close together, on lines of their own, and no other has a text.
    """
    close = 0 < rows[-1].block - rows[0].block <= MAX_STEP * (len(rows) - 1) if rows else False
    if len(rows) not in USUAL or not close or any(row.summary for row in rows[:-1]):
        return rows
    return (*rows[:-1], replace(rows[-1], summary=None))


def _are_named(rows: Sequence[Found]) -> bool:
    """Whether every aim has words: "Priority 1 | 6 | 8" counts actions and names nothing.

    Nor does "Priority 1" alone above the actions of what a list names, nor do names of programs:
    "Promises" stands above "setTimeout([delay])" in their manuals.
    """
    return bool(rows) and all(
        any(map(str.isalpha, row.title))
        and not PROGRAM_RE.search(row.title)
        and fold_title(row.title) != fold_title(row.label or "")
        for row in rows
    )


def _are_actions(rows: Sequence[Found]) -> bool:
    """Whether most are pledged in a sentence without more: "Commitment 4: Produce easy read ...".

    Each is what a form below it is about. Aims that are called so are named in a few words, or in
    what we will be: "Commitment 1: We will be there when people need us".
    """
    counted = [read_counted(row.label) for row in rows if row.label and row.summary is None]
    pledged = sum(one is not None and one.noun in PROMISES for one in counted) == len(rows)
    long = [row for row in rows if len(row.title.split()) > MAX_PLEDGE_WORDS]
    own = [row for row in long if not WE_RE.match(row.title)]
    return pledged and len(own) * 2 > len(rows)


def _label_score(rows: Sequence[Found]) -> int:
    counted = [read_counted(row.label) for row in rows if row.label]
    numbers = [one.number for one in counted if one is not None]
    if len(numbers) == len(rows) > 1 and numbers == list(range(1, len(rows) + 1)):
        return FULL_COUNT
    bare = [row.label for row in rows if row.label]
    return 1 if len(bare) == len(rows) else 0


def _families(sets: Sequence[FoundSet]) -> list[list[FoundSet]]:
    families: list[list[FoundSet]] = []
    for found in sorted(sets, key=lambda one: -one.score)[:MAX_SETS]:
        home = next((family for family in families if _overlap(family[0], found)), None)
        if home is None:
            families.append([found])
        else:
            home.append(found)
    return families


def _overlap(one: FoundSet, other: FoundSet) -> bool:
    known = Titles(other.rows)
    shared = sum(known.find(row) is not None for row in one.rows)
    return shared * 2 >= min(len(one.rows), len(other.rows)) and shared > 0


def _counts_on(found: FoundSet, known: FoundSet) -> bool:
    """Whether a set counts from 1 with the word of another, and further, with a text for each."""
    further = found.rows[len(known.rows) :]
    said = bool(further) and all(row.summary for row in further)
    return said and _label_score(found.rows) == FULL_COUNT and _nouns(found) == _nouns(known)


def _nouns(found: FoundSet) -> set[str | None]:
    return {one.noun for row in found.rows if (one := read_counted(row.label or ""))}


def _says_so(family: Sequence[FoundSet]) -> bool:
    """Whether aims that stand above actions are called priorities and counted without a gap.

    They are the plan's priorities though the themes that hold them are printed larger.
    """
    return any(
        found.acted_on and _label_score(found.rows) == FULL_COUNT and _nouns(found) == {"priority"}
        for found in family
    )


def _family_score(family: Sequence[FoundSet]) -> int:
    points = ACTIONS_BELOW if any(found.acted_on for found in family) else 0
    support = sum(found.support for found in family[1:])
    return max(found.score for found in family) + min(support, MAX_SUPPORT) + points


def _merge(family: Sequence[FoundSet]) -> list[PriorityRow]:
    """One row an aim: titles of the set with most evidence and of all that stand above actions.

    Bands above actions that count from 1 without a gap are complete by themselves, unless headings
    count further with the same word: actions need not stand below the last aim yet.
    """
    leading = [found for found in family if found.acted_on]
    whole = [found for found in leading if _label_score(found.rows) == FULL_COUNT]
    others = (found for found in family if not found.acted_on)
    more = (one for one in others if not whole or any(_counts_on(one, each) for each in whole))
    leading.extend(one for one in islice(more, 1) if one.score >= MIN_SCORE or not leading)
    aims: list[list[Found]] = []
    titles = Titles()
    for row in sorted((row for found in leading for row in found.rows), key=lambda row: row.block):
        if titles.find(row) is None:
            aims.append([])
        _file(titles, row, aims)
    for row in (row for found in family if found not in leading for row in found.rows):
        if titles.find(row) is not None:
            _file(titles, row, aims)
    aims.sort(key=lambda aim: min(row.block for row in aim))
    return [_one_row(aim) for aim in aims]


def _file(titles: Titles, row: Found, aims: Sequence[list[Found]]) -> None:
    """Add a row to the aim that its title names, to the last one where it names none yet."""
    known = titles.find(row)
    home = len(aims) - 1 if known is None else known
    aims[home].append(row)
    titles.file(row, home)


def _one_row(aim: Sequence[Found]) -> PriorityRow:
    """The title of the leading set (the first of ``aim``), in the spelling first printed."""
    rows = sorted(aim, key=lambda row: row.block)
    wanted = fold_title(aim[0].title)
    title = next(row.title for row in rows if fold_title(row.title) == wanted)
    labels = [row.label for row in rows if row.label]
    counted = [label for label in labels if read_counted(label)]
    label = next(iter([*counted, *labels]), None)
    return PriorityRow(label, title, _best_summary(rows), rows[0].place)


def _best_summary(aim: Sequence[Found]) -> str | None:
    """The first that is more than a strapline, else the longest."""
    summaries = [row.summary for row in aim if row.summary]
    return next(filter(_is_full, summaries), max(summaries, key=len, default=None))


def _is_full(text: str) -> bool:
    return len(text.split()) >= (SENTENCE_WORDS if text.endswith(".") else SUMMARY_WORDS)
