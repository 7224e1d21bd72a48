"""What the answers mean, and the programs around it. Imports nothing."""
