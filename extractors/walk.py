"""What is known while the blocks of a document are read for actions, from the first to the last.

Knows what a reading keeps; how each block is read is told in ``actions``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from extractors.blocks import Heading, Paragraph, Problem, Table
from extractors.columns.named import Columns
from extractors.columns.refs import COUNTS_ONE_RE, COUNTS_RE
from extractors.grid import Grid
from extractors.judging.reports import Said, Source
from extractors.layouts.forms.form_steps import Commitment, under
from extractors.layouts.forms.headed_cards import HeadedCards
from extractors.layouts.forms.titles import Title
from extractors.layouts.grids.grids import Found
from extractors.layouts.grids.known import Known
from extractors.layouts.labels.cards import Line
from extractors.layouts.labels.form_refs import bare_ref, own_ref, split_badge
from extractors.layouts.labels.learned import Learned
from extractors.outline import Outline
from extractors.rows import ActionRow
from extractors.sections import Section, counts_alone, is_under, section_from


@dataclass(frozen=True, slots=True)
class Action:
    """An action row with every section in force above it, the widest first."""

    row: ActionRow
    path: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Unread:
    """A card of which nothing was made: its folded labels, its table, and what may be told."""

    labels: tuple[str, ...]
    table: Table
    problem: Problem


@dataclass(slots=True)
class Actions:
    """What the tables of a document gave, in reading order.

    ``sections`` are those above the actions, each once; a mapping for the sake of a quick look-up.
    ``left`` are the tables of which nothing was made, and nothing told. ``said`` are texts beside
    the actions of a table, each with the problem that it is unless it says what a priority means.
    """

    actions: list[Action] = field(default_factory=list)
    sections: dict[Section, None] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    left: list[Source] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)


@dataclass(slots=True)
class Walk:
    """A document while it is read from its first block to its last.

    ``headed`` are the headings that are parts of cards; ``tables`` are all tables of the document,
    ``plans`` those that promised actions by their place among the blocks, ``known`` is the last of
    these; ``above`` is the last heading, while no table or card stands below it; ``form`` is
    what the last table says as a form, whose steps may follow; ``prose`` are the paragraphs since
    the last heading or table, and ``labels`` the places among them of headings that are labels;
    ``refs`` are the references that the lines above the last table give it, ``badge`` says how far
    the action is whose title comes next; ``carried`` are the bands in force at the end of the last
    table of rows; ``read`` are the labels of cards in tables that gave actions, ``unread`` those
    that gave neither action nor problem, each with the problem that it is if its labels were read.
    """

    outline: Outline
    result: Actions
    headed: HeadedCards
    tables: Sequence[Table] = ()
    learned: Learned = field(default_factory=Learned)
    title: str = ""
    known: Known | None = None
    plans: dict[int, Source] = field(default_factory=dict)
    above: Title | None = None
    form: Commitment | None = None
    prose: list[Paragraph] = field(default_factory=list)
    labels: set[int] = field(default_factory=set)
    refs: list[Line] = field(default_factory=list)
    badge: list[Paragraph] = field(default_factory=list)
    carried: tuple[Section, ...] = ()
    read: set[tuple[str, ...]] = field(default_factory=set)
    unread: list[Unread] = field(default_factory=list)

    def over(self) -> list[str]:
        """The sections in force, and the last heading, which may be none of them."""
        last = [self.above.heading.text] if self.above else []
        return [*(section.name for section in self.outline.path), *last]

    def ref_above(self, heading: Heading, place: int) -> str | None:
        """The reference that stands right above a heading and is then no prose: "Action 4"."""
        if heading.marker is not None:
            return None
        if not self.prose:
            title = self.above
            return title.ref if title is not None and title.block == place - 1 else None
        last = self.prose[-1]
        text, badge = split_badge(last.text) or (last.text, "")
        ref = bare_ref(text) if len(self.prose) - 2 not in self.labels else None
        if ref is not None:
            self.prose.pop()
            self.badge = [replace(last, text=badge)] if badge else []
        return ref

    def count_above(self) -> Section | None:
        """What a line right above a heading calls it: "Priority 1"; None where none does."""
        last = self.prose[-1] if self.prose and len(self.prose) - 1 not in self.labels else None
        counted = section_from(last.text) if last is not None and last.marker is None else None
        return counted if counted is not None and counts_alone(counted) else None

    def counted(self, found: Sequence[Found]) -> Sequence[Found]:
        """The one action of a table below "Action 4" with that reference, if it prints none.

        So has the one below "Action 4: Safer streets", in a heading or in the table's first row;
        "Commitment 4: Safer streets" is an aim of which others may have more. A name so counted, as
        others beside it have, heads nothing else.
        """
        if len(found) != 1:
            return found
        (one,) = found
        named = self._leave_name()
        above = self.above.heading.text if self.above is not None else ""
        titles = [*(band.title for band in one.bands[-1:]), above, named]
        refs = (bare_ref(text) or (COUNTS_RE.match(text) and own_ref(text)) for text in titles)
        ref = next(filter(None, refs), None)
        if ref is None or one.row.cells.get("ref"):
            return found
        return [replace(one, row=replace(one.row, cells={**one.row.cells, "ref": ref}))]

    def _leave_name(self) -> str:
        """The name above a card, "Action 4: Safer streets", which is no section then; else ""."""
        path = self.outline.path
        if self.above is None or not self.above.names or not path:
            return ""
        title = path[-1].title
        if not COUNTS_ONE_RE.match(title):  # "Project 4" may be an aim
            return ""
        self.outline.leave(path[-1].block)
        return title

    def take(
        self, found: Iterable[Found], above: tuple[Section, ...], names: Sequence[Section] = ()
    ) -> None:
        """Keep the rows that were found, each with the sections above it and its own bands.

        Its own end those of the table before, as one band of a table ends another. Of them
        ``names`` are the titles of forms, and no aims.
        """
        for one in found:
            ended = self.carried if one.bands else ()
            over = (s for s in above if s not in ended or is_under(one.bands[0], s))
            path = (*over, *one.bands)
            section = path[-1].title if path else None
            self.result.actions.append(Action(replace(one.row, section=section), path))
            self.result.sections.update(dict.fromkeys(s for s in path if s not in names))

    def take_heads(self, *, used: bool) -> None:
        """Count the heads in a table of their own as read where other rows have ``used`` them."""
        if used and self.known is not None:
            self.result.left = [
                one for one in self.result.left if one.table is not self.known.table
            ]

    def tell_unread(self) -> None:
        """Tell the cards that gave nothing where others with the same labels gave actions."""
        told = [one for one in self.unread if one.labels in self.read]
        self.result.problems.extend(one.problem for one in told)
        tables = [one.table for one in told]
        self.result.left = [
            one for one in self.result.left if not any(one.table is table for table in tables)
        ]

    def forms_action(self) -> bool:
        """Whether the last table was a form that is an action, whose steps may follow."""
        return self.form is not None and self.form.action is not None

    def are_steps(self, grid: Grid, columns: Columns, body: Sequence[int]) -> bool:
        """Whether rows are steps of the form above, and actions of their own."""
        return self.form is not None and self.form.leads(grid, columns, body)

    def take_steps(self, found: Iterable[Found]) -> None:
        """Keep the steps of the form above in place of the one action that it was read as."""
        form = self.form
        if form is None:
            return
        if self.result.actions and form.is_made(self.result.actions[-1].row):
            self.result.actions.pop()
        self.take([under(one, form) for one in found], form.path)
