"""What takes longer than a test may: kills, outages and floods at seeded moments."""
