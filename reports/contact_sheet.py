"""All exercises on sheets, each with its poses and its name, to look at them: HTML or PDF."""
