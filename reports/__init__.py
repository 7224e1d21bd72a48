"""How a result is shown on paper: words, drawings, HTML and PDF."""
