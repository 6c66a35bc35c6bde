"""Cases: somebody asks for a person - opened, promised, taken by one, talked about, closed and rated."""
