"""The stop-watch and the counter over the page of a measurement."""
