"""Spaces out the requests to each host; a host that asks for rest gets it for the whole night."""

import threading
import time
from dataclasses import dataclass, field

from pipeline.web.faults import FetchFault

MAX_WAIT_S = 120.0  # seconds between two requests; a longer crawl delay means one request a night


@dataclass(slots=True)
class _Host:
    lock: threading.Lock = field(default_factory=threading.Lock)
    gap_s: float = 0.0
    free_at: float = 0.0
    resting: bool = False
    asked: int = 0


@dataclass(slots=True)
class Pace:
    """When each host may be asked again: ``Pace(gap_s=1.0)`` leaves a second between requests."""

    gap_s: float
    _hosts: dict[str, _Host] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def wait(self, host: str) -> None:
        """Wait for the turn of this host.

        Raises:
            FetchFault: The host is not to be asked again tonight.
        """
        known = self._host(host)
        with known.lock:
            if known.resting or (known.asked and known.gap_s > MAX_WAIT_S):
                raise FetchFault(
                    "host_resting", "The site asked for rest; it is tried again in the next run."
                )
            time.sleep(max(0.0, known.free_at - time.monotonic()))
            known.asked += 1
            known.free_at = time.monotonic() + max(self.gap_s, known.gap_s)

    def slow_down(self, host: str, gap_s: float) -> None:
        """Keep a crawl delay: so many seconds between requests to this host."""
        known = self._host(host)
        with known.lock:
            known.gap_s = gap_s
            known.asked = 0
            known.free_at = max(known.free_at, time.monotonic() + min(gap_s, MAX_WAIT_S))

    def rest(self, host: str) -> None:
        """Ask this host nothing more tonight."""
        self._host(host).resting = True

    def _host(self, host: str) -> _Host:
        with self._lock:
            return self._hosts.setdefault(host, _Host())
