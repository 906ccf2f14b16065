"""The text of SmartArt, which Word keeps in a part of its own beside the document.

Plans show their priorities in such diagrams. A diagram is a set of points and of connections
between them (ECMA-376 part 1, 21.4); its text is given in the order of the hierarchy.
"""

from collections.abc import Iterator

from extractors.blocks import Paragraph
from extractors.readers.word.xml import A, Element, R, whole

DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
MAX_POINTS = 2_000  # points of one diagram; a page shows a few dozen


def diagram_ids(drawing: Element) -> Iterator[str]:
    """The relationships of the diagrams in a drawing."""
    for names in drawing.iter(f"{DIAGRAM}relIds"):
        yield names.get(f"{R}dm", "")


def diagram_text(root: Element) -> list[Paragraph]:
    """The paragraphs of a diagram's data part; the level is the depth below the top points."""
    points = {p.get("modelId", ""): p for p in root.iterfind(f"{DIAGRAM}ptLst/{DIAGRAM}pt")}
    below: dict[str, list[tuple[int, str]]] = {}
    children: set[str] = set()
    for line in root.iterfind(f"{DIAGRAM}cxnLst/{DIAGRAM}cxn"):
        if line.get("type", "parOf") == "parOf":
            child = line.get("destId", "")
            below.setdefault(line.get("srcId", ""), []).append(
                (whole(line.get("srcOrd")) or 0, child)
            )
            children.add(child)
    waiting = [(key, -1) for key in reversed(points) if key not in children]
    found: list[Paragraph] = []
    seen: set[str] = set()
    while waiting and len(seen) < MAX_POINTS:
        key, depth = waiting.pop()
        if key in points and key not in seen:
            seen.add(key)
            found.extend(Paragraph(text, level=max(0, depth)) for text in _texts(points[key]))
            waiting.extend((child, depth + 1) for _, child in sorted(below.get(key, []))[::-1])
    return found


def _texts(point: Element) -> Iterator[str]:
    if point.get("type", "node") not in ("node", "asst"):
        return
    for paragraph in point.iterfind(f"{DIAGRAM}t/{A}p"):
        text = " ".join("".join(part.text or "" for part in paragraph.iter(f"{A}t")).split())
        if text:
            yield text
