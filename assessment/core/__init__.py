"""What the answers mean: pure, without terminal, file, clock or network."""
