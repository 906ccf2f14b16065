"""Makes the golden set of web pages: one strategy in three pages under one contents list.

Run ``python -m tests.documents.make_web_set`` in the project's folder to write them again. The
area, the bodies and the actions are invented.
"""

from typing import Any

from tests.documents.plan_content import Act, Part, gold_of, write

SITE = "https://www.eastmoor.example/safety-strategy"
STRATEGY = "Women's Safety Strategy 2026 to 2030"
PAGES = ("Foreword", "Our priorities", "Appendix B - Action Plan")
PARTS = (
    Part(
        "Priority 1",
        "Preventing harm",
        (
            Act(
                "1", ("Ask every school to name a teacher for pupils who worry",), ("EMC",), "2027"
            ),
            Act(
                "2",
                ("Hold a walk after dark in each ward:", "• with women", "• with traders"),
                ("EMC / Met",),
                "November annually",
            ),
        ),
        "We will work with schools, clubs and workplaces.",
    ),
    Part(
        "Priority 2",
        "Building trust",
        (Act("1", ("Tell each caller within a week what was done",), ("Met",), "March 2028"),),
        "We will say what we have done with what people tell us.",
    ),
)


def main() -> None:
    """Write the three pages and what is printed on each."""
    for number, (title, body) in enumerate(zip(PAGES, _bodies(), strict=True), start=1):
        write(f"web_set_{number}.html", _page(title, body).encode(), _gold(number))


def _address(title: str) -> str:
    return f"{SITE}/{title.lower().replace(' - ', '-').replace(' ', '-')}"


def _page(title: str, body: str) -> str:
    entries = "".join(
        f'<li><span aria-current="page">{one}</span></li>'
        if one == title
        else f'<li><a href="{_address(one)}">{one}</a></li>'
        for one in PAGES
    )
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{title} | {STRATEGY} '
        f'| Eastmoor Council</title><link rel="canonical" href="{_address(title)}"></head><body>'
        '<header role="banner"><a href="/">Eastmoor Council</a></header><main>'
        f'<p class="guide-title">{STRATEGY}</p><h1>{title}</h1><nav aria-label="Contents">'
        f"<h2>Contents</h2><ol>{entries}</ol></nav>{body}</main>"
        "<footer><p>Eastmoor Council, Moor House</p></footer></body></html>\n"
    )


def _bodies() -> tuple[str, str, str]:
    foreword = "<p>In 2025 nine hundred people told us where they do not feel safe.</p>"
    aims = "".join(f"<h2>{part.heading}</h2><p>{part.summary}</p>" for part in PARTS)
    return foreword, aims, "".join(f"<h2>{p.heading}</h2>{_table(p)}" for p in PARTS)


def _table(part: Part) -> str:
    heads = "".join(f"<th>{head}</th>" for head in ("No.", "Aims", "Lead", "Target Date"))
    rows = "".join(
        f"<tr><td>{act.ref}</td><td>{_said(act)}</td><td>{act.lead[0]}</td><td>{act.due}</td></tr>"
        for act in part.acts
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _said(act: Act) -> str:
    first, *items = act.activity
    listed = "".join(f"<li>{item.removeprefix('• ')}</li>" for item in items)
    return f"<p>{first}</p><ul>{listed}</ul>" if listed else first


def _gold(number: int) -> dict[str, Any]:
    if number == 1:
        return gold_of((), ())
    if number == 2:
        aims = tuple(Part(part.label, part.title, (), part.summary) for part in PARTS)
        return gold_of(aims, ())
    return gold_of(PARTS, ("ref", "activity", "lead", "due"), summaries=False)


if __name__ == "__main__":
    main()
