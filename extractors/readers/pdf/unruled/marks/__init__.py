"""What on a page marks a table without vertical rules: hairlines and shaded rows; what does not."""
