"""A worker registers interest: the form, how typed answers are read, and what is recorded."""
