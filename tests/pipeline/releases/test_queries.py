import base64
import csv
import io
import json
import re
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pyarrow.parquet as pq
import pytest

from pipeline.errors import JobFailed, UsageError
from pipeline.export.charts import count_chart, to_svg
from pipeline.export.compare_page import Comparison, comparison_page
from pipeline.publish import write_release
from pipeline.releases import point_to, queries
from tests.pipeline.release_tables import (
    PDF,
    WORD,
    action,
    area,
    document,
    lead,
    priority,
    report,
    sign,
    tables,
    theme,
)

PLANBOOK = Path(sys.executable).parent / "planbook"
HOSTILE = '</td><script>alert("x")</script><img src=x onerror=alert(1)> {{ 7 * 7 }} [bold]'


def publish(data_dir, **rows):
    release = write_release(data_dir / "curated", tables(**rows), {}, report())
    point_to(release)
    return release


@pytest.fixture
def release(tmp_path):
    """Mereshire has two actions; Calderwick one, in a current and in a replaced edition."""
    calderwick = {"document_id": "calderwick-plan", "edition_id": WORD, "area_code": "X01000002"}
    return publish(
        tmp_path,
        documents=[
            document(
                area_code="X01000001", area_name="Mereshire", url="https://mereshire.example/p"
            ),
            document(
                **calderwick, area_name="Calderwick", title=HOSTILE, url="javascript:alert(1)"
            ),
            document("c" * 64, document_id="calderwick-plan", current=False, area_code="X01000002"),
        ],
        actions=[
            action("0" * 16, theme_id="prevention", due_latest=date(2026, 3, 31)),
            action("1" * 16, due_latest=None, due_kind="ongoing"),
            action("2" * 16, theme_id="prevention", **calderwick),
            action("2" * 16, theme_id="prevention", **calderwick | {"edition_id": "c" * 64}),
        ],
        leads=[
            lead("0" * 16, 1, "Police"),
            lead("0" * 16, 2, "Police", unit="Custody"),
            lead("2" * 16, 1, "@SUM(A1) Housing", edition_id=WORD, method="unresolved"),
        ],
        themes=[theme("prevention", "Preventing harm")],
    )


@pytest.fixture
def opened(release):
    with queries.connect(release) as connection:
        yield connection


AREAS = ["X01000001", "X01000002"]


def test_areas_are_compared_by_theme_with_the_largest_first(opened):
    assert queries.compare(opened, AREAS) == [("Preventing harm", [1, 1]), ("no theme", [1, 0])]


@pytest.mark.parametrize("state", ["superseded", "withdrawn"])
def test_plans_that_are_no_longer_in_force_do_not_count(tmp_path, state):
    over = {"document_id": "mereshire-2019", "edition_id": WORD, "area_code": "X01000001"}
    held = publish(
        tmp_path,
        documents=[document(area_code="X01000001"), document(**over, state=state)],
        actions=[action("0" * 16), action("3" * 16, **over)],
    )
    with queries.connect(held) as connection:
        assert queries.compare(connection, ["X01000001"]) == [("no theme", [1])]
        assert [line.actions for line in queries.documents_of(connection, ["X01000001"])] == [3]


def test_a_body_that_a_cell_names_twice_counts_once(opened):
    assert queries.compare(opened, ["X01000001"], "agency") == [("Police", [1]), ("no lead", [1])]


def test_years_stand_in_their_order_before_what_has_none(opened):
    rows = queries.compare(opened, AREAS, "due")
    assert rows == [("2026", [1, 0]), ("2027", [0, 1]), ("ongoing", [1, 0])]


def test_facts_say_how_much_is_known_of_each_area(opened):
    mereshire, calderwick = queries.facts_of(opened, {"X01000001": "M", "X01000002": "C"})
    assert (mereshire.actions, mereshire.dated, mereshire.ongoing) == (2, 1, 1)
    assert (mereshire.led, mereshire.resolved, mereshire.score) == (1, 1, 90)
    assert (calderwick.led, calderwick.resolved) == (1, 0)


def test_an_area_is_found_by_name_or_code_and_a_slip_gets_a_hint(opened):
    assert queries.find_areas(opened, ["mereshire", "X01000002"]) == {
        "X01000001": "Mereshire",
        "X01000002": "Calderwick",
    }
    with pytest.raises(UsageError, match=r"No document covers 'Meershire'. Did you mean Mereshire"):
        queries.find_areas(opened, ["Meershire"])


JOINT = "X-LLR"
SHARED = {"area_code": JOINT, "area_name": "Leicester, Leicestershire and Rutland"}


