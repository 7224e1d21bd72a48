"""How and where a report is put out: paper, letterhead, file, printer."""
