"""Cases: somebody asks for a person; who takes it, what is said both ways, and what waiting leads to."""
