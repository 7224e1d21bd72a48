"""How answers come in and results go out as documents for other programs."""
