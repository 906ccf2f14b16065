"""Tables that no vertical rule parts: columns and rows from heads, shading, gaps and pieces.

The stages, as ``find`` composes them: what stands side by side is parted (``beside`` by what is
drawn, ``halves`` by heads and titles); then each line is asked which table it begins: one below a
row of heads (``headed``), a list of ``labels``, cards (``titled``) or a table on its side
(``transposed``). Columns are the ``corridors`` that lines leave free; rows come from rules or,
without them, from the parting that costs least (``fitted``). What goes on overleaf
(``overleaf``) is put before what the page shows by itself in ``carry``.
"""
