"""Actions printed without a table: a title and, under it, lines such as "Lead: Public Health".

The labels may begin the lines, stand behind the title in one line with it, or stand alone above
their values. Knows paragraphs and headings; nothing of formats. A run of prose is no action unless
its lines say who or when under labels that ``headings.csv`` knows.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from extractors.blocks import Paragraph
from extractors.columns.contents import is_promise, is_status, opens_promise
from extractors.columns.folding import fold_heading
from extractors.columns.refs import count_up, shape_of, split_count, split_title
from extractors.grid import text_of
from extractors.layouts.forms.asides import take_asides
from extractors.layouts.forms.form_names import is_named
from extractors.layouts.forms.form_values import may_test, tests_below
from extractors.layouts.forms.prose_run import Run
from extractors.layouts.forms.prose_titles import MIN_TITLE_WORDS
from extractors.layouts.labels.bracketed import WILL_RE
from extractors.layouts.labels.cards import (
    MAX_LABEL_WORDS,
    Card,
    Line,
    are_of_no_plan,
    is_vague,
)
from extractors.layouts.labels.form_refs import bare_ref
from extractors.layouts.labels.prose_labels import (
    NONE,
    Labels,
    field_of,
    fields_of,
    known_label,
    names_who_and_when,
)
from extractors.rows import COMPANIONS, WHEN, WHO, WHO_AND_WHEN

BARE_DATE_RE = re.compile(r"dates?", re.IGNORECASE)
READERS_RE = re.compile(r"\byour?\b", re.IGNORECASE)
MIN_COUNTED = 3  # names; the numbers of two may be quantities
MIN_ALIKE = 2  # cards that say who or when alone behind a promise; a single one may be prose
MIN_LABELS = 2  # labelled lines under one title; a single "Lead: ..." stands in much prose


def cards_in(
    paragraphs: Sequence[Paragraph],
    labels: Collection[int] = (),
    *,
    titled: bool = False,
    said: bool = False,
    among: bool = False,
    followed: bool = False,
    learned: Labels = NONE,
    shapes: frozenset[str] = frozenset(),
) -> list[Card]:
    """The cards among the paragraphs that stand between two headings or tables.

    Args:
        paragraphs: In reading order.
        labels: Places among them of the headings that are labels: "By when" above "May 2026".
        titled: The heading above them counts an action: "Action 2.1".
        said: The heading counts an action and gives its text, so that who or when is enough.
        among: The heading titles one of several cards, of whose labels some may be left empty.
        followed: The title of another card comes next.
        learned: Labels that the document tells, folded: ``{"anchorbody"}``.
        shapes: How the headings that title cards are counted: ``{"1.1"}``.
    """
    run = Run(paragraphs, frozenset((*labels, *_plain_labels(paragraphs))), learned, followed)
    for place, paragraph in enumerate(paragraphs):
        run.read(place, paragraph)
    if not run.cards:
        return []
    _settle_titles(run.cards)
    named = fields_of([line for card in run.cards for line in card.lines])
    whole = said or (among and names_who_and_when(named, unknown=False))
    least = MIN_LABELS - (whole and len(run.cards) == 1)
    own = among and len(run.cards) == 1
    surely = [card for card in run.cards if _is_card(card, least, titled=titled, own=own)]
    likely = _with_alike(run, surely, shapes)
    for card in likely:
        card.lines.extend(run.badges.get(id(card), ()))
    behind = set(map(id, run.behind))
    sure = titled or len(likely) > 1
    return [card for card in likely if sure or id(card) in behind or _is_named(card)]


def _settle_titles(cards: Sequence[Card]) -> None:
    """Take from the titles of cards what is none of theirs: a section's opening, dates, bodies."""
    each = all(map(_says_one_in_title, cards))
    for card in cards:
        card.title = [] if _opens_section(card, each=each) else card.title
        card.lines = tests_below(card) if each and card.title else card.lines
    _leave_names(cards)
    take_asides(cards)
    _count_names(cards)


