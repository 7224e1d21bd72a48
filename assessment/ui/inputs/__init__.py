"""An input for each kind of answer."""
