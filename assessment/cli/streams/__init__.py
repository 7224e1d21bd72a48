"""What a command reads, what it writes, and how it ends."""
