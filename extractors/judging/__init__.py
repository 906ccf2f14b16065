"""Whether a table is an action table, how sure its rows are, and what is reported of it.

``classify`` judges a table before its rows are read; ``doubts`` and ``values`` judge each row
beside those of its table, ``among`` beside all rows of the document, ``filed`` by the section above
it, and ``scoring`` makes their reasons a score. ``leftovers`` finds text that became no row,
``other_tables`` names the tables that gave nothing; ``reports`` says where, what, and what to do.
"""
