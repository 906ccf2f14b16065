"""Pages of a set that lie in a folder are one document, in the order of their contents list."""

import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from extractors.blocks import Link
from extractors.limits import DEFAULT_LIMITS
from pipeline.discover.saved import folder_of, read_saved, sets_among
from pipeline.discover.saved_pages import NOWHERE, SavedPage, SavedSet
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
    (found,) = sets_among(pages(tmp_path))
    assert sorted(found.places, key=lambda name: found.places[name]) == list(NAMES)
    assert set(found.places.values()) == {1, 2, 3, 4}


def test_a_page_that_was_not_saved_leaves_its_place_empty(tmp_path):
    write_set(tmp_path, *NAMES)
    (tmp_path / "quays.html").unlink()
    (found,) = sets_among(pages(tmp_path))
    assert found.places == {"start.html": 1, "cabins.html": 3, "words.html": 4}


def test_two_works_with_the_same_chapters_are_two_sets(tmp_path):
    write_set(tmp_path / "harbours", *NAMES, site=f"{SITE}/harbours")
    write_set(tmp_path / "homes", *NAMES, site=f"{SITE}/homes")
    found = [folder_of(one.places) for one in sets_among(pages(tmp_path))]
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


PARTS = ("Introduction", "Theme 1: Safer quays", "Theme 2: Warm cabins", "Appendix A: actions")


def write_chain(folder: Path, titles: Sequence[str], words: tuple[str, str]) -> None:
    """Pages ``0.html``, ``1.html`` ... that lead to the one before and the one after alone."""
    for place, title in enumerate(titles):
        before = f"<a href='{place - 1}.html'>{words[0]}</a>" if place else ""
        last = place == len(titles) - 1
        after = "" if last else f"<a href='{place + 1}.html'>{words[1]}</a>"
        (folder / f"{place}.html").write_text(
            f"<html><body><main><h1>{title}</h1><p>What we will do about it.</p></main>"
            f"<div>{before} {after}</div></body></html>"
        )


def test_pages_that_know_the_one_before_and_after_alone_are_a_set(tmp_path):
    write_chain(tmp_path, PARTS, ("« Previous", "Next »"))
    (found,) = sets_among(pages(tmp_path))
    assert found == SavedSet({f"{n}.html": n + 1 for n in range(4)})


def test_a_page_of_a_chain_that_was_not_saved_is_told_by_its_neighbours(tmp_path):
    write_chain(tmp_path, (*PARTS, "Glossary"), ("Previous", "Next"))
    (tmp_path / "1.html").unlink()
    (found,) = sets_among(pages(tmp_path))
    assert found.places == {"0.html": 1, "2.html": 3, "3.html": 4, "4.html": 5}
    assert len(found.missing) == 1


@pytest.mark.parametrize("words", [("Older post", "Newer post"), ("Previous", "Next")])
def test_news_with_pagers_is_no_set(tmp_path, words):
    write_chain(tmp_path, ("Quay opens", "Buoys are painted", "Ferry grant"), words)
    assert sets_among(pages(tmp_path)) == []


@pytest.mark.parametrize(("title", "sets"), [("Harbour plan 2026", 1), ("All our news", 0)])
def test_numbered_pages_with_the_title_of_one_work_are_a_set(tmp_path, title, sets):
    for own in range(1, 5):
        row = "".join(
            f"<li>{n}</li>" if n == own else f"<li><a href='{n}.html'>{n}</a></li>"
            for n in range(1, 5)
        )
        (tmp_path / f"{own}.html").write_text(
            f"<html><body><main><h1>{title}</h1><p>What we will do about it.</p><ul>{row}</ul>"
            "</main></body></html>"
        )
    found = sets_among(pages(tmp_path))
    assert [dict(one.places) for one in found] == [{f"{n}.html": n for n in range(1, 5)}] * sets


def test_pages_that_leave_out_themselves_below_more_in_this_strategy_are_a_set(tmp_path):
    for own in PARTS:
        links = "".join(
            f"<li><a href='{PARTS.index(title)}.html'>{title}</a></li>"
            for title in PARTS
            if title != own
        )
        (tmp_path / f"{PARTS.index(own)}.html").write_text(
            f"<html><body><main><h1>{own}</h1><p>What we will do about it.</p>"
            f"<h2>More in this strategy</h2><ul>{links}</ul></main></body></html>"
        )
    (found,) = sets_among(pages(tmp_path))
    assert found == SavedSet({f"{n}.html": n + 1 for n in range(4)})


def test_pages_are_found_by_title_where_files_are_renamed_and_lists_leave_out_the_page(tmp_path):
    for place, own in enumerate(PARTS):
        items = "".join(
            f"<div><span>{own}</span></div>"
            if title == own
            else f"<div><a href='{SITE}/{n}'>{title}</a></div>"
            for n, title in enumerate(PARTS)
        )
        (tmp_path / f"page({place}).html").write_text(
            f"<html><body><div><h4>Contents</h4>{items}</div><div><h1>{own}</h1>"
            "<p>What we will do about it.</p></div></body></html>"
        )
    (found,) = sets_among(pages(tmp_path))
    assert found == SavedSet({f"page({n}).html": n + 1 for n in range(4)})


def test_the_page_that_alone_holds_the_list_is_the_first_of_its_set(tmp_path):
    write_chain(tmp_path, PARTS, ("Back", "On"))
    tiles = "".join(f"<div><a href='{n}.html'>{title}</a></div>" for n, title in enumerate(PARTS))
    (tmp_path / "plan.html").write_text(
        f"<html><body><main><h1>Harbour plan</h1><p>Our plan.</p>{tiles}</main></body></html>"
    )
    (found,) = sets_among(pages(tmp_path))
    assert found.places["plan.html"] == 1
    assert [found.places[f"{n}.html"] for n in range(4)] == [2, 3, 4, 5]


def test_pages_of_a_set_that_were_not_saved_are_told_the_last_as_well(tmp_path):
    write_set(tmp_path / "harbours", *NAMES)
    (tmp_path / "harbours" / "cabins.html").unlink()
    (tmp_path / "harbours" / "words.html").unlink()
    settings = Settings(data_dir=tmp_path / "data", workers=1)
    store = RawStore(tmp_path / "data")
    (told,) = fetch_local([tmp_path / "harbours"], store, settings).problems
    assert (told.document_id, told.code, told.severity) == ("harbours", "missing_part", "warning")
    assert '"Warm cabins", "Glossary"' in told.message


def saved(place: int, *, contents: Sequence[int] = (), after: int | None = None) -> SavedPage:
    """A page whose list names pages by number, and whose pager leads to one."""
    links = tuple(Link(f"Chapter {n}", f"{SITE}/{n}") for n in contents)
    step = None if after is None else Link("", f"{SITE}/{after}")
    name = f"{place}.html"
    return SavedPage(f"{NOWHERE}{name}", name, f"{SITE}/{place}", "Foreword", links, (None, step))


@pytest.mark.parametrize(
    "pages",
    [
        [saved(n, contents=range(50 * n, 50 * n + 50)) for n in range(400)],
        [saved(n, after=n + 1 if n % 2 == 0 else None) for n in range(2_000)],
    ],
    ids=["400 lists", "1,000 pairs"],
)
def test_pages_of_many_lists_and_pagers_cost_seconds_and_not_minutes(pages):
    begun = time.process_time()
    sets_among(pages)
    assert time.process_time() - begun < 5  # 0.4 s; 40 s where each list looked at each page
