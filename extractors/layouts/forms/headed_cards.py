"""Cards that headings make: "1.2 Train staff" over "Who will lead" and "By when".

Two things are told of the headings of a document: which are labels, whose values stand below them,
and which title a card. Knows blocks and headings; knows nothing of formats.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.blocks import Block, Cell, Heading, Paragraph, Table
from extractors.columns.contents import bids, opens_promise
from extractors.columns.folding import fold_heading
from extractors.columns.refs import count_up, shape_of, split_count, split_heading
from extractors.generic import is_part
from extractors.layouts.forms.asides import are_leads
from extractors.layouts.forms.headed_runs import (
    AGAIN,
    MIN_CARDS,
    PROMISED,
    Headed,
    headed_runs,
    labels_in,
    left_empty,
    say_again,
    table_labels,
    tell_alike,
)
from extractors.layouts.forms.prose_cards import MIN_LABELS
from extractors.layouts.forms.prose_titles import MIN_TITLE_WORDS
from extractors.layouts.forms.title_lines import text_of_line, title_lines
from extractors.layouts.forms.titles import says_action
from extractors.layouts.labels.cards import MAX_LABEL_WORDS
from extractors.layouts.labels.form_refs import bare_ref, own_ref
from extractors.layouts.labels.prose_labels import NONE, Labels, known_label
from extractors.rows import COMPANIONS, WHO, WHO_AND_WHEN
from extractors.sections import section_from

SAYS = frozenset({"activity"})
EXPLAINED = 0.5  # share of the texts below titles that begin no promise; actions' texts do
SAID = 0.5  # share of the titles of cards below which a text promises; verbs like "Place" do not
OTHERS = 0.3  # share of the titles that may seem to promise: "Support while waiting"
SURELY = 0.75  # share of the texts below that promise where up to half of the titles may


@dataclass(frozen=True, slots=True)
class HeadedCards:
    """Places among a document's blocks of headings that are part of cards.

    Attributes:
        labels: Headings that are labels, known or not: "By when", "Why this matters".
        titles: Headings that title a card which says who and when.
        names: Those of them over cards that say their actions themselves, several below one
            heading: it is the section, and they are the cards' names.
        over: Headings over one such card, set like others that stand over several.
        alone: Those of them over cards that say who or when alone, by the same label.
        lines: Bold lines right above tables with the same labels, of which most promise something.
        promise: Most titles promise something.
        say_actions: All do, and the texts below them, which explain these, mostly do not.
        below_say: The other way round: "Volunteers" over "Recruit twenty more of them.".
        behind_say: Such texts stand behind the labels, and none above them.
        shapes: How the references before the titles count: ``{"1.1"}``.
        counts: Numbers before the names go up by one: "1 School nurses", "2 Warm homes".
        lead: Most are names of bodies over cards that say nobody else: "Public Health", "Age UK".
    """

    labels: frozenset[int] = frozenset()
    titles: frozenset[int] = frozenset()
    names: frozenset[int] = frozenset()
    over: frozenset[int] = frozenset()
    alone: frozenset[int] = frozenset()
    lines: frozenset[int] = frozenset()
    shapes: frozenset[str] = frozenset()
    promise: bool = False
    say_actions: bool = False
    below_say: bool = False
    behind_say: bool = False
    counts: bool = False
    lead: bool = False


def headed_cards(blocks: Sequence[Block], learned: Labels = NONE) -> HeadedCards:
    """Tell which headings of a document are labels of cards, and which are their titles.

    ``learned`` are labels that the document tells, folded.
    """
    panels = _panel_headings(blocks, learned)
    known = _label_headings(blocks)
    runs = list(headed_runs(blocks, known | panels, learned))
    tell_alike(runs)
    alone = _say_one(runs)
    titled, over = _titled(runs, alone)
    heads = [text_of_line(run.heading) for run in titled if run.heading]
    promising = sum(map(opens_promise, heads))
    whole = promising >= PROMISED * len(heads) and _are_explained(titled)
    names = _names(blocks, titled)
    return HeadedCards(
        labels=_labels_of(runs, alone, panels) | left_empty(blocks, known),
        titles=frozenset(run.place for run in titled),
        names=names,
        over=frozenset(run.place for run in over),
        alone=alone,
        lines=title_lines(blocks, alone),
        shapes=frozenset(_count(run)[1] for run in titled),
        promise=promising > len(heads) / 2,
        say_actions=whole,
        below_say=not whole and _say_below(titled),
        behind_say=not whole and _say_behind(titled),
        lead=are_leads(heads) and all(run.fields.isdisjoint(WHO) for run in titled),
        counts=count_up([[split_count([_cell(blocks[place])]) for place in sorted(names)]]),
    )


def _labels_of(
    runs: Sequence[Headed], alone: frozenset[int], panels: frozenset[int]
) -> frozenset[int]:
    """Places of the headings that are labels of cards, which say who or when and one thing more."""
    labels = {
        place
        for run in runs
        if not run.tables
        and (run.place in alone or len(run.fields & (COMPANIONS | SAYS)) >= MIN_LABELS)
        for place in run.labels
        if not run.is_of_no_plan and run.fields & WHO_AND_WHEN
    }
    of_panels = (place for run in runs if run.is_card for place in run.labels if place in panels)
    return frozenset(labels.union(of_panels))


def _titled(runs: Sequence[Headed], alone: frozenset[int]) -> tuple[list[Headed], list[Headed]]:
    """The headings that title cards, and those over one card set like others over several."""
    again = say_again(runs)
    cards = [run for run in runs if run.is_card or run in again or run.place in alone]
    cards = [run for run in cards if _may_title(run.heading, part=False)]
    several = {run.heading.level for run in runs if run.heading and run.is_over_several}
    over = [r for r in cards if r.heading and r.heading.level in several and not _is_own(r.heading)]
    levels = Counter(run.heading.level for run in cards if run.heading and run not in over)
    titled = [
        run
        for run in cards
        if run.heading and levels[run.heading.level] >= MIN_CARDS and run not in over
    ]
    return titled, over


def _say_one(runs: Sequence[Headed]) -> frozenset[int]:
    """Places of the headings over cards that say who or when alone, each by the same label.

    "Train bus drivers in first aid" over "Lead: Transport", one after another. Most of them
    promise in several words, and no headings, list or promise stand below them: what holds its own
    actions is an aim. A single one is set and counted as cards which say both.
    """
    groups: defaultdict[tuple[object, ...], list[Headed]] = defaultdict(list)
    counted = {_count(run) for run in runs if run.is_card}
    for run, after in pairwise([*runs, Headed(-1, None)]):
        level = run.heading.level if run.heading is not None else 0
        holds = run.holds or (after.heading is not None and after.heading.level > level)
        if run.says_one and _may_title(run.heading) and not holds:
            groups[level, frozenset(run.said)].append(run)
    alike = [run for one in groups.values() for run in one if _count(run) in counted]
    lacking = [run for run in alike if not run.is_card and _names_act(run)]
    several = (one for one in groups.values() if len(one) > MIN_CARDS)
    said = (one for one in several if sum(map(_names_act, one)) >= PROMISED * len(one))
    return frozenset(run.place for one in (lacking, *said) for run in one)


def _count(run: Headed) -> tuple[int, str]:
    """The level of a heading, and how the reference before it counts; "" where it has none."""
    heading = run.heading or Heading("", 0)
    return heading.level, shape_of(split_heading(heading).ref or "")


def _names_act(run: Headed) -> bool:
    """Whether a title promises as no aim does: "Reducing harm" and "Tackle crime" may be aims."""
    words = text_of_line(run.heading).split() if run.heading is not None else []
    return len(words) >= MIN_TITLE_WORDS and bids(" ".join(words))


def _names(blocks: Sequence[Block], titled: Sequence[Headed]) -> frozenset[int]:
    """Places of the titles that name cards which say their actions, and head nothing else.

    Several of one level stand below one heading: "School nurses" and "Warm homes" below "Health".
    """
    below: Counter[tuple[int, int]] = Counter()
    own = {run.place: run.heading.level for run in titled if run.heading and run.fields >= SAYS}
    over: list[tuple[int, int]] = []
    for place, block in enumerate(blocks):
        if isinstance(block, Heading) and bare_ref(block.text) is None:
            over = [*(one for one in over if one[0] < block.level), (block.level, place)]
            below.update([(block.level, over[-2][1])] if place in own and len(over) > 1 else [])
    levels = {level for (level, _), times in below.items() if times >= MIN_CARDS}
    names = frozenset(place for place, level in own.items() if level in levels)
    return names if len(names) > MIN_CARDS else frozenset()


def _is_own(heading: Heading) -> bool:
    """Whether a heading is of one card whatever its equals are: it counts or says an action."""
    return says_action(heading) or any(ref(heading.text) for ref in (bare_ref, own_ref))


def _are_explained(cards: Sequence[Headed]) -> bool:
    """Whether the texts below the titles of cards mostly begin as no action does.

    "The old one dates from 2019." below "Review the rota"; below it "We will meet the crews." the
    action may be either.
    """
    texts = [run.text for run in cards if run.text]
    explained = sum(not opens_promise(text) for text in texts)
    return bool(texts) and explained >= EXPLAINED * len(texts)


def _say_below(cards: Sequence[Headed]) -> bool:
    """Whether the first texts below titles say the actions: these promise, and few titles do."""
    heads = [text_of_line(run.heading) for run in cards if run.heading and run.text]
    said = sum(opens_promise(run.text) for run in cards if run.heading)
    seem = sum(map(opens_promise, heads))
    return any(
        seem < most * len(heads) and said >= least * len(cards)
        for most, least in ((OTHERS, SAID), (SAID, SURELY))
    )


def _say_behind(cards: Sequence[Headed]) -> bool:
    """Whether the texts behind the labels below titles say the actions: "Lead: Vale" above "Recruit
    twenty more of them.". Not most titles promise, and no text parts them from the labels.
    """
    heads = [text_of_line(run.heading) for run in cards if run.heading]
    said = sum(opens_promise(run.behind) and not run.text for run in cards)
    return sum(map(opens_promise, heads)) < PROMISED * len(heads) and said >= SURELY * len(cards)


def _cell(line: Block) -> Cell:
    """A heading or a line as a cell."""
    return Cell(0, 0, () if isinstance(line, Table) else (Paragraph(line.text, line.marker),))


def _label_headings(blocks: Sequence[Block]) -> frozenset[int]:
    """Headings whose words are a known label, and those printed again and again beside them."""
    headings = {place: block for place, block in enumerate(blocks) if isinstance(block, Heading)}
    sure = {place for place, heading in headings.items() if _is_label(heading)}
    levels = {headings[place].level for place in sure}
    times = Counter(fold_heading(heading.text) for heading in headings.values())
    unknown = {
        place
        for place, heading in headings.items()
        if heading.level in levels
        and times[fold_heading(heading.text)] >= AGAIN
        and _may_title(heading)  # an aim is printed in an overview and again over its chapter
    }
    return frozenset(sure | unknown)


def _panel_headings(blocks: Sequence[Block], learned: Labels) -> frozenset[int]:
    """Headings right above the labels of each card that all say the same: "Key facts"."""
    over = {
        place: fold_heading(block.text)
        for place, (block, below) in enumerate(pairwise(blocks))
        if isinstance(block, Heading) and _may_title(block) and _heads_labels(below, learned)
    }
    return frozenset(over) if len(over) >= AGAIN and len(set(over.values())) == 1 else frozenset()


def _heads_labels(below: Block, learned: Labels) -> bool:
    """Whether a block begins with labels of which one says who or when."""
    if isinstance(below, Heading):
        return False
    if isinstance(below, Table):
        return any(name in WHO_AND_WHEN for _, name in table_labels(below))
    return any(name in WHO_AND_WHEN for _, name in labels_in(below, learned))


def _is_label(heading: Heading) -> bool:
    if bare_ref(heading.text) is not None:
        return False  # "Action 4" titles a card
    meaning = known_label(heading.text) if len(heading.text.split()) <= MAX_LABEL_WORDS else None
    if meaning is None or meaning.line.field == "section":
        return False
    numbered = split_heading(heading)  # "2a School support" is a name, "2. Support" a label
    whole = fold_heading(numbered.text) == fold_heading(meaning.line.heading)
    return numbered.ref is None or whole


def _may_title(heading: Heading | None, *, part: bool = True) -> bool:
    if heading is None:
        return False
    if bare_ref(heading.text) is not None or own_ref(heading.text) is not None:
        return True
    whole = part or split_heading(heading).ref is not None or not is_part(heading.text)
    return whole and section_from(heading.text).kind == "group"
