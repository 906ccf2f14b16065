"""Answers of the normalisers for lists that people bring themselves, one JSON object a line."""

import json
import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pipeline.errors import UsageError

SHOWN = 20  # characters of a number in a message
Kind = Literal["leads", "themes", "dates"]
WANTED: dict[Kind, set[str]] = {  # an object without any of them was meant for something else
    "leads": {"lead_raw"},
    "themes": {"heading", "summary"},
    "dates": {"raw"},
}


def answer_lines(kind: Kind, file: Path) -> Iterator[str]:
    """Normalise a list of objects; each comes back, in its order, with its ``result``.

    Args:
        kind: ``leads`` takes ``area`` and ``lead_raw``, ``themes`` ``heading`` and ``summary``,
            ``dates`` ``raw`` and ``context``.
        file: JSON lines in UTF-8, with or without a BOM; blank lines are passed over. Half a
            surrogate pair, as a text cut by length may hold, comes back as U+FFFD.

    Raises:
        UsageError: There is no such file, or a line is no JSON object; it names the line.
    """
    answer, wanted = _answerers()[kind], WANTED[kind]
    for number, line in enumerate(_lines(file), start=1):
        if line.strip():
            given = _object(file, number, line)
            if not wanted & given.keys():
                named = " or ".join(sorted(wanted))
                raise UsageError(f"{file} line {number} has no {named}; there is nothing to read.")
            try:
                result = answer(given)
            except ValueError as fault:
                raise UsageError(f"{file} line {number}: {fault}") from fault
            yield json.dumps(given | {"result": result}, ensure_ascii=False) + "\n"


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text("utf-8-sig").split("\n")  # U+2028 may stand inside a string
    except (OSError, UnicodeDecodeError) as cause:
        reason = getattr(cause, "strerror", None) or "it is not UTF-8 text"
        raise UsageError(f"{file} cannot be read: {reason}.") from cause


def _object(file: Path, number: int, line: str) -> dict[str, Any]:
    try:
        given = json.loads(line, parse_constant=_no_number, parse_float=_number)
        given = json.loads(_whole(json.dumps(given, ensure_ascii=False)))
    except RecursionError as cause:
        raise UsageError(f"{file} line {number} has lists in lists too deep to read.") from cause
    except ValueError as cause:
        raise UsageError(f"{file} line {number} is no JSON: {cause}.") from cause
    if not isinstance(given, dict):
        raise UsageError(f"{file} line {number} is no JSON object; one object a line is expected.")
    return given


def _number(text: str) -> float:
    """Read a number; one too large for a float would come back as ``Infinity``."""
    value = float(text)
    if math.isinf(value):
        raise ValueError(f"{text[:SHOWN]} is too large a number")
    return value


def _no_number(text: str) -> float:
    """Refuse what Python reads as a number and JSON does not have: NaN, Infinity."""
    raise ValueError(f"{text} is no value of JSON; say null")


def _whole(text: str) -> str:
    """A text whose halves of surrogate pairs, which UTF-8 cannot write, are U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


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

    years, published = _context(given.get("context"))
    value = normalise_date(_text(given, "raw"), years, published)
    answer = asdict(value)
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in answer.items()}


def _context(given: Any) -> tuple[tuple[str, str] | None, str | None]:
    """Years and day of publication of a document, ``(("2022", "2025"), "2023-02-16")``.

    Raises:
        ValueError: They are of another form; it says which.
    """
    given = {} if given is None else given
    if not isinstance(given, dict):
        raise ValueError('context is no object; say {"document_period": ["2022", "2025"]}.')
    period, published = given.get("document_period"), given.get("published")
    years = None
    if period is not None:
        if not isinstance(period, list) or len(period) != 2 or not all(map(_is_year, period)):
            raise ValueError('document_period is no two years; say ["2022", "2025"].')
        years = (str(period[0]), str(period[1]))
    if published is not None:
        try:
            published = date.fromisoformat(str(published)).isoformat()
        except ValueError:
            raise ValueError(f"published is {published!r}; say 2023-02-16.") from None
    return years, published


def _is_year(value: object) -> bool:
    return re.fullmatch(r"[12]\d{3}", str(value)) is not None


def _text(given: Mapping[str, Any], name: str) -> str | None:
    value = given.get(name)
    return None if value is None else str(value)
