"""What runs keep: the lock, the journal, what was made of each edition, whom to tell."""
