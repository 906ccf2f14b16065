"""Reference facts are checked when they are loaded: a fault names its file and line."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from normalisers.errors import ReferenceDataError
from normalisers.themes.words import read_pointers
from normalisers.vocabulary import REFERENCE, fingerprint, load, vocabulary

Spoil = Callable[..., Path]


@pytest.fixture
def spoil(tmp_path: Path) -> Spoil:
    """Copy the reference files and add one line to one of them."""

    def add(file: str, line: str) -> Path:
        folder = tmp_path / "reference"
        shutil.copytree(REFERENCE, folder)
        with (folder / file).open("a", encoding="utf-8") as facts:
            facts.write(line + "\n")
        return folder

    return add


@pytest.mark.parametrize(
    ("file", "line", "found"),
    [
        ("agencies.csv", "police-kent,Kent Police,police-force,,,,,x", "stands twice"),
        ("agencies.csv", "x,X,police-force,,,1 May 2020,,x", "valid_from is '1 May 2020'"),
        ("aliases.csv", "KCC,no-such-body,,,x", "'no-such-body' is not in agencies.csv"),
        ("aliases.csv", "KCC,kent-county-council,E99,,x", "'E99' is not in areas.csv"),
        ("aliases.csv", "Solace,victim-support,,,x", "'Solace' means"),
        ("aliases.csv", "KCC,medway-council,E10000016,,x", "in E10000016"),
        ("aliases.csv", "KCC,kent-county-council", "2 fields, the header has 5"),
        ("role_phrases.csv", "Housing,police,,x", "means two roles"),
        ("role_phrases.csv", "Housing Team B,no-role,,x", "'no-role' is not in roles.csv"),
        ("roles.csv", "police,Police,police-force,police-force,,x", "stands twice"),
        ("areas.csv", "E10000016,Kent,Kent,county" + "," * 10 + ",x", "stands twice"),
        ("serves.csv", "E10000016,police-essex,x", "both serve E10000016"),
        ("themes.csv", "justice,Justice,,strategic,,", "stands twice"),
        ("crosswalk.csv", "justice,uk_1999,Title,", "'uk_1999' is not in frameworks.csv"),
        ("crosswalk.csv", "justice,uk_2021,Title,", "has a second title"),
        ("frameworks.csv", "uk_2021,Again,,x", "stands twice"),
    ],
)
def test_a_faulty_line_stops_the_run_and_is_named(
    spoil: Spoil, file: str, line: str, found: str
) -> None:
    lines = len((REFERENCE / file).read_text(encoding="utf-8").splitlines())
    with pytest.raises(ReferenceDataError) as raised:
        load(spoil(file, line))
    message = str(raised.value)
    assert found in message
    assert message.startswith(f"{file} line ")
    assert f"line {lines + 1}:" in message


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Housing,justice,100,x", "means safe-accommodation and justice"),
        ("Lanterns,no-theme,10,x", "'no-theme' is not in themes.csv"),
        ("Lanterns,justice,heavy,x", "weight is 'heavy'"),
    ],
)
def test_a_faulty_theme_phrase_is_named(spoil: Spoil, line: str, found: str) -> None:
    with pytest.raises(ReferenceDataError, match=r"theme_phrases\.csv line") as raised:
        read_pointers(spoil("theme_phrases.csv", line))
    assert found in str(raised.value)


def test_one_alias_may_change_hands_when_a_body_ends(spoil: Spoil) -> None:
    folder = spoil("aliases.csv", "ZZQ,somerset-county-council,,,x\nZZQ,somerset-council,,,x")
    assert len(load(folder).meanings["zzq"]) == 2


def test_a_field_that_does_not_say_what_it_expects_is_told(spoil: Spoil) -> None:
    folder = spoil("field.csv", "x,y,z")
    (folder / "field.csv").write_text("fact,value,note\n", "utf-8")
    with pytest.raises(ReferenceDataError, match=r"field\.csv: no line 'expected'"):
        load(folder)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReferenceDataError, match=r"areas\.csv"):
        load(tmp_path)


def test_facts_are_loaded_once_for_each_state_of_the_files(spoil: Spoil) -> None:
    folder = spoil("aliases.csv", "ZZQ,kent-county-council,,,x")
    assert load(folder) is load(folder)
    assert fingerprint(folder) != fingerprint()


def test_the_tables_hold_together() -> None:
    facts = vocabulary()
    assert {theme.parent_id for theme in facts.themes} - {None} <= {
        t.theme_id for t in facts.themes
    }
    assert all(agency.area_code in {None, *facts.area_of} for agency in facts.agencies)
    assert len(facts.themes) == 22
    titles = {(line.theme_id, line.framework_id): line.title for line in facts.crosswalk}
    assert titles["prevention", "mopac_2022"] == "Preventing and reducing VAWG"


@pytest.mark.parametrize("file", sorted(path.name for path in REFERENCE.glob("*.csv")))
def test_reference_files_hold_one_fact_a_line_sorted_by_the_first_column(file: str) -> None:
    with (REFERENCE / file).open(encoding="utf-8", newline="") as lines:
        _, *facts = [tuple(fact) for fact in csv.reader(lines)]
    assert len(facts) == len(set(facts))
    assert [fact[0] for fact in facts] == sorted(fact[0] for fact in facts)
