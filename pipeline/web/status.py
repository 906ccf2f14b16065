"""What a response says by its status line and headers, before its body is read."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from pipeline.web.faults import FetchFault

REDIRECTS = frozenset({301, 302, 303, 307, 308})
WHOLE = frozenset({200, 203})
REFUSED = frozenset({401, 402, 403, 407, 451})
GONE = frozenset({404, 410})
BUSY = frozenset({429, 503})
PASSING = frozenset({408, 421, 425, 500, 502, 504, 520, 521, 522, 523, 524})
WALLS = ("cf-mitigated", "x-amzn-waf-action", "x-sucuri-block", "x-datadome")
"""Headers by which a firewall says that it stands in the way, whatever status it gives."""


def moved_to(response: httpx.Response) -> str | None:
    """The address that a response redirects to; None where it does not."""
    if response.status_code not in REDIRECTS:
        return None
    location: str = response.headers.get("location", "")
    if not location:
        raise FetchFault("bad_response", "It redirects to nowhere.")
    return location


def fault_of(response: httpx.Response, conditional: bool) -> FetchFault | None:
    """Why a response gives no bytes; None where it does, or where nothing has changed.

    Args:
        response: Its body is not read yet.
        conditional: The request told what we hold, so that "not modified" is an answer.
    """
    status = response.status_code
    wall = next((name for name in WALLS if name in response.headers), None)
    if wall is not None or status in REFUSED:
        told = f"The site refuses programs (status {status})."
        return FetchFault("blocked", f"{told} Save the file by hand with 'planbook sources add'.")
    if status in WHOLE or (status == httpx.codes.NOT_MODIFIED and conditional):
        return None
    if status in GONE:
        return FetchFault("gone", f"It is no longer there (status {status}).")
    if status in BUSY:
        told = f"The site asks for patience (status {status})."
        return FetchFault("busy", told, passing=True, wait_s=retry_after(response.headers))
    if status in PASSING:
        return FetchFault("server_error", f"The site failed (status {status}).", passing=True)
    return FetchFault("http_error", f"The site answered with status {status}.")


def retry_after(headers: httpx.Headers, now: datetime | None = None) -> float | None:
    """Seconds that a response asks to wait, from seconds or a date; None where it names none.

    What lies in the past, or is no number and no date, counts as none named.
    """
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:12]), 1e9)
    try:
        when = parsedate_to_datetime(text)
    except (ValueError, IndexError):
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    seconds = (when - (now or datetime.now(UTC))).total_seconds()
    return seconds if seconds > 0 else None
