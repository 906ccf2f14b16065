"""The column heads of a table without vertical rules: which lines they are, and their boxes."""
