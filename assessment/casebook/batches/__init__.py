"""Many reports at once, from the records: which files, made of what, and the run."""
