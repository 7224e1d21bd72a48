"""Scripts that another Python runs: that of ``.venv``, or one beside the pip in ``vendor``."""
