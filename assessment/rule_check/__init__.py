"""A walk through the space of answers that hunts for harm: what no client may ever be given."""
