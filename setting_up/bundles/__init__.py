"""A bundle: a folder with the program and all that it needs, for a computer without internet."""
