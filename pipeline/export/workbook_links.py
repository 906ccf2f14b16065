"""Where each row of a workbook is printed: the address of its document, at its page.

Knows documents and addresses, not sheets.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

ADDRESS = "url"  # the column that holds addresses, in every table
SOURCE = "source"  # the column that a sheet gets besides: file and page, as a link
MAX_ADDRESS = 2_079  # characters; Excel repairs a workbook with a longer link by dropping it
WEB_RE = re.compile(r"https?://[!-~]+")  # printable ASCII; others would have to be escaped first
PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Link:
    """What a cell shows and where it leads; "" leads nowhere."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Sources:
    """The documents of a release by edition: ``{"9c0b...": {"file_name": "plan.pdf", ...}}``."""

    documents: Mapping[str, Mapping[str, Any]]

    @classmethod
    def of(cls, tables: Mapping[str, pa.Table]) -> "Sources":
        """Take the documents from the tables of a release."""
        columns = tables["documents"].select(["edition_id", "file_name", "url", "media_type"])
        return cls({row["edition_id"]: row for row in columns.to_pylist()})

    def links(self, table: pa.Table) -> Iterator[Link] | None:
        """Give a link a row; None for a table whose rows stand on no page of a document."""
        if not {"edition_id", "page"} <= set(table.column_names):
            return None
        editions, pages = table["edition_id"].to_pylist(), table["page"].to_pylist()
        return (self._link(*place) for place in zip(editions, pages, strict=True))

    def _link(self, edition: str | None, page: int | None) -> Link:
        document = self.documents.get(edition or "")
        if document is None:
            return Link("", "")
        shown = document["file_name"] + (f", page {page}" if page is not None else "")
        address = document["url"] or ""
        if page is not None and document["media_type"] == PDF and "#" not in address:
            address = f"{address}#page={page}"  # what browsers and viewers go to (RFC 8118)
        return Link(shown, address)


def is_link(address: str) -> bool:
    """The web, in a form and length that Excel takes; others could run a program."""
    return len(address) <= MAX_ADDRESS and WEB_RE.fullmatch(address) is not None
