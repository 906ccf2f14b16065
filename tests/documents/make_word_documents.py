"""Makes the Word plans of the golden tests, by literal XML and by python-docx.

Run ``python -m tests.documents.make_word_documents`` in the project's folder to write them again.
The area, the bodies and the actions are invented.
"""

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.documents.plan_content import INTRODUCTION, PLAN, TITLE, Act, bare, gold_of, write
from tests.extractors.readers.word_fixtures import (
    abstract,
    docx,
    level,
    listed,
    num,
    p,
    tbl,
    tc,
    tr,
)
from tests.extractors.readers.word_fixtures import run as r

STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:pPr>{more}</w:pPr>'
    f'<w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
    for key, name, more, size in (
        ("Title", "Title", "", 48),
        ("Heading1", "heading 1", '<w:outlineLvl w:val="0"/>', 32),
        ("Heading2", "heading 2", '<w:outlineLvl w:val="1"/>', 28),
    )
)
BULLETS, LETTERS, REFS = 1, 2, 3
NUMBERING = (
    abstract(1, level(0, "bullet", "•"))
    + abstract(2, level(0, "lowerLetter", "(%1)"))
    + abstract(3, level(0, "decimal", "Priority %1:"), level(1, "decimal", "%1.%2"))
    + num(BULLETS, 1)
    + num(LETTERS, 2)
    + num(REFS, 3)
)
BOLD = "<w:b/>"
STRUCK = "<w:strike/>"
AUTHOR = 'w:id="7" w:author="Clerk" w:date="2026-02-03T09:00:00Z"'
LANDSCAPE = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'


def main() -> None:
    """Write every Word document."""
    for name, (make, gold) in DOCUMENTS.items():
        write(f"{name}.docx", make(), gold)


def _lines(texts: tuple[str, ...], look: str = "") -> str:
    """Paragraphs of a cell; list items are counted by Word."""
    lists = {"•": listed(BULLETS), "(a)": listed(LETTERS), "(b)": listed(LETTERS)}
    return "".join(p(bare(t), lists.get(t.split(" ")[0], ""), look) for t in texts) or p()


def _heading(text: str, style: str = "Heading1", more: str = "") -> str:
    return p(text, f'<w:pStyle w:val="{style}"/>{more}')


def _opening() -> str:
    return _heading(TITLE, "Title") + p(INTRODUCTION)


def _sdt(content: str) -> str:
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'
    )


def counted_references() -> bytes:
    """Priorities and references counted by one list; objectives merged; a dropped action struck."""
    body = [_opening()]
    for part in PLAN:
        body.append(_heading(part.title, more=listed(REFS)) + p(part.summary or ""))
        rows = [tr(*(tc(p(text, look=BOLD)) for text in ("Objective", "No.", *HEADS)))]
        before = None
        for act in part.acts:
            merge = "<w:vMerge/>" if act.objective == before else '<w:vMerge w:val="restart"/>'
            objective = tc(p("" if act.objective == before else act.objective), merge)
            rows.append(tr(objective, tc(p("", listed(REFS, 1))), *_cells(act)))
            before = act.objective
        body.append(tbl(*rows) + p())
    return docx("".join(body) + LANDSCAPE, NUMBERING, STYLES)


HEADS = ("Key actions", "How will we know?", "Lead(s)", "By when?")


def _cells(act: Act) -> list[str]:
    look = STRUCK if act.dropped else ""
    columns = (act.activity, act.measures, act.lead, (act.due,))
    return [tc(_lines(texts, look)) for texts in columns]


