"""Questions that people ask of a release, in one place, answered by DuckDB over its tables."""

from collections.abc import Sequence
from typing import Literal

import duckdb

from pipeline.errors import UsageError
from pipeline.releases import Release, faults_of
from pipeline.schema import TABLES

By = Literal["theme", "agency", "due"]

GROUPS: dict[By, str] = {
    "theme": "coalesce(themes.label, 'no theme')",
    "agency": "coalesce(leads.agency_name, 'no lead')",
    "due": """CASE WHEN actions.due_latest IS NOT NULL THEN year(actions.due_latest)::VARCHAR
              ELSE coalesce(actions.due_kind, 'none') END""",
}
JOINS: dict[By, str] = {
    "theme": "LEFT JOIN themes USING (theme_id)",
    "agency": "LEFT JOIN leads USING (action_id, edition_id)",
    "due": "",
}


COMPARISON = """
    WITH counted AS (
        SELECT {group} AS grouped, coalesce(documents.area_code, document_id) AS area,
               edition_id || action_id AS action
        FROM actions JOIN documents USING (document_id, edition_id) {join}
        WHERE documents.current AND list_contains(?, coalesce(documents.area_code, document_id)))
    SELECT grouped, {counts} FROM counted
    GROUP BY grouped ORDER BY count(DISTINCT action) DESC, grouped
"""


def connect(release: Release) -> duckdb.DuckDBPyConnection:
    """Open a release for queries: every table of it as a view of its name.

    Raises:
        UsageError: A file of the release is missing or damaged.
    """
    faults = faults_of(release)
    if faults:
        raise UsageError(faults[0])
    connection = duckdb.connect()
    for table in TABLES:
        path = str(release.path / f"{table}.parquet").replace("'", "''")
        view = f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{path}')"  # noqa: S608
        connection.execute(view)
    return connection


def find_areas(connection: duckdb.DuckDBPyConnection, names: Sequence[str]) -> dict[str, str]:
    """Find the areas that a person named, by name or ONS code.

    A document whose area is not known is found by its ``document_id`` and stands for an area of
    its own.

    Returns:
        Code and name to show: ``{"E09000032": "Wandsworth"}``.

    Raises:
        UsageError: No document of the release covers such an area; it names those that there are.
    """
    held = connection.execute(
        """
        SELECT DISTINCT coalesce(area_code, document_id), coalesce(area_name, document_id)
        FROM documents ORDER BY 2
        """
    ).fetchall()
    by_word = {word.casefold(): pair for pair in held for word in pair}
    unknown = [name for name in names if name.casefold() not in by_word]
    if unknown:
        known = ", ".join(name for _, name in held) or "none"
        raise UsageError(f"No document covers {unknown[0]!r}. This release covers: {known}.")
    return dict(by_word[name.casefold()] for name in names)


def compare(
    connection: duckdb.DuckDBPyConnection, areas: Sequence[str], by: By = "theme"
) -> list[tuple[str, list[int]]]:
    """Count the actions of several areas side by side.

    Args:
        connection: From ``connect``.
        areas: Codes from ``find_areas``, one column each.
        by: What a row is: a theme, a lead agency or the year in which actions are due.

    Returns:
        A row a group, largest first: ``[("Preventing VAWG ...", [8, 5])]``. Only current editions
        count; by agency an action counts once for each body that is named.
    """
    counts = ", ".join("count(DISTINCT action) FILTER (area = ?)" for _ in areas)
    query = COMPARISON.format(group=GROUPS[by], join=JOINS[by], counts=counts)
    rows = connection.execute(query, [list(areas), *areas]).fetchall()
    return [(str(row[0]), [int(count) for count in row[1:]]) for row in rows]


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
