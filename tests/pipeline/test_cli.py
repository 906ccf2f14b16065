"""What a person sees: one line for what is wrong, the exit status of the contract, no traceback."""

import csv
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples" / "documents"
STRATEGY = SAMPLES / "mereshire_strategy_2025_2028.pdf"
PLANBOOK = Path(sys.executable).parent / "planbook"


def planbook(*words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PLANBOOK, *map(str, words)],
        cwd=ROOT,
        env={"PATH": str(PLANBOOK.parent), "COLUMNS": "100", "NO_COLOR": "1"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_import_of_the_command_line_is_quick_and_loads_nothing_heavy():
    heavy = "{'pandas', 'spacy', 'prefect', 'pyarrow', 'duckdb', 'pypdfium2', 'lxml'}"
    code = f"import sys, pipeline.cli; print({heavy} & set(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "set()"


@pytest.mark.parametrize(
    ("words", "spared"),
    [
        ("releases verify", {"pandas", "pyarrow", "duckdb", "numpy"}),
        ("nightly --check", {"pandas", "pyarrow", "numpy"}),
        ("show 488a7d52", {"pandas", "pyarrow", "numpy"}),
        ("compare mereshire-strategy-2025-2028", {"pandas", "pyarrow", "numpy"}),
        ("sources list", {"pandas", "pyarrow", "numpy"}),
    ],
)
def test_a_command_loads_only_what_it_needs(words, spared, sample_release):
    code = (
        f"import sys; sys.argv = ['planbook', *{words.split()!r}]\n"
        "from pipeline.cli import main\n"
        "try: main()\n"
        f"finally: sys.stderr.write('loaded ' + str({spared!r} & set(sys.modules)))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={"PLANBOOK_DATA_DIR": str(sample_release)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr.endswith("loaded set()"), ran.stderr


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["bogus"], 2, "No such command 'bogus'"),
        (["ingest", "--plain", "nowhere.pdf"], 2, "nowhere.pdf"),
        (["ingest", "--workers", "none", "samples/documents"], 2, "--workers"),
        (["ingest", "--workers", "0", "samples/documents"], 2, "--workers"),
        (["ingest", "--plain", "extractors/readers"], 2, "no document is there"),
        (["extract", "nowhere.pdf"], 2, "nowhere.pdf is not a file"),
        (["extract", "README.md"], 1, "README.md is none of the formats that are read"),
        (["compare", "Mereshire"], 1, "Run 'planbook ingest' first"),
        (["normalise", "dates", "README.md"], 2, "README.md line 1 is no JSON"),
        (["normalise", "dates", "nowhere.jsonl"], 2, "nowhere.jsonl cannot be read"),
        (["releases", "show"], 1, "holds no release yet"),
    ],
)
def test_a_wrong_call_is_told_in_a_line_with_its_exit_status(tmp_path, words, status, told):
    ran = planbook(*words, PLANBOOK_DATA_DIR=str(tmp_path / "data"))
    assert ran.returncode == status, ran.stderr
    assert told in ran.stderr
    assert "Traceback" not in ran.stderr
    assert ran.stdout == ""


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("planbook rel", ["releases"]),
        ("planbook compare Mereshire --by ", ["theme", "agency", "due", "priority"]),
        ("planbook export --form", ["--format"]),
    ],
)
def test_the_shell_completes_commands_options_and_values(typed, offered):
    words = {"COMP_WORDS": typed, "COMP_CWORD": str(typed.count(" "))}
    ran = planbook(_PLANBOOK_COMPLETE="complete_bash", **words)
    assert ran.stdout.split() == offered


def test_a_setting_that_is_no_number_is_named():
    ran = planbook("extract", STRATEGY, PLANBOOK_WORKERS="many")
    assert ran.returncode == 2
    assert "PLANBOOK_WORKERS is 'many'" in ran.stderr


def test_extract_shows_actions_as_json_and_as_csv():
    read = json.loads(planbook("extract", STRATEGY, "--format", "json").stdout)
    assert [action["ref"] for action in read["actions"]][:5] == [
        "1.1",
        "1.2",
        "1.3",
        "1.4",
        "2.1",
    ]
    lines = planbook("extract", STRATEGY, "--format", "csv").stdout.splitlines()
    assert lines[0] == COLUMNS
    assert [line.split(",")[:2] for line in lines if line.startswith("actions,")][-1][1] == "10"


COLUMNS = (
    "table,ordinal,page,section,ref,objective,activity,measure_raw,update,lead_raw,support_raw,"
    "start_raw,due_raw,status_raw,rating_raw,rag_raw,other_cells,measures,score,label,title,"
    "summary,term,acronym,definition"
)