def _count_names(cards: Sequence[Card]) -> None:
    """Read the numbers before the names of all cards as references where they go up by one.

    "4 Caseworker for victims." above "Appoint a caseworker", then "5 Housing moves."; a number
    alone may be a quantity.
    """
    names = [split_count(card.title[:1]) for card in cards if len(card.title) > 1]
    if len(names) < max(len(cards), MIN_COUNTED) or not count_up([names]):
        return
    for card, number in zip(cards, names, strict=True):
        name = replace(number.paragraphs[0], marker=number.ref)
        card.title[0] = replace(card.title[0], paragraphs=(name, *number.paragraphs[1:]))


def _with_alike(run: Run, surely: Sequence[Card], shapes: frozenset[str]) -> list[Card]:
    """The cards that are ``surely`` some, and those of their run that lack a label beside them."""
    behind = set(map(id, run.behind))
    beside = sum(id(card) in behind for card in surely) >= MIN_ALIKE
    promised = any(WILL_RE.search(one.text) for one in run.paragraphs if one.marker is None)
    ones = [card for card in run.behind if _says_one(card, promised=beside or promised)]
    several = beside or len(ones) >= MIN_ALIKE
    alike = {id(card) for card in surely} | {id(card) for card in ones if several}
    counted = _shapes_by_label(surely)
    alike |= {id(card) for card in run.cards if _lacks_label(card, counted, shapes)}
    printed = frozenset(map(_labels, surely))
    return [one for one in run.cards if id(one) in alike or _is_less_filled(one, printed)]


