"""What the service costs, beside a bare bot in the same run: `python -m benchmarks`."""
