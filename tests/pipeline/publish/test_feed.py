from datetime import UTC, datetime

import pytest
from lxml import etree

from pipeline.publish.feed import MAX_ENTRIES, MAX_LINES, changes_feed
from pipeline.schema import ChangeRow
from tests.pipeline.release_tables import PDF, WORD, document, tables

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def change(what: str, **values) -> ChangeRow:
    given = {
        "document_id": "mereshire-strategy",
        "action_id": "0" * 16,
        "change": what,
        "column": None,
        "before": None,
        "after": None,
        "edition_before": PDF,
        "edition_after": WORD,
    }
    return ChangeRow(**given | values)


def documents(**values):
    newer = datetime(2026, 3, 9, 2, 0, tzinfo=UTC)
    return [
        document(PDF, current=False, state="superseded"),
        document(WORD, supersedes=PDF, fetched_at=newer, **values),
    ]


def feed_of(*changes: ChangeRow, **values):
    text = changes_feed(tables(documents=documents(**values), changes=list(changes)))
    return etree.fromstring(text.encode())


def test_an_edition_that_changed_actions_is_an_entry_that_tells_them():
    feed = feed_of(
        change("added", action_id="1" * 16, after="Open a refuge in the north."),
        change("edited", column="due_raw", before="March 2026", after="June 2027"),
        change("dropped", action_id="2" * 16, before="Publish a leaflet."),
        url="https://www.mereshire.example/plan.pdf",
    )
    (entry,) = feed.findall("a:entry", ATOM)
    title = entry.findtext("a:title", namespaces=ATOM)
    assert title == "Safe at Home, Safe Outside: 1 added, 1 dropped, 1 edited"
    assert entry.findtext("a:updated", namespaces=ATOM) == "2026-03-09T02:00:00Z"
    assert entry.find("a:link", ATOM).get("href") == "https://www.mereshire.example/plan.pdf"
    content = entry.findtext("a:content", namespaces=ATOM)
    assert "<li>Edited, due_raw: “March 2026” is now “June 2027”</li>" in content


def test_the_feed_has_what_atom_asks_for():
    feed = feed_of(change("added", after="Open a refuge."))
    for parent in (feed, *feed.findall("a:entry", ATOM)):
        ids = [parent.findtext(f"a:{name}", namespaces=ATOM) for name in ("id", "title", "updated")]
        assert all(ids)
        assert ids[0].startswith("urn:uuid:")
    assert feed.findtext("a:author/a:name", namespaces=ATOM)


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script> & 'more'", "bad \x00\x0b\ufffe here", "]]> <!-- \U0001f600"]
)
def test_what_a_document_says_stays_text(text):
    feed = feed_of(change("added", after=text), title=text, url="javascript:alert(1)")
    content = feed.findtext("a:entry/a:content", namespaces=ATOM)
    assert "<script" not in content
    assert feed.find("a:entry/a:link", ATOM) is None


def test_a_new_document_is_an_entry_and_an_empty_release_is_a_feed():
    text = changes_feed(tables())
    title = etree.fromstring(text.encode()).findtext("a:entry/a:title", namespaces=ATOM)
    assert title == "Safe at Home, Safe Outside: new"
    etree.fromstring(changes_feed(tables(documents=[])).encode())


def test_long_news_are_cut_and_said_to_be():
    many = [
        document(f"{n:064x}", document_id=f"plan-{n}", fetched_at=datetime(2026, 3, 1, tzinfo=UTC))
        for n in range(MAX_ENTRIES + 9)
    ]
    feed = etree.fromstring(changes_feed(tables(documents=many)).encode())
    assert len(feed.findall("a:entry", ATOM)) == MAX_ENTRIES
    lines = [change("added", action_id=f"{n:016x}", after="x") for n in range(MAX_LINES + 3)]
    content = feed_of(*lines).findtext("a:entry/a:content", namespaces=ATOM)
    assert "and 3 more" in content


def test_the_same_tables_give_the_same_feed():
    held = tables(documents=documents(), changes=[change("added", after="Open a refuge.")])
    assert changes_feed(held) == changes_feed(held)
