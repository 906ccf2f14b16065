"""Faults 48 to 59 and 65 of the network: each ends as one fault with a code, in bounded time."""

import gzip
import time
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import pytest

from pipeline.web.client import WebClient, WebLimits
from pipeline.web.faults import FetchFault
from pipeline.web.guard import Guard
from pipeline.web.reply import Validators
from pipeline.web.status import retry_after
from tests.pipeline.web.web_server import (
    Answer,
    Handler,
    Site,
    make_authority,
    only_loopback,
    serve,
)

PDF = b"%PDF-1.7\n" + b"Mereshire plan " * 400 + b"\n%%EOF\n"
LIMITS = WebLimits(
    "planbook/test (+mailto:data@mereshire.example)",
    seconds=0.7,
    max_bytes=200_000,
    gap_s=0.0,
    first_wait_s=0.01,
)
GUARD = Guard(frozenset({"127.0.0.1", "mereshire.example"}), lambda host, port: ["127.0.0.1"])


@pytest.fixture(autouse=True)
def loopback() -> Iterator[list[str]]:
    with only_loopback() as met:
        yield met


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as offered:
        yield offered


@pytest.fixture
def client() -> Iterator[WebClient]:
    made = WebClient(LIMITS, GUARD)
    yield made
    made.close()


def fault_at(client: WebClient, address: str, **more: str) -> FetchFault:
    with pytest.raises(FetchFault) as found:
        client.get(address, **more)  # type: ignore[arg-type]
    return found.value


def test_a_file_comes_whole_and_the_site_is_told_who_asks(client, site):
    site.file("/plan.pdf", PDF, etag='"a1"')
    reply = client.get(f"{site.root}/plan.pdf#page=2")
    assert reply.data == PDF
    assert reply.validators == Validators('"a1"', None)
    assert site.asked[-1][1]["User-Agent"] == LIMITS.user_agent


def test_what_has_not_changed_is_not_sent_again(client, site):
    site.file("/plan.pdf", PDF, etag='"a1"')
    assert client.get(f"{site.root}/plan.pdf", Validators('"a1"')).data is None


def test_not_modified_without_having_been_asked_is_no_answer(client, site):
    site.status("/plan.pdf", 304)
    assert fault_at(client, f"{site.root}/plan.pdf").code == "http_error"


@pytest.mark.parametrize("packed", [gzip.compress(PDF, mtime=0), zlib.compress(PDF)])
def test_a_packed_file_is_unpacked(client, site, packed):
    kind = "gzip" if packed[:2] == b"\x1f\x8b" else "deflate"
    site.file("/plan.pdf", packed, headers={"Content-Encoding": kind})
    assert client.get(f"{site.root}/plan.pdf").data == PDF


@pytest.mark.fault("D48")
def test_48_a_site_that_never_answers_ends_by_the_deadline(client, site):
    site.pages["/plan.pdf"] = lambda handler: time.sleep(1)
    start = time.monotonic()
    assert fault_at(client, f"{site.root}/plan.pdf").code == "timeout"
    assert time.monotonic() - start < 1.5


