"""The sends that carry a file: photo, document, voice."""

from __future__ import annotations

from playground.files import StoredFile, image_size
from playground.formatting import caption_fields
from playground.methods.call import Call, Method
from playground.methods.sending import send
from playground.refusals import bad_request
from playground.shapes import Json, Upload


def _stored(call: Call, kind: str) -> StoredFile:
    call.world.reachable(call.params["chat_id"])
    return call.world.files.accept(kind, _attached(call, call.params[kind]))


def _attached(call: Call, value: Upload | str) -> Upload | str:
    """`attach://name` names another part of the multipart body."""
    if isinstance(value, Upload) or not value.startswith("attach://"):
        return value
    upload = call.files.get(value.removeprefix("attach://"))
    if upload is None:
        raise bad_request(f'can\'t find file "{value}" in the request')
    return upload


def _common(stored: StoredFile) -> Json:
    return {"file_id": stored.file_id, "file_unique_id": stored.unique_id, "file_size": stored.size()}


def photo_content(stored: StoredFile) -> Json:
    width, height = image_size(stored.upload.content)
    return {"photo": [{**_common(stored), "width": width, "height": height}]}


def document_content(stored: StoredFile) -> Json:
    upload = stored.upload
    return {"document": {**_common(stored), "file_name": upload.file_name, "mime_type": upload.mime_type}}


def voice_content(stored: StoredFile, duration: int) -> Json:
    return {"voice": {**_common(stored), "duration": duration, "mime_type": "audio/ogg"}}


def send_photo(call: Call) -> Json:
    caption = caption_fields(call.params)
    return send(call, {**photo_content(_stored(call, "photo")), **caption})


def send_document(call: Call) -> Json:
    caption = caption_fields(call.params)
    return send(call, {**document_content(_stored(call, "document")), **caption})


def send_voice(call: Call) -> Json:
    caption = caption_fields(call.params)
    stored = _stored(call, "voice")
    voice = voice_content(stored, call.params.get("duration") or stored.seconds())
    return send(call, {**voice, **caption})


METHODS: dict[str, Method] = {"sendPhoto": send_photo, "sendDocument": send_document, "sendVoice": send_voice}
