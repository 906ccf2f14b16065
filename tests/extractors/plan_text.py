"""A small way to write a plan in a test, as blocks or as a web page.

``## Heading``, ``* bullet``, ``** bullet below it``, ``1. numbered``, ``! bold line``,
``**Lead-in:** the rest``; every other line is a paragraph.
"""

import html
import re

from extractors.blocks import Block, Document, Heading, Paragraph

LINE_RE = re.compile(
    r"^(?:(?P<heading>#+) |(?P<bold>!) |(?P<bullet>\*+) |(?P<number>\d+\.) )?(.*)$"
)
LEAD_IN_RE = re.compile(r"^\*\*(.+?)\*\*\s*(.*)$")


def plan(text: str) -> Document:
    """The document that a reader would make of it, titled by its first heading."""
    blocks = [_block(line.strip()) for line in text.strip().splitlines() if line.strip()]
    first = blocks[0]
    title = first.text if isinstance(first, Heading) else None
    return Document("text/html", tuple(blocks), title=title)


def page(text: str) -> bytes:
    """The same as a web page."""
    body: list[str] = []
    open_lists: list[str] = []
    for block in plan(text).blocks:
        assert isinstance(block, Heading | Paragraph)
        marker = block.marker if isinstance(block, Paragraph) else None
        depth = block.level + 1 if isinstance(block, Paragraph) and marker else 0
        tag = "ul" if marker == "•" else "ol"
        while len(open_lists) > depth or (open_lists and depth and open_lists[-1] != tag):
            body.append(f"</{open_lists.pop()}>")
        while len(open_lists) < depth:
            start = f' start="{marker.rstrip(".")}"' if marker and tag == "ol" else ""
            body.append(f"<{tag}{start}>")
            open_lists.append(tag)
        body.append(_element(block))
    body.extend(f"</{tag}>" for tag in reversed(open_lists))
    head = '<!DOCTYPE html><html lang="en"><head><title>A plan</title></head>'
    return f"{head}<body><main>{''.join(body)}</main></body></html>".encode()


def _element(block: Heading | Paragraph) -> str:
    text = html.escape(block.text)
    if isinstance(block, Heading):
        return f"<h{block.level}>{text}</h{block.level}>"
    if block.lead_in is not None:
        lead = html.escape(block.lead_in)
        text = f"<strong>{lead}</strong>{text[len(lead) :]}"
    if block.bold:
        text = f"<strong>{text}</strong>"
    return f"<li>{text}</li>" if block.marker else f"<p>{text}</p>"


def _block(line: str) -> Block:
    lead = LEAD_IN_RE.match(line)
    if lead is not None:
        return Paragraph(f"{lead[1]} {lead[2]}".strip(), lead_in=lead[1])
    found = LINE_RE.match(line)
    assert found is not None
    text = found[5]
    if found["heading"]:
        return Heading(text, len(found["heading"]))
    marker = "•" if found["bullet"] else found["number"]
    level = len(found["bullet"]) - 1 if found["bullet"] else 0
    lead = LEAD_IN_RE.match(text)
    if lead is not None:
        text = f"{lead[1]} {lead[2]}".strip()
    return Paragraph(
        text,
        marker=marker,
        level=level,
        lead_in=lead[1] if lead else None,
        bold=bool(found["bold"]),
    )
