"""Pages read by pdfium, through its C interface.

Knows pdfium and nothing of tables. Speed decides its form: a call into pdfium costs 0.5 µs and a
page has 3,500 letters, so letters are asked for their boxes at both ends of a word only, looks
are asked once for each piece of text, and a path's bounds before its segments.
"""

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as raw

from extractors.blocks import Problem
from extractors.errors import UnreadableDocument
from extractors.limits import Limits
from extractors.readers.pdf.engines.annotations import Annotations, read_annotations
from extractors.readers.pdf.engines.calls import Affine
from extractors.readers.pdf.engines.drawn.paths import Drawing, read_drawing
from extractors.readers.pdf.engines.engine import Engine, PageUnreadable
from extractors.readers.pdf.engines.file.drawn_fonts import drawn_fonts
from extractors.readers.pdf.engines.file.layers import hidden_layers
from extractors.readers.pdf.engines.text.words import PageWords, read_words
from extractors.readers.pdf.record import About, PageLink, PageRecord, is_finite

FLATTENED = 1  # what FPDFPage_Flatten gives where it changed the page
TEXT_LIMIT = 2_000  # bytes of a title or an address; longer ones are junk


def open_document(data: bytes) -> Engine | None:
    """Open a document; None where pdfium cannot.

    Raises:
        UnreadableDocument: It is ``encrypted``.
    """
    start = max(data.find(b"%PDF-"), 0)  # pdfium takes 1 KB of junk before it; servers send more
    for body in (data, data[start:]) if start else (data,):
        handle = raw.FPDF_LoadMemDocument64(body, len(body), None)
        if handle:
            return _Document(body, handle)
        if raw.FPDF_GetLastError() in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise UnreadableDocument(
                "encrypted",
                "The PDF is protected by a password. Save it without one and add it again.",
            )
    return None


