"""Campaigns measured: how large, how evenly, how fast."""
