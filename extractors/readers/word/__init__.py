"""Word files (.docx, .docm, .dotx): bytes to ``Document``, read on the XML itself.

python-docx loses cells in content controls, inserted text and automatic numbers without a word
(python-openxml/python-docx #757, #340, #180), so the tree is read here. A Word file has no pages.
"""

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial

from extractors.blocks import Block, Document, Paragraph, Problem, Table
from extractors.errors import UnreadableDocument
from extractors.limits import DEFAULT_LIMITS, Limits
from extractors.readers import DOCX
from extractors.readers.package import Package, Relation, open_package, tell_cut
from extractors.readers.word.blocks import read_body
from extractors.readers.word.chunks import read_chunk
from extractors.readers.word.headings import find_title, tell_headings
from extractors.readers.word.numbering import Numbering, read_numbering
from extractors.readers.word.reading import Reading, quote
from extractors.readers.word.shading import read_theme
from extractors.readers.word.stated import stated_day
from extractors.readers.word.styles import Styles, read_styles
from extractors.readers.word.xml import Element, W, number

MAIN_PART = "word/document.xml"
ACTIVE_PARTS_RE = re.compile(r"vbaproject|/activex/|/embeddings/")
MAX_PROMPTS = 5  # different prompts that a problem quotes; Word itself has about ten
PAGE_WORD_RE = re.compile(r"(?:^|\s)(?:[|–-]\s*)?pages?(?:\s+of)?\W*$|^(?:of)?\W*$", re.IGNORECASE)
TITLE = "{http://purl.org/dc/elements/1.1/}title"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"


