"""One module for each kind of thing on a screen; a widget tells what happened."""
