"""The curated tables: one record class a table, one line a column.

A column's Arrow type, nullability and meaning are read from its line; the Parquet metadata,
``datapackage.json``, the data dictionary and the checks are all made from here. Columns are only
ever added.
"""

from collections.abc import Mapping
from dataclasses import Field, dataclass, fields
from datetime import date, datetime
from typing import Any

from extractors.blocks import Box
from extractors.rows import OtherCell
from pipeline import columns
from pipeline.columns import means


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A row an edition: one fetched set of bytes of a work."""

    document_id: str = means("Slug of the work, the same for all its editions and formats")
    edition_id: str = means("SHA-256 of the bytes, in hex")
    current: bool = means("True for the edition to use: the newest one of the work (or part)")
    part: int | None = means("Place in the contents list of a set of web pages, from 1")
    file_name: str = means("Name under which the bytes were published or saved")
    source_id: str | None = means("Line of the source registry; null for a file added by hand")
    url: str | None = means("Address it was fetched from; null for a local file")
    title: str | None = means("Title as printed")
    publisher: str | None = means("Body that publishes it, where the text or registry names one")
    area_code: str | None = means("ONS (GSS) code of the area it covers", links="areas.area_code")
    area_name: str | None = means("Name of that area")
    kind: str | None = means("What sort of document it is", values=columns.DOCUMENT_KINDS)
    media_type: str = means("Media type found in the bytes, whatever the file's name says")
    published_on: date | None = means("Day on which the document says it was published")
    period_start: str | None = means("First year it covers, as printed: 2023")
    period_end: str | None = means("Last year it covers; 2024 for the financial year 2023-24")
    supersedes: str | None = means("edition_id of the edition that this one replaces")
    pages: int | None = means("Number of pages; null where the format has none")
    tables: int | None = means("Tables found, of any kind; null where it could not be read")
    actions: int | None = means("Actions found; null where it could not be read")
    scanned: bool | None = means("True where a page is a picture without text")
    fetched_at: datetime = means("When the bytes were fetched, UTC; a local file's saving time")
    state: str = means("What became of it at its address", values=columns.DOCUMENT_STATES)
    override: tuple[str, ...] = means("Columns that a person corrected", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityRow:
    """A row a strategic aim as the document prints it."""

    priority_id: str = means("Hash of document_id and title")
    document_id: str = means("The work", links="documents.document_id")
    edition_id: str = means("The bytes it was read from", links="documents.edition_id")
    area_code: str | None = means("Area of the document", links="areas.area_code")
    ordinal: int = means("Place in the document, from 1")
    label: str | None = means("What counts it, as printed: Priority 1")
    title: str = means("As printed, without the label")
    summary: str | None = means("The paragraphs printed with it")
    page: int | None = means("1-based page; null where the format has no pages")
    theme_id: str | None = means("Our theme for it", links="themes.theme_id")
    theme_score: int | None = means("How sure the theme is", bounds=(0, 100))
    theme_method: str | None = means(
        "exact, alias, keyword, fuzzy, or override: decided by a person"
    )
    theme_words: tuple[str, ...] = means("The words that decided the theme")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """A row a promised action. Raw columns hold what is printed, single spaces."""

    action_id: str = means("Hash of document_id, ref and activity as printed")
    document_id: str = means("The work", links="documents.document_id")
    edition_id: str = means("The bytes it was read from", links="documents.edition_id")
    area_code: str | None = means("Area of the document", links="areas.area_code")
    priority_id: str | None = means("The priority it serves", links="priorities.priority_id")
    ordinal: int = means("Place in the document, from 1")
    ref: str | None = means("Reference as printed or as counted by Word; no key: plans repeat it")
    ref_derived: bool = means("The reference was counted by Word, or inherited from a merged cell")
    objective: str | None = means("Objective printed with the row")
    activity: str | None = means("What will be done; null where a row has an objective alone")
    measures: tuple[str, ...] = means("How success is measured, item by item, without markers")
    measure_raw: str | None = means("The whole cell of measures; null where there is no column")
    update: str | None = means("Progress text; null where there is no column")
    section: str | None = means("Heading it stands under, as printed")
    lead_raw: str | None = means("Lead cell, a line a paragraph; empty if blank, null if no column")
    support_raw: str | None = means("Cell of supporting bodies as printed, a line a paragraph")
    start_raw: str | None = means("Start cell as printed")
    due_raw: str | None = means("Due cell as printed")
    status_raw: str | None = means("Status cell as printed")
    rating_raw: str | None = means("Rating as printed: of urgency (H), else by colour (Amber)")
    rag_raw: str | None = means("Red, amber, green cell: its text, else its colour as #rrggbb")
    other_cells: tuple[OtherCell, ...] = means("Other filled cells, with their printed headings")
    start_edtf: str | None = means("Start as EDTF (ISO 8601-2)")
    start_earliest: date | None = means("First day that the printed start can mean")
    start_latest: date | None = means("Last day that the printed start can mean")
    due_edtf: str | None = means("Due date as EDTF (ISO 8601-2)")
    due_earliest: date | None = means("First day that the printed due date can mean")
    due_latest: date | None = means("Last day that the printed due date can mean")
    due_kind: str | None = means("What kind of due date it is", values=columns.DUE_KINDS)
    review_edtf: str | None = means("Dated review as EDTF")
    status: str | None = means("How far it is", values=columns.STATUSES)
    urgency: str | None = means("How urgent it is marked", values=columns.URGENCIES)
    rag: str | None = means("Red, amber or green rating", values=columns.RAGS)
    theme_id: str | None = means("Theme of its priority or section", links="themes.theme_id")
    page: int | None = means("1-based page where it starts; null where there are no pages")
    page_end: int | None = means("1-based page where it ends")
    boxes: tuple[Box, ...] = means("Where it is printed: points from the top left of each page")
    joined: tuple[str, ...] = means("Why pieces on several pages were read as one row")
    score: int = means("How sure the reading is; below 60 open the document", bounds=(0, 100))
    reasons: tuple[str, ...] = means("What lowered the score")
    override: tuple[str, ...] = means("Columns that a person corrected")


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadRow:
    """A row a body named in the lead or support cell of an action."""

    action_id: str = means("The action", links="actions.action_id")
    edition_id: str = means("The bytes it was read from", links="documents.edition_id")
    ordinal: int = means("Place in the cell, from 1")
    agency_id: str | None = means("The body; null where unresolved", links="agencies.agency_id")
    agency_name: str | None = means("Its name; the printed words where unresolved")
    agency_type: str | None = means("What sort of body it is: local-authority, police, ...")
    unit: str | None = means("Team or department within it")
    role: str = means("Part it takes", values=columns.LEAD_ROLES)
    raw: str = means("The words that name it, without names of people")
    score: int = means("How sure the match is", bounds=(0, 100))
    method: str = means("How it was found", values=columns.LEAD_METHODS)
    runner_up: str | None = means("Next best body, where the choice was close or failed")


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryRow:
    """A row a term of a document's own glossary."""

    document_id: str = means("The work", links="documents.document_id")
    edition_id: str = means("The bytes it was read from", links="documents.edition_id")
    term: str = means("Term as printed")
    acronym: str | None = means("Its short forms as printed")
    definition: str | None = means("Its definition as printed")
    page: int | None = means("1-based page; null where the format has no pages")


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyRow:
    """A row an organisation that leads actions (reference table)."""

    agency_id: str = means("Stable slug")
    name: str = means("Full name")
    agency_type: str = means("What sort of body it is")
    parent_id: str | None = means("Body that it is part of")
    area_code: str | None = means("Area it serves, where it serves one", links="areas.area_code")
    external_id: str | None = means("Identifier elsewhere: gss:E10000031, ods:QWE")
    valid_from: date | None = means("First day it existed; null where not known or long ago")
    valid_to: date | None = means("Last day it existed; null while it does")


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaRow:
    """A row an area with a public body of its own (reference table)."""

    area_code: str = means("ONS (GSS) code; X- codes are joint areas of ours")
    name: str = means("Name as people say it: Wandsworth")
    official_name: str = means("Name of the authority: London Borough of Wandsworth")
    area_type: str = means("County, london-borough, police-force-area, joint-area, ...")
    nation: str | None = means("England, Wales, Scotland or Northern Ireland")
    region: str | None = means("English region")
    police_force_id: str | None = means("Force that polices it, as data.police.uk names it")
    domain: str | None = means("Web domain of its authority")
    status: str | None = means("current or former")
    valid_from: date | None = means("First day of the area; null where long ago")
    valid_to: date | None = means("Last day of the area; null while it exists")
    replaced_by: tuple[str, ...] = means("Codes of the areas that replaced it")
    member_codes: tuple[str, ...] = means("Codes of the areas that a joint area is made of")


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeRow:
    """A row a theme of ours (reference table); ``crosswalk`` has its titles in every framework.

    The columns of seven frameworks stay for those who use them; in another field they are null.
    """

    theme_id: str = means("Stable code")
    label: str = means("Name")
    parent_id: str | None = means("Theme above it", links="themes.theme_id")
    facet: str | None = means("strategic, group, setting or enabler")
    definition: str | None = means("What belongs to it")
    uk_2021: str | None = means("Title in the UK government's 2021 strategy")
    uk_2025: str | None = means("Title in the UK government's 2025 strategy")
    mopac_2022: str | None = means("Title in the Mayor of London's 2022-25 strategy")
    istanbul: str | None = means("Pillar of the Istanbul Convention")
    equally_safe_2023: str | None = means("Priority of Scotland's Equally Safe 2023")
    wales_2022: str | None = means("Aim of the Welsh 2022-26 strategy")
    northern_ireland_2024: str | None = means("Outcome of Northern Ireland's framework")