def controls_and_changes() -> bytes:
    """Content controls around words, paragraphs, cells, rows and a table; accepted revisions."""
    body = [_opening()]
    for number, part in enumerate(PLAN):
        rows = [tr(*(tc(p(text, look=BOLD)) for text in ("Ref", "Action", "Lead", "By when")))]
        for act in part.acts:
            words = act.activity[0].split(" ", 1)
            gone = f"<w:del {AUTHOR}><w:r><w:delText>Perhaps </w:delText></w:r></w:del>"
            new = f"<w:ins {AUTHOR}>{r(words[0] + ' ')}</w:ins>"
            first = p(f"{gone}{new}{_sdt(r(words[1]))}")
            lead = _sdt(tc(_sdt("".join(map(p, act.lead)))))
            rows.append(_sdt(tr(act.ref, tc(first + _lines(act.activity[1:])), lead, act.due)))
        dead = tr("9", "An action that nobody wanted", "Nobody", "Never")
        rows.append(dead.replace("<w:trPr>", f"<w:trPr><w:del {AUTHOR}/>"))
        table = tbl(*rows)
        body.append(_heading(part.heading) + p(part.summary or ""))
        body.append(_sdt(table) if number else table)
        body.append(p())
    return docx("".join(body), NUMBERING, STYLES)


def two_row_heads() -> bytes:
    """One table: Start and End under Timescale, banner rows of priorities, no repeated head."""
    restart, span = '<w:vMerge w:val="restart"/>', '<w:gridSpan w:val="2"/>'
    tall = [tc(p(text, look=BOLD), restart) for text in ("Ref", "What we will do", "Lead agency")]
    head = tr(*tall, tc(p("Timescale", look=BOLD), span), tc(p("Status", look=BOLD), restart))
    under = [tc("", "<w:vMerge/>")] * 3 + [tc(p(text, look=BOLD)) for text in ("Start", "End")]
    rows = [head, tr(*under, tc("", "<w:vMerge/>"))]
    for part in PLAN:
        fill = '<w:gridSpan w:val="6"/><w:shd w:val="clear" w:fill="D9E2F3"/>'
        rows.append(tr(tc(p(part.heading, look=BOLD), fill)))
        for act in part.acts:
            look = STRUCK if act.dropped else ""
            texts = ((act.ref,), act.activity, act.lead, (act.start,), (act.due,), (act.status,))
            rows.append(tr(*(tc(_lines(text, look)) for text in texts)))
    return docx(_opening() + tbl(*rows) + LANDSCAPE, NUMBERING, STYLES)


def cards() -> bytes:
    """A form an action under its priority, beside tables that promise nothing."""
    body = [_opening()]
    for part in PLAN:
        body.append(_heading(part.heading) + p(part.summary or ""))
        for act in part.acts:
            pairs = (
                ("What we will do", act.activity),
                ("Who will lead?", act.lead),
                ("Target completion date", (act.due,)),
                ("What will success look like?", act.measures),
            )
            look = STRUCK if act.dropped else ""
            top = tr(tc(p(f"Action {act.ref}", look=BOLD), '<w:gridSpan w:val="2"/>'))
            lines = [tr(tc(p(label, look=BOLD)), tc(_lines(text, look))) for label, text in pairs]
            body.append(tbl(top, *lines) + p())
    return docx("".join([*body, *map(_decoy, DECOYS)]), NUMBERING, STYLES)


def framed() -> bytes:
    """A frame of one cell a priority that holds its heading, its prose and its titled table."""
    body = [_opening()]
    for part in KEPT:
        title = tr(tc(p("Delivery plan 2026/27", look=BOLD), '<w:gridSpan w:val="4"/>'))
        head = tr(*(tc(p(text, look=BOLD)) for text in ("Ref", "Action", "Lead", "By when")))
        rows = []
        for act in part.acts:
            moved = f"<w:moveTo {AUTHOR}>{r(act.due)}</w:moveTo>"
            gone = f"<w:moveFrom {AUTHOR}>{r(act.due)}</w:moveFrom>"
            lead = _lines(act.lead).replace("<w:p>", f"<w:p>{gone}", 1)
            rows.append(tr(act.ref, tc(_lines(act.activity)), tc(lead), tc(p(moved))))
        table = tbl(title, head, *rows)
        body.append(tbl(tr(tc(_heading(part.heading) + p(part.summary or "") + table + p()))) + p())
    return docx("".join(body), NUMBERING, STYLES)