@pytest.fixture
def shared(tmp_path):
    """A plan of three councils, one of the force around them, and one of Barnet."""
    force, barnet = "c" * 64, {"document_id": "barnet-plan", "edition_id": WORD}
    policed = {"police_force_id": "leicestershire"}
    return publish(
        tmp_path,
        documents=[
            document(**SHARED, title="Safer Together"),
            document(**barnet, area_code="E09000003", area_name="Barnet"),
            document(force, document_id="force-plan", title="Force Plan", area_code="E23000021"),
        ],
        actions=[
            action("0" * 16, area_code=JOINT),
            action("1" * 16, area_code=JOINT),
            action("2" * 16, **barnet),
            action("3" * 16, document_id="force-plan", edition_id=force),
        ],
        priorities=[priority("a" * 16, "Prevent harm before it starts")],
        areas=[
            area("E06000016", "Leicester", **policed),
            area("E10000018", "Leicestershire", **policed),
            area("E09000003", "Barnet", police_force_id="metropolitan"),
            area("E12000004", "East Midlands", area_type="region", **policed),
            area("E23000021", "Leicestershire", area_type="police-force-area", **policed),
            area(
                JOINT,
                SHARED["area_name"],
                area_type="joint-area",
                member_codes=("E06000016", "E10000018"),
                **policed,
            ),
        ],
    )


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("leicester", "E06000016"),
        ("E06000016", "E06000016"),
        ("Leicester City Council", "E06000016"),
        ("Leicestershire", "E10000018"),  # the county, not the force of that name
        ("e23000021", "E23000021"),
        ("Leicester, Leicestershire and Rutland", JOINT),
    ],
)
def test_a_member_of_a_joint_area_is_found_by_name_alias_or_code(shared, said, code):
    with queries.connect(shared) as connection:
        assert list(queries.find_areas(connection, [said])) == [code]


def test_a_joint_plan_counts_once_for_each_of_its_areas_and_for_no_other(shared):
    codes = ["E06000016", "E10000018", JOINT, "E09000003", "E23000021"]
    with queries.connect(shared) as connection:
        assert queries.compare(connection, codes) == [("no theme", [3, 3, 3, 1, 1])]
        lines = queries.documents_of(connection, ["E06000016"])
        assert [(line.title, line.joint) for line in lines] == [
            ("Force Plan", "E23000021"),
            ("Safer Together", "Leicester, Leicestershire and Rutland"),
        ]
        with pytest.raises(UsageError, match="No document covers 'East Midlands'"):
            queries.find_areas(connection, ["East Midlands"])


def test_compare_says_which_joint_area_a_plan_is_of(shared):
    told = "Leicester shares 'Safer Together', a plan of Leicester, Leicestershire and Rutland."
    ran = planbook(shared, "compare", "Leicester", "Barnet")
    assert ran.returncode == 0
    assert told in ran.stderr
    assert "Barnet shares" not in ran.stderr
    held = json.loads(planbook(shared, "compare", "Leicester", "--format", "json").stdout)
    assert held["joint_plans"][1] == {
        "area": "E06000016",
        "plan_of": "Leicester, Leicestershire and Rutland",
        "title": "Safer Together",
    }
    assert "Plan of Leicester, Leicestershire and Rutland" in page_of(
        shared, {"E06000016": "Leicester"}
    )


@pytest.fixture
def aims(tmp_path):
    """Mereshire prints two priorities and no action."""
    return publish(
        tmp_path,
        documents=[document(area_code="X01000001", area_name="Mereshire", actions=0)],
        priorities=[
            priority("a" * 16, "Prevent harm before it starts", theme_id="prevention"),
            priority("b" * 16, "Work as one system"),
        ],
        themes=[theme("prevention", "Preventing harm")],
    )


def test_areas_that_print_priorities_alone_are_compared_by_the_themes_of_these(aims):
    ran = planbook(aims, "compare", "Mereshire", "--format", "json")
    held = json.loads(ran.stdout)
    assert (ran.returncode, held["by"]) == (0, "priority")
    assert {"group": "Preventing harm", "priorities": {"X01000001": 1}} in held["groups"]
    shown = planbook(aims, "compare", "Mereshire")
    assert "Priorities" in shown.stdout
    assert "Actions" not in shown.stdout
    page = planbook(aims, "compare", "Mereshire", "--by", "due", "--format", "html").stdout
    assert "Priorities by theme" in page


def test_years_of_an_area_that_prints_priorities_alone_are_refused_in_a_line(aims):
    ran = planbook(aims, "compare", "Mereshire", "--by", "due")
    assert ran.returncode == 2
    assert "No actions were read for Mereshire." in ran.stderr


def test_a_damaged_release_is_not_queried(release):
    (release.path / "leads.parquet").write_bytes(b"PAR1")
    with pytest.raises(JobFailed, match=r"leads\.parquet does not match its checksum"):
        queries.connect(release)


