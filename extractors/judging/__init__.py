"""Whether a table is an action table, how sure its rows are, and what is reported of it."""
