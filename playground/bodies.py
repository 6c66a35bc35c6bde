"""Reads a call's parameters from wherever the Bot API takes them: query, form, multipart or JSON."""

from __future__ import annotations

import json
from email.message import Message
from email.utils import collapse_rfc2231_value
from urllib.parse import parse_qsl

from playground.refusals import bad_request
from playground.shapes import Json, Upload


def read_params(query: str, content_type: str, body: bytes) -> Json:
    """The parameters; a file stands as an Upload under its field's name."""
    params: Json = dict(parse_qsl(query, keep_blank_values=True)) if query else {}
    if body:
        params.update(_read_body(content_type, body))
    return params


def _read_body(content_type: str, body: bytes) -> Json:
    if content_type.startswith("application/json"):
        return _read_json(body)
    if content_type.startswith("multipart/form-data"):
        return _read_multipart(content_type, body)
    if content_type.startswith("application/x-www-form-urlencoded"):
        return dict(parse_qsl(body.decode(), keep_blank_values=True))
    return {}


def _read_json(body: bytes) -> Json:
    try:
        parsed = json.loads(body)
    except ValueError as problem:
        raise bad_request("can't parse JSON object") from problem
    if not isinstance(parsed, dict):
        raise bad_request("JSON object expected")
    return parsed


def _header(text: str) -> Message:
    header = Message()
    header["content-type"] = text
    return header


def _read_multipart(content_type: str, body: bytes) -> Json:
    boundary = _header(content_type).get_param("boundary")
    if not isinstance(boundary, str):
        raise bad_request("boundary not found in multipart/form-data")
    params: Json = {}
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary.encode())[1:]:
        if part.startswith(b"--"):
            break
        head, _, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        name, value = _read_part(head.decode("utf-8", "replace"), content)
        params[name] = value
    return params


def _read_part(head: str, content: bytes) -> tuple[str, str | Upload]:
    lines = (line.partition(":") for line in head.split("\r\n"))
    headers = {key.strip().lower(): value.strip() for key, _, value in lines}
    disposition = _header(headers.get("content-disposition", ""))
    name = collapse_rfc2231_value(disposition.get_param("name") or "")
    file_name = disposition.get_param("filename")
    if file_name is None:
        return name, content.decode("utf-8", "replace")
    mime_type = headers.get("content-type", "application/octet-stream")
    return name, Upload(collapse_rfc2231_value(file_name), mime_type, content)
