import json
from datetime import UTC, datetime

from pipeline.publish.news import report_of
from pipeline.records import RunReport
from pipeline.releases.baseline import Baseline
from pipeline.releases.report import report_json, report_text
from pipeline.schema import ProblemRow
from tests.pipeline.release_tables import PDF, WORD, action, document, tables

OTHER = "d" * 64


def problem(code: str, **values) -> ProblemRow:
    given = {
        "document_id": None,
        "edition_id": None,
        "url": None,
        "stage": "fetch",
        "code": code,
        "severity": "error",
        "message": f"It ended as {code}.",
        "page": None,
    }
    return ProblemRow(**given | values)


def report(last: Baseline | None = None, **rows) -> RunReport:
    return report_of("0008-2026-03-02", tables(**rows), (), last)


def test_news_name_what_is_new_changed_reread_and_gone():
    last = Baseline(
        "0007-2026-03-01",
        tables(
            documents=[
                document(),
                document("1" * 64, document_id="reread", actions=0),
                document("2" * 64, document_id="gone"),
                document("3" * 64, document_id="as-it-was"),
            ]
        ),
    )
    now = report(
        last,
        documents=[
            document(PDF, current=False, state="superseded"),
            document(WORD, supersedes=PDF),
            document("1" * 64, document_id="reread", actions=1),
            document("2" * 64, document_id="gone", state="gone"),
            document("3" * 64, document_id="as-it-was"),
            document(OTHER, document_id="new-one"),
        ],
        actions=[action("0" * 16, document_id="reread", edition_id="1" * 64)],
    )
    told = {line.document_id: line.what for line in now.news}
    assert told == {
        "mereshire-strategy": "changed",
        "reread": "reread",
        "gone": "gone",
        "new-one": "new",
    }
    assert "| Safe at Home, Safe Outside | reread | 0 | 1 |" in report_text(now)


def test_failures_are_counted_by_source_most_first():
    now = report(
        documents=[document(source_id="mereshire-news", url="https://mereshire.example/a.pdf")],
        problems=[
            problem("timeout", url="https://www.bexley.example/x"),
            problem("encrypted", edition_id=PDF, stage="read"),
            problem("crashed", edition_id=PDF, stage="read"),
            problem("empty", url="plan.docx"),
            problem("unread_date", severity="notice", edition_id=PDF),
        ],
    )
    assert [(line.source, line.codes) for line in now.failures] == [
        ("mereshire-news", {"encrypted": 1, "crashed": 1}),
        ("local files", {"empty": 1}),
        ("www.bexley.example", {"timeout": 1}),
    ]


def test_markup_of_documents_has_no_effect_in_the_report():
    title = "Plan | <img src=x onerror=alert(1)> [a](javascript:b)"
    now = report(
        Baseline("0007", tables(documents=[])),
        documents=[document(title=title)],
        problems=[problem("empty", message="# not a heading | nor a column", url="<b>.pdf")],
    )
    text = report_text(now)
    assert r"| Plan \| \<img src=x onerror=alert(1)\> \[a\](javascript:b) | new |" in text
    assert r"\# not a heading \| nor a column" in text


def test_the_report_of_a_failed_run_says_why_and_what_stands():
    failed = RunReport("0007-2026-03-01", published=False, failure="actions: 3 rows, 20 before")
    text = report_text(failed)
    assert text.startswith("# The run failed")
    assert "actions: 3 rows, 20 before" in text
    assert "Release 0007-2026-03-01 stands." in text


def test_json_holds_all_that_the_report_knows():
    started = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
    now = RunReport("0008", True, {"actions": 3}, seconds={"fetch": 1.5}, started_at=started)
    held = json.loads(report_json(now))
    assert held["counts"] == {"actions": 3}
    assert held["started_at"] == "2026-03-02 02:00:00+00:00"