def steps_within() -> bytes:
    """Numbered headings over ruled tables; the steps of an action in a table inside its cell."""
    body = [_opening()]
    for number, part in enumerate(KEPT, start=1):
        head = tr(*(tc(p(text, look=BOLD)) for text in ("Ref", "Action", "Lead", "By when")))
        rows = []
        for act in part.acts:
            steps = tbl(*(tr(tc(p(step)), tc(p(day))) for step, day in STEPS))
            activity = tc(_lines(act.activity) + steps + p())
            rows.append(tr(tc(p(act.ref)), activity, tc(_lines(act.lead)), tc(p(act.due))))
        title = p(r(f"3.{number}", BOLD) + "<w:r><w:tab/></w:r>" + r(part.heading, BOLD))
        body.append(title + tbl(head, *rows) + p())
    return docx("".join([*body, LANDSCAPE]), NUMBERING, STYLES)


def headings_that_promise() -> bytes:
    """No table: a heading an action, and under it labels parted by line breaks."""
    line_break = "<w:r><w:br/></w:r>"
    body = [_opening()]
    for part in KEPT:
        body.append(_heading(part.heading) + p(part.summary or ""))
        for act in part.acts:
            words = " ".join(map(bare, act.activity))
            labels = (f"Lead: {', '.join(act.lead)}", f"By when: {act.due}")
            body.append(_heading(f"Action {act.ref}: {words}", "Heading2"))
            body.append(p(line_break.join(map(r, labels))))
    return docx("".join(body), NUMBERING, STYLES)


DECOYS = (
    "Key performance indicators|Indicator,Baseline 2025,Target 2028,Frequency"
    "|Offences at night,412,350,Quarterly|Calls answered,71%,90%,Monthly",
    "Risk register|Ref,Risk,Likelihood,Impact,Mitigation,Owner"
    "|R1,Funding for the refuge ends,3,5,Bid to the national fund,Housing Options"
    "|R2,Staff leave,2,4,Train two people for each post,Public Health",
    "Membership of the board|Name,Role,Organisation"
    "|Ada Quill,Chair,Wrenford Borough Council|Ben Osei,Vice-chair,Wrenford Haven",
    "Budget|Area of spend,2026/27,2027/28|Refuge,£210000,£214000|Lighting,£38000,£0",
    "What residents told us|Question,Agree,Disagree,Respondents"
    "|Should lighting come first?,78%,9%,604|Is help easy to find?,31%,44%,588",
)


def _decoy(text: str) -> str:
    heading, *rows = text.split("|")
    cells = [row.split(",") for row in rows]
    head = tr(*(tc(p(cell, look=BOLD)) for cell in cells[0]))
    return _heading(heading) + tbl(head, *(tr(*row) for row in cells[1:])) + p()


def theme_column() -> bytes:
    """By python-docx: the priority in a merged first column, a coloured status, a text box."""
    document = Document()
    document.add_heading(TITLE, 0)
    document.add_paragraph(INTRODUCTION)
    heads = ("Priority", "Ref", "Action", "Owner", "Partners", "Deadline", "RAG")
    table = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    for cell, text in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    for part in PLAN:
        first = len(table.rows)
        for act in part.acts:
            cells = table.add_row().cells
            values = ((act.ref,), act.activity, act.lead, (act.support,), (act.due,), ())
            for cell, texts in zip(cells[1:], values, strict=True):
                _fill(cell, texts, struck=act.dropped)
            shade = parse_xml(
                f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{COLOURS[act.status]}"/>'
            )
            cells[6]._tc.get_or_add_tcPr().append(shade)
        merged = table.cell(first, 0).merge(table.cell(len(table.rows) - 1, 0))
        merged.text = part.heading
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


