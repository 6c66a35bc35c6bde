"""Inbound Telegram, thin: parse, call a use-case, show a screen."""