def read(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read one Word file.

    Raises:
        UnreadableDocument: ``damaged``, ``encrypted``, ``unpacked_size`` or ``doctype``.
    """
    package = open_package(data, limits)
    main = _main_part(package)
    root = package.tree(main)
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        raise UnreadableDocument(
            "damaged", f"The file holds no Word document ({main} is missing or has no body)."
        )
    reading = _begin(package, package.relations(main), limits)
    problems = reading.problems
    drafts = read_body(body, reading)
    properties = _properties(package)
    notes = _read_notes(package, reading)
    problems.extend(_prompts(reading))
    title = find_title(drafts, properties[0]) if drafts else properties[0]
    blocks = tell_headings(drafts)
    if not blocks:
        problems.append(Problem("read", "no_text", "warning", "The Word file holds no text."))
    return Document(
        media_type=DOCX,
        blocks=tuple(blocks),
        title=title,
        author=properties[1],
        published_on=stated_day(b.printed for b in blocks if isinstance(b, Paragraph)),
        furniture=_furniture(package, reading),
        links=tuple(reading.links),
        notes=tuple(notes),
        problems=tuple(problems),
    )


def _main_part(package: Package) -> str:
    relations = package.relations("").values()
    named = (line.target for line in relations if line.kind == "officeDocument")
    return next((name for name in named if package.has(name)), MAIN_PART)


def _begin(package: Package, relations: dict[str, Relation], limits: Limits) -> Reading:
    """What is known of a file before its text is read: its styles, lists, colours and faults."""
    problems = [*tell_cut(package, relations), *_active_content(package)]
    styles = _read_styles(package, relations, problems)
    numbering = _read_numbering(package, relations, styles, problems)
    theme = read_theme(_optional_tree(package, relations, "theme", problems))
    open_part = _opener(package, relations)
    open_chunk = partial(_open_chunk, package, relations, limits)
    return Reading(
        styles, numbering, relations, limits, open_part, open_chunk, theme, problems=problems
    )


def _open_chunk(
    package: Package, relations: Mapping[str, Relation], limits: Limits, key: str
) -> Document | None:
    """The web page that a relationship names; None where it is absent or none."""
    line = relations.get(key)
    data = None if line is None or line.external else package.read(line.target)
    return None if data is None else read_chunk(data, limits)


def _opener(package: Package, relations: Mapping[str, Relation]) -> Callable[[str], Element | None]:
    """Give what opens a part by its relationship; a damaged or absent part is None."""

    def open_part(key: str) -> Element | None:
        line = relations.get(key)
        if line is None or line.external:
            return None
        return _optional_tree(package, {"": line}, line.kind, [])

    return open_part


def _active_content(package: Package) -> list[Problem]:
    found = [name for name in package.members if ACTIVE_PARTS_RE.search(name)]
    if not found:
        return []
    names = ", ".join(sorted(posixpath.basename(name) for name in found)[:5])
    message = f"The file carries macros or embedded files ({names}); they were not opened."
    return [Problem("read", "active_content", "notice", message)]


def _prompts(reading: Reading) -> list[Problem]:
    """One notice for all fields of a form that nobody filled in."""
    if not reading.prompts:
        return []
    shown = ", ".join(quote(text) for text in sorted(set(reading.prompts))[:MAX_PROMPTS])
    message = f"{len(reading.prompts)} fields of a form are not filled in; left out: {shown}"
    return [Problem("read", "hidden_text", "notice", message)]


def _optional_tree(
    package: Package, relations: dict[str, Relation], kind: str, problems: list[Problem]
) -> Element | None:
    """The root of a part that the document can be read without; a problem where it is damaged."""
    lines = (line.target for line in relations.values() if line.kind == kind and not line.external)
    name = next(lines, f"word/{kind}.xml")
    try:
        return package.tree(name)
    except UnreadableDocument as error:
        if error.code != "damaged":
            raise
        problems.append(Problem("read", "damaged", "warning", f"{error} It was left out."))
        return None


def _read_styles(
    package: Package, relations: dict[str, Relation], problems: list[Problem]
) -> Styles:
    return read_styles(_optional_tree(package, relations, "styles", problems))


def _read_numbering(
    package: Package, relations: dict[str, Relation], styles: Styles, problems: list[Problem]
) -> Numbering:
    stated = (
        (key, number(style, f"{W}pPr/{W}numPr/{W}numId"))
        for key, style in styles.elements.items()
        if style.get(f"{W}type") == "numbering"
    )
    style_lists = {key: num_id for key, num_id in stated if num_id is not None}
    return read_numbering(_optional_tree(package, relations, "numbering", problems), style_lists)


def _read_notes(package: Package, reading: Reading) -> list[Paragraph]:
    """Footnotes, then endnotes, in the order of their marks, each with its number as marker."""
    notes: list[Paragraph] = []
    for kind, name in (("footnote", "footnotes"), ("endnote", "endnotes")):
        wanted = list(dict.fromkeys(key for found, key in reading.notes if found == kind))
        if not wanted:
            continue
        root = _optional_tree(package, dict(reading.relations), name, reading.problems)
        elements = {} if root is None else {n.get(f"{W}id", ""): n for n in root}
        for count, key in enumerate((key for key in wanted if key in elements), start=1):
            notes.extend(_read_note(elements[key], count, reading))
    return notes


def _read_note(element: Element, count: int, reading: Reading) -> Iterable[Paragraph]:
    blocks = [draft.block for draft in read_body(element, reading)]
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    first, others = paragraphs[:1], paragraphs[1:]
    return [*(replace(p, marker=str(count), numbered=True) for p in first), *others]


def _furniture(package: Package, reading: Reading) -> tuple[str, ...]:
    """The text of headers and footers, each once, page numbers left out."""
    texts: dict[str, None] = {}
    for line in reading.relations.values():
        if line.external or line.kind not in ("header", "footer"):
            continue
        relations = package.relations(line.target)
        root = _optional_tree(package, {"": line}, line.kind, reading.problems)
        if root is None:
            continue
        open_part = _opener(package, relations)
        part = Reading(reading.styles, Numbering(), relations, reading.limits, open_part)
        for draft in read_body(root, part):
            texts.update(dict.fromkeys(PAGE_WORD_RE.sub("", t) for t in _texts(draft.block)))
    return tuple(text for text in texts if text)


def _texts(block: Block) -> list[str]:
    if isinstance(block, Paragraph):
        return [block.printed]
    return [cell.text for cell in block.cells] if isinstance(block, Table) else []


def _properties(package: Package) -> tuple[str | None, str | None]:
    """Title and author fields of the file; None where absent, empty or unreadable."""
    relations = package.relations("").values()
    named = (line.target for line in relations if line.kind == "core-properties")
    try:
        root = package.tree(next(named, "docProps/core.xml"))
    except UnreadableDocument as error:
        if error.code != "damaged":
            raise
        return None, None
    if root is None:
        return None, None
    title, author = (" ".join((root.findtext(tag) or "").split()) for tag in (TITLE, CREATOR))
    return title or None, author or None
