"""What is at an address, seen before anything there is touched."""
