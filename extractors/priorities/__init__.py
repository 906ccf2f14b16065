"""A plan's own priorities, a module for each way in which they are printed."""
