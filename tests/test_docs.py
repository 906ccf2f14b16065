"""The documentation builds without a warning, and its commands and code do what it shows."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from pipeline import cli, schema

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = ("analyst", "officer", "researcher", "extend", "evaluation")


def blocks(page: str, language: str) -> list[str]:
    text = (DOCS / f"{page}.md").read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def commands(*pages: str) -> list[tuple[str, list[str]]]:
    """Each command of the pages, and the lines shown below it; "..." is what is left out."""
    found = []
    for page in pages:
        for block in blocks(page, "console"):
            for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, *shown = part.splitlines()
                found.append((command, [line for line in shown if line not in ("", "...")]))
    return found


def test_the_map_of_the_stages_names_each_package_that_reads_and_none_that_is_not_there():
    drawn = drawing("## From bytes")
    named = set(re.findall(r"[a-z]+", drawn))
    package = ROOT / "extractors"
    formats = {path.stem for path in (package / "readers").glob("*/") if path.name != "__pycache__"}
    assert packages_of("extractors") | formats <= named
    for name in names_drawn(drawn):
        assert list(package.rglob(f"{name}.py")) or list(package.rglob(f"{name}/__init__.py")), name


def test_the_map_of_the_pipeline_names_its_packages():
    assert packages_of("pipeline") == set(names_drawn(drawing("## From action rows"))) | {"show"}


def drawing(title: str) -> str:
    return (DOCS / "built.md").read_text("utf-8").partition(title)[2].split("```")[1]


def names_drawn(drawn: str) -> list[str]:
    return re.findall(r"^  [│ ] +([a-z]+)(?=  )", drawn, re.MULTILINE)


def packages_of(package: str) -> set[str]:
    return {path.parent.name for path in (ROOT / package).glob("*/__init__.py")}


@pytest.mark.parametrize(("command", "shown"), commands(*PAGES))
def test_a_command_of_the_docs_runs_and_prints_what_it_shows(
    command, shown, sample_release, monkeypatch, capsys, tmp_path
):
    from pipeline.cli import app

    for name, value in (("PLANBOOK_DATA_DIR", str(sample_release)), ("COLUMNS", "80")):
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(ROOT)
    program, *words = shlex.split(command)
    assert program == "planbook"
    app(words, standalone_mode=False)
    told = capsys.readouterr()
    for line in shown:
        assert line.rstrip() in told.out + told.err


def every_command(command=None, words=()):
    """Each command and group of the command line, as the words that call it."""
    command = command or typer.main.get_command(cli.app)
    yield words
    for name, below in getattr(command, "commands", {}).items():
        yield from every_command(below, (*words, name))


def test_the_commands_of_the_review_page_run_in_their_order(
    sample_release, tmp_path, monkeypatch, capsys
):
    data_dir = shutil.copytree(sample_release, tmp_path / "data", symlinks=True)
    monkeypatch.setenv("PLANBOOK_DATA_DIR", str(data_dir))
    monkeypatch.chdir(ROOT)
    for command, shown in commands("review"):
        program, *words = shlex.split(command, comments=True)
        assert program == "planbook"
        if ">" in words or "apply" in words:
            continue  # a sheet that a person fills in
        cli.app(words, standalone_mode=False)
        told = " ".join(" ".join(capsys.readouterr()).split())
        for line in shown:
            assert " ".join(line.split()) in told, command


@pytest.mark.parametrize("words", list(every_command()), ids=" ".join)
def test_the_help_of_every_command_has_an_example_that_it_takes(words, capsys):
    cli.app([*words, "--help"], prog_name="planbook", standalone_mode=False)
    told = " ".join(capsys.readouterr().out.split())
    examples = re.findall(
        r"Example: planbook (.*?)(?= Example:| Options:| Exit status| Arguments:|$)", told
    )
    assert examples, told
    for example in examples:
        first = re.split(r", then planbook| > ", example)[0]
        assert parses(shlex.split(first)), example


PROSE_RE = re.compile(r"^\s*(?:\$ )?planbook ((?:[a-z]+ ?)[^#\n]*)", re.MULTILINE)


def shown_commands():
    """Every line of the pages, of any block, that calls the command line."""
    for page in [*sorted(DOCS.glob("*.md")), ROOT / "README.md"]:
        for block in re.findall(r"^```\w*\n(.*?)^```", page.read_text("utf-8"), re.M | re.S):
            for found in PROSE_RE.finditer(block):
                yield pytest.param(
                    re.split(r"  +| > ", found[1])[0], id=f"{page.stem} {found[1][:40]}"
                )


def test_a_line_that_it_does_not_take_would_be_found():
    assert not parses(["bogus"])
    assert not parses(["releases", "bogus"])
    with pytest.raises(Exception, match="No such option: --bogus"):
        parses(["compare", "Mereshire", "--bogus"])


@pytest.mark.parametrize("line", list(shown_commands()))
def test_every_command_line_on_a_page_is_one_that_it_takes(line):
    assert parses(shlex.split(line)), line


def parses(words):
    """The command line knows these words; nothing is run."""
    command = typer.main.get_command(cli.app)
    while words and words[0] in getattr(command, "commands", {}):
        command, words = command.commands[words[0]], words[1:]
    if getattr(command, "commands", None) and words and not words[0].startswith("-"):
        return False  # a group, and no command of it
    command.make_context("planbook", list(words))  # raises where it does not know a word
    return True


@pytest.mark.parametrize("code", blocks("researcher", "python"))
def test_the_python_of_the_docs_runs(code, sample_release, monkeypatch):
    monkeypatch.setenv("PLANBOOK_DATA_DIR", str(sample_release))
    exec(compile(code, "researcher.md", "exec"), {})


@pytest.fixture(scope="module")
def other_field(tmp_path_factory):
    """A checkout of its own for another policy field, as the page asks for."""
    folder = tmp_path_factory.mktemp("other_field")
    for package in ("normalisers", "extractors", "pipeline", "docs/examples"):
        shutil.copytree(ROOT / package, folder / package)
    return folder


def test_another_field_is_only_files_as_the_page_says(other_field):
    for command, shown in commands("another_field"):
        ran = run_in(other_field, command)
        assert ran.returncode == 0, ran.stderr
        for line in shown:
            assert line in ran.stdout + ran.stderr, command
    ran = run_in(other_field, f"python -c {shlex.quote(blocks('another_field', 'python')[0])}")
    assert re.findall(r"Outcome \d +\d", ran.stdout) == ["Outcome 1    1", "Outcome 3    2"]


def run_in(folder, command):
    """Run a line of the page with the packages of a folder, in which Python looks first."""
    program, *words = shlex.split(command)
    call = [sys.executable, "-c", "from pipeline.cli import main; main()", *words]
    if program == "python":
        call = [sys.executable, *words]
    elif program != "planbook":
        call = ["sh", "-c", command]
    return subprocess.run(
        call,
        capture_output=True,
        text=True,
        cwd=folder,
        check=False,
        env={"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin", "COLUMNS": "100"},
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory, sample_release):
    """The built documentation; the notebooks are run while it is built."""
    folder = tmp_path_factory.mktemp("site")
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", folder],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ
        | {
            "DOCS_DATA_DIR": str(sample_release),
            "NO_MKDOCS_2_WARNING": "1",  # about the end of life of Material, in 2027
        },
    )
    assert built.returncode == 0, built.stderr[-3000:]
    assert "WARNING" not in built.stderr
    return folder


def test_the_site_holds_every_table_and_column(site):
    page = (site / "tables" / "index.html").read_text("utf-8")
    for table in schema.TABLES:
        assert f'id="{table}"' in page
        for column in schema.columns_of(table):
            assert f"<td>{column.name}</td>" in page


@pytest.mark.parametrize(
    ("notebook", "shown"),
    [
        (
            "1_first_look",
            ["15 actions of 2 documents", "Due cell as printed", "Safe at Home, Safe Outside"],
        ),
        ("2_compare_priorities", ["2_compare_priorities_1.svg", "not reported"]),
        ("3_how_sure_are_we", ["unresolved", "row joined over pages", "precision"]),
    ],
)
def test_a_notebook_stands_in_the_docs_with_its_output(site, notebook, shown):
    page = (site / "notebooks" / notebook / "index.html").read_text("utf-8")
    for text in shown:
        assert text in page
    charts = list((site / "notebooks").glob(f"{notebook}_*.svg"))
    assert all("<svg" in chart.read_text("utf-8") for chart in charts)


def test_no_page_fetches_anything_from_elsewhere(site):
    for page in site.rglob("*.html"):
        found = re.findall(
            r'<(?:script|img|link)[^>]*(?:src|href)="(https?:[^"]*)"', page.read_text()
        )
        assert found == [], page
