"""One module for each screen; a screen decides, its widgets only tell."""
