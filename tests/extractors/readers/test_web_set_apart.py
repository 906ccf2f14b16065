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


def test_hidden_words_without_a_picture_stay_out():
    line = "<p><span class='sr-only'>Opens in a new window:</span> The plan</p>"
    assert _lead_ins(line, line) == [None, None]


def test_a_picture_with_nothing_behind_it_is_no_label():
    cell = "<td><img src='r.png' alt='Red'></td>"
    page = f"<table><tr><th>Action</th><th>RAG</th></tr><tr><td>Plant trees</td>{cell}</tr></table>"
    (table,) = read(f"<html><body>{page}{page}</body></html>".encode(), DEFAULT_LIMITS).blocks[:1]
    assert [cell.text for cell in table.cells] == ["Action", "RAG", "Plant trees", "Red"]
