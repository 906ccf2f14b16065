"""What changed, as an Atom feed (RFC 4287): one entry for each edition that brought something.

Everything that a document says is escaped; the feed is a function of the tables alone, so that
the same tables give the same bytes.
"""

import re
import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from html import escape
from typing import Any
from xml.etree import ElementTree as ET

import pyarrow as pa

ATOM = "http://www.w3.org/2005/Atom"
NAMESPACE = uuid.UUID("5b1f4b0e-7d3c-5a51-9a3e-0d8a5c3b7f10")  # ours, drawn once: ids never change
MAX_ENTRIES = 200  # newest editions; older ones are in the table ``changes``
MAX_LINES = 50  # changes told in an entry
MAX_TEXT = 300  # characters of a cell that are shown
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


def changes_feed(tables: Mapping[str, pa.Table]) -> str:
    """The feed of a release, newest first: new documents, and what changed in known ones."""
    told: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in tables["changes"].to_pylist():
        told[row["edition_after"]].append(row)
    documents = [
        row
        for row in tables["documents"].to_pylist()
        if row["edition_id"] in told or (row["supersedes"] is None and row["current"])
    ]
    documents.sort(key=lambda row: (row["fetched_at"], row["edition_id"]), reverse=True)
    feed = ET.Element("feed", xmlns=ATOM)
    _add(feed, "id", _id("changes"))
    _add(feed, "title", "Changes of published strategies and delivery plans")
    _add(_add(feed, "author"), "name", "Planbook")
    _add(feed, "updated", _moment(documents[0]["fetched_at"] if documents else BEGINNING))
    for row in documents[:MAX_ENTRIES]:
        _entry(feed, row, told[row["edition_id"]])
    ET.indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="unicode")


def _entry(feed: ET.Element, document: Mapping[str, Any], changes: list[dict[str, Any]]) -> None:
    entry = _add(feed, "entry")
    name = document["title"] or document["document_id"]
    _add(entry, "id", _id(document["document_id"], document["edition_id"]))
    _add(entry, "title", f"{name}: {_summary(changes)}")
    _add(entry, "updated", _moment(document["fetched_at"]))
    if (document["url"] or "").startswith(("http://", "https://")):
        ET.SubElement(entry, "link", rel="alternate", href=_xml(document["url"]))
    lines = [_line(change) for change in changes[:MAX_LINES]]
    if len(changes) > MAX_LINES:
        lines.append(f"and {len(changes) - MAX_LINES} more, in the table changes")
    shown = "".join(f"<li>{escape(line)}</li>" for line in lines)
    html = f"<ul>{shown}</ul>" if lines else "<p>A document that was not known before.</p>"
    _add(entry, "content", html).set("type", "html")


def _summary(changes: Iterable[Mapping[str, Any]]) -> str:
    actions: dict[str, set[str]] = defaultdict(set)
    for change in changes:
        actions[change["change"]].add(change["action_id"])
    counts = Counter({kind: len(names) for kind, names in sorted(actions.items())})
    return ", ".join(f"{number} {kind}" for kind, number in counts.items()) or "new"


def _line(change: Mapping[str, Any]) -> str:
    before, after = (_short(change[side]) for side in ("before", "after"))
    match change["change"]:
        case "added":
            return f"Added: {after}"
        case "dropped":
            return f"Dropped: {before}"
        case kind:
            return f"{kind.capitalize()}, {change['column']}: “{before}” is now “{after}”"


def _short(text: str | None) -> str:
    text = text or ""
    return text if len(text) <= MAX_TEXT else f"{text[: MAX_TEXT - 1]}…"


def _add(parent: ET.Element, tag: str, text: str | None = None) -> ET.Element:
    element = ET.SubElement(parent, tag)
    element.text = None if text is None else _xml(text)
    return element


def _xml(text: str) -> str:
    """Without the characters that no XML file may hold, escaped or not."""
    return NOT_XML.sub("\ufffd", text)


def _id(*names: str) -> str:
    return uuid.uuid5(NAMESPACE, " ".join(names)).urn


def _moment(when: datetime) -> str:
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
