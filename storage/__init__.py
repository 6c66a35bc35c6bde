"""The only SQL: tables, query verbs and the transaction they run in."""
