"""Paper that is not about one client's result: the blank form, the recovery sheet."""
