"""Fetches one address politely and safely, or says in one fault why not.

Knows HTTP; not sources, documents or the store. Certificates are always verified; redirects are
followed here, hop by hop, so that every hop is checked as the first address was.
"""

from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

import httpx
import stamina
from stamina.instrumentation import set_on_retry_hooks

from pipeline.web.body import read_body
from pipeline.web.faults import FetchFault
from pipeline.web.guard import Deadline, Guard
from pipeline.web.pace import Pace
from pipeline.web.reply import Reply, Validators
from pipeline.web.robots import MAX_BYTES as ROBOTS_BYTES
from pipeline.web.robots import Robots
from pipeline.web.status import fault_of, moved_to
from pipeline.web.transport import make_transport, told_plainly

AGENT = "planbook"
MAX_REDIRECTS = 5
CONNECT_S = 15.0  # seconds; a live site answers within three as a rule
SILENCE_S = 30.0  # seconds without a byte
ATTEMPTS = 3
FIRST_WAIT_S = 2.0
MAX_RETRY_WAIT_S = 60.0  # seconds; a site that asks for more is left alone until the next night
MAX_VALIDATOR = 500  # characters; a site that says more is not helped by hearing it back
CONDITIONS = frozenset({"If-None-Match", "If-Modified-Since"})


@dataclass(frozen=True, slots=True)
class WebLimits:
    """How a run behaves towards the sites.

    Attributes:
        user_agent: Says who asks: ``"planbook/0.1 (+mailto:data@example.org)"``.
        seconds: For one address with its redirects, one attempt.
        max_bytes: Of a document, as it comes and unpacked.
        gap_s: Between two requests to one host.
        first_wait_s: Before the second attempt; later ones wait longer.
    """

    user_agent: str
    seconds: float = 120.0
    max_bytes: int = 200_000_000
    gap_s: float = 1.0
    first_wait_s: float = FIRST_WAIT_S


@dataclass(frozen=True, slots=True)
class _Ask:
    """What is the same for all hops of one fetch; robots.txt itself is asked for without rules."""

    ca_bundle: str
    headers: dict[str, str]
    max_bytes: int
    keeps_rules: bool = True


@dataclass(slots=True)
class WebClient:
    """Fetches addresses; may be used by several threads. Close it after use."""

    limits: WebLimits
    guard: Guard = field(default_factory=Guard)
    _deadline: Deadline = field(default_factory=Deadline)
    _clients: dict[str, httpx.Client] = field(default_factory=dict)
    _pace: Pace = field(init=False)
    _robots: Robots = field(init=False)

    def __post_init__(self) -> None:
        set_on_retry_hooks([])  # what failed in the end is reported; its attempts are not
        self._pace = Pace(self.limits.gap_s)
        self._robots = Robots(AGENT, self._fetch_rules, self._pace.slow_down)

    def close(self) -> None:
        """Close all connections."""
        for client in self._clients.values():
            client.close()

    def get(self, address: str, validators: Validators | None = None, ca_bundle: str = "") -> Reply:
        """Fetch an address.

        Args:
            address: Of the registry or a link, not trusted.
            validators: Asks for the bytes only if they differ from those that we hold.
            ca_bundle: File of certificates to trust for this source, beside the usual ones.

        Raises:
            FetchFault: It could not be fetched; nothing of it is kept.
        """
        asked = {"Accept-Encoding": "gzip, deflate", **(validators or Validators()).headers}
        address = address.partition("#")[0].strip()
        self._client(ca_bundle)  # a bundle that cannot be read is told before anything is asked
        try:
            return self._retried(_Ask(ca_bundle, asked, self.limits.max_bytes), address)
        except FetchFault as fault:
            if fault.code == "busy":
                self._pace.rest(urlsplit(address).netloc)
            raise

    def _retried(self, ask: _Ask, address: str) -> Reply:
        for attempt in stamina.retry_context(
            on=_wait_before_retry,
            attempts=ATTEMPTS,
            timeout=None,
            wait_initial=self.limits.first_wait_s,
            wait_max=MAX_RETRY_WAIT_S,
            wait_jitter=self.limits.first_wait_s,
        ):
            with attempt:
                self._deadline.start(self.limits.seconds)
                return self._follow(ask, address)
        raise AssertionError("the last attempt returns or raises")

    def _follow(self, ask: _Ask, address: str) -> Reply:
        for _ in range(MAX_REDIRECTS + 1):
            self.guard.check_url(address)
            if ask.keeps_rules:
                self._robots.check(address, ask.ca_bundle)
                self._deadline.start(self.limits.seconds)
            found = self._request(ask, address)
            if isinstance(found, Reply):
                return found
            address = _joined(address, found)
        raise FetchFault("redirects", f"It redirects more than {MAX_REDIRECTS} times.")

    def _request(self, ask: _Ask, address: str) -> Reply | str:
        """One request; the address to go on to where it redirects."""
        self._pace.wait(urlsplit(address).netloc)
        client = self._client(ask.ca_bundle)
        with told_plainly(), client.stream("GET", address, headers=ask.headers) as response:
            if location := moved_to(response):
                return location
            if fault := fault_of(response, conditional=bool(CONDITIONS & set(ask.headers))):
                raise fault
            said = Validators(
                _printable(response.headers.get("etag")),
                _printable(response.headers.get("last-modified")),
            )
            if response.status_code == httpx.codes.NOT_MODIFIED:
                return Reply(address, None, said)
            data = read_body(response.iter_raw(), response.headers, ask.max_bytes)
            return Reply(address, data, said)

    def _fetch_rules(self, address: str, ca_bundle: str) -> str:
        reply = self._retried(_Ask(ca_bundle, {}, ROBOTS_BYTES, keeps_rules=False), address)
        return (reply.data or b"").decode("utf-8", "replace")

    def _client(self, ca_bundle: str) -> httpx.Client:
        if ca_bundle not in self._clients:
            self._clients[ca_bundle] = httpx.Client(
                transport=make_transport(self.guard, self._deadline, ca_bundle),
                headers={"User-Agent": self.limits.user_agent, "Accept": "*/*"},
                timeout=httpx.Timeout(SILENCE_S, connect=CONNECT_S),
                follow_redirects=False,
                trust_env=False,  # a proxy would connect to addresses that nobody has checked
            )
        return self._clients[ca_bundle]


def _joined(address: str, location: str) -> str:
    try:
        return urljoin(address, location)
    except ValueError:
        raise FetchFault("bad_response", "It redirects to a malformed address.") from None


def _printable(header: str | None) -> str | None:
    """A header that can be sent back as it came; None where it cannot."""
    fits = header is not None and header.isascii() and header.isprintable()
    return header if fits and len(header or "") <= MAX_VALIDATOR else None


def _wait_before_retry(fault: Exception) -> bool | float:
    """Whether to try again; seconds where the site has named them."""
    if not isinstance(fault, FetchFault) or not fault.passing:
        return False
    if fault.wait_s is None:
        return True
    return fault.wait_s if fault.wait_s <= MAX_RETRY_WAIT_S else False
