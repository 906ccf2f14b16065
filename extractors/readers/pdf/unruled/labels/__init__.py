"""Tables whose labels stand at the left or over each value: lists, small cards, turned tables."""
