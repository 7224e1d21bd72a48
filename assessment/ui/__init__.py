"""What the quiz's screens and the desk share: terminal, looks, dialogs, widgets."""
