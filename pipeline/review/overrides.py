"""What people decided: one line a decision, in CSV files that are kept under version control.

    overrides.csv   the value of a cell, a theme, a document's area ..., for a printed text
    aliases.csv     which body a name means in an area, or does not mean
    headings.csv    which field a printed column heading stands for

They lie in ``DIR/overrides/`` beside ``raw/`` and ``curated/``, since they belong to the data and
an installed package is no place for them. A value is kept with a hash of the text that it was
decided for and is never applied to another text.
"""

import csv
import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import ClassVar, TypeVar

import filelock

from normalisers.names import name_key
from pipeline.errors import JobFailed, UsageError

ANY = "*"  # in document_id and row: wherever this text is printed
DOCUMENT = "document"  # the row of decisions about a document as a whole
HASH_LENGTH = 16  # hex digits of the printed text's hash
ID_LENGTH = 8  # hex digits of a decision's id; people copy it
MAX_SHOWN = 80  # characters of the printed text that a line shows to its readers


@dataclass(frozen=True, slots=True, order=True)
class Override:
    """The value of one field where a certain text is printed.

    Attributes:
        document_id: The work; ``"*"`` for any that prints the text.
        row: action_id, priority_id or ``"document"``; ``"*"`` for any row that prints the text.
        field: A key of ``override_values.FIELDS``: ``"due"``.
        text_hash: From ``text_hash`` of the printed text.
        value: Canonical form: ``"2027-12"``.
        printed: The beginning of that text, for people.
        seen_in: The document that it was decided for.
        decided_by, decided_on, why: Who, when (ISO day), and the reason.
    """

    file: ClassVar[str] = "overrides.csv"

    document_id: str
    row: str
    field: str
    text_hash: str
    value: str
    printed: str
    seen_in: str
    decided_by: str
    decided_on: str
    why: str

    @property
    def slot(self) -> tuple[str, ...]:
        """What can hold one value: a new decision for it takes the place of the old one."""
        text = self.text_hash if self.row == ANY else ""
        return (self.document_id, self.row, self.field, text)

    @property
    def decision_id(self) -> str:
        """A short name for it: ``"due-3f2a9c1d"``."""
        return decision_id(self.field, *self.slot)

    @property
    def matter(self) -> tuple[str, ...]:
        """What of it decides a row; who and why do not."""
        return (self.document_id, self.row, self.field, self.text_hash, self.value)


@dataclass(frozen=True, slots=True, order=True)
class Alias:
    """A name and the body that it means, or does not mean, in an area.

    ``Alias("WCC", "westminster-city-council", "E10000031", "", "yes", ...)`` says that WCC is not
    Westminster in Warwickshire. An empty ``agency_id`` says that the name is no body of
    ``agencies.csv`` and stays as printed. An empty ``area_code`` means everywhere; a
    ``document_id`` in its place that document alone, since its area is not known.
    """

    file: ClassVar[str] = "aliases.csv"

    alias: str
    agency_id: str
    area_code: str
    unit: str
    is_not: str
    decided_by: str
    decided_on: str
    why: str

    @property
    def slot(self) -> tuple[str, ...]:
        """What can hold one value: a name means one thing in an area, and may not mean several."""
        denied = self.agency_id if self.is_not else ""
        return (name_key(self.alias), self.area_code, self.is_not, denied)

    @property
    def decision_id(self) -> str:
        """A short name for it: ``"alias-3f2a9c1d"``; ``"not-..."`` for a negative one."""
        return decision_id("not" if self.is_not else "alias", *self.slot)

    @property
    def matter(self) -> tuple[str, ...]:
        """What of it decides a row."""
        return (self.alias, self.agency_id, self.area_code, self.unit, self.is_not)


@dataclass(frozen=True, slots=True, order=True)
class Heading:
    """A printed column heading and its field: ``Heading("Owner (post)", "lead", ...)``."""

    file: ClassVar[str] = "headings.csv"

    heading: str
    field: str
    decided_by: str
    decided_on: str
    why: str

    @property
    def slot(self) -> tuple[str, ...]:
        """What can hold one value."""
        return (" ".join(self.heading.casefold().split()),)

    @property
    def decision_id(self) -> str:
        """A short name for it: ``"heading-3f2a9c1d"``."""
        return decision_id("heading", *self.slot)

    @property
    def matter(self) -> tuple[str, ...]:
        """What of it decides a row."""
        return (self.heading, self.field)


Decision = Override | Alias | Heading
Line = TypeVar("Line", Override, Alias, Heading)


