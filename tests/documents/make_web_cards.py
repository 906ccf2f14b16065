"""Makes the golden web pages whose actions are cards, lists or cells of labels, and one decoy.

Run ``python -m tests.documents.make_web_cards`` in the project's folder to write them again. The
area, the bodies and the actions are invented.
"""

from collections.abc import Callable
from typing import Any

from tests.documents.plan_content import Act, Part, gold_of, write

TITLE = "Kestrel Bay Clean Air Plan 2026 to 2029"
PARTS = (
    Part(
        "Theme 1",
        "Quieter streets",
        (
            Act("1.1", ("Close the harbour road to lorries at night",), ("Highways",), "Year 1"),
            Act(
                "1.2",
                ("Plant hedges along four school fences",),
                ("Parks Trust",),
                "March 2028",
                ("Four hedges stand", "Pupils know why"),
            ),
        ),
        "Streets where children walk should be quiet enough to talk in.",
    ),
    Part(
        "Theme 2",
        "Warmth without smoke",
        (
            Act("2.1", ("Visit every home that burns coal",), ("Housing Team",), "Ongoing"),
            Act("2.2", ("Lend heat pumps to six village halls",), ("Energy Hub",), "Autumn 2027"),
        ),
        "Nobody should have to choose between a warm room and clean air.",
    ),
)
Each = Callable[[Act], str]


def main() -> None:
    """Write every page."""
    for name, (make, gold) in DOCUMENTS.items():
        write(f"{name}.html", make().encode(), gold)


def _page(body: str, title: str = TITLE) -> str:
    head = f'<meta charset="utf-8"><title>{title} | Kestrel Bay Council</title>'
    menu = '<nav><ul><li><a href="/">Home</a></li><li><a href="/bins">Bins</a></li></ul></nav>'
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head>{head}</head><body><header>{menu}</header>\n'
        f"<main><h1>{title}</h1>\n{body}\n"
        '<p><a href="/plan.pdf">The plan in full (PDF, 1.2 MB)</a></p>\n'
        '<div><a href="/a" rel="prev">Previous: Foreword</a></div></main>\n'
        "<footer><p>Kestrel Bay Council, Quay House</p></footer></body></html>\n"
    )


def _parts(each: Each, wrap: str = "{}") -> str:
    return "\n".join(
        f"<h2>{part.heading}</h2><p>{part.summary}</p>{wrap.format(''.join(map(each, part.acts)))}"
        for part in PARTS
    )


def heading_cards() -> str:
    """An action a heading, each label a heading above its value, one of them of no field."""
    return _page(
        _parts(
            lambda act: (
                f"<h3>{act.ref} {act.activity[0]}</h3><h4>Who will lead this?</h4>"
                f"<p>{act.lead[0]}</p><h4>Cost</h4><p>Met from budgets.</p>"
                f"<h4>By when</h4><p>{act.due}</p><h4>How will we know?</h4>"
                + "".join(f"<ul><li>{text}</li></ul>" for text in act.measures)
            )
        )
    )


def summary_cards() -> str:
    """A counted heading, the action's text below it, and who and when in a list of definitions."""
    line = "<div><dt>{}</dt><dd>{}</dd></div>"
    return _page(
        _parts(
            lambda act: (
                f"<h3>Action {act.ref}</h3><p>{act.activity[0]}</p><dl class='summary-list'>"
                f"{line.format('Lead officer', act.lead[0])}{line.format('Timescale', act.due)}"
                f"{line.format('Status', 'On track')}</dl>"
            )
        )
    )


def listed_actions() -> str:
    """A list whose items print who and when in brackets behind the action."""
    return _page(
        _parts(
            lambda act: f"<li>{act.activity[0]} (Lead: {act.lead[0]}; Timescale: {act.due})</li>",
            "<ul>{}</ul>",
        )
    )


