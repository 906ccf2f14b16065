"""What the checks of a release count, compare and hold back."""
