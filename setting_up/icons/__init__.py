"""Starters that a person finds among the programs and on the desktop of this computer.

``add`` makes them and returns their files; ``find`` returns those of the program in a folder, and
no others; ``remove`` takes those away.
"""

import sys

if sys.platform == "win32":
    from setting_up.icons.windows import add, find, remove
elif sys.platform == "darwin":
    from setting_up.icons.macos import add, find, remove
else:
    from setting_up.icons.linux import add, find, remove

__all__ = ["add", "find", "remove"]
