"""What is kept on the laptop: the draft of a screening that is not finished."""
