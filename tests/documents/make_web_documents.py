"""Makes the web pages of the golden tests, in the habits of five makers of council sites.

Run ``python -m tests.documents.make_web_documents`` in the project's folder to write them again.
The area, the bodies and the actions are invented.
"""

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from tests.documents.plan_content import INTRODUCTION, PLAN, TITLE, Act, Part, bare, gold_of, write

MENU = "".join(
    f'<li><a href="/{word.lower().replace(" ", "-")}">{word}</a></li>'
    for word in ("Home", "Bins and recycling", "Council tax", "Housing", "Jobs", "Planning")
)
KEPT = tuple(
    Part(p.label, p.title, tuple(a for a in p.acts if not a.dropped), p.summary) for p in PLAN
)


def main() -> None:
    """Write every page."""
    for name, (make, gold) in DOCUMENTS.items():
        write(f"{name}.html", make().encode(), gold)


def _page(body: str) -> str:
    title = f"<title>{TITLE} | Wrenford Borough Council</title>"
    meta = f'<head><meta charset="utf-8">{title}</head>'
    return f'<!DOCTYPE html>\n<html lang="en">{meta}{body}</html>'


def _said(texts: Sequence[str]) -> str:
    """Texts of a cell: plain ones as paragraphs, bullets as a list, letters as typed."""
    bullets = [bare(text) for text in texts if text.startswith("• ")]
    plain = [escape(text) for text in texts if not text.startswith("• ")]
    words = plain[0] if len(plain) == 1 else "".join(f"<p>{text}</p>" for text in plain)
    return words + ("<ul>" + "".join(f"<li>{b}</li>" for b in bullets) + "</ul>" if bullets else "")


def _row(tag: str, cells: Sequence[str]) -> str:
    return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>\n"


def drupal_guide() -> str:
    """LocalGov Drupal: a table a priority with thead and rowspan, contents and previous/next."""
    heads = ("Objective", "No.", "Action", "Lead", "Target date")
    parts = []
    for part in KEPT:
        rows = []
        before = None
        for act in part.acts:
            again = sum(one.objective == act.objective for one in part.acts)
            first = f'<td rowspan="{again}">{act.objective}</td>' if act.objective != before else ""
            cells = (act.ref, _said(act.activity), " / ".join(act.lead), act.due)
            rows.append(f"<tr>{first}{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>")
            before = act.objective
        table = f"<table><thead>{_row('th', heads)}</thead><tbody>{''.join(rows)}</tbody></table>"
        parts.append(f"<h2>{part.heading}</h2><p>{part.summary}</p>{table}")
    contents = "".join(f'<li><a href="#p{n}">{p.heading}</a></li>' for n, p in enumerate(KEPT))
    return _page(
        f'<body><header role="banner"><ul>{MENU}</ul></header><nav class="breadcrumb"><ol><li>'
        '<a href="/">Home</a></li></ol></nav><main role="main"><h1>'
        f'{TITLE}</h1><nav class="toc"><h2>Contents</h2><ul>{contents}</ul></nav>'
        f"<article><p>{INTRODUCTION}</p>{''.join(parts)}</article>"
        '<div class="lgd-prev-next"><a href="/a">Previous: Foreword</a></div></main>'
        f'<footer role="contentinfo"><ul>{MENU}</ul><p>© Wrenford 2026</p></footer></body>'
    )


def details_and_lists() -> str:
    """GOV.UK style: a panel a priority, a definition list an action, empty values among them."""
    panels = []
    for part in KEPT:
        forms = "".join(_definitions(act) for act in part.acts)
        panels.append(
            f"<details><summary>{part.heading}</summary><p>{part.summary}</p>{forms}</details>"
        )
    return _page(
        f'<body><header class="govuk-header"><ul>{MENU}</ul></header><main id="content">'
        f"<h1>{TITLE}</h1><p>{INTRODUCTION}</p>{''.join(panels)}</main></body>"
    )


def _definitions(act: Act) -> str:
    pairs = (
        ("Action", _said(act.activity)),
        ("How will we know we have made a difference?", _said(act.measures)),
        ("Lead organisation", " / ".join(act.lead)),
        ("Supporting partners", act.support),
        ("By when", act.due),
    )
    lines = "".join(f"<dt>{label}</dt><dd>{value}</dd>\n" for label, value in pairs)
    return f'<h3>Action {act.ref}</h3><dl class="govuk-summary-list">{lines}</dl>'


def wordpress_banners() -> str:
    """WordPress: one table without th, banner rows, a struck action, leads parted by breaks."""
    rows = [
        "<tr>" + "".join(f"<td><strong>{head}</strong></td>" for head in BANNER_HEADS) + "</tr>"
    ]
    for part in PLAN:
        rows.append(f'<tr><td colspan="5" style="background:#dde">{part.heading}</td></tr>')
        for act in part.acts:
            open_, shut = ("<s>", "</s>") if act.dropped else ("", "")
            cells = (act.ref, _said(act.activity), "<br>".join(act.lead), act.due, act.status)
            rows.append(_row("td", [f"{open_}{cell}{shut}" for cell in cells]))
    table = f'<figure class="wp-block-table"><table><tbody>{"".join(rows)}</tbody></table></figure>'
    return _page(
        f'<body><div id="page"><header id="masthead"><ul>{MENU}</ul></header><main id="main">'
        f'<article><header class="entry-header"><h1 class="entry-title">{TITLE}</h1></header>'
        f'<div class="entry-content"><p>{INTRODUCTION}</p>{table}</div></article></main>'
        '<aside><h2>Recent posts</h2><ul><li><a href="/x">New lamps on the quay</a></li></ul>'
        "</aside></div></body>"
    )


