"""SQLModel tables, one file a noun; each enum stands beside its table."""
