"""Alembic migrations: expand first, contract later; each is frozen once it has landed."""
