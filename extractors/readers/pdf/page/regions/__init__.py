"""The parts of a page that are read each on its own, in reading order: columns, boxes, bars."""
