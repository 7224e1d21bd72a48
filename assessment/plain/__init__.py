"""The same quiz line by line, for screen readers, pipes and odd terminals. Knows no Textual."""
