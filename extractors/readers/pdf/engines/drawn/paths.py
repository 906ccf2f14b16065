"""The drawing of a page as pdfium has it: rules, filled shapes and pictures.

Knows pdfium's page objects; knows nothing of text or tables.
"""

import ctypes
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import Any

import pypdfium2.raw as raw

from extractors.limits import Limits
from extractors.readers.pdf.engines.calls import Affine, Handle, cheap, colour_of
from extractors.readers.pdf.engines.drawn.dotted import part_dotted
from extractors.readers.pdf.engines.drawn.pictures import icon_colour
from extractors.readers.pdf.record import MAX_RULE_PT, Fill, Frame, Rule, inside, is_finite

MAX_DEPTH = 8  # forms inside forms; deeper ones are attacks, real ones go to 3
MIN_RULE_PT = 4.0  # points; shorter lines are dashes' ends, ticks and letters drawn as paths
SLOPE_PT = 0.7  # points by which a "straight" line may climb from end to end
MAX_ROUNDED = 100  # boxes of a page with round corners; more are those of a drawing
STRAIGHT = 0.75  # of each side of a rectangle that rounding its corners leaves straight
MIN_FILL_PT = 3.0  # points; smaller filled shapes are dots and bullets
MAX_DOT_PT = 6.0  # points; bullets are drawn 2 to 5 wide, coloured marks in cells 8 and more
TEXT, PATH, IMAGE, SHADING, FORM = 1, 2, 3, 4, 5  # FPDF_PAGEOBJ_*
BEZIER_TO, MOVE_TO = 1, 2  # FPDF_SEGMENT_*


_count = cheap(raw.FPDFPage_CountObjects)
_object = cheap(raw.FPDFPage_GetObject, Handle)
_form_count = cheap(raw.FPDFFormObj_CountObjects)
_form_object = cheap(raw.FPDFFormObj_GetObject, Handle)
_kind = cheap(raw.FPDFPageObj_GetType)
_bounds = cheap(raw.FPDFPageObj_GetBounds)
_matrix = cheap(raw.FPDFPageObj_GetMatrix)
_draw_mode = cheap(raw.FPDFPath_GetDrawMode)
_segments = cheap(raw.FPDFPath_CountSegments)
_segment = cheap(raw.FPDFPath_GetPathSegment, Handle)
_segment_kind = cheap(raw.FPDFPathSegment_GetType)
_point = cheap(raw.FPDFPathSegment_GetPoint)
_closes = cheap(raw.FPDFPathSegment_GetClose)
_fill_colour = cheap(raw.FPDFPageObj_GetFillColor)
_stroke_colour = cheap(raw.FPDFPageObj_GetStrokeColor)


@dataclass(slots=True)
class Drawing:
    """What is drawn on a page; ``cut`` is True where objects beyond the limit were left out.

    ``rounded`` are boxes with round corners; where no rules part them they frame text as others do.
    """

    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    pictures: list[Frame] = field(default_factory=list)
    dots: list[Fill] = field(default_factory=list)
    rounded: list[Frame] = field(default_factory=list)
    objects: int = 0
    cut: bool = False


def read_drawing(page: Any, affine: Affine, limits: Limits) -> Drawing:
    """Read the rules, fills and pictures of a page that pdfium has loaded."""
    drawing = Drawing()
    handle = ctypes.cast(page, Handle)
    _walk(drawing, affine, limits, _count(handle), lambda index: _object(handle, index), 0)
    dotted = part_dotted(drawing.dots)
    drawing.across += dotted.across
    drawing.down += dotted.down
    drawing.dots = list(dotted.rest)
    for box in drawing.rounded[:MAX_ROUNDED]:
        inner = Frame(box.x0, box.top + MAX_DOT_PT, box.x1, box.bottom - MAX_DOT_PT)
        if not any(inside((r.start + r.end) / 2, r.at, inner) for r in drawing.across):
            _add_sides(drawing, box, fill=False)
    return drawing


