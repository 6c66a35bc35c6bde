"""Questions in people's own words, answered with what was written beforehand and never with anything else."""
