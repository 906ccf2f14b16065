"""A plan's own priorities, a module for each way in which they are printed.

Each finder gives sets of aims with their evidence (``narrative`` lists the finders);
``sets`` chooses the one that is the plan's own, and ``same`` joins what other places print of it.
"""
