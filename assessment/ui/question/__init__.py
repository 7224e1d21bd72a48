"""One question on a page, with an input for each kind of answer."""
