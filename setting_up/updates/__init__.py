"""Taking a newer copy of the program in the place of this one, whole or not at all."""
