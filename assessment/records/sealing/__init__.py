"""Who may read records: the gym's key, payloads, the PIN, the open desk."""
