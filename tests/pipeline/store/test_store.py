import hashlib
import json
import os
import resource
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from extractors.readers import PDF
from pipeline.errors import JobFailed
from pipeline.store import RawStore
from pipeline.store.raw_records import Fetch

PLAN = b"%PDF-1.7\nSafer Streets plan of Ambleford\n%%EOF\n"
PLAN_ID = hashlib.sha256(PLAN).hexdigest()
MARCH = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def fetched(name: str = "safer-streets.pdf", at: datetime = MARCH) -> Fetch:
    stem = name.removesuffix(".pdf")
    return Fetch(document_id=stem, origin=f"plans/{name}", file_name=name, fetched_at=at)


@pytest.fixture
def store(tmp_path: Path) -> RawStore:
    return RawStore(tmp_path / "data")


def files_of(store: RawStore) -> set[str]:
    return {
        str(path.relative_to(store.root))
        for path in store.root.rglob("*")
        if path.is_file() and path.name != ".lock"
    }


def test_bytes_lie_under_their_checksum_beside_a_record_of_each_fetch(store):
    store.add(PLAN, fetched())
    folder = f"{PLAN_ID[:2]}/{PLAN_ID}"
    assert files_of(store) == {f"{folder}/content.pdf", f"{folder}/document.json"}
    assert store.path_of(PLAN_ID).read_bytes() == store.read(PLAN_ID) == PLAN
    record = json.loads((store.root / folder / "document.json").read_text())
    assert (record["edition_id"], record["media_type"], record["size"]) == (PLAN_ID, PDF, 47)
    assert record["fetches"][0]["origin"] == "plans/safer-streets.pdf"


def test_bytes_of_no_known_format_have_no_ending(store):
    edition_id = store.add(b"no document", fetched("notes.pdf")).record.edition_id
    assert store.path_of(edition_id).name == "content"
    assert store.record(edition_id).media_type is None


def test_a_second_fetch_is_noted_and_renames_nothing(store):
    store.add(PLAN, fetched())
    later = fetched("copy.pdf", datetime(2026, 6, 1, tzinfo=UTC))
    record = store.add(PLAN, later).record
    assert [fetch.file_name for fetch in record.fetches] == ["safer-streets.pdf", "copy.pdf"]
    (edition,) = store.editions()
    assert (edition.document_id, edition.file_name) == ("safer-streets", "safer-streets.pdf")
    assert edition.fetched_at == MARCH


def test_the_same_fetch_is_noted_once_and_writes_nothing(store):
    store.add(PLAN, fetched())
    record = store.path_of(PLAN_ID).with_name("document.json")
    before = record.stat().st_mtime_ns
    assert len(store.add(PLAN, fetched()).record.fetches) == 1
    assert record.stat().st_mtime_ns == before


@pytest.mark.fault("C45")
def test_names_are_data_and_never_paths(store, tmp_path):
    name = "../../etc/cron.d/x\n" + "é" * 300 + "📄.pdf"
    store.add(PLAN, fetched().model_copy(update={"file_name": name, "origin": name}))
    assert store.editions()[0].file_name == name
    assert {path.name for path in tmp_path.iterdir()} == {"data"}
    assert len(files_of(store)) == 2


@pytest.mark.parametrize("damage", ["", "{", '{"edition_id": "../x"}', None])
def test_a_lost_record_is_made_again_from_the_bytes(store, damage):
    store.add(PLAN, fetched())
    record = store.path_of(PLAN_ID).with_name("document.json")
    record.unlink() if damage is None else record.write_text(damage)
    (stored,) = store.records()
    assert [problem.code for problem in stored.problems] == ["record_rebuilt"]
    edition = stored.record.edition()
    assert (edition.edition_id, edition.media_type, edition.size) == (PLAN_ID, PDF, 47)
    assert edition.document_id == f"edition-{PLAN_ID[:12]}"
    assert [stored.problems for stored in store.records()] == [()]
    assert store.add(PLAN, fetched()).record.edition().document_id == "safer-streets"


def test_changed_bytes_are_found_by_reading_and_by_verifying(store):
    store.add(PLAN, fetched())
    assert store.verify() == []
    store.path_of(PLAN_ID).write_bytes(PLAN.replace(b"Safer", b"Saver"))
    with pytest.raises(JobFailed, match="no longer match their checksum"):
        store.read(PLAN_ID)
    (problem,) = store.verify()
    assert (problem.code, problem.severity, problem.edition_id) == ("raw_damaged", "error", PLAN_ID)


