"""The quiz in the terminal: screens that ask, widgets that say what happened."""
