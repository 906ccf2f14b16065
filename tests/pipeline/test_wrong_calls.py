"""Whatever is wrong with a call or a release, a person gets one line, and never a traceback."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline import cli
from tests.pipeline.release_tables import sign

ROOT = Path(__file__).parents[2]
PLANBOOK = Path(sys.executable).parent / "planbook"
PLAN = "mereshire-strategy-2025-2028"


@pytest.fixture
def call(sample_release, tmp_path, monkeypatch, capsys):
    """Run the command line here; gives the exit status and what it said on stderr."""
    monkeypatch.setenv("PLANBOOK_DATA_DIR", str(sample_release))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("no folder")
    (tmp_path / "empty").mkdir()

    def run(*words: object) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["planbook", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        told = capsys.readouterr().err.strip()
        assert "A fault of planbook itself" not in told
        return int(ended.value.code or 0), told

    return run


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        ("bogus", 2, "No such command 'bogus'. 'planbook --help' says more."),
        ("compar x", 2, "Did you mean 'compare'? 'planbook --help' says more."),
        ("--bogus", 2, "No such option: --bogus."),
        ("compare", 2, "Missing argument 'areas'."),
        ("compare Atlantis", 2, "No document covers 'Atlantis'. This release covers: "),
        ("compare mereshire-strategy", 2, f"Did you mean {PLAN}"),
        (
            "compare port-ellery-priorities --by due",
            2,
            "No actions were read for port-ellery-priorities.",
        ),
        (f"compare {PLAN} --by colour", 2, "not one of 'theme', 'agency', 'due', 'priority'."),
        (f"compare {PLAN} --release 0099", 2, "There is no release '0099'. Known: "),
        (f"compare {PLAN} -o x.csv", 2, "A table goes to the terminal."),
        (f"compare {PLAN} --format csv -o empty", 1, "empty cannot be written: Is a directory."),
        (f"compare {PLAN} --format csv -o file/x", 1, "file/x cannot be written"),
        (f"compare {PLAN} --data-dir empty", 1, "Run 'planbook ingest' first."),
        (f"compare {PLAN} --data-dir file", 1, "Run 'planbook ingest' first."),
        ("export", 2, "Missing option '--format'. Choose from: csv, xlsx, duckdb."),
        ("export --format csv --to file", 1, "file cannot be written"),
        ("export --format pdf", 2, "'pdf' is not one of 'csv', 'xlsx', 'duckdb'."),
        ("show zzzz", 2, "This release has no action 'zzzz'."),
        ("show %", 2, "This release has no action '%'."),
        ("releases diff 0099", 2, "There is no release '0099'."),
        ("releases verify --data-dir empty", 1, "holds no release yet"),
        ("releases list --data-dir empty", 0, "holds no release yet"),
        ("evaluate nowhere", 2, "nowhere is no folder."),
        ("evaluate empty", 2, "empty holds no gold file"),
        ("review --document atlantis", 2, "No document is called 'atlantis'."),
        ("review --kind colour", 2, "'colour' is no kind of item."),
        ("review apply nowhere.csv", 2, "nowhere.csv cannot be read: No such file or directory."),
        ("normalise leads empty", 2, "empty cannot be read: Is a directory."),
        ("normalise colours file", 2, "'colours' is not one of 'leads', 'themes', 'dates'."),
        ("nightly --check --max-age soon", 2, "--max-age is 'soon'; say 90m, 26h or 2d."),
    ],
)
def test_a_wrong_word_is_told_in_one_line_that_says_what_to_do(call, words, status, told):
    ended, line = call(*words.split())
    assert told in line
    assert ended == status
    assert "\n" not in line


def test_an_area_without_actions_is_named_beside_one_that_has_some(call):
    status, told = call("compare", PLAN, "port-ellery-priorities")
    assert status == 0
    assert told.startswith("No actions were read for port-ellery-priorities, but ")
    assert told.endswith("priorities: see '--by priority'.")


@pytest.mark.parametrize(
    ("kind", "line", "told"),
    [
        ("dates", '{"raw": "May", "context": "2025"}', "context is no object"),
        ("dates", '{"raw": "May", "context": {"document_period": "2025"}}', "no two years"),
        ("dates", '{"raw": "May", "context": {"published": "May"}}', "published is 'May'"),
        ("dates", '{"date": "May 2026"}', "has no raw; there is nothing to read"),
        ("leads", '{"lead": "Police"}', "has no lead_raw"),
        ("themes", '{"title": "Prevention"}', "has no heading or summary"),
        ("leads", "Police", "is no JSON"),
        ("dates", "[" * 100_000, "has lists in lists too deep to read"),
        ("dates", '{"raw": "May", "id": NaN}', "NaN is no value of JSON; say null"),
        ("dates", '{"raw": "May", "id": -Infinity}', "-Infinity is no value of JSON"),
        ("dates", '{"raw": "May", "id": 1e999}', "1e999 is too large a number"),
    ],
)
def test_a_line_of_a_list_that_is_odd_is_named(call, tmp_path, kind, line, told):
    (tmp_path / "list.jsonl").write_text("\n" + line + "\n")
    status, said = call("normalise", kind, "list.jsonl")
    assert status == 2
    assert "list.jsonl line 2" in said
    assert told in said


@pytest.mark.parametrize("gold", ['{"actions": 5}', '{"actions": ["Open a refuge"]}', "[]", "\xff"])
def test_gold_of_another_form_is_told(call, tmp_path, gold):
    (tmp_path / "empty" / "mereshire_strategy_2025_2028.json").write_bytes(gold.encode("latin-1"))
    status, told = call("evaluate", "empty")
    assert status == 2
    assert "is no gold file: a list of actions is expected" in told


@pytest.mark.parametrize(
    "words", [f"compare {PLAN}", "show 488a7d52", "export --format csv", "releases diff latest"]
)
@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("changed", "themes.parquet does not match its checksum; restore it"),
        ("missing", "themes.parquet is missing; restore it"),
        ("published so", "themes.parquet is no Parquet that can be read"),
        ("no list", "SHA256SUMS is missing or damaged; restore it"),
    ],
)
def test_a_damaged_release_is_told_in_one_line(call, sample_release, tmp_path, words, damage, told):
    folder = Path(shutil.copytree(sample_release / "curated" / "latest", tmp_path / "release"))
    spoil(folder, damage)
    assert call(*words.split(), "--data-dir", folder) == (1, ANY_LINE(told))


class ANY_LINE(str):  # noqa: N801
    """Equal to any single line that holds it."""

    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str) and str(self) in str(other) and "\n" not in other


def spoil(folder: Path, damage: str) -> None:
    file = folder / "themes.parquet"
    if damage == "missing":
        file.unlink()
    elif damage == "no list":
        (folder / "SHA256SUMS").write_bytes(b"\xff")
    else:
        file.write_bytes(b"PAR1 no table")
    if damage == "published so":
        sign(folder)


LATER = {  # columns that a release of long ago lacks, by table
    "actions": ["rag_raw", "override", "joined", "theme_id"],
    "documents": ["override", "part"],
    "leads": ["runner_up", "unit"],
    "priorities": ["theme_words"],
    "problems": ["subject"],
}


@pytest.fixture
def older(sample_release, tmp_path):
    """The sample release as it would have been under a schema without some columns and tables."""
    folder = Path(shutil.copytree(sample_release / "curated" / "latest", tmp_path / "older"))
    for table, columns in LATER.items():
        path = folder / f"{table}.parquet"
        pq.write_table(pq.ParquetFile(path).read().drop_columns(columns), path)
    for table in ("crosswalk", "coverage"):
        (folder / f"{table}.parquet").unlink()
    sign(folder)
    return folder


@pytest.mark.parametrize(
    "words",
    [
        f"compare {PLAN}",
        f"compare {PLAN} --format html -o compared.html",
        "show 488a7d52",
        "export --format csv",
        "export --format xlsx",
        "export --format duckdb",
        "releases show",
        "releases verify",
        "releases diff latest",
        "review",
        f"evaluate {ROOT / 'samples' / 'gold'}",
    ],
)
def test_every_command_takes_a_release_of_an_older_schema(call, older, words):
    status, told = call(*words.split(), "--data-dir", older)
    assert status == 0, told


def run(words: str, release: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["sh", "-c", words.replace("planbook", str(PLANBOOK))],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "PLANBOOK_DATA_DIR": str(release)} | environment,
        capture_output=True,
        check=False,
    )


def test_a_reader_that_leaves_early_ends_it_in_silence(sample_release):
    ran = run("planbook show 488a7d52 | head -1", sample_release)
    assert ran.stdout.decode().strip() == "Printed"
    assert ran.stderr == b""


def test_ctrl_c_is_told_and_leaves_what_was_published(call, monkeypatch):
    def interrupted(*words: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pipeline.releases.list_releases", interrupted)
    status, told = call("releases", "list")
    assert (status, told) == (130, "planbook: Stopped. What was published before stands as it was.")


def test_a_terminal_without_utf_8_gets_what_it_can_show(sample_release):
    ran = run("planbook show 488a7d52", sample_release, PYTHONIOENCODING="ascii")
    assert ran.returncode == 0, ran.stderr
    assert b"| due_raw" in ran.stdout
    assert ran.stdout.isascii()


def test_a_file_is_utf_8_whatever_the_locale(sample_release):
    where = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    ran = run("planbook review --format json", sample_release, **where)
    assert ran.returncode == 0, ran.stderr
    ran.stdout.decode("utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_a_full_disk_is_told_in_one_line(sample_release):
    ran = run(f"planbook compare {PLAN} --format json > /dev/full", sample_release)
    assert ran.returncode != 0
    assert b"No space left on device" in ran.stderr
    assert b"Traceback" not in ran.stderr


def test_without_colour_there_are_no_escapes(sample_release):
    ran = run("planbook review", sample_release, NO_COLOR="1", FORCE_COLOR="1")
    assert b"\x1b[3" not in ran.stdout
