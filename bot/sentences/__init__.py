"""Sentences of screens and of written answers, which staff change in the chat."""
