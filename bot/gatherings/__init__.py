"""Group nights: a session with its own QR, a live count, and a sheet of everybody who registered."""
