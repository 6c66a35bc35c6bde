"""What BPJS Ketenagakerjaan offers informal workers: dated facts and their typed, pure readers."""
