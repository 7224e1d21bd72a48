"""The processes that make reports, for the quiz, the desk, batches and the command line."""
