"""A client's regions, cautions and minutes -> exercises, doses, sessions and weeks."""
