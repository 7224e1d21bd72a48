"""What each sheet says, as words and numbers, formatted once."""
