"""Keeps fetches out of private networks: addresses are checked where the connection is made.

A name is resolved once, every address that it gives is checked, and the connection is made to one
of those addresses, so that a name which answers otherwise a moment later gains nothing. The URL
keeps its name: the Host header, SNI and certificate check are for the name. Knows sockets and
addresses, not what is fetched.
"""

import ipaddress
import socket
import threading
import time
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from ssl import SSLContext
from typing import Any
from urllib.parse import SplitResult, urlsplit

import httpcore

from pipeline.web.faults import FetchFault

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Collection[str]]

PORTS = {"http": 80, "https": 443}
NAT64 = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))
COMPATIBLE = ipaddress.ip_network("::/96")  # IPv4 in the last four bytes, RFC 4291 2.5.5.1
SITE_LOCAL = ipaddress.ip_network("fec0::/10")
MAX_TRIED = 3  # addresses of one name; more would multiply the wait for a dead site


def resolve_name(host: str, port: int) -> list[str]:
    """Addresses of a name as the system resolves it, in its order, each once."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """True where an address belongs to the public internet.

    Private, loopback, link-local, shared (100.64/10), reserved and multicast ranges do not, nor
    does an IPv6 address that stands for such an IPv4 one (mapped, compatible, 6to4, Teredo, NAT64).
    """
    parsed = ipaddress.ip_address(address.partition("%")[0])
    return all(_is_global(meant) for meant in (parsed, *_meant_by(parsed)))


def _is_global(address: Address) -> bool:
    site_local = address.version == 6 and address in SITE_LOCAL
    return address.is_global and not (address.is_multicast or address.is_reserved or site_local)


def _meant_by(address: Address) -> Iterable[Address]:
    """The IPv4 addresses that an IPv6 one carries; a NAT64 address itself is judged by its own."""
    if isinstance(address, ipaddress.IPv4Address):
        return ()
    carried = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in COMPATIBLE or any(address in network for network in NAT64):
        carried.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return [meant for meant in carried if meant is not None]


@dataclass(frozen=True, slots=True)
class Guard:
    """Decides which addresses may be fetched.

    Args:
        allowed: Hosts that may be private and on any port, as tests need: ``{"127.0.0.1"}`` or
            with a port ``{"localhost:8000"}``.
        resolve: Gives the addresses of a name.
    """

    allowed: frozenset[str] = frozenset()
    resolve: Resolve = resolve_name

    def check_url(self, url: str) -> SplitResult:
        """Take a URL apart if it may be fetched as far as its text tells.

        Raises:
            FetchFault: Another scheme or port, a user name in it, or no host at all.
        """
        try:
            parts = urlsplit(url)
            host, port = parts.hostname, parts.port
        except ValueError:
            raise FetchFault("blocked_address", "The address is malformed.") from None
        if parts.scheme not in PORTS or not host:
            raise FetchFault("blocked_address", "Only http and https addresses are fetched.")
        if parts.username or parts.password:
            raise FetchFault("blocked_address", "The address carries a user name.")
        if port not in (None, *PORTS.values()) and not self.is_allowed(host, port):
            raise FetchFault("blocked_address", f"Port {port} is none that the web uses.")
        return parts

    def is_allowed(self, host: str, port: int | None) -> bool:
        """The settings name this host."""
        return host in self.allowed or f"{host}:{port}" in self.allowed

    def addresses(self, host: str, port: int) -> list[str]:
        """Resolve a name and check all that it gives.

        Raises:
            FetchFault: The name is unknown, or one of its addresses is not public.
        """
        try:
            found = list(self.resolve(host, port))
        except (OSError, UnicodeError):
            message = f"The name {host} is not known to the domain name system."
            raise FetchFault("unreachable", message, passing=True) from None
        if not self.is_allowed(host, port):
            for address in found:
                if not is_public(address):
                    message = f"{host} stands for {address}, which is not on the public internet."
                    raise FetchFault("blocked_address", message)
        return found


class Deadline(threading.local):
    """When the fetch of this thread must be done, by the steady clock; each thread has its own."""

    def __init__(self) -> None:
        self.ends_at = float("inf")

    def start(self, seconds: float) -> None:
        """Give the fetch that begins now so many seconds."""
        self.ends_at = time.monotonic() + seconds

    def bound(self, timeout: float | None) -> float:
        """The shorter of a time limit and of what is left.

        Raises:
            FetchFault: Nothing is left.
        """
        left = self.ends_at - time.monotonic()
        if left <= 0:
            raise FetchFault("timeout", "The site was too slow; the fetch was given up.")
        return left if timeout is None else min(left, timeout)


class _GuardedStream(httpcore.NetworkStream):
    """A connection whose every step is bound by the deadline, however slowly bytes drip in."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.bound(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.bound(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        timeout = self._deadline.bound(timeout)
        secured = self._stream.start_tls(ssl_context, server_hostname, timeout)
        return _GuardedStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


@dataclass(slots=True)
class GuardedBackend(httpcore.NetworkBackend):
    """Makes connections for httpcore, to checked addresses alone."""

    guard: Guard
    deadline: Deadline
    _sockets: httpcore.NetworkBackend = field(default_factory=httpcore.SyncBackend)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to one of the checked addresses of a host.

        Raises:
            FetchFault: The host may not be connected to, or its name is unknown.
        """
        fault: Exception | None = None
        for address in self.guard.addresses(host, port)[:MAX_TRIED]:
            try:
                stream = self._sockets.connect_tcp(
                    address, port, self.deadline.bound(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                fault = error
            else:
                return _GuardedStream(stream, self.deadline)
        raise fault or httpcore.ConnectError(f"{host} has no address")
