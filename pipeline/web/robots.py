"""Keeps robots.txt, as RFC 9309 has it: what a site forbids is not fetched, nor one that fails."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from protego import Protego

from pipeline.web.faults import FetchFault

MAX_BYTES = 512_000  # RFC 9309 2.5 asks for at least 500 kibibytes
NOTHING_FORBIDDEN = ("gone", "blocked", "http_error")  # RFC 9309 2.3.1.3: an error 4xx


@dataclass(slots=True)
class Robots:
    """The rules of each host, fetched once a night.

    Args:
        agent: The name that rules go by: ``"planbook"``.
        fetch: Gives the text of an address, trusting a CA bundle, or raises ``FetchFault``.
        slow_down: Told of a crawl delay: host and seconds.
    """

    agent: str
    fetch: Callable[[str, str], str]
    slow_down: Callable[[str, float], None]
    _rules: dict[tuple[str, str], Protego | FetchFault] = field(default_factory=dict)
    _locks: dict[tuple[str, str], threading.Lock] = field(default_factory=dict)

    def check(self, url: str, ca_bundle: str = "") -> None:
        """Let a URL pass that its host permits.

        Raises:
            FetchFault: The host forbids it, or its rules could not be had.
        """
        parts = urlsplit(url)
        key = (f"{parts.scheme}://{parts.netloc}", ca_bundle)
        with self._locks.setdefault(key, threading.Lock()):
            if key not in self._rules:
                self._rules[key] = self._learn(*key, parts.netloc)
        rules = self._rules[key]
        if isinstance(rules, FetchFault):
            raise FetchFault(rules.code, rules.message)
        if not rules.can_fetch(url, self.agent):
            raise FetchFault("robots", "The site's robots.txt forbids it to programs.")

    def _learn(self, root: str, ca_bundle: str, host: str) -> Protego | FetchFault:
        try:
            rules = Protego.parse(self.fetch(f"{root}/robots.txt", ca_bundle))
        except FetchFault as fault:
            if fault.code in NOTHING_FORBIDDEN:
                return Protego.parse("")
            if fault.code == "blocked_address":
                return fault
            told = f"Its robots.txt could not be had, so nothing is fetched: {fault.message}"
            return FetchFault(fault.code, told)
        delay = rules.crawl_delay(self.agent)
        if delay is not None and delay > 0:
            self.slow_down(host, float(delay))
        return rules
