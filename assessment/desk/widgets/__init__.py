"""What the screens of the desk are made of, beside the widgets of the quiz."""
