"""What a sheet says -> HTML."""