@pytest.mark.fault("D48")
@pytest.mark.parametrize("head", [b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n", b""])
def test_48_bytes_that_drip_in_slowly_end_by_the_deadline_even_within_the_head(client, site, head):
    def drip(handler: Handler) -> None:
        handler.wfile.write(head)
        for _ in range(20):
            handler.wfile.write(b"H")
            handler.wfile.flush()
            time.sleep(0.1)

    site.pages["/plan.pdf"] = drip
    start = time.monotonic()
    assert fault_at(client, f"{site.root}/plan.pdf").code == "timeout"
    assert time.monotonic() - start < 1.5


@pytest.mark.fault("D48")
def test_48_a_port_where_nobody_listens_is_unreachable(client):
    assert fault_at(client, "http://127.0.0.1:9/plan.pdf").code == "unreachable"


@pytest.mark.fault("D49")
def test_49_a_body_shorter_than_its_length_is_never_given(client, site):
    def cut(handler: Handler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n" + PDF[:3000])

    site.pages["/plan.pdf"] = cut
    assert fault_at(client, f"{site.root}/plan.pdf").code == "cut_body"
    assert site.paths().count("/plan.pdf") == 3


@pytest.mark.fault("D49")
def test_49_a_chunked_body_that_ends_early_is_never_given(client, site):
    def cut(handler: Handler) -> None:
        head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        handler.wfile.write(head + b"400\r\n" + PDF[:1024] + b"\r\n")

    site.pages["/plan.pdf"] = cut
    assert fault_at(client, f"{site.root}/plan.pdf").code == "cut_body"


@pytest.mark.fault("D49")
@pytest.mark.parametrize(("body", "whole"), [(PDF, True), (PDF[:3000], False)])
def test_49_a_pdf_without_a_length_is_whole_where_its_last_mark_is_there(client, site, body, whole):
    site.pages["/plan.pdf"] = lambda handler: handler.wfile.write(b"HTTP/1.0 200 OK\r\n\r\n" + body)
    if whole:
        assert client.get(f"{site.root}/plan.pdf").data == PDF
    else:
        assert fault_at(client, f"{site.root}/plan.pdf").code == "cut_body"


@pytest.mark.fault("D49")
def test_49_a_packed_body_that_ends_early_is_never_given(client, site):
    site.file("/plan.pdf", gzip.compress(PDF, mtime=0)[:-20], headers={"Content-Encoding": "gzip"})
    assert fault_at(client, f"{site.root}/plan.pdf").code == "cut_body"


@pytest.mark.fault("D50")
def test_50_a_file_that_says_it_is_too_large_is_not_read(client, site):
    site.file("/plan.pdf", b"x" * 200_001)
    assert fault_at(client, f"{site.root}/plan.pdf").code == "too_large"


@pytest.mark.fault("D50")
def test_50_a_body_without_end_is_cut_off_at_the_limit(client, site):
    sent = 0

    def flood(handler: Handler) -> None:
        nonlocal sent
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
        for _ in range(2_000):
            sent += handler.wfile.write(b"x" * 65_536)

    site.pages["/plan.pdf"] = flood
    assert fault_at(client, f"{site.root}/plan.pdf").code == "too_large"
    assert sent < 20_000_000


@pytest.mark.fault("D51")
def test_51_a_bomb_in_gzip_is_stopped_at_the_limit(client, site):
    bomb = gzip.compress(b"\0" * 50_000_000)
    site.file("/plan.pdf", bomb, headers={"Content-Encoding": "gzip"})
    assert fault_at(client, f"{site.root}/plan.pdf").code == "too_large"


@pytest.mark.fault("D51")
@pytest.mark.parametrize("kind", ["br", "zstd", "gzip, gzip"])
def test_51_a_packing_that_was_not_asked_for_is_refused(client, site, kind):
    site.file("/plan.pdf", PDF, headers={"Content-Encoding": kind})
    assert fault_at(client, f"{site.root}/plan.pdf").code == "bad_response"


@pytest.mark.fault("D54")
def test_54_a_loop_of_redirects_ends(client, site):
    site.status("/a", 302, Location="/b")
    site.status("/b", 301, Location="/a")
    assert fault_at(client, f"{site.root}/a").code == "redirects"
    assert len([path for path in site.paths() if path != "/robots.txt"]) == 6


@pytest.mark.fault("D54")
def test_54_five_redirects_are_followed(client, site):
    for hop in range(5):
        site.status(f"/{hop}", 307, Location=f"/{hop + 1}")
    site.file("/5", PDF)
    assert client.get(f"{site.root}/0").address == f"{site.root}/5"


PRIVATE = [
    "http://127.0.0.2/",
    "http://10.1.2.3/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[fd00::1]/",
    "http://100.64.0.1/",
    "http://0.0.0.0/",
    "http://2130706433/",
    "http://0x7f.1/",
    "file:///etc/passwd",
    "ftp://mereshire.example/plan.pdf",
    "gopher://mereshire.example/",
    "http://mereshire.example:22/",
    "http://user:word@mereshire.example/",
    "//",
    "http://[::1",
]


@pytest.mark.fault("D55")
@pytest.mark.parametrize("target", PRIVATE)
def test_55_a_private_address_is_refused_before_any_connection(target, loopback):
    client = WebClient(LIMITS)
    assert fault_at(client, target).code == "blocked_address"
    assert loopback == []
    client.close()


@pytest.mark.fault("D55")
@pytest.mark.parametrize("target", PRIVATE[:-2])
def test_55_a_redirect_to_a_private_address_is_refused_before_any_connection(
    site, target, loopback
):
    client = WebClient(LIMITS, Guard(frozenset({site.root.removeprefix("http://")})))
    site.status("/plan.pdf", 302, Location=target)
    assert fault_at(client, f"{site.root}/plan.pdf").code == "blocked_address"
    assert set(loopback) == {"127.0.0.1"}
    assert site.paths() == ["/robots.txt", "/plan.pdf"]
    client.close()


@pytest.mark.fault("D55")
def test_55_one_private_address_among_public_ones_is_enough_to_refuse(loopback):
    client = WebClient(LIMITS, Guard(resolve=lambda host, port: ["203.0.112.9", "10.0.0.8"]))
    assert fault_at(client, "http://mereshire.example/").code == "blocked_address"
    assert loopback == []
    client.close()


@pytest.mark.fault("D56")
def test_56_the_connection_is_made_to_the_address_that_was_checked(site):
    answers = [["127.0.0.1"], ["127.0.0.66"]]

    def turn_private(host: str, port: int) -> list[str]:
        return answers.pop(0)

    port = site.root.rpartition(":")[2]
    client = WebClient(LIMITS, Guard(frozenset({"mereshire.example"}), turn_private))
    site.file("/robots.txt", b"", "text/plain")
    site.file("/plan.pdf", PDF)
    assert client.get(f"http://mereshire.example:{port}/plan.pdf").data == PDF
    assert len(answers) == 1  # one question to the name system for one connection
    assert site.asked[-1][1]["Host"] == f"mereshire.example:{port}"
    client.close()


@pytest.mark.fault("D56")
def test_56_a_name_that_turns_private_between_two_fetches_is_refused():
    answers = [["203.0.113.7", "127.0.0.1"]]
    client = WebClient(LIMITS, Guard(resolve=lambda host, port: answers[0]))
    assert fault_at(client, "http://mereshire.example/plan.pdf").code == "blocked_address"
    client.close()


@pytest.mark.fault("D57")
def test_57_a_site_that_asks_for_a_second_gets_it(client, site):
    busy = Answer(status=429, headers={"Retry-After": "1"})
    site.pages["/plan.pdf"] = [busy, Answer(PDF, "application/pdf")]
    start = time.monotonic()
    assert client.get(f"{site.root}/plan.pdf").data == PDF
    assert 1 <= time.monotonic() - start < 2.5


@pytest.mark.fault("D57")
def test_57_a_site_that_asks_for_years_is_left_alone_and_others_are_not(client, site):
    site.status("/plan.pdf", 503, Retry_After="315360000")
    site.file("/other.pdf", PDF)
    assert fault_at(client, f"{site.root}/plan.pdf").code == "busy"
    assert fault_at(client, f"{site.root}/other.pdf").code == "host_resting"
    assert site.paths().count("/plan.pdf") == 1
    with serve() as neighbour:
        neighbour.file("/plan.pdf", PDF)
        assert client.get(f"{neighbour.root}/plan.pdf").data == PDF


NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.fault("D57")
@pytest.mark.parametrize(
    ("printed", "seconds"),
    [
        ("30", 30.0),
        (format_datetime(NOW + timedelta(minutes=2), usegmt=True), 120.0),
        (format_datetime(NOW - timedelta(days=1), usegmt=True), None),
        ("-5", None),
        ("soon", None),
        ("", None),
        ("9" * 400, 1e9),
        ("Mon, 99 Foo 2026", None),
    ],
)
def test_57_retry_after_is_read_as_seconds_or_date(printed, seconds):
    assert retry_after(httpx.Headers({"Retry-After": printed}), NOW) == seconds


@pytest.mark.fault("D58")
def test_58_a_failing_site_is_asked_three_times(client, site):
    site.status("/plan.pdf", 500)
    assert fault_at(client, f"{site.root}/plan.pdf").code == "server_error"
    assert site.paths().count("/plan.pdf") == 3


@pytest.mark.fault("D58")
def test_58_a_failure_that_passes_costs_nothing(client, site):
    site.pages["/plan.pdf"] = [Answer(status=502), Answer(PDF, "application/pdf")]
    assert client.get(f"{site.root}/plan.pdf").data == PDF


@pytest.mark.parametrize(
    ("status", "code"),
    [(401, "blocked"), (403, "blocked"), (404, "gone"), (410, "gone"), (418, "http_error")],
)
def test_a_refusal_is_told_by_its_status_and_not_repeated(client, site, status, code):
    site.status("/plan.pdf", status)
    assert fault_at(client, f"{site.root}/plan.pdf").code == code
    assert site.paths().count("/plan.pdf") == 1


def test_a_firewall_that_answers_as_if_all_were_well_is_a_refusal(client, site):
    site.page("/plan.pdf", "One moment", headers={"cf-mitigated": "challenge"})
    assert fault_at(client, f"{site.root}/plan.pdf").code == "blocked"


@pytest.mark.fault("D59")
@pytest.mark.parametrize(("host", "days"), [("127.0.0.1", -3), ("other.example", 30)])
def test_59_an_expired_certificate_or_one_of_another_host_is_refused(tmp_path, client, host, days):
    authority = make_authority(tmp_path)
    with serve(tls=authority.context(host, days)) as site:
        site.file("/plan.pdf", PDF)
        fault = fault_at(client, f"{site.root}/plan.pdf", ca_bundle=authority.bundle)
        assert fault.code == "tls"
        assert site.asked == []


@pytest.mark.fault("D59")
def test_59_a_certificate_that_nobody_vouches_for_is_refused_unless_its_bundle_is_given(
    tmp_path, client
):
    authority = make_authority(tmp_path)
    with serve(tls=authority.context()) as site:
        site.file("/plan.pdf", PDF)
        assert fault_at(client, f"{site.root}/plan.pdf").code == "tls"
        assert client.get(f"{site.root}/plan.pdf", ca_bundle=authority.bundle).data == PDF


@pytest.mark.fault("D59")
def test_59_a_bundle_that_is_not_there_is_told(client):
    fault = fault_at(client, "https://mereshire.example/plan.pdf", ca_bundle="/no/such.pem")
    assert (fault.code, fault.message) == ("tls", "The CA bundle /no/such.pem cannot be read.")


@pytest.mark.fault("D65")
def test_65_what_robots_txt_forbids_is_not_asked_for(client, site):
    rules = b"User-agent: *\nDisallow: /private/\n\nUser-agent: planbook\nDisallow: /plans/\n"
    site.file("/robots.txt", rules, "text/plain")
    site.file("/plans/plan.pdf", PDF)
    site.file("/private/plan.pdf", PDF)
    assert fault_at(client, f"{site.root}/plans/plan.pdf").code == "robots"
    assert client.get(f"{site.root}/private/plan.pdf").data == PDF
    assert site.paths() == ["/robots.txt", "/private/plan.pdf"]


@pytest.mark.fault("D65")
def test_65_a_site_whose_robots_txt_fails_is_not_asked_for_more(client, site):
    site.status("/robots.txt", 500)
    site.file("/plan.pdf", PDF)
    assert fault_at(client, f"{site.root}/plan.pdf").code == "server_error"
    assert set(site.paths()) == {"/robots.txt"}


@pytest.mark.fault("D65")
def test_65_a_redirect_to_what_robots_txt_forbids_is_not_followed(client, site):
    site.file("/robots.txt", b"User-agent: *\nDisallow: /plans/\n", "text/plain")
    site.status("/plan.pdf", 302, Location="/plans/plan.pdf")
    assert fault_at(client, f"{site.root}/plan.pdf").code == "robots"
    assert "/plans/plan.pdf" not in site.paths()


@pytest.mark.fault("D65")
def test_65_a_crawl_delay_is_kept(client, site):
    site.file("/robots.txt", b"User-agent: *\nCrawl-delay: 0.4\n", "text/plain")
    site.file("/plan.pdf", PDF)
    start = time.monotonic()
    client.get(f"{site.root}/plan.pdf")
    client.get(f"{site.root}/plan.pdf")
    assert time.monotonic() - start >= 0.8


def test_what_is_no_http_is_a_fault(client, site):
    site.pages["/plan.pdf"] = lambda handler: handler.wfile.write(b"220 mail ready\r\n\r\n")
    assert fault_at(client, f"{site.root}/plan.pdf").code == "bad_response"


def test_a_port_that_speaks_no_tls_is_a_fault(client, site):
    address = site.root.replace("http:", "https:")
    assert fault_at(client, f"{address}/plan.pdf").code in {"tls", "timeout", "unreachable"}
