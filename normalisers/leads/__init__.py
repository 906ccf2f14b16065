"""Leads: a printed cell becomes the bodies that lead and support, with their units.

``cells.py`` is the way in. A cell becomes pieces (``pieces.py``, ``initials.py``, ``councils.py``,
``marks.py``), people go (``people.py``), pieces become runs (``runs.py``), runs become drafts of
bodies (``split.py``, ``together.py``), and drafts become mentions (``bodies.py``, ``proper.py``,
``covered.py``, ``units.py``, ``brackets.py``; ``unnamed.py`` and ``unknown.py`` where no body is
named), which ``joining.py`` puts together.
"""

from normalisers.leads.cells import Lead, is_unread, normalise_leads, without_names

__all__ = ["Lead", "is_unread", "normalise_leads", "without_names"]
