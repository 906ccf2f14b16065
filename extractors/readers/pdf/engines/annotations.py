"""What is laid over a page as annotations: form fields, typed text, lines that strike words out.

Knows pdfium's annotations; knows nothing of words. What is filled in or typed over a page is no
part of its own text until the page is flattened.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import pypdfium2.raw as raw

from extractors.readers.pdf.engines.calls import Affine
from extractors.readers.pdf.record import Frame, is_finite

MAX_ANNOTATIONS = 2_000  # looked at on a page
TEXTS = (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT)


class Annotations(NamedTuple):
    """Whether some hold text of their own, and the lines of text that others strike out."""

    hold_text: bool = False
    struck: tuple[Any, ...] = ()

    def frames(self, affine: Affine) -> tuple[Frame, ...]:
        """The boxes of the struck lines on the page as displayed."""
        found = (
            affine.frame(
                min(q.x1, q.x2, q.x3, q.x4),
                min(q.y1, q.y2, q.y3, q.y4),
                max(q.x1, q.x2, q.x3, q.x4),
                max(q.y1, q.y2, q.y3, q.y4),
            )
            for q in self.struck
        )
        return tuple(frame for frame in found if is_finite(*frame))


def read_annotations(page: Any) -> Annotations:
    """Look through the annotations of a loaded page; those that are not displayed say nothing."""
    hold_text = False
    struck: list[Any] = []
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), MAX_ANNOTATIONS)):
        with _opened(page, index) as annotation:
            if not annotation or raw.FPDFAnnot_GetFlags(annotation) & raw.FPDF_ANNOT_FLAG_HIDDEN:
                continue
            kind = raw.FPDFAnnot_GetSubtype(annotation)
            hold_text |= kind in TEXTS
            if kind == raw.FPDF_ANNOT_STRIKEOUT:
                struck += _lines(annotation)
    return Annotations(hold_text, tuple(struck))


@contextmanager
def _opened(page: Any, index: int) -> Iterator[Any]:
    annotation = raw.FPDFPage_GetAnnot(page, index)
    try:
        yield annotation
    finally:
        raw.FPDFPage_CloseAnnot(annotation)


def _lines(annotation: Any) -> Iterator[Any]:
    """The four corners of each line that an annotation marks, in the page's own coordinates."""
    count = min(raw.FPDFAnnot_CountAttachmentPoints(annotation), MAX_ANNOTATIONS)
    for index in range(count):
        corners = raw.FS_QUADPOINTSF()
        if raw.FPDFAnnot_GetAttachmentPoints(annotation, index, corners):
            yield corners
