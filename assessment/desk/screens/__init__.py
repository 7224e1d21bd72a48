"""One module for each screen of the desk; a screen asks, the app does."""
