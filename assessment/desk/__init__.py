"""The trainer's desk on the screen: clients, their history, records, paper, rights.

``app`` opens and shuts it; ``screens`` show and ask; what is not about a screen (``changing``,
``history``, ``papers`` ...) knows no Textual and can be used by commands too.
"""
