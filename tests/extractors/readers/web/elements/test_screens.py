"""Texts that a page prints twice, for wide screens and for phones, are read once."""

import pytest

from extractors.blocks import Paragraph, Table
from extractors.limits import DEFAULT_LIMITS
from extractors.readers.web import read
from extractors.readers.web.elements.screens import on_wide_screens

HEAD = "<tr><th>Action</th><th>Lead</th><th>By when</th></tr>"
ROWS = (("Relight the towpath", "Harbour Trust", "May 2027"), ("Mend the slip", "Pilots", "2028"))
TABLE = (
    "<table>"
    + HEAD
    + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
    + "</table>"
)
CARDS = "".join(
    f"<div><p>Action: {row[0]}</p><p>Lead: {row[1]}</p><p>By when: {row[2]}</p></div>"
    for row in ROWS
)


def _kinds(body: str) -> list[str]:
    page = f"<html><body><main><h1>Plan</h1>{body}</main></body></html>"
    blocks = read(page.encode(), DEFAULT_LIMITS).blocks[1:]
    return ["table" if isinstance(block, Table) else block.text for block in blocks]


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ("d-none d-md-block", True),
        ("d-md-none", False),
        ("hidden lg:table", True),
        ("md:hidden", False),
        ("visible-xs", False),
        ("hidden-xs", None),
        ("hidden-md-down", None),
        ("is-hidden-desktop", False),
        ("elementor-hidden-desktop", False),
        ("elementor-hidden-phone", None),
        ("hide-on-med-and-up", False),
        ("uk-hidden@m", False),
        ("mobileOnly", False),
        ("hide-mobile-only", None),
        ("d-none", None),
        ("col-md-6", None),
    ],
)
def test_class_names_say_what_a_wide_screen_shows(names, shown):
    assert on_wide_screens(names.split()) is shown


def test_of_a_table_and_its_cards_for_phones_the_table_is_read():
    wide, narrow = (
        f"<div class='d-none d-lg-block'>{TABLE}</div>",
        f"<div class='d-lg-none'>{CARDS}",
    )
    assert _kinds(f"{wide}{narrow}</div>") == ["table"]


@pytest.mark.parametrize(
    "body",
    [
        f"<div class='a1'>{TABLE}</div><div class='a2'>{CARDS}</div>",
        f"<div class='a2'>{CARDS}</div>{TABLE}",
        f"<div>{TABLE}</div><div>{TABLE}</div>",
    ],
)
def test_what_says_again_all_cells_of_a_table_and_nothing_else_is_its_copy(body):
    assert _kinds(body) == ["table"]


def test_a_list_of_the_actions_alone_or_with_more_to_say_of_each_is_no_copy():
    bare = "<ul><li>Relight the towpath</li><li>Mend the slip</li></ul>"
    assert _kinds(f"{bare}{TABLE}") == ["Relight the towpath", "Mend the slip", "table"]
    told = f"<div>{CARDS}<p>{'The trust met the pilots and agreed how to go on. ' * 4}</p></div>"
    assert len(_kinds(f"{TABLE}{told}")) == 8


def test_rules_for_wide_screens_show_what_the_page_hides_on_others():
    style = "<style>.t{display:none} .c{display:block} @media screen and (min-width: 700px)"
    style += "{.t{display:table} .c{display:none}} @media print{.t{display:none}}</style>"
    page = f"<html><head>{style}</head><body><h1>Plan</h1><div class='t'><p>Wide</p></div>"
    page += "<div class='c'><p>Narrow</p></div></body></html>"
    blocks = read(page.encode(), DEFAULT_LIMITS).blocks
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == ["Wide"]