def small_tables() -> str:
    """A table whose last column holds a small table of labels an action."""
    row = "<tr><td><b>{}</b></td><td>{}</td></tr>"
    return _page(
        _parts(
            lambda act: (
                f"<tr><td>{act.ref}</td><td>{act.activity[0]}</td><td><table>"
                f"{row.format('Lead', act.lead[0])}{row.format('By when', act.due)}"
                "</table></td></tr>"
            ),
            "<table><thead><tr><th>Ref</th><th>Action</th><th>Details</th></tr></thead>{}</table>",
        )
    )


def small_screens() -> str:
    """A table that repeats its headings in each cell, for screens too narrow for columns."""
    heads = ("No.", "What we will do", "Who", "When")
    cell = '<td data-label="{0}"><span class="label">{0}</span> <span>{1}</span></td>'
    return _page(
        _parts(
            lambda act: (
                "<tr>"
                + "".join(
                    cell.format(head, text)
                    for head, text in zip(
                        heads, (act.ref, act.activity[0], act.lead[0], act.due), strict=True
                    )
                )
                + "</tr>"
            ),
            f"<table><thead><tr>{''.join(f'<th>{h}</th>' for h in heads)}</tr></thead>{{}}</table>",
        )
    )


def bold_labels() -> str:
    """Bold labels alone above their values, below a title that is a heading."""
    return _page(
        _parts(
            lambda act: (
                f"<h3>{act.ref}: {act.activity[0]}</h3><p><strong>Responsible team</strong></p>"
                f"<p>{act.lead[0]}</p><p><strong>Target date</strong></p><p>{act.due}</p>"
            )
        )
    )


def icon_tabs() -> str:
    """Panels under the words of their tabs; a picture and hidden words stand for each label."""
    sign = '<i class="icon"></i><span class="sr-only">{}:</span>'
    tab = '<li><a role="tab" href="#p{}">{}</a></li>'
    tabs = "".join(tab.format(n, part.heading) for n, part in enumerate(PARTS))
    panels = "".join(
        f'<div id="p{n}" class="tab-pane"><p>{part.summary}</p>'
        + "".join(
            f"<h3>{act.ref} {act.activity[0]}</h3><p>{sign.format('Lead')} {act.lead[0]}</p>"
            f"<p>{sign.format('Timescale')} {act.due}</p>"
            for act in part.acts
        )
        + "</div>"
        for n, part in enumerate(PARTS)
    )
    return _page(f'<ul role="tablist">{tabs}</ul>{panels}')


def events() -> str:
    """What is on: cards that say who, when and where, with titles that promise something."""
    names = ("Plant a hedge with the rangers", "Learn to mend a bicycle")
    return _page(
        "".join(
            f"<h3>{name}</h3><h4>When</h4><p>12 May 2026</p><h4>Where</h4><p>Quay House</p>"
            "<h4>Who</h4><p>Everyone</p>"
            for name in names
        ),
        "What is on in May",
    )


MEASURED = ("ref", "activity", "lead", "due", "measures")
PLAIN = ("ref", "activity", "lead", "due")


def _on_track(gold: dict[str, Any]) -> dict[str, Any]:
    for action in gold["actions"]:
        action["status_raw"] = "On track"
    return gold


DOCUMENTS: dict[str, tuple[Callable[[], str], dict[str, Any]]] = {
    "web_heading_cards": (heading_cards, gold_of(PARTS, MEASURED)),
    "web_summary_cards": (summary_cards, _on_track(gold_of(PARTS, PLAIN))),
    "web_listed_actions": (listed_actions, gold_of(PARTS, ("activity", "lead", "due"))),
    "web_small_tables": (small_tables, gold_of(PARTS, PLAIN)),
    "web_small_screens": (small_screens, gold_of(PARTS, PLAIN)),
    "web_bold_labels": (bold_labels, gold_of(PARTS, PLAIN)),
    "web_icon_tabs": (icon_tabs, gold_of(PARTS, PLAIN)),
    "web_events": (events, gold_of((), ())),
}

if __name__ == "__main__":
    main()
