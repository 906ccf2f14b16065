"""What makes a table plain before it is read: pieces joined, sides parted, labels made columns."""

from extractors.layouts.labels.choices import settle_choices
from extractors.layouts.plain.aim_heads import part_aim_heads
from extractors.layouts.plain.dated import part_dates
from extractors.layouts.plain.lifted import lift_labelled_rows
from extractors.layouts.plain.lowered import lower_titles
from extractors.layouts.plain.paired import pair_labels
from extractors.layouts.plain.parted import part_labelled_cells
from extractors.layouts.plain.sides import without_groups
from extractors.layouts.plain.timed import list_times
from extractors.layouts.plain.unstacked import count_labels, unstack_labels

PLAIN = (
    without_groups,
    part_aim_heads,
    settle_choices,
    count_labels,
    list_times,
    part_dates,
    pair_labels,
    unstack_labels,
    lower_titles,
    lift_labelled_rows,
    part_labelled_cells,
)
"""What makes a grid plainer before its rows are read, in this order."""
