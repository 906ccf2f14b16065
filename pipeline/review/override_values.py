"""The values that people may decide on: read from what they write, and put into rows.

Knows which fields can be decided and what each may hold; not where decisions are kept. A raw
column, which holds what is printed, is never among them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from rapidfuzz import fuzz, process

from normalisers.areas import area_code
from normalisers.dates import normalise_date
from normalisers.names import name_key
from normalisers.periods import normalise_period
from normalisers.reference_records import Agency
from normalisers.vocabulary import vocabulary
from pipeline.columns import DOCUMENT_KINDS, LEAD_ROLES, RAGS, STATUSES, URGENCIES
from pipeline.errors import UsageError

NONE = "none"  # nothing is said: an empty value, decided
AS_PRINTED = "as-printed"  # a name that is no body of ours
ACCEPTED = "100"  # the score of a row that a person has compared with its page
SURE_DATE = 90  # 0 to 100; what a person writes must be plainer than what plans print
NEAR_SHOWN = 3
NEAR_FLOOR = 55.0  # 0 to 100, rapidfuzz WRatio; below it the names shown have nothing in common
OPEN_END = ".."


@dataclass(frozen=True, slots=True)
class NamedLead:
    """One body of a decided cell; ``agency_id`` is None for a name that stays as printed."""

    agency_id: str | None
    name: str
    unit: str | None
    role: str | None


def read_value(field: str, text: str) -> str:
    """Bring what a person wrote into the form in which it is kept.

    Args:
        field: A key of ``FIELDS``: ``"due"``.
        text: What was written: ``"end of March 2027"``.

    Returns:
        The canonical value: ``"../2027-03-31"``.

    Raises:
        UsageError: The field cannot be decided or the value is not known; near ones are named.
    """
    if field not in FIELDS:
        raise UsageError(f"{field!r} cannot be decided. {near(field, FIELDS)}")
    return FIELDS[field](text.strip())


def near(text: str, known: Mapping[str, object]) -> str:
    """Say which known codes come near: ``"Near are: refuge, refugee-council."``."""
    labels = {code: label if isinstance(label, str) else "" for code, label in known.items()}
    words = {code: f"{code} {label}" for code, label in labels.items()}
    found = process.extract(
        text, words, scorer=fuzz.WRatio, limit=NEAR_SHOWN, score_cutoff=NEAR_FLOOR
    )
    if found:
        return f"Near are: {', '.join(code for _, _, code in found)}."
    return f"Known are: {', '.join(known)}." if len(known) <= 2 * len(STATUSES) else ""


def find_agency(text: str) -> Agency:
    """Find a body by its code or its full name.

    Raises:
        UsageError: There is none; near ones are named.
    """
    agencies = vocabulary().agency_of
    if text in agencies:
        return agencies[text]
    named = [agency for agency in agencies.values() if name_key(agency.name) == name_key(text)]
    living = [agency for agency in named if agency.valid_to is None] or named
    if not living:
        names = {code: agency.name for code, agency in agencies.items()}
        raise UsageError(f"No agency is known as {text!r}. {near(text, names)}")
    return living[0]


def find_area(text: str) -> str:
    """Give the code of an area by its code or name.

    Raises:
        UsageError: There is none; near ones are named.
    """
    code = area_code(text)
    if code is None:
        areas = {area.name: area.area_code for area in vocabulary().areas}
        raise UsageError(f"No area is known as {text!r}. {near(text, areas)}")
    return code


def read_named_leads(text: str) -> tuple[NamedLead, ...]:
    """Read the bodies of a cell: ``"refuge; police-essex/Custody:support"``.

    Each is a code or a full name, ``/`` and a unit, ``:`` and a role; ``as-printed Women's Hub``
    is a name without a body of ours; ``none`` is a cell that names nobody.

    Raises:
        UsageError: A body or a role is not known.
    """
    if text == NONE:
        return ()
    return tuple(_named_lead(part.strip()) for part in text.split(";") if part.strip())


def date_columns(prefix: str, value: str) -> dict[str, Any]:
    """The columns of a decided date: ``date_columns("due", "2027-12")["due_latest"]``."""
    kinds = {"ongoing": "ongoing", "tbc": "tbc", NONE: NONE}
    edtf = "../.." if value == "ongoing" else None if value in kinds else value
    first, last = (edtf and _bounds(edtf)) or (None, None)
    columns: dict[str, Any] = {
        f"{prefix}_edtf": edtf,
        f"{prefix}_earliest": first,
        f"{prefix}_latest": last,
    }
    if prefix == "due":
        columns["due_kind"] = kinds.get(value, "interval" if "/" in value else "date")
    return columns


def _named_lead(text: str) -> NamedLead:
    body, _, role = text.rpartition(":")
    if role not in LEAD_ROLES:
        body, role = text, ""
    name, _, unit = (part.strip() for part in body.partition("/"))
    if name.startswith(AS_PRINTED):
        return NamedLead(None, name.removeprefix(AS_PRINTED).strip(), unit or None, role or None)
    agency = find_agency(name)
    return NamedLead(agency.agency_id, agency.name, unit or None, role or None)


def _read_leads(text: str) -> str:
    return "; ".join(map(_lead_text, read_named_leads(text))) or NONE


def _lead_text(lead: NamedLead) -> str:
    name = lead.agency_id or f"{AS_PRINTED} {lead.name}"
    return name + (f"/{lead.unit}" if lead.unit else "") + (f":{lead.role}" if lead.role else "")


def _read_date(text: str) -> str:
    word = text.casefold()
    if word in ("ongoing", "tbc", NONE):
        return word
    if _bounds(text) is not None:
        return text
    read = normalise_date(text)
    if read.edtf is None or read.score < SURE_DATE:
        raise UsageError(
            f"{text!r} is no date. Write EDTF (2027-12, ../2027-03-31, 2026-04/2027-03), "
            "or ongoing, tbc or none."
        )
    return "ongoing" if read.ongoing else read.edtf


def _bounds(edtf: str) -> tuple[date | None, date | None] | None:
    """First and last day of an EDTF text, None at an open end; None alone where it is no EDTF."""
    ends = edtf.split("/")
    if len(ends) > 2 or (all(end == OPEN_END for end in ends) and edtf != "../.."):
        return None
    try:
        first = None if ends[0] == OPEN_END else parse_edtf(ends[0]).lower_strict()
        last = None if ends[-1] == OPEN_END else parse_edtf(ends[-1]).upper_strict()
    except (EDTFParseException, ValueError, TypeError, AttributeError):
        return None
    days = (date(*first[:3]) if first else None, date(*last[:3]) if last else None)
    return None if days[0] and days[1] and days[0] > days[1] else days


def _one_of(what: str, *codes: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        code = text.casefold().replace(" ", "_")
        if code not in (*codes, NONE):
            known = ", ".join((*codes, NONE))
            raise UsageError(f"{text!r} is no {what}. Known are: {known}.")
        return code

    return read


def _read_theme(text: str) -> str:
    if text.casefold() == NONE:
        return NONE
    labels = {theme.theme_id: theme.label for theme in vocabulary().themes}
    for code, label in labels.items():
        if text.casefold() in (code, label.casefold()):
            return code
    raise UsageError(f"No theme is known as {text!r}. {near(text, labels)}")


def _read_period(text: str) -> str:
    if normalise_period(text) is None:
        raise UsageError(f"{text!r} is no run of years. Write it as 2022-2025 or 2023-24.")
    return text


def _read_score(text: str) -> str:
    if text.casefold() not in ("ok", ACCEPTED):
        raise UsageError(f"{text!r} is no decision on a row. Write ok: the page says so.")
    return ACCEPTED


def _read_text(text: str) -> str:
    if not text:
        raise UsageError("The value is empty.")
    return text


FIELDS: Mapping[str, Callable[[str], str]] = {
    "due": _read_date,
    "start": _read_date,
    "status": _one_of("status", *STATUSES),
    "urgency": _one_of("urgency", *URGENCIES),
    "rag": _one_of("rating", *RAGS),
    "theme": _read_theme,
    "priority": _read_text,
    "leads": _read_leads,
    "support": _read_leads,
    "score": _read_score,
    "area": find_area,
    "period": _read_period,
    "kind": _one_of("kind of document", *DOCUMENT_KINDS),
    "title": _read_text,
}
"""Every field that people may decide, and how what they write is read."""

DOCUMENT_FIELDS = ("area", "period", "kind", "title")
