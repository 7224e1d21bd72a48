"""Two screenings of one client -> what differs between them."""
