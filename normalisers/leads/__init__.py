"""Leads: a printed cell becomes the bodies that lead and support, with their units.

``cells.py`` is the way in. A cell becomes pieces (``pieces.py``, ``councils.py``), people go
(``people.py``), pieces become runs (``runs.py``), and runs become bodies (``split.py``,
``units.py``, ``unknown.py``, ``mentions.py``).
"""

from normalisers.leads.cells import Lead, is_unread, normalise_leads, without_names

__all__ = ["Lead", "is_unread", "normalise_leads", "without_names"]
