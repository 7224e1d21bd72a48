"""An app that stays upright on a strange terminal and leaves it clean."""
