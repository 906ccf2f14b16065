"""What makes a table plain before it is read: pieces joined, sides parted, labels made columns."""
