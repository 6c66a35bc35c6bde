"""The one Telegram room in bot/: transport, limiter, messenger, markup, menus and log redaction."""