@dataclass(frozen=True, slots=True, kw_only=True)
class CrosswalkRow:
    """A row a theme in a published framework: what the framework calls it (reference table)."""

    theme_id: str = means("Our theme", links="themes.theme_id")
    framework_id: str = means("The framework: uk_2021, istanbul, ...")
    framework_name: str = means("Name of the framework")
    title: str = means("What the framework calls the theme")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """A row a change of an action between two editions of a document."""

    document_id: str = means("The work")
    action_id: str = means("The action")
    change: str = means("What happened", values=columns.CHANGES)
    column: str | None = means("Column that changed; null for added and dropped")
    before: str | None = means("Printed before")
    after: str | None = means("Printed now")
    edition_before: str | None = means("Edition before")
    edition_after: str | None = means("Edition now")


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """A row a document that an area is expected to publish."""

    area_code: str = means("The area", links="areas.area_code")
    expected: str = means("What is expected of it; a line of field.csv")
    state: str = means("What was found", values=columns.COVERAGE_STATES)
    document_id: str | None = means("The document found", links="documents.document_id")
    last_checked: date | None = means("Day it was last looked for")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemRow:
    """A row a thing that was not read or not understood."""

    document_id: str | None = means("The work; null where none could be told")
    edition_id: str | None = means("The bytes; null where there were none")
    url: str | None = means("Address or path it came from")
    stage: str = means("Where it came up", values=columns.STAGES)
    code: str = means("What sort of problem it is")
    severity: str = means("How bad: an error loses something printed", values=columns.SEVERITIES)
    message: str = means("What was found, where, and what to do")
    page: int | None = means("1-based page; null where not on one")
    subject: str | None = means("The print, or the decision, that it is about", default=None)


