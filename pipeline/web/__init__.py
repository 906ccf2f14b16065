"""Fetching from the web: politely, from checked addresses, with a state for each of them."""
