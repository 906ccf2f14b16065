"""A release of any size, as a run publishes it, without a document being read.

Rows differ in every text, date and body, so that no cache or dictionary makes them cheap.
"""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from extractors.blocks import Box
from extractors.rows import OtherCell
from normalisers.reference_records import Area
from normalisers.vocabulary import vocabulary
from pipeline import schema
from pipeline.arrow import to_arrow
from pipeline.assemble import Ingredients, assemble
from pipeline.publish import write_release
from pipeline.records import RunReport
from pipeline.releases import Release, point_to

ACTIONS_PER_PLAN = 500
PLACES = ("the market", "Elm Road school", "the bus station", "both libraries", "the park")
BODIES = ("Housing", "Public Health", "Quarrow Police", "Library Service", "Adult Social Care")
FETCHED = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def made_release(folder: Path, actions: int) -> Release:
    """Publish so many actions, two bodies each, in plans of ``ACTIONS_PER_PLAN``."""
    plans = max(1, actions // ACTIONS_PER_PLAN)
    areas = [area for area in vocabulary().areas if area.status == "current"]
    documents = [_document(number, areas[number % len(areas)]) for number in range(plans)]
    held = [_action(number, documents[number % plans]) for number in range(actions)]
    leads = [_lead(row, ordinal) for row in held for ordinal in (1, 2)]
    tables = assemble(Ingredients((), (), (), ())) | {
        "documents": to_arrow("documents", documents),
        "actions": to_arrow("actions", held),
        "leads": to_arrow("leads", leads),
    }
    release = write_release(folder / "curated", tables, {}, RunReport("0001-2026-03-01", True))
    point_to(release)
    return release


def _document(number: int, area: Area) -> schema.DocumentRow:
    given = {
        "document_id": f"plan-{number:05}",
        "edition_id": f"{number:064x}",
        "current": True,
        "file_name": f"plan_{number}.pdf",
        "url": f"https://council-{number}.example/plan.pdf",
        "title": f"Safer Together {number}",
        "area_code": area.area_code,
        "area_name": area.name,
        "media_type": "application/pdf",
        "fetched_at": FETCHED,
        "state": "live",
    }
    return schema.DocumentRow(**{name: given.get(name) for name in _names(schema.DocumentRow)})  # type: ignore[arg-type]


def _action(number: int, document: schema.DocumentRow) -> schema.ActionRow:
    themes = vocabulary().themes
    due = date(2026, 1, 1) + timedelta(days=number % 1_500)
    given = {
        **_as_printed(number, due),
        "action_id": f"{number:016x}",
        "document_id": document.document_id,
        "edition_id": document.edition_id,
        "area_code": document.area_code,
        "ordinal": number,
        "due_edtf": due.isoformat(),
        "due_earliest": due,
        "due_latest": due,
        "due_kind": "date",
        "status": "in_progress",
        "theme_id": themes[number % len(themes)].theme_id,
        "override": (),
    }
    return schema.ActionRow(**{name: given.get(name) for name in _names(schema.ActionRow)})  # type: ignore[arg-type]


def _as_printed(number: int, due: date) -> dict[str, object]:
    """The texts of an action, and where they are printed."""
    place, body = PLACES[number % len(PLACES)], BODIES[number % len(BODIES)]
    return {
        "ref": f"{number // 20 + 1}.{number % 20 + 1}",
        "ref_derived": False,
        "activity": f"Train the staff of {place} to notice signs of harm and to say where help is, "
        f"then ask them after {number} days what they have used and what they would change",
        "measures": (f"At least {number} people trained", "Nine in ten say what to do"),
        "measure_raw": f"- At least {number} people trained - Nine in ten say what to do",
        "section": f"Priority {number % 6 + 1}: Help that reaches everyone",
        "lead_raw": f"{body} / Partner {number % 997}",
        "due_raw": f"{due:%d %B %Y}",
        "other_cells": (OtherCell("Funding", f"£{number % 90 + 10},000 a year"),),
        "page": number % 60 + 1,
        "page_end": number % 60 + 1,
        "boxes": (Box(number % 60 + 1, 30.0, 100.5, 560.0, 120.25),),
        "joined": (),
        "score": 60 + number % 40,
        "reasons": (),
    }


def _lead(action: schema.ActionRow, ordinal: int) -> schema.LeadRow:
    name = (action.lead_raw or "").split(" / ")[ordinal - 1]
    given = {
        "action_id": action.action_id,
        "edition_id": action.edition_id,
        "ordinal": ordinal,
        "agency_name": name,
        "role": "lead",
        "raw": name,
        "score": 100,
        "method": "exact",
    }
    return schema.LeadRow(**{name: given.get(name) for name in _names(schema.LeadRow)})  # type: ignore[arg-type]


def _names(kind: type) -> list[str]:
    return list(kind.__dataclass_fields__)
