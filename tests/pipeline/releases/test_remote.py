"""Releases at a web address, in a store, and where neither answers as it should."""

import functools
import http.server
import importlib.util
import threading

import fsspec
import pandas as pd
import pytest
from fsspec.implementations.memory import MemoryFileSystem

import pipeline
from pipeline.errors import JobFailed, UsageError
from pipeline.publish import write_release
from pipeline.releases import point_to
from tests.pipeline.release_tables import action, document, lead, report, tables


@pytest.fixture
def data_dir(tmp_path):
    held = tables(
        documents=[document()],
        actions=[action("0" * 16, lead_raw="Police/ Housing"), action("1" * 16)],
        leads=[lead("0" * 16, 1, "Police"), lead("0" * 16, 2, "Housing")],
    )
    point_to(write_release(tmp_path / "curated", held, {}, report("0001-2026-03-01")))
    return tmp_path


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *words):
        pass


@pytest.fixture
def address(data_dir):
    """The data folder behind a web server, as an area's partner would put it there."""
    handler = functools.partial(QuietHandler, directory=str(data_dir))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_release_at_a_web_address_loads_like_one_on_disk(address, data_dir):
    near = pipeline.load("actions", data_dir=data_dir, join=["leads"])
    pd.testing.assert_frame_equal(pipeline.load("actions", data_dir=address, join=["leads"]), near)
    pinned = f"{address}/curated/0001-2026-03-01"
    assert len(pipeline.load("actions", data_dir=pinned)) == 2


def test_a_damaged_file_at_an_address_is_never_read(address, data_dir):
    file = data_dir / "curated" / "0001-2026-03-01" / "actions.parquet"
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    with pytest.raises(JobFailed, match="does not match its checksum"):
        pipeline.load("actions", data_dir=address)


def test_an_address_without_a_release_says_what_is_expected_there(address):
    with pytest.raises(JobFailed, match=r"holds no release '0009'.*above curated/"):
        pipeline.load("actions", release="0009", data_dir=address)
    with pytest.raises(JobFailed, match=r"127.0.0.1:9/.*could not be fetched"):
        pipeline.load("actions", data_dir="http://127.0.0.1:9/planbook")
    with pytest.raises(UsageError, match="no kind of address"):
        pipeline.load("actions", data_dir="gopher7://example.org")


def test_a_store_without_links_gives_its_release_with_the_highest_number(data_dir):
    store = fsspec.filesystem("memory")
    source = data_dir / "curated" / "0001-2026-03-01"
    for number in ("0009-2026-04-01", "0010-2026-04-02"):
        for file in source.iterdir():
            store.pipe_file(f"/shop/curated/{number}/{file.name}", file.read_bytes())
    frame = pipeline.load("actions", data_dir="memory://shop")
    assert frame.attrs["release"] == "0010-2026-04-02"
    assert len(pipeline.load("actions", "0009-2026-04-01", data_dir="memory://shop")) == 2


def test_latest_at_an_address_goes_by_the_name_that_can_be_cited(address):
    assert pipeline.load("actions", data_dir=address).attrs["release"] == "0001-2026-03-01"


@pytest.mark.skipif(importlib.util.find_spec("s3fs") is not None, reason="s3fs is installed")
def test_a_store_that_needs_more_says_what_to_install():
    with pytest.raises(UsageError, match=r"needs more: pip install 'planbook\[s3\]'"):
        pipeline.load("actions", data_dir="s3://planbook/team")


class NoCredentialsError(Exception):
    """Named as botocore names its own."""


class RefusingStore(MemoryFileSystem):
    """An S3 store that does not know who asks."""

    protocol = "s3"

    def cat_file(self, path, *words, **more):
        raise NoCredentialsError("Unable to locate credentials")


def test_a_store_that_does_not_know_who_asks_says_how_to_tell_it(monkeypatch):
    monkeypatch.setattr(fsspec, "filesystem", lambda scheme: RefusingStore())
    with pytest.raises(JobFailed, match=r"NoCredentialsError: .*AWS_PROFILE.*FSSPEC_S3"):
        pipeline.load("actions", data_dir="s3://planbook/team")


def test_a_bucket_that_is_not_there_is_told_in_one_line(monkeypatch):
    monkeypatch.setattr(fsspec, "filesystem", lambda scheme: MemoryFileSystem())
    with pytest.raises(
        JobFailed, match=r"holds no release 'latest'.*Check the name of the site or"
    ):
        pipeline.load("actions", data_dir="s3://no-such-bucket/team")
