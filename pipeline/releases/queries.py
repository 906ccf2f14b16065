"""Questions that people ask of a release, in one place, answered by DuckDB over its tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import duckdb

from pipeline.errors import JobFailed, UsageError, hint
from pipeline.releases import Release, damage_of
from pipeline.releases.checksums import REBUILD, checksums_in
from pipeline.schema import TABLES, columns_of

By = Literal["theme", "agency", "due", "priority"]

BYS: tuple[By, ...] = ("theme", "agency", "due", "priority")

COUNTED: dict[By, str] = dict.fromkeys(BYS, "actions") | {"priority": "priorities"}
"""The table whose rows are counted; what the counts are called in every output, too."""

GROUPS: dict[By, str] = {
    "theme": "coalesce(themes.label, 'no theme')",
    "agency": "coalesce(leads.agency_name, 'no lead')",
    "due": """CASE WHEN actions.due_latest IS NOT NULL THEN year(actions.due_latest)::VARCHAR
              ELSE coalesce(actions.due_kind, 'none') END""",
    "priority": "coalesce(themes.label, 'no theme')",
}
JOINS: dict[By, str] = {
    "theme": "LEFT JOIN themes USING (theme_id)",
    "agency": """LEFT JOIN (SELECT DISTINCT action_id, edition_id, agency_name FROM leads) AS leads
                 USING (action_id, edition_id)""",
    "due": "",
    "priority": "LEFT JOIN themes USING (theme_id)",
}
ORDERS: dict[By, str] = {
    "theme": "count(*) DESC, grouped",
    "agency": "count(*) DESC, grouped",
    "due": "grouped",  # years in their order, then the words
    "priority": "count(*) DESC, grouped",
}
COVERS = """
    WITH covers AS (
        SELECT coalesce(area_code, document_id) AS area, area AS planned FROM documents
        UNION SELECT unnest(member_codes), area_code FROM areas
        UNION SELECT part.area_code, force.area_code
        FROM areas AS part JOIN areas AS force USING (police_force_id)
        WHERE force.area_type = 'police-force-area'
        AND part.area_type NOT IN ('police-force-area', 'region', 'nation'))
"""  # a plan of ``planned`` is one of ``area``; a document without an area is one of its own.
# London, a region, is no part of the Metropolitan Police District: it has the City as well.
CHOSEN = f"""
    {COVERS}, chosen AS (
        SELECT edition_id, area, planned
        FROM documents JOIN covers ON coalesce(area_code, document_id) = planned
        WHERE current AND coalesce(state, 'live') NOT IN ('superseded', 'withdrawn')
        AND list_contains(?, area))
"""  # noqa: S608  # plans in force, once for each area that is asked for
COVERED = f"""
    {COVERS}
    SELECT area, coalesce(max(area_name) FILTER (area = planned), max(areas.name), area)
    FROM documents JOIN covers ON coalesce(documents.area_code, document_id) = planned
    LEFT JOIN areas ON areas.area_code = area
    GROUP BY area ORDER BY 2, 1
"""  # noqa: S608
COMPARISON = """
    {chosen} SELECT {group} AS grouped, {counts}
    FROM chosen JOIN {counted} USING (edition_id) {join}
    GROUP BY grouped ORDER BY {order}
"""
FACTS = """
    {chosen}, known AS (
        SELECT edition_id, action_id, bool_and(method <> 'unresolved') AS all_known
        FROM leads JOIN chosen USING (edition_id) GROUP BY ALL)
    SELECT area, count(*), count(due_latest), count(*) FILTER (due_kind = 'ongoing'),
           count(all_known), count(*) FILTER (all_known), avg(score)
    FROM chosen JOIN actions USING (edition_id) LEFT JOIN known USING (edition_id, action_id)
    GROUP BY area
"""
PRIORITIES = """
    {chosen} SELECT area, count(*) FROM chosen JOIN priorities USING (edition_id) GROUP BY area
"""
DOCUMENTS = """
    {chosen}
    SELECT area, coalesce(title, file_name), coalesce(publisher, ''), coalesce(period_start, ''),
           coalesce(period_end, ''), coalesce(url, ''), file_name, coalesce(documents.actions, 0),
           CASE WHEN area = planned THEN '' ELSE coalesce(area_name, planned) END
    FROM chosen JOIN documents USING (edition_id) ORDER BY area, 2, part
"""


@dataclass(frozen=True, slots=True)
class AreaFacts:
    """What a release holds of one area, and how sure it is; counts of actions.

    Attributes:
        code: ONS code, or the ``document_id`` of a document whose area is not known.
        name: ``"Wandsworth"``.
        actions: All of them; those below are parts of it.
        dated: With a due date.
        ongoing: With no end, as printed.
        led: That name a body to lead or support.
        resolved: Of those, the ones of which every body is known.
        score: Mean score of the reading, 0 to 100; None where there are no actions.
        priorities: Its priorities, those without an action as well.
    """

    code: str
    name: str
    actions: int = 0
    dated: int = 0
    ongoing: int = 0
    led: int = 0
    resolved: int = 0
    score: float | None = None
    priorities: int = 0


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A current document of an area, as a person looks it up; "" where a thing is not known.

    ``joint`` is the joint area or police force area that the plan is of: "Mereshire and
    Calderwick"; "" for a plan of the area alone.
    """

    area: str
    title: str
    publisher: str
    period_start: str
    period_end: str
    url: str
    file_name: str
    actions: int
    joint: str = ""


