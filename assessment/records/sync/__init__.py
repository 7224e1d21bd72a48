"""Two stores become one: over a server, or by a bundle on a stick."""
