"""The layouts in which actions are printed: rows under columns, forms, cards, prose.

A table is made ``plain`` first: cards that readers find in pieces are put together (``tiers``,
``gathered``), labels above and beside their values are set alike (``paired``),
what stands side by side is parted (``sides``), labels in cells and above rows go where they belong
(``lowered``, ``lifted``, ``parted``). Then ``extractors.actions`` asks ``forms`` (labels and
values of one action; without a table ``prose_cards`` and ``headed_cards``) and ``grids`` (stretches
of rows under headings) in turn. ``labels`` is what they share: a label with its value, wherever it
is printed, and the choices of which a mark tells one.
"""