BANNER_HEADS = ("Ref", "What we will do", "Who", "Timescale", "Status")


def minutes() -> str:
    """ModernGov: minutes of the board with attendance, figures and decisions; no plan."""
    people = (
        ("Ada Quill", "Wrenford Borough Council", "Present"),
        ("Ben Osei", "Haven", "Apologies"),
    )
    figures = (("Offences at night", "412", "350", "-15%"), ("Calls answered", "71%", "78%", "+7%"))
    tables = (
        _row("th", ("Name", "Organisation", "Attendance")) + "".join(_row("td", p) for p in people),
        _row("th", ("Measure", "2024/25", "2025/26", "Change"))
        + "".join(_row("td", line) for line in figures),
    )
    first, second = (f"<table>{rows}</table>" for rows in tables)
    return _page(
        f'<body><form><div id="modgov"><h1>Minutes of the Safer Wrenford Board</h1>{first}'
        "<h2>1. Apologies</h2><p>Apologies were received from Ben Osei.</p>"
        f"<h2>2. Performance</h2><p>The board noted the figures.</p>{second}"
        "<h2>3. Lighting</h2><p>Members asked how the towpath would be lit and were told that "
        "the Canal Trust had agreed to pay for twelve lamps.</p></div></form></body>"
    )


def accordion_of_grids() -> str:
    """Umbraco: panels that a click shows, each with a grid of blocks."""
    heads = ("Ref", "Action", "Lead", "Completion date")
    panels = []
    for number, part in enumerate(KEPT):
        lines = [heads, *((act.ref, _said(act.activity), *_who_when(act)) for act in part.acts)]
        rows = "".join(
            '<div class="table-row">'
            + "".join(f'<div class="table-cell">{cell}</div>' for cell in line)
            + "</div>"
            for line in lines
        )
        panels.append(
            f'<h2><button aria-expanded="false" aria-controls="p{number}">{part.heading}</button>'
            f'</h2><div id="p{number}" hidden><p>{part.summary}</p>'
            f'<div class="table-block">{rows}</div></div>'
        )
    return _page(
        f'<body><header><ul>{MENU}</ul></header><div class="container"><h1>{TITLE}</h1>'
        f'<div class="rte"><p>{INTRODUCTION}</p>{"".join(panels)}</div>'
        f"<p>Last updated: 3 March 2026</p></div><footer><ul>{MENU}</ul></footer></body>"
    )


def labelled_lines() -> str:
    """SharePoint: bold lines as headings, an action a heading, its labels parted by breaks."""
    parts = []
    for part in KEPT:
        parts.append(f"<p><strong>{part.heading}</strong></p><p>{part.summary}</p>")
        for act in part.acts:
            lead, due = _who_when(act)
            labels = (
                f"<b>Lead:</b> {lead}<br><b>Partners:</b> {act.support}<br><b>By when:</b> {due}"
            )
            parts.append(f"<h3>Action {act.ref}: {_in_a_line(act)}</h3><p>{labels}</p>")
    return _page(
        f'<body><form><div id="s4-workspace"><ul>{MENU}</ul><h1>{TITLE}</h1>'
        f'<div class="ms-rtestate-field"><p>{INTRODUCTION}</p>{"".join(parts)}</div>'
        "</div></form></body>"
    )


def _who_when(act: Act) -> tuple[str, str]:
    return " / ".join(act.lead), act.due


def _in_a_line(act: Act) -> str:
    return escape(" ".join(bare(text) for text in act.activity))


def _in_lines(gold: dict[str, Any]) -> dict[str, Any]:
    """Actions that a page prints in one line, without the bullets of their parts."""
    texts = {act.ref: " ".join(map(bare, act.activity)) for part in KEPT for act in part.acts}
    for action in gold["actions"]:
        action["activity"] = texts[action["ref"]]
    return gold


def _slashed(gold: dict[str, Any]) -> dict[str, Any]:
    """Leads that a page prints in one line with a slash between them."""
    leads = {act.ref: " / ".join(act.lead) for part in KEPT for act in part.acts}
    for action in gold["actions"]:
        action["lead_raw"] = leads[action["ref"]]
    return gold


DOCUMENTS: dict[str, tuple[Callable[[], str], dict[str, Any]]] = {
    "web_drupal_guide": (
        drupal_guide,
        _slashed(gold_of(KEPT, ("ref", "objective", "activity", "lead", "due"))),
    ),
    "web_details_and_lists": (
        details_and_lists,
        _slashed(gold_of(KEPT, ("ref", "activity", "measures", "lead", "support", "due"))),
    ),
    "web_wordpress_banners": (
        wordpress_banners,
        gold_of(
            PLAN,
            ("ref", "activity", "lead", "due", "status"),
            summaries=False,
            problems=["struck_text"],
        ),
    ),
    "web_accordion_of_grids": (
        accordion_of_grids,
        _slashed(gold_of(KEPT, ("ref", "activity", "lead", "due"))),
    ),
    "web_labelled_lines": (
        labelled_lines,
        _in_lines(_slashed(gold_of(KEPT, ("ref", "activity", "lead", "support", "due")))),
    ),
    "web_minutes": (minutes, gold_of((), (), problems=["other_tables"])),
}

if __name__ == "__main__":
    main()
