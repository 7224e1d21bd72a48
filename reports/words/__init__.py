"""Every sentence on paper, and values as words."""