def test_an_older_release_answers_with_nulls_for_what_it_lacks(release):
    file = release.path / "actions.parquet"
    pq.write_table(pq.read_table(file).drop_columns(["due_kind", "score"]), file)
    (release.path / "leads.parquet").unlink()
    sign(release.path)
    with queries.connect(release) as connection:
        assert queries.compare(connection, ["X01000001"], "agency") == [("no lead", [2])]
        assert queries.compare(connection, ["X01000001"], "due") == [("2026", [1]), ("none", [1])]
        assert queries.facts_of(connection, {"X01000001": "M"})[0].score is None


def page_of(release, areas):
    with queries.connect(release) as connection:
        return comparison_page(
            Comparison(
                release.name,
                queries.facts_of(connection, areas),
                {by: queries.compare(connection, list(areas), by) for by in queries.BYS},
                queries.documents_of(connection, list(areas)),
            )
        )


@pytest.mark.fault("C41", "C47")
def test_the_page_needs_no_network_and_no_text_of_a_document_becomes_markup(release):
    page = page_of(release, {"X01000001": HOSTILE, "X01000002": "Calderwick"})
    assert "<script" not in page
    assert "onerror=alert(1)&gt;" in page
    assert "{{ 7 * 7 }}" in page
    assert re.findall(r'href="([^"]*)"', page) == ["https://mereshire.example/p"]
    assert {source[:26] for source in re.findall(r'src="([^"]*)', page)} == {
        "data:image/svg+xml;base64,"
    }
    for picture in re.findall(r"base64,([^\"]*)", page):
        svg = base64.b64decode(picture).decode()
        assert "<script" not in svg
        ElementTree.fromstring(svg)


def test_more_than_three_areas_become_a_heatmap_with_numbers():
    names = ["Mereshire", "Calderwick", "Port Ellery", "Ashmoor"]
    svg = to_svg(count_chart(names, [("Preventing harm", [4, 0, 12, 7])], "Actions"))
    for text in (*names, "Preventing harm", "12"):
        assert f">{text}</text>" in svg


def test_two_areas_of_one_name_stay_two_columns():
    svg = to_svg(count_chart(["Newport", "Newport"], [("Preventing harm", [4, 9])], "Actions"))
    assert svg.count(">Newport</text>") == 2


def planbook(release, *words):
    data_dir = release.path.parent.parent
    return subprocess.run(
        [PLANBOOK, *words, "--data-dir", data_dir], capture_output=True, text=True, check=False
    )


def test_compare_gives_csv_json_and_a_page(release, tmp_path):
    call = ("compare", "Mereshire", "Calderwick", "--by", "agency", "--format")
    rows = list(csv.reader(io.StringIO(planbook(release, *call, "csv").stdout)))
    assert rows[0] == ["agency", "Mereshire", "Calderwick"]
    assert ["'@SUM(A1) Housing", "0", "1"] in rows
    held = json.loads(planbook(release, *call, "json").stdout)
    assert held["areas"] == {"X01000001": "Mereshire", "X01000002": "Calderwick"}
    assert {"group": "Police", "actions": {"X01000001": 1, "X01000002": 0}} in held["groups"]
    page = tmp_path / "compared.html"
    assert planbook(release, *call, "html", "-o", str(page)).stdout.strip() == str(page)
    assert page.read_text().index("By lead agency") < page.read_text().index("By theme")


def test_an_area_without_actions_is_told_in_a_line_that_says_what_to_do(tmp_path):
    release = publish(tmp_path, documents=[document(area_code="X01000003", area_name="Ashmoor")])
    ran = planbook(release, "compare", "Ashmoor")
    assert ran.returncode == 2
    assert "No actions were read for Ashmoor. 'planbook releases show'" in ran.stderr
    assert ran.stdout == ""


def test_two_areas_of_a_hundred_thousand_actions_are_counted_in_two_seconds(tmp_path):
    import pyarrow as pa

    held = tables(
        documents=[document(area_code="X01000001"), document(WORD, area_code="X01000002")],
        actions=[action(f"{n:016x}", edition_id=PDF if n % 2 else WORD) for n in range(500)],
        leads=[lead(f"{n:016x}", 1, "Police") for n in range(500)],
    )
    held["actions"] = pa.concat_tables([held["actions"]] * 200)
    release = write_release(tmp_path / "curated", held, {}, report())
    page_of(release, {"X01000001": "warm"})  # the libraries are loaded once a process
    begun = time.process_time()
    page_of(release, {"X01000001": "Mereshire", "X01000002": "Calderwick"})
    assert time.process_time() - begun < 2
