"""What this computer and this gym need to run the program."""
