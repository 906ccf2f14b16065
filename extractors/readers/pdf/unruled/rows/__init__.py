"""Where the rows of a table begin that no rule parts: by gaps, stripes and cheapest parting.

``rows`` asks rules first, then ``stripes`` and ``fitted`` (which weighs what ``fit_lines`` says);
``merged`` and ``parted`` are rows of which some columns go on.
"""
