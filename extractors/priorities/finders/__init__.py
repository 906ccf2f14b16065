"""The ways in which aims are printed, a module each: a finder gives sets with their evidence."""
