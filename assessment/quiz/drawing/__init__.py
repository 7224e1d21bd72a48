"""The body and the exercises on the cells of a terminal. Pure."""
