"""What the screens of the desk show, as rows and parts of text. Nothing here knows Textual."""
