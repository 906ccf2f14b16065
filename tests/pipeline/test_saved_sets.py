"""Pages of a set that lie in a folder are one document, in the order of their contents list."""

from pathlib import Path

import pytest

from extractors.limits import DEFAULT_LIMITS
from pipeline.assemble import missing_parts
from pipeline.discover.saved import SavedPage, folder_of, read_saved, sets_among
from pipeline.fetch import fetch_local
from pipeline.settings import Settings
from pipeline.store import RawStore

TITLES = ("Foreword", "Safer quays", "Warm cabins", "Glossary")
SITE = "https://www.mereshire.example/plan"


def write_set(folder: Path, *names: str, site: str = "", said: str = "") -> None:
    """A page a title; links go to the files, or to ``site``."""
    folder.mkdir(parents=True, exist_ok=True)
    for place, name in enumerate(names):
        entries = "".join(
            f"<li>{title}</li>"
            if title == TITLES[place]
            else f"<li><a href='{site}{'/' if site else ''}{names[n]}'>{title}</a></li>"
            for n, title in enumerate(TITLES)
        )
        (folder / name).write_text(
            f"<html><body><nav aria-label='Contents'><ol>{entries}</ol></nav><main>"
            f"<h1>{TITLES[place]}</h1><p>{said} What we will do about it.</p></main></body></html>"
        )


def pages(folder: Path) -> list[SavedPage]:
    files = [(path, path.relative_to(folder).as_posix()) for path in sorted(folder.rglob("*.html"))]
    return read_saved(files, DEFAULT_LIMITS)


NAMES = ("start.html", "quays.html", "cabins.html", "words.html")


@pytest.mark.parametrize("site", ["", SITE])  # links to the files, and to the web
def test_pages_that_print_one_contents_list_are_a_set_in_its_order(tmp_path, site):
    write_set(tmp_path, *NAMES, site=site)
    (places,) = sets_among(pages(tmp_path))
    assert sorted(places, key=lambda name: places[name]) == list(NAMES)
    assert set(places.values()) == {1, 2, 3, 4}


def test_a_page_that_was_not_saved_leaves_its_place_empty(tmp_path):
    write_set(tmp_path, *NAMES)
    (tmp_path / "quays.html").unlink()
    (places,) = sets_among(pages(tmp_path))
    assert places == {"start.html": 1, "cabins.html": 3, "words.html": 4}


def test_two_works_with_the_same_chapters_are_two_sets(tmp_path):
    write_set(tmp_path / "harbours", *NAMES, site=f"{SITE}/harbours")
    write_set(tmp_path / "homes", *NAMES, site=f"{SITE}/homes")
    found = [folder_of(places) for places in sets_among(pages(tmp_path))]
    assert found == ["harbours", "homes"]


def test_pages_that_only_share_the_menu_of_a_site_are_no_set(tmp_path):
    for name in ("climate", "homes"):
        menu = "<nav><ul><li><a href='climate.html'>Climate</a></li>"
        (tmp_path / f"{name}.html").write_text(
            f"<html><body>{menu}<li><a href='homes.html'>Homes</a></li></ul></nav>"
            f"<main><h1>{name}</h1><p>Our strategy for four years.</p></main></body></html>"
        )
    assert sets_among(pages(tmp_path)) == []


def fetched(folder: Path, data: Path) -> dict[str, tuple[str, int | None]]:
    settings = Settings(data_dir=data, workers=1)
    editions = fetch_local([folder], RawStore(data), settings).editions
    return {edition.origin: (edition.document_id, edition.part) for edition in editions}


def test_a_set_in_a_folder_is_one_document_and_the_file_beside_it_another(tmp_path):
    write_set(tmp_path / "plans" / "harbours", *NAMES)
    (tmp_path / "plans" / "letter.html").write_text("<html><body><h1>A letter</h1></body></html>")
    found = fetched(tmp_path / "plans", tmp_path / "data")
    assert found["harbours/cabins.html"] == ("harbours", 3)
    assert found["letter.html"] == ("letter", None)


def test_a_set_with_a_folder_for_each_page_is_one_document(tmp_path):
    names = [name.replace(".html", "/index.html") for name in NAMES]
    write_set(tmp_path / "plan", *NAMES, site="..")
    for name, moved in zip(NAMES, names, strict=True):
        page = (tmp_path / "plan" / name).read_text()
        (tmp_path / "plan" / moved).parent.mkdir()
        (tmp_path / "plan" / moved).write_text(page.replace(".html", "/index.html"))
        (tmp_path / "plan" / name).unlink()
    found = fetched(tmp_path, tmp_path / "data")
    assert found[f"plan/{names[2]}"] == ("plan", 3)
    assert {document_id for document_id, _ in found.values()} == {"plan"}


def test_a_page_that_changes_keeps_its_work_and_its_part(tmp_path):
    write_set(tmp_path / "harbours", *NAMES)
    fetched(tmp_path / "harbours", tmp_path / "data")
    (tmp_path / "harbours" / "letter.pdf").write_bytes(b"%PDF-1.7 letter")
    write_set(tmp_path / "harbours", *NAMES, said="From May.")
    again = fetched(tmp_path / "harbours", tmp_path / "data")
    assert again["cabins.html"] == ("harbours", 3)
    assert again["letter.pdf"] == ("letter", None)


def test_parts_between_others_that_nobody_holds_are_told():
    (told,) = missing_parts([("harbours", 1), ("harbours", 2), ("harbours", 5), ("letter", None)])
    assert (told.document_id, told.code, told.severity) == ("harbours", "missing_part", "warning")
    assert "parts 3, 4" in told.message


def test_a_set_without_gaps_is_told_nothing_of():
    assert missing_parts([("harbours", 2), ("harbours", 1)]) == []