_left, _bottom, _right, _top = (ctypes.c_float() for _ in range(4))
_BOUNDS = tuple(ctypes.byref(number) for number in (_left, _bottom, _right, _top))
_mode, _stroked = ctypes.c_int(), ctypes.c_int()
_MODE, _STROKED = ctypes.byref(_mode), ctypes.byref(_stroked)
_x, _y = ctypes.c_float(), ctypes.c_float()
_X, _Y = ctypes.byref(_x), ctypes.byref(_y)


def _walk(
    drawing: Drawing,
    affine: Affine,
    limits: Limits,
    count: int,
    get: Callable[[int], Handle],
    depth: int,
) -> None:
    for index in range(count):
        handle = get(index)
        kind = _kind(handle)
        if kind == TEXT:
            continue
        drawing.objects += 1
        if drawing.objects > limits.objects:
            drawing.cut = True
            return
        if kind == PATH:
            _add_path(drawing, affine, handle)
        elif kind in (IMAGE, SHADING):
            _add_picture(drawing, affine, handle, kind)
        elif kind == FORM and depth < MAX_DEPTH:
            _add_form(drawing, affine, limits, handle, depth)


def _add_form(drawing: Drawing, affine: Affine, limits: Limits, handle: Handle, depth: int) -> None:
    matrix = raw.FS_MATRIX()
    if not _matrix(handle, ctypes.byref(matrix)):
        return

    def get(index: int) -> Handle:
        inner: Handle = _form_object(handle, ctypes.c_ulong(index))
        return inner

    _walk(drawing, affine.after(matrix), limits, _form_count(handle), get, depth + 1)


def _frame_of(handle: Handle, affine: Affine) -> Frame | None:
    if not _bounds(handle, *_BOUNDS):
        return None
    frame = affine.frame(_left.value, _bottom.value, _right.value, _top.value)
    return frame if is_finite(*frame) else None


def _add_picture(drawing: Drawing, affine: Affine, handle: Handle, kind: int) -> None:
    frame = _frame_of(handle, affine)
    if frame is not None and kind == IMAGE:
        drawing.pictures.append(frame)
        colour = icon_colour(ctypes.cast(handle, raw.FPDF_PAGEOBJECT), frame)
        if colour is not None:
            drawing.fills.append(Fill(*frame, colour, shape=True))
    elif frame is not None:  # a colour gradient: a background of no one colour
        drawing.fills.append(Fill(*frame, "#808080", shape=True))


def _add_path(drawing: Drawing, affine: Affine, handle: Handle) -> None:
    if not _draw_mode(handle, _MODE, _STROKED):
        return
    filled = bool(_mode.value) and _colour(_fill_colour, handle) is not None
    stroked = bool(_stroked.value) and _colour(_stroke_colour, handle) is not None
    if not filled and not stroked:
        return
    frame = _frame_of(handle, affine)
    if frame is None:
        return
    width, height = frame.x1 - frame.x0, frame.bottom - frame.top
    if max(width, height) <= MAX_DOT_PT and 0.7 * height <= width <= 1.4 * height:
        paint = _colour(_fill_colour if filled else _stroke_colour, handle) or "#000000"
        drawing.dots.append(Fill(*frame, paint, shape=True))
        return
    if min(width, height) <= MAX_RULE_PT:
        _add_thin(drawing, frame)
        return
    colour = _colour(_fill_colour, handle) if filled else None
    subpaths = _subpaths(handle, affine)
    for subpath in subpaths:
        _add_subpath(drawing, subpath, colour, stroked)


def _add_thin(drawing: Drawing, frame: Frame) -> None:
    """A line, or a rectangle so thin that it is one."""
    width, height = frame.x1 - frame.x0, frame.bottom - frame.top
    if width >= MIN_RULE_PT and width >= height:
        drawing.across.append(Rule((frame.top + frame.bottom) / 2, frame.x0, frame.x1))
    elif height >= MIN_RULE_PT:
        drawing.down.append(Rule((frame.x0 + frame.x1) / 2, frame.top, frame.bottom))


