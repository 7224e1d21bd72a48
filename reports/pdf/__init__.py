"""HTML -> PDF by WeasyPrint, with the bundled fonts and nothing else."""
