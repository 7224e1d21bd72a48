"""The gym's settings: what there is, how the file is read and changed, and the words for it."""
