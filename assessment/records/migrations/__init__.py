"""How the tables came about, step by step; alembic runs what a store has not had yet."""