def test_extract_names_fields_as_a_release_does(sample_release):
    """What was read for a look is what a run publishes, cell by cell."""
    from pipeline.releases import find_release, read_table

    release = find_release(sample_release)
    documents = {row["file_name"]: row for row in read_table(release, "documents").to_pylist()}
    published = [
        row
        for row in read_table(release, "actions").to_pylist()
        if row["edition_id"] == documents[STRATEGY.name]["edition_id"]
    ]
    shown = json.loads(planbook("extract", STRATEGY, "--format", "json").stdout)["actions"]
    for row, action in zip(published, shown, strict=True):
        assert action.pop("priority") is not None or row["priority_id"] is None
        assert action.pop("dropped") is False
        assert action == {name: row[name] for name in action}


def test_csv_has_the_same_columns_for_every_document_and_all_that_was_read(tmp_path):
    page = tmp_path / "plan.html"
    page.write_text(
        "<html><body><h1>Safe at Home</h1><h2>Our priorities</h2><h3>Priority 1: Prevent harm "
        "before it starts</h3><p>We will work with schools.</p><h3>Priority 2: Help people "
        "sooner</h3><p>We will open a front door.</p><h2>Glossary</h2><table><tr><th>Term</th>"
        "<th>Definition</th></tr><tr><td>IDVA</td><td>Independent domestic violence adviser"
        "</td></tr></table></body></html>"
    )
    rows = list(csv.DictReader(planbook("extract", page, "--format", "csv").stdout.splitlines()))
    assert ",".join(rows[0]) == COLUMNS
    assert [(row["table"], row["title"] or row["definition"]) for row in rows] == [
        ("priorities", "Prevent harm before it starts"),
        ("priorities", "Help people sooner"),
        ("glossary", "Independent domestic violence adviser"),
    ]


def test_the_terminal_shows_cells_of_no_column_with_their_headings(tmp_path):
    page = tmp_path / "plan.html"
    page.write_text(
        "<html><body><h1>Action plan</h1><table><tr><th>Action</th><th>Lead</th><th>By when</th>"
        "<th>Funding</th></tr><tr><td>Light the quay</td><td>Police</td><td>May 2026</td>"
        "<td>Home Office</td></tr></table></body></html>"
    )
    shown = planbook("extract", page).stdout
    assert "other cells" in shown
    assert "Funding: Home Office" in shown


def test_csv_never_lets_a_cell_start_a_formula(tmp_path):
    page = tmp_path / "plan.html"
    page.write_text(
        "<html><body><h1>Action plan</h1><table><tr><th>Ref</th><th>Action</th><th>Lead</th>"
        "<th>By when</th></tr><tr><td>1</td><td>=HYPERLINK('http://x.example','Open')</td>"
        "<td>+Police</td><td>May 2026</td></tr></table></body></html>"
    )
    lines = planbook("extract", page, "--format", "csv").stdout.splitlines()
    assert "'=HYPERLINK" in lines[1]
    assert "'+Police" in lines[1]


def test_ingest_tells_what_was_read_what_was_not_and_where_the_release_is(tmp_path):
    documents = tmp_path / "documents"
    shutil.copytree(SAMPLES, documents)
    (documents / "cut.pdf").write_bytes(STRATEGY.read_bytes()[:500])
    ran = planbook("ingest", "--plain", documents, "--data-dir", tmp_path / "data")
    assert ran.returncode == 0, ran.stderr
    assert "Read 4 documents" in ran.stderr
    assert "Not read: cut.pdf" in ran.stderr
    assert "First actions" in ran.stdout
    assert str(tmp_path / "data" / "curated") in ran.stdout

    again = planbook("ingest", "--plain", documents, "--data-dir", tmp_path / "data")
    assert "Nothing has changed" in again.stderr

    compared = planbook(
        "compare",
        "mereshire-strategy-2025-2028",
        "calderwick-delivery-plan-2025-26",
        "--data-dir",
        tmp_path / "data",
    )
    assert "Preventing VAWG" in compared.stdout
    unknown = planbook("compare", "Atlantis", "--data-dir", tmp_path / "data")
    assert unknown.returncode == 2
    assert "No document covers 'Atlantis'" in unknown.stderr


def test_a_list_may_begin_with_a_bom_and_hold_halves_of_letters_and_odd_line_ends(tmp_path):
    asked = tmp_path / "leads.jsonl"
    line = '{"lead_raw": "\\ud800 Police", "note": "one\u2028two \\ud83d\\ude00"}\r\n'
    asked.write_bytes(b"\xef\xbb\xbf" + line.encode())
    ran = planbook("normalise", "leads", asked)
    assert ran.returncode == 0, ran.stderr
    answered = json.loads(ran.stdout)
    assert answered["lead_raw"] == "\ufffd Police"
    assert answered["note"] == "one\u2028two \U0001f600"


def test_a_list_comes_back_in_its_order_with_the_results(tmp_path):
    asked = tmp_path / "dates.jsonl"
    asked.write_text('{"id": 1, "raw": "Dec-22"}\n\n{"id": 2, "raw": "TBC"}\n')
    answered = planbook("normalise", "dates", asked).stdout.splitlines()
    results = [json.loads(line) for line in answered]
    assert [result["id"] for result in results] == [1, 2]
    assert results[0]["result"]["earliest"] == "2022-12-01"
    assert results[1]["result"]["kind"] == "tbc"
