"""Answers of the normalisers for lists that people bring themselves, one JSON object a line."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pipeline.errors import UsageError

Kind = Literal["leads", "themes", "dates"]


def answer_lines(kind: Kind, file: Path) -> Iterator[str]:
    """Normalise a list of objects; each comes back, in its order, with its ``result``.

    Args:
        kind: ``leads`` takes ``area`` and ``lead_raw``, ``themes`` ``heading`` and ``summary``,
            ``dates`` ``raw`` and ``context``.
        file: JSON lines in UTF-8; blank lines are passed over.

    Raises:
        UsageError: There is no such file, or a line is no JSON object; it names the line.
    """
    answer = _answerers()[kind]
    for number, line in enumerate(_lines(file), start=1):
        if line.strip():
            given = _object(file, number, line)
            yield json.dumps(given | {"result": answer(given)}, ensure_ascii=False) + "\n"


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as cause:
        reason = getattr(cause, "strerror", None) or "it is not UTF-8 text"
        raise UsageError(f"{file} cannot be read: {reason}.") from cause


def _object(file: Path, number: int, line: str) -> dict[str, Any]:
    try:
        given = json.loads(line)
    except ValueError as cause:
        raise UsageError(f"{file} line {number} is no JSON: {cause}.") from cause
    if not isinstance(given, dict):
        raise UsageError(f"{file} line {number} is no JSON object; one object a line is expected.")
    return given


def _answerers() -> dict[Kind, Callable[[Mapping[str, Any]], Any]]:
    return {"leads": _answer_leads, "themes": _answer_theme, "dates": _answer_date}


def _answer_leads(given: Mapping[str, Any]) -> list[dict[str, Any]]:
    from normalisers.leads import normalise_leads

    leads = normalise_leads(_text(given, "lead_raw"), _text(given, "area"))
    return [asdict(lead) for lead in leads]


def _answer_theme(given: Mapping[str, Any]) -> dict[str, Any] | None:
    from normalisers.themes import normalise_theme

    theme = normalise_theme(_text(given, "heading") or "", _text(given, "summary"))
    return asdict(theme) if theme else None


def _answer_date(given: Mapping[str, Any]) -> dict[str, Any]:
    from normalisers.dates import normalise_date

    context = given.get("context") or {}
    period = context.get("document_period")
    years = (str(period[0]), str(period[1])) if period and all(period[:2]) else None
    value = normalise_date(_text(given, "raw"), years, context.get("published"))
    answer = asdict(value)
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in answer.items()}


def _text(given: Mapping[str, Any], name: str) -> str | None:
    value = given.get(name)
    return None if value is None else str(value)
