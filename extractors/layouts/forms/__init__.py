"""Forms and cards: labels and values of one action, in tables of their own or without a table."""