COLOURS = {
    "Complete": "00B050",
    "On track": "92D050",
    "In progress": "92D050",
    "Delayed": "FFC000",
    "Not started": "FF0000",
}


def _fill(cell: Any, texts: tuple[str, ...], *, struck: bool) -> None:
    for number, text in enumerate(texts):
        style = "List Bullet" if text.startswith("• ") else None
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        if style is not None:
            paragraph.style = style
        paragraph.add_run(bare(text)).font.strike = struck or None


def strategy_without_actions() -> bytes:
    """A strategy in prose with tables of figures, members and meetings: nothing is promised."""
    prose = (
        "One in four women in Wrenford has lived with abuse. Most never told anyone in authority.",
        "We will work with everyone who shares this vision, and we will listen to those with "
        "lived experience.",
    )
    body = [_heading("Wrenford Safer Lives Strategy 2026-2029", "Title")]
    for heading in ("Foreword", "What we know", "How we will work"):
        body.append(_heading(heading) + "".join(map(p, prose)))
    return docx("".join([*body, *map(_decoy, DECOYS)]), NUMBERING, STYLES)


KEPT = tuple(replace(q, acts=tuple(a for a in q.acts if not a.dropped)) for q in PLAN)


def _with_steps(gold: dict[str, Any]) -> dict[str, Any]:
    """Actions with the text of the table inside their cell behind their own; headings count."""
    steps = " ".join(f"{step} {day}" for step, day in STEPS)
    for action in gold["actions"]:
        action["activity"] = f"{action['activity']} {steps}"
        action["section"] = f"3.{action['ref'][0]} {action['section']}"
    return gold


def _in_a_line(gold: dict[str, Any]) -> dict[str, Any]:
    """Actions printed in one line, without the bullets of their parts; leads with commas."""
    acts = {act.ref: act for part in KEPT for act in part.acts}
    for action in gold["actions"]:
        action["activity"] = " ".join(map(bare, acts[action["ref"]].activity))
        action["lead_raw"] = ", ".join(acts[action["ref"]].lead)
    return gold


FULL = ("ref", "activity", "lead", "due", "measures")
STEPS = (("Site chosen", "May 2026"), ("Work begun", "July 2026"))
CROSSED = ("struck_text",)  # the last action of the plan was dropped
Made = tuple[Callable[[], bytes], dict[str, Any]]
DOCUMENTS: dict[str, Made] = {
    "word_counted_references": (
        counted_references,
        gold_of(PLAN, (*FULL, "objective"), problems=CROSSED),
    ),
    "word_controls_and_changes": (
        controls_and_changes,
        gold_of(PLAN, ("ref", "activity", "lead", "due"), problems=["tracked_change"]),
    ),
    "word_two_row_heads": (
        two_row_heads,
        gold_of(
            PLAN,
            ("ref", "activity", "lead", "start", "due", "status"),
            summaries=False,
            problems=CROSSED,
        ),
    ),
    "word_framed": (
        framed,
        gold_of(KEPT, ("ref", "activity", "lead", "due"), problems=["tracked_change"]),
    ),
    "word_headings_that_promise": (
        headings_that_promise,
        _in_a_line(gold_of(KEPT, ("ref", "activity", "lead", "due"))),
    ),
    "word_steps_within": (
        steps_within,
        _with_steps(gold_of(KEPT, ("ref", "activity", "lead", "due"), summaries=False)),
    ),
    "word_cards": (cards, gold_of(PLAN, FULL, problems=("other_tables", *CROSSED))),
    "word_theme_column": (
        theme_column,
        gold_of(
            PLAN,
            ("ref", "activity", "lead", "support", "due"),
            summaries=False,
            problems=CROSSED,
        ),
    ),
    "word_strategy_without_actions": (
        strategy_without_actions,
        gold_of((), (), problems=["other_tables"]),
    ),
}

if __name__ == "__main__":
    main()
