"""The columns of a table without vertical rules: free corridors, shaded cells, pieces of rules."""
