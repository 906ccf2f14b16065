"""httpx's transport over guarded connections, and the faults of both libraries in our words."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import httpcore
import httpx

from pipeline.web.body import cut_body
from pipeline.web.faults import FetchFault
from pipeline.web.guard import Deadline, Guard, GuardedBackend


def make_transport(guard: Guard, deadline: Deadline, ca_bundle: str) -> httpx.BaseTransport:
    """Make a transport that connects to checked addresses alone and verifies certificates.

    Raises:
        FetchFault: The CA bundle cannot be read.
    """
    backend = GuardedBackend(guard, deadline)
    return _Transport(httpcore.ConnectionPool(_trust(ca_bundle), network_backend=backend))


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn what the libraries raise into a fault with a code."""
    try:
        yield
    except httpcore.TimeoutException as error:
        # a site that did not take the call may take the next one; one that is slow stays slow
        passing = isinstance(error, httpcore.ConnectTimeout)
        raise FetchFault("timeout", "The site did not answer in time.", passing) from error
    except (httpcore.ConnectError, ssl.SSLError) as error:
        raise _connect_fault(error) from error
    except httpcore.RemoteProtocolError as error:
        if "incomplete" in str(error) or "without sending complete" in str(error):
            raise cut_body() from error
        raise FetchFault("bad_response", "The site does not speak HTTP.", True) from error
    except (httpcore.NetworkError, httpcore.ProtocolError) as error:
        raise FetchFault("cut_body", "The connection broke.", passing=True) from error
    except httpx.RemoteProtocolError as error:
        raise FetchFault("bad_response", "It redirects to a malformed address.") from error
    except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError) as error:
        raise FetchFault("blocked_address", "The address is malformed.") from error


class _Transport(httpx.BaseTransport):
    """Hands httpx's requests to a pool whose connections are guarded."""

    def __init__(self, pool: httpcore.ConnectionPool) -> None:
        self._pool = pool

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        response = self._pool.handle_request(
            httpcore.Request(
                request.method,
                url,
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            response.status,
            headers=response.headers,
            stream=_Body(response),
            extensions=response.extensions,
        )

    def close(self) -> None:
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        yield from self._response.iter_stream()

    def close(self) -> None:
        self._response.close()


@cache
def _trust(ca_bundle: str) -> ssl.SSLContext:
    context = httpx.create_ssl_context(trust_env=False)
    if ca_bundle:
        try:
            context.load_verify_locations(cafile=ca_bundle)
        except (OSError, ssl.SSLError):
            raise FetchFault("tls", f"The CA bundle {ca_bundle} cannot be read.") from None
    return context


def _connect_fault(error: Exception) -> FetchFault:
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, ssl.SSLCertVerificationError):
            told = f"Its certificate is not to be trusted: {seen.verify_message}."
            return FetchFault("tls", told)
        if isinstance(seen, ssl.SSLError):
            return FetchFault("tls", f"No secure connection: {seen.reason or 'handshake failed'}.")
        seen = seen.__cause__ or seen.__context__
    return FetchFault("unreachable", "No connection could be made to the site.", passing=True)
