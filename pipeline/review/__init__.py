"""What needs a person in a release: one item a decision, those that mend most rows first.

Rows of editions that are not in use are left out: what is decided for a text mends them too.
Items are answered in ``deciding.py``.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.errors import UsageError
from pipeline.releases.held import Held
from pipeline.review.cases import Case, blank_override, cases_of
from pipeline.review.corrections import printed_text
from pipeline.review.overrides import Alias, Heading, Override, Overrides

VALUES = {
    "lead": "AGENCY",
    "theme": "THEME",
    "due": "DATE",
    "start": "DATE",
    "status": "STATUS",
    "urgency": "high",
    "rag": "green",
    "heading": "FIELD",
    "row": "ok",
    "area": "AREA",
    "kind": "KIND",
}
"""Kind of an item to the word that stands for its value where none can be suggested."""

KINDS = (*VALUES, "stale")


@dataclass(frozen=True, slots=True)
class Item:
    """One question to a person.

    Attributes:
        item_id: Name of the decision that answers it: ``"alias-3f2a9c1d"``.
        kind: One of ``KINDS``.
        text: The print that it is about.
        rows: How many rows one decision mends.
        documents: The works that print it.
        place: One example: ``"mereshire-strategy p.4, 2.2"``.
        page: The page of the example; None where there are no pages.
        suggestion: A value that may be right; None where nothing comes near.
        why: Why a person is asked.
        blanks: Decisions that answer it, without value, person and day.
    """

    item_id: str
    kind: str
    text: str
    rows: int
    documents: tuple[str, ...]
    place: str
    page: int | None
    suggestion: str | None
    why: str
    blanks: tuple[Override | Alias | Heading, ...] = field(repr=False, default=())

    @property
    def command(self) -> str:
        """The line to paste, its last word to be replaced where it is in capitals."""
        if self.kind == "stale":
            return f"planbook review undo {self.item_id}"
        value = self.suggestion or VALUES[self.kind]
        return f"planbook review decide {self.item_id} {value}"


def queue(held: Held, overrides: Overrides) -> list[Item]:
    """List what needs a person, each thing once, most rows first."""
    groups: dict[tuple[str, ...], list[Case]] = defaultdict(list)
    for case in cases_of(held):
        groups[case.kind, *case.key].append(case)
    items = [_item(cases) for cases in groups.values()]
    items += _stale(held, overrides)
    return sorted(items, key=lambda item: (-item.rows, item.kind, item.item_id))


def _item(cases: Sequence[Case]) -> Item:
    first = cases[0]
    (text, _), *_ = Counter(case.text for case in cases).most_common(1)
    suggestions = Counter(case.suggestion for case in cases if case.suggestion)
    blanks = {case.blank.decision_id: case.blank for case in cases}
    return Item(
        item_id=first.blank.decision_id,
        kind=first.kind,
        text=text,
        rows=len(cases),
        documents=tuple(sorted({case.document_id for case in cases})),
        place=_place(first.document_id, first.page, first.ref),
        page=first.page,
        suggestion=suggestions.most_common(1)[0][0] if suggestions else None,
        why=first.why,
        blanks=tuple(blanks.values()),
    )


def _place(document_id: str, page: int | None, ref: str | None) -> str:
    place = document_id if page is None else f"{document_id} p.{page}"
    return f"{place}, {ref}" if ref else place


def _stale(held: Held, overrides: Overrides) -> Iterator[Item]:
    """Decisions whose text is no longer printed."""
    known = {line.decision_id: line for line in overrides.values}
    for problem in held.problems:
        line = known.get(problem.subject or "") if problem.code == "stale_override" else None
        if line is None:
            continue
        action = held.action(line.row)
        blanks: tuple[Override, ...] = ()
        now = "nothing of the kind"
        if action is not None:
            now = printed_text(action, line.field)
            blanks = (blank_override(line.document_id, line.row, line.field, now, line.seen_in),)
        yield Item(
            item_id=line.decision_id,
            kind="stale",
            text=line.printed,
            rows=1,
            documents=(line.seen_in,),
            place=_place(line.seen_in, action.page, action.ref) if action else line.seen_in,
            page=action.page if action else None,
            suggestion=line.value,
            why=f"{line.field} was decided to be {line.value}; printed now: {now}",
            blanks=blanks,
        )


def pick(items: Sequence[Item], kind: str | None, document: str | None) -> list[Item]:
    """Leave the items of one kind, of one document.

    Raises:
        UsageError: There is no such kind.
    """
    if kind is not None and kind not in KINDS:
        raise UsageError(f"{kind!r} is no kind of item. Known are: {', '.join(KINDS)}.")
    return [
        item
        for item in items
        if kind in (None, item.kind) and (document is None or document in item.documents)
    ]