Row = (
    DocumentRow
    | PriorityRow
    | ActionRow
    | LeadRow
    | GlossaryRow
    | AgencyRow
    | AreaRow
    | ThemeRow
    | CrosswalkRow
    | ChangeRow
    | CoverageRow
    | ProblemRow
)


@dataclass(frozen=True, slots=True)
class TableSpec:
    """One table of a release: its record class and the columns that make a row unique."""

    row: type[Any]
    key: tuple[str, ...]


TABLES: Mapping[str, TableSpec] = {
    "documents": TableSpec(DocumentRow, ("edition_id",)),
    "priorities": TableSpec(PriorityRow, ("edition_id", "priority_id")),
    "actions": TableSpec(ActionRow, ("edition_id", "action_id")),
    "leads": TableSpec(LeadRow, ("edition_id", "action_id", "ordinal")),
    "glossary": TableSpec(GlossaryRow, ()),
    "agencies": TableSpec(AgencyRow, ("agency_id",)),
    "areas": TableSpec(AreaRow, ("area_code",)),
    "themes": TableSpec(ThemeRow, ("theme_id",)),
    "crosswalk": TableSpec(CrosswalkRow, ("theme_id", "framework_id")),
    "changes": TableSpec(ChangeRow, ()),
    "coverage": TableSpec(CoverageRow, ()),
    "problems": TableSpec(ProblemRow, ()),
}
"""Every table of a release, in the order in which people read them."""


def columns_of(table: str) -> tuple[Field[Any], ...]:
    """The column lines of a table in their order; ``metadata`` holds what ``column`` was given."""
    return fields(TABLES[table].row)
