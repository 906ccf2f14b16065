"""Which field each column of a table holds: its headings, and what its cells look like.

``heads`` finds the rows of headings (with ``near_heads``, ``run_together``); ``headings`` looks a
printed heading up in ``headings.csv`` (``damaged``, ``heading_rows``: where print spoilt it);
``contents`` and ``suited`` say what the cells look like (``refs``: references before a text).
``claims`` settles which heading has which field, ``promised`` which column holds the actions where
headings leave it open, and ``fields`` names all (``named``: the columns by their fields).
"""
