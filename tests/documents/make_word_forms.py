"""Makes golden plans whose actions stand in small cards, in labelled lines and between tab stops.

Run ``python -m tests.documents.make_word_forms`` in the project's folder to write them again: four
Word files and a spreadsheet of two plans side by side. The area and the actions are invented.
"""

from dataclasses import replace

from tests.documents.plan_content import Act, Part, gold_of, write
from tests.extractors.readers import sheet_fixtures as sheets
from tests.extractors.readers.word_fixtures import docx, p, run, tbl, tc, tr

BOLD = "<w:b/>"
TAB = "<w:r><w:tab/></w:r>"
WIDE = '<w:gridSpan w:val="3"/>'
STYLES = '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
HEADING = '<w:pStyle w:val="H1"/>'
PARTS = (
    Part(
        "Priority 1",
        "Brighter paths",
        (
            Act("1.1", ("Mend the lamps along the canal",), ("Fenmere Council",), "May 2027"),
            Act("1.2", ("Clear the underpass of rubbish each week",), ("Street Care",), "Ongoing"),
        ),
        "Nobody takes a longer way home.",
    ),
    Part(
        "Priority 2",
        "Open doors",
        (Act("2.1", ("Open the advice room on Saturdays",), ("Haven",), "Autumn 2028"),),
        "Help is near when it is asked for.",
    ),
)
FIELDS = ("ref", "activity", "lead", "due")


def main() -> None:
    """Write the documents and their gold records."""
    gold = gold_of(PARTS, FIELDS)
    write("word_small_cards.docx", small_cards(), {**gold, "problems": ["hidden_text"]})
    unnumbered = tuple(
        replace(part, acts=tuple(replace(act, ref="") for act in part.acts)) for part in PARTS
    )
    write("word_labelled_lines.docx", labelled_lines(), gold_of(unnumbered, FIELDS[1:]))
    write("word_tab_stops.docx", tab_stops(), gold)
    write("word_boxed_titles.docx", boxed_titles(), gold_of(PARTS, FIELDS, summaries=False))
    beside = gold_of(PARTS, FIELDS, problems=["struck_text"], summaries=False)
    write("sheet_side_by_side.xlsx", side_by_side(), beside)


def small_cards() -> bytes:
    """An action across the table, below it who and when; a field that nobody filled in."""
    body = p("Fenmere evening plan", HEADING)
    for part in PARTS:
        body += tbl(tr(tc(p(part.heading, HEADING) + p(part.summary)))) + p()
        for act in part.acts:
            heads = tr(*(tc(p(head, look=BOLD)) for head in ("Lead", "Deadline", "Comments")))
            values = tr(act.lead[0], act.due, tc(p(_prompt("Click or tap here to enter text."))))
            title = tr(tc(p(f"Action {act.ref}: {act.activity[0]}", look=BOLD), WIDE))
            body += tbl(title, heads, values) + p()
    return docx(body, styles=STYLES)


def _prompt(words: str) -> str:
    return (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        f"<w:sdtContent>{run(words)}</w:sdtContent></w:sdt>"
    )


def labelled_lines() -> bytes:
    """Two columns: the action, and in one cell beside it who leads and when it is done."""
    body = p("Fenmere evening plan", HEADING)
    for part in PARTS:
        rows = [tr(tc(p("Action", look=BOLD)), tc(p("How it is done", look=BOLD)))]
        for act in part.acts:
            lines = p(f"Lead: {act.lead[0]}") + p(f"By when: {act.due}")
            rows.append(tr(act.activity[0], tc(lines)))
        body += p(part.heading, HEADING) + p(part.summary) + tbl(*rows) + p()
    return docx(body, styles=STYLES)


def tab_stops() -> bytes:
    """A plan set with tabs and no table."""
    body = p("Fenmere evening plan", HEADING)
    for part in PARTS:
        acts = [(act.ref, act.activity[0], act.lead[0], act.due) for act in part.acts]
        lines = [("Ref", "Action", "Lead", "By when"), *acts]
        body += p(part.heading, HEADING) + p(part.summary)
        body += "".join(p(TAB.join(run(text) for text in line)) for line in lines) + p()
    return docx(body, styles=STYLES)


def boxed_titles() -> bytes:
    """The title of each priority in a box of its own above a table of its actions."""
    body = p("Fenmere evening plan", HEADING)
    for part in PARTS:
        rows = [tr(*(tc(p(head, look=BOLD)) for head in ("Ref", "Action", "Lead", "By when")))]
        rows += [tr(act.ref, act.activity[0], act.lead[0], act.due) for act in part.acts]
        body += tbl(tr(tc(p(part.heading)))) + p() + tbl(*rows) + p()
    return docx(body, styles=STYLES)


def side_by_side() -> bytes:
    """Two priorities beside each other on one sheet; an old date struck before the new one."""
    words, rows = sheets.words, []
    heads = sheets.heads("Ref", "Action", "Lead", "By when")
    first, second = PARTS
    rows.append([words(first.heading), None, None, None, None, words(second.heading)])
    rows.append([*heads, None, *heads])
    for number, act in enumerate(first.acts):
        row = [words(text) for text in (act.ref, act.activity[0], act.lead[0], act.due)]
        if number == 0:
            row[3] = sheets.rich(("June 2025 ", "<strike/>"), (act.due, ""))
            (other,) = second.acts
            texts = (other.ref, other.activity[0], other.lead[0], other.due)
            row += [None, *(words(text) for text in texts)]
        rows.append(row)
    return sheets.workbook([("Plan", sheets.sheet(rows))])


if __name__ == "__main__":
    main()
