"""How the bot asks for its updates: polling or a webhook, never both."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

from playground.methods.call import Call, Method
from playground.refusals import WEBHOOK_ACTIVE, WEBHOOK_SET, bad_request, refused
from playground.shapes import Json
from playground.webhooks import Target

SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
PORTS = (443, 80, 88, 8443)


async def get_updates(call: Call) -> list[Json]:
    updates = call.world.updates
    if call.world.webhook.target:
        raise refused(WEBHOOK_ACTIVE)
    updates.allow(call.params.get("allowed_updates"))
    updates.confirm(call.params.get("offset", 0))
    limit = min(max(call.params.get("limit", 100), 1), 100)
    return await updates.poll(limit, min(max(call.params.get("timeout", 0), 0), 50))


async def set_webhook(call: Call) -> bool:
    if not call.params["url"]:
        return await delete_webhook(call)
    target = _target(call)
    world = call.world
    world.updates.allow(call.params.get("allowed_updates"))
    world.updates.stop_poll(WEBHOOK_SET)
    _drop_pending(call)
    await world.webhook.point_at(target)
    return True


def _target(call: Call) -> Target:
    secret = call.params.get("secret_token")
    if secret and not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    url = call.params["url"]
    _check_url(url, local=call.world.settings.local)
    connections = min(max(call.params.get("max_connections", 40), 1), 100)
    return Target(url, secret or None, connections, call.params.get("ip_address"))


def _check_url(url: str, *, local: bool) -> None:
    try:
        parts = urlsplit(url)
        port = parts.port or 443
    except ValueError:
        raise bad_request("bad webhook: invalid webhook URL specified") from None
    if not parts.hostname or parts.scheme not in {"http", "https"}:
        raise bad_request("invalid webhook URL specified")
    if local:
        return
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if port not in PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    _check_public(parts.hostname)


def _check_public(host: str) -> None:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return
    if not address.is_global:
        raise bad_request(f"bad webhook: IP address {host} is reserved")


async def delete_webhook(call: Call) -> bool:
    _drop_pending(call)
    await call.world.webhook.point_at(None)
    return True


def _drop_pending(call: Call) -> None:
    if call.flag("drop_pending_updates"):
        call.world.updates.clear()


def get_webhook_info(call: Call) -> Json:
    webhook, updates = call.world.webhook, call.world.updates
    target = webhook.target
    info: Json = {
        "url": target.url if target else "",
        "has_custom_certificate": False,
        "pending_update_count": len(updates.all()),
    }
    if webhook.last_error.date:
        info |= {"last_error_date": webhook.last_error.date, "last_error_message": webhook.last_error.message}
    if target:
        info["max_connections"] = target.max_connections
    return info | ({"allowed_updates": updates.allowed} if updates.allowed else {})


METHODS: dict[str, Method] = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
