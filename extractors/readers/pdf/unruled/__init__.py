"""Tables that no vertical rule parts: columns and rows from heads, shading, gaps and pieces."""