@dataclass(frozen=True, slots=True)
class Overrides:
    """All decisions of a folder; ``hide_names`` is the owner's: raw columns name no people."""

    values: tuple[Override, ...] = ()
    aliases: tuple[Alias, ...] = ()
    headings: tuple[Heading, ...] = ()
    hide_names: bool = False

    @property
    def all(self) -> tuple[Decision, ...]:
        """Every decision, file after file."""
        return (*self.values, *self.aliases, *self.headings)

    def digest(self) -> str:
        """A hash of everything decided; "" where nothing was."""
        return _digest([*self.all], self.hide_names)

    def digest_of(self, document_id: str) -> str:
        """A hash of what can touch one document after it was read; "" where nothing can."""
        own = [line for line in self.values if line.document_id in (document_id, ANY)]
        touching: list[Decision] = [*own, *self.aliases, *self.headings]
        return _digest(touching, self.hide_names)


NO_OVERRIDES = Overrides()


def text_hash(text: str | None) -> str:
    """Hash of a printed text, white space aside: equal for two printings of the same words."""
    squeezed = " ".join((text or "").split())
    return hashlib.sha256(squeezed.encode("utf-8", "surrogatepass")).hexdigest()[:HASH_LENGTH]


def decision_id(kind: str, *slot: str) -> str:
    """Short name of a decision, or of the question that it answers: ``"theme-3f2a9c1d"``."""
    stem = "\x1f".join((kind, *slot)).encode("utf-8", "surrogatepass")
    return f"{kind}-{hashlib.sha256(stem).hexdigest()[:ID_LENGTH]}"


def load_overrides(folder: Path) -> Overrides:
    """Read all decisions of a folder; a file that is not there holds none.

    Raises:
        UsageError: A line is malformed or decides what another has decided; it names the line.
    """
    return Overrides(
        tuple(_read(folder, Override)),
        tuple(_read(folder, Alias)),
        tuple(_read(folder, Heading)),
    )


def write_decisions(folder: Path, new: Iterable[Decision], gone: Iterable[Decision] = ()) -> None:
    """Add decisions, each in the place of an older one about the same, and take others away.

    The files stay sorted, so that a decision is one line of a difference; each is replaced in one
    step, and two people who decide at once wait for each other.

    Raises:
        JobFailed: The folder cannot be written.
    """
    added, taken = list(new), {line.decision_id for line in gone}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with filelock.FileLock(folder / ".lock"):
            _rewrite(folder, Override, added, taken)
            _rewrite(folder, Alias, added, taken)
            _rewrite(folder, Heading, added, taken)
    except OSError as cause:
        raise JobFailed(f"{folder} cannot be written: {cause.strerror}.") from cause


def _rewrite(
    folder: Path, kind: type[Line], added: Iterable[Decision], taken: Iterable[str]
) -> None:
    """Write one file anew where a decision of its kind comes or goes."""
    before = _read(folder, kind)
    lines = {line.slot: line for line in before if line.decision_id not in taken}
    lines |= {line.slot: line for line in added if isinstance(line, kind)}
    after = sorted(lines.values())
    if after == before:
        return
    beside = folder / f".{kind.file}.{os.getpid()}.tmp"
    with beside.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(_columns(kind))
        writer.writerows([getattr(line, name) for name in _columns(kind)] for line in after)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(folder / kind.file)


def _read(folder: Path, kind: type[Line]) -> list[Line]:
    path = folder / kind.file
    if not path.exists():
        return []
    try:
        rows = csv.DictReader(path.read_text("utf-8").splitlines(keepends=True), strict=True)
        lines: dict[tuple[str, ...], Line] = {}
        for row in rows:
            where = f"{path} line {rows.line_num}"
            line = kind(**_checked(row, kind, where))
            if line.slot in lines:
                raise UsageError(f"{where}: the same was decided in another line. Keep one.")
            lines[line.slot] = line
    except (OSError, UnicodeDecodeError, csv.Error) as cause:
        raise UsageError(f"{path} cannot be read: {cause}.") from cause
    return sorted(lines.values())


def _checked(row: Mapping[str | None, object], kind: type[Line], where: str) -> dict[str, str]:
    expected = _columns(kind)
    if set(row) != set(expected) or not all(isinstance(cell, str) for cell in row.values()):
        raise UsageError(f"{where}: the columns are not {', '.join(expected)}.")
    cells = {name: str(row[name]) for name in expected}
    try:
        date.fromisoformat(cells["decided_on"])
    except ValueError:
        found = cells["decided_on"]
        raise UsageError(f"{where}: decided_on is {found!r}. Write it as 2026-11-21.") from None
    return cells


def _columns(kind: type[Decision]) -> list[str]:
    return [line.name for line in fields(kind)]


def _digest(lines: Sequence[Decision], hide_names: bool) -> str:
    if not lines and not hide_names:
        return ""
    matter = "names hidden\x1e" * hide_names + "\x1e".join(
        "\x1f".join((line.file, *line.matter)) for line in lines
    )
    return hashlib.sha256(matter.encode("utf-8", "surrogatepass")).hexdigest()
