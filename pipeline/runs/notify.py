"""Tells people of a run that failed: a webhook, a mailbox, or both.

Knows messages and addresses, not runs. That nobody could be told is itself told: ``tell`` gives a
line for each way that failed and never raises, since it is called when much else has gone wrong.
"""

import base64
import ipaddress
import json
import smtplib
import ssl
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from email.message import EmailMessage
from urllib.parse import urlsplit

from pydantic import SecretStr

from pipeline.errors import UsageError, one_line
from pipeline.settings import AlertSettings

TIMEOUT_S = 20.0  # seconds for each way; the run has ended, nothing waits but its process
OK = range(200, 300)
SHORTEST_SECRET = 4  # characters; shorter parts of an address are words such as "api"


@dataclass(frozen=True, slots=True)
class Alert:
    """What happened: ``Alert("failed", "planbook nightly failed", "actions: 3 rows, ...")``.

    ``kind`` is "failed", "crashed", "held" or "stale".
    """

    kind: str
    title: str
    text: str


def check_alerts(settings: AlertSettings) -> None:
    """Refuse settings that would fail when they are needed.

    Raises:
        UsageError: The webhook is neither https nor on this machine, or a mail address is missing.
    """
    if settings.webhook is not None:
        _webhook(settings.webhook)
    given = [settings.smtp_host, settings.mail_from, settings.mail_to]
    if any(given) and not all(given):
        raise UsageError(
            "Mail needs PLANBOOK_SMTP_HOST, PLANBOOK_MAIL_FROM and PLANBOOK_MAIL_TO together."
        )


def tell(alert: Alert, settings: AlertSettings) -> list[str]:
    """Send an alert every way that is set; one line for each that failed."""
    faults = []
    for name, send in _ways(settings):
        try:
            send(alert, settings)
        except Exception as fault:  # whatever a network or a mail server comes up with
            faults.append(f"{name}: {type(fault).__name__}: {_without_secrets(fault, settings)}")
    return faults


def _ways(settings: AlertSettings) -> Iterator[tuple[str, Callable[[Alert, AlertSettings], None]]]:
    if settings.webhook is not None:
        yield "PLANBOOK_WEBHOOK", _post
    if settings.smtp_host is not None:
        yield "PLANBOOK_SMTP_HOST", _mail


def _post(alert: Alert, settings: AlertSettings) -> None:
    """POST the alert as JSON; ``text`` is what chat services show."""
    import httpx

    assert settings.webhook is not None
    message = asdict(alert) | {"text": f"{alert.title}\n{alert.text}"}
    answer = httpx.post(
        _webhook(settings.webhook), json=message, timeout=TIMEOUT_S, follow_redirects=False
    )
    if answer.status_code not in OK:
        raise ConnectionError(f"it answered with status {answer.status_code}")


def _mail(alert: Alert, settings: AlertSettings) -> None:
    """Send the alert by mail over a connection that is made secret before anything is said."""
    assert settings.smtp_host is not None
    message = EmailMessage()
    message["Subject"] = one_line(alert.title)
    message["From"], message["To"] = settings.mail_from, settings.mail_to
    message.set_content(f"{alert.text}\n\n{json.dumps(asdict(alert), indent=1)}\n")
    with smtplib.SMTP(settings.smtp_host, settings.smtp_port, timeout=TIMEOUT_S) as server:
        if not _is_here(settings.smtp_host):
            server.starttls(context=ssl.create_default_context())
        if settings.smtp_user and settings.smtp_password:
            server.login(settings.smtp_user, settings.smtp_password.get_secret_value())
        server.send_message(message)


def _webhook(setting: SecretStr) -> str:
    address = setting.get_secret_value()
    parts = urlsplit(address)
    if parts.scheme == "https" and parts.hostname:
        return address
    if parts.scheme == "http" and _is_here(parts.hostname):
        return address
    raise UsageError("PLANBOOK_WEBHOOK must begin with https://, or be an address on this machine.")


def _is_here(host: str | None) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host or "").is_loopback
    except ValueError:
        return False


def _without_secrets(fault: Exception, settings: AlertSettings) -> str:
    """What went wrong, without the address or password that a message may repeat."""
    told = str(fault)
    for secret in sorted(_secrets(settings), key=len, reverse=True):
        told = told.replace(secret, "***")
    return one_line(told)


def _secrets(settings: AlertSettings) -> set[str]:
    """The password, and the webhook's address whole and in parts: who knows its path may post."""
    secrets = set()
    if settings.webhook is not None:
        address = settings.webhook.get_secret_value()
        parts = urlsplit(address)
        secrets |= {address, parts.path, parts.query, *parts.path.split("/")}
    if settings.smtp_password is not None:
        password = settings.smtp_password.get_secret_value()
        secrets |= {password, base64.b64encode(password.encode()).decode()}
    return {secret for secret in secrets if len(secret) >= SHORTEST_SECRET}
