"""A small web server on loopback whose pages a test can change, and which may misbehave."""

import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

NOT_FOUND = "<!doctype html><html><body><h1>Page not found</h1></body></html>"


class Handler(BaseHTTPRequestHandler):
    """Answers from the site's table; ``raw`` writes to the socket as it is told."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        site: Site = self.server.site  # type: ignore[attr-defined]
        site.asked.append((self.path, dict(self.headers)))
        found = site.pages.get(self.path)
        if found is None:
            answer = Answer(NOT_FOUND.encode(), status=404)
        elif isinstance(found, list):
            answer = found.pop(0) if len(found) > 1 else found[0]
        else:
            answer = found
        if callable(answer):
            answer(self)
            self.close_connection = True
        else:
            self.give(answer)

    def give(self, answer: "Answer") -> None:
        if answer.etag is not None and self.headers.get("If-None-Match") == answer.etag:
            self.send_response(304)
            self.send_header("ETag", answer.etag)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        self.send_response(answer.status)
        if answer.etag is not None:
            self.send_header("ETag", answer.etag)
        self.send_header("Content-Type", answer.type)
        self.send_header("Content-Length", str(len(answer.body)))
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.body)

    def log_message(self, *_: object) -> None:
        pass


@dataclass
class Answer:
    body: bytes = b""
    type: str = "text/html; charset=utf-8"
    status: int = 200
    etag: str | None = None
    headers: dict[str, str] = field(default_factory=dict)


Raw = Callable[[Handler], None]


@dataclass
class Site:
    """What a server offers: path to answer, to a list of answers in turn, or to a function."""

    root: str = ""
    pages: dict[str, Answer | Raw | list[Answer | Raw]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def page(self, path: str, body: str, **more: object) -> None:
        text = f"<!doctype html><html><body>{body}</body></html>"
        self.pages[path] = Answer(text.encode(), **more)  # type: ignore[arg-type]

    def file(self, path: str, body: bytes, kind: str = "application/pdf", **more: object) -> None:
        self.pages[path] = Answer(body, kind, **more)  # type: ignore[arg-type]

    def status(self, path: str, status: int, **headers: str) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = Answer(b"", status=status, headers=named)

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@contextmanager
def serve(host: str = "127.0.0.1", tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    server = ThreadingHTTPServer((host, 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # the client hung up
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    scheme = "http" if tls is None else "https"
    site = Site(f"{scheme}://{host}:{server.server_address[1]}")
    server.site = site  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def only_loopback() -> Iterator[list[str]]:
    """Fail on every connection that leaves loopback; gives the hosts connected to."""
    met: list[str] = []
    real = socket.socket.connect

    def connect(own: socket.socket, address: object) -> None:
        if own.family in (socket.AF_INET, socket.AF_INET6):
            host = str(address[0])  # type: ignore[index]
            met.append(host)
            assert ipaddress.ip_address(host).is_loopback, f"a connection to {host} was made"
        real(own, address)  # type: ignore[arg-type]

    socket.socket.connect = connect  # type: ignore[method-assign, assignment]
    try:
        yield met
    finally:
        socket.socket.connect = real  # type: ignore[method-assign]


@dataclass(frozen=True)
class Authority:
    """A certificate authority of a test: its bundle, and server contexts signed by it."""

    folder: Path
    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    @property
    def bundle(self) -> str:
        return str(self.folder / "ca.pem")

    def context(self, host: str = "127.0.0.1", days: int = 30) -> ssl.SSLContext:
        """A server's certificate for a host; with negative days it has expired."""
        key = ec.generate_private_key(ec.SECP256R1())
        end = datetime.now(UTC) + timedelta(days=days)
        builder = _builder(host, key, self.certificate.subject, end - timedelta(days=90), end)
        try:
            name: x509.GeneralName = x509.IPAddress(ipaddress.ip_address(host))
        except ValueError:
            name = x509.DNSName(host)
        builder = builder.add_extension(x509.SubjectAlternativeName([name]), critical=False)
        path = self.folder / f"{host}{days}.pem"
        path.write_bytes(_pem(builder.sign(self.key, hashes.SHA256()), key))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path)
        return context


def make_authority(folder: Path) -> Authority:
    key = ec.generate_private_key(ec.SECP256R1())
    now = datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Test authority")])
    start, end = now - timedelta(days=400), now + timedelta(days=400)
    builder = _builder("Test authority", key, name, start, end)
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    certificate = builder.sign(key, hashes.SHA256())
    (folder / "ca.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    return Authority(folder, key, certificate)


def _builder(
    subject: str, key: ec.EllipticCurvePrivateKey, issuer: x509.Name, start: datetime, end: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, subject)]))
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(end)
    )


def _pem(certificate: x509.Certificate, key: ec.EllipticCurvePrivateKey) -> bytes:
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return private + certificate.public_bytes(serialization.Encoding.PEM)
