"""Which field each column of a table holds: its headings, and what its cells look like.

``heads`` finds the rows of headings (with ``near_heads``, ``run_together``); ``headings`` looks a
printed heading up in ``headings.csv`` (``damaged``, ``heading_rows``: where print spoilt it);
``contents`` and ``suited`` say what the cells look like (``refs``: references before a text).
``claims`` settles which heading has which field, and ``fields`` names the columns.
"""