def _plain_labels(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Places of lines that are a known label and nothing else, though nothing marks them.

    None where they do not name both who and when; one that follows another is its value, as
    "Complete" below "Status". One that begins other lines, "Partners: Police", has none here.
    """
    begun = {fold_heading(one.lead_in) for one in paragraphs if one.lead_in}
    empty = [at for at, one in enumerate(paragraphs) if fold_heading(one.text) in begun]
    if len(paragraphs) < MIN_LABELS and not empty:
        return []
    known = {
        place: meaning.line.field
        for place, paragraph in enumerate(paragraphs)
        if paragraph.marker is paragraph.lead_in is None  # "Due 2026", of which "Due" is bold
        and len(paragraph.text.split()) <= MAX_LABEL_WORDS
        and bare_ref(paragraph.text) is None  # "Action 1.2" counts the line below it
        and not is_status(paragraph.text)  # "On track" says how far the action above it is
        and (meaning := known_label(paragraph.text)) is not None
    }
    labels: list[int] = []
    for place in known:
        if not labels or labels[-1] != place - 1:
            labels.append(place)
    fields = {known[place] for place in labels}
    return labels if fields & WHO and fields & WHEN else [at for at in empty if at in known]


def says_who_and_when(card: Card) -> bool:
    """Whether a card says both, as little else does: who leads it, and by when.

    A label that the document tells, and nothing else knows, may say one of them.
    """
    lines = [line for line in card.lines if line.value]
    return names_who_and_when(fields_of(lines), unknown=any(not line.meaning for line in lines))


def is_news(card: Card, heading: str, texts: Sequence[str]) -> bool:
    """Whether a card says who and a bare "Date" of what was done, or of what readers may do.

    ``texts`` stand below its ``heading``: "Forty homes were finished in spring." below "New homes",
    "Report a fault on your phone." below any. Plans say by when, and what they promise.
    """
    when = [line for line in card.lines if field_of(line) in WHEN]
    bare = bool(when) and all(BARE_DATE_RE.fullmatch(line.label) for line in when)
    values = {paragraph.text for line in card.lines for paragraph in line.value}
    told = [text for text in texts if text not in values]
    if not (bare and told and fields_of(card.lines) <= WHO | WHEN):
        return False
    promised = any(map(is_promise, (heading, *told)))
    return not promised or any(map(READERS_RE.search, told))


def title_promises(card: Card) -> bool:
    """A title that promises something or carries a reference; other prose is no action."""
    number = split_title(card.title)
    return number.ref is not None or is_promise(number.text) or is_named(card.title)


def _leave_names(cards: Sequence[Card]) -> None:
    """Take the names from cards of which most have none: "Health" above the first heads them all.

    What is counted, "1.2 Flood wardens", names its own card.
    """
    named = [card for card in cards if len(card.title) > 1]
    if 2 * len(named) <= len(cards):
        for card in named:
            card.title = card.title[split_title(card.title).ref is None :]


def _says_one(card: Card, *, promised: bool) -> bool:
    """Whether a promise has who alone behind it: "Review the rota (Lead: Housing)".

    When alone stands behind every notice: "Meet the team (when: 5 May)". The sentence may go on
    behind the bracket: "Open a hub (lead: Housing), and close it". It begins with any verb beside
    others that say when as well, or below "Over three years we will:", where all is ``promised``.
    """
    said = len(card.lines) == 1 and not WHO.isdisjoint(fields_of(card.lines))
    whole = card.lines[0].text.count("(") == card.lines[0].text.count(")")
    return said and whole and (promised or opens_promise(split_title(card.title).text))


def _is_less_filled(card: Card, said: Collection[tuple[str, ...]]) -> bool:
    """Whether a promise has the labels of another card, of which some are left empty."""
    filled = any(line.value for line in card.lines)
    return filled and title_promises(card) and _labels(card) in said


def _labels(card: Card) -> tuple[str, ...]:
    return tuple(fold_heading(line.label) for line in card.lines)


def _says_one_in_title(card: Card) -> bool:
    """Whether the title of a card promises, or is counted and bold: "DE11 Pair schools"."""
    promised = any(opens_promise(split_title([cell]).text) for cell in card.title)
    bold = bool(card.title) and all(cell.bold for cell in card.title)
    return promised or (bold and split_title(card.title).ref is not None)


def _opens_section(card: Card, *, each: bool) -> bool:
    """Whether a sentence above a card that says its action itself opens the section, and no card.

    ``"Too many homes are cold."`` above ``"Ref: 1.1"`` and ``"Action: Insulate lofts"``. Where
    ``each`` card has one that says its action, "Milestones" below it are its tests.
    """
    sentence = any(text_of(cell).endswith(".") for cell in card.title)
    lines = [line for line in card.lines if not (is_vague(line) or (each and may_test(line)))]
    return sentence and "activity" in fields_of(lines)


def _is_card(card: Card, least: int, *, titled: bool, own: bool = False) -> bool:
    lines = [line for line in card.lines if line.value and not _names_page(line)]
    fields = fields_of(lines)
    labels = len(fields & (COMPANIONS | {"activity"})) + any(line.meaning is None for line in lines)
    told = fields if least == MIN_LABELS else fields_of(card.lines)  # "Lead:" left empty
    if labels < least or not told & WHO_AND_WHEN:
        return False
    title = split_title(card.title)
    counted = least < MIN_LABELS or title.ref is not None
    said = titled or is_promise(title.text)
    names = list(map(field_of, lines))
    promised = opens_promise(title.text)
    if are_of_no_plan(names, said=said, counted=counted, promised=promised):  # it is told
        return says_who_and_when(card) and ("activity" in fields or field_of(lines[0]) != "against")
    return least < MIN_LABELS or own or _is_named(card) or says_who_and_when(card)


def _shapes_by_label(cards: Sequence[Card]) -> defaultdict[str, set[str]]:
    """How the cards that have a label are counted, by label: ``{"Lead": {"A1"}}``."""
    counted: defaultdict[str, set[str]] = defaultdict(set)
    for card in cards:
        shape = shape_of(split_title(card.title).ref or "")
        for line in card.lines:
            counted[line.label].add(shape)
    return counted


def _lacks_label(
    card: Card, counted: Mapping[str, Collection[str]], shapes: frozenset[str]
) -> bool:
    """Whether a counted promise with one label is a card as others with more: "A3 Open a hub".

    They have that label, and are ``counted`` alike; ``shapes`` are those of headings over others.
    """
    title = split_title(card.title)
    shape, label = shape_of(title.ref or ""), card.lines[0].label
    alike = shape in shapes or shape in counted.get(label, ())
    said = bool(shape) and len(title.text.split()) >= MIN_TITLE_WORDS and is_promise(title.text)
    return alike and said and _is_card(card, MIN_LABELS - 1, titled=False)


def _names_page(line: Line) -> bool:
    """Whether a number stands behind a label of who: "The team 5" in a table of contents."""
    return field_of(line) in WHO and not any(map(str.isalpha, line.value[0].text))


def _is_named(card: Card) -> bool:
    """Whether a card says its action, in a line with its labels or in a title that promises it.

    Any other line may be its title only beside other cards.
    """
    return not card.title or "activity" in fields_of(card.lines) or title_promises(card)
