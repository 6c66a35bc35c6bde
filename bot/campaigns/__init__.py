"""Campaigns: what the branch sends to many people at once, and how it is kept from going wrong."""