def test_a_fresh_fetch_puts_damaged_bytes_right(store):
    store.add(PLAN, fetched())
    store.path_of(PLAN_ID).write_bytes(PLAN[:20])
    assert [problem.code for problem in store.add(PLAN, fetched()).problems] == ["raw_damaged"]
    assert store.read(PLAN_ID) == PLAN
    store.path_of(PLAN_ID).unlink()
    assert store.editions() == []
    assert [problem.code for problem in store.verify()] == ["raw_damaged"]
    store.add(PLAN, fetched())
    assert store.read(PLAN_ID) == PLAN


@pytest.mark.parametrize("edition_id", ["0" * 64, "../../etc/passwd", "", PLAN_ID.upper()])
def test_an_unknown_edition_is_a_key_error(store, edition_id):
    store.add(PLAN, fetched())
    with pytest.raises(KeyError):
        store.read(edition_id)


def test_an_empty_or_missing_store_holds_no_editions(store):
    assert store.editions() == []
    assert store.verify() == []


def test_a_folder_that_cannot_be_written_is_one_clear_line(tmp_path):
    (tmp_path / "data").write_text("a file, not a folder")
    with pytest.raises(JobFailed) as failed:
        RawStore(tmp_path / "data").add(PLAN, fetched())
    line = str(failed.value)
    assert line.startswith(
        f"The raw store {tmp_path / 'data' / 'raw'} cannot be written: Not a dir"
    )
    assert "--data-dir" in line
    assert "\n" not in line


def limited_to(size: int) -> None:
    """Writing beyond ``size`` bytes of a file fails, as it does on a full disk."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


ADD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from pipeline.store.raw_records import Fetch
from pipeline.store import RawStore
fetch = Fetch(document_id="a", origin="a.pdf", file_name="a.pdf", fetched_at=datetime.now(UTC))
for number in range(int(sys.argv[2])):
    RawStore(Path(sys.argv[1])).add(b"%PDF-1.7 " + str(number).encode() * 40_000, fetch)
    print(number, flush=True)
"""


@pytest.mark.fault("E67")
def test_a_full_disk_loses_nothing_and_leaves_nothing_half_written(store, tmp_path):
    store.add(PLAN, fetched())
    before = files_of(store)
    done = subprocess.run(
        [sys.executable, "-c", ADD, str(tmp_path / "data"), "1"],
        preexec_fn=lambda: limited_to(10_000),
        capture_output=True,
        text=True,
    )
    assert "JobFailed: The raw store" in done.stderr
    assert "cannot be written: File too large" in done.stderr
    assert files_of(store) == before
    assert store.read(PLAN_ID) == PLAN


@pytest.mark.fault("E66")
def test_a_writer_killed_at_any_moment_leaves_whole_editions_alone(store, tmp_path):
    for wait in (0.0, 0.005, 0.01, 0.02, 0.03):
        call = [sys.executable, "-c", ADD, str(tmp_path / "data"), "100000"]
        with subprocess.Popen(call, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(wait)
            writer.kill()
        assert store.verify() == []
        assert all(stored.problems == () for stored in store.records())
    store.add(PLAN, fetched())
    assert not list(store.root.glob(".partial-*"))
    assert not [name for name in files_of(store) if not name.endswith(("content.pdf", ".json"))]


def test_two_writers_of_the_same_bytes_lose_no_fetch(store, tmp_path):
    store.root.mkdir(parents=True)
    call = [sys.executable, "-c", ADD, str(tmp_path / "data"), "30"]
    writers = [subprocess.Popen(call, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [writer.wait() for writer in writers] == [0, 0]
    assert [len(stored.record.fetches) for stored in store.records()] == [2] * 30


def test_ten_thousand_editions_are_listed_within_seconds(store, monkeypatch):
    """Measured 0.7 s for 10,000; a tenth of them here."""
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)
    for number in range(1_000):
        store.add(PLAN + str(number).encode(), fetched(f"{number}.pdf"))
    start = time.process_time()
    assert len(store.editions()) == 1_000
    assert time.process_time() - start < 0.5
