"""The layouts in which actions are printed, a module each: grids, cards, forms, panels.

Cards that readers find in pieces are put together first (``tiers``); ``extractors.actions`` asks
the others in turn. A table is made plain: what stands side by side is parted (``sides``), marks
become words (``choices``), labels in cells and above rows go where they belong (``lowered``,
``lifted``, ``parted``). Then it is a form of labels (``card_tables``, ``titled_rows``; ``forms`` by
``form_values``, ``form_names``, ``form_refs``), a card in each cell (``cell_cards``) or stretches
of rows under headings (``segments``, ``known``, ``deliverables``, ``grids``, ``groups``;
``two_fields`` where one heading names two). Actions without a table are ``prose_cards`` (read by
``prose_run``) and ``headed_cards``; ``titles`` says what stands above a card.
"""
