"""An offline Telegram: a Bot API stand-in and the phones of its people, over plain HTTP."""
