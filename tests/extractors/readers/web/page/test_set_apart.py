"""Labels that a page sets apart by an element of their own or by a picture."""

import pytest

from extractors.blocks import Paragraph
from extractors.limits import DEFAULT_LIMITS
from extractors.readers.web import read


def _lead_ins(*lines: str) -> list[str | None]:
    page = f"<html><body>{''.join(lines)}</body></html>"
    blocks = read(page.encode(), DEFAULT_LIMITS).blocks
    return [block.lead_in for block in blocks if isinstance(block, Paragraph)]


def test_words_of_an_element_of_their_own_that_open_several_lines_are_labels():
    police = "<li><span class='muted'>Owner</span> Police</li>"
    housing = "<li><span class='muted'>Owner</span> Housing</li>"
    assert _lead_ins("<ul>", police, housing, "</ul>") == ["Owner", "Owner"]


def test_words_that_open_one_line_alone_are_none():
    assert _lead_ins("<p><em>Safer</em> streets</p>", "<p><em>Warm</em> homes</p>") == [None, None]


@pytest.mark.parametrize(
    "icon",
    [
        "<img src='clock.svg' alt='Deadline'>",
        "<i class='fa fa-clock' title='Deadline'></i>",
        "<svg><title>Deadline</title><path d='M0 0'/></svg>",
        "<i class='fa fa-clock'></i><span class='sr-only'>Deadline:</span>",
        "<span class='sr-only'>Deadline</span><i class='fa fa-clock'></i>",
    ],
)
def test_a_picture_that_opens_several_lines_is_a_label_by_the_words_that_stand_for_it(icon):
    assert _lead_ins(f"<p>{icon} May 2027</p>", f"<p>{icon} June 2027</p>") == ["Deadline:"] * 2


def test_words_of_their_own_behind_a_picture_that_says_nothing_are_a_label():
    icon = "<svg><path d='M0 0'/></svg><span class='meta'>Owner</span>"
    assert _lead_ins(f"<p>{icon} Police</p>", f"<p>{icon} Housing</p>") == ["Owner"] * 2


def test_hidden_words_without_a_picture_stay_out():
    line = "<p><span class='sr-only'>Opens in a new window:</span> The plan</p>"
    assert _lead_ins(line, line) == [None, None]


def test_a_picture_with_nothing_behind_it_is_no_label():
    cell = "<td><img src='r.png' alt='Red'></td>"
    page = f"<table><tr><th>Action</th><th>RAG</th></tr><tr><td>Plant trees</td>{cell}</tr></table>"
    (table,) = read(f"<html><body>{page}{page}</body></html>".encode(), DEFAULT_LIMITS).blocks[:1]
    assert [cell.text for cell in table.cells] == ["Action", "RAG", "Plant trees", "Red"]


def test_a_label_below_its_value_is_read_before_it():
    """Cards of figures print the value large and its label small below it."""
    card = "<div><span class='fact__value'>{}</span><span class='fact__label'>Owner</span></div>"
    assert _lead_ins(card.format("Police"), card.format("Housing")) == ["Owner", "Owner"]


def test_a_coloured_word_behind_a_title_is_no_label():
    line = "<p><b>{}</b> <span class='label label-success'>On track</span></p>"
    page = f"<html><body>{line.format('Light the quay')}{line.format('Mend it')}</body></html>"
    blocks = read(page.encode(), DEFAULT_LIMITS).blocks
    assert [block.text for block in blocks] == ["Light the quay On track", "Mend it On track"]


def test_a_term_below_its_definition_is_read_before_it():
    group = "<div><dd>{}</dd><dt>{}</dt></div>"
    page = group.format("Harbour Trust", "Lead") + group.format("May 2027", "By when")
    (table,) = read(f"<html><body><dl>{page}</dl></body></html>".encode(), DEFAULT_LIMITS).blocks
    assert [cell.text for cell in table.cells] == ["Lead", "Harbour Trust", "By when", "May 2027"]


def _texts(*lines: str) -> list[str]:
    page = f"<html><body>{''.join(f'<div>{line}</div>' for line in lines)}</body></html>"
    blocks = read(page.encode(), DEFAULT_LIMITS).blocks
    return [block.text for block in blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("tag", ["span", "b"])
def test_labels_that_a_style_sheet_alone_parts_from_their_values_begin_lines(tag):
    line = "<span>Measure</span>60 trained<span>Lead</span>{}<span>Due</span>{}"
    lines = [line.format("Police", "May 2027"), line.format("the OPCC", "")]
    assert _texts(*(one.replace("span", tag) for one in lines)) == [
        *("Measure: 60 trained", "Lead: Police", "Due: May 2027"),
        *("Measure: 60 trained", "Lead: the OPCC", "Due:"),
    ]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("<i>Met</i>Police and <i>Met</i>Office", "MetPolice and MetOffice"),  # a blank before
        ("<u>C</u>O<u>N</u>S", "CONS"),
        ("You<u>Tube</u>, Face<u>Book</u>, X", "YouTube, FaceBook, X"),  # begins with none
        ("<u>Lead</u>Police", "LeadPolice"),
    ],
)
def test_letters_in_elements_of_their_own_within_words_are_no_labels(line, text):
    assert _texts(line, line) == [text, text]


def test_labels_of_one_line_alone_are_not_known_to_be_labels():
    assert _texts("<u>Safer</u>Streets<u>Warm</u>Homes") == ["SaferStreetsWarmHomes"]