class _Document:
    name = "pdfium"

    def __init__(self, data: bytes, handle: Any) -> None:
        self._data = data  # pdfium reads from these bytes until the document is closed
        self._handle = handle
        self._hidden = hidden_layers(data)
        self._drawn = drawn_fonts(data)

    def page_count(self) -> int:
        return max(0, int(raw.FPDF_GetPageCount(self._handle)))

    def about(self) -> About:
        return About(self._meta(b"Title"), self._meta(b"Author"))

    def page(self, number: int, limits: Limits) -> PageRecord:
        page = self._load(number)
        laid = read_annotations(page)
        if laid.hold_text and raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) == FLATTENED:
            raw.FPDF_ClosePage(page)  # what they hold is part of the page after reloading
            page = self._load(number)
        try:
            return self._read(page, number, limits, laid)
        finally:
            raw.FPDF_ClosePage(page)

    def _load(self, number: int) -> Any:
        page = raw.FPDF_LoadPage(self._handle, number - 1)
        if not page:
            raise PageUnreadable("pdfium cannot load it")
        return page

    def close(self) -> None:
        raw.FPDF_CloseDocument(self._handle)

    def _read(self, page: Any, number: int, limits: Limits, laid: Annotations) -> PageRecord:
        affine, width, height = _displayed(page)
        drawing = read_drawing(page, affine, limits)
        problems = [_too_many(number, limits)] if drawing.cut else []
        if number == 1:
            problems += _of_the_file(self._handle)
        words = self._words(page, affine, drawing, limits)
        if words is None:
            return _without_text(number, width, height, drawing, limits)
        return PageRecord(
            number,
            width,
            height,
            tuple(words.words),
            tuple(drawing.across),
            tuple(drawing.down),
            tuple(drawing.fills),
            tuple(drawing.pictures),
            tuple(self._links(page, affine)),
            dots=tuple(drawing.dots),
            struck=laid.frames(affine),
            problems=tuple(problems),
            unseen=words.unseen,
            unmapped=words.unmapped,
            unread=words.unread,
        )

    def _words(
        self, page: Any, affine: Affine, drawing: Drawing, limits: Limits
    ) -> PageWords | None:
        """The words of a page; None where it has more letters than the limits allow."""
        text = raw.FPDFText_LoadPage(page)
        if not text:
            raise PageUnreadable("pdfium cannot read its text")
        try:
            if raw.FPDFText_CountChars(text) > limits.objects:
                return None
            rules = [rule for rule in drawing.down if not rule.fill]
            return read_words(text, affine, rules, self._hidden, drawing.across, self._drawn)
        finally:
            raw.FPDFText_ClosePage(text)

    def _links(self, page: Any, affine: Affine) -> list[PageLink]:
        links: list[PageLink] = []
        position, link = ctypes.c_int(0), raw.FPDF_LINK()
        while raw.FPDFLink_Enumerate(page, position, link):
            rectangle = raw.FS_RECTF()
            action = raw.FPDFLink_GetAction(link)
            if not action or not raw.FPDFLink_GetAnnotRect(link, rectangle):
                continue
            address = _address(self._handle, action)
            frame = affine.frame(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
            if address is not None and is_finite(*frame):
                links.append(PageLink(frame, address))
        return links

    def _meta(self, tag: bytes) -> str | None:
        def ask(buffer: Any, size: int) -> int:
            return int(raw.FPDF_GetMetaText(self._handle, tag, buffer, size))

        return _text_of(ask, "utf-16-le")


def _displayed(page: Any) -> tuple[Affine, float, float]:
    """The way from a page's own coordinates to it as displayed, and its width and height."""
    box = raw.FS_RECTF()
    if not raw.FPDF_GetPageBoundingBox(page, box):
        raise PageUnreadable("it has no size")
    affine = display(box, raw.FPDFPage_GetRotation(page))
    _, _, width, height = affine.frame(box.left, box.bottom, box.right, box.top)
    if not is_finite(width, height):
        raise PageUnreadable("it has no size")
    return affine, width, height


def display(box: Any, rotation: int) -> Affine:
    """The way from a page's own coordinates to those of the page as displayed.

    Args:
        box: The page's visible box in its own coordinates, y upwards.
        rotation: Quarter turns clockwise, 0 to 3.
    """
    left, bottom, right, top = box.left, box.bottom, box.right, box.top
    if rotation == 1:
        return Affine(0, 1, -bottom, 1, 0, -left)
    if rotation == 2:
        return Affine(-1, 0, right, 0, 1, -bottom)
    if rotation == 3:
        return Affine(0, -1, top, -1, 0, right)
    return Affine(1, 0, -left, 0, -1, top)


def _of_the_file(handle: Any) -> list[Problem]:
    """What is to be told of the file as a whole, once."""
    problems = []
    if raw.FPDF_GetFormType(handle) == raw.FORMTYPE_XFA_FULL:
        message = (
            "The PDF is a dynamic (XFA) form; what is filled in was not read. Print it to PDF and "
            "add the print."
        )
        problems.append(Problem("read", "page_unreadable", "warning", message, 1))
    held = {
        "scripts": raw.FPDFDoc_GetJavaScriptActionCount(handle),
        "embedded files": raw.FPDFDoc_GetAttachmentCount(handle),
    }
    told = " and ".join(name for name, count in held.items() if count > 0)
    if told:
        message = f"The PDF carries {told}; they were not run or opened."
        problems.append(Problem("read", "active_content", "notice", message))
    return problems


def _too_many(number: int, limits: Limits) -> Problem:
    message = f"page {number}: more than {limits.objects} lines or letters; the rest was left out"
    return Problem("read", "page_objects", "warning", message, number)


def _without_text(
    number: int, width: float, height: float, drawing: Drawing, limits: Limits
) -> PageRecord:
    problem = _too_many(number, limits)
    return PageRecord(number, width, height, pictures=tuple(drawing.pictures), problems=(problem,))


def _address(handle: Any, action: Any) -> str | None:
    def ask(buffer: Any, size: int) -> int:
        return int(raw.FPDFAction_GetURIPath(handle, action, buffer, size))

    return _text_of(ask, "utf-8")


def _text_of(ask: Callable[[Any, int], int], encoding: str) -> str | None:
    """A text that pdfium copies into a buffer; None where it is empty or absurdly long."""
    size = ask(None, 0)
    if not 1 < size <= TEXT_LIMIT:
        return None
    buffer = ctypes.create_string_buffer(size)
    ask(buffer, size)
    return buffer.raw[:size].decode(encoding, "replace").strip("\x00 ") or None
