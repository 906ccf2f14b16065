"""Tables in a part of the page's width: beside one another, beside text, in frames."""
