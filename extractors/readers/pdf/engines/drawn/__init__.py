"""What a page draws: rules, filled shapes and small pictures."""
