"""Tables from printed rules: grids of squares, and the cells that only look merged or whole.

The stages, as ``grids`` composes them: pieces of rules are put together (``runs``), fills stand
for rules that are not printed (``filled``), ``squares`` gives the cells, ``split`` parts tables
that lie close, ``lone_heads`` leaves heads to rows that hairlines alone part. Columns and rows
that no rule parts come last: ``spans``, ``inner``, ``layers``.
"""
