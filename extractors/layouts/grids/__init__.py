"""Rows under named columns: stretches under one set of headings, rows that are one action."""
