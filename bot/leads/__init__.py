"""Leads: who gets them, what may become of them, and what is told to whom."""
