"""What the service knows and decides: no SQL, and no Telegram but in `telegram_api`."""
