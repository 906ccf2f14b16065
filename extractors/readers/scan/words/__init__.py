"""The words of a scanned page: recognised, read again where doubtful, voted on, set on lines."""
