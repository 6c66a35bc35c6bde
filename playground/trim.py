"""Makes botapi.json from the full Bot API specification: `python -m playground.trim SPECIFICATION`."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from playground.methods import METHODS
from playground.shapes import Json

TARGET = Path(__file__).with_name("botapi.json")
CONSTANT = re.compile(r'(?:must be|always) [“"*]?([a-z_]+)[”"*]?$')


def trim(full: Json) -> Json:
    """Every method's name, the fields of the played ones, and the types that these reach."""
    methods = {name: _fields(full["methods"][name]) if name in METHODS else None for name in full["methods"]}
    types: Json = {}
    for fields in methods.values():
        _reach(full["types"], (fields or {}).values(), types)
    source = "github.com/PaulSonOfLars/telegram-bot-api-spec"
    return {
        "source": source,
        "version": full["version"],
        "methods": methods,
        "types": dict(sorted(types.items())),
    }


def _fields(described: Json) -> Json:
    return {field["name"]: _field(field) for field in described.get("fields", [])}


def _field(field: Json) -> list[object]:
    constant = CONSTANT.search(field["description"].rstrip("."))
    kept = [int(field["required"]), field["types"]]
    return [*kept, constant[1]] if constant and field["types"] == ["String"] else kept


def _reach(known: Json, fields: object, reached: Json) -> None:
    for field in list(fields):  # type: ignore[call-overload]  # reason: a view of a JSON object's values
        for name in (kind.split("Array of ")[-1] for kind in field[1]):
            if name in known and name not in reached:
                reached[name] = known[name].get("subtypes") or _fields(known[name])
                nested = reached[name]
                _reach(known, [[1, nested]] if isinstance(nested, list) else nested.values(), reached)


if __name__ == "__main__":
    TARGET.write_text(
        json.dumps(trim(json.loads(Path(sys.argv[1]).read_text())), separators=(",", ":")) + "\n"
    )
