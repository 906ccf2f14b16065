import json
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from pipeline.errors import UsageError
from pipeline.runs.notify import Alert, check_alerts, tell
from pipeline.settings import AlertSettings, load_alert_settings, load_settings

ALERT = Alert("failed", "planbook: the nightly run failed", "actions: 3 rows\r\nBcc: all@x.example")


class Hook(HTTPServer):
    """A webhook that keeps what it is sent; ``status`` is what it answers."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.got: list[dict[str, str]] = []
        self.status = 200

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/hook/secret-token"


class _Handler(BaseHTTPRequestHandler):
    server: Hook

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append(json.loads(body))
        self.send_response(self.server.status)
        self.send_header("Location", "http://127.0.0.1:9/elsewhere")
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def hook() -> Iterator[Hook]:
    server = Hook()
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def test_a_webhook_gets_the_alert_as_json(hook):
    assert tell(ALERT, AlertSettings(webhook=hook.url)) == []
    (got,) = hook.got
    assert (got["kind"], got["title"]) == ("failed", "planbook: the nightly run failed")
    assert "actions: 3 rows" in got["text"]


@pytest.mark.parametrize("status", [302, 404, 500])
def test_a_webhook_that_refuses_is_told_without_its_address(hook, status):
    hook.status = status
    (fault,) = tell(ALERT, AlertSettings(webhook=hook.url))
    assert str(status) in fault
    assert "secret-token" not in fault


def test_a_webhook_that_is_not_there_raises_nothing(unused_port):
    (fault,) = tell(ALERT, AlertSettings(webhook=f"http://127.0.0.1:{unused_port}/secret-token"))
    assert "PLANBOOK_WEBHOOK" in fault
    assert "secret-token" not in fault


@pytest.fixture
def unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.mark.parametrize(
    "address",
    [
        "http://hooks.example/x",
        "ftp://127.0.0.1/x",
        "hooks.example",
        "http://127.0.0.1.evil.example",
    ],
)
def test_a_webhook_in_the_clear_is_refused_before_it_is_needed(address):
    with pytest.raises(UsageError, match="https"):
        check_alerts(AlertSettings(webhook=address))


def test_mail_goes_to_the_mailbox_and_its_head_cannot_be_forged():
    with Mailbox() as box:
        settings = AlertSettings(
            smtp_host="127.0.0.1",
            smtp_port=box.port,
            mail_from="planbook@council.example",
            mail_to="officer@council.example",
        )
        assert tell(ALERT, settings) == []
    head, _, body = box.mail.partition("\n\n")
    assert "Subject: planbook: the nightly run failed" in head
    assert "Bcc" not in head
    assert "actions: 3 rows" in body


def mailbox(port: int) -> AlertSettings:
    return AlertSettings(
        smtp_host="127.0.0.1",
        smtp_port=port,
        smtp_user="planbook",
        smtp_password="correct horse",
        mail_from="planbook@council.example",
        mail_to="officer@council.example",
    )


def test_a_mail_server_that_takes_no_password_is_told_without_it():
    refusal = "535 no such user and password: correct horse, Y29ycmVjdCBob3JzZQ=="
    with Mailbox(auth=refusal) as box:
        (fault,) = tell(ALERT, mailbox(box.port))
    assert "PLANBOOK_SMTP_HOST: SMTPAuthenticationError" in fault
    assert "correct horse" not in fault
    assert "Y29ycmVjdCBob3JzZQ" not in fault
    assert box.mail == ""


def test_a_mail_server_elsewhere_is_told_nothing_before_the_connection_is_secret(monkeypatch):
    monkeypatch.setattr("pipeline.runs.notify._is_here", lambda host: False)
    with Mailbox() as box:
        (fault,) = tell(ALERT, mailbox(box.port))
    assert "STARTTLS" in fault
    assert box.mail == ""
    assert not [line for line in box.heard if "AUTH" in line or "MAIL" in line]


@pytest.mark.parametrize(
    "message",
    [
        "POST https://hooks.example/T0/secret-token?key=abcd failed",
        "/T0/secret-token is not known here",
        "secret-token: revoked",
        "?key=abcd: revoked",
    ],
)
def test_no_part_of_the_webhooks_address_is_told(message, monkeypatch):
    def fail(*_: object, **__: object) -> None:
        raise ConnectionError(message)

    monkeypatch.setattr("httpx.post", fail)
    settings = AlertSettings(webhook="https://hooks.example/T0/secret-token?key=abcd")
    (fault,) = tell(ALERT, settings)
    assert "secret-token" not in fault
    assert "abcd" not in fault


def test_half_a_mailbox_is_refused():
    with pytest.raises(UsageError, match="PLANBOOK_MAIL_TO"):
        check_alerts(AlertSettings(smtp_host="mail.example", mail_from="a@b.example"))


def test_settings_of_alerts_are_known_and_hide_their_secrets(monkeypatch):
    monkeypatch.setenv("PLANBOOK_WEBHOOK", "https://hooks.example/secret-token")
    monkeypatch.setenv("PLANBOOK_SMTP_PASSWORD", "correct horse")
    load_settings()
    assert "secret-token" not in repr(load_alert_settings())
    monkeypatch.setenv("PLANBOOK_SMTP_PORT", "none")
    with pytest.raises(UsageError, match="PLANBOOK_SMTP_PORT"):
        load_alert_settings()


class Mailbox:
    """A mail server that takes one mail; ``auth`` is what it says to a user and password."""

    def __init__(self, auth: str = "") -> None:
        self.auth = auth
        self.heard: list[str] = []
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.mail = ""
        self.thread = threading.Thread(target=self._take, daemon=True)

    def __enter__(self) -> "Mailbox":
        self.thread.start()
        return self

    def __exit__(self, *args: object) -> None:
        self.thread.join(5)
        self.socket.close()

    def _take(self) -> None:
        connection, _ = self.socket.accept()
        with connection, connection.makefile("rw", newline="") as lines:

            def say(text: str) -> None:
                lines.write(f"{text}\r\n")
                lines.flush()

            say("220 ready")
            while line := lines.readline():
                self.heard.append(line.upper())
                if line.upper().startswith("EHLO") and self.auth:
                    say("250-mail.example\r\n250 AUTH PLAIN")
                    continue
                if line.upper().startswith("AUTH"):
                    say(self.auth)
                    continue
                if line.upper().startswith("DATA"):
                    say("354 go on")
                    while (line := lines.readline()) != ".\r\n":
                        self.mail += line.replace("\r\n", "\n")
                say("221 bye" if line.upper().startswith("QUIT") else "250 ok")
                if line.upper().startswith("QUIT"):
                    return