@dataclass(slots=True)
class _Subpath:
    """The points of one stretch of a path; ``curved`` where a part of it is no straight line."""

    points: list[tuple[float, float]]
    curved: bool = False
    closed: bool = False


def _subpaths(handle: Handle, affine: Affine) -> list[_Subpath]:
    matrix = raw.FS_MATRIX()
    way = affine.after(matrix) if _matrix(handle, ctypes.byref(matrix)) else affine
    found: list[_Subpath] = []
    for index in range(_segments(handle)):
        segment = _segment(handle, index)
        if not segment or not _point(segment, _X, _Y):
            continue
        kind = _segment_kind(segment)
        point = way.point(_x.value, _y.value)
        if kind == MOVE_TO or not found:
            found.append(_Subpath([point]))
        else:
            found[-1].points.append(point)
            found[-1].curved |= kind == BEZIER_TO
        if _closes(segment):
            found[-1].closed = True
    return [one for one in found if is_finite(*chain.from_iterable(one.points))]


def _add_subpath(drawing: Drawing, path: _Subpath, colour: str | None, stroked: bool) -> None:
    xs, ys = [x for x, _ in path.points], [y for _, y in path.points]
    frame = Frame(min(xs), min(ys), max(xs), max(ys))
    width, height = frame.x1 - frame.x0, frame.bottom - frame.top
    if min(width, height) <= MAX_RULE_PT and not path.curved:
        _add_thin(drawing, frame)
        return
    if colour is not None and min(width, height) >= MIN_FILL_PT:
        shape = path.curved or not _is_rectangle(path.points, frame)
        drawing.fills.append(Fill(*frame, colour, shape))
        if not shape and not stroked:
            _add_sides(drawing, frame, fill=True)
    if stroked:
        points = [*path.points, path.points[0]] if path.closed else path.points
        if path.curved and _is_rounded(points, frame):
            drawing.rounded.append(frame)
        for (x0, y0), (x1, y1) in pairwise(points):
            _add_stroke(drawing, x0, y0, x1, y1)


def _is_rounded(points: Sequence[tuple[float, float]], frame: Frame) -> bool:
    """Whether a curved shape is a rectangle but for its corners: it runs along each of its sides.

    The points that guide its curves count; those of a circle run along 0.55 of them.
    """
    return all(
        sum(
            abs(one[1 - axis] - other[1 - axis])
            for one, other in pairwise(points)
            if max(abs(one[axis] - at), abs(other[axis] - at)) <= SLOPE_PT
        )
        >= STRAIGHT * (frame[3 - axis] - frame[1 - axis])
        for axis in (0, 1)
        for at in (frame[axis], frame[axis + 2])
    )


def _is_rectangle(points: list[tuple[float, float]], frame: Frame) -> bool:
    return len(points) >= 4 and all(
        min(abs(x - frame.x0), abs(x - frame.x1)) < SLOPE_PT
        and min(abs(y - frame.top), abs(y - frame.bottom)) < SLOPE_PT
        for x, y in points
    )


def _add_sides(drawing: Drawing, frame: Frame, *, fill: bool) -> None:
    """The four sides of a rectangle; borders that no ink marks where it is filled."""
    drawing.across += [Rule(y, frame.x0, frame.x1, fill) for y in (frame.top, frame.bottom)]
    drawing.down += [Rule(x, frame.top, frame.bottom, fill) for x in (frame.x0, frame.x1)]


def _add_stroke(drawing: Drawing, x0: float, y0: float, x1: float, y1: float) -> None:
    if abs(y1 - y0) <= SLOPE_PT and abs(x1 - x0) >= MIN_RULE_PT:
        drawing.across.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
    elif abs(x1 - x0) <= SLOPE_PT and abs(y1 - y0) >= MIN_RULE_PT:
        drawing.down.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))


def _colour(ask: Callable[..., Any], handle: Handle) -> str | None:
    """``"#rrggbb"``; None where it is fully transparent."""
    colour, alpha = colour_of(ask, handle)
    return colour if alpha else None