def connect(release: Release) -> duckdb.DuckDBPyConnection:
    """Open a release for queries: every table of it as a view of its name.

    Columns and tables that an older release lacks are there, with nulls or without rows.

    Raises:
        JobFailed: A file of the release is missing or damaged.
    """
    damage = damage_of(release)
    if damage:
        raise JobFailed(damage[0])
    connection, published = duckdb.connect(), checksums_in(release.path)
    for table in TABLES:
        file = release.path / f"{table}.parquet"
        try:
            _view(connection, table, file if file.name in published else None)
        except duckdb.Error as cause:
            message = f"{release.name}: {table}.parquet is no Parquet that can be read; {REBUILD}"
            raise JobFailed(message) from cause
    return connection


def _view(connection: duckdb.DuckDBPyConnection, table: str, path: Path | None) -> None:
    if path is not None:
        quoted = str(path).replace("'", "''")
        connection.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{quoted}')")  # noqa: S608
        held = connection.table(table).columns
        if set(held) >= {column.name for column in columns_of(table)}:
            return
        connection.execute(f"ALTER VIEW {table} RENAME TO held_{table}")
    from pipeline.arrow import arrow_schema  # an older release alone needs Arrow

    connection.register(f"no_{table}", arrow_schema(table).empty_table())
    source = f"SELECT * FROM no_{table}"  # noqa: S608
    if path is not None:
        source = f"SELECT * FROM held_{table} UNION ALL BY NAME {source}"  # noqa: S608
    connection.execute(f"CREATE VIEW {table} AS {source}")


def find_areas(connection: duckdb.DuckDBPyConnection, names: Sequence[str]) -> dict[str, str]:
    """Find the areas that a person named, by name, alias or ONS code.

    An area is covered by its own plans and by those of joint areas and of the police force area
    that it is part of. A document whose area is not known is found by its ``document_id`` and
    stands for an area of its own.

    Returns:
        Code and name to show: ``{"E09000032": "Wandsworth"}``.

    Raises:
        UsageError: No document of the release covers such an area; it names those that there are.
    """
    covered = dict(connection.execute(COVERED).fetchall())
    found = {}
    for name in names:
        code = _find_code(name, covered)
        if code is None:
            raise UsageError(f"No document covers {name!r}. {hint(name, list(covered.values()))}")
        found[code] = covered[code]
    return found


def _find_code(name: str, covered: Mapping[str, str]) -> str | None:
    """The code of a covered area; of two with one name that of the local authority."""
    word = name.strip().casefold()
    codes = [code for code in covered if code.casefold() == word]
    codes = codes or [code for code, shown in covered.items() if shown.casefold() == word]
    if len(codes) == 1:
        return codes[0]
    from normalisers.areas import area_code  # its names take a second to load

    known = area_code(name)
    return known if known in covered else next(iter(codes), None)


def compare(
    connection: duckdb.DuckDBPyConnection, areas: Sequence[str], by: By = "theme"
) -> list[tuple[str, list[int]]]:
    """Count the actions, or the priorities, of several areas side by side.

    Args:
        connection: From ``connect``.
        areas: Codes from ``find_areas``, one column each.
        by: What a row is: a theme, a lead agency or the year in which actions are due; by
            "priority" a row is a theme, too, and counts the priorities of it.

    Returns:
        A row a group, largest first, years in their order: ``[("Preventing VAWG ...", [8, 5])]``.
        Only current editions of plans in force count, none that were superseded or withdrawn; by
        agency an action counts once for each body that is named. A plan of a joint area counts
        once in each column that is part of it.
        No rows where the areas have no actions, or no priorities.
    """
    counts = ", ".join("count(*) FILTER (area = ?)" for _ in areas)
    query = COMPARISON.format(
        chosen=CHOSEN,
        counted=COUNTED[by],
        group=GROUPS[by],
        join=JOINS[by],
        counts=counts,
        order=ORDERS[by],
    )
    rows = connection.execute(query, [list(areas), *areas]).fetchall()
    return [(str(row[0]), [int(count) for count in row[1:]]) for row in rows]


def facts_of(connection: duckdb.DuckDBPyConnection, areas: Mapping[str, str]) -> list[AreaFacts]:
    """Say how much of each area there is, in the order of ``areas`` (code to name)."""
    rows = connection.execute(FACTS.format(chosen=CHOSEN), [list(areas)]).fetchall()
    held = {row[0]: AreaFacts(row[0], areas[row[0]], *row[1:]) for row in rows}
    aims = dict(connection.execute(PRIORITIES.format(chosen=CHOSEN), [list(areas)]).fetchall())
    return [
        replace(held.get(code, AreaFacts(code, name)), priorities=aims.get(code, 0))
        for code, name in areas.items()
    ]


def documents_of(connection: duckdb.DuckDBPyConnection, areas: Sequence[str]) -> list[DocumentLine]:
    """The current documents in force of some areas, by area and title."""
    rows = connection.execute(DOCUMENTS.format(chosen=CHOSEN), [list(areas)]).fetchall()
    return [DocumentLine(*row) for row in rows]


def first_actions(release: Release, limit: int) -> list[tuple[str, ...]]:
    """Document, reference, activity, lead, due date of the first actions, as shown after a run."""
    with connect(release) as connection:
        return connection.execute(
            """
            SELECT document_id, coalesce(ref, ''), coalesce(activity, objective, ''),
                   coalesce(lead_raw, ''), coalesce(due_raw, '')
            FROM actions JOIN documents USING (document_id, edition_id)
            WHERE current ORDER BY document_id, part, ordinal LIMIT ?
            """,
            [limit],
        ).fetchall()
