"""Files of this computer: where they are, written whole or not at all, and the fault log."""
