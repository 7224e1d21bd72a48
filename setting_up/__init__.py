"""What ``start.py`` does: make ``.venv``, and start the program in it.

Standard library only, since nothing else is there yet. No part of the wheel.
"""
