"""Where a bot learns the path of a file that it may download."""

from __future__ import annotations

from playground.methods.call import Call, Method
from playground.refusals import bad_request
from playground.shapes import Json

LARGEST_DOWNLOAD = 20 * 1024 * 1024


def get_file(call: Call) -> Json:
    stored = call.world.files.find(call.params["file_id"])
    if stored is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if stored.size() > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return {
        "file_id": stored.file_id,
        "file_unique_id": stored.unique_id,
        "file_size": stored.size(),
        "file_path": stored.path,
    }


METHODS: dict[str, Method] = {"getFile": get_file}
