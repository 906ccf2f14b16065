"""Charts of counts as Vega-Lite, drawn as SVG without a browser or the network.

Made to be read in print and by colour-blind people: areas stand side by side and are never told
apart by colour alone, every mark carries its number, and the scale of the heatmap gets darker
evenly in grey too. Nothing here knows what is counted.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

BLUE = "#0072b2"  # Okabe and Ito's palette, which the colour-blind tell apart; 38 % grey in print
HEAT = "cividis"  # lightness falls evenly; looks the same to the red-green blind
MAX_GROUPS = 20  # rows; more do not fit a printed page, and the table beside has them all
MAX_PANELS = 3  # areas side by side as bars; more are shown as a heatmap
LABEL_PX = 280  # pixels of a group's name before it is cut with an ellipsis
PANEL_PX, ROW_PX = 230, 24
CONFIG: Mapping[str, Any] = {
    "background": "white",
    "font": "Helvetica, Arial, sans-serif",
    "view": {"stroke": None},
    "axis": {"labelLimit": LABEL_PX, "labelFontSize": 12, "titleFontSize": 12, "domain": False},
    "header": {"labelFontSize": 13, "labelFontWeight": "bold", "labelLimit": PANEL_PX},
}


def count_chart(
    names: Sequence[str], rows: Sequence[tuple[str, Sequence[int]]], title: str
) -> dict[str, Any]:
    """Show how many there are of each group in each area.

    Args:
        names: The areas, left to right: ``["Mereshire", "Calderwick"]``.
        rows: A row a group, with a count an area: ``[("Prevention", [8, 5])]``; the first
            ``MAX_GROUPS`` are drawn, in the order given.
        title: What is counted, for the heatmap's legend: ``"Actions"``.

    Returns:
        A Vega-Lite specification: bars for up to ``MAX_PANELS`` areas, else a heatmap.
    """
    drawn = rows[:MAX_GROUPS]
    groups = [group for group, _ in drawn]
    values = [
        {"group": group, "area": f"{place:03}", "count": count}
        for group, counts in drawn
        for place, count in enumerate(counts)
    ]
    labels = {f"{place:03}": name for place, name in enumerate(names)}
    shared = {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "data": {"values": values},
        "config": CONFIG,
    }
    if len(names) <= MAX_PANELS:
        return shared | _bars(groups, labels)
    return shared | _heatmap(groups, labels, title)


def to_svg(spec: Mapping[str, Any]) -> str:
    """Draw a Vega-Lite specification; nothing is fetched."""
    import vl_convert

    return str(vl_convert.vegalite_to_svg(dict(spec), allowed_base_urls=[]))


def _bars(groups: Sequence[str], labels: Mapping[str, str]) -> dict[str, Any]:
    """A panel an area; a bar and its number a group."""
    count = {"field": "count", "type": "quantitative"}
    layers = [
        {"mark": {"type": "bar", "color": BLUE, "height": {"band": 0.7}}},
        {
            "mark": {"type": "text", "align": "left", "dx": 4, "fontSize": 12},
            "encoding": {"text": {**count, "format": ","}},
        },
    ]
    spec = {
        "width": PANEL_PX,
        "height": {"step": ROW_PX},
        "encoding": {"y": _group_axis(groups), "x": {**count, "axis": None}},
        "layer": layers,
    }
    column = {"field": "area", "type": "nominal", "title": None}
    header = {"labelExpr": _label_expression(labels)}
    return {"facet": {"column": column | {"header": header}}, "spec": spec}


def _heatmap(groups: Sequence[str], labels: Mapping[str, str], title: str) -> dict[str, Any]:
    """A column an area; a cell and its number a group."""
    area = {
        "field": "area",
        "type": "nominal",
        "title": None,
        "axis": {"orient": "top", "labelAngle": -40, "labelExpr": _label_expression(labels)},
    }
    return {
        "width": {"step": 46},
        "height": {"step": ROW_PX},
        "transform": [
            {"joinaggregate": [{"op": "max", "field": "count", "as": "most"}]},
        ],
        "encoding": {"y": _group_axis(groups), "x": area},
        "layer": _heatmap_cells(title),
    }


def _heatmap_cells(title: str) -> list[dict[str, Any]]:
    """The colour of a cell, and on it the number, white where the cell is dark."""
    count = {"field": "count", "type": "quantitative"}
    scale = {"scheme": HEAT, "reverse": True, "domainMin": 0}
    colour = {**count, "scale": scale, "title": title, "legend": {"tickMinStep": 1}}
    dark = {"test": "datum.count > 0.5 * datum.most", "value": "white"}
    number = {
        "text": {**count, "format": ","},
        "color": {"condition": dark, "value": "black"},
    }
    return [
        {
            "transform": [{"filter": "datum.count > 0"}],  # nothing there is white, not bright
            "mark": "rect",
            "encoding": {"color": colour},
        },
        {"mark": {"type": "text", "fontSize": 11}, "encoding": number},
    ]


def _group_axis(groups: Sequence[str]) -> dict[str, Any]:
    return {"field": "group", "type": "nominal", "title": None, "sort": list(groups)}


def _label_expression(labels: Mapping[str, str]) -> str:
    """The area's name for its place: two areas of one name stay two columns.

    The names come from documents and go into Vega's expression language as a JSON object, in
    which nothing but text can stand.
    """
    return f"{json.dumps(dict(labels))}[datum.value]"
