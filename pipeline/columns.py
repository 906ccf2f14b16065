"""What a line of ``schema.py`` declares of a column, and the words that some columns keep to."""

from dataclasses import field
from typing import Any

DOCUMENT_KINDS = ("strategy", "delivery_plan", "progress_report", "web_page", "news")
DOCUMENT_STATES = ("live", "changed", "moved", "gone", "superseded", "withdrawn")
DUE_KINDS = ("date", "interval", "ongoing", "relative", "tbc", "none")
STATUSES = ("not_started", "in_progress", "complete", "delayed", "dropped", "ongoing")
URGENCIES = ("high", "medium", "low")
RAGS = ("red", "amber", "green")
LEAD_ROLES = ("lead", "support", "joint")
LEAD_METHODS = ("exact", "alias", "glossary", "pattern", "fuzzy", "override", "unresolved")
CHANGES = ("added", "edited", "dropped", "moved")
COVERAGE_STATES = ("published", "draft", "not_found", "withdrawn", "superseded", "blocked")
STAGES = ("fetch", "read", "extract", "normalise", "check")
SEVERITIES = ("error", "warning", "notice")


def means(
    meaning: str,
    *,
    values: tuple[str, ...] = (),
    bounds: tuple[int, int] | None = None,
    links: str | None = None,
    **defaults: Any,
) -> Any:
    """Declare one column.

    Args:
        meaning: What it holds, with unit and what null means; goes into every release.
        values: The only texts allowed, null aside.
        bounds: Lowest and highest number allowed.
        links: ``"table.column"`` that holds each of its values.
        defaults: ``default=None`` for a column that most rows leave null.
    """
    about = {"meaning": meaning, "values": values, "bounds": bounds, "links": links}
    return field(metadata=about, **defaults)
