"""Records as a trainer thinks of them, without a screen: clients, history, corrections, copies."""
