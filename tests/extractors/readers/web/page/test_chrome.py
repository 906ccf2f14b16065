"""What stands around and inside the text of a page and is none of it: pagers, ratings, shares."""

import pytest

from extractors.blocks import Block, Paragraph, Table
from extractors.limits import DEFAULT_LIMITS
from extractors.readers.web import read

KEPT = ["We will light the quay by May 2027.", "Share your views with us at any library."]


def _texts(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text for block in blocks if not isinstance(block, Table)]


@pytest.mark.parametrize(
    "around",
    [
        '<div class="articlerating"><p>Rate this page</p><form><button>Good</button></form></div>',
        '<div><p>Share this page</p><a href="#">Share on X</a><a href="#">Print</a></div>',
        '<a class="up" href="#contents">Back to top</a>',
        '<div class="lgd-prev-next"><a href="/a">Previous: Foreword</a><a href="/b">Next: Homes</a>'
        "</div>",
        '<div class="fb"><p>Was this information helpful?</p><a href="#">Yes</a><a href="#">No</a>'
        "</div>",
        '<div><h3>See also</h3><ul><li><a href="/x">Housing</a></li></ul></div>',
    ],
)
def test_what_asks_and_leads_on_is_no_text_of_the_page(around: str):
    body = "".join(f"<p>{text}</p>" for text in KEPT)
    page = f"<html><body><main><h1>Harbour plan</h1>{body}{around}</main></body></html>"
    assert _texts(read(page.encode(), DEFAULT_LIMITS).blocks) == ["Harbour plan", *KEPT]


def test_a_link_inside_a_sentence_stays_whatever_it_says():
    page = "<main><h1>Plan</h1><p>Please <a href='/s'>share this page</a> with a friend.</p></main>"
    last = read(page.encode(), DEFAULT_LIMITS).blocks[-1]
    assert isinstance(last, Paragraph) and last.text == "Please share this page with a friend."


def test_the_contents_list_of_a_work_in_a_side_column_gives_the_links_of_its_pages():
    side = (
        '<aside><nav aria-label="Contents"><ul><li><a href="/1">Foreword</a></li>'
        '<li aria-current="page">Plan</li><li><a href="/3">Next steps</a></li></ul></nav></aside>'
    )
    page = f"<html><body>{side}<article><h1>Plan</h1><p>{KEPT[0]}</p></article></body></html>"
    document = read(page.encode(), DEFAULT_LIMITS)
    assert [link.address for link in document.links] == ["/1", "/3"]


def test_a_contents_list_whose_own_entry_is_no_link_is_no_text():
    contents = (
        '<div><h2>Contents</h2><ol><li><a href="/1">Foreword</a></li><li class="here">The long '
        'name of this page</li><li><a href="/3">Review</a></li></ol></div>'
    )
    page = f"<html><body><main><h1>Plan</h1>{contents}<p>{KEPT[0]}</p></main></body></html>"
    document = read(page.encode(), DEFAULT_LIMITS)
    assert _texts(document.blocks) == ["Plan", KEPT[0]]
    assert [link.address for link in document.links] == ["/1", "/3"]


def test_a_banner_around_the_heading_is_not_the_whole_main_part():
    card = "<div><h3>Light the quay</h3><aside>Lead: Harbour Trust</aside></div>"
    footer = "<section><p>Mend the lamps.</p><footer>Lead: Canal Trust</footer></section>"
    body = (
        f"<div class='banner'><h1>Plan</h1></div><div class='body'><p>{KEPT[0]}</p>{card}{footer}"
    )
    page = f"<html><body>{body}</div><footer><p>Harbour Office</p></footer></body></html>"
    assert _texts(read(page.encode(), DEFAULT_LIMITS).blocks) == [
        *("Plan", KEPT[0], "Light the quay", "Lead: Harbour Trust"),
        *("Mend the lamps.", "Lead: Canal Trust"),
    ]


def test_labels_set_bold_with_their_values_are_lines_and_no_headings():
    item = "<li>{} <strong>Lead: Harbour Trust</strong> <strong>When: May 2027</strong></li>"
    body = "".join(item.format(text) for text in ("Light the quay", "Mend the lamps"))
    page = f"<main><h1>Plan</h1><ul>{body}</ul><p>{KEPT[0]}</p></main>"
    blocks = read(page.encode(), DEFAULT_LIMITS).blocks
    assert [type(block) for block in blocks[1:]] == [Paragraph] * 7
    assert _texts(blocks)[1:4] == ["Light the quay", "Lead: Harbour Trust", "When: May 2027"]


def test_a_short_table_among_the_controls_that_sort_it_is_no_chrome():
    table = "<table><thead><tr><th>Action</th><th>Lead</th></tr></thead>"
    table += "<tr><td>Light the quay</td><td>Harbour Trust</td></tr></table>"
    controls = "<label>Search:<input></label>{}<a href='?p=1'>Previous</a><a href='?p=2'>Next</a>"
    page = f"<html><body><main><h1>Plan</h1><div>{controls.format(table)}</div></main></body>"
    blocks = read(f"{page}</html>".encode(), DEFAULT_LIMITS).blocks
    assert any(isinstance(block, Table) for block in blocks)
